"""Title and organisation of persons, as a text gives them beside a name or instead of one."""

import pytest

from provenance.attribution.people import described, introduced

BESIDE = [
    ("after, of a body", "Ada Example, deputy head of the Port Office, left.", "Ada Example",
     "deputy head", "the Port Office"),
    ("after, with an age", "Ada Example, 45, a teacher at Alm School, left.", "Ada Example",
     "teacher", "Alm School"),
    ("after, two nouns", "Ada Example, director of works at the Port Office, left.", "Ada Example",
     "director of works", "the Port Office"),
    ("after, a common noun", "John Roe, a spokesman for the harbour company, left.", "John Roe",
     "spokesman", "the harbour company"),
    ("after, what she runs", "Ada Example, who runs the Port Office, left.", "Ada Example",
     "runs the Port Office", "the Port Office"),
    ("after, only the body", "Ada Example of the Port Office left.", "Ada Example",
     "", "the Port Office"),
    ("after, in brackets", "Ada Example (head of the Port Office) left.", "Ada Example",
     "head", "the Port Office"),
    ("before, body in capitals", "Port Office spokesman Tom Example left.", "Tom Example",
     "spokesman", "Port Office"),
    ("before, all in capitals", "said Energy Minister Jane Doe.", "Jane Doe",
     "Energy Minister", ""),
    ("before, former", "former deputy minister Jane Doe left.", "Jane Doe",
     "former deputy minister", ""),
    ("before, short", "said Sen. Ann Poe on Monday.", "Ann Poe", "Sen.", ""),
    ("before, with a comma", "The deputy head of the Port Office, Ada Example, left.",
     "Ada Example", "deputy head", "the Port Office"),
    ("before, owner", "Alm Yards\u2019 chief engineer, Jane Doe, left.", "Jane Doe",
     "chief engineer", "Alm Yards"),
    ("before, owned by a body", "The firm\u2019s chief engineer, Jane Doe, left.", "Jane Doe",
     "chief engineer", "the firm"),
    ("after, with a form of address", "Jane Doe, an adviser to Mr. Roe, left.", "Jane Doe",
     "adviser to Mr. Roe", ""),
    ("a party is no body", "Democratic candidate Jane Doe left.", "Jane Doe",
     "Democratic candidate", ""),
    ("a nationality is no body", "Norlandian economist Jane Doe left.", "Jane Doe",
     "Norlandian economist", ""),
    ("a form of address is no title", "Mr. Tom Example left.", "Tom Example", "", ""),
    ("a verb is no title", "The barge that Tom Example bought sank.", "Tom Example", "", ""),
    ("another clause is no apposition", "Tom Example, the barge sank.", "Tom Example", "", ""),
    ("a place is no organisation", "Jane Doe, a teacher from Almstad, left.", "Jane Doe",
     "teacher from Almstad", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "title", "organisation"),
    [case[1:] for case in BESIDE],
    ids=[case[0] for case in BESIDE],
)
def test_title_and_organisation_beside_a_name(
    text: str, name: str, title: str, organisation: str
) -> None:
    start = text.index(name)
    assert introduced(text, start, start + len(name)) == (title, organisation)


@pytest.mark.parametrize(
    ("phrase", "title", "organisation"),
    [
        ("a spokesman for the Port Office", "spokesman", "the Port Office"),
        ("the Port Office spokesman", "spokesman", "Port Office"),
        ("the mayor of Almstad", "mayor of Almstad", ""),
        ("a resident", "resident", ""),
        ("the barge", "", ""),
    ],
)
def test_title_and_organisation_of_somebody_without_a_name(
    phrase: str, title: str, organisation: str
) -> None:
    assert described(phrase) == (title, organisation)
