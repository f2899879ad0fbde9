"""Work that runs beside the screen: each worker asks the desk and posts one message back.

Workers never touch widgets. Loading is exclusive for each kind of thing: a claim that is no
longer looked at is not loaded. Steps are never dropped and are kept in order.
"""

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.worker import WorkType

from provenance.errors import ProvenanceError, UnknownHandleError
from provenance.model import Selector
from provenance.model.dossier import ClaimRow, ClaimView, DocumentView
from tui.desk import FIRST, Desk, DeskThread
from tui.messages import (
    ClaimGone,
    ClaimLoaded,
    DeskNotOpened,
    DeskOpened,
    DocumentLoaded,
    ImpactLoaded,
    LeadsLoaded,
    Moved,
    NeighboursLoaded,
    Noted,
    NotLoaded,
    NotSaved,
    QueueLoaded,
    Saved,
    SubjectsLoaded,
    Undone,
)

if TYPE_CHECKING:
    from provenance.workspace.notes import Note

T = TypeVar("T")
NEIGHBOURS = 200  # other claims marked in one document


class Work:
    """Starts workers for one screen."""

    def __init__(self, screen: Screen[Any], desk: DeskThread) -> None:
        """Post to the screen what the desk answers."""
        self._screen, self._desk = screen, desk

    def open(self) -> None:
        """Open the workspace and load the head of the queue."""
        self._load("open", self._open)

    def queue(self) -> None:
        """Load the queue again."""
        self._load("queue", self._ask, lambda desk: QueueLoaded(desk.queue()))

    def claim(self, identity: str) -> None:
        """Load one claim."""
        self._load("claim", self._ask, lambda desk: _loaded(desk, identity))

    def document(self, handle: str) -> None:
        """Load one document."""
        self._load("document", self._ask, lambda desk: DocumentLoaded(desk.document(handle)))

    def leads(self) -> None:
        """Load the leads."""
        self._load("leads", self._ask, lambda desk: LeadsLoaded(desk.leads()))

    def impacts(self, document: str, sources: tuple[str, ...]) -> None:
        """Load what would fall with a document and with sources."""
        self._load("impact", self._ask, lambda desk: ImpactLoaded(desk.impacts(document, sources)))

    def subjects(self, what: str, document: str, sources: tuple[str, ...]) -> None:
        """Load of whom something can be said: a document, its outlet and sources."""

        def asked(desk: Desk) -> Message:
            return SubjectsLoaded(what, desk.subjects(document, sources))

        self._load("subjects", self._ask, asked)

    def neighbours(self, handle: str, rows: tuple[ClaimRow, ...]) -> None:
        """Load where the claims that first appear in a document stand in it."""
        there = [row.id for row in rows if row.document == handle][:NEIGHBOURS]
        self._load("neighbours", self._neighbours, handle, there)

    def save(
        self, done: str, identity: str, order: Callable[[Desk], ClaimView], *, others: bool
    ) -> None:
        """Keep a step about a claim."""
        self._step(lambda desk: Saved(done, order(desk), others=others), identity)

    def move(self, done: str, asked: str, order: Callable[[Desk], ClaimView]) -> None:
        """Keep a step after which another claim than the one asked about is looked at."""
        self._step(lambda desk: Moved(done, order(desk), asked), asked)

    async def read(self, handle: str) -> DocumentView:
        """Return a document by its handle."""
        return await self._desk.ask(lambda desk: desk.document(handle))

    def note(self, done: str, identity: str, order: "Callable[[Desk], tuple[Note, ...]]") -> None:
        """Write or delete a scratch note about a claim."""
        self._step(lambda desk: Noted(done, identity, order(desk)), identity)

    def undo(self) -> None:
        """Take the last step back."""
        self._step(lambda desk: Undone(desk.undo()), None)

    def _load(self, group: str, work: Callable[..., Coroutine[Any, Any, None]], *of: Any) -> None:
        self._run(partial(work, *of), group=group, exclusive=True)

    def _step(self, order: Callable[[Desk], Message], identity: str | None) -> None:
        kept = self._desk.tell(order)  # in line before the next one is given
        self._run(partial(self._told, kept, identity), group="steps", exclusive=False)

    def _run(self, work: WorkType[None], *, group: str, exclusive: bool) -> None:
        self._screen.run_worker(work, group=group, exclusive=exclusive)

    async def _open(self) -> None:
        try:
            opened = await self._desk.ask(lambda desk: DeskOpened(desk.opening(FIRST)))
        except ProvenanceError as error:
            self._screen.post_message(DeskNotOpened(error))
        else:
            self._screen.post_message(opened)

    async def _ask(self, question: Callable[[Desk], Message]) -> None:
        try:
            answer = await self._desk.ask(question)
        except ProvenanceError as error:
            answer = NotLoaded(str(error))
        self._screen.post_message(answer)

    async def _told(self, kept: Awaitable[Message], identity: str | None) -> None:
        try:
            answer = await kept
        except ProvenanceError as error:
            answer = NotSaved(str(error), identity)
        self._screen.post_message(answer)

    async def _neighbours(self, handle: str, identities: list[str]) -> None:
        places: list[tuple[str, Selector]] = []
        for identity in identities:  # one question each, so that a decision never waits for all
            try:
                view = await self._desk.ask(_claim(identity))
            except UnknownHandleError:  # gone meanwhile: it stands nowhere
                continue
            except ProvenanceError as error:
                self._screen.post_message(NotLoaded(str(error)))
                return
            places += [(view.handle, p.selector) for p in view.appearances if p.document == handle]
        self._screen.post_message(NeighboursLoaded(handle, tuple(places)))


def _loaded(desk: Desk, identity: str) -> Message:
    try:
        view = desk.claim(identity)
    except UnknownHandleError as error:
        return ClaimGone(identity, str(error))
    return ClaimLoaded(view, desk.notes(view.handle))


def _claim(identity: str) -> Callable[[Desk], ClaimView]:
    return lambda desk: desk.claim(identity)
