"""Amounts that a statement puts forward, and those that it only rejects."""

import pytest

from provenance.model import Quantity
from provenance.model.amounts import put_forward


def amount(words: str, unit: str = "crown") -> Quantity:
    return Quantity(words=words, value=words.split(maxsplit=1)[0], unit=unit, exactness="exact")


OLD, NEW, SHIPS = amount("148 crowns"), amount("184 crowns"), amount("6 ships", "ship")


@pytest.mark.parametrize(
    ("wording", "given", "kept"),
    [
        ("The levy is 184 crowns, not 148 crowns.", (NEW, OLD), (NEW,)),
        ("It costs 184 crowns instead of the 148 crowns named before.", (NEW, OLD), (NEW,)),
        ("Rather than 148 crowns for 6 ships: 184.", (OLD, SHIPS), (OLD, SHIPS)),
        ("Rather than 148 crowns they paid 184 crowns.", (OLD, NEW), (NEW,)),
        ("184 crowns rather than 148 crowns for 6 ships.", (NEW, OLD, SHIPS), (NEW, SHIPS)),
        ("They did not pay 148 crowns but 184 crowns.", (OLD, NEW), (OLD, NEW)),
        ("It was not 148 crowns for 6 ships.", (OLD, SHIPS), (OLD, SHIPS)),
        ("It is not 148 crowns, it was 148 crowns and 184 crowns.", (OLD, NEW), (OLD, NEW)),
    ],
)
def test_a_rejected_amount_is_left_out_where_another_stands_in_its_unit(
    wording: str, given: tuple[Quantity, ...], kept: tuple[Quantity, ...]
) -> None:
    assert put_forward(wording, given) == kept
