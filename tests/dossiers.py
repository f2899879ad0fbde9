"""Invented dossiers: an empty one, a small one, a hostile one, and builders with defaults.

The small case is about a ferry that does not exist: a leak whose verifiers have no names, a
claim with two origins and a denial, a pair of reports that rest on each other, a forecast, an
opinion, and a capture that failed. Every id comes from its label, so that the bytes are stable.
"""

from base64 import b32encode
from hashlib import sha256
from typing import Any, Literal

from provenance.model.claim import (
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
    AppearanceView,
    CaptureView,
    CaseView,
    ClaimView,
    DerivationView,
    DocumentView,
    Dossier,
    DriftStep,
    FindingView,
    GradeView,
    InquiryView,
    LeadView,
    LogView,
    OriginView,
    ReviewView,
    SaidView,
    SourceView,
)
from provenance.model.evidence import Header, Hop, SourceType
from provenance.model.judgement import Axis, Reason

LABELS = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Reliability cannot be judged",
    "1": "Confirmed by other sources",
    "2": "Probably true",
    "3": "Possibly true",
    "4": "Doubtful",
    "5": "Improbable",
    "6": "Truth cannot be judged",
}
MADE_AT = "2031-05-14T09:30:00.000Z"


def rid(label: str) -> str:
    """Return the record id that stands for a label."""
    return b32encode(sha256(label.encode()).digest()[:16]).decode().rstrip("=").lower()


def digest(label: str) -> str:
    """Return a payload digest for a label."""
    return "sha256:" + sha256(label.encode()).hexdigest()


def case(**changes: Any) -> CaseView:
    """Return a case in which nothing is written yet."""
    return CaseView(
        **{
            "id": rid("case"),
            "version": rid("case"),
            "name": "Ferry inquiry",
            "question": "",
            "handling": "TLP:CLEAR",
            "bottom_line": "",
            "caveats": (),
            "reviewers": 2,
            **changes,
        }
    )


def capture(handle: str, **changes: Any) -> CaptureView:
    """Return a complete capture of a page."""
    uri = f"https://news.example/{handle}"
    return CaptureView(
        **{
            "id": rid(handle),
            "handle": handle,
            "requested": uri,
            "uri": uri,
            "via": "http",
            "outcome": "complete",
            "reason": "",
            "status": 200,
            "hops": (),
            "headers": (Header(name="Content-Type", value="text/html"),),
            "media_type": "text/html",
            "charset": "utf-8",
            "payload": digest(handle),
            "size": 18422,
            "peer": "192.0.2.10",
            "certificate": None,
            "begun_at": "2031-05-12T08:00:01.250Z",
            "ended_at": "2031-05-12T08:00:01.900Z",
            "clock_offset_ms": None,
            "collector": "Ines Moraga",
            "tool": "provenance 0.1.0",
            "said": None,
            "document": None,
            **changes,
        }
    )


def document(handle: str, text: str, **changes: Any) -> DocumentView:
    """Return a document with its capture (d1 comes from k1)."""
    held = changes.pop("capture", None) or capture("k" + handle[1:], document=handle)
    return DocumentView(
        **{
            "id": rid(handle),
            "handle": handle,
            "capture": held,
            "title": None,
            "text": text,
            "whole": None,
            "outlet": None,
            "outlet_basis": "unknown",
            "author": None,
            "author_basis": "unknown",
            "published": None,
            "published_basis": "unknown",
            "language": "en",
            "section": None,
            "extractor": "trafilatura 2.3.1",
            **changes,
        }
    )


def step(
    role: StepRole,
    name: str,
    *,
    named: bool,
    type: SourceType,  # noqa: A002
    **more: Any,
) -> AttributionStep:
    """Return one step of an attribution chain."""
    return AttributionStep(
        **{
            "role": role,
            "name": name,
            "named": named,
            "type": type,
            "words": name,
            "cue": "",
            **more,
        }
    )


