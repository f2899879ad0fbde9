"""What texts say of themselves, from capture to report: an agency, its copy, a text unread."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.cli.sheet import document_sheet
from provenance.errors import UsageError
from provenance.model import Declaration, Genre
from provenance.report import render
from provenance.settings import Settings
from provenance.workspace.assess import assess
from provenance.workspace.backup import upgrade
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import correct_genre
from provenance.workspace.publish import publish
from provenance.workspace.status import status, unread
from provenance.workspace.undo import undo
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write
from tui.record import record_sheet

WIRE = """OSTREL, March 3 (Reuters) - The council of Ostrel closed the lamp on Kettle Point on \
Monday, keeper Maren Holt said.
Two boats ran aground in the first night without it, the port office said."""
COLUMN = """The lamp on Kettle Point was lit for 140 years. It was put out on Monday.
This column was originally published in the Quay Review."""
GERMAN = """Der Rat von Ostrel hat am Montag das Licht auf Kettle Point gelöscht, sagte die \
Wärterin. In der ersten Nacht ohne das Licht liefen zwei Boote auf Grund, wie das Hafenamt sagte."""
NEITHER = "Der Turm ist zu."


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Workspace]:
    """A desk with four assessed texts: d1 to d4."""
    workspace = desk(tmp_path)
    said = Said(outlet="Brannock Gazette", published="2026-03-03")
    for name, text in {"wire": WIRE, "column": COLUMN, "german": GERMAN, "short": NEITHER}.items():
        capture(workspace, [write(tmp_path, f"{name}.txt", text)], fetcher=NoNetwork(), said=said)
    assess(workspace)
    yield workspace
    workspace.close()


def test_each_text_is_declared_once_and_assessing_again_adds_nothing(press: Workspace) -> None:
    assert len(press.store.current(Declaration)) == 4
    size = press.store.size()
    assess(press)
    assert press.store.size() == size
    assert verify_workspace(press).clean


def test_an_agency_and_the_first_publisher_become_what_the_texts_go_back_to(
    press: Workspace,
) -> None:
    views = Views(press)
    wire, column = views.document("d1").declared, views.document("d2").declared
    assert wire is not None
    assert (wire.genre, wire.words) == (Genre.WIRE_COPY, "OSTREL, March 3 (Reuters) -")
    assert column is not None
    assert [(o.kind, o.name) for o in column.origins] == [("syndication", "Quay Review")]
    named = {(views.handle(e.downstream), e.upstream_name) for e in views.picture.live}
    assert {("d1", "Reuters"), ("d2", "Quay Review")} <= named


def test_a_text_in_another_language_is_kept_and_said_to_be_unread(press: Workspace) -> None:
    views = Views(press)
    found = {
        views.handle(about): finding.sentence
        for finding in views.picture.findings
        if finding.rule == "language not read"
        for about in finding.about
    }
    assert found.keys() == {"d3", "d4"}
    assert "it is in German" in found["d3"]
    assert "its language cannot be told" in found["d4"]
    assert unread(press) == "German, unknown"
    assert any("German" in line.what for line in status(press).lines)
    german = views.document("d3")
    assert german.text == GERMAN
    assert any("not read" in line for line in document_sheet(german, text=False))
    assert not [each for each in views.picture.appearances.values() if each.document == german.id]


def test_genre_and_origins_are_shown_wherever_the_document_is(press: Workspace) -> None:
    views = Views(press)
    document = views.document("d1")
    told = "\n".join(document_sheet(document, text=False))
    assert "wire copy (declared from an agency" in told
    assert "wire: Reuters" in told
    (row, *_) = views.queue()
    sheet = record_sheet(views.claim(row.id), None, document)
    assert "genre: wire copy" in sheet.text
    page = publish(press, "html", None).decode()
    assert "wire copy (declared from an agency" in page
    assert "not read: no claims were looked for" in page
    assert '"genre":"wire copy"' in render(views.dossier(), "json").decode().replace('": "', '":"')


def test_a_person_says_the_genre_and_takes_it_back(press: Workspace) -> None:
    views = Views(press)
    before = views.document("d1")
    letters = [(e.letter, e.letter_of) for e in views.claim(views.queue()[0].id).appearances]
    correct_genre(press, before.id, Genre.GUEST_COLUMN, "the page says so")
    now = Views(press).document("d1").declared
    assert now is not None
    assert (now.genre, now.rule, now.why) == (Genre.GUEST_COLUMN, "by hand", "the page says so")
    assert before.declared is not None
    assert now.origins == before.declared.origins
    assert any(
        "by a person" in line for line in document_sheet(Views(press).document("d1"), text=False)
    )
    with pytest.raises(UsageError, match="said before"):
        correct_genre(press, before.id, Genre.GUEST_COLUMN)
    assess(press)  # changes nothing that a person said
    again = Views(press).document("d1").declared
    assert again == now
    undo(press)
    after = Views(press)
    assert after.document("d1").declared == before.declared
    assert letters == [
        (e.letter, e.letter_of) for e in after.claim(views.queue()[0].id).appearances
    ]


def test_a_desk_of_an_older_schema_gets_its_declarations_at_the_next_assessment(
    tmp_path: Path,
) -> None:
    kept = Path(__file__).parents[1] / "workspaces" / "schema-0001.zip"
    with zipfile.ZipFile(kept) as packed:
        packed.extractall(tmp_path)
    for key in (tmp_path / "home").rglob("*.pem"):
        key.chmod(0o600)
    settings = Settings(home=tmp_path / "home", workspace=tmp_path / "desk")
    upgrade(Workspace(tmp_path / "desk", settings), tmp_path / "before.zip")
    workspace = Workspace(tmp_path / "desk", settings)
    documents = Views(workspace).documents()
    assert [each.declared for each in documents] == [None] * len(documents)
    with pytest.raises(UsageError, match="provenance assess"):
        correct_genre(workspace, documents[0].id, Genre.OPINION)
    assess(workspace)
    assert all(each.declared for each in Views(workspace).documents())
    size = workspace.store.size()
    assess(workspace)
    assert workspace.store.size() == size
    workspace.close()
