"""Texts made to be dear to compare: their cost grows with their size, and what is left is said."""

import time
from collections.abc import Callable

from provenance.corroboration import Compared, Passage
from provenance.corroboration.candidates import _candidates
from provenance.model import ClaimKind, Modality

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "so", "tu")


def _passages(count: int, wording: Callable[[int], str]) -> list[Passage]:
    return [
        Passage(
            id=f"a{number:06}",
            document=f"d{number % 7}",
            content=f"{number:06}",
            wording=wording(number),
            type=ClaimKind.FACT,
            modality=Modality.ASSERTED,
            start=number,
        )
        for number in range(count)
    ]


def _name(number: int) -> str:
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:04}")


def _seconds(count: int, wording: Callable[[int], str]) -> float:
    readings = Compared(_passages(count, wording)).readings
    begun = time.process_time()
    _candidates(readings)
    return time.process_time() - begun


def test_families_of_look_alikes_cost_no_more_than_their_share() -> None:
    """Each family is as large as one may be whose words still find each other."""

    def wording(number: int) -> str:
        family, place = divmod(number, 1400)
        one, two, three = (_name(each + family).capitalize() for each in (0, 40, 80))
        return f"The harbour of {one} near {two} lost crane {place + 7} to {three} on Monday."

    few = min(_seconds(700, wording) for _ in range(3))
    many = _seconds(2800, wording)
    assert many < 12 * few + 1.0  # with each weighed against each it is thrice that


def test_very_long_passages_are_looked_up_by_their_rarest_words() -> None:
    def wording(number: int) -> str:
        return " ".join(_name(number * 50 + each) for each in range(1500))

    assert _seconds(12, wording) < 3.0
