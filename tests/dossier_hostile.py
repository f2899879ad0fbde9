"""A dossier in which every text that comes from outside attacks its reader."""

from provenance.model import (
    AttributionStatus,
    ClaimKind,
    Evidence,
    StepRole,
)
from provenance.model.dossier import (
    ClaimView,
    DocumentView,
    Dossier,
    DriftStep,
    FindingView,
    InquiryView,
    LeadView,
    LogView,
    SaidView,
    SourceView,
)
from provenance.model.evidence import SourceType
from provenance.model.judgement import Axis
from tests.dossiers import (
    MADE_AT,
    appearance,
    capture,
    case,
    claim,
    derivation,
    document,
    dossier,
    grade,
    origin,
    review,
    rid,
    step,
)

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}{% include '/etc/passwd' %}",
    "\x1b[31mred\x1b]0;title\x07",
    "abc\u202egpj.exe\u2066x\u2069",
    "zero\u200bwidth\ufeff",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "</style><style>body{display:none}</style>",
    '" onmouseover="alert(1)',
    "# heading\n- item\n| a | b |\n```\n",
    "<https://evil.example/auto>",
    "nul\x00byte\x7f\x85",
)
BAD_ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://evil.example/"onmouseover="alert(1)',
    "vbscript:x",
    "https://ex\u0430mple.example/",
    "https://evil.example/\u202egpj",
    " https://evil.example/",
)


def hostile() -> Dossier:
    """Return a dossier in which every text that comes from outside attacks its reader."""
    return dossier(
        case=case(
            name=ATTACKS[0],
            question=ATTACKS[1],
            handling='TLP:RED"; } body { display: none } </style>' + ATTACKS[0],
            bottom_line=" ".join(ATTACKS),
            caveats=ATTACKS,
        ),
        log=LogView(origin=ATTACKS[0], size=3, root=ATTACKS[2], checkpoint="\n".join(ATTACKS)),
        made_with=ATTACKS[2],
        policy=ATTACKS[0],
        definition_set=ATTACKS[1],
        labels=dict.fromkeys("ABCDEF123456", ATTACKS[0]),
        claims=tuple(_attack(number, text) for number, text in enumerate(ATTACKS, 1)),
        documents=tuple(_hostile_document(number, text) for number, text in enumerate(ATTACKS, 1)),
        captures=tuple(
            capture(
                f"k{number}", requested=uri, uri=uri, reason=uri, outcome="partial", collector=uri
            )
            for number, uri in enumerate(BAD_ADDRESSES, 1)
        ),
        sources=tuple(
            SourceView(
                id=rid(f"s{number}"),
                handle=f"s{number}",
                name=text,
                named=True,
                type=SourceType.PERSON,
                domain=text,
                grade=None,
                claims=(),
            )
            for number, text in enumerate(ATTACKS, 1)
        ),
        derivations=(derivation("d1", None, upstream_name=ATTACKS[0]),),
        leads=(
            LeadView(
                rank=1,
                rule="x",
                sentence=ATTACKS[0],
                search=ATTACKS,
                claims=(),
                findings=(),
                inquiries=(),
            ),
        ),
        circular=ATTACKS,
    )


def _hostile_document(number: int, text: str) -> DocumentView:
    uri = BAD_ADDRESSES[number % len(BAD_ADDRESSES)]
    said = SaidView(uri=uri, outlet=text, author=text, published="2031", how=text)
    return document(
        f"d{number}",
        f"Before. {text} After.",
        title=text,
        outlet=text,
        outlet_basis="collector",
        author=text,
        author_basis=text,
        published="2031",
        published_basis=text,
        language='en" onload="alert(1)',
        section=text,
        capture=capture(f"k{number}", uri=uri, said=said, tool=text),
    )


def _attack(number: int, text: str) -> ClaimView:
    held = _hostile_document(number, text)
    place = appearance(
        held,
        text,
        cue=text,
        attribution=AttributionStatus.ATTRIBUTED,
        steps=(
            step(StepRole.SAYS, text, named=False, type=SourceType.UNKNOWN, words=text, cue=text),
        ),
        letter_of=text,
        link_words=(text,),
    )
    return claim(
        f"c{number}",
        text,
        type=list(ClaimKind)[number % 4],
        credibility="6" if number % 4 == 0 else None,
        letter_of=text,
        appearances=(place,),
        origins=(origin(1, text, place, sentence=text),),
        circular=(text,),
        drift=(DriftStep(upstream="d1", downstream="d2", change=text, before=text, after=text),),
        derivations=(
            derivation(
                "d1",
                None,
                upstream_name=text,
                evidence=(
                    Evidence(rule="x", sentence=text, downstream_words=text, upstream_words=text),
                ),
            ),
        ),
        grades=(grade(Axis.CREDIBILITY, "6", text, rater=text),),
        findings=(
            FindingView(
                id=rid(f"f{number}"),
                handle=f"f{number}",
                rule="x",
                sentence=text,
                search=(text,),
                about=(),
            ),
        ),
        inquiries=(
            InquiryView(
                handle=f"i{number}",
                about=(),
                sought=text,
                where=text,
                words=text,
                at=MADE_AT,
                result=text,
                note=text,
                by=text,
            ),
        ),
        basis=text,
        reviews=(review(1, text, reason=text),),
    )
