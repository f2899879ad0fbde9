"""What stands beside the queue: one claim, one of its places, and the document there. No Textual.

A quote is marked only where it stands exactly at its selector. Where the text no longer holds
it, that is said; nothing is searched for and marked in its stead.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from provenance.display import day_and_minute, one_line
from provenance.model import Selector
from provenance.model.dossier import AppearanceView, ClaimView, DocumentView
from tui.record import grade_words, record_sheet
from tui.sheet import Sheet, Span, layered

if TYPE_CHECKING:
    from provenance.workspace.notes import Note

Places = tuple[tuple[str, Selector], ...]  # claim's handle, and where it stands


@dataclass(frozen=True)
class Shown:
    """The claim, the place and the document that are on the screen."""

    view: ClaimView | None = None
    index: int = 0
    document: DocumentView | None = None
    neighbours: Places = ()
    notes: "tuple[Note, ...]" = ()

    @property
    def place(self) -> AppearanceView | None:
        """The place of the claim that is shown."""
        if self.view is None or not self.view.appearances:
            return None
        return self.view.appearances[self.index]

    @property
    def wanted(self) -> str | None:
        """The handle of the document to load, None where it is at hand or there is none."""
        if self.place is None:
            return None
        at_hand = self.document is not None and self.document.handle == self.place.document
        return None if at_hand else self.place.document

    def with_view(self, view: ClaimView, document: str) -> Self:
        """Return the state on a claim: at the place it had, else at the one in a document."""
        if self.view is not None and self.view.id == view.id and self.place is not None:
            wanted = self.place.id
            index = next((i for i, p in enumerate(view.appearances) if p.id == wanted), 0)
            return replace(self, view=view, index=index)
        index = next((i for i, p in enumerate(view.appearances) if p.document == document), 0)
        return replace(self, view=view, index=index, notes=())

    def with_notes(self, notes: "tuple[Note, ...]") -> Self:
        """Return the state with the scratch notes about its claim."""
        return replace(self, notes=notes)

    def with_document(self, document: DocumentView, neighbours: Places = ()) -> Self:
        """Return the state with a document."""
        return replace(self, document=document, neighbours=neighbours)

    def stepped(self, by: int) -> Self:
        """Return the state at another place of the claim, round at the ends."""
        if self.view is None or not self.view.appearances:
            return self
        return replace(self, index=(self.index + by) % len(self.view.appearances))

    @property
    def holds(self) -> bool:
        """Whether the quote stands exactly where its selector says."""
        return (
            self.place is not None
            and self.document is not None
            and self.wanted is None
            and self.place.selector.holds(self.document.text)
        )

    @property
    def document_title(self) -> str:
        """Which document, from where, when, and which of the claim's places it is."""
        doc = self.document
        if self.view is None or self.place is None or doc is None or self.wanted:
            return "2 Document"
        count = len(self.view.appearances)
        parts = [
            f"2 Document {doc.handle}",
            one_line(doc.outlet or "outlet unknown", 30),
            day_and_minute(doc.published),
            *([f"place {self.index + 1} of {count}"] if count > 1 else []),
            one_line(doc.title or "no title", 80),
        ]
        return " \u00b7 ".join(parts)

    @property
    def alarm(self) -> str:
        """The first path of the claim that returns to where it began; empty where none does."""
        if self.view is None or not self.view.alarms:
            return ""
        more = f" and {len(self.view.alarms) - 1} more" if len(self.view.alarms) > 1 else ""
        return f"ALARM {one_line(self.view.alarms[0].drawn, 120)}{more}"

    @property
    def record_title(self) -> str:
        """Which claim, and its grade."""
        if self.view is None:
            return "3 Record"
        view = self.view
        grade = grade_words(view.cell, proposed=view.proposed, state=view.state)
        count = len(self.notes)
        notes = f" \u00b7 {count} note{'' if count == 1 else 's'}" if count else ""
        return f"3 Record {view.handle} \u00b7 {grade}{notes}"

    def document_sheet(self) -> tuple[Sheet, int]:
        """Return the document's text with the claims marked in place, and where to look."""
        if self.document is None or self.view is None or self.place is None:
            return Sheet(), 0
        here, text = self.place, self.document.text
        spans = []
        if self.holds:
            start, end = here.selector.start, here.selector.end
            spans.append(Span(start, end, "claim", f"\u25b6{self.view.handle}"))
        spans += [
            Span(p.selector.start, p.selector.end, "other", self.view.handle)
            for p in self.view.appearances
            if p.document == here.document and p.id != here.id and p.selector.holds(text)
        ]
        spans += [
            Span(selector.start, selector.end, "other", handle)
            for handle, selector in self.neighbours
            if handle != self.view.handle and selector.holds(text)
        ]
        return Sheet(text, layered(spans)), here.selector.start if self.holds else 0

    @property
    def document_note(self) -> str:
        """What must be said of the place, empty where all is well."""
        if self.place is None or self.document is None or self.wanted or self.holds:
            return ""
        return "The quote does not stand at its place in this text any more: nothing is marked."

    def record(self) -> Sheet:
        """Return the claim's provenance record."""
        if self.view is None:
            return Sheet()
        document = None if self.wanted else self.document
        return record_sheet(self.view, self.place, document, self.notes)
