"""Circular reporting, and what changes along a chain."""

from itertools import pairwise

import pytest

from provenance.canonical import content_key, sha256
from provenance.lineage import Mention, Proposed, SourceRef, Text, circular, derive, drift
from provenance.lineage.drift import clashing
from provenance.model import (
    DerivationKind,
    Level,
    Modality,
    Quantity,
    SourceType,
    Stance,
    StepRole,
)
from tests.declaring import declaring


def text(name: str, outlet: str, body: str = "") -> Text:
    return declaring(
        Text(
            id=name,
            digest=sha256(f"{name}{body}".encode()),
            uri=f"https://{name}.example/",
            outlet=outlet,
            text=body,
        )
    )


def tie(downstream: str, upstream: str | None, name: str | None = None) -> Proposed:
    kind = DerivationKind.CITATION
    return Proposed(
        downstream=downstream,
        upstream=upstream,
        upstream_name=name,
        type=kind,
        directed=True,
        evidence=(),
        key=content_key("derivation", kind, downstream, upstream or "", name or ""),
    )


A, B, C = text("a", "Ostrel Courier"), text("b", "Brannock Gazette"), text("c", "Coast Radio")
LATER = text("later", "Ostrel Courier")


@pytest.mark.parametrize(
    ("situation", "ties", "ring"),
    [
        ("two credit each other", [tie("a", "b"), tie("b", "a")], {"a", "b"}),
        ("three in a row", [tie("a", "b"), tie("b", "c"), tie("c", "a")], {"a", "b", "c"}),
        ("back to an earlier story", [tie("later", "b"), tie("b", "a")], {"later", "b"}),
        ("back to a name", [tie("a", "b"), tie("b", None, "The Ostrel Courier")], {"a", "b"}),
    ],
)
def test_a_ring_is_found_once(situation: str, ties: list[Proposed], ring: set[str]) -> None:
    (found,) = circular([A, B, C, LATER], ties)
    assert set(found.documents) == ring, situation
    assert "Ostrel Courier" in found.sentence


@pytest.mark.parametrize(
    ("situation", "ties"),
    [
        ("a straight chain", [tie("a", "b"), tie("b", "c")]),
        ("two ways to one source", [tie("a", "b"), tie("a", "c"), tie("b", "c")]),
        ("a paper goes back to its own story", [tie("later", "a")]),
    ],
)
def test_no_ring(situation: str, ties: list[Proposed]) -> None:
    assert circular([A, B, C, LATER], ties) == (), situation


def test_two_papers_that_name_each_other() -> None:
    one = text(
        "a",
        "Ostrel Courier",
        "Three gates of the Kettle lock are cracked, the Brannock Gazette reported.",
    )
    other = text(
        "b",
        "Brannock Gazette",
        "Gates of the Kettle lock are cracked, according to the Ostrel Courier.",
    )
    (ring,) = circular([one, other], derive([one, other]))
    assert set(ring.documents) == {"a", "b"}


def mention(
    document: str,
    wording: str,
    *,
    modality: Modality = Modality.ASSERTED,
    crowns: int | None = None,
    sources: tuple[SourceRef, ...] = (),
) -> Mention:
    amount = Quantity(words=f"{crowns} crowns", value=str(crowns), unit="crown", exactness="exact")
    return Mention(
        id=f"m-{document}",
        document=document,
        content=document,
        stance=Stance.REPEATS,
        wording=wording,
        modality=modality,
        quantities=(amount,) if crowns else (),
        sources=sources,
    )


