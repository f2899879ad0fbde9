"""The statements of a text that is checked, as corroboration and lineage read them.

A draft is read by the finder that comes with the program, and nothing of it is kept. Of a
captured document what is recorded stands: a person may have corrected it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from provenance import lineage
from provenance.attribution import attribute
from provenance.canonical import sha256
from provenance.capture import observe_file, observe_stdin
from provenance.claims import Marked, marked
from provenance.corroboration import Passage
from provenance.errors import ExtractError, UsageError
from provenance.languages import is_read, language_name
from provenance.model import (
    Appearance,
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    Date,
    Document,
    Level,
    Modality,
    Quantity,
    Stance,
    When,
)
from provenance.model.amounts import put_forward
from provenance.model.record import Value
from provenance.workspace.jobs import text_of
from provenance.workspace.picture import Picture

DRAFT = "draft"  # the id of what is not recorded; no record has one of five letters
_MOST_BYTES = 64 * (1 << 20)


class Text(Value):
    """A text that is checked, with what is known of it."""

    id: str  # of its document, or DRAFT
    of: str  # the name of a file, or the handle of a document
    text: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: Date | None
    language: str | None
    notes: tuple[str, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether it is one's own, and not captured."""
        return self.id == DRAFT

    @property
    def language_read(self) -> bool:
        """Whether its language is one that the rules read."""
        return is_read(self.language, self.text)

    @property
    def language_name(self) -> str:
        """Return the name of its language."""
        return language_name(self.language)


class Statement(NamedTuple):
    """What a piece states, and who says it there."""

    kind: ClaimKind
    modality: Modality
    wording: str
    quantities: tuple[Quantity, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    dates: tuple[When, ...]
    level: Level | None
    status: AttributionStatus
    steps: tuple[AttributionStep, ...]
    appearance: str | None  # where it is recorded


class Piece(NamedTuple):
    """A piece of the text, with what it states, if anything."""

    marked: Marked
    statement: Statement | None

    @property
    def id(self) -> str:
        """What it is called among the pieces of its text: its span."""
        return f"{self.marked.start}-{self.marked.end}"

    def passage(self, text: Text) -> Passage:
        """Return a piece that states something as corroboration reads it."""
        said = self.stated
        return Passage(
            id=self.id,
            document=text.id,
            content=sha256(f"{self.id} {said.wording}".encode()),
            wording=said.wording,
            type=said.kind,
            modality=said.modality,
            quantities=put_forward(said.wording, said.quantities),
            places=said.places,
            times=said.times,
            published=text.published,
            start=self.marked.start,
        )

    def mention(self, text: Text) -> lineage.Mention:
        """Return a piece that states something as drift reads it."""
        said = self.stated
        return lineage.Mention(
            id=self.id,
            document=text.id,
            content="",
            stance=Stance.REPEATS,
            sources=tuple(
                lineage.SourceRef(
                    id=each.source or each.name,
                    name=each.name,
                    named=each.named,
                    role=each.role,
                    type=each.type,
                )
                for each in said.steps
            ),
            outlet=text.outlet,
            wording=said.wording,
            modality=said.modality,
            quantities=put_forward(said.wording, said.quantities),
            level=said.level,
            published=text.published,
        )

    @property
    def stated(self) -> Statement:
        """What it states; only asked of what states something."""
        if self.statement is None:
            raise AssertionError("furniture and questions state nothing")
        return self.statement


def draft_of(draft: Path | bytes) -> Text:
    """Return a file, or what was piped, as a text to check; a UsageError where it is unreadable."""
    if isinstance(draft, bytes):
        seen, name = observe_stdin(draft), "standard input"
    else:
        seen, name = observe_file(draft, max_bytes=_MOST_BYTES), draft.name
    found = text_of(seen)
    if found is None:
        raise UsageError(f"{name} cannot be checked: {seen.reason or 'there is nothing in it'}")
    if isinstance(found, ExtractError):
        raise UsageError(f"{name} cannot be checked: {found}") from found
    return Text(
        id=DRAFT,
        of=name,
        text=found.text,
        title=found.title,
        outlet=found.site,
        authors=found.authors,
        published=found.published,
        language=found.language,
        notes=found.notes,
    )


def text_of_document(picture: Picture, document: Document, handle: str) -> Text:
    """Return a captured document as a text to check."""
    return Text(
        id=document.id,
        of=handle,
        text=document.text,
        title=document.title,
        outlet=picture.outlet(document).value,
        authors=document.authors,
        published=picture.published(document).value,
        language=document.language,
    )


def draft_pieces(text: Text) -> list[Piece]:
    """Return the pieces of a draft with what the finder makes of them."""
    found = list(_marked(text))
    stating = [each.found for each in found if each.found is not None]
    chains = iter(
        attribute(
            text.text,
            [(each.selector, each.type) for each in stating],
            authors=text.authors,
            outlet=text.outlet,
        )
    )
    pieces: list[Piece] = []
    for each in found:
        said = each.found
        if said is None:
            pieces.append(Piece(each, None))
            continue
        chain = next(chains)
        statement = Statement(
            kind=said.type,
            modality=said.modality,
            wording=said.wording,
            quantities=said.quantities,
            places=said.places,
            times=said.times,
            dates=said.dates or (),
            level=said.level,
            status=chain.status,
            steps=chain.steps,
            appearance=None,
        )
        pieces.append(Piece(each, statement))
    return pieces


def recorded_pieces(picture: Picture, text: Text) -> list[Piece]:
    """Return the pieces of a captured document with what is recorded of them.

    What is recorded and stands on no piece of its own (marked by hand) is a piece too.
    """
    known = {
        (each.selector.start, each.selector.end): each
        for each in picture.appearances.values()
        if each.document == text.id and each.of in picture.belongs
    }
    pieces: list[Piece] = []
    for each in _marked(text):
        appearance = known.pop((each.start, each.end), None)
        if appearance is None:
            pieces.append(Piece(each, None))
            continue
        mark = each._replace(kind=appearance.type.value)
        pieces.append(Piece(mark, _recorded(picture, appearance)))
    for (start, end), appearance in known.items():
        mark = Marked(start, end, appearance.type.value, appearance.rule, "", None)
        pieces.append(Piece(mark, _recorded(picture, appearance)))
    return sorted(pieces, key=lambda each: (each.marked.start, each.marked.end))


def _marked(text: Text) -> Iterator[Marked]:
    if not text.language_read:
        return iter(())
    return marked(text.text, language=text.language, title=text.title, published=text.published)


def _recorded(picture: Picture, appearance: Appearance) -> Statement:
    chain = picture.attributions.get(appearance.of)
    return Statement(
        kind=appearance.type,
        modality=appearance.modality,
        wording=appearance.wording,
        quantities=appearance.quantities,
        places=appearance.places,
        times=appearance.times,
        dates=appearance.dates or (),
        level=appearance.level,
        status=chain.status if chain else AttributionStatus.UNATTRIBUTED,
        steps=chain.steps if chain else (),
        appearance=appearance.of,
    )


def facts_in(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that state facts."""
    return [
        each
        for each in pieces
        if each.statement is not None and each.statement.kind is ClaimKind.FACT
    ]
