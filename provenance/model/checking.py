"""Read models of a checked text: each sentence, the claim that carries it, and what is amiss.

Made by ``workspace.check`` for a draft of one's own, of which nothing is recorded, and for a
captured document alike; never kept.
"""

from typing import Literal

from provenance.model.attribution import AttributionStatus, AttributionStep
from provenance.model.claim import ClaimKind, Modality
from provenance.model.dossier import Independence, ReviewState
from provenance.model.record import Value
from provenance.model.relation import Stance

Verdict = Literal["nothing amiss", "amiss", "no claim carries it", "apart", "no statement"]


class SideView(Value):
    """Words in a captured text, beside which those of the checked text are held."""

    document: str  # handle
    outlet: str | None
    words: str


class AmissView(Value):
    """One thing that is amiss with a sentence, with the words on both sides.

    ``instead`` is what could stand in the place of ``words``, where that follows without judgement;
    with a comma before it, what could be put behind the sentence.
    """

    rule: str
    sentence: str
    words: str  # of the checked text
    beside: tuple[SideView, ...]
    instead: str = ""


class CarrierOrigin(Value):
    """An origin of a claim that carries a sentence."""

    name: str
    stance: Literal["supports", "contradicts"]
    independence: Independence
    proposed: bool


class CarrierView(Value):
    """A claim of the workspace beside a sentence: how they bear on each other, and its grade."""

    handle: str
    wording: str
    type: ClaimKind
    cell: str
    proposed: bool  # no person has confirmed the grade
    state: ReviewState
    stale: bool
    stance: Stance
    rule: str
    words: tuple[str, ...]  # on both sides, what decided
    origins: tuple[CarrierOrigin, ...]


class PieceView(Value):
    """A sentence, line or proposition of a checked text.

    ``carrier`` is the claim that says the same; where there is none, ``nearest`` is the claim
    that says most of it, which is no evidence.
    """

    start: int  # code points into the text
    end: int
    text: str
    kind: str  # fact, forecast, opinion, norm, question or furniture
    rule: str
    words: str  # by which the rule holds
    modality: Modality | None
    attribution: AttributionStatus | None
    steps: tuple[AttributionStep, ...]
    verdict: Verdict
    carrier: CarrierView | None = None
    others: tuple[str, ...] = ()  # handles of further claims that say the same
    nearest: CarrierView | None = None
    amiss: tuple[AmissView, ...] = ()
    instead: str = ""  # the sentence with all that could stand instead


class CheckedView(Value):
    """A text held beside the claims of a workspace at one entry of its log."""

    of: str  # the name of a file, or the handle of a document
    draft: bool
    title: str | None
    outlet: str | None
    published: str | None
    language: str  # its name
    language_read: bool
    notes: tuple[str, ...]  # what had to be put up with when it was read
    case: str
    handling: str
    entries: int
    made_at: str
    made_with: str
    text: str
    pieces: tuple[PieceView, ...]

    @property
    def facts(self) -> tuple[PieceView, ...]:
        """The sentences that state facts."""
        return tuple(each for each in self.pieces if each.kind == ClaimKind.FACT)

    @property
    def apart(self) -> tuple[PieceView, ...]:
        """Forecasts, opinions and norms: they are not held beside evidence."""
        return tuple(each for each in self.pieces if each.verdict == "apart")

    @property
    def amiss(self) -> tuple[PieceView, ...]:
        """The sentences with which something is amiss."""
        return tuple(each for each in self.pieces if each.verdict == "amiss")

    @property
    def uncarried(self) -> tuple[PieceView, ...]:
        """The sentences that no claim carries."""
        return tuple(each for each in self.pieces if each.verdict == "no claim carries it")

    @property
    def clean(self) -> bool:
        """Whether nothing is amiss, and each fact is carried by a claim."""
        return not self.amiss and not self.uncarried
