"""Invented views: claims, documents, grades and leads of one small case."""

from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    DerivationKind,
    Evidence,
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
    ClaimRow,
    ClaimView,
    DerivationView,
    DocumentView,
    DriftStep,
    FindingView,
    GradeView,
    InquiryView,
    OriginView,
    SaidView,
)
from provenance.model.evidence import Hop, SourceType
from provenance.model.judgement import Axis, Reason

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
