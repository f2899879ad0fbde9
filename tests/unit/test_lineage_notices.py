"""Notices by which a paper takes back what it published."""

import time

import pytest

from provenance.canonical import sha256
from provenance.lineage import Library, Text, may_take_back
from provenance.lineage.notices import HEAD, taken_back
from provenance.model import Hyperlink

STORY = "Three cranes sold at Kelso"
BODY = "The port of Kelso sold three cranes, according to Ines Vale."


def text(name: str, body: str, title: str | None = None, uri: str = "", link: str = "") -> Text:
    links = (Hyperlink(uri=link, text="it", start=0, end=2),) if link else ()
    return Text(
        id=name,
        digest=sha256(f"{name}{body}".encode()),
        uri=uri or f"https://{name}.example/",
        title=title,
        text=body,
        links=links,
    )


STORY_TEXT = text("story", BODY, STORY)


@pytest.mark.parametrize(
    "body",
    [
        "Retraction: our report on the cranes at Kelso rested on a forged letter.",
        "Editor's note: Retraction of a story published on Monday.",
        "The article on cranes that stood here has been retracted.",
        "Our story about the sale of cranes was withdrawn on 4 March.",
        "We have withdrawn a report on the sale of cranes.",
        "The newspaper retracts its report on the cranes.",
        "It should never have been published, the paper said.",
    ],
)
def test_words_that_take_something_back(body: str) -> None:
    found = text("notice", body)
    assert taken_back(found)
    assert may_take_back(found.title, found.text)


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "The troops were withdrawn from the quay on Monday, and the cranes stayed.",
        "The minister retracted her words about the cranes, according to the port.",
        "The crane retracted its arm and withdrew from the quay.",
        f"{'The quay was quiet. ' * (HEAD // 10)}The article has been retracted.",
    ],
)
def test_words_that_do_not(body: str) -> None:
    assert not taken_back(text("notice", body))


NOTICE = "Retraction: a story about cranes that we ran on Monday rested on a forged letter."


@pytest.mark.parametrize(
    ("situation", "notice", "means"),
    [
        ("by a link", text("n", NOTICE, link="https://story.example/"), ["story"]),
        ("by its title", text("n", f"{NOTICE} It ran as “{STORY}”."), ["story"]),
        ("by its address", text("n", NOTICE, uri="https://story.example/"), ["story"]),
        ("itself", text("n", "This article has been retracted. The port sold cranes."), ["n"]),
        ("nothing that is captured", text("n", NOTICE), []),
        ("no notice", text("n", BODY, link="https://story.example/"), []),
    ],
)
def test_which_text_is_meant(situation: str, notice: Text, means: list[str]) -> None:
    found = Library([STORY_TEXT, notice, text("other", "A ferry sank.")]).notices(notice)
    assert [each.means for each in found] == means, situation


@pytest.mark.parametrize(
    "part", ["we retract ", "article ", "is retracted ", "\n", "editor's note"]
)
def test_a_hostile_text_costs_no_more_than_its_head(part: str) -> None:
    begun = time.perf_counter()
    taken_back(text("n", part * 400_000))
    assert time.perf_counter() - begun < 1
