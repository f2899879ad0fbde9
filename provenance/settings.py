"""Settings: one frozen object, read once from the environment, passed down."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

MIB = 1 << 20


class Settings(BaseModel):
    """What the person who runs the program has set.

    ``home`` is the person's own configuration folder, which holds private keys; ``workspace``
    is the folder asked for, or None: the nearest one from the current folder upward.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path
    workspace: Path | None = None
    offline: bool = False
    passphrase: str | None = None
    max_bytes: int = 64 * MIB
    timeout_s: float = 20.0
    person: str = "unnamed"
    account: str = ""  # user@machine, written down when a key is first used from it; empty: unknown
    ask: Callable[[], str | None] | None = None  # asks for the passphrase where there is a terminal

    def secret(self) -> str | None:
        """Return the passphrase of this person's key, asked for where it is not set."""
        if self.passphrase is not None or self.ask is None:
            return self.passphrase
        return self.ask()


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that the environment gives.

    PROVENANCE_HOME, PROVENANCE_WORKSPACE, PROVENANCE_OFFLINE, PROVENANCE_PASSPHRASE.
    """
    given = os.environ if environment is None else environment
    return Settings(
        home=Path(given.get("PROVENANCE_HOME") or _default_home()),
        workspace=Path(given["PROVENANCE_WORKSPACE"])
        if given.get("PROVENANCE_WORKSPACE")
        else None,
        offline=given.get("PROVENANCE_OFFLINE", "") not in ("", "0"),
        passphrase=given.get("PROVENANCE_PASSPHRASE"),
        person=given.get("USER") or given.get("USERNAME") or "unnamed",
        account=_account(),
    )


def _account() -> str:
    """Return who the operating system says is working, and on which machine."""
    import getpass
    import platform

    try:
        return f"{getpass.getuser()}@{platform.node()}"
    except (OSError, KeyError):  # an account without a name
        return ""


def _default_home() -> Path:
    import platformdirs

    return platformdirs.user_config_path("provenance-desk")
