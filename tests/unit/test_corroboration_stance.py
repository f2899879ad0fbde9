"""How one passage bears on another, each case named by its situation."""

import random

import pytest

from provenance.canonical import sha256
from provenance.corroboration import Pair, Passage, compare
from provenance.model import ClaimKind, Modality, Quantity, Stance

SOLD = "The defence ministry sold forty armoured lorries to Marovia in spring."


def passage(
    wording: str,
    *,
    document: str = "one",
    amounts: tuple[Quantity, ...] = (),
    kind: ClaimKind = ClaimKind.FACT,
    modality: Modality = Modality.ASSERTED,
    published: str | None = None,
) -> Passage:
    return Passage(
        id=f"{document}/{wording}",
        document=document,
        content=sha256(f"{document}{wording}".encode()),
        wording=wording,
        type=kind,
        modality=modality,
        quantities=amounts,
        published=published,
    )


def amount(words: str, value: str, unit: str, exactness: str = "exact") -> Quantity:
    return Quantity(words=words, value=value, unit=unit, exactness=exactness)


def only(*passages: Passage) -> Pair | None:
    pairs = compare(passages)
    assert len(pairs) <= 1
    return pairs[0] if pairs else None


@pytest.mark.parametrize(
    ("situation", "other", "stance"),
    [
        ("the same words", SOLD, Stance.REPEATS),
        (
            "a frame of reporting around it",
            f"Officials said on Monday that {SOLD[0].lower()}{SOLD[1:]}",
            Stance.REPEATS,
        ),
        (
            "a dateline before it",
            f"PORT ELSE, May 4 (Coast Wire) - {SOLD}",
            Stance.REPEATS,
        ),
        (
            "a tail of attribution",
            "The defence ministry sold forty armoured lorries to Marovia in spring, an aide said.",
            Stance.REPEATS,
        ),
        (
            "a denial in a frame of its own",
            "The defence ministry denied that it had sold armoured lorries to Marovia.",
            Stance.CONTRADICTS,
        ),
        (
            "a negation of a word that both use",
            "The defence ministry never sold forty armoured lorries to Marovia in spring.",
            Stance.CONTRADICTS,
        ),
        (
            "only a plan",
            "The defence ministry plans to sell armoured lorries to Marovia next winter season.",
            Stance.UNSURE,
        ),
    ],
)
def test_bears_on(situation: str, other: str, stance: Stance) -> None:
    pair = only(passage(SOLD), passage(other, document="two"))
    assert pair is not None, situation
    assert pair.stance is stance, (situation, pair.rule)
    assert pair.words


@pytest.mark.parametrize(
    ("situation", "other"),
    [
        ("another buyer", "The defence ministry sold forty armoured lorries to Telland in spring."),
        ("another event", "The defence ministry moved its archive to a new building in spring."),
        ("stock words", "No one was hurt."),
    ],
)
def test_a_lookalike_is_not_linked(situation: str, other: str) -> None:
    assert only(passage(SOLD), passage(other, document="two")) is None, situation


def test_the_same_weekday_of_another_week_is_another_event() -> None:
    wording = "The Bank of Telland raised its lending rate to 5.5 percent on Thursday."
    first = passage(wording, published="2026-03-06T08:00:00.000Z")
    same = passage(wording, document="two", published="2026-03-05T20:00:00.000Z")
    later = passage(wording, document="two", published="2026-04-10T08:00:00.000Z")
    pair = only(first, same)
    assert pair is not None
    assert pair.stance is Stance.REPEATS
    assert only(first, later) is None


def test_stock_phrases_are_no_proposition() -> None:
    assert only(passage("No one was hurt."), passage("No one was hurt.", document="two")) is None


def test_a_forecast_does_not_join_a_fact() -> None:
    assert only(passage(SOLD), passage(SOLD, document="two", kind=ClaimKind.FORECAST)) is None


