"""Exit codes, one for each kind of ending; the README lists them."""

from enum import IntEnum

from provenance.errors import (
    BackupError,
    ConflictError,
    ForkError,
    ProvenanceError,
    ReviewError,
    SigningKeyError,
    UsageError,
    WorkspaceError,
)


class ExitCode(IntEnum):
    """How a command ended."""

    OK = 0
    SOME_FAILED = 1  # done; some inputs failed, or came without readable text, with the reason
    USAGE = 2
    WORKSPACE = 3  # no workspace, a newer schema, a busy or damaged database
    NOT_VERIFIED = 4  # verify found disagreements, or signing would contradict what was signed
    REFUSED = 5  # a conflict, or the review rules
    KEYS = 6
    BACKUP = 7
    FAILED = 8  # anything else that stopped the command
    NOT_CARRIED = 9  # check: the draft says more than its evidence, or rests on a circle
    INTERRUPTED = 130


_CODES: tuple[tuple[type[ProvenanceError], ExitCode], ...] = (
    (UsageError, ExitCode.USAGE),
    (WorkspaceError, ExitCode.WORKSPACE),
    (ForkError, ExitCode.NOT_VERIFIED),
    (ConflictError, ExitCode.REFUSED),
    (ReviewError, ExitCode.REFUSED),
    (SigningKeyError, ExitCode.KEYS),
    (BackupError, ExitCode.BACKUP),
)


def code_of(error: ProvenanceError) -> ExitCode:
    """Return the exit code of an error."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.FAILED)
