"""One source under several names in a text is brought together under the fullest."""

import pytest

from provenance.attribution.memory import Memory
from provenance.attribution.mentions import mention
from provenance.model import SourceType


def named(text: str, *phrases: str) -> list[str]:
    """Return the names to which phrases come that follow each other in a text."""
    memory = Memory(text)
    names = []
    for phrase in phrases:
        found = mention(phrase)
        assert found is not None, phrase
        names.append(memory.resolve(found)[0].name)
    return names


CASES = [
    ("surname", "Tomas Brede left. Brede said no.", ["Brede"], ["Tomas Brede"]),
    ("surname before the name", "Brede said no. Tomas Brede left.", ["Brede"], ["Tomas Brede"]),
    ("title and surname", "Tomas Brede left.", ["Mr. Brede"], ["Tomas Brede"]),
    ("first name", "Tomas Brede left.", ["Tomas"], ["Tomas Brede"]),
    ("initial", "Tomas Brede left.", ["T. Brede"], ["Tomas Brede"]),
    ("the fuller one", "Tomas Brede left.", ["Tomas Brede", "Brede"], ["Tomas Brede"] * 2),
    ("of two the last spoken of", "Tomas Brede met Anna Brede.", ["Anna Brede", "Brede"],
     ["Anna Brede", "Anna Brede"]),
    ("after a country", "Norway Ann Li left. The envoy to Norway Ann Li said no.", ["Li"],
     ["Ann Li"]),
    ("after an adverb", "Ann Roe left. Then Day-by-day Roe's tale went on.", ["Roe"], ["Ann Roe"]),
    ("acronym", "The Port Office (PO) shut.", ["the PO"], ["Port Office"]),
    ("he", "Tomas Brede left.", ["Tomas Brede", "he"], ["Tomas Brede"] * 2),
    ("she is not Mr", "Mr. Tomas Brede left.", ["Mr. Tomas Brede", "she"], ["Tomas Brede", "she"]),
    ("he is not the spokeswoman", "Ina Vale, a spokeswoman, left.", ["Ina Vale", "he"],
     ["Ina Vale", "he"]),
    ("they", "Nurses left.", ["nurses", "they"], ["nurses", "nurses"]),
    ("the spokesman", "Tom Vale, a spokesman for the port, left.", ["Tom Vale", "the spokesman"],
     ["Tom Vale", "Tom Vale"]),
    ("an unnamed spokesman", "A spokesman left.", ["a spokesman for the Port Office",
     "the spokesman"], ["a spokesman for the Port Office"] * 2),
    ("another spokesman", "Tom Vale, a spokesman for the port, left.",
     ["Tom Vale", "the bank spokesman"], ["Tom Vale", "the bank spokesman"]),
    ("the engineers", "Two engineers left.", ["two engineers close to the board", "the engineers"],
     ["two engineers close to the board"] * 2),
    ("other engineers", "Two engineers left.", ["two engineers", "the port engineers"],
     ["two engineers", "the port engineers"]),
    ("she is not Robert", "Robert Vale left.", ["Robert Vale", "she"], ["Robert Vale", "she"]),
    ("the ministry", "The Ministry of Dams left.", ["the Ministry of Dams", "the ministry"],
     ["Ministry of Dams"] * 2),
    ("the company", "Alm Yards left.", ["Alm Yards", "the company"], ["Alm Yards"] * 2),
    ("another sort of company", "Alm Yards left.", ["Alm Yards", "the oil company"],
     ["Alm Yards", "the oil company"]),
    ("a country is no person", "Norway left. Ana Norway left.", ["Norway"], ["Norway"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrases", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_comes_to_the_fullest_name(text: str, phrases: list[str], names: list[str]) -> None:
    assert named(text, *phrases)[-len(names) :] == names


def test_that_another_sentence_was_needed_is_told() -> None:
    memory = Memory("Brede said no. Tomas Brede left.")
    surname, whole = mention("Brede"), mention("Tomas Brede")
    assert surname is not None
    assert whole is not None
    assert memory.resolve(surname)[1]
    assert not memory.resolve(whole)[1]


def test_the_subject_of_a_sentence_is_he() -> None:
    text = "Tomas Brede met Ole Vale. Brede\u2019s boat sank, he said."
    memory = Memory(text)
    vale, he = mention("Ole Vale"), mention("he")
    assert vale is not None
    assert he is not None
    memory.resolve(vale)
    memory.notice("Brede\u2019s boat sank, he said.")
    assert memory.resolve(he)[0].name == "Tomas Brede"


def test_a_surname_that_the_text_gives_a_form_of_address_is_a_person() -> None:
    memory = Memory("Ms. PORT left.")
    found = mention("PORT")
    assert found is not None
    assert found.type is SourceType.ORGANISATION
    assert memory.resolve(found)[0].type is SourceType.PERSON


def test_names_are_learnt_sentence_by_sentence_where_there_is_no_text() -> None:
    memory = Memory()
    memory.notice("Tomas Brede, head of the Port Office, left.")
    surname = mention("Brede")
    assert surname is not None
    assert memory.resolve(surname)[0].name == "Tomas Brede"
    assert memory.about("Tomas Brede") == ("head", "the Port Office")


def test_a_firm_that_is_named_in_full_elsewhere_is_no_person() -> None:
    memory = Memory("Norlane Motor Inc. built it. Norlane said so. Brede left.")
    norlane, brede = mention("Norlane"), mention("Brede")
    assert norlane is not None
    assert brede is not None
    assert memory.resolve(norlane)[0].type is SourceType.ORGANISATION
    assert memory.resolve(brede)[0].type is SourceType.PERSON