def step(name: str, role: StepRole = StepRole.SAYS) -> SourceRef:
    return SourceRef(id=name, name=name, named=True, role=role, type=SourceType.PERSON)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            mention("a", "The letters appear genuine.", modality=Modality.HEDGED),
            mention("b", "The letters are genuine."),
            "hedge dropped",
        ),
        (
            mention("a", "Telland agreed to sell the boats."),
            mention("b", "Telland is selling the boats."),
            "modality raised",
        ),
        (
            mention("a", "Telland sold boats for 50 crowns.", crowns=50),
            mention("b", "Telland sold boats for 80 crowns.", crowns=80),
            "quantity changed",
        ),
        (
            mention("a", "Telland sold boats.", sources=(step("Maren Holt"),)),
            mention("b", "Telland sold boats."),
            "attribution lost",
        ),
        (
            mention("a", "Letters seen by the paper tell of a sale."),
            mention("b", "Verified letters tell of a sale."),
            "verification strengthened",
        ),
        (
            mention("a", "The letters have not been verified."),
            mention("b", "The letters have been verified."),
            "verification strengthened",
        ),
        (
            mention("a", "Letters tell of a sale."),
            mention("b", "Letters tell of a sale.", sources=(step("Ila", StepRole.VERIFIED),)),
            "verification strengthened",
        ),
    ],
)
def test_what_changed_on_the_way(before: Mention, after: Mention, change: str) -> None:
    (found,) = drift([after, before], [tie("b", "a")])
    assert (found.upstream, found.downstream, found.change) == ("a", "b", change)


def test_the_month_of_may_is_no_hedge() -> None:
    pair = [mention("a", "Telland sold boats in May."), mention("b", "Telland sold boats.")]
    assert drift(pair, [tie("b", "a")]) == ()


def test_drift_passes_over_a_text_that_does_not_make_the_claim() -> None:
    pair = [mention("a", "Boats sold.", crowns=5), mention("c", "Boats sold.", crowns=9)]
    (found,) = drift(pair, [tie("c", "b"), tie("b", "a")])
    assert (found.upstream, found.downstream) == ("a", "c")


def test_without_direction_nothing_is_said_of_drift() -> None:
    pair = [mention("a", "Boats sold.", crowns=5), mention("b", "Boats sold.", crowns=9)]
    undirected = tie("b", "a").model_copy(update={"directed": False})
    assert drift(pair, [undirected]) == ()


@pytest.mark.parametrize(
    ("upstream", "downstream", "spans"),
    [
        (
            "The letters appear genuine.",
            "The letters are genuine.",
            ("appear genuine", "are genuine"),
        ),
        ("Telland reportedly sold boats.", "Telland sold boats.", ("reportedly sold", "sold")),
        ("Boats were sold, perhaps.", "Boats were sold.", ("sold, perhaps", "sold")),
        (
            "On Monday Telland agreed to sell old boats.",
            "Telland is selling old boats.",
            ("agreed to sell", "is selling"),
        ),
        (
            "The winch appears to be sound, said Ora Finch, a shipwright.",
            "A shipwright who has mended many, Ora Finch, told us that the winch is sound.",
            ("appears to be sound", "is sound"),
        ),
        (
            "Alm received nine boats for 50 crowns from Telland, according to the Courier.",
            "The sale to Alm, first told of by the Post, has been confirmed, the Herald writes.",
            ("according to", "has been confirmed"),
        ),
        (
            "Boats went from Telland to Alm.",
            "The Courier confirmed that the boats went from Telland to Alm.",
            ("Boats", "The Courier confirmed that the boats"),
        ),
    ],
)
def test_drift_shows_what_differs_on_both_sides(
    upstream: str, downstream: str, spans: tuple[str, str]
) -> None:
    (found,) = drift([mention("a", upstream), mention("b", downstream)], [tie("b", "a")])
    assert (found.before, found.after) == spans


def test_words_that_moved_are_shown_beside_the_verb_of_the_same_subject() -> None:
    before = "A leaked deal seen by the Courier shows that Telland agreed to sell 9 boats to Alm."
    after = (
        "Telland is bringing its very good friends in Alm 9 boats worth 50 crowns, a clerk said."
    )
    pair = [
        mention("a", before).model_copy(update={"level": Level.AGREED}),
        mention("b", after).model_copy(update={"level": Level.DELIVERED}),
    ]
    (found,) = drift(pair, [tie("b", "a")])
    assert (found.before, found.after) == ("agreed to sell", "is bringing")


def test_a_lost_name_is_set_against_none() -> None:
    told = mention("a", "Telland sold boats.", sources=(step("Maren Holt"),))
    (found,) = drift([told, mention("b", "Telland sold boats.")], [tie("b", "a")])
    assert (found.before, found.after) == ("Maren Holt", "nobody is named")


def test_a_ring_of_proposals_only_seems_to_be_one() -> None:
    (found,) = circular([A, B], [tie("a", "b"), tie("b", "a")])
    assert "Each seems to go back to the next" in found.sentence


