"""Two tied texts: a figure that stands once in each leads from a sentence to its rewrite."""

import pytest

from provenance.corroboration import Passage, compare
from provenance.model import ClaimKind, Modality, Quantity, Stance


def passage(document: str, start: int, wording: str, *given: tuple[str, str]) -> Passage:
    return Passage(
        id=f"{document} {start}",
        document=document,
        content=f"{document} {start:03}",
        wording=wording,
        type=ClaimKind.FACT,
        modality=Modality.ASSERTED,
        quantities=tuple(
            Quantity(words=f"{value} {unit}", value=value, unit=unit, exactness="exact")
            for value, unit in given
        ),
        start=start,
    )


def joined(*passages: Passage, tied: bool = True) -> set[tuple[str, str]]:
    ties = [("first", "second")] if tied else []
    return {
        (pair.one, pair.other)
        for pair in compare(passages, tied=ties)
        if pair.stance is Stance.REPEATS
    }


LIFTS = passage("first", 0, "The lifts failed 6 times this season.", ("6", "time"))
DARK = passage("second", 0, "People stood in a dark hall 6 times.", ("6", "time"))
STEPS = passage("first", 90, "Guests climbed 214 steps.", ("214", "step"))
STAIRS = passage("second", 90, "On foot it is 214 stairs up.", ("214", "stair"))


def test_the_one_figure_of_both_leads_to_the_rewrite() -> None:
    assert joined(LIFTS, DARK, STEPS, STAIRS) == {
        ("first 0", "second 0"),
        ("first 90", "second 90"),
    }


def test_without_a_tie_a_figure_says_nothing() -> None:
    assert joined(LIFTS, DARK, STEPS, STAIRS, tied=False) == set()


FURTHER = passage("second", 50, "The bill came to 214 marks.", ("214", "mark"))
OTHERS = (
    passage("first", 90, "Guests climbed 214 steps on 9 days.", ("214", "step"), ("9", "day")),
    passage("second", 90, "It is 214 stairs, 4 nights long.", ("214", "stair"), ("4", "night")),
)


@pytest.mark.parametrize(
    ("situation", "passages"),
    [
        ("it stands twice in one text", (STEPS, STAIRS, FURTHER)),
        ("another figure beside it differs", OTHERS),
        ("it stands at the other end", (STEPS, passage("second", 5, "Bells rang."), LIFTS, DARK)),
    ],
)
def test_a_figure_that_may_be_anothers_joins_nothing(
    situation: str, passages: tuple[Passage, ...]
) -> None:
    assert not {pair for pair in joined(*passages) if "first 90" in pair}, situation


def test_a_short_bare_number_stands_for_anything() -> None:
    left = passage("first", 0, "The lifts failed under 6 managers.", ("6", "manager"))
    right = passage("second", 0, "A dog had 6 puppies there.", ("6", "puppy"))
    assert joined(left, right) == set()
