"""Who says what where: sources, appearances, origins, ties, as they are shown."""

from typing import Literal

from provenance.model.attribution import (
    AttributionStatus,
    AttributionStep,
    Genre,
    StepDetail,
)
from provenance.model.claim import (
    ClaimKind,
    Entity,
    Level,
    Modality,
    Selector,
    When,
    Worth,
)
from provenance.model.dossier.judged import GradeView
from provenance.model.evidence import SourceType
from provenance.model.record import Value
from provenance.model.relation import DerivationKind, Evidence, Stance, State

Independence = Literal["shown independent", "dependent", "not established"]


class SourceView(Value):
    """A source, its letter, and how many claims stand on it."""

    id: str
    handle: str
    name: str
    named: bool
    type: SourceType
    domain: str | None
    grade: GradeView | None
    claims: tuple[str, ...]  # handles
    same_as: tuple[str, ...] = ()  # handles of sources that a person says are this one
    may_be: tuple[str, ...] = ()  # of others under the same name, about which nobody has said so
    ours: bool = False  # our own publication: it adds no origin


def _told(step: AttributionStep, detail: StepDetail) -> str:
    """Return what is told of a source, with its kind where the step alone does not show it."""
    shown = (step.type, f"{'named' if step.named else 'unnamed'} {step.type}")
    kind = "" if detail.kind is None or detail.kind in shown else detail.kind
    return ", ".join(part for part in (kind, detail.told) if part)


class AppearanceView(Value):
    """One place where a claim appears, with the chain behind it."""

    id: str
    document: str  # handle
    document_id: str
    uri: str
    title: str | None
    outlet: str | None
    outlet_basis: str
    published: str | None
    selector: Selector
    type: ClaimKind
    modality: Modality
    cue: str
    rule: str
    stance: Stance
    link_state: State
    link_rule: str
    link_words: tuple[str, ...]
    attribution: AttributionStatus
    steps: tuple[AttributionStep, ...]
    details: tuple[StepDetail, ...] = ()  # one for each step; empty where none were kept
    attribution_rule: str
    attribution_why: str = ""  # why a person corrected the chain, where one did
    letter: str  # of the last identified source in its chain; F where it is unnamed
    letter_of: str  # whose letter, such as "unnamed: leaked documents"
    outlet_letter: str
    fallen: str = ""  # why it no longer counts, where it does not
    origin: int  # number of its OriginView within the claim
    beside: str = ""  # the finder that alone found it, beside the one that reads all texts
    entities: tuple[Entity, ...] = ()  # names in it
    dates: tuple[When, ...] = ()  # its times, counted from the publication date known by now
    level: Level | None = None
    worth: Worth | None = None

    @property
    def because(self) -> tuple[tuple[str, str], ...]:
        """What was decided about it, and the rule or the signs by which, with their words."""
        decided = [(self.type.value, self.rule)]
        if self.level is not None:
            decided.append(("level", f"{self.level.value}: {self.level.meaning}"))
        if self.attribution_rule:
            decided.append((self.attribution.value, self.attribution_rule))
        if self.worth is not None:
            decided.append(("worth checking", self.worth.told))
        return tuple(decided)

    @property
    def when(self) -> tuple[str, ...]:
        """Each of its times: the words, the date that they come to, and what that rests on."""
        return tuple(
            f"\u201c{each.words}\u201d \u2192 {each.value} ({each.basis})"
            if each.value is not None
            else f"\u201c{each.words}\u201d, {each.basis}"
            for each in self.dates
        )

    @property
    def named(self) -> tuple[str, ...]:
        """Each name in it once, with what it looks to be a name of."""
        return tuple(dict.fromkeys(f"{each.words} ({each.type})" for each in self.entities))

    @property
    def told(self) -> tuple[str, ...]:
        """What the text tells of the source of each step, in their order; "" where nothing."""
        if len(self.details) != len(self.steps):
            return ("",) * len(self.steps)
        return tuple(map(_told, self.steps, self.details))


class OriginView(Value):
    """A group of appearances that go back to one place."""

    number: int
    name: str
    stance: Literal["supports", "contradicts"]
    appearances: tuple[str, ...]  # ids
    documents: tuple[str, ...]  # handles
    independence: Independence  # from the claim's other origins
    sentence: str  # why
    proposed: bool = False  # whether it rests on a tie that no person has confirmed


class DerivationView(Value):
    """One document goes back to another. Only a confirmed one may be called a copy."""

    id: str
    downstream: str  # document handle
    upstream: str | None  # document handle
    upstream_name: str | None
    type: DerivationKind
    directed: bool
    state: State
    wording: str  # "shares text with" until a person confirms it
    evidence: tuple[Evidence, ...]


class DriftStep(Value):
    """One difference between a text and the text upstream of it, for one claim."""

    upstream: str  # document handle
    downstream: str
    change: str  # hedge dropped, modality raised, quantity changed, …
    before: str
    after: str


class SubjectView(Value):
    """A text, or somebody who says so, of whom a person may say something as a whole."""

    handle: str
    kind: Literal["text", "outlet", "source"]
    name: str  # of a text, its title
    genre: Genre | None  # of a text that was looked at
    ours: bool
    fell: str  # why it is said to have fallen; empty where nobody says so
