"""Plain text and Markdown: words as they are, and no more guessed than is plain to see."""

import pytest

from provenance.extract import Reading, read

NOTE = "The ferry left late, the harbour master said. Nobody was hurt, she added.\n"


def plain(text: str) -> Reading:
    return read(text.encode(), media_type="text/plain", charset="utf-8", uri="file:///note.txt")


def markdown(text: str) -> Reading:
    return read(text.encode(), media_type="text/markdown", charset=None, uri="file:///note.md")


def test_plain_text_is_kept_as_it_is_but_for_line_endings() -> None:
    got = plain("  One\tline \r\nanother\rand\n\n the last  ")
    assert got.text == "  One\tline \nanother\nand\n\n the last  "
    assert (got.whole, got.published, got.published_basis) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry leaves late\n\n{NOTE}", "Ferry leaves late"),
        (f"\n\nFerry leaves late\n\n{NOTE}", "Ferry leaves late"),
        (f"Ferry leaves late\n{NOTE}", None),
        (f"The ferry left late.\n\n{NOTE}", None),
        ("Ferry leaves late\n", None),
        (f"{'Ferry ' * 30}\n\n{NOTE}", None),
        (f"By Ada Stone\n\n{NOTE}", None),
        (f"Published: 4 March 2031\n\n{NOTE}", "Published: 4 March 2031"),
    ],
)
def test_a_first_line_is_the_title_only_if_it_stands_alone(text: str, title: str | None) -> None:
    assert plain(text).title == title


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("By Ada Stone", ("Ada Stone",)),
        ("BY ADA STONE AND BO VAN DER LI", ("ADA STONE", "BO VAN DER LI")),
        ("By Ada Stone, Bo Li and Cy de la Mare", ("Ada Stone", "Bo Li", "Cy de la Mare")),
        ("By Tuesday", ()),
        ("By the time it left", ()),
        ("By Ada Stone was it written.", ()),
        ("Ada Stone", ()),
    ],
)
def test_only_a_clear_byline_names_authors(head: str, authors: tuple[str, ...]) -> None:
    assert plain(f"Ferry leaves late\n\n{head}\n\n{NOTE}").authors == authors


def test_footnotes_lose_their_marks_and_keep_their_words() -> None:
    got = markdown(
        "The ferry left late[^1]: it ran at noon.[^log]\n\n[^1]: Port log.\n[^log]: Ibid."
    )
    assert got.text == "The ferry left late: it ran at noon.\nPort log.\nIbid."


def test_a_byline_far_down_is_part_of_the_text() -> None:
    assert plain(NOTE * 6 + "By Ada Stone\n").authors == ()


WRAPPED = """Hello all,

Una wrote on Monday:
> The dam was inspected in the spring of last year by two engineers from
> the ministry, who found forty cracks in its western wall and asked for
> repairs.
>
> Nobody answered.

Two points remain, and the board should look at both of them before it
meets again on Thursday in the old town hall of the lower valley:

- the cost of the repairs, which has now risen to more than four million
  crowns
- the date
"""


def test_hard_wrapped_lines_are_joined_where_they_stood() -> None:
    got = plain(WRAPPED)
    assert got.whole == WRAPPED
    assert len(got.text) == len(WRAPPED)
    lines = [" ".join(entry.split()) for entry in got.text.split("\n") if entry.strip("> ")]
    assert lines == [
        "Hello all,",
        "Una wrote on Monday:",
        (
            "> The dam was inspected in the spring of last year by two engineers from the "
            "ministry, who found forty cracks in its western wall and asked for repairs."
        ),
        "> Nobody answered.",
        (
            "Two points remain, and the board should look at both of them before it meets again on "
            "Thursday in the old town hall of the lower valley:"
        ),
        "- the cost of the repairs, which has now risen to more than four million crowns",
        "- the date",
    ]
    at = WRAPPED.index("forty cracks")
    assert got.text[at : at + 12] == "forty cracks"


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red\nand violets blue\n" * 10,  # a poem: lines are short by choice
        f"{NOTE * 2}".replace(". ", ".\n") * 6,  # a sentence a line, of any length
        f"{'Nobody was hurt and the ferry went on. ' * 9}\n" * 5,  # a paragraph a line
    ],
)
def test_lines_that_were_not_broken_to_a_width_stay(text: str) -> None:
    got = plain(text)
    assert (got.text, got.whole) == (text, None)


def test_markdown_resolves_relative_links_where_its_address_is_on_the_web() -> None:
    text = (
        b"See [the report](../files/report.pdf), [top](//q.example/x), [mail](mailto:a@q.example)."
    )
    web = read(text, media_type="text/markdown", charset=None, uri="https://w.example/a/b/note.md")
    assert [(link.uri, link.text) for link in web.links] == [
        ("https://w.example/a/files/report.pdf", "the report"),
        ("https://q.example/x", "top"),
    ]
    assert web.text == "See the report, top, mail."
    local = read(text, media_type="text/markdown", charset=None, uri="file:///note.md")
    assert (local.links, local.text) == ((), web.text)


def test_front_matter_names_site_and_date() -> None:
    got = markdown(f"---\npublication: The Alm Courier\npubdate: 2031-03-04\n---\n{NOTE}")
    assert (got.site, got.published) == ("The Alm Courier", "2031-03-04")


def test_markdown_keeps_its_words_and_loses_its_marks() -> None:
    got = markdown(
        "# Ferry *late*\n\nThe ferry left\nlate, **the master** said.\n\n"
        "> Nobody was `hurt`,\n> she added.\n\n- one boat\n- two_boats\n  at sea\n\n"
        "1. first\n2) second\n\nPier\n----\n\n***\n\n```\nx = *y*\n```\n\\*not marked\\* 2*3*4\n"
    )
    assert got.text.split("\n") == [
        "Ferry late",
        "The ferry left late, the master said.",
        "Nobody was hurt,",
        "she added.",
        "one boat",
        "two_boats at sea",
        "first",
        "second",
        "Pier",
        "x = y",
        "*not marked* 2*3*4",
    ]
    assert got.title == "Ferry late"


def test_markdown_links_stand_on_their_words() -> None:
    got = markdown(
        "See **[the *old* report](https://q.example/a_b_c 'Old')** and <https://q.example/d>,\n"
        "or [a file](notes.md), ![a picture](https://q.example/p.png).\n"
    )
    assert got.text == ("See the old report and https://q.example/d, or a file, a picture.")
    assert [(link.uri, link.text) for link in got.links] == [
        ("https://q.example/a_b_c", "the old report"),
        ("https://q.example/d", "https://q.example/d"),
        ("https://q.example/p.png", "a picture"),
    ]
    for link in got.links:
        assert got.text[link.start : link.end] == link.text


def test_front_matter_is_read_and_is_not_text() -> None:
    got = markdown(
        "---\ntitle: 'Ferry late'\nauthor: Ada Stone and Bo Li\ndate: 2031-03-04\n"
        f"section: Opinion\nlang: en\ntags:\n  - sea\n---\n\n# Other\n\n{NOTE}"
    )
    assert (got.title, got.authors) == ("Ferry late", ("Ada Stone", "Bo Li"))
    assert (got.published, got.published_basis) == ("2031-03-04", "front matter")
    assert (got.section, got.language) == ("Opinion", "en")
    assert got.text.startswith("Other\nThe ferry")


@pytest.mark.parametrize("text", ["---\ntitle: Never closed\n", "a\n---\ntitle: x\n---\n"])
def test_what_is_not_front_matter_is_text(text: str) -> None:
    assert "title: " in markdown(text).text
