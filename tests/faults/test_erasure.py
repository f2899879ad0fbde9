"""Erasure: nothing of it is left in the workspace, and the log still verifies."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Appearance, Attribution, Case, Document, Erasure, InquiryResult, Review
from provenance.workspace.assess import assess
from provenance.workspace.backup import backup
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.erase import erase, finish, plan
from provenance.workspace.inquire import inquire
from provenance.workspace.locate import FOLDER
from provenance.workspace.notes import add_note, delete_note, notes
from provenance.workspace.verify import verify_workspace
from tests.desks import REPORT, NoNetwork, filled, write

pytestmark = pytest.mark.slow  # whole desks, one after the other

WORDS = ("leaked invoices", "ines vale", "dock engineers", "4 million euros", "by autumn")
KEPT = "denied on tuesday"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A desk with a report (k1, d1) and a denial of it (k2, d2), assessed."""
    return filled(tmp_path)


def _found(folder: Path, words: str) -> list[Path]:
    """Return the files that hold some words in any mixture of cases, in UTF-8 or UTF-16."""
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes().lower()
        if words.encode() in data or words.encode("utf-16-le") in data:
            found.append(path)
    return found


def test_no_byte_of_it_is_left_and_the_log_verifies(workspace: Workspace) -> None:
    folder = workspace.root / FOLDER
    assert all(_found(folder, each) for each in WORDS), "what is looked for was there"
    made = erase(workspace, ["d1"], "an order of the court")
    workspace.close()
    assert {each: _found(folder, each) for each in WORDS} == {each: [] for each in WORDS}
    assert _found(folder, KEPT)
    found = verify_workspace(workspace, workers=1)
    assert found.clean, found.problems
    note = next(each for each in found.notes if "erased" in each)
    assert f"entry {made.entry}, by Ada Example, erased {made.records} records" in note
    assert "an order of the court" in note
    assert "document" in note


def test_it_is_not_in_the_write_ahead_log_of_a_reader(workspace: Workspace) -> None:
    with closing(sqlite3.connect(workspace.database_path)) as reader:
        reader.execute("SELECT count(*) FROM document").fetchall()
        erase(workspace, ["d1"], "an order of the court")
        files = [*workspace.database_path.parent.glob("records.sqlite*")]
        assert not [each for each in files if b"eaked invoices" in each.read_bytes()]


def test_what_is_listed_first_is_what_falls(workspace: Workspace) -> None:
    listed = plan(workspace, ["d1"])
    made = erase(workspace, ["d1"], "why")
    assert made.records == len(listed.falling)
    assert {"k1", "d1", "c1"} <= {each.handle for each in listed.falling}
    assert not {"k2", "d2"} & {each.handle for each in listed.falling}
    gone = {each.id for each in workspace.store.current(Erasure)[0].records}
    assert not [each for each in workspace.store.every(Document) if each.id in gone]


def test_work_goes_on_and_handles_are_not_given_again(workspace: Workspace, tmp_path: Path) -> None:
    erase(workspace, ["d1"], "why")
    text = "The mayor of Kelso opened a new school on Friday, the town council said.\n"
    capture(workspace, [write(tmp_path, "next.txt", text)], fetcher=NoNetwork())
    assess(workspace)
    workspace.close()
    assert sorted(workspace.store.handles("d").values()) == ["d1", "d2", "d3"]
    assert verify_workspace(workspace, workers=1).clean


def test_an_analysts_words_that_quote_it_fall_too(workspace: Workspace) -> None:
    inquire(
        workspace,
        about=[],
        sought="whether leaked invoices, recently checked by dock engineers, exist",
        where="the archive",
        words="",
        result=InquiryResult.NOTHING_FOUND,
    )
    quoting = {"question": "Is it so that the firm paid 4 million euros?", "caveats": ("short",)}
    case = workspace.case
    new: Case = case.model_copy(update={**quoting, "id": workspace.new_id(), "supersedes": case.id})
    workspace.step("case", [new])
    erase(workspace, ["d1"], "why")
    workspace.close()
    assert not _found(workspace.root / FOLDER, "leaked invoices")
    assert not _found(workspace.root / FOLDER, "4 million euros")
    assert workspace.case.caveats == ("short",)
    assert workspace.case.question == ""
    assert verify_workspace(workspace, workers=1).clean


