"""A genre that a person gave to a text is that of its further readings too, until taken back."""

from pathlib import Path

from provenance.model import Genre
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import correct_genre
from provenance.workspace.picture import Picture
from provenance.workspace.undo import undo
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from tests.desks import desk
from tests.newsroom import Newsroom, Publication

LINES = (
    "The harbour needs its cranes more than the town needs another square, and it always did.",
    "Whoever sold them has never stood on the quay in a winter gale with a ship to unload.",
    "The council may ask the pilots, who have said so for years in every meeting that was held.",
)
UPDATED = "This text was updated on Tuesday."


def published(tmp_path: Path) -> tuple[Workspace, Newsroom, Publication]:
    """Return a desk that gave a genre to a text, and where the text stands."""
    room, workspace = Newsroom(), desk(tmp_path)
    column = room.publish("Vale Herald", "What cranes are for", *LINES)
    read(workspace, room, column)
    correct_genre(workspace, genres(workspace)[0][0], Genre.GUEST_COLUMN, "he is the pilots' chair")
    return workspace, room, column


def read(workspace: Workspace, room: Newsroom, column: Publication) -> None:
    capture(workspace, [column.uri], fetcher=room)
    assess(workspace)


def genres(workspace: Workspace) -> list[tuple[str, Genre | None, str]]:
    """Return each document with its genre as it is shown, and by which rule."""
    views = Views(workspace)
    return [
        (e.id, *((e.declared.genre, e.declared.rule) if e.declared else (None, "")))
        for e in views.documents()
    ]


def test_a_genre_follows_a_text_to_its_next_capture(tmp_path: Path) -> None:
    workspace, room, column = published(tmp_path)
    room.rewrite(column, *LINES, UPDATED)
    read(workspace, room, column)
    first, second = genres(workspace)
    assert second[1:] == first[1:] == (Genre.GUEST_COLUMN, "by hand")
    picture = Picture(workspace)
    assert all(picture.is_opinion(each) for each in picture.documents.values())
    undo(workspace)
    assert {each[2] for each in genres(workspace)} != {"by hand"}
    assert Genre.GUEST_COLUMN not in {each[1] for each in genres(workspace)}
    assert verify_workspace(workspace).clean


def test_a_genre_given_to_one_reading_gives_way_to_one_given_to_another(tmp_path: Path) -> None:
    workspace, room, column = published(tmp_path)
    room.rewrite(column, *LINES, UPDATED)
    read(workspace, room, column)
    second = genres(workspace)[1][0]
    correct_genre(workspace, second, Genre.NEWS_REPORT, "they print it as news now")
    assert [each[1] for each in genres(workspace)] == [Genre.GUEST_COLUMN, Genre.NEWS_REPORT]


def test_another_story_at_the_same_address_has_a_genre_of_its_own(tmp_path: Path) -> None:
    workspace, room, column = published(tmp_path)
    room.rewrite(
        column,
        "The port authority of Kelso sold two cranes on Monday, a spokesman said.",
        "The firm paid 4 million euros, according to an invoice seen by this paper.",
        "The cranes leave before winter.",
    )
    read(workspace, room, column)
    assert genres(workspace)[1][2] != "by hand"
