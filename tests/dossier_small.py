"""A small case with one of everything that a report shows.

It is about a ferry that does not exist: a leak whose verifiers have no names, a claim with two
origins and a denial, a pair of reports that rest on each other, a forecast, an opinion, and a
capture that failed. Its claims of fact are in ``dossier_small_claims``.
"""

from hashlib import sha256

from provenance.model import (
    AttributionStatus,
    ClaimKind,
    Evidence,
    Modality,
)
from provenance.model.dossier import (
    DerivationView,
    DocumentView,
    Dossier,
    InquiryView,
    LeadView,
    LogView,
    SaidView,
    SourceView,
)
from provenance.model.evidence import Hop, SourceType
from provenance.model.judgement import Axis
from tests.dossier_small_claims import harbour, hull, repairs
from tests.dossiers import (
    appearance,
    capture,
    case,
    claim,
    derivation,
    digest,
    document,
    dossier,
    grade,
    review,
    rid,
    ungraded,
)

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
        repairs(courier, wire, blog, reply, link),
        hull(courier),
        harbour(wire),
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
