"""Commands about keys and witnesses: agent rotate, audit key, rotate, witness, cosign, cosigned."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Why
from provenance.cli.exits import ExitCode
from provenance.cli.output import data, shown, talk
from provenance.settings import Settings


def agent_rotate(*, why: Why = "", common: Common = HERE) -> int:
    """Give up your key on this desk for a new one. The old key and the new one both sign."""
    from provenance.workspace.rotate import change_key

    with common.opened() as workspace:
        change = change_key(workspace, why, lambda: _passphrase(common.settings()))
        data(change.key)
        talk(f"Your new key lies in {shown(str(workspace.my_key.path))}; keep a copy elsewhere")
    return ExitCode.OK


def key(*, common: Common = HERE) -> int:
    """Print the verifier key of the log (C2SP signed-note)."""
    with common.opened() as workspace:
        data(workspace.log_key.verifier_key)
    return ExitCode.OK


def rotate(*, why: Why = "", common: Common = HERE) -> int:
    """Give up the key that signs the log's checkpoints for a new one. Both sign the change."""
    from provenance.workspace.rotate import change_log_key

    with common.opened() as workspace:
        data(change_log_key(workspace, why).key)
    talk("Tell those who check this log its new key; the log itself shows the change")
    return ExitCode.OK


def witness(key: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Introduce a witness by the key that it prints with: provenance audit cosign-key."""
    from provenance.workspace.witness import add_witness

    with common.opened() as workspace:
        record = add_witness(workspace, key, why)
    talk(f"{shown(record.verifier_key.split('+', 1)[0])} now counts as a witness of this log")
    return ExitCode.OK


def cosign_key(*, common: Common = HERE) -> int:
    """Print the key by which others check your cosignatures; make one if needed."""
    from provenance.store.keys import KeyFolder
    from provenance.workspace.witness import witness_key

    settings = common.settings()
    data(str(witness_key(KeyFolder(settings.home, settings.secret))))
    return ExitCode.OK


def cosign(
    checkpoint: Path,
    /,
    *,
    log_key: Annotated[
        str | None, Parameter(help="The log's verifier key; needed the first time.")
    ] = None,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="A file, by default stdout.")
    ] = None,
    common: Common = HERE,
) -> int:
    """Check that another desk's log only grew since you saw it last, and sign that you saw it.

    The proof is made from the tiles beside the checkpoint, as `provenance audit export` writes it.
    """
    from provenance.clock import SystemClock
    from provenance.store.keys import KeyFolder
    from provenance.workspace.witness import cosign_checkpoint

    settings = common.settings()
    keys = KeyFolder(settings.home, settings.secret)
    note = cosign_checkpoint(keys, checkpoint, SystemClock(), log_key)
    if output is None:
        data(note.removesuffix("\n"))
    else:
        output.write_text(note, "utf-8", newline="\n")
    talk("Cosigned. The other desk keeps it with: provenance audit cosigned FILE")
    return ExitCode.OK


def cosigned(file: Path, /, *, common: Common = HERE) -> int:
    """Keep a checkpoint of this log that a witness has cosigned."""
    from provenance.workspace.witness import keep_cosigned

    with common.opened() as workspace:
        names = keep_cosigned(workspace, file)
    talk(f"Kept: cosigned by {shown(', '.join(names))}. See: provenance verify")
    return ExitCode.OK


def _passphrase(settings: Settings) -> str | None:
    if settings.passphrase is not None or not sys.stdin.isatty():
        return settings.passphrase
    return getpass.getpass("Passphrase for your new key (empty: none): ", stream=sys.stderr) or None