def test_what_was_agreed_told_as_delivered() -> None:
    before = mention("a", "Telland agreed to sell the boats.")
    after = mention("b", "Telland is supplying the boats.")
    pair = [
        before.model_copy(update={"level": Level.AGREED}),
        after.model_copy(update={"level": Level.DELIVERED}),
    ]
    (found,) = drift(pair, [tie("b", "a")])
    assert (found.change, found.before, found.after) == (
        "agreed became delivered",
        "agreed to sell",
        "is supplying",
    )


def amount(value: str, unit: str, exactness: str = "exact") -> tuple[Quantity, ...]:
    return (Quantity(words=f"{value} {unit}", value=value, unit=unit, exactness=exactness),)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (amount("62", "USD"), amount("62", "EUR"), ["currency changed"]),
        (amount("62", "USD"), amount("80", "USD"), ["quantity changed"]),
        (amount("8134", "vehicle"), amount("8100", "vehicle", "about"), []),
        (amount("8134", "vehicle"), amount("6000", "vehicle", "about"), ["quantity changed"]),
        (amount("62", "USD"), amount("3", "boat"), []),
    ],
)
def test_amounts_that_differ(
    before: tuple[Quantity, ...], after: tuple[Quantity, ...], change: list[str]
) -> None:
    pair = [
        mention("a", "Boats sold.").model_copy(update={"quantities": before}),
        mention("b", "Boats sold.").model_copy(update={"quantities": after}),
    ]
    assert [each.change for each in drift(pair, [tie("b", "a")])] == change
    assert len(clashing(pair)) == 2 * len(change)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No lorry may cross the bridge.", "The bridge is closed to lorries."),
        ("It ended talks before they were due to open.", "It ended the talks."),
        ("Crews said that nobody would come.", "Nobody came, crews said."),
    ],
)
def test_what_sounds_like_a_hedge_or_a_plan_and_is_none(before: str, after: str) -> None:
    assert drift([mention("a", before), mention("b", after)], [tie("b", "a")]) == ()


def test_drift_is_told_from_the_furthest_upstream_down() -> None:
    chain = [mention(name, "Boats sold.", crowns=n) for n, name in enumerate("dbca", 1)]
    found = drift(chain, [tie("d", "c"), tie("c", "b"), tie("b", "a")])
    assert [(each.upstream, each.downstream) for each in found] == [
        ("a", "b"),
        ("b", "c"),
        ("c", "d"),
    ]


def test_drift_in_a_ring_comes_to_an_end() -> None:
    pair = [mention("a", "Boats sold.", crowns=5), mention("b", "Boats sold.", crowns=9)]
    assert len(drift(pair, [tie("a", "b"), tie("b", "a")])) == 2


def test_what_became_of_a_claim_further_down_is_told_beside_it() -> None:
    made = mention("b", "Telland sold boats.", crowns=5)
    further = [mention("a", "Boats sold.", crowns=4), mention("c", "Boats sold.", crowns=9)]
    ties = [tie("b", "a"), tie("c", "b"), tie("d", "c")]
    found = drift([made], ties, [*further, mention("d", "Boats sold.", crowns=8)])
    assert [(each.upstream, each.downstream) for each in found] == [("a", "b"), ("b", "c")]


def test_ten_thousand_copies_are_no_trouble() -> None:
    names = [f"copy {n}" for n in range(10_000)]
    ties = [tie(after, before) for before, after in pairwise(names)]
    found = drift([mention(each, "Boats sold.", crowns=5) for each in names], ties)
    assert found == ()


def test_a_text_that_goes_back_to_ours_closes_a_ring() -> None:
    (ring,) = circular([A, B, C], [tie("b", "a")], frozenset({"ostrel courier"}))
    assert ring.documents == ("b", "a")
    assert "Ostrel Courier → Brannock Gazette → Ostrel Courier" in ring.sentence
    (named,) = circular(
        [B, C], [tie("b", None, "The Ostrel Courier")], frozenset({"ostrel courier"})
    )
    assert named.documents == ("b",)
    assert circular([A, B, C], [tie("a", "b")], frozenset({"ostrel courier"})) == ()
