"""When a page says it was published: as exactly as it says, and where it says so."""

import pytest

from provenance.extract.page import open_page
from provenance.extract.published import as_date, published_by


def said(body: str, uri: str = "https://quay.example/pier") -> tuple[str | None, str]:
    return published_by(open_page(f"<html><head></head><body>{body}</body></html>"), uri)


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2031", "2031"),
        ("2031-03", "2031-03"),
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T10:00:00Z", "2031-03-04T10:00:00.000Z"),
        ("2031-03-04T23:30:00.125-02:00", "2031-03-05T01:30:00.125Z"),
        ("2031-03-04T10:00:00", "2031-03-04"),
        ("Tue, 04 Mar 2031 10:00:00 +0100", "2031-03-04T09:00:00.000Z"),
        ("2031-02-30", None),
        ("0001-01-01T00:00:00+05:00", None),
        ("9999-12-31T23:59:59-05:00", None),
        ("1970", "1970"),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_keep_their_precision_and_times_are_in_utc(given: str, date: str | None) -> None:
    assert as_date(given) == date


def test_a_time_element_of_the_article_counts_and_that_of_an_update_does_not() -> None:
    assert said(
        '<article><time class="updated" datetime="2031-03-09">x</time>'
        '<time datetime="2031-03-04">y</time></article>'
    ) == ("2031-03-04", "time element")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published 4 March 2031", "2031-03-04"),
        ("March 4, 2031 10:15", "2031-03-04"),
        ("Mis à jour par le bureau, 4 mars 2031", "2031-03-04"),
        ("Issue of March 2031", None),
        ("25/12/2030", "2030-12-25"),
        ("03/04/2031", None),
        ("Updated 4 March 2031", None),
        ("The pier was opened on 4 March 2031.", None),
        ("Copyright 2031", None),
    ],
)
def test_a_short_line_about_a_date_counts_and_running_text_does_not(
    line: str, date: str | None
) -> None:
    assert said(f"<article><p>{line}</p></article>")[0] == date


@pytest.mark.parametrize(
    ("uri", "date"),
    [
        ("https://quay.example/2031/03/04/pier", "2031-03-04"),
        ("https://quay.example/2031/03/pier", "2031-03"),
        ("https://quay.example/2031-03-04/pier", "2031-03-04"),
        ("https://quay.example/2031/13/pier", None),
        ("https://quay.example/story/203103045", None),
    ],
)
def test_an_address_may_hold_the_date(uri: str, date: str | None) -> None:
    assert said("<p>Quay</p>", uri) == ((date, "address") if date else (None, "unknown"))


def test_the_most_deliberate_declaration_wins_and_a_broken_one_is_passed_over() -> None:
    body = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"%s"}</script>'
        '<article><time datetime="2031-03-05">x</time></article>'
    )
    assert said(body % "2031-03-04") == ("2031-03-04", "json-ld")
    assert said(body % "yesterday") == ("2031-03-05", "time element")
