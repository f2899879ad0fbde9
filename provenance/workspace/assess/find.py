"""Claims and attributions of documents that are to be read, with their sources.

A document that was read before is read again by another finder, or where its date is another
one now (``due``); what a person decided stays (``again``). Each document is recorded whole in
one step, with the Examination that says who read it: interrupted work goes on with the next one.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from provenance.model import Appearance, Attribution, Document, Record
from provenance.model.reading import Finder, Reading
from provenance.store.store import MAX_STEP, STEP
from provenance.workspace.assess.again import Known, Match, known_in, matched
from provenance.workspace.assess.decided import decided
from provenance.workspace.assess.due import Due, due
from provenance.workspace.assess.recording import Recorder, Sources
from provenance.workspace.core import Workspace
from provenance.workspace.jobs import claims_of
from provenance.workspace.picture import Picture
from provenance.workspace.processes import mapped

# Kinds of steps. That another reading found nothing new is noted, and nothing to take back.
FIRST, AGAIN, SAME = "find claims", "read again", "note reading"
Tell = Callable[[str, int, int], None]


class Read(NamedTuple):
    """A document that was read: which statement is which, and the records that say so."""

    due: Due
    matches: Sequence[Match]
    records: Sequence[Record]

    @property
    def step(self) -> str:
        """The kind of step by which it is recorded."""
        if self.due.why == "new":
            return FIRST
        return AGAIN if len(self.records) > 1 else SAME  # one says who read it


class Counts(NamedTuple):
    """What reading documents recorded."""

    documents: int = 0  # read for the first time
    appearances: int = 0  # new ones
    reread: int = 0
    changed: int = 0  # appearances that are now found with other words, kind, dates or chain
    withdrawn: int = 0


def find_claims(workspace: Workspace, picture: Picture, tell: Tell, finder: Finder) -> Counts:
    """Record the claims of documents that are to be read; return how many.

    An outlet that the collector has named since gets its source here too.
    """
    sources = Sources(workspace)
    batches: dict[str, list[Record]] = {FIRST: []}
    for document in picture.documents.values():
        if outlet := picture.outlet(document).value:
            sources.outlet(outlet, document, batches[FIRST])
    counts = Counts()
    for each in readings(workspace, picture, tell, finder, sources):
        waiting = batches.get(each.step, [])
        if waiting and len(waiting) + len(each.records) > STEP:
            _keep(workspace, each.step, waiting)
            waiting = []
        batches[each.step] = [*waiting, *each.records]
        counts = _counted(counts, each)
    for step, batch in batches.items():
        _keep(workspace, step, batch)
    return counts


def readings(
    workspace: Workspace, picture: Picture, tell: Tell, finder: Finder, sources: Sources
) -> Iterator[Read]:
    """Yield what comes of each document that is to be read; nothing is written."""
    recorder = Recorder(workspace, picture, sources, finder.name)
    wanted = sorted(due(picture, finder.name), key=lambda each: each.why != "new")
    known = _known(workspace, picture, wanted)
    given = [_as_known(picture, each.document) for each in wanted]
    found = mapped(partial(claims_of, finder), given)
    for number, (each, reading) in enumerate(zip(wanted, found, strict=True), 1):
        yield _read(each, known.get(each.document.id, ()), reading, recorder)
        tell("finding claims", number, len(wanted))


def _as_known(picture: Picture, document: Document) -> tuple[Document, str | None]:
    """Return a document with the date of publication as it is known by now, and its outlet."""
    published = picture.published(document).value
    if published != document.published:
        document = document.model_copy(update={"published": published})
    return document, picture.outlet(document).value


def _known(workspace: Workspace, picture: Picture, wanted: Sequence[Due]) -> dict[str, list[Known]]:
    """Return what is recorded of documents that are to be read, withdrawn statements included."""
    documents = {each.document.id for each in wanted}
    recorded = list(picture.appearances.values())
    if any(each.why != "new" for each in wanted):
        recorded += picture.withdrawn.values()
    if not any(each.document in documents for each in recorded):
        return {}
    settled = decided(picture)
    return known_in(
        documents,
        recorded,
        picture.attributions,
        decided=settled,
        versions=workspace.store.every(Appearance) if settled else (),
    )


def _read(due_: Due, known: Sequence[Known], reading: Reading, recorder: Recorder) -> Read:
    found = list(zip(*reading, strict=True))
    matches = matched(known, found)
    records: list[Record] = []
    for match in matches:
        recorder.record(due_.document, match, records)
    recorder.examination(due_.document, len(found), records)
    return Read(due_, matches, records)


def _counted(counts: Counts, read: Read) -> Counts:
    first = read.due.why == "new"
    appearances = [each for each in read.records if isinstance(each, Appearance)]
    later = {each.of for each in read.records if isinstance(each, Attribution) if each.supersedes}
    later |= {each.of for each in appearances if each.supersedes and not each.withdrawn}
    return Counts(
        documents=counts.documents + first,
        reread=counts.reread + (not first),
        appearances=counts.appearances + sum(each.supersedes is None for each in appearances),
        changed=counts.changed + len(later),
        withdrawn=counts.withdrawn + sum(bool(each.withdrawn) for each in appearances),
    )


def _keep(workspace: Workspace, step: str, batch: Sequence[Record]) -> None:
    """Record whole documents in one step, so that none is half read when it is interrupted."""
    if 0 < len(batch) <= MAX_STEP:
        workspace.step(step, batch)
    else:
        workspace.steps(step, batch)
