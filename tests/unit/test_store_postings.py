"""The inverted index: what is found by key, what is replaced, what a check of it sees."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import text

from provenance.model import Document
from provenance.store.postings import Followed, Postings
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


def sharing(postings: Postings, kind: str, keys: list[int], **bounds: int) -> Sequence[str]:
    return postings.sharing(
        kind, keys, **({"least": 1, "often": 10, "first": 1, "most": 10} | bounds)
    )


def test_documents_are_found_by_the_keys_they_share(
    postings: Postings, documents: list[str]
) -> None:
    one, two, three = documents
    postings.post({one: FIRST, two: {"run": [2, 3, 9]}, three: {"name": [2, 3]}}, 1)
    assert sharing(postings, "run", [1, 2, 3]) == [one, two]
    assert sharing(postings, "run", [2, 3, 9]) == [two, one]
    assert sharing(postings, "run", [1, 2, 3], least=3) == [one]
    assert sharing(postings, "run", [1, 2, 3], most=1) == [one]
    assert sharing(postings, "name", [9]) == []


def test_a_key_of_very_many_leads_to_the_first_alone(
    postings: Postings, documents: list[str]
) -> None:
    postings.post({each: {"run": [5]} for each in documents}, 1)
    assert sharing(postings, "run", [5], often=3, first=1) == documents
    assert sharing(postings, "run", [5], often=2, first=1) == documents[:1]
    assert sharing(postings, "run", [5], often=2, first=0) == []


def test_a_key_of_few_counts_more(postings: Postings, documents: list[str]) -> None:
    one, two, three = documents
    postings.post({one: {"run": [2]}, two: {"run": [2]}, three: {"run": [1]}}, 1)
    assert sharing(postings, "run", [1, 2]) == [three, one, two]


def test_a_document_is_posted_anew_instead_of_twice(
    postings: Postings, documents: list[str]
) -> None:
    one = documents[0]
    postings.post({one: FIRST}, 1)
    postings.post({one: {"run": [7]}}, 2)
    assert sharing(postings, "run", [1]) == []
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
    assert sharing(postings, "run", [1]) == documents[1:]
    assert verify_workspace(empty).clean


def test_how_far_everything_was_followed_up_is_one_note(postings: Postings) -> None:
    assert postings.followed() is None
    postings.follow(Followed(7, 1))
    postings.follow(Followed(9, 2))
    assert postings.followed() == Followed(9, 2)
