"""What kind of source a step has, with title, organisation, and why it is not named."""

import pytest

from provenance.attribution import attribute
from provenance.attribution.detail import also_of, detail_of
from provenance.attribution.memory import Memory
from provenance.attribution.mentions import source_of
from provenance.model import ClaimKind, Selector, SourceKind, StepDetail

K = SourceKind


def detail(text: str, phrase: str, sentence: str = "") -> StepDetail:
    memory = Memory(text)
    known, _ = memory.resolve(source_of(phrase))
    return detail_of(known, sentence or text, memory, words=phrase)


KINDS = [
    ("Tomas Brede", K.NAMED_PERSON),
    ("Mr. Brede", K.NAMED_PERSON),
    ("Ole Brede, a clerk who saw it,", K.NAMED_PERSON),
    ("the port's chairman, Tomas Brede,", K.NAMED_PERSON),
    ("the Courier's Ada Example", K.NAMED_PERSON),
    ("Brede of the Port Office", K.NAMED_PERSON),
    ("Norland's envoy to Sarn Ann Li", K.NAMED_PERSON),
    ("the Ministry of Dams", K.NAMED_ORGANISATION),
    ("the Port Office", K.NAMED_ORGANISATION),
    ("the Alm Courier", K.NAMED_ORGANISATION),
    ("Norway", K.NAMED_ORGANISATION),
    ("the Norlandian government", K.NAMED_ORGANISATION),
    ("Brede's campaign", K.NAMED_ORGANISATION),
    ("The Alm and Senn port ministries", K.NAMED_ORGANISATION),
    ("the government of Norland", K.NAMED_ORGANISATION),
    ("the Centres for Dam Control", K.NAMED_ORGANISATION),
    ("Alm Public Schools", K.NAMED_ORGANISATION),
    ("a spokesman for the Port Office", K.NAMED_ORGANISATION),
    ("a leaked memo", K.DOCUMENT),
    ("new research", K.DOCUMENT),
    ("officials", K.UNNAMED_GROUP),
    ("some", K.UNNAMED_GROUP),
    ("40 percent of the crew", K.UNNAMED_GROUP),
    ("the crowd", K.UNNAMED_GROUP),
    ("public figures", K.UNNAMED_GROUP),
    ("the police", K.UNNAMED_GROUP),
    ("port ministries", K.UNNAMED_GROUP),
    ("both governments", K.UNNAMED_GROUP),
    ("Newspapers", K.UNNAMED_GROUP),
    ("three Norland companies", K.UNNAMED_GROUP),
    ("a resident", K.UNNAMED_PERSON),
    ("one of the residents", K.UNNAMED_PERSON),
    ("his mother", K.UNNAMED_PERSON),
    ("the lawyer representing Brede", K.UNNAMED_PERSON),
    ("a person familiar with the talks", K.ANONYMOUS_SOURCE),
    ("two senior officials", K.ANONYMOUS_SOURCE),
    ("he", None),
    ("it", None),
]


@pytest.mark.parametrize(("phrase", "kind"), KINDS)
def test_kind(phrase: str, kind: SourceKind | None) -> None:
    assert detail(f"The barge sank, {phrase} said.", phrase).kind is kind


def test_title_and_organisation_come_from_anywhere_in_the_text() -> None:
    text = "Ada Example, head of the Port Office, left. The barge sank, Example said."
    found = detail(text, "Example", "The barge sank, Example said.")
    assert (found.title, found.organisation) == ("head", "the Port Office")
    assert found.kind is K.NAMED_PERSON


def test_an_unnamed_person_has_a_title_too() -> None:
    found = detail("A spokesman for the Port Office said so.", "a spokesman for the Port Office")
    assert (found.title, found.organisation) == ("spokesman", "the Port Office")


WITHHELD = [
    ("beside", "A clerk, who asked not to be named, said so.", "A clerk", "asked not to be named"),
    ("after", "The barge sank, said a clerk who spoke on background.", "a clerk",
     "spoke on background"),
    ("in another sentence", "A clerk said so. The clerk spoke on condition of anonymity.",
     "A clerk", "on condition of anonymity"),
    ("with a pronoun", "A clerk said so. She asked not to be named.", "A clerk",
     "asked not to be named"),
    ("by description", "A person close to the board said so.", "A person close to the board",
     "close to the board"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrase", "words"), [case[1:] for case in WITHHELD], ids=[case[0] for case in WITHHELD]
)
def test_anonymous_with_the_words_that_say_so(text: str, phrase: str, words: str) -> None:
    found = detail(text, phrase, text.partition(". ")[0])
    assert (found.kind, found.withheld) == (K.ANONYMOUS_SOURCE, words)


def test_a_named_person_is_not_made_anonymous() -> None:
    found = detail("Ina Vale, which is not her real name, said so.", "Ina Vale")
    assert (found.kind, found.withheld) == (K.NAMED_PERSON, "not her real name")


def test_a_document_is_not_made_anonymous() -> None:
    assert detail("A memo by a clerk who asked not to be named said so.", "A memo").withheld == ""


ALSO = [
    ("our own experts", "publisher"),
    ("the Alm Courier", "publisher"),
    ("the Courier's reporters", "publisher"),
    ("Tomas Brede", "origin"),
    ("Brede's clerks", "origin"),
    ("a clerk at the Port Office", "origin"),
    ("the same officials", "origin"),
    ("two engineers", ""),
    ("Ina Vale", ""),
]


@pytest.mark.parametrize(("verifier", "also"), ALSO)
def test_whether_the_verifier_published_it_or_is_its_origin(verifier: str, also: str) -> None:
    origins = ("Tomas Brede", "the Port Office")
    assert also_of(verifier, publisher="Alm Courier", origins=origins) == also


@pytest.mark.parametrize(
    "text",
    [
        "The barge sank, according to Port Office spokesman Ina Vale.",
        "The barge sank, said Port Office spokesman Ina Vale.",
    ],
)
def test_an_office_before_a_name_is_no_source_of_its_own(text: str) -> None:
    (found,) = attribute(text, [(Selector.of(text, 0, len(text)), ClaimKind.FACT)])
    (told,) = found.details or ()
    assert [step.name for step in found.steps] == ["Ina Vale"]
    assert (told.kind, told.title, told.organisation) == (
        K.NAMED_PERSON,
        "spokesman",
        "Port Office",
    )
