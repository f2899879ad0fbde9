"""Whether two names are one, by their ends and by their first letters."""

import pytest

from provenance.canonical import sha256
from provenance.lineage import Text
from provenance.lineage.names import head_key, initials, same_name
from provenance.lineage.speakers import Said, credited_by
from provenance.lineage.whom import met, whom

ONE = [
    ("Odo Maltby", "Maltby"),
    ("the Fenby Post", "Fenby"),
    ("Fenby Harbour Board", "FHB"),
    ("Fenby Harbour Gazette", "FH Gazette"),
    ("Board of Trade", "BT"),
]
TWO = [
    ("Odo Maltby", "Lene Maltby"),
    ("Fenby Harbour Board", "Harbour"),
    ("Fenby Harbour Board", "FB"),
    ("Fenby Harbour Gazette", "FH Post"),
    ("Fenby", "F"),
    ("FHB", "FHP"),
]


def credits_of(body: str) -> tuple[Said, ...]:
    digest = sha256(body.encode())
    return credited_by(Text(id=digest, digest=digest, uri="file:///a", text=body))


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_names_of_one(one: str, other: str) -> None:
    assert same_name(head_key(one), head_key(other))
    assert same_name(head_key(other), head_key(one))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two(one: str, other: str) -> None:
    assert not same_name(head_key(one), head_key(other))
    assert not same_name(head_key(other), head_key(one))


def test_a_single_word_has_no_initials() -> None:
    assert initials("fenby") == initials("") == frozenset()


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_texts_meet_in_two_names_of_one(one: str, other: str) -> None:
    here, there = (whom(credits_of(f"The ship sank, {name} reported.")) for name in (one, other))
    ((mine, twin),) = met(here, there)
    assert (mine.name, twin.name) == (one.removeprefix("the "), other)


def test_a_text_that_shortens_a_name_credits_one() -> None:
    (board,) = credits_of("The FHB reported that it sank. The Fenby Harbour Board said when.")
    assert (board.name, board.times) == ("Fenby Harbour Board", 2)
