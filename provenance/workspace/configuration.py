"""``workspace.toml``: what a desk has set for its workspace, beside the records and not among them.

Strict: a name that is not known is refused, so that a slip does not pass for a setting. Paths
are taken from the workspace's folder on, and ``~`` is the home folder.
"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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


class Configuration(BaseModel):
    """All that ``workspace.toml`` may say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    anchor: Anchoring = Anchoring()


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