def appearance(held: DocumentView, quote: str, **changes: Any) -> AppearanceView:
    """Return the place where a document holds a quote."""
    start = held.text.index(quote)
    return AppearanceView(
        **{
            "id": rid(f"{held.handle} {quote}"),
            "document": held.handle,
            "document_id": held.id,
            "uri": held.capture.uri,
            "title": held.title,
            "outlet": held.outlet,
            "outlet_basis": held.outlet_basis,
            "published": held.published,
            "selector": Selector.of(held.text, start, start + len(quote)),
            "type": ClaimKind.FACT,
            "modality": Modality.ASSERTED,
            "cue": "",
            "rule": "past-event",
            "stance": Stance.REPEATS,
            "link_state": State.PROPOSED,
            "link_rule": "same-proposition",
            "link_words": (),
            "attribution": AttributionStatus.UNATTRIBUTED,
            "steps": (),
            "attribution_rule": "none",
            "letter": "F",
            "letter_of": "",
            "outlet_letter": "F",
            "origin": 1,
            **changes,
        }
    )


def origin(number: int, name: str, *places: AppearanceView, **changes: Any) -> OriginView:
    """Return a group of appearances that go back to one place."""
    return OriginView(
        **{
            "number": number,
            "name": name,
            "stance": "supports",
            "appearances": tuple(place.id for place in places),
            "documents": tuple(place.document for place in places),
            "independence": "not established",
            "sentence": "Nothing shows where it has this from.",
            **changes,
        }
    )


def grade(axis: Axis, value: str, *sentences: str, **changes: Any) -> GradeView:
    """Return a grade with one reason for each sentence."""
    return GradeView(
        **{
            "id": rid(f"grade {axis} {value} {sentences}"),
            "axis": axis,
            "value": value,
            "label": LABELS[value],
            "definition_set": "stanag-2511",
            "policy": "desk-default 1",
            "rater": "provenance 0.1.0",
            "proposed": True,
            "at": "2031-05-12T09:00:00.000Z",
            "rationale": tuple(
                Reason(rule=f"rule-{number}", sentence=sentence)
                for number, sentence in enumerate(sentences, 1)
            ),
            **changes,
        }
    )


def claim(handle: str, wording: str, **changes: Any) -> ClaimView:
    """Return a claim of fact that a program graded F6 and nobody has reviewed."""
    return ClaimView(
        **{
            "id": rid(handle),
            "version": rid(handle),
            "handle": handle,
            "wording": wording,
            "type": ClaimKind.FACT,
            "quantities": (),
            "places": (),
            "times": (),
            "reliability": "F",
            "letter_of": "",
            "credibility": "6",
            "proposed": True,
            "state": "proposed",
            "stale": False,
            "appearances": (),
            "origins": (),
            "reports_not_established": 0,
            "circular": (),
            "drift": (),
            "derivations": (),
            "grades": (),
            "findings": (),
            "inquiries": (),
            "basis": "",
            "reviews": (),
            **changes,
        }
    )


def ungraded(handle: str, wording: str, type: ClaimKind, **changes: Any) -> ClaimView:  # noqa: A002
    """Return a forecast, an opinion or a norm."""
    return claim(handle, wording, type=type, credibility=None, **changes)


def derivation(downstream: str, upstream: str | None, **changes: Any) -> DerivationView:
    """Return a proposed derivation by shared text."""
    return DerivationView(
        **{
            "id": rid(f"{downstream} {upstream}"),
            "downstream": downstream,
            "upstream": upstream,
            "upstream_name": None,
            "type": DerivationKind.COPY,
            "directed": True,
            "state": State.PROPOSED,
            "wording": "shares text with",
            "evidence": (),
            **changes,
        }
    )


def review(
    stage: Literal[1, 2], reviewer: str, cell: str | None = None, **changes: Any
) -> ReviewView:
    """Return a reviewer's decision to accept."""
    return ReviewView(
        **{
            "stage": stage,
            "decision": "accept",
            "reliability": cell[0] if cell else None,
            "credibility": cell[1] if cell else None,
            "reason": "",
            "reviewer": reviewer,
            "at": f"2031-05-13T1{stage}:00:00.000Z",
            **changes,
        }
    )


