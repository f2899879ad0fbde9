"""Read models: what a report, an export or a screen shows. Made by the store, never kept.

A ``Dossier`` holds all that is said of a case at one entry of the log; the same dossier gives
the same bytes. Everything in it is text as captured: front ends make it safe through
``provenance.display``.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from provenance.model.attribution import (
    AttributionStatus,
    AttributionStep,
    DeclaredOrigin,
    Genre,
    StepDetail,
)
from provenance.model.claim import (
    ClaimKind,
    Entity,
    Level,
    Modality,
    Quantity,
    Selector,
    When,
    Worth,
)
from provenance.model.evidence import Header, Hop, SourceType
from provenance.model.judgement import Axis, Reason
from provenance.model.record import Value
from provenance.model.relation import DerivationKind, Evidence, Stance, State

Independence = Literal["shown independent", "dependent", "not established"]
ReviewState = Literal["proposed", "reviewed", "second-reviewed", "refused"]


class SaidView(Value):
    """What the collector says about a capture, marked as such wherever it is shown."""

    uri: str | None
    outlet: str | None
    author: str | None
    published: str | None
    how: str | None


class CaptureView(Value):
    """A capture as a listing or a record shows it."""

    id: str
    handle: str
    requested: str
    uri: str
    via: str
    outcome: str
    reason: str
    status: int | None
    hops: tuple[Hop, ...]
    headers: tuple[Header, ...]
    media_type: str | None
    charset: str | None
    payload: str | None
    size: int | None
    peer: str | None
    certificate: str | None
    begun_at: str
    ended_at: str
    clock_offset_ms: int | None
    collector: str  # name of the agent
    tool: str
    said: SaidView | None
    document: str | None  # handle
    unread: str = ""  # why its bytes have no document, where they were kept


class DeclaredView(Value):
    """What a document says of itself, as its record shows it."""

    genre: Genre
    rule: str  # or "by hand"
    words: str  # that show the genre
    origins: tuple[DeclaredOrigin, ...]
    why: str = ""  # why a person corrected the genre, where one did


class ModelUseView(Value):
    """A language model's reading of a document, as it is disclosed (ICS 206-01)."""

    document: str  # handle
    sentence: str  # which system, in which version, what it was asked, what came of it
    host: str
    asked: str
    models: tuple[str, ...]  # as the answers name them
    fingerprints: tuple[str, ...]
    parameters: str
    prompt: str  # digest of the instructions
    outcome: str
    reason: str
    sent: int  # requests
    taken: int
    known: int
    refused: tuple[str, ...]  # reasons, with how often
    tokens: int | None
    began_at: str
    ended_at: str
    tool: str


class DocumentView(Value):
    """A document with its capture; ``outlet``, ``published`` and ``author`` name their basis."""

    id: str
    handle: str
    capture: CaptureView
    title: str | None
    text: str
    whole: str | None
    outlet: str | None
    outlet_basis: str  # "page", "address", "collector" or "unknown"
    author: str | None
    author_basis: str
    published: str | None
    published_basis: str
    language: str | None
    section: str | None
    extractor: str
    language_read: bool = True  # whether claims are looked for in this language
    declared: DeclaredView | None = None  # None before it is assessed
    models: tuple[ModelUseView, ...] = ()  # language models that read it


class GradeView(Value):
    """A grade with its reasons. ``label`` is the wording of its definition set."""

    id: str
    of: str = ""  # the source's name, for a letter
    axis: Axis
    value: str
    label: str
    definition_set: str
    policy: str  # name of the policy
    rater: str
    proposed: bool  # made by a program, and no person has confirmed it
    at: str
    rationale: tuple[Reason, ...]


class AgentView(Value):
    """Who may act on this desk."""

    handle: str
    name: str
    role: str
    public_key: str | None


