"""One claim whose words carry several propositions is divided into one claim for each.

The first part stays the claim, with its handle; each further part becomes a claim of its own.
Each stands on its own words, within those that were divided. All appearances that hold the words
are divided alike, so that copies of one sentence stay together; where a document is named, those
in it alone. Who says so, and how, stays as it was for each part.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from provenance.errors import UsageError
from provenance.model import Appearance, Entity, Record, Selector, When
from provenance.workspace.core import Workspace
from provenance.workspace.correct.mark import belonging, claim_of
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture
from provenance.workspace.quote import places

Parts = Sequence[tuple[int, int]]  # in a document, in the order of the quotes
Named = TypeVar("Named", Entity, When)


def part(
    workspace: Workspace,
    claim: str,
    quotes: Sequence[str],
    *,
    document: str | None = None,
    why: str = "",
) -> tuple[str, ...]:
    """Divide a claim by the words of its parts; return the claims, the old one first."""
    if len(quotes) < 2:
        raise UsageError("give the words of two parts or more, each with --quote")
    picture = Picture(workspace)
    members = picture.members.get(claim, ())
    asked = [each for each in members if document in (None, each.document)]
    divided = {each.of: parts for each in asked if (parts := _parts(picture, each, quotes))}
    if not divided:
        raise UsageError(_none(workspace, asked))
    course = _Course(workspace, picture, divided, why or "divided by hand")
    course.first(claim, whole=len(divided) == len(members))
    claims = [claim, *(course.further(number) for number in range(1, len(quotes)))]
    keep(workspace, "part claim", course.records)
    return tuple(claims)


def _parts(picture: Picture, appearance: Appearance, quotes: Sequence[str]) -> Parts:
    """Return where the parts stand within an appearance; nothing where one does not, or twice."""
    start, end = appearance.selector.start, appearance.selector.end
    text = picture.documents[appearance.document].text[start:end]
    found = [places(text, quote) for quote in quotes]
    if any(len(each) != 1 for each in found):
        return ()
    parts = [(start + each[0][0], start + each[0][1]) for each in found]
    overlap = any(one[1] > other[0] for one, other in pairwise(sorted(parts)))
    return () if overlap else parts


def _none(workspace: Workspace, asked: Sequence[Appearance]) -> str:
    if not asked:
        return "the claim does not appear in that document"
    handle = workspace.store.handles("d")[asked[0].document]
    return (
        "each part must stand once within the claim's words, and no two may overlap. "
        f"In {handle} the words are: “{' '.join(asked[0].selector.exact.split())}”"
    )


class _Course:
    """The records of one division."""

    def __init__(
        self, workspace: Workspace, picture: Picture, divided: Mapping[str, Parts], why: str
    ) -> None:
        self._workspace, self._picture, self._why = workspace, picture, why
        self._divided = divided
        self.records: list[Record] = []

    def first(self, claim: str, *, whole: bool) -> None:
        """Keep the first part under the claim; reword it where no appearance is left whole."""
        pieces = [self._piece(of, 0) for of in self._divided]
        if whole:
            names = ("wording", "quantities", "places", "times")
            fields = {name: getattr(pieces[0], name) for name in names}
            known = self._picture.claims[claim]
            self.records.append(next_version(self._workspace, known, why=self._why, **fields))
        for of, piece in zip(self._divided, pieces, strict=True):
            now = self._picture.appearances[of]
            belongs = self._picture.belongs[of]
            piece = piece.model_copy(update={"of": of, "supersedes": now.id})  # noqa: PLW2901
            self.records += [piece, self._link(piece, claim, belongs.id)]

    def further(self, number: int) -> str:
        """Keep a further part under a claim of its own; return that claim."""
        pieces = [self._piece(of, number) for of in self._divided]
        made = claim_of(self._workspace.new_id(), pieces[0], self._why)
        self.records.append(made)
        for of, piece in zip(self._divided, pieces, strict=True):
            chain = self._picture.attributions[of]
            own = {"id": self._workspace.new_id(), "of": piece.of, "supersedes": None}
            chain = chain.model_copy(update={**own, "why": self._why})
            self.records += [piece, chain, self._link(piece, made.of, None)]
        return made.of

    def _link(self, piece: Appearance, claim: str, supersedes: str | None) -> Record:
        link = belonging(self._workspace, self._picture, piece, claim, self._why)
        return link.model_copy(update={"supersedes": supersedes})

    def _piece(self, of: str, number: int) -> Appearance:
        """Return a part as an appearance of its own."""
        appearance, record_id = self._picture.appearances[of], self._workspace.new_id()
        text = self._picture.documents[appearance.document].text
        selector = Selector.of(text, *self._divided[of][number])
        words = selector.exact
        own = {
            "id": record_id,
            "of": record_id,
            "supersedes": None,
            "selector": selector,
            "wording": " ".join(words.split()),
            "quantities": tuple(each for each in appearance.quantities if each.words in words),
            "places": tuple(each for each in appearance.places if each in words),
            "times": tuple(each for each in appearance.times if each in words),
            "dates": _within(appearance.dates, words),
            "entities": _within(appearance.entities, words),
            "rule": BY_HAND,
            "finder": BY_HAND,
            "worth": None,
            "why": self._why,
        }
        return appearance.model_copy(update=own)


def _within(found: tuple[Named, ...] | None, words: str) -> tuple[Named, ...] | None:
    """Return those of an appearance's names or times that stand in a part."""
    return None if found is None else tuple(each for each in found if each.words in words)