def dossier(**changes: Any) -> Dossier:
    """Return a dossier in which there is nothing yet."""
    return Dossier(
        **{
            "case": case(),
            "log": LogView(origin="desk.example/log", size=1, root="0" * 64, checkpoint=""),
            "made_at": MADE_AT,
            "made_with": "provenance 0.1.0",
            "policy": "desk-default 1",
            "definition_set": "stanag-2511",
            "labels": LABELS,
            "claims": (),
            "documents": (),
            "captures": (),
            "sources": (),
            "derivations": (),
            "leads": (),
            "circular": (),
            **changes,
        }
    )


# The small case.

LEAK = (
    "The Selm ferry had been sailing with a cracked hull since March.\n"
    "Internal memos seen by the Tide Courier, and checked by marine engineers, show that the "
    "operator put off three repairs. The company has not said why.\n"
    "The ministry may withdraw the licence before summer."
)
WIRE = (
    "SELM - The operator of the Selm ferry put off three repairs, the harbour master, Oda Brandt, "
    "said on Tuesday. She had read the dry-dock log herself."
)
BLOG = (
    "Internal memos show that the operator put off five repairs! Nobody should ever board that "
    "boat again, if you ask me."
)
REPLY = (
    "Selm Lines said in a statement that no repair was put off. "
    "\u201cAll work was done on time.\u201d"
)


def small() -> Dossier:
    """Return a small case with one of everything that a report shows."""
    courier, wire, blog, reply = _documents()
    failed = capture(
        "k5",
        requested="https://ministry.example/licences/selm",
        uri="https://ministry.example/licences/selm",
        outcome="failed",
        reason="no answer within 30 s",
        status=None,
        payload=None,
        size=None,
        peer=None,
        media_type=None,
        charset=None,
    )
    link = _shared_text()
    claims = (
        _repairs(courier, wire, blog, reply, link),
        _hull(courier),
        _harbour(wire),
        ungraded(
            "c4",
            "The ministry may withdraw the licence before summer.",
            ClaimKind.FORECAST,
            appearances=(
                appearance(
                    courier,
                    "The ministry may withdraw the licence before summer.",
                    type=ClaimKind.FORECAST,
                    modality=Modality.HEDGED,
                    cue="may",
                    attribution=AttributionStatus.WRITER,
                ),
            ),
        ),
        ungraded(
            "c5",
            "Nobody should ever board the Selm ferry again.",
            ClaimKind.NORM,
            appearances=(
                appearance(
                    blog,
                    "Nobody should ever board that boat again, if you ask me.",
                    type=ClaimKind.NORM,
                    attribution=AttributionStatus.WRITER,
                ),
            ),
        ),
        claim(
            "c6",
            "All work was done on time.",
            state="refused",
            reviews=(
                review(
                    1, "Ines Moraga", decision="refuse", reason="Too vague: no repair, no date."
                ),
            ),
        ),
    )
    return dossier(
        case=case(
            name="Selm ferry: were repairs put off?",
            question="Did the operator of the Selm ferry put off repairs that it knew were needed?",
            handling="TLP:AMBER",
            bottom_line=(
                "Two origins say that three repairs were put off; one of them read the dry-dock "
                "log. The operator denies it and shows no record. That the hull was cracked rests "
                "on one unnamed leak."
            ),
            caveats=(
                "Neither the memos nor the dry-dock log have been seen by us.",
                "The engineers who are said to have checked the memos are not named.",
            ),
        ),
        log=LogView(
            origin="desk.example/log",
            size=57,
            root=sha256(b"root").hexdigest(),
            checkpoint=(
                "desk.example/log\n57\nqmOzrbxXSvR5o1hFZ7k3VqBzsWcQ2p0kqkqfI8xX1uE=\n\n"
                "\u2014 desk.example/log 5vK1Yk3Jm0y9TnqB0Q7c8WJ4n1rXv2dS\n"
            ),
        ),
        claims=claims,
        documents=(courier, wire, blog, reply),
        captures=(courier.capture, wire.capture, blog.capture, reply.capture, failed),
        sources=_sources(),
        derivations=(link,),
        leads=_leads(),
        circular=(
            "d1 cites Deck Talk for the cracked hull, and d3 of Deck Talk cites d1 for the same.",
        ),
    )


