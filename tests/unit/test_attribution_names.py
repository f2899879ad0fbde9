"""Whether two names may be of one source, and what a title tells."""

import pytest

from provenance.attribution.names import acronyms, same_name, spoken_of

SAME = [
    ("Brede", "Tomas Brede"),
    ("Mr Brede", "Tomas Brede"),
    ("T. Brede", "Tomas Brede"),
    ("Tomas A. Brede", "Tomas Brede"),
    ("Tomas", "Tomas Brede"),
    ("TOMAS BREDE", "Tomas Bred\u00e9"),
    ("Minister Tomas Brede", "Tomas Brede"),
    ("PO", "the Port Office"),
    ("The Port Office", "Port Office"),
]
OTHERS = [
    ("Anna Brede", "Tomas Brede"),
    ("A. Brede", "Tomas Brede"),
    ("Mr Brede", "Ms Brede"),
    ("Tomas Brede", "Tomas Vale"),
    ("PO", "the Harbour Office"),
    ("Brede", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_may_be_of_one(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_cannot_be_of_one(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(
    ("title", "pronoun"), [("Ms", "she"), ("deputy spokesman", "he"), ("minister", "")]
)
def test_a_title_may_tell_of_he_and_she(title: str, pronoun: str) -> None:
    assert spoken_of(title) == pronoun


def test_an_acronym_is_introduced_by_its_name() -> None:
    assert list(acronyms("The Alm Port Office (APO) shut.")) == [("APO", "Alm Port Office")]
    assert list(acronyms("Yesterday the Port Office (PO) shut.")) == [("PO", "Port Office")]
    assert list(acronyms("The Port Office (UK) shut.")) == []