def test_amounts_of_one_unit_clash() -> None:
    one = passage(
        "Marovia paid 500 million crowns for the armoured lorries of the ministry.",
        amounts=(amount("500 million crowns", "500000000", "crown"),),
    )
    other = passage(
        "For the armoured lorries Marovia paid the ministry 700 million crowns, papers show.",
        document="two",
        amounts=(amount("700 million crowns", "700000000", "crown"),),
    )
    pair = only(one, other)
    assert pair is not None
    assert (pair.stance, pair.rule) == (Stance.CONTRADICTS, "quantity clash")
    assert set(pair.words) == {"500 million crowns", "700 million crowns"}


def test_a_changed_amount_in_the_same_words_is_drift() -> None:
    text = "Marovia paid {} million crowns to the Telland defence ministry for armoured lorries."
    one = passage(text.format(500), amounts=(amount("500 million crowns", "500000000", "crown"),))
    other = passage(
        text.format(700),
        document="two",
        amounts=(amount("700 million crowns", "700000000", "crown"),),
    )
    pair = only(one, other)
    assert pair is not None
    assert (pair.stance, pair.rule) == (Stance.REPEATS, "same words, other quantity")


VAULT = "The salt vault under Brannock stores {} tonnes of grain for the winter"


@pytest.mark.parametrize(
    ("one", "other", "stance"),
    [
        (", the harbour board said.", ", a union of millers said.", Stance.CONTRADICTS),
        (", the harbour board said.", ", the board warned.", Stance.REPEATS),
        (", the harbour board said.", ".", Stance.REPEATS),
        (", she said.", ", a union of millers said.", Stance.REPEATS),
        (", a doctor said.", ", a physician said.", Stance.REPEATS),
    ],
)
def test_another_amount_of_another_who_says_so_is_no_drift(
    one: str, other: str, stance: Stance
) -> None:
    first = passage(VAULT.format(400) + one, amounts=(amount("400 tonnes", "400", "tonne"),))
    second = passage(
        VAULT.format(900) + other, document="two", amounts=(amount("900 tonnes", "900", "tonne"),)
    )
    (pair,) = compare((first, second))
    assert pair.stance is stance
    assert set(pair.words) == {"400 tonnes", "900 tonnes"}
    (tied,) = compare((first, second), tied=[("one", "two")])
    assert tied.stance is Stance.REPEATS


def test_a_dateline_says_nothing() -> None:
    one = passage(
        f"PORT ELSE - {VAULT.format(400)}.", amounts=(amount("400 tonnes", "400", "tonne"),)
    )
    other = passage(
        f"BRANNOCK - {VAULT.format(900)}.",
        document="b",
        amounts=(amount("900 tonnes", "900", "tonne"),),
    )
    (pair,) = compare((one, other))
    assert pair.stance is Stance.REPEATS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("62 million", "62000000", "exact"), ("more than 60 million", "60000000", "more-than")),
        (("about 10,000", "10000", "about"), ("10,400", "10400", "exact")),
        (("1.98 million", "1980000", "exact"), ("2 million", "2000000", "exact")),
    ],
)
def test_amounts_within_tolerance_agree(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    text = "Marovia paid the Telland defence ministry for armoured lorries."
    first = amount(one[0], one[1], "crown", one[2])
    second = amount(other[0], other[1], "crown", other[2])
    pair = only(passage(text, amounts=(first,)), passage(text, document="b", amounts=(second,)))
    assert pair is not None
    assert (pair.stance, pair.rule) == (Stance.REPEATS, "same words")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rebels of Marovia shelled the border post of Telland with heavy guns.",
            "Rebels of Telland shelled the border post of Marovia with heavy guns.",
        ),
        (  # a name that opens its sentence
            "Marovia shelled the northern border posts of Telland with heavy guns.",
            "Telland shelled the northern border posts of Marovia with heavy guns.",
        ),
    ],
)
def test_who_did_it_to_whom_is_a_doubt(one: str, other: str) -> None:
    pair = only(passage(one), passage(other, document="two"))
    assert pair is not None
    assert (pair.stance, pair.rule) == (Stance.UNSURE, "other order")


def test_both_sides_of_a_deal_tell_the_same_where_their_names_open_the_sentences() -> None:
    one = passage("Marovia sold 40 armoured patrol lorries to Telland.")
    other = passage("Telland bought 40 armoured patrol lorries from Marovia.", document="two")
    pair = only(one, other)
    assert pair is not None
    assert pair.stance is Stance.REPEATS