def _documents() -> tuple[DocumentView, DocumentView, DocumentView, DocumentView]:
    courier = document(
        "d1",
        LEAK,
        title="Ferry sailed with cracked hull, memos show",
        outlet="Tide Courier",
        outlet_basis="page",
        author="R. Okoye",
        author_basis="page",
        published="2031-05-06",
        published_basis="page",
        capture=capture(
            "k1",
            requested="http://courier.example/ferry",
            uri="https://courier.example/2031/05/ferry",
            hops=(
                Hop(
                    uri="http://courier.example/ferry",
                    status=301,
                    location="https://courier.example/2031/05/ferry",
                ),
            ),
            clock_offset_ms=-42,
            certificate=digest("certificate"),
            document="d1",
        ),
    )
    wire = document(
        "d2",
        WIRE,
        title="Harbour master: ferry repairs were put off",
        outlet="Coastline Wire",
        outlet_basis="address",
        published="2031-05",
        published_basis="page",
    )
    blog = document(
        "d3",
        BLOG,
        title="That boat",
        outlet="Deck Talk",
        outlet_basis="collector",
        published="2031-05-07",
        published_basis="collector",
        section="opinion",
        capture=capture(
            "k3",
            requested="deck-talk.txt",
            uri="file:///inbox/deck-talk.txt",
            via="file",
            status=None,
            peer=None,
            media_type="text/plain",
            size=118,
            said=SaidView(
                uri="https://decktalk.example/that-boat",
                outlet="Deck Talk",
                author=None,
                published="2031-05-07",
                how="pasted from e-mail",
            ),
            document="d3",
        ),
    )
    reply = document(
        "d4", REPLY, title="Statement of Selm Lines", outlet="Selm Lines", outlet_basis="page"
    )
    return courier, wire, blog, reply


def _shared_text() -> DerivationView:
    return derivation(
        "d3",
        "d1",
        evidence=(
            Evidence(
                rule="shared-run",
                sentence="A run of eight words stands in both texts.",
                downstream_words="Internal memos show that the operator put off",
                upstream_words="show that the operator put off three repairs",
            ),
        ),
    )


def _repairs(
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
        words="Internal memos seen by the Tide Courier",
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
        by_context=True,
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
                "internal memos",
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


def _hull(courier: DocumentView) -> ClaimView:
    place = appearance(courier, "The Selm ferry had been sailing with a cracked hull since March.")
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


def _harbour(wire: DocumentView) -> ClaimView:
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


def _sources() -> tuple[SourceView, ...]:
    return (
        SourceView(
            id=rid("s1"),
            handle="s1",
            name="Oda Brandt",
            named=True,
            type=SourceType.PERSON,
            domain=None,
            grade=grade(
                Axis.RELIABILITY,
                "B",
                "A public officer who speaks under her own name.",
                rater="Ines Moraga",
                proposed=False,
            ),
            claims=("c1",),
        ),
        SourceView(
            id=rid("s2"),
            handle="s2",
            name="Tide Courier",
            named=True,
            type=SourceType.OUTLET,
            domain="courier.example",
            grade=grade(Axis.RELIABILITY, "B", "Corrections are printed and dated."),
            claims=("c1", "c2"),
        ),
        SourceView(
            id=rid("s3"),
            handle="s3",
            name="internal memos",
            named=False,
            type=SourceType.DOCUMENT,
            domain=None,
            grade=None,
            claims=("c1",),
        ),
    )


def _leads() -> tuple[LeadView, ...]:
    asked = InquiryView(
        handle="i1",
        about=("c1",),
        sought="the dry-dock log",
        where="Selm harbour office",
        words="dry-dock log, March to May",
        at="2031-05-13T07:15:00.000Z",
        result="no answer",
        note="",
        by="Ines Moraga",
    )
    return (
        LeadView(
            rank=1,
            rule="primary-not-captured",
            sentence="Find the dry-dock log: two claims rest on it.",
            search=("Selm dry-dock log", "put off three repairs"),
            claims=("c1", "c3"),
            findings=("f1",),
            inquiries=(asked,),
        ),
        LeadView(
            rank=2,
            rule="verifiers-unnamed",
            sentence="Find out who the marine engineers are.",
            search=("checked by marine engineers",),
            claims=("c1",),
            findings=("f2",),
            inquiries=(),
        ),
    )


# The hostile case: every free text is an attack.

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