def together(grades: Iterable[GradeView]) -> tuple[tuple[GradeView, tuple[str, ...]], ...]:
    """Return grades with the names of their sources; those that say the same stand once."""
    groups: dict[tuple[object, ...], list[GradeView]] = {}
    for grade in grades:
        rules = tuple(reason.rule for reason in grade.rationale)
        groups.setdefault((grade.axis, grade.value, grade.rater, rules), []).append(grade)
    return tuple(
        (group[0], tuple(dict.fromkeys(each.of for each in group))) for group in groups.values()
    )


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


class FindingView(Value):
    """Something noticed about a claim, a document or a source."""

    id: str
    handle: str
    rule: str
    sentence: str
    search: tuple[str, ...]
    about: tuple[str, ...]  # handles


class SubjectView(Value):
    """A text, or somebody who says so, of whom a person may say something as a whole."""

    handle: str
    kind: Literal["text", "outlet", "source"]
    name: str  # of a text, its title
    genre: Genre | None  # of a text that was looked at
    ours: bool
    fell: str  # why it is said to have fallen; empty where nobody says so


class AlarmView(Value):
    """One path that returns to where it began, and the claims that stand on it."""

    kind: Literal["circular", "no independent confirmation"]
    path: tuple[str, ...]  # names; the last is the first
    documents: tuple[str, ...]  # handles
    claims: tuple[str, ...]  # handles
    proposed: bool  # whether it rests on a tie that no person has confirmed
    sentence: str

    @property
    def drawn(self) -> str:
        """The path as it is drawn: A → B → A."""
        return " → ".join(self.path)


class ImpactChange(Value):
    """One claim whose proposed grade changes, and why it stood and stands as it does."""

    claim: str  # handle
    wording: str
    before: str
    after: str
    because_before: str
    because_after: str
    steps: int


class ImpactView(Value):
    """What falls with a document, a capture or a source."""

    handle: str
    name: str
    documents: tuple[str, ...]  # handles of those that fall themselves
    changes: tuple[ImpactChange, ...]
    left_bare: tuple[str, ...]  # handles of claims that nothing states any more
    note: str = ""  # why nothing falls, where that is so

    @property
    def steps(self) -> int:
        """How much hangs on it: the steps of all changes."""
        return sum(change.steps for change in self.changes)

    @property
    def told(self) -> str:
        """Each claim with its grade before and after."""
        return ", ".join(f"{each.claim} {each.before} → {each.after}" for each in self.changes)

    @property
    def summary(self) -> str:
        """What falls with it, in one sentence."""
        if self.note:
            return f"Nothing changes: {self.note}."
        bare = f"nothing would state {', '.join(self.left_bare)} any more"
        if not self.changes:
            nothing = "Nothing changes: no grade hangs on it alone"
            return f"{nothing}, but {bare}." if self.left_bare else f"{nothing}."
        grades = f"{len(self.changes)} grade{'' if len(self.changes) == 1 else 's'} would change"
        return f"{grades}; {bare}." if self.left_bare else f"{grades}."


class RetractionView(Value):
    """What a person says fell, and why."""

    handle: str  # of a document, a capture or a source
    name: str
    notice: str | None  # handle of the document that says so
    why: str
    by: str
    at: str


class InquiryView(Value):
    """What was looked for or who was asked, and what came of it."""

    handle: str
    about: tuple[str, ...]  # handles of claims
    sought: str
    where: str
    words: str
    at: str
    result: str
    note: str
    by: str


class ReviewView(Value):
    """A decision of a reviewer."""

    stage: int
    decision: str
    reliability: str | None
    credibility: str | None
    reason: str
    reviewer: str
    at: str


class DriftStep(Value):
    """One difference between a text and the text upstream of it, for one claim."""

    upstream: str  # document handle
    downstream: str
    change: str  # hedge dropped, modality raised, quantity changed, …
    before: str
    after: str


class LeadView(Value):
    """What to look for next, merged across claims; ``search`` are exact phrases, never sent."""

    rank: int
    rule: str
    sentence: str
    search: tuple[str, ...]
    claims: tuple[str, ...]  # handles of the claims it could change
    findings: tuple[str, ...]  # handles
    inquiries: tuple[InquiryView, ...]
    documents: tuple[str, ...] = ()  # handles of the texts it is about, where it is about texts


