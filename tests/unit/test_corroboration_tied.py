"""Passages of texts that are tied: what one sentence became in the other."""

from itertools import permutations

import pytest

from provenance.canonical import sha256
from provenance.corroboration import Pair, Passage, compare, gather
from provenance.model import ClaimKind, Modality, Quantity, Stance

TIED = [("wire", "echo")]


def amount(words: str, value: str, unit: str) -> Quantity:
    return Quantity(words=words, value=value, unit=unit, exactness="exact")


def passage(document: str, wording: str, *amounts: Quantity, start: int = 0) -> Passage:
    return Passage(
        id=f"{document}/{wording}",
        document=document,
        content=sha256(f"{document}{wording}".encode()),
        wording=wording,
        type=ClaimKind.FACT,
        modality=Modality.ASSERTED,
        quantities=amounts,
        start=start,
    )


BERTHS = amount("19 berths", "19", "berth")
WIRE = passage("wire", "The marina at Sollund lacks 19 berths.", BERTHS)
ECHO = passage("echo", "It is short of 19 berths.", BERTHS)


def stances(*pairs: Pair) -> list[tuple[Stance, str]]:
    return [(pair.stance, pair.rule) for pair in pairs]


def test_a_retold_sentence_is_the_same_claim_only_where_the_texts_are_tied() -> None:
    assert compare([WIRE, ECHO]) == ()
    assert stances(*compare([WIRE, ECHO], tied=TIED)) == [
        (Stance.REPEATS, "same place in a tied text")
    ]


def test_the_order_of_passages_and_of_ties_changes_nothing() -> None:
    assert compare([ECHO, WIRE], tied=[("echo", "wire")]) == compare([WIRE, ECHO], tied=TIED)


def test_the_random_ids_of_texts_change_nothing() -> None:
    third = passage("radio", "There are 19 berths too few at Sollund.", BERTHS)
    given, ids = [WIRE, ECHO, third], ("wire", "echo", "radio")
    found = set()
    for names in permutations("abc"):
        renamed = dict(zip(ids, names, strict=True))
        passages = [p.model_copy(update={"document": renamed[p.document]}) for p in given]
        found.add(compare(passages, tied=permutations(names, 2)))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("situation", "other"),
    [
        ("another amount", passage("echo", "It is short of 7 cranes.", amount("7", "7", "crane"))),
        ("only a name", passage("echo", "Rain fell on Sollund until noon.")),
        ("a plan", passage("echo", "The marina plans to add 19 berths.", BERTHS)),
    ],
)
def test_a_tie_alone_joins_nothing(situation: str, other: Passage) -> None:
    assert compare([WIRE, other], tied=TIED) == (), situation


def test_each_passage_goes_to_its_best_counterpart() -> None:
    moored = passage("wire", "Skipper Ana Ruud has moored 19 boats abroad.", start=90)
    abroad = passage("echo", "Abroad Ana Ruud moored some boats.", start=90)
    pairs = compare([WIRE, moored, ECHO, abroad], tied=TIED)
    assert {frozenset((pair.one, pair.other)) for pair in pairs} == {
        frozenset((WIRE.id, ECHO.id)),
        frozenset((moored.id, abroad.id)),
    }


def ferries(document: str, front: str, number: str) -> Passage:
    words = f"{front}the harbour board of Sollund bought {number} wooden ferries from Ruud Yard"
    return passage(document, words, amount(f"{number} wooden ferries", number, "ferry"))


@pytest.mark.parametrize(
    ("tied", "stance"), [([], Stance.CONTRADICTS), (TIED, Stance.REPEATS)], ids=["apart", "tied"]
)
def test_another_amount_is_drift_inside_a_chain_and_a_clash_outside(
    tied: list[tuple[str, str]], stance: Stance
) -> None:
    one = ferries("wire", "In Sollund harbour, ", "12")
    other = passage(
        "echo",
        "Wooden ferries, 41 of them, were what the harbour board of Sollund bought from Ruud Yard",
        amount("41 of them", "41", "ferry"),
    )
    assert [pair.stance for pair in compare([one, other], tied=tied)] == [stance]


def test_a_short_sentence_copied_word_for_word_is_one_claim_where_the_texts_are_tied() -> None:
    one, other = (passage(d, "Nobody on board was hurt.") for d in ("wire", "echo"))
    assert compare([one, other]) == ()
    pairs = compare([one, other], tied=TIED)
    assert gather([one, other], pairs, fixed={}) == (frozenset((one.id, other.id)),)


def test_a_retelling_joins_the_copies_of_what_it_retells() -> None:
    copies = [passage(f"copy{n}", WIRE.wording, BERTHS) for n in range(4)]
    everything = [WIRE, *copies, ECHO]
    ties = [*TIED, *(("wire", copy.document) for copy in copies)]
    groups = gather(everything, compare(everything, tied=ties), fixed={})
    assert groups == (frozenset(each.id for each in everything),)