def test_what_every_text_without_an_author_says_of_itself_is_nobodys_words(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = "The ferry to Vale left the quay late. It is a scandal, and somebody should go."
    capture(workspace, [write(tmp_path, "ferry.txt", text)], fetcher=NoNetwork())
    assess(workspace)
    other = workspace.store.identity("d3")[1]
    theirs = {each.id for each in workspace.store.every(Appearance) if each.document == other}
    said = {each.id for each in workspace.store.every(Attribution) if each.of in theirs}
    assert said
    falls = {each.handle for each in plan(workspace, ["d1"]).falling}
    assert not (theirs | said) & falls


def test_a_handle_of_what_was_erased_says_so(workspace: Workspace) -> None:
    made = erase(workspace, ["d1"], "an order of the court")
    for handle in ("d1", "k1", "c1"):
        with pytest.raises(UnknownHandleError, match=rf"{handle} was erased: .* {made.entry}\)"):
            workspace.store.identity(handle)
    assert workspace.store.identity("d2")


def test_shared_bytes_are_decided_one_by_one(workspace: Workspace, tmp_path: Path) -> None:
    again = write(tmp_path, "again.txt", REPORT)
    capture(workspace, [again], fetcher=NoNetwork())
    found = plan(workspace, ["d1"])
    assert [each.captures for each in found.undecided] == [("k3",)]
    digest = found.undecided[0].digest
    with pytest.raises(UsageError, match="other captures share"):
        erase(workspace, ["d1"], "why")
    assert plan(workspace, ["d1"], {digest: "keep"}).blobs == 0
    made = erase(workspace, ["d1"], "why", {digest: "erase"})
    assert made.blobs == 1
    workspace.close()
    assert not _found(workspace.root / FOLDER, "leaked invoices")
    assert verify_workspace(workspace, workers=1).clean


def test_copies_written_before_are_named(workspace: Workspace, tmp_path: Path) -> None:
    backup(workspace, tmp_path / "kept.zip")
    assert [each.path for each in erase(workspace, ["d1"], "why").copies] == [
        str(tmp_path / "kept.zip")
    ]


def test_scratch_notes_are_outside_the_log_and_fall_where_they_quote(workspace: Workspace) -> None:
    size = workspace.store.size()
    add_note(workspace, "leaked invoices, recently checked by dock engineers: true?", "c2")
    add_note(workspace, "ring the harbour master")
    gone = add_note(workspace, "deleted at once")
    delete_note(workspace, gone.number)
    assert workspace.store.size() == size
    assert not _found(workspace.root / FOLDER, "deleted at once")
    erase(workspace, ["d1"], "why")
    workspace.close()
    assert [each.text for each in notes(workspace)] == ["ring the harbour master"]
    assert not _found(workspace.root / FOLDER, "leaked invoices")


def test_several_may_write_notes_at_once(workspace: Workspace) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda n: add_note(workspace, f"note {n}").number, range(40)))
    assert sorted(made) == list(range(1, 41))
    assert len(notes(workspace)) == 40


def test_what_a_write_left_that_was_cut_short_is_gone_too(workspace: Workspace) -> None:
    folder = workspace.blobs.path(next(iter(workspace.blobs.digests()))).parent
    (folder / ".new-cut").write_text("leaked invoices", "utf-8")
    erase(workspace, ["d1"], "why")
    workspace.close()
    assert not _found(workspace.root / FOLDER, "leaked invoices")


def test_an_interrupted_erasure_is_finished(workspace: Workspace) -> None:
    digest = workspace.blobs.put(b"left by an erasure that was cut short")
    assert finish(workspace) == 1
    assert digest not in list(workspace.blobs.digests())
    assert verify_workspace(workspace, workers=1).clean


def test_a_record_removed_without_an_erasure_is_named(workspace: Workspace) -> None:
    erase(workspace, ["c2"], "why")
    with closing(sqlite3.connect(workspace.database_path)) as connection, connection:
        connection.execute("DROP TRIGGER erased_no_update")
        connection.execute("UPDATE erased SET erasure = 'nobody' WHERE kind = 'claim'")
    problems = verify_workspace(workspace, workers=1).problems
    assert any("no erasure in the log names it" in each.sentence for each in problems)


@pytest.mark.parametrize("handle", ["a1", "x9"])
def test_what_the_log_stands_on_is_not_erased(workspace: Workspace, handle: str) -> None:
    with pytest.raises(UsageError):
        erase(workspace, [handle], "why")
    with pytest.raises(UsageError, match="says why"):
        erase(workspace, ["d1"], " ")
    assert not workspace.store.current(Erasure)
    assert not workspace.store.current(Review)
