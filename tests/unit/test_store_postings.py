"""The inverted index: what is found by key, what is replaced, what a check of it sees."""

from pathlib import Path

import pytest
from sqlalchemy import text

from provenance.model import Document
from provenance.store.postings import Postings
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.erase import erase
from provenance.workspace.verify import verify_workspace
from tests.desks import NoNetwork

FIRST = {"run": [1, 2, 3, (1 << 63) - 1], "name": [1]}


@pytest.fixture
def documents(empty: Workspace, tmp_path: Path) -> list[str]:
    for number in range(3):
        page = tmp_path / f"{number}.txt"
        page.write_text(f"The ferry number {number} left Port Vale on Monday with forty lorries.")
        capture(empty, [str(page)], fetcher=NoNetwork())
    return [each.id for each in empty.store.current(Document)]


@pytest.fixture
def postings(empty: Workspace) -> Postings:
    return Postings(empty.store.database)


def test_documents_are_found_by_the_keys_they_share(
    postings: Postings, documents: list[str]
) -> None:
    one, two, three = documents
    postings.post({one: FIRST, two: {"run": [2, 3, 9]}, three: {"name": [2, 3]}}, 1)
    found = postings.near("run", [1, 2, 3], least=1, often=10)
    assert [(each.document, each.shared) for each in found] == [(one, 3), (two, 2)]
    assert [each.document for each in postings.near("run", [1, 2, 3], least=3, often=10)] == [one]
    assert postings.near("name", [9], least=1, often=10) == []


def test_a_key_of_very_many_leads_to_the_first_alone(
    postings: Postings, documents: list[str]
) -> None:
    postings.post({each: {"run": [5]} for each in documents}, 1)
    assert [each.document for each in postings.near("run", [5], least=1, often=2)] == documents[:2]


def test_a_document_is_posted_anew_instead_of_twice(
    postings: Postings, documents: list[str]
) -> None:
    one = documents[0]
    postings.post({one: FIRST}, 1)
    postings.post({one: {"run": [7]}}, 2)
    assert postings.near("run", [1], least=1, often=10) == []
    assert postings.posted(1) == frozenset()
    assert postings.posted(2) == {one}


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM posting WHERE key = 2",
        "UPDATE posting SET key = 77 WHERE key = 2",
        "INSERT INTO posting VALUES ('run', 8, 3)",
        "DELETE FROM posted",
    ],
)
def test_verify_sees_keys_that_were_changed(
    empty: Workspace, postings: Postings, documents: list[str], change: str
) -> None:
    postings.post({documents[0]: FIRST, documents[1]: {}}, 1)
    empty.close()
    assert verify_workspace(empty).clean
    with empty.store.database.writing() as connection:
        connection.execute(text(change))
    found = verify_workspace(empty).problems
    assert [each.what for each in found] == ["posting"]


def test_an_erased_document_has_no_keys_left(
    empty: Workspace, postings: Postings, documents: list[str]
) -> None:
    postings.post(dict.fromkeys(documents, FIRST), 1)
    erase(empty, ["k1"], "order of the court")
    assert postings.posted(1) == set(documents[1:])
    found = postings.near("run", [1], least=1, often=10)
    assert [each.document for each in found] == documents[1:]
    assert verify_workspace(empty).clean
