"""``capture``: files, folders, addresses and standard input become captures and documents.

Each input ends in a capture, a failed one with its reason, and the others still go through.
Bytes are kept before any row names them. Captures are recorded a few at a time, so that an
interruption loses at most the last of them; the same command run again goes on where it stopped.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from provenance.canonical import content_key, sha256
from provenance.capture import (
    TOOL,
    Observation,
    expand,
    is_address,
    observe_file,
    observe_stdin,
    observe_uri,
    tool_version,
)
from provenance.errors import ExtractError
from provenance.extract import Reading
from provenance.model import Capture, CollectorStatement, Document, Finding, Record, Value
from provenance.network import Fetcher
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.jobs import text_of
from provenance.workspace.locate import FOLDER
from provenance.workspace.processes import WORTH_BEGINNING, begun

AT_ONCE = 4  # addresses fetched side by side
BATCH = 12  # captures in one step
NO_TEXT = "no text could be read"
DIFFICULT = "read with difficulty"


class Said(Value):
    """What the collector says of the inputs and the bytes do not."""

    uri: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    how: str | None = None

    @property
    def anything(self) -> bool:
        """Whether anything was said."""
        return any(value is not None for value in self.model_dump().values())


class Captured(Value):
    """What became of one input."""

    requested: str
    handle: str
    document: str | None  # handle
    outcome: str
    reason: str
    size: int | None
    payload: str | None
    known: bool  # the same bytes were captured before


class CaptureResult(Value):
    """What became of each input, in order; ``resumed`` were done before an interruption."""

    captures: tuple[Captured, ...]
    resumed: int

    @property
    def failed(self) -> int:
        """How many inputs failed."""
        return sum(1 for each in self.captures if each.outcome == "failed")


Progress = Callable[[int, int, str], None]


class _Taken(NamedTuple):
    """One input observed, its bytes kept already; ``known`` where they were kept before."""

    begun: str
    ended: str
    seen: Observation
    known: bool


class _Read(NamedTuple):
    """One input observed, and how to wait for what its bytes read as."""

    taken: _Taken
    reading: Callable[[], Reading | ExtractError | None]


class _Made(NamedTuple):
    """A capture and what became of it; ``unread`` says why its bytes have no document."""

    capture: Capture
    document: Document | None
    known: bool
    unread: str


def capture(
    workspace: Workspace,
    inputs: Sequence[str],
    *,
    fetcher: Fetcher,
    said: Said | None = None,
    listed: str = "",
    stdin: Callable[[], bytes] = lambda: b"",
    progress: Progress | None = None,
) -> CaptureResult:
    """Capture inputs and record them; ``progress`` is told (done, of how many, which)."""
    tell = progress or quiet
    wanted = expand(inputs, listed)
    journal = _Journal(workspace, wanted, said or Said())
    todo = [each for each in wanted if _written(each) not in journal.done]
    recorder, batch = _Recorder(workspace, said or Said()), list[_Read]()
    ahead = BATCH if len(todo) >= WORTH_BEGINNING else 0  # are being read meanwhile
    with begun(text_of, len(todo)) as begin:
        for number, taken in enumerate(_observed(workspace, todo, fetcher, stdin), 1):
            batch.append(_Read(taken, begin(taken.seen)))
            if len(batch) == BATCH + ahead:
                recorder.record(batch[:BATCH])
                batch = batch[BATCH:]
            tell(number, len(todo), taken.seen.requested)
        for half in (batch[:BATCH], batch[BATCH:]):
            recorder.record(half)
    journal.finish()
    return CaptureResult(
        captures=_outcomes(workspace, recorder.made), resumed=len(wanted) - len(todo)
    )


class _Journal:
    """Remembers a capture in progress, so that the same command can be run again.

    What failed before the interruption is tried again: nobody was told of it.
    """

    def __init__(self, workspace: Workspace, wanted: Sequence[str], said: Said) -> None:
        self._path = workspace.root / FOLDER / "capturing.json"
        command = (str(Path.cwd()), said.model_dump_json(), *wanted)
        key = content_key("capturing", *map(_written, command))
        self.done: set[str] = set()
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            kept = {}
        if kept.get("inputs") == key:
            self.done = {
                each.requested
                for each in workspace.store.current(Capture)
                if each.begun_at >= kept["begun_at"] and each.outcome != "failed"
            }
        else:
            begun = json.dumps({"inputs": key, "begun_at": workspace.clock.now()})
            self._path.write_text(begun, "utf-8")

    def finish(self) -> None:
        self._path.unlink(missing_ok=True)


def _written(given: str) -> str:
    """Return an input as its capture records it: a name that is no text, escaped."""
    return given.encode("utf-8", "backslashreplace").decode()


def _observed(
    workspace: Workspace, todo: Sequence[str], fetcher: Fetcher, stdin: Callable[[], bytes]
) -> Iterator[_Taken]:
    """Yield each input observed, in order; they are read and kept side by side."""

    def observe(given: str) -> _Taken:
        begun = workspace.clock.now()
        if is_address(given):
            seen = observe_uri(fetcher, given)
        elif given == "-":
            seen = observe_stdin(stdin())
        else:
            seen = observe_file(Path(given), max_bytes=workspace.settings.max_bytes)
        ended = workspace.clock.now()
        known = seen.payload is not None and workspace.blobs.path(seen.payload).exists()
        for body in (seen.body, seen.sent):
            if body:
                workspace.blobs.put(body)
        return _Taken(begun, ended, seen, known)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for start in range(0, len(todo), BATCH):  # so that bodies do not pile up in memory
                yield from pool.map(observe, todo[start : start + BATCH])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Recorder:
    """Makes captures and documents of what was observed, a batch at a time."""

    def __init__(self, workspace: Workspace, said: Said) -> None:
        self.made: list[_Made] = []
        self._workspace = workspace
        self._said = said
        self._case = workspace.case.of
        self._documents: dict[tuple[str, str], Document] = {}
        self._payloads: set[str] = set()  # of this run: twins are kept side by side

    def record(self, batch: Sequence[_Read]) -> None:
        """Record a batch in one step."""
        if not batch:
            return
        fresh = {taken.seen.payload for taken, _ in batch if taken.seen.payload} - self._payloads
        for known in self._workspace.store.current(Document, payload=fresh):
            self._documents[known.payload, known.uri] = known
        records: list[Record] = []
        for taken, reading in batch:
            capture = self._capture(taken)
            records.append(capture)
            if self._said.anything:
                records.append(
                    CollectorStatement(
                        id=self._workspace.new_id(), of=capture.id, **self._said.model_dump()
                    )
                )
            document, unread = self._document(capture, reading, records)
            twin = taken.known or capture.payload in self._payloads
            if capture.payload is not None:
                self._payloads.add(capture.payload)
            self.made.append(_Made(capture, document, twin, unread))
        self._workspace.steps("capture", records)

    def _capture(self, taken: _Taken) -> Capture:
        return Capture(
            **taken.seen.model_dump(exclude={"body", "sent"}),
            id=self._workspace.new_id(),
            case=self._case,
            begun_at=taken.begun,
            ended_at=taken.ended,
            clock_offset_ms=None,
            collector=self._workspace.me.id,
            tool=TOOL,
            tool_version=tool_version(),
        )

    def _document(
        self,
        capture: Capture,
        reading: Callable[[], Reading | ExtractError | None],
        records: list[Record],
    ) -> tuple[Document | None, str]:
        """Return the document the bytes read as, or why none; add what is new to ``records``."""
        if capture.payload is None:
            return None, ""
        place = (capture.payload, capture.uri)
        if place in self._documents:
            return self._documents[place], ""
        found = reading()
        if found is None:
            return None, ""
        if isinstance(found, ExtractError):
            records.append(_finding(self._workspace, NO_TEXT, capture.id, str(found)))
            return None, f"{NO_TEXT}: {found}"
        document = Document(
            **found.model_dump(exclude={"notes"}),
            id=self._workspace.new_id(),
            capture=capture.id,
            payload=capture.payload,
            uri=capture.uri,
            text_digest=sha256(found.text.encode()),
        )
        self._documents[place] = document
        records.append(document)
        records.extend(
            _finding(self._workspace, DIFFICULT, document.id, note) for note in found.notes
        )
        return document, ""


def _finding(workspace: Workspace, rule: str, about: str, why: str) -> Finding:
    identity = workspace.new_id()
    return Finding(
        id=identity,
        of=identity,
        rule=rule,
        about=(about,),
        sentence=f"{rule}: {why}",
        key=content_key(rule, about, why),
    )


def _outcomes(workspace: Workspace, made: Sequence[_Made]) -> tuple[Captured, ...]:
    captures, documents = workspace.store.handles("k"), workspace.store.handles("d")
    return tuple(
        Captured(
            requested=each.capture.requested,
            handle=captures[each.capture.id],
            document=documents[each.document.id] if each.document else None,
            outcome=each.capture.outcome,
            reason=each.capture.reason or each.unread,
            size=each.capture.size,
            payload=each.capture.payload,
            known=each.known,
        )
        for each in made
    )
