"""The log: entries, signatures, changes of keys, checkpoints, and what is known outside of it.

The database alone cannot show that its end was cut off, or that all of it was written anew:
that takes a checkpoint kept elsewhere. The last size signed by this account lies in its own
configuration folder; others are given to ``--against``; witnesses and stamps are records.
"""

from base64 import b64decode
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from provenance.audit import (
    Checkpoint,
    Entry,
    Range,
    VerifierKey,
    check_change,
    check_checkpoint,
    check_entry,
    parse_checkpoint,
    parse_note,
    parse_verifier_key,
    signed_by,
)
from provenance.clock import timestamp
from provenance.errors import NoteError, ProofError, SigningKeyError
from provenance.model import Cosignature, KeyChange, KeyUse, Restore, Witness
from provenance.store.inspection import Seen
from provenance.store.keys import LogSigner
from provenance.workspace.verify.outcome import Outcome

Row = dict[str, object]


class Ledger:
    """The log as it stands, with the keys that were in force at each entry."""

    def __init__(self, log: Sequence[tuple[Entry, bytes]], seen: Seen) -> None:
        """Use the entries with their signatures, and what the records say of keys."""
        self.log = log
        self.seen = seen
        self.leaves = [entry.leaf for entry, _ in log]
        self._changes: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for step, change in self.changes:
            self._changes[change.record].append((step, change.key))

    @cached_property
    def changes(self) -> list[tuple[int, KeyChange]]:
        """The changes of keys, each with the entry that holds it."""
        return [(at, each) for at, each in self.seen.told if isinstance(each, KeyChange)]

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of agents by their id."""
        return {record: name for _, record, name, _ in self.seen.agents}

    def actor_key(self, entry: Entry) -> tuple[str, str] | None:
        """Return (name, key) of the agent who signed an entry, or None where nobody is known."""
        found = self._agents.get(entry.actor)
        if found is None or found[2] is None:
            return None
        record, name, first = found
        return name, self._at(record, first or "", before=entry.seq)

    def actor(self, seq: int) -> str:
        """Return the name of whoever acted in an entry."""
        known = self.actor_key(self.log[seq - 1][0]) if 0 < seq <= len(self.log) else None
        return known[0] if known else "nobody known"

    @cached_property
    def _agents(self) -> dict[bytes, tuple[str, str, str | None]]:
        return {digest: (record, name, key) for digest, record, name, key in self.seen.agents}

    def log_key(self, origin: str, size: int) -> VerifierKey:
        """Return the key that signs this log under an origin at a size, or raise a NoteError."""
        for record, _, named, key in reversed(self.seen.log_keys):
            if named == origin:
                return parse_verifier_key(self._at(record, key, before=size + 1))
        raise NoteError(
            f"the log was never kept under the origin {origin}: this is of another log, or the "
            "entry that gave it that name was cut off"
        )

    def _at(self, record: str, first: str, *, before: int) -> str:
        later = [key for step, key in self._changes.get(record, ()) if step < before]
        return later[-1] if later else first

    def root(self, size: int) -> bytes:
        """Return the root over the first ``size`` entries."""
        return Range().extended(self.leaves[:size]).root

    @cached_property
    def restores(self) -> list[tuple[int, Restore]]:
        """The backups that were put back, each with its entry."""
        return [(at, each) for at, each in self.seen.told if isinstance(each, Restore)]


def check_entries(ledger: Ledger, outcome: Outcome) -> None:
    """Check order and signatures of the entries."""
    for number, (entry, signature) in enumerate(ledger.log, 1):
        name = f"entry {entry.seq}"
        if entry.seq != number:
            outcome.wrong("entry", name, f"stands where entry {number} should stand")
        known = ledger.actor_key(entry)
        if known is None:
            outcome.wrong("entry", name, "names no agent of this workspace as its actor")
            continue
        if _signed(entry, signature, known[1]):
            continue
        if any(_signed(entry, signature, change.former) for _, change in ledger.changes):
            outcome.wrong("entry", name, f"is signed with a key that {known[0]} had given up")
        else:
            sentence = f"the signature of {known[0]} does not fit it; the entry has been altered"
            outcome.wrong("entry", name, sentence)
    backwards = sum(1 for (one, _), (other, _) in pairwise(ledger.log) if other.at < one.at)
    if backwards:
        outcome.notes.append(f"the clock went backwards between {backwards} pairs of entries")


def _signed(entry: Entry, signature: bytes, key: str) -> bool:
    try:
        check_entry(entry, signature, b64decode(key))
    except (ProofError, ValueError, TypeError):
        return False
    return True


def note_restores(ledger: Ledger, outcome: Outcome) -> None:
    """Say which backups were put back, by whom and why."""
    for at, restore in ledger.restores:
        outcome.notes.append(
            f"entry {at} is a restore by {ledger.actor(at)}: back to entry {restore.back_to} of "
            f"{restore.left_origin} (“{restore.why}”); what came after it there is not in this log"
        )


def check_changes(ledger: Ledger, outcome: Outcome) -> None:
    """Check that each change of keys was signed by both keys, and begins from the one in force."""
    firsts = {record: key or "" for _, record, _, key in ledger.seen.agents}
    firsts.update({record: key for record, _, _, key in ledger.seen.log_keys})
    for step, change in ledger.changes:
        name = f"the change of keys in entry {step}"
        before = firsts.get(change.record)
        if change.former != before:
            outcome.wrong("key", name, "it does not begin from the key that was in force")
        try:
            for key, signature in (
                (change.former, change.former_signature),
                (change.key, change.signature),
            ):
                check_change(change.former, change.key, b64decode(signature), _raw(change, key))
        except (ProofError, NoteError, ValueError):
            outcome.wrong("key", name, "one of its two signatures does not fit it")
        firsts[change.record] = change.key


def _raw(change: KeyChange, key: str) -> bytes:
    return parse_verifier_key(key).public_key if change.of == "log" else b64decode(key)


def check_checkpoints(ledger: Ledger, rows: Iterable[Row], outcome: Outcome) -> None:
    """Check the checkpoints kept beside the log against its entries."""
    covered = Range()
    for row in sorted(rows, key=lambda row: (str(row["size"]).zfill(20), str(row["origin"]))):
        origin, size, note = str(row["origin"]), row["size"], str(row["note"])
        name = f"checkpoint over {size} entries"
        try:
            checkpoint = check_checkpoint(note, ledger.log_key(origin, int(str(size))))
        except (NoteError, ValueError) as error:
            outcome.wrong("checkpoint", name, str(error))
            continue
        if checkpoint.size != size or checkpoint.size > len(ledger.leaves):
            sentence = f"the log has {len(ledger.leaves)} entries: its end has been cut off"
            outcome.wrong("checkpoint", name, sentence)
            continue
        covered = covered.extended(ledger.leaves[covered.size : checkpoint.size])
        if covered.root != checkpoint.root:
            sentence = "the log's entries do not lead to the root that was signed"
            outcome.wrong("checkpoint", name, sentence)
    if len(ledger.log) > covered.size:
        more = len(ledger.log) - covered.size
        outcome.notes.append(f"{more} entries came after the last signed checkpoint")


def check_last_signed(
    ledger: Ledger, signer: LogSigner, kept: Collection[object], outcome: Outcome
) -> None:
    """Compare the log with the last size signed, which is kept outside the database.

    ``kept`` are the sizes of the checkpoints beside the log.
    """
    try:
        last = signer.last_signed()
    except SigningKeyError as error:
        outcome.wrong("log", "last signed size", str(error))
        return
    except OSError as error:
        outcome.not_checked.append(
            "whether the log's end was cut off: what this account has signed cannot be read "
            f"({error.strerror})"
        )
        return
    if last is None:
        outcome.not_checked.append(
            "whether the log's end was cut off: this account has signed no checkpoint of it"
        )
        return
    name = f"last signed checkpoint, over {last.size} entries"
    if last.size > len(ledger.leaves):
        outcome.wrong(
            "log",
            name,
            f"the log has only {len(ledger.leaves)} entries: its end was cut off, or an older copy "
            "of the workspace was put back, and no restore says so",
        )
    elif ledger.root(last.size) != last.root:
        outcome.wrong("log", name, "the log has another history than the one signed")
    elif not kept:
        outcome.wrong("checkpoint", name, "no checkpoint is kept beside the log: all were removed")
    else:
        if last.size not in kept:
            outcome.notes.append(
                f"the checkpoint over {last.size} entries that this account signed is not kept "
                "beside the log: it was removed, or the command was cut short before it was kept"
            )
        outcome.shows.append(
            f"no entry up to {last.size} was altered, dropped, added or reordered since this "
            "account signed a checkpoint over them"
        )


def check_against(ledger: Ledger, paths: Sequence[Path], outcome: Outcome) -> None:
    """Check that the log extends checkpoints that were kept elsewhere."""
    for path in paths:
        name = f"checkpoint in {path}"
        try:
            checkpoint = _of_this_log(ledger, path.read_bytes())
        except (NoteError, OSError) as error:
            outcome.wrong("against", name, str(error))
            continue
        if trouble := _extends(ledger, checkpoint):
            outcome.wrong("against", name, trouble)
        else:
            outcome.shows.append(
                f"the log extends the {checkpoint.size} entries of the {name}: whoever has kept "
                "that file knows that none of them changed since"
            )


def _of_this_log(ledger: Ledger, note: bytes) -> Checkpoint:
    """Return the checkpoint of a note that this log's key has signed, or raise a NoteError.

    One over more entries than there are may be signed with a key that came later.
    """
    given = parse_checkpoint(parse_note(note).text)
    return check_checkpoint(note, ledger.log_key(given.origin, given.size))


def _extends(ledger: Ledger, checkpoint: Checkpoint) -> str:
    """Return why the log does not extend a checkpoint; empty where it does."""
    size = len(ledger.leaves)
    if checkpoint.size <= size and ledger.root(checkpoint.size) == checkpoint.root:
        return ""
    for at, restore in ledger.restores:
        if _left_behind(restore, checkpoint):
            return (
                f"the log does not extend its {checkpoint.size} entries: a restore, which stands "
                f"in the log as entry {at}, went back to entry {restore.back_to} "
                f"(“{restore.why}”). What came after {restore.back_to} is not in this log"
            )
    if checkpoint.size > size:
        return (
            f"it covers {checkpoint.size} entries, the log has {size}: the end was cut off, or an "
            "older copy was put back, and no restore says so"
        )
    return (
        f"the first {checkpoint.size} entries are not the ones that it covers: the log was "
        "written anew"
    )


def _left_behind(restore: Restore, checkpoint: Checkpoint) -> bool:
    """Return whether a checkpoint is of the entries that a restore says it went back behind.

    What was signed last is written down in it: nothing larger was there to be left.
    """
    if restore.left_origin != checkpoint.origin or checkpoint.size <= restore.back_to:
        return False
    if restore.left_size is None or checkpoint.size < restore.left_size:
        return True
    return checkpoint.size == restore.left_size and checkpoint.root.hex() == restore.left_root


def check_witnesses(ledger: Ledger, outcome: Outcome) -> None:
    """Check the cosigned checkpoints that came back from witnesses, and say who has signed."""
    witnesses = {each.id: each for _, each in ledger.seen.told if isinstance(each, Witness)}
    for step, each in ledger.seen.told:
        if isinstance(each, Cosignature):
            try:
                outcome.shows.append(_witnessed(ledger, witnesses.get(each.witness), each.note))
            except NoteError as error:
                outcome.wrong("witness", f"the cosigned checkpoint in entry {step}", str(error))


def _witnessed(ledger: Ledger, witness: Witness | None, note: str) -> str:
    """Return what a witness's cosignature shows, or raise a NoteError."""
    if witness is None:
        raise NoteError("its witness is not known")
    checkpoint = _of_this_log(ledger, note.encode())
    signers = signed_by(note, [parse_verifier_key(witness.verifier_key)])
    if not signers or signers[0].at is None:
        raise NoteError("the witness has not signed it")
    if trouble := _extends(ledger, checkpoint):
        raise NoteError(trouble)
    at = timestamp(datetime.fromtimestamp(signers[0].at, UTC))
    return (
        f"{signers[0].key.name} has seen the log with {checkpoint.size} entries at {at}, and that "
        "it had only grown"
    )


def check_accounts(ledger: Ledger, outcome: Outcome) -> None:
    """Say where two agents' keys were used from one account of an operating system."""
    agents: dict[str, set[str]] = defaultdict(set)
    for _, each in ledger.seen.told:
        if isinstance(each, KeyUse):
            agents[each.account].add(each.agent)
    for account, ids in sorted(agents.items()):
        if len(ids) > 1:
            names = " and ".join(sorted(ledger.names.get(each, each) for each in ids))
            outcome.notes.append(
                f"WARNING: the keys of {names} were used from one account, {account}: they may be "
                "one person"
            )
    if not agents:
        outcome.not_checked.append(
            "whether the keys of two agents were used from one account: no account is written down"
        )
