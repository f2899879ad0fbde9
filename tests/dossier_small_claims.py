"""The claims of fact of the small case: two origins and a denial, one leak, one voice."""

from provenance.model import (
    AttributionStatus,
    Modality,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import (
    ClaimView,
    DerivationView,
    DocumentView,
    DriftStep,
    FindingView,
    InquiryView,
)
from provenance.model.evidence import SourceType
from provenance.model.judgement import Axis, Reason
from tests.dossiers import (
    appearance,
    claim,
    grade,
    origin,
    review,
    rid,
    step,
)


def repairs(
    courier: DocumentView,
    wire: DocumentView,
    blog: DocumentView,
    reply: DocumentView,
    link: DerivationView,
) -> ClaimView:
    memos = step(
        StepRole.SAYS,
        "internal memos",
        named=False,
        type=SourceType.DOCUMENT,
        words="Internal memos",
    )
    engineers = step(
        StepRole.VERIFIED,
        "marine engineers",
        named=False,
        type=SourceType.GROUP,
        words="checked by marine engineers",
    )
    brandt = step(
        StepRole.SAYS,
        "Oda Brandt",
        named=True,
        type=SourceType.PERSON,
        words="the harbour master, Oda Brandt, said",
    )
    log = step(
        StepRole.TOLD,
        "the dry-dock log",
        named=True,
        type=SourceType.DOCUMENT,
        words="She had read the dry-dock log herself",
    )
    lines = step(StepRole.SAYS, "Selm Lines", named=True, type=SourceType.ORGANISATION)
    said = AttributionStatus.ATTRIBUTED
    one = appearance(
        courier,
        "the operator put off three repairs",
        attribution=said,
        steps=(memos, engineers),
        letter_of="unnamed: internal memos",
        outlet_letter="B",
    )
    two = appearance(
        wire,
        "The operator of the Selm ferry put off three repairs",
        attribution=said,
        steps=(brandt, log),
        letter="B",
        letter_of="Oda Brandt",
        outlet_letter="B",
        origin=2,
        link_state=State.CONFIRMED,
        link_words=("put off", "three repairs"),
    )
    three = appearance(
        blog,
        "the operator put off five repairs",
        attribution=said,
        steps=(memos,),
        letter_of="unnamed: internal memos",
    )
    four = appearance(
        reply,
        "no repair was put off",
        modality=Modality.DENIED,
        cue="no",
        stance=Stance.CONTRADICTS,
        attribution=said,
        steps=(lines,),
        letter="D",
        letter_of="Selm Lines",
        outlet_letter="D",
        origin=3,
    )
    return claim(
        "c1",
        "The operator of the Selm ferry put off three repairs.",
        reliability="B",
        letter_of="Oda Brandt",
        credibility="2",
        proposed=False,
        state="second-reviewed",
        appearances=(one, two, three, four),
        origins=(
            origin(
                1,
                "unnamed: internal memos",
                one,
                three,
                sentence="d1 and d3 share text and name the same memos.",
            ),
            origin(
                2,
                "Oda Brandt",
                two,
                sentence="She read the log; whether the memos go back to it is not known.",
            ),
            origin(
                3,
                "Selm Lines",
                four,
                stance="contradicts",
                sentence="A denial by the party concerned, without a record.",
            ),
        ),
        reports_not_established=1,
        drift=(
            DriftStep(
                upstream="d1",
                downstream="d3",
                change="quantity changed",
                before="three repairs",
                after="five repairs",
            ),
        ),
        derivations=(link,),
        grades=(
            grade(
                Axis.RELIABILITY,
                "B",
                "A public officer who speaks under her own name.",
                "Three earlier statements of hers held.",
                rater="Ines Moraga",
                proposed=False,
            ),
            grade(
                Axis.CREDIBILITY,
                "2",
                "Two origins say so; their independence is not established.",
                "A denial by the party concerned does not lower the digit by itself.",
                rater="Ines Moraga",
                proposed=False,
            ),
        ),
        findings=(
            FindingView(
                id=rid("f1"),
                handle="f1",
                rule="primary-not-captured",
                sentence="The dry-dock log is named and has not been captured.",
                search=("Selm dry-dock log",),
                about=("c1", "d2"),
            ),
        ),
        inquiries=(
            InquiryView(
                handle="i1",
                about=("c1",),
                sought="the dry-dock log",
                where="Selm harbour office",
                words="dry-dock log, March to May",
                at="2031-05-13T07:15:00.000Z",
                result="no answer",
                note="asked by telephone",
                by="Ines Moraga",
            ),
        ),
        reviews=(
            review(1, "Ines Moraga", "B2"),
            review(2, "Tomas Lind", "B2", reason="Agreed without seeing the first decision."),
        ),
    )


def hull(courier: DocumentView) -> ClaimView:
    place = appearance(
        courier,
        "The Selm ferry had been sailing with a cracked hull since March.",
        outlet_letter="B",
    )
    return claim(
        "c2",
        "The Selm ferry sailed with a cracked hull from March on.",
        appearances=(place,),
        origins=(origin(1, "Tide Courier, unattributed", place),),
        circular=("d1 and d3 cite each other for the cracked hull.",),
        stale=True,
        basis="Nobody has looked for a comparison yet.",
        grades=(
            grade(
                Axis.CREDIBILITY,
                "6",
                "One document, nothing at hand to compare it with.",
                rationale=(
                    Reason(
                        rule="alone",
                        sentence="One document, nothing at hand to compare it with.",
                        records=(rid("d1"),),
                    ),
                ),
            ),
        ),
        findings=(
            FindingView(
                id=rid("f2"),
                handle="f2",
                rule="unattributed",
                sentence="The text does not say who knows about the hull.",
                search=(),
                about=("c2",),
            ),
        ),
    )


def harbour(wire: DocumentView) -> ClaimView:
    place = appearance(
        wire,
        "She had read the dry-dock log herself.",
        letter="B",
        letter_of="Coastline Wire",
        outlet_letter="B",
    )
    return claim(
        "c3",
        "Oda Brandt read the dry-dock log.",
        reliability="B",
        letter_of="Coastline Wire",
        state="reviewed",
        proposed=False,
        appearances=(place,),
        origins=(
            origin(
                1,
                "Coastline Wire",
                place,
                independence="shown independent",
                sentence="The reporter was there; Ines Moraga spoke with both.",
            ),
        ),
        basis="Looked for in the harbour's register, nothing found.",
        grades=(
            grade(
                Axis.CREDIBILITY, "6", "No comparison at hand.", proposed=False, rater="Ines Moraga"
            ),
        ),
        inquiries=(
            InquiryView(
                handle="i2",
                about=("c3",),
                sought="who signed the log out",
                where="harbour register",
                words="Brandt",
                at="2031-05-13T08:00:00.000Z",
                result="nothing found",
                note="",
                by="Ines Moraga",
            ),
        ),
        reviews=(review(1, "Ines Moraga", "B6"),),
    )
