"""Messages that workers post to the screen: small, frozen, and the only way back from a worker."""

from typing import TYPE_CHECKING

from textual.message import Message

from provenance.errors import ProvenanceError
from provenance.model import Selector
from provenance.model.dossier import (
    ClaimRow,
    ClaimView,
    DocumentView,
    ImpactView,
    LeadView,
    Opening,
    SubjectView,
)

if TYPE_CHECKING:
    from provenance.workspace.notes import Note
    from provenance.workspace.undo import TakenBack


class DeskOpened(Message):
    """The workspace is open: the case, and the first claims of the queue."""

    def __init__(self, opening: Opening) -> None:
        """Carry what is shown first."""
        super().__init__()
        self.opening = opening


class DeskNotOpened(Message):
    """The workspace cannot be opened."""

    def __init__(self, error: ProvenanceError) -> None:
        """Carry the error to the one who started the room."""
        super().__init__()
        self.error = error


class QueueLoaded(Message):
    """The queue as it now is."""

    def __init__(self, rows: tuple[ClaimRow, ...]) -> None:
        """Carry the queue."""
        super().__init__()
        self.rows = rows


class ClaimLoaded(Message):
    """One claim as it now is, and the scratch notes about it."""

    def __init__(self, view: ClaimView, notes: "tuple[Note, ...]" = ()) -> None:
        """Carry claim and notes."""
        super().__init__()
        self.view, self.notes = view, notes


class ClaimGone(Message):
    """A claim is not there any more: it was erased, or put under another one."""

    def __init__(self, identity: str, reason: str) -> None:
        """Carry which claim, and where it went."""
        super().__init__()
        self.identity, self.reason = identity, reason


class DocumentLoaded(Message):
    """One document as it now is."""

    def __init__(self, document: DocumentView) -> None:
        """Carry the document."""
        super().__init__()
        self.document = document


class NeighboursLoaded(Message):
    """Where the other claims of a document stand: (handle, selector)."""

    def __init__(self, document: str, places: tuple[tuple[str, Selector], ...]) -> None:
        """Carry the document's handle and the places."""
        super().__init__()
        self.document, self.places = document, places


class LeadsLoaded(Message):
    """What to look for next."""

    def __init__(self, leads: tuple[LeadView, ...]) -> None:
        """Carry the leads."""
        super().__init__()
        self.leads = leads


class ImpactLoaded(Message):
    """What would fall with a text and with those who say so."""

    def __init__(self, impacts: tuple[ImpactView, ...]) -> None:
        """Carry what falls with each."""
        super().__init__()
        self.impacts = impacts


class SubjectsLoaded(Message):
    """Of whom something can be said as a whole: the text that is shown first."""

    def __init__(self, what: str, subjects: tuple[SubjectView, ...]) -> None:
        """Carry what is to be said, and of whom it can be."""
        super().__init__()
        self.what, self.subjects = what, subjects


class Saved(Message):
    """A step was kept. ``others`` says whether it may have changed other claims as well."""

    def __init__(self, done: str, view: ClaimView, *, others: bool) -> None:
        """Carry what was done and the claim as it now is."""
        super().__init__()
        self.done, self.view, self.others = done, view, others


class Moved(Message):
    """Words were put under another claim than the one that was looked at; ``asked`` is that one."""

    def __init__(self, done: str, view: ClaimView, asked: str) -> None:
        """Carry what was done, and the claim under which they are now."""
        super().__init__()
        self.done, self.view, self.asked = done, view, asked


class Undone(Message):
    """The last step was taken back."""

    def __init__(self, done: "TakenBack") -> None:
        """Carry what was undone."""
        super().__init__()
        self.done = done


class Noted(Message):
    """A scratch note was written or deleted; those about its claim as they now are."""

    def __init__(self, done: str, identity: str, notes: "tuple[Note, ...]") -> None:
        """Carry what was done, the claim and its notes."""
        super().__init__()
        self.done, self.identity, self.notes = done, identity, notes


class NotSaved(Message):
    """A step was not kept: the reason, and the claim it was about, if any."""

    def __init__(self, reason: str, identity: str | None) -> None:
        """Carry the reason in the words of the one who refused."""
        super().__init__()
        self.reason, self.identity = reason, identity


class NotLoaded(Message):
    """A question could not be answered."""

    def __init__(self, reason: str) -> None:
        """Carry the reason."""
        super().__init__()
        self.reason = reason
