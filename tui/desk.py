"""The desk: what the review room asks of a workspace, and the one thread that speaks to it.

``Desk`` is declared here and made by ``provenance.workspace``; the room knows nothing else of
records and rules. A desk is opened, used and closed in one thread, so that a database
connection never changes threads and decisions are kept in the order in which they were made.
Questions that nobody waits for any more are dropped; decisions never are.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeVar

from provenance.model import (
    ClaimKind,
    DerivationKind,
    Genre,
    Level,
    Modality,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import (
    ClaimRow,
    ClaimView,
    DocumentView,
    ImpactView,
    LeadView,
    Opening,
    SubjectView,
)
from provenance.model.judgement import Decision

if TYPE_CHECKING:  # they import SQL, which would come before the first frame
    from provenance.workspace.notes import Note
    from provenance.workspace.undo import TakenBack

T = TypeVar("T")
FIRST = 30  # claims that are read before the others: more than most screens hold


class Desk(Protocol):
    """What can be asked and decided at one workspace by one agent."""

    def opening(self, most: int) -> Opening:
        """Return the case and the first claims of the queue."""
        ...

    def queue(self) -> tuple[ClaimRow, ...]:
        """Return the claims to review, unreviewed facts first."""
        ...

    def claim(self, identity: str) -> ClaimView:
        """Return one claim with all that is said of it; UnknownHandleError where it is gone."""
        ...

    def document(self, handle: str) -> DocumentView:
        """Return one document with its capture."""
        ...

    def leads(self) -> tuple[LeadView, ...]:
        """Return what to look for next."""
        ...

    def impacts(self, document: str, sources: Sequence[str]) -> tuple[ImpactView, ...]:
        """Return what falls with a document, by its handle, and with sources, by identity."""
        ...

    def subjects(self, document: str, sources: Sequence[str]) -> tuple[SubjectView, ...]:
        """Return a document by its handle, its outlet, and sources by identity."""
        ...

    def decide(
        self,
        claim: ClaimView,
        decision: Decision,
        *,
        reliability: str | None,
        credibility: str | None,
        reason: str,
    ) -> ClaimView:
        """Keep a decision about the versions that were seen; return the claim as it now is."""
        ...

    def undo(self) -> "TakenBack":
        """Take the last step back; return what was undone."""
        ...

    def correct(  # noqa: PLR0913  # what can be corrected, each by its own name
        self,
        claim: ClaimView,
        *,
        type: ClaimKind | None = None,  # noqa: A002 - the field's name in the record
        modality: Modality | None = None,
        level: Level | None = None,
        wording: str | None = None,
        times: tuple[str, ...] | None = None,
        places: tuple[str, ...] | None = None,
        published: str | None = None,
        steps: Mapping[StepRole, tuple[str, ...]] | None = None,
    ) -> ClaimView:
        """Keep a correction of what is given; return the claim as it now is.

        All but kind and wording is corrected at all of the claim's places. Of the steps, a role
        that is given is given whole; a name in brackets is no name.
        """
        ...

    def part(self, claim: ClaimView, quotes: Sequence[str]) -> ClaimView:
        """Divide a claim by the words of its parts; return the first one."""
        ...

    def split(self, claim: ClaimView, place: str) -> ClaimView:
        """Give one place of a claim a claim of its own; return the claim that it leaves."""
        ...

    def merge(self, claim: ClaimView, into: str) -> ClaimView:
        """Put a claim under another, by its handle; return that one."""
        ...

    def mark(
        self,
        document: str,
        quote: str,
        *,
        occurrence: int | None,
        type: ClaimKind,  # noqa: A002 - the field's name in the record
        modality: Modality,
        said_by: tuple[str, ...],
        claim: str,
    ) -> ClaimView:
        """Make words of a document a claim, or a place of one by its handle; return it."""
        ...

    def settle(
        self, claim: ClaimView, record: str, state: State, *, stance: Stance | None
    ) -> ClaimView:
        """Confirm or refuse a tie, or with a stance a place that bears on the claim; return it."""
        ...

    def tie(
        self,
        claim: ClaimView,
        document: str,
        other: str,
        *,
        kind: DerivationKind | None,
        stance: Stance | None,
    ) -> ClaimView:
        """Add what a document goes back to, or how its place in a claim bears on this one."""
        ...

    def name_source(self, claim: ClaimView, words: str, name: str) -> ClaimView:
        """Keep who stands behind the words of an attribution; return the claim as it now is."""
        ...

    def give_genre(self, claim: ClaimView, document: str, genre: Genre, why: str) -> ClaimView:
        """Say what kind of text a document is; return the claim as it now is."""
        ...

    def own(self, claim: ClaimView, subject: str, *, ours: bool, why: str) -> ClaimView:
        """Say that a document or a source is our own publication, or that it is not."""
        ...

    def retract(self, claim: ClaimView, subject: str, *, notice: str, why: str) -> ClaimView:
        """Say that a document or a source fell, and by its handle which document says so."""
        ...

    def notes(self, handle: str) -> "tuple[Note, ...]":
        """Return the scratch notes about a claim, the oldest first."""
        ...

    def add_note(self, handle: str, text: str) -> "tuple[Note, ...]":
        """Write a scratch note about a claim; return all about it."""
        ...

    def delete_note(self, handle: str, number: int) -> "tuple[Note, ...]":
        """Delete a scratch note about a claim; return those that are left."""
        ...

    def close(self) -> None:
        """Let go of the workspace."""
        ...


DeskFactory = Callable[[], Desk]


class DeskThread:
    """The one thread in which a desk is opened, used and closed."""

    def __init__(self, factory: DeskFactory) -> None:
        """Keep the factory; nothing is opened before the first question."""
        self._factory = factory
        self._desk: Desk | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def ask(self, question: Callable[[Desk], T]) -> T:
        """Return an answer; a question cancelled before its turn is never put."""
        return await asyncio.wrap_future(self._thread.submit(self._put, question))

    def tell(self, order: Callable[[Desk], T]) -> Awaitable[T]:
        """Put an order in line at once; it is carried out even when nobody waits for it."""
        return asyncio.shield(asyncio.wrap_future(self._thread.submit(self._put, order)))

    def close(self) -> None:
        """Close the desk when everything told to it is done; wait for that."""
        self._thread.submit(self._shut)
        self._thread.shutdown(wait=True)

    def _put(self, call: Callable[[Desk], T]) -> T:
        if self._desk is None:
            self._desk = self._factory()
        return call(self._desk)

    def _shut(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None
