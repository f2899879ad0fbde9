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


def test_a_bare_number_alone_is_no_counterpart() -> None:
    locks = passage("wire", "The cracks run below locks two, six and nine.")
    desk = passage("echo", "The harbour desk opens at nine.")
    assert compare([locks, desk], tied=TIED) == ()


def test_few_words_from_anywhere_are_no_counterpart() -> None:
    ships = amount("more than 90 million crowns", "90000000", "crown")
    sold = "The Sollund firm is supplying the guard of Vessa with buoys worth more than 90 million"
    one = passage("wire", f"{sold} crowns, checked papers show.", ships)
    other = passage("echo", "The firm has been a supplier to the Sollund lifeguard since 1998.")
    assert compare([one, other], tied=TIED) == ()


FAILED = (
    passage("wire", "The marina at Sollund lacks 19 berths.", BERTHS),
    passage("wire", "Its lamps failed 5 times this season.", start=50),
    passage("wire", "Skipper Ana Ruud has moored 19 boats abroad.", start=90),
)
BEFORE = passage("echo", "It is short of 19 berths.", BERTHS)
AFTER = passage("echo", "Abroad Ana Ruud moored some boats.", start=90)


@pytest.mark.parametrize(
    ("situation", "between", "joined"),
    [
        ("an amount", ["On 5 nights the jetties were dark."], 0),
        ("no amount, no name", ["It was dark on the jetties more than once."], None),
        ("another amount", ["On 7 nights the jetties were dark."], None),
        ("a sentence become two", ["Wind blew.", "On 5 nights the jetties were dark."], 1),
        ("too much", ["Wind blew.", "Rain fell.", "On 5 nights the jetties were dark."], None),
    ],
)
def test_what_is_left_between_two_counterparts_is_one_where_an_amount_or_a_name_agrees(
    situation: str, between: list[str], joined: int | None
) -> None:
    left = [passage("echo", words, start=50 + n) for n, words in enumerate(between)]
    pairs = compare([*FAILED, BEFORE, AFTER, *left], tied=TIED)
    found = {frozenset((pair.one, pair.other)) for pair in pairs}
    expected = set() if joined is None else {frozenset((FAILED[1].id, left[joined].id))}
    known = {frozenset((FAILED[0].id, BEFORE.id)), frozenset((FAILED[2].id, AFTER.id))}
    assert found == expected | known, situation


def test_what_is_left_after_the_last_counterpart_stays_apart() -> None:
    later = passage("echo", "On 5 nights the jetties were dark.", start=150)
    pairs = compare([*FAILED, BEFORE, AFTER, later], tied=TIED)
    assert later.id not in {end for pair in pairs for end in (pair.one, pair.other)}
