"""The dialogs that add a claim by hand, divide one, and put one under another.

The words of a quote are looked for while they are typed, so that a person sees where they stand
before anything is kept. Up and down take the sentences of the document, from the place on.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from provenance.display import for_terminal, one_line
from provenance.errors import ProvenanceError
from provenance.model import ClaimKind, Modality
from provenance.model.dossier import ClaimView, DocumentView
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.widgets.options import Options

_MOST_PARTS = 3
_LISTED = 5  # places of a quote that are listed


@dataclass(frozen=True)
class Mark:
    """Words that are to be a claim, and what they say."""

    document: str
    quote: str
    occurrence: int | None
    kind: ClaimKind
    modality: Modality
    said_by: tuple[str, ...]
    claim: str  # the handle of the claim that they repeat, empty for one of their own


class MarkDialog(Dialog):
    """Asks which words, and shows where they stand."""

    GOES = RECORD
    HINT = "enter save   up/down sentences   tab next field   esc cancel"
    AUTO_FOCUS = "#quote"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "sentence(1)", show=False, priority=True),
        Binding("up", "sentence(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        handle: str,
        document: DocumentView | None,
        at: int,
        load: Callable[[str], Awaitable[DocumentView]],
        submit: Callable[[Mark], None],
    ) -> None:
        """Ask about a document from a place on; one that is not at hand is loaded."""
        super().__init__("Make words of a document a claim")
        self._handle = handle
        self._document, self._at, self._load, self._submit = document, at, load, submit

    def fields(self) -> Iterable[Widget]:
        """Return document, quote with its place, kind, modality, who says it, claim."""
        yield from text_field("document", self._handle, hint="d7: where the words stand")
        yield from text_field("quote", hint="as they stand there; typed, pasted, or up and down")
        yield Static("", id="stands", markup=False)
        yield from text_field("which", hint="a number, where the words stand several times")
        yield Options("Kind", list(ClaimKind), chosen=frozenset({ClaimKind.FACT}), id="kind")
        asserted = frozenset({Modality.ASSERTED})
        yield Options("Modality", list(Modality), chosen=asserted, id="modality")
        yield from text_field("said_by", hint="empty: as the program reads it")
        yield from text_field("claim", hint="c12, where it repeats one; empty: one of its own")

    def on_mount(self) -> None:
        """Load the document where it is not at hand."""
        super().on_mount()
        if self._document is None and self._handle:
            self._read(self._handle)

    @on(Input.Changed, "#quote")
    @on(Input.Changed, "#which")
    def _typed(self) -> None:
        self._show()

    @on(Input.Changed, "#document")
    def _other(self, event: Input.Changed) -> None:
        if self._document is None or event.value.strip() != self._document.handle:
            self._document = None
            self._read(event.value.strip())

    @work(exclusive=True)
    async def _read(self, handle: str) -> None:
        try:
            found = await self._load(handle)
        except ProvenanceError as error:
            self._stands(str(error))
        else:
            self._document, self._at = found, 0
            self._show()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Leave up and down to the other fields."""
        focused = self.app.focused
        return action != "sentence" or (focused is not None and focused.id == "quote")

    def action_sentence(self, by: int) -> None:
        """Take the next sentence of the document as the quote, or the one before."""
        if self._document is None:
            return
        from provenance.workspace.quote import sentence

        start, end = sentence(self._document.text, self._at, by)
        self._at = start
        words = " ".join(self._document.text[start:end].split())
        field = self.query_one("#quote", Input)
        field.value = words
        field.cursor_position = len(words)

    def _show(self) -> None:
        """Say where the words stand, as far as they are typed."""
        quote = self.text("quote")
        if self._document is None or not quote:
            self._stands("")
            return
        from provenance.workspace.quote import around, missing, places

        text, which = self._document.text, self._which()
        found = places(text, quote)
        if not found:
            self._stands(missing(text, quote, self._document.handle))
        elif len(found) > 1 and which is None:
            lines = [f"{n}. {around(text, each)}" for n, each in enumerate(found[:_LISTED], 1)]
            more = f", of which {_LISTED}" if len(found) > _LISTED else ""
            self._stands("\n".join([f"stands {len(found)} times{more}; which?", *lines]))
        elif not 1 <= (which or 1) <= len(found):
            self._stands(f"stands {len(found)} times; there is no {which}")
        else:
            here = found[(which or 1) - 1]
            self._stands(f"stands at {here[0]}: {around(text, here)}")

    def _stands(self, words: str) -> None:
        for line in self.query("#stands").results(Static):
            line.update(Text(for_terminal(words)))

    def _which(self) -> int | None:
        given = self.text("which")
        return int(given) if given.isdecimal() and len(given) < 6 else None

    def hand_in(self) -> str | None:
        """Hand in the words and what they say."""
        if not self.text("document") or not self.text("quote"):
            return "Document and quote are required."
        self._submit(
            Mark(
                document=self.text("document"),
                quote=self.text("quote"),
                occurrence=self._which(),
                kind=ClaimKind(self.query_one("#kind", Options).answer or ClaimKind.FACT),
                modality=Modality(self.query_one("#modality", Options).answer or Modality.ASSERTED),
                said_by=tuple(e.strip() for e in self.text("said_by").split(";") if e.strip()),
                claim=self.text("claim"),
            )
        )
        return None


class DivideDialog(Dialog):
    """Asks for the words of the parts of a claim."""

    GOES = RECORD

    def __init__(
        self, quote: str, heading: str, about: str, submit: Callable[[tuple[str, ...]], None]
    ) -> None:
        """Offer the claim's words to cut; the parts go to ``submit``."""
        super().__init__(heading, about)
        self._quote, self._submit = " ".join(quote.split()), submit

    def fields(self) -> Iterable[Widget]:
        """Return the words of the first part to be cut, and empty ones for the others."""
        yield Static(f"\u201c{one_line(self._quote, 400)}\u201d", markup=False)
        yield from text_field("part_1", self._quote, hint="stays this claim")
        for number in range(2, _MOST_PARTS + 1):
            yield from text_field(f"part_{number}", hint="becomes a claim of its own")

    def hand_in(self) -> str | None:
        """Hand in the parts."""
        numbers = range(1, _MOST_PARTS + 1)
        parts = tuple(part for number in numbers if (part := self.text(f"part_{number}")))
        if len(parts) < 2:
            return "Two parts are required, each in the words of the text."
        self._submit(parts)
        return None


class MergeDialog(Dialog):
    """Asks under which claim one is put."""

    GOES = RECORD

    def __init__(self, view: ClaimView, about: str, submit: Callable[[str], None]) -> None:
        """Ask about a claim; the handle of the other goes to ``submit``."""
        super().__init__(f"Put {view.handle} under another claim", about)
        self._submit = submit

    def fields(self) -> Iterable[Widget]:
        """Return the field for the other claim."""
        yield from text_field("claim", hint="c12: the claim that says the same")

    def hand_in(self) -> str | None:
        """Hand in the handle."""
        handle = self.text("claim")
        if not handle:
            return "A claim is required, such as c12."
        self._submit(handle)
        return None
