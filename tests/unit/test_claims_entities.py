"""Names in invented sentences with what they are names of, marked before any rule ran."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.claims import find
from provenance.claims.entities import named_entities, places

P, O, L, E, X = "person", "organisation", "place", "event", "other"  # noqa: E741
NAMES = [
    ("Defence Minister Anna Lind said that Norway's army left Kabul on Tuesday.",
     [("Anna Lind", P), ("Norway", L), ("Kabul", L)]),
    ("Police said that Acme Holdings Ltd had paid John F. Marlow Jr.",
     [("Acme Holdings Ltd", O), ("John F. Marlow Jr.", P)]),
    ("The Ministry of Foreign Affairs denied it.", [("Ministry of Foreign Affairs", O)]),
    ("The World Seed Organization (WSO) sent vans; the WSO paid.",
     [("World Seed Organization", O), ("WSO", O), ("WSO", O)]),
    ("Ludwig van der Berg sailed on Lake Senn.",
     [("Ludwig van der Berg", P), ("Lake Senn", L)]),
    ("Officials fled across the River Alm.", [("River Alm", L)]),
    ("French President Emilie Roux told Reuters that the European Union erred.",
     [("French", X), ("Emilie Roux", P), ("Reuters", O), ("European Union", O)]),
    ("He joined the Labour Party of Norway in 1999.", [("Labour Party of Norway", O)]),
    ("The Battle of Senn ended the Tin War.", [("Battle of Senn", E), ("Tin War", E)]),
    ("“Nobody knew,” Petrov said.", [("Petrov", P)]),
    ("Hotels in Paris and New York closed.", [("Paris", L), ("New York", L)]),
    ("United Nations officials and the Red Cross left Gaza City.",
     [("United Nations", O), ("Red Cross", O), ("Gaza City", L)]),
    ("Sales fell at Brightwater Inc.", [("Brightwater Inc", O)]),
    ("Tom O'Neill, 43, drove to St. Petersburg.",
     [("Tom O'Neill", P), ("St. Petersburg", L)]),
    ("The U.S. and the UK agreed.", [("U.S.", L), ("UK", L)]),
    ("Mr Haddad's lawyer, Jane Roe, spoke.", [("Haddad", P), ("Jane Roe", P)]),
    ("The town of Amery paid the Department of Health and Social Care.",
     [("Amery", L), ("Department of Health and Social Care", O)]),
    ("Spokesman Ivan Belov left.", [("Ivan Belov", P)]),
    ("Egyptians and Kurds voted.", [("Egyptians", X), ("Kurds", X)]),
    ("The University of Amery opened the Alm Festival.",
     [("University of Amery", O), ("Alm Festival", E)]),
    ("She works for the New Dawn Party.", [("New Dawn Party", O)]),
    ("Secretary of State Dana Holt met the Bishop of Senn.",
     [("Dana Holt", P), ("Bishop of Senn", P)]),
    ("The fire near Kelso spread.", [("Kelso", L)]),
    ("They flew from Southern Sudan over Mount Orne.",
     [("Southern Sudan", L), ("Mount Orne", L)]),
    ("Gen. Raul Ochoa and Lt. Bo Frey were freed.", [("Raul Ochoa", P), ("Bo Frey", P)]),
    ("Kenya and North Macedonia signed.", [("Kenya", L), ("North Macedonia", L)]),
    ("The analyst Pia Sund wrote of Zürich.", [("Pia Sund", P), ("Zürich", L)]),
    ("Ana Ruiz's firm, Solmar S.A., failed in May.", [("Ana Ruiz", P), ("Solmar S.A.", O)]),
    ("Yesterday the Alm Courier named him.", [("Alm Courier", O)]),
    ("In March the Senn Museum shut.", [("Senn Museum", O)]),
    ("He said that Hurtigfrakt AG lied.", [("Hurtigfrakt AG", O)]),
    ("Farmers left; In Oslo they met.", [("Oslo", L)]),
    ("THE MAYOR OPENS A BRIDGE IN LISBON", [("LISBON", L)]),
    ("Mayor Opens Second New Bridge Near Lisbon Docks", [("Lisbon", L)]),
    ("It was dark and cold.", []),
    ("I think that On Monday they left.", []),
    ("Ferries stopped. Nobody was told.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "names"), NAMES)
def test_names_and_their_types(sentence: str, names: list[tuple[str, str]]) -> None:
    assert [(each.words, each.type) for each in named_entities(sentence)] == names


def test_a_surname_is_known_by_the_full_name_elsewhere_in_the_text() -> None:
    text = "Minister Erna Voll resigned. Near the quay Voll wept."
    start = text.index("Near")
    assert [(each.words, each.type) for each in named_entities(text, start, len(text))] == [
        ("Voll", "person")
    ]


def test_places_of_a_statement_are_the_names_of_places_among_its_names() -> None:
    (found,) = find("The ferry sank near Kelso and Kelso mourned Anna Lind.", language="en")
    assert found.entities is not None
    assert found.places == places(found.entities) == ("Kelso",)
    assert [each.words for each in found.entities][-1] == "Anna Lind"


VOCABULARY = (
    "Anna Lind Dr. Mr U.S. of the van der Berg al-Masri Ministry Bank for and Ltd O'Neill 's ( ) "
    "WHO said Lisbon New York in near River , . “ Ünal Émile X. fire \u200b I The"
)
_WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


@given(st.lists(_WORDS, max_size=16).map(" ".join), st.integers(0, 12))
def test_every_name_stands_at_its_start(text: str, start: int) -> None:
    start = min(start, len(text))
    last = start
    for each in named_entities(text, start, len(text)):
        assert text[each.start : each.start + len(each.words)] == each.words
        assert each.start >= last
        assert each.words
        last = each.start + len(each.words)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for each in named_entities(text):
        assert text[each.start : each.start + len(each.words)] == each.words


@pytest.mark.parametrize(
    "unit", ["A", "A ", "A.", "Ab-", "Bank of ", "Anna Lind ", "al-", "A'", "Dr. ", "“X", "Ab, "]
)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = "x " + unit * (size // len(unit))
        begun = process_time()
        named_entities(text)
        return process_time() - begun

    seconds(2_000)
    assert seconds(20_000) < 10 * seconds(5_000) + 0.2
