"""``erase``: destroys records and what was derived from them; their commitments stay in the log.

A court order, a person's right, a source in danger. What falls is listed before it is confirmed.
Bytes that several captures share are decided one by one: with ``erase`` the other captures fall
too, with ``keep`` the bytes stay where those need them. Afterwards no file of the workspace holds
what was destroyed; what was copied elsewhere is named, and not reached.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from provenance.erasure import Closure, Words, closure, without_words
from provenance.errors import UsageError
from provenance.model import (
    RECORD_TYPES,
    Capture,
    Case,
    Document,
    Erased,
    Erasure,
    ModelUse,
    Record,
    Value,
)
from provenance.store.erasing import scrub
from provenance.workspace.copies import Copied, copies
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER
from provenance.workspace.notes import delete_note, notes

Decision = Literal["erase", "keep"]


class FallingView(Value):
    """One record that falls, and why."""

    handle: str
    kind: str
    why: str


class SharedBlob(Value):
    """Bytes that captures which do not fall hold too."""

    digest: str
    captures: tuple[str, ...]  # handles of those that do not fall


class ErasurePlan(Value):
    """What an erasure would destroy. ``undecided`` has to be empty before it is carried out."""

    falling: tuple[FallingView, ...]
    stuck: tuple[FallingView, ...]  # needed by the log, and they hold words of it
    blobs: int
    undecided: tuple[SharedBlob, ...]
    copies: tuple[Copied, ...]


class ErasureMade(Value):
    """What was destroyed."""

    entry: int
    records: int
    blobs: int
    copies: tuple[Copied, ...]


def plan(
    workspace: Workspace, handles: Sequence[str], shared: Mapping[str, Decision] | None = None
) -> ErasurePlan:
    """Return what would fall with what the handles stand for; nothing is changed."""
    found = _Fallen(workspace, handles, shared or {})
    return ErasurePlan(
        falling=tuple(
            FallingView(handle=found.handle(each.record), kind=each.record.kind, why=each.why)
            for each in found.closure.falling
        ),
        stuck=tuple(
            FallingView(handle=found.handle(each), kind=each.kind, why="holds words of it")
            for each in found.closure.stuck
        ),
        blobs=len(found.blobs),
        undecided=tuple(found.undecided),
        copies=tuple(copies(workspace)),
    )


def erase(
    workspace: Workspace,
    handles: Sequence[str],
    why: str,
    shared: Mapping[str, Decision] | None = None,
) -> ErasureMade:
    """Destroy what the handles stand for, with all that falls with it; a UsageError otherwise."""
    if not why.strip():
        raise UsageError('an erasure says why: --why "…" (without what is to be forgotten)')
    found = _Fallen(workspace, handles, shared or {})
    if found.undecided:
        named = ", ".join(each.digest for each in found.undecided)
        raise UsageError(
            f"decide about bytes that other captures share: --shared {named}=erase|keep"
        )
    if found.closure.stuck:
        named = ", ".join(f"{each.kind} {each.id}" for each in found.closure.stuck)
        raise UsageError(f"these hold words of it, and the log needs them: {named}")
    doomed = [each.record for each in found.closure.falling]
    erasure = Erasure(
        id=workspace.new_id(),
        records=tuple(Erased(id=each.id, kind=each.kind) for each in doomed),
        blobs=len(found.blobs),
        why=why,
    )
    step: list[Record] = [erasure]
    if any(isinstance(each, Case) for each in doomed):
        step.append(without_words(workspace.case, doomed, workspace.new_id()))
    entry = workspace.step("erase", step, erase=doomed)
    theirs = Words(doomed)
    for note in notes(workspace):
        if theirs.stand_in(note.text):
            delete_note(workspace, note.number)
    _destroy_bytes(workspace, found.blobs)
    return ErasureMade(
        entry=entry.seq,
        records=len(doomed),
        blobs=len(found.blobs),
        copies=tuple(copies(workspace)),
    )


def finish(workspace: Workspace) -> int:
    """Destroy what an interrupted erasure left: blobs that no record names, free pages."""
    named = {
        digest
        for each in _everything(workspace)
        for digest in _strings_of(each)
        if digest.startswith("sha256:")
    }
    left = [digest for digest in workspace.blobs.digests() if digest not in named]
    _destroy_bytes(workspace, left)
    return len(left)


def _destroy_bytes(workspace: Workspace, blobs: Sequence[str]) -> None:
    for digest in blobs:
        workspace.blobs.remove(digest)
    workspace.blobs.sweep()
    (workspace.root / FOLDER / "capturing.json").unlink(missing_ok=True)
    scrub(workspace.store.database)


def _everything(workspace: Workspace) -> list[Record]:
    return [record for each in RECORD_TYPES for record in workspace.store.every(each)]


def _strings_of(record: Record) -> list[str]:
    values = record.model_dump(mode="json").values()
    return [
        each
        for value in values
        for each in (value if isinstance(value, list) else [value])
        if isinstance(each, str)
    ]


class _Fallen:
    """What falls, with the decisions about shared bytes taken into account."""

    def __init__(
        self, workspace: Workspace, handles: Sequence[str], shared: Mapping[str, Decision]
    ) -> None:
        self._workspace = workspace
        self._records = _everything(workspace)
        asked = {identity for each in handles for identity in self._asked(each)}
        self.undecided: list[SharedBlob] = []
        self.blobs: list[str] = []
        while True:
            self.closure: Closure = closure(self._records, asked)
            more = self._decide(shared)
            if more <= asked:
                break
            asked |= more

    def _asked(self, handle: str) -> list[str]:
        """Return what a handle stands for; a document falls with the bytes it was read from."""
        kind, identity = self._workspace.store.identity(handle)
        if kind.kind not in ERASABLE:
            kinds = ", ".join(sorted(ERASABLE))
            raise UsageError(f"{handle} is a {kind.kind}; what can be erased: {kinds}")
        if kind is Document:
            return [
                each.capture
                for each in self._records
                if isinstance(each, Document) and each.id == identity
            ]
        return [identity]

    def _decide(self, shared: Mapping[str, Decision]) -> set[str]:
        """Settle which blobs go; return captures that fall because their bytes do."""
        falls = {each.record.id for each in self.closure.falling}
        holders: dict[str, list[Capture]] = defaultdict(list)
        for record in self._records:
            if isinstance(record, Capture):
                for digest in {record.payload, record.transfer} - {None}:
                    holders[str(digest)].append(record)
        self.blobs, self.undecided = [], []
        more: set[str] = set()
        for digest, captures in sorted(holders.items()):
            kept = [each for each in captures if each.id not in falls]
            if len(kept) == len(captures):
                continue
            if not kept:
                self.blobs.append(digest)
            elif digest not in shared:
                named = tuple(sorted(map(self.handle, kept)))
                self.undecided.append(SharedBlob(digest=digest, captures=named))
            elif shared[digest] == "erase":
                more |= {each.id for each in kept}
        self.blobs += self._answers(falls)
        return more

    def _answers(self, falls: set[str]) -> list[str]:
        """Return the answers of language models about texts that all fall: they hold its words."""
        uses = [each for each in self._records if isinstance(each, ModelUse) and each.answers]
        kept = {each.answers for each in uses if each.id not in falls}
        return sorted({str(each.answers) for each in uses if each.id in falls} - kept)

    def handle(self, record: Record) -> str:
        """Return the short handle of a record, or its id where it has none."""
        if not record.handle:
            return record.id
        return self._workspace.store.handles(record.handle).get(record.identity, record.id)


ERASABLE = frozenset({"capture", "document", "claim", "source", "finding", "inquiry"})
