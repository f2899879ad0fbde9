"""A statement that no claim carries, held against the texts in which the nearest claims stand.

What a statement says may stand in a text over several sentences, none of which says it alone. So
the sentences of that text are weighed against it (``corroboration.evidence``): they seem to say
it, to say otherwise, or nobody knows; of several texts the one that says most of it counts. It
stays a proposal beside the sentences, and gives no grade.
Of a long text the sentences around the place of the nearest claim are read.
"""

from typing import NamedTuple

from provenance.corroboration.evidence import Held, Verdict, weigh
from provenance.model import Stance
from provenance.text import sentence_spans
from provenance.workspace.picture import Picture

AROUND = 200  # sentences before and after the place of the nearest claim
NUMBER = "other number"
_STANCES = {
    Verdict.SUPPORTS: Stance.SUPPORTS,
    Verdict.REPEATS: Stance.SUPPORTS,
    Verdict.CONTRADICTS: Stance.CONTRADICTS,
}


class OnPage(NamedTuple):
    """How the sentences of a text bear on a statement, and those that do."""

    stance: Stance
    held: int  # how much of the statement stands there
    decides: Held | None  # what weighs most against it
    sentences: tuple[str, ...]

    @property
    def order(self) -> tuple[int, bool]:
        """The text first that holds most of a statement; of those one that decides."""
        return -self.held, self.stance is Stance.UNSURE


class Pages:
    """The captured texts of a picture, cut into sentences when they are asked for."""

    def __init__(self, picture: Picture) -> None:
        """Know of no text yet."""
        self._picture = picture
        self._cut: dict[str, tuple[tuple[int, str], ...]] = {}

    def held(self, statement: str, appearance: str) -> OnPage:
        """Return how the text in which an appearance stands bears on a statement."""
        at = self._picture.appearances[appearance]
        cut = self._sentences(at.document)
        here = next((n for n, (start, _) in enumerate(cut) if start >= at.selector.start), 0)
        near = [said for _, said in cut[max(0, here - AROUND) : here + AROUND]]
        weighed = weigh(statement, near)
        against = [sign for sign in weighed.signs if sign.weight < 0]
        decides = min(against, key=lambda sign: sign.weight, default=None)
        stance = _STANCES.get(weighed.verdict, Stance.UNSURE)
        if decides and decides.rule == NUMBER and len(weighed.sentences) > 1:
            stance = Stance.UNSURE  # it may count something else, of which another one tells
        return OnPage(
            stance,
            sum(sign.weight for sign in weighed.signs if sign.weight > 0),
            decides,
            tuple(near[each] for each in weighed.sentences),
        )

    def _sentences(self, document: str) -> tuple[tuple[int, str], ...]:
        if document not in self._cut:
            text = self._picture.documents[document].text
            spans = sentence_spans(text)
            self._cut[document] = tuple((start, text[start:end]) for start, end in spans)
        return self._cut[document]
