"""A page that dates itself after it was captured tells nothing of when it came out."""

from pathlib import Path

from provenance.model import Document
from provenance.workspace.assess import assess
from provenance.workspace.capture import Said, capture
from provenance.workspace.picture import Picture
from tests.desks import NoNetwork, desk, write

STORY = (
    "Two port workers said three crates were unloaded at Pier Nine on 20 February. One of them "
    "said the crates bore customs seals of Kelso. The Senn harbour board did not reply to "
    "questions from the Coast Tribune, which saw the ledger of the crane hands on Monday."
)


def page(name: str, published: str) -> str:
    """Return a page that gives a site and a date."""
    return (
        f'<html lang="en"><head><title>Crates</title><meta property="og:site_name" '
        f'content="{name}"><meta property="article:published_time" content="{published}">'
        f"</head><body><article><h1>Crates</h1><p>{STORY}</p></article></body></html>"
    )


def pictured(tmp: Path, published: str, said: Said | None = None) -> Picture:
    """Return what is known of a page of that date beside one of December 2031."""
    workspace = desk(tmp)
    early = write(tmp, "early.html", page("Coast Gazette", "2031-12-20"))
    other = write(tmp, "other.html", page("Vale Herald", published))
    capture(workspace, [early], fetcher=NoNetwork())
    capture(workspace, [other], fetcher=NoNetwork(), said=said or Said())
    assess(workspace)
    return Picture(workspace)


def other(picture: Picture) -> Document:
    """Return the page of which the date is in question."""
    return next(each for each in picture.documents.values() if each.site == "Vale Herald")


def directed(picture: Picture) -> list[bool]:
    """Return whether the direction of each derivation is known."""
    return [each.directed for each in picture.derivations]


def test_a_date_after_the_capture_gives_no_direction(tmp_path: Path) -> None:
    picture = pictured(tmp_path, "2032-03-01")
    known = picture.published(other(picture))
    assert known == (None, "dated after its capture (2032-03-01)")
    assert directed(picture) == [False]


def test_a_date_before_the_capture_gives_one(tmp_path: Path) -> None:
    picture = pictured(tmp_path, "2031-12-28")
    assert picture.published(other(picture)).value == "2031-12-28"
    assert directed(picture) == [True]


def test_the_day_of_another_zone_is_no_date_ahead(tmp_path: Path) -> None:
    picture = pictured(tmp_path, "2032-01-01T22:00:00.000Z")
    assert picture.published(other(picture)).value == "2032-01-01T22:00:00.000Z"


def test_what_a_person_says_of_the_date_stands(tmp_path: Path) -> None:
    picture = pictured(tmp_path, "2032-03-01", Said(published="2032-02-01", how="pasted"))
    assert picture.published(other(picture)) == ("2032-02-01", "collector")