def test_another_verb_may_tell_the_same_from_the_other_side() -> None:
    one = passage("Marovia is supplying Telland with 40 armoured patrol lorries.")
    other = passage("Telland has received 40 armoured patrol lorries from Marovia.", document="two")
    pair = only(one, other)
    assert pair is not None
    assert pair.stance is Stance.REPEATS


def test_the_denial_comes_first_in_its_pair() -> None:
    claim = passage(SOLD)
    denial = passage(
        "The defence ministry denied selling armoured lorries to Marovia.", document="two"
    )
    pair = only(claim, denial)
    assert pair is not None
    assert (pair.one, pair.other) == (denial.id, claim.id)


def test_hidden_characters_do_not_part_two_passages() -> None:
    pair = only(passage(SOLD), passage(SOLD.replace("lorries", "lor\u200brie\u0455"), document="b"))
    assert pair is not None
    assert pair.rule == "same words"


def test_order_of_input_changes_nothing() -> None:
    passages = [
        passage(SOLD),
        passage(SOLD, document="two"),
        passage("The ministry denied that it sold armoured lorries to Marovia.", document="three"),
        passage("Armoured lorries of the defence ministry were sold to Marovia.", document="four"),
        passage("The harbour of Telland was closed by ice for nine days.", document="five"),
    ]
    expected = compare(passages)
    assert expected
    for seed in range(5):
        shuffled = random.Random(seed).sample(passages, len(passages))  # noqa: S311
        assert compare(shuffled) == expected


def test_a_thousand_copies_cost_a_thousand_pairs() -> None:
    copies = [passage(SOLD, document=f"copy {number}") for number in range(1000)]
    assert len(compare(copies)) == 999


def test_two_statements_of_one_document_are_two() -> None:
    one = "At dawn the night shift of Brannock harbour stood before the locked gate."
    other = "At dawn the night shift of Brannock harbour listened to its chairwoman."
    assert only(passage(one), passage(other)) is None


def test_headline_and_body_of_one_document_are_one() -> None:
    pair = only(passage(SOLD.removesuffix(" in spring.")), passage(SOLD))
    assert pair is not None
    assert pair.stance is Stance.REPEATS


QUAY = "The harbour board sold the Kettle Point quay to Norvik Optics on Monday."


@pytest.mark.parametrize(
    "other",
    [
        "The harbour board denied on Tuesday that it sold the Kettle Point quay to Norvik Optics.",
        "On Tuesday the harbour board denied selling the Kettle Point quay to Norvik Optics.",
        "The harbour board said in a letter on Tuesday that it never sold Kettle Point to Norvik.",
        "The harbour board denies selling the quay.",
    ],
)
def test_the_day_on_which_somebody_denies_is_not_that_of_the_event(other: str) -> None:
    pair = only(
        passage(QUAY, published="2026-03-12"),
        passage(other, document="two", published="2026-03-12"),
    )
    assert pair is not None
    assert pair.stance is Stance.CONTRADICTS


@pytest.mark.parametrize(
    "other",
    [
        "The harbour board denied that it sold the Kettle Point quay to Norvik Optics on Tuesday.",
        "The harbour board denies selling the ferry.",
        "The harbour board denies closing the quay.",
        "The harbour board sold the Kettle Point quay to Norvik Optics on Tuesday.",
    ],
)
def test_another_day_or_deed_is_not_contradicted(other: str) -> None:
    found = only(
        passage(QUAY, published="2026-03-12"),
        passage(other, document="two", published="2026-03-12"),
    )
    assert found is None


def test_words_are_shown_as_they_stand() -> None:
    supplied = "The Norvik company supplied nineteen ferries to Marovia, papers say."
    supplies = "The Norvik company supplies nineteen ferries to Marovia."
    pair = only(passage(supplied), passage(supplies, document="two"))
    assert pair is not None
    assert {"Norvik", "supplied", "supplies", "ferries", "Marovia"} <= set(pair.words)
