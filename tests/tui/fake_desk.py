"""An invented desk in memory: the same protocol as the real one, no database."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence

from provenance.errors import (
    ConflictError,
    ProvenanceError,
    ReviewError,
    UnknownHandleError,
    WorkspaceError,
)
from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    DerivationKind,
    Evidence,
    Level,
    Modality,
    Selector,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import (
    AlarmView,
    AppearanceView,
    CaptureView,
    CaseView,
    ClaimRow,
    ClaimView,
    DerivationView,
    DocumentView,
    DriftStep,
    FindingView,
    GradeView,
    ImpactChange,
    ImpactView,
    InquiryView,
    LeadView,
    OriginView,
    ReviewState,
    ReviewView,
    SaidView,
    Status,
)
from provenance.model.evidence import Hop, SourceType
from provenance.model.judgement import Axis, Decision, Reason
from provenance.workspace.notes import Note
from provenance.workspace.undo import TakenBack

AT = "2026-03-04T05:06:07.000Z"
DIGEST = "sha256:" + "ab" * 32
SENTENCES = (
    "The harbour board sold four cranes to a firm in Valmora, internal minutes show.",
    "Port engineers, who asked not to be named, say the cranes were never inspected.",
    "The ferry line will double its crossings by next summer.",
    "It is a shabby way to run a harbour.",
    "The council ought to publish the contract at once.",
    "About 340 dockers were sent home on Tuesday without pay, according to the union.",
)
KINDS = (
    ClaimKind.FACT,
    ClaimKind.FACT,
    ClaimKind.FORECAST,
    ClaimKind.OPINION,
    ClaimKind.NORM,
    ClaimKind.FACT,
)
FILLER = "The harbour lies at the mouth of the river and has two basins, one of them tidal. " * 4


ALARM = AlarmView(
    kind="circular",
    path=("Valmora Post", "Coast Radio", "Valmora Post"),
    documents=("d1", "d2"),
    claims=("c1",),
    proposed=True,
    sentence="Circular reporting: Valmora Post → Coast Radio → Valmora Post.",
)


def text_of(sentences: tuple[str, ...]) -> str:
    return "\n".join(f"{sentence}\n{FILLER.strip()}" for sentence in sentences)


def identity(kind: str, number: int) -> str:
    digits = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return (kind + digits).ljust(26, "2")


def capture(handle: str, number: int) -> CaptureView:
    return CaptureView(
        id=identity("k", number),
        handle=f"k{number}",
        requested="https://harbour.example/story",
        uri="https://harbour.example/story",
        via="http",
        outcome="complete",
        reason="",
        status=200,
        hops=(Hop(uri="http://harbour.example/s", status=301, location="/story"),),
        headers=(),
        media_type="text/html",
        charset="utf-8",
        payload=DIGEST,
        size=18233,
        peer="192.0.2.7",
        certificate=None,
        begun_at=AT,
        ended_at=AT,
        clock_offset_ms=None,
        collector="Ada Quill",
        tool="provenance 0.1.0",
        said=SaidView(
            uri=None, outlet="Harbour Courier", author=None, published=None, how="sent by a reader"
        ),
        document=handle,
    )


def document(number: int, text: str, title: str = "Cranes gone, minutes show") -> DocumentView:
    return DocumentView(
        id=identity("d", number),
        handle=f"d{number}",
        capture=capture(f"d{number}", number),
        title=title,
        text=text,
        whole=None,
        outlet="Harbour Courier",
        outlet_basis="collector",
        author=None,
        author_basis="unknown",
        published="2026-03-01",
        published_basis="page",
        language="en",
        section=None,
        extractor="html 1",
    )


def appearance(number: int, doc: DocumentView, quote: str, kind: ClaimKind) -> AppearanceView:
    start = doc.text.index(quote)
    return AppearanceView(
        id=identity("p", number),
        document=doc.handle,
        document_id=doc.id,
        uri=doc.capture.uri,
        title=doc.title,
        outlet=doc.outlet,
        outlet_basis=doc.outlet_basis,
        published=doc.published,
        selector=Selector.of(doc.text, start, start + len(quote)),
        type=kind,
        modality=Modality.ASSERTED,
        cue="",
        rule="sentence",
        stance=Stance.REPEATS,
        link_state=State.PROPOSED,
        link_rule="same words",
        link_words=(),
        attribution=AttributionStatus.ATTRIBUTED,
        steps=(
            AttributionStep(
                role=StepRole.SAYS,
                name="internal minutes",
                named=False,
                type=SourceType.DOCUMENT,
                words="internal minutes show",
                cue="show",
            ),
            AttributionStep(
                role=StepRole.VERIFIED,
                name="port engineers",
                named=False,
                type=SourceType.GROUP,
                words="port engineers",
                cue="say",
                by_context=True,
            ),
        ),
        attribution_rule="verb of saying",
        letter="F",
        letter_of="unnamed: internal minutes",
        outlet_letter="B",
        origin=1,
    )


def grade(number: int, axis: Axis, value: str, label: str) -> GradeView:
    return GradeView(
        id=identity("g", number),
        axis=axis,
        value=value,
        label=label,
        definition_set="stanag-2511",
        policy="desk default",
        rater="provenance",
        proposed=True,
        at=AT,
        rationale=(
            Reason(rule="unnamed", sentence="The last source in the chain is not named."),
            Reason(rule="one origin", sentence="Nothing at hand can be compared with it."),
        ),
    )


def inquiry() -> InquiryView:
    return InquiryView(
        handle="i1",
        about=("c1",),
        sought="the minutes themselves",
        where="register of the harbour board",
        words="harbour board minutes cranes",
        at=AT,
        result="nothing found",
        note="asked by post as well",
        by="Ada Quill",
    )


def claim(number: int, wording: str, kind: ClaimKind, *docs: DocumentView) -> ClaimView:
    graded = kind is ClaimKind.FACT
    places = tuple(appearance(number * 10 + i, doc, wording, kind) for i, doc in enumerate(docs))
    return ClaimView(
        id=identity("c", number),
        version=identity("v", number),
        handle=f"c{number}",
        wording=wording,
        type=kind,
        quantities=(),
        places=(),
        times=(),
        reliability="F",
        letter_of="unnamed: internal minutes",
        credibility="6" if graded else None,
        proposed=True,
        state="proposed",
        stale=False,
        appearances=places,
        origins=(
            OriginView(
                number=1,
                name="internal minutes",
                stance="supports",
                appearances=tuple(place.id for place in places),
                documents=tuple(doc.handle for doc in docs),
                independence="not established",
                sentence="All places speak of the same minutes.",
            ),
        ),
        reports_not_established=1,
        circular=("d1 cites d2, and d2 cites d1.",) if number == 1 else (),
        alarms=(ALARM,) if number == 1 else (),
        drift=(
            DriftStep(
                upstream="d1", downstream="d2", change="hedge dropped", before="may", after="did"
            ),
        )
        if number == 1
        else (),
        derivations=(
            DerivationView(
                id=identity("r", number),
                downstream="d2",
                upstream="d1",
                upstream_name=None,
                type=DerivationKind.COPY,
                directed=True,
                state=State.PROPOSED,
                wording="shares text with",
                evidence=(Evidence(rule="shingles", sentence="Six sentences in a row agree."),),
            ),
        ),
        grades=(
            grade(number * 2, Axis.RELIABILITY, "F", "Reliability cannot be judged"),
            grade(number * 2 + 1, Axis.CREDIBILITY, "6", "Truth cannot be judged"),
        )
        if graded
        else (),
        findings=(
            FindingView(
                id=identity("f", number),
                handle=f"f{number}",
                rule="primary missing",
                sentence="The minutes themselves are not captured.",
                search=("harbour board minutes cranes Valmora",),
                about=(f"c{number}",),
            ),
        ),
        inquiries=(inquiry(),) if number == 1 else (),
        basis="nobody has looked",
        reviews=(),
    )


def row(view: ClaimView, *flags: str) -> ClaimRow:
    return ClaimRow(
        id=view.id,
        handle=view.handle,
        wording=view.wording,
        type=view.type,
        cell=view.cell,
        proposed=view.proposed,
        state=view.state,
        origins=len(view.origins),
        appearances=len(view.appearances),
        flags=flags,
        document=view.appearances[0].document,
    )


def leads() -> tuple[LeadView, ...]:
    return (
        LeadView(
            rank=1,
            rule="primary missing",
            sentence="Find the minutes of the harbour board.",
            search=("harbour board minutes cranes Valmora",),
            claims=("c1", "c6"),
            findings=("f1", "f6"),
            inquiries=(inquiry(),),
        ),
        LeadView(
            rank=2,
            rule="verifiers unnamed",
            sentence="Find out who the engineers are.",
            search=(),
            claims=("c2",),
            findings=("f2",),
            inquiries=(),
        ),
    )


class FakeDesk:
    """Keeps claims in dictionaries; ``gate`` holds steps back, ``refusal`` makes the next fail."""

    def __init__(self, sentences: tuple[str, ...] = SENTENCES, *, reviewers: int = 1) -> None:
        docs = (document(1, text_of(sentences)), document(2, text_of(sentences), "Cranes sold"))
        self.documents = {doc.handle: doc for doc in docs}
        self.views: dict[str, ClaimView] = {}
        self.flags: dict[str, tuple[str, ...]] = {}
        for number, sentence in enumerate(sentences, 1):
            kind = KINDS[(number - 1) % len(KINDS)]
            view = claim(number, sentence, kind, *(docs if number == 1 else docs[:1]))
            self.views[view.id] = view
            self.flags[view.id] = ("circular", "drift") if number == 1 else ("unnamed",)
        self.reviewers = reviewers
        self.history: list[tuple[TakenBack, ClaimView]] = []
        self.scratch: list[Note] = []
        self.calls: list[tuple[object, ...]] = []
        self.refusal: ProvenanceError | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.delay = 0.0  # seconds that each answer takes
        self.unreadable = ""  # a claim
        self.threads: set[int] = set()
        self.closed = False
        self.last_kind: ClaimKind | None = None  # claims of this kind come last

    def status(self) -> Status:
        case = CaseView(
            id=identity("case", 1),
            version=identity("case", 2),
            name="Harbour cranes",
            question="Were the cranes sold?",
            handling="TLP:GREEN",
            bottom_line="",
            caveats=(),
            reviewers=self.reviewers,
        )
        return Status(case=case, agent="Ada Quill", entries=12, lines=(), next="provenance next")

    def queue(self) -> tuple[ClaimRow, ...]:
        self.threads.add(threading.get_ident())
        rows = [row(view, *self.flags[view.id]) for view in self.views.values()]
        return tuple(sorted(rows, key=lambda each: self.last_kind is each.type))

    def claim(self, identity: str) -> ClaimView:
        time.sleep(self.delay)
        if identity == self.unreadable:
            raise WorkspaceError("The claim cannot be read.")
        return self._there(identity)

    def document(self, handle: str) -> DocumentView:
        return self.documents[handle]

    def leads(self) -> tuple[LeadView, ...]:
        return leads()

    def impacts(self, document: str, sources: Sequence[str]) -> tuple[ImpactView, ...]:
        change = ImpactChange(
            claim="c1",
            wording="The harbour board sold four cranes.",
            before="B2",
            after="F6",
            because_before="Two origins.",
            because_after="No origin.",
            steps=6,
        )
        fallen = ImpactView(
            handle=document,
            name="Valmora Post",
            documents=(document,),
            changes=(change,),
            left_bare=(),
        )
        others = [
            ImpactView(handle=each, name="Somebody", documents=(), changes=(), left_bare=())
            for each in sources
        ]
        return (fallen, *others)

    def decide(
        self,
        claim: ClaimView,
        decision: Decision,
        *,
        reliability: str | None,
        credibility: str | None,
        reason: str,
    ) -> ClaimView:
        self.calls.append((claim.handle, decision, reliability, credibility, reason))
        state: ReviewState = "refused" if decision is Decision.REFUSE else "reviewed"
        review = ReviewView(
            stage=1,
            decision=decision.value,
            reliability=reliability,
            credibility=credibility,
            reason=reason,
            reviewer="Ada Quill",
            at=AT,
        )
        return self._step(
            claim,
            lambda view: view.model_copy(
                update={
                    "state": state,
                    "proposed": False,
                    "reliability": reliability or view.reliability,
                    "credibility": credibility or view.credibility,
                    "reviews": (*view.reviews, review),
                }
            ),
        )

    def undo(self) -> TakenBack:
        self.threads.add(threading.get_ident())
        time.sleep(self.delay)
        if not self.history:
            raise ReviewError("Nothing to undo.")
        what, before = self.history.pop()
        self.views[before.id] = before
        return what

    def correct(
        self,
        claim: ClaimView,
        *,
        type: ClaimKind | None = None,  # noqa: A002
        modality: Modality | None = None,
        level: Level | None = None,
        wording: str | None = None,
        times: tuple[str, ...] | None = None,
        places: tuple[str, ...] | None = None,
        published: str | None = None,
        steps: Mapping[StepRole, tuple[str, ...]] | None = None,
    ) -> ClaimView:
        given = (claim.handle, type, modality, wording, published)
        more = (level, times, places, dict(steps) if steps else None)
        self.calls.append((*given, *(each for each in more if each is not None)))
        changed = {"type": type or claim.type, "wording": wording or claim.wording}
        return self._step(claim, lambda view: view.model_copy(update=changed))

    def part(self, claim: ClaimView, quotes: Sequence[str]) -> ClaimView:
        self.calls.append((claim.handle, "parts", *quotes))
        return self._step(claim, lambda view: view.model_copy(update={"wording": quotes[0]}))

    def split(self, claim: ClaimView, place: str) -> ClaimView:
        self.calls.append((claim.handle, "split", place))
        return self._step(claim, lambda view: view)

    def merge(self, claim: ClaimView, into: str) -> ClaimView:
        self.calls.append((claim.handle, "merge", into))
        other = next((each for each in self.views.values() if each.handle == into), None)
        if other is None:
            raise UnknownHandleError(f"there is no claim {into} in this workspace")
        return self._step(other, lambda view: view)

    def mark(
        self,
        document: str,
        quote: str,
        *,
        occurrence: int | None,
        type: ClaimKind,  # noqa: A002
        modality: Modality,
        said_by: tuple[str, ...],
        claim: str,
    ) -> ClaimView:
        self.calls.append((document, quote, occurrence, type, modality, said_by, claim))
        if quote not in self.document(document).text:
            raise UnknownHandleError("these words do not stand there")
        known = self.views[identity("c", 2)]
        return self._step(known, lambda view: view)

    def settle(
        self, claim: ClaimView, record: str, state: State, *, stance: Stance | None
    ) -> ClaimView:
        def settled(view: ClaimView) -> ClaimView:
            ties = tuple(
                each.model_copy(update={"state": state}) if each.id == record else each
                for each in view.derivations
            )
            return view.model_copy(update={"derivations": ties})

        self.calls.append((record, state, stance))
        return self._step(claim, settled)

    def tie(
        self,
        claim: ClaimView,
        document: str,
        other: str,
        *,
        kind: DerivationKind | None,
        stance: Stance | None,
    ) -> ClaimView:
        self.calls.append((document, other, kind, stance))
        return self._step(claim, lambda view: view)

    def name_source(self, claim: ClaimView, words: str, name: str) -> ClaimView:
        self.calls.append((claim.handle, words, name))

        def named(view: ClaimView) -> ClaimView:
            place = view.appearances[0]
            steps = tuple(
                step.model_copy(update={"name": name, "named": True})
                if step.name == words
                else step
                for step in place.steps
            )
            first = place.model_copy(update={"steps": steps})
            return view.model_copy(update={"appearances": (first, *view.appearances[1:])})

        return self._step(claim, named)

    def notes(self, handle: str) -> tuple[Note, ...]:
        return tuple(note for note in self.scratch if note.about == handle)

    def add_note(self, handle: str, text: str) -> tuple[Note, ...]:
        self.gate.wait(10)
        number = len(self.scratch) + 1
        self.scratch.append(Note(number=number, at=AT, about=handle, text=text))
        return self.notes(handle)

    def delete_note(self, handle: str, number: int) -> tuple[Note, ...]:
        self.scratch = [note for note in self.scratch if note.number != number]
        return self.notes(handle)

    def close(self) -> None:
        self.threads.add(threading.get_ident())
        self.closed = True

    def erase_elsewhere(self, number: int) -> None:
        """Another person erases a claim: its line may still be on the screen."""
        del self.views[identity("c", number)]

    def _there(self, identity: str) -> ClaimView:
        if identity not in self.views:
            raise UnknownHandleError("It was erased: an order of the court")
        return self.views[identity]

    def change_elsewhere(self, number: int) -> None:
        """Another person corrects a claim: what was seen is no longer current."""
        view = self.views[identity("c", number)]
        version = identity("w", number)
        self.views[view.id] = view.model_copy(update={"version": version, "reliability": "C"})

    def _step(self, seen: ClaimView, change: Callable[[ClaimView], ClaimView]) -> ClaimView:
        self.threads.add(threading.get_ident())
        self.gate.wait(10)
        time.sleep(self.delay)
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            raise refusal
        before = self._there(seen.id)
        if before.version != seen.version:
            raise ConflictError(f"{seen.handle} was changed by Bo Marsh. Look again, then decide.")
        self.views[seen.id] = change(before)
        decision = len(self.views[seen.id].reviews) > len(before.reviews)
        done = TakenBack(words=f"step about {seen.handle}", claim=seen.id, decision=decision)
        self.history.append((done, before))
        return self.views[seen.id]