class ClaimView(Value):
    """One claim with its provenance record, links, origins, grade and why."""

    id: str  # identity
    version: str  # id of the current version
    handle: str
    wording: str
    type: ClaimKind
    quantities: tuple[Quantity, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    reliability: str  # the cell's letter: best among the supporting origins, named in letter_of
    letter_of: str
    credibility: str | None  # None where the kind is not graded
    proposed: bool
    state: ReviewState
    stale: bool  # graded before something it stands on changed
    stale_because: str = ""  # what was decided on, and what is proposed now
    appearances: tuple[AppearanceView, ...]
    origins: tuple[OriginView, ...]
    reports_not_established: int
    circular: tuple[str, ...]  # sentences; empty where no circular reporting was found
    alarms: tuple[AlarmView, ...] = ()  # paths that return to where they began
    drift: tuple[DriftStep, ...]
    derivations: tuple[DerivationView, ...]
    refused: tuple[DerivationView, ...] = ()  # by a person; they count for nothing
    grades: tuple[GradeView, ...]
    findings: tuple[FindingView, ...]
    inquiries: tuple[InquiryView, ...]
    basis: str  # for a 6: whether nobody has looked or what was looked for in vain
    reviews: tuple[ReviewView, ...]
    agreement: str = ""  # how two reviews compare; empty where there are not two

    @property
    def cell(self) -> str:
        """The Admiralty pair, such as "F6", or a dash where the kind is not graded."""
        return f"{self.reliability}{self.credibility}" if self.credibility else "–"


class ClaimRow(Value):
    """One line of the review queue."""

    id: str
    handle: str
    wording: str
    type: ClaimKind
    cell: str
    proposed: bool
    state: ReviewState
    origins: int
    appearances: int
    flags: tuple[str, ...]  # short words: circular, drift, contradicted, hedged, unnamed, stale
    document: str  # handle of the document it first appears in
    awaits: bool = True  # whether the one who looks may decide about it now


class CaseView(Value):
    """The case in the analyst's words."""

    id: str
    version: str
    name: str
    question: str
    handling: str
    bottom_line: str
    caveats: tuple[str, ...]
    reviewers: int


class LogView(Value):
    """Where the log stands."""

    origin: str
    size: int
    root: str
    checkpoint: str  # the signed note, or "" before the first


class Dossier(Value):
    """All that is said of a case at one entry of the log."""

    case: CaseView
    log: LogView
    made_at: str
    made_with: str  # program and version
    policy: str
    definition_set: str
    labels: Mapping[str, str]  # letter or digit → wording of the definition set
    claims: tuple[ClaimView, ...]
    documents: tuple[DocumentView, ...]
    captures: tuple[CaptureView, ...]  # failed ones included
    sources: tuple[SourceView, ...]
    derivations: tuple[DerivationView, ...]
    leads: tuple[LeadView, ...]
    circular: tuple[str, ...]
    alarms: tuple[AlarmView, ...] = ()
    fallen: tuple[RetractionView, ...] = ()  # what people say fell
    points: tuple[ImpactView, ...] | None = None  # None where nobody asked what hangs on what


class StatusLine(Value):
    """One count of ``provenance status`` with the command that acts on it."""

    what: str
    count: int
    hint: str


class Status(Value):
    """What is new, open or stale, and what to do next."""

    case: CaseView
    agent: str  # who looks, or "" for a reader whose key is not known here
    entries: int
    lines: tuple[StatusLine, ...]
    next: str  # the one command to run now


class Opening(Value):
    """What a front end shows first: the rest of the queue takes longer."""

    case: CaseView
    agent: str  # who looks, or "" for a reader whose key is not known here
    claims: int  # of which ``rows`` are the first of the queue
    rows: tuple[ClaimRow, ...]
