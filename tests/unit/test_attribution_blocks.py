"""A long text is read in blocks: names are known across them, and spans are those of the text."""

import pytest

from provenance.attribution import BLOCK, attribute, behind
from provenance.model import ClaimKind, Selector

FIRST = "Tomas Brede, keeper of the lock at Senn, said that the gate was shut.\n"
FILLING = "The river rose by two centimetres in the night, and the gauge was read twice.\n"
LAST = "The gate was oiled in May, Brede said.\n"
TEXT = FIRST + FILLING * (2 * BLOCK // len(FILLING)) + LAST


def selector(words: str) -> tuple[Selector, ClaimKind]:
    at = TEXT.rindex(words)
    return Selector.of(TEXT, at, at + len(words)), ClaimKind.FACT


def test_a_source_of_a_later_block_has_its_full_name_and_its_own_place() -> None:
    (chain,) = attribute(TEXT, [selector("The gate was oiled in May, Brede said.")])
    assert chain.steps[0].name == "Tomas Brede"
    assert chain.details is not None
    place = chain.details[0].source
    assert place is not None
    assert TEXT[place.start : place.end] == "Brede"
    assert place.start > 2 * BLOCK - len(FILLING)


def test_chains_come_in_the_order_of_the_statements_whatever_it_is() -> None:
    given = [selector("The gate was oiled"), selector("that the gate was shut")]
    one, other = attribute(TEXT, given)
    assert [one, other] == [*attribute(TEXT, given[:1]), *attribute(TEXT, given[1:])]
    assert attribute(TEXT, given[::-1]) == (other, one)


def test_a_statement_out_of_order_is_refused_where_they_come_one_by_one() -> None:
    given = [selector("The gate was oiled"), selector("that the gate was shut")]
    with pytest.raises(ValueError, match="in the order of the text"):
        list(behind(TEXT, given))
