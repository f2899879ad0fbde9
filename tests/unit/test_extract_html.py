"""HTML: the main text, its links, and what the page declares."""

import json

import pytest

from provenance.extract import Reading, read

STORY = [
    "The harbour council voted on Tuesday to close the old pier, a spokesman said.",
    "The vote was close, and two members stayed away from it after a long debate.",
    "Work on the new pier is to begin in spring, when the ferry has left for the yard.",
]
FURNITURE = (
    '<header><nav><ul><li><a href="/">Front page</a></li><li><a href="/sea">At sea</a></li>'
    "</ul></nav></header>"
)
FOOTER = (
    '<aside class="related"><h3>Most read</h3><ul><li><a href="/x">Gulls steal lunch again</a>'
    "</li></ul></aside><footer><p>All rights reserved by the publishers of this page.</p></footer>"
)


def page(*body: str, head: str = "", language: str = "en") -> bytes:
    inner = "".join(body) or "".join(f"<p>{each}</p>" for each in STORY)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>'
        f"{FURNITURE}<main><article>{inner}</article></main>{FOOTER}</body></html>"
    ).encode()


def reading(payload: bytes, uri: str = "https://quay.example/news/pier") -> Reading:
    return read(payload, media_type="text/html", charset=None, uri=uri)


def test_the_main_text_is_its_paragraphs_without_furniture() -> None:
    got = reading(page())
    assert got.text == "\n".join(STORY)
    assert got.whole is not None
    assert "Front page" in got.whole
    assert "All rights reserved" in got.whole
    assert (got.extractor, got.media_type, got.charset) == ("html", "text/html", "utf-8")
    assert got.notes == ()


def test_headings_lists_quotes_and_cells_are_lines_of_their_own() -> None:
    got = reading(
        page(
            "<h1>Pier to close</h1>",
            f"<p>{STORY[0]}</p><h2>What next</h2><ul><li>First the old pier is taken down.</li>"
            "<li>Then the new one is built beside it.</li></ul>",
            f"<blockquote><p>{STORY[1]}</p></blockquote>",
            f"<p>{STORY[2]}<br>It may take a year.</p>",
            "<table><tr><th>Year</th><td>2031</td></tr></table>",
        )
    )
    assert got.text.split("\n") == [
        "Pier to close",
        STORY[0],
        "What next",
        "First the old pier is taken down.",
        "Then the new one is built beside it.",
        STORY[1],
        STORY[2],
        "It may take a year.",
        "Year | 2031",
    ]


def test_a_table_that_frames_the_page_is_no_table() -> None:
    cells = "".join(f"<p>{each}</p>" for each in STORY)
    got = reading(
        b"<html><body><table><tr><td class=banner><a href=/>The Quay</a></td><td></td></tr>"
        b"<tr><td><h1>Pier to close</h1>" + cells.encode() + b"</td></tr>"
        b"<tr><td class=footer>All rights reserved.</td></tr></table></body></html>"
    )
    assert got.text.split("\n") == STORY


def test_an_empty_cell_leaves_no_mark() -> None:
    rows = "<tr><td>2031</td><td></td><td>12</td></tr><tr><td></td><td>13</td><td></td></tr>"
    got = reading(page(*(f"<p>{each}</p>" for each in STORY), f"<table>{rows}</table>"))
    assert got.text.split("\n")[3:] == ["2031 | 12", "13"]


def test_white_space_is_folded_and_inline_markup_leaves_no_seam() -> None:
    got = reading(
        page(
            f"<p>{STORY[0]}</p><p>The\n  builder, <b>Norn</b>&nbsp;&amp; <em>Daughters</em>, "
            "re<b>fused</b> to comment on <i>any</i> of it.</p>"
        )
    )
    assert "The builder, Norn & Daughters, refused to comment on any of it." in got.text


def test_each_link_stands_on_its_words_in_the_text() -> None:
    got = reading(
        page(
            f'<p>{STORY[0]}</p><p>The pier, said <a href="/a#top"> the  mayor </a>, and '
            f'<a href="https://other.example/b?c=d">the mayor</a> alone, is old.</p><p>{STORY[2]}'
            ' <a href="#notes">Notes</a> <a href="javascript:alert(1)">Click</a>'
            ' <a href="mailto:desk@quay.example">Write to us</a></p>'
        )
    )
    assert [(link.uri, link.text) for link in got.links] == [
        ("https://quay.example/a", "the mayor"),
        ("https://other.example/b?c=d", "the mayor"),
    ]
    for link in got.links:
        assert got.text[link.start : link.end] == link.text
    assert got.links[0].start != got.links[1].start


