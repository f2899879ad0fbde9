"""``workspace.toml``: what a desk has set for its workspace, beside the records and not among them.

Strict: a name that is not known is refused, so that a slip does not pass for a setting. Paths
are taken from the workspace's folder on, and ``~`` is the home folder.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from provenance.errors import WorkspaceError

FILE = "workspace.toml"
_Words = Annotated[tuple[str, ...], Field(min_length=1)]


class Authority(BaseModel):
    """An RFC 3161 authority: where it is asked, and the root certificates trusted for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    roots: str  # a PEM file


class Anchoring(BaseModel):
    """Where checkpoints are kept outside, and who stamps them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folders: tuple[str, ...] = ()
    git: tuple[str, ...] = ()  # folders of repositories
    commands: tuple[_Words, ...] = ()  # programs with their arguments, given it as input
    authorities: tuple[Authority, ...] = ()


class LanguageModel(BaseModel):
    """Which language model may be asked about texts, how, and for how much at most.

    A case still has to allow it. ``key`` is the name of the environment variable that holds the
    key, never the key. Tokens are counted as the answers count them, or as the most they can be.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[str, Field(pattern=r"^https?://[^\s@?#]+$")]  # no key in it either
    model: Annotated[str, Field(pattern=r"^\S{1,200}$")]
    key: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")] | None = None
    seed: int = 1
    max_tokens: Annotated[int, Field(ge=16, le=100_000)] = 2000  # of one answer
    json_mode: bool = True
    timeout_s: Annotated[float, Field(gt=0, le=600)] = 60
    run_requests: Annotated[int, Field(ge=0)] = 200
    run_tokens: Annotated[int, Field(ge=0)] = 500_000
    case_requests: Annotated[int, Field(ge=0)] = 2_000
    case_tokens: Annotated[int, Field(ge=0)] = 5_000_000

    @field_validator("url")
    @classmethod
    def _is_private(cls, url: str) -> str:
        from provenance.network import is_private

        if not is_private(url):
            raise ValueError("texts go over https, or to this machine alone")
        return url

    @property
    def endpoint(self) -> str:
        """Where requests go."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    @property
    def host(self) -> str:
        """The host of the endpoint, with its port where the address has one."""
        return urlsplit(self.url).netloc.lower()


class FinderChoice(BaseModel):
    """What reads the texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: Literal["rules", "spacy"] = "rules"


class Configuration(BaseModel):
    """All that ``workspace.toml`` may say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    anchor: Anchoring = Anchoring()
    finder: FinderChoice = FinderChoice()
    llm: LanguageModel | None = None


def read_configuration(root: Path) -> Configuration:
    """Return what a workspace's file says, or nothing set; a bad one is a WorkspaceError."""
    path = root / FILE
    try:
        return Configuration.model_validate(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Configuration()
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        said = "no such setting" if first["type"] == "extra_forbidden" else first["msg"]
        raise WorkspaceError(f"{path}: {where}: {said}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path} is not TOML: {error}") from error
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {error.strerror}") from error


def located(root: Path, given: str) -> Path:
    """Return the path that a setting names."""
    return root / Path(given).expanduser()
