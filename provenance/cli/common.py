"""Options that every command takes, and opening the workspace by them."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from provenance.cli.exits import ExitCode
from provenance.cli.output import talk
from provenance.errors import UnknownHandleError
from provenance.settings import Settings, read_settings

if TYPE_CHECKING:
    from provenance.model import Record
    from provenance.workspace.core import Workspace


@Parameter(name="*", group="Workspace")
@dataclass(frozen=True)
class Common:
    """Options that every command takes."""

    workspace: Annotated[Path | None, Parameter(name=("--workspace", "-w"))] = None
    """The workspace to work on; by default the nearest one from this folder upward."""

    def settings(self) -> Settings:
        """Return the settings with what was given on the command line."""
        found = read_settings()
        # cached, so that a command asks once however often it signs
        update: dict[str, object] = {"ask": cache(_ask) if sys.stdin.isatty() else None}
        if self.workspace is not None:
            update["workspace"] = self.workspace
        return found.model_copy(update=update)

    @contextmanager
    def opened(self) -> "Iterator[Workspace]":
        """Yield the opened workspace; a checkpoint is signed at the end."""
        from provenance.workspace.core import opened

        with opened(self.settings()) as workspace:
            yield workspace


HERE = Common()
Json = Annotated[
    bool, Parameter(show_default=False, name="--json", negative=(), help="Write JSON to stdout.")
]
Why = Annotated[
    str, Parameter(name="--why", show_default=False, help="The reason, kept with the record.")
]
AtLeastOne = Annotated[int, Parameter(validator=Number(gte=1))]
Handles = Annotated[list[str], Parameter(consume_multiple=True, negative=(), show_default=False)]


def claim_of(workspace: "Workspace", handle: str) -> str:
    """Return the identity of the claim that a handle stands for; UnknownHandleError."""
    from provenance.workspace.views import Views

    return Views(workspace).claim_identity(handle)


def record_of(workspace: "Workspace", handle: str, wanted: "type[Record]") -> str:
    """Return the identity of a record of one kind by its handle; UnknownHandleError."""
    kind, identity = workspace.store.identity(handle)
    if kind is not wanted:
        raise UnknownHandleError(
            f"{handle} is a {kind.kind}; this wants a {wanted.kind}, such as {wanted.handle}1"
        )
    return identity


def done(text: str) -> int:
    """Say what was done, and end well."""
    talk(text)
    return ExitCode.OK


def new_name(settings: Settings, name: str | None) -> str | None:
    """Return the name for a key, asked for in a terminal where the key is to be made."""
    made = (settings.home / "identity.pem").exists()
    if made or name is not None or not sys.stdin.isatty():
        return name
    sys.stderr.write(f"Your name, as the log shows it [{settings.person}]: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() or None


def new_passphrase(settings: Settings) -> str | None:
    """Return the passphrase for a key, asked for in a terminal where the key is to be made."""
    made = (settings.home / "identity.pem").exists()
    if made or settings.passphrase is not None or not sys.stdin.isatty():
        return settings.passphrase
    return getpass.getpass("Passphrase for your new key (empty: none): ", stream=sys.stderr) or None


def _ask() -> str | None:
    return getpass.getpass("Passphrase of your key: ", stream=sys.stderr)