@pytest.mark.parametrize(
    ("head", "uri", "target"),
    [
        ("", "https://quay.example/news/pier", "https://quay.example/news/b"),
        ('<base href="https://base.example/x/">', "https://q.example/", "https://base.example/x/b"),
        (
            '<link rel="canonical" href="https://canon.example/n/pier">',
            "file:///saved/page.html",
            "https://canon.example/n/b",
        ),
    ],
)
def test_relative_links_start_from_where_the_page_lies(head: str, uri: str, target: str) -> None:
    got = reading(page(f'<p>{STORY[0]} See <a href="b">the report</a>.</p>', head=head), uri)
    assert [link.uri for link in got.links] == [target]


def test_relative_links_of_a_saved_page_lead_nowhere() -> None:
    got = reading(page(f'<p>{STORY[0]} See <a href="b">the report</a>.</p>'), "file:///p.html")
    assert got.links == ()


def test_json_ld_says_who_when_and_what() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "The Quay"},
            {
                "@type": ["OpinionNewsArticle"],
                "headline": "Pier &amp; prejudice",
                "author": [{"@type": "Person", "name": "Ada Stone"}, {"name": "Bo Li"}],
                "publisher": {"name": "The Quay"},
                "datePublished": "2031-03-04T10:00:00+02:00",
                "articleSection": ["Harbour", "News"],
            },
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    got = reading(page(head=head))
    assert (got.title, got.authors) == ("Pier & prejudice", ("Ada Stone", "Bo Li"))
    assert (got.site, got.section) == ("The Quay", "Harbour, opinion")
    assert (got.published, got.published_basis) == ("2031-03-04T08:00:00.000Z", "json-ld")


def test_who_made_a_claim_that_a_page_checks_is_not_its_author() -> None:
    review = {
        "@type": "ClaimReview",
        "author": {"@type": "Organization", "name": "The Quay"},
        "itemReviewed": {"@type": "NewsArticle", "author": {"name": "The Port Ministry"}},
    }
    head = f'<script type="application/ld+json">{json.dumps(review)}</script>'
    widget = '<span class="author">The Port Ministry</span>'
    assert reading(page(widget, f"<p>{STORY[0]}</p>", head=head)).authors == ("The Quay",)


def test_meta_elements_stand_in_for_json_ld() -> None:
    got = reading(
        page(
            head='<meta property="og:title" content="Pier to close | The Quay">'
            '<meta property="og:site_name" content="The Quay">'
            '<meta name="author" content="By Ada Stone and Bo Li">'
            '<meta property="article:section" content="Opinion">'
            '<meta property="article:published_time" content="2031-03-04">'
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
        )
    )
    assert (got.title, got.authors) == ("Pier to close", ("Ada Stone", "Bo Li"))
    assert (got.site, got.section) == ("The Quay", "Opinion")
    assert (got.published, got.published_basis) == ("2031-03-04", "meta")


def test_what_a_page_does_not_say_is_unknown() -> None:
    got = reading(page())
    assert (got.title, got.authors, got.site, got.section) == (None, (), None, None)
    assert (got.published, got.published_basis) == (None, "unknown")


def test_a_visible_byline_and_headline_count() -> None:
    got = reading(
        page(
            '<h1>Pier to close</h1><p class="byline">By Ada Stone</p>',
            *(f"<p>{each}</p>" for each in STORY),
        )
    )
    assert (got.title, got.authors) == ("Pier to close", ("Ada Stone",))


def test_an_address_is_no_author() -> None:
    head = '<meta property="article:author" content="https://social.example/quay">'
    assert reading(page(head=head)).authors == ()


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Der Hafenrat hat am Dienstag beschlossen, die alte Brücke zu schließen, und " * 3,
         "en", "de"),
        (" ".join(STORY), "en-GB", "en"),
        ("Kort notis om kajen.", "sv-SE", "sv"),
        ("Kort notis om kajen.", "", None),
    ],
)  # fmt: skip
def test_the_language_of_a_long_text_beats_that_of_the_template(
    text: str, declared: str, language: str | None
) -> None:
    assert reading(page(f"<p>{text}</p>", language=declared)).language == language


def test_a_page_without_an_article_gives_all_it_shows() -> None:
    got = reading(b"<html><title>Quay</title><body>The pier is shut.</body></html>")
    assert got.text == "The pier is shut."
    assert (got.whole, got.title) == (None, "Quay")


def test_the_same_page_always_gives_the_same_reading() -> None:
    first = reading(page())
    for number in range(20):
        reading(page(f"<p>{STORY[number % 3]} Again and again.</p>" * (number + 1)))
    assert reading(page()) == first
