"""Markup, controls and odd spans in a checked text stay text on its page."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from provenance.errors import UsageError
from provenance.model import AttributionStatus, AttributionStep, ClaimKind, Modality, Stance
from provenance.model.attribution import StepRole
from provenance.model.checking import (
    AmissView,
    CarrierOrigin,
    CarrierView,
    CheckedView,
    PieceView,
    SideView,
)
from provenance.model.evidence import SourceType
from provenance.report.checked import FORMATS, paragraphs, render

EVIL = (
    "<script>alert(1)</script><img src=x onerror=y> \u202ereversed\u200b \x1b[31m \"'--> "
    "[x](javascript:1)"
)
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f]")


def piece(text: str, start: int, end: int, **more: object) -> PieceView:
    given: dict[str, object] = {
        "kind": "fact",
        "rule": EVIL,
        "words": EVIL,
        "modality": Modality.ASSERTED,
        "attribution": AttributionStatus.ATTRIBUTED,
        "steps": (
            AttributionStep(
                role=StepRole.SAYS,
                name=EVIL,
                named=True,
                type=SourceType.PERSON,
                words=EVIL,
                cue=EVIL,
            ),
        ),
        "verdict": "amiss",
    }
    return PieceView(start=start, end=end, text=text[start:end], **{**given, **more})


def checked(*pieces: PieceView, text: str) -> CheckedView:
    return CheckedView(
        of=EVIL,
        draft=True,
        title=EVIL,
        outlet=EVIL,
        published="2026-03-04",
        language="English",
        language_read=True,
        notes=(EVIL,),
        case=EVIL,
        handling=EVIL,
        entries=3,
        made_at="2026-03-04T05:06:07Z",
        made_with="provenance 0",
        text=text,
        pieces=pieces,
    )


def hostile() -> CheckedView:
    carrier = CarrierView(
        handle="c1",
        wording=EVIL,
        type=ClaimKind.FACT,
        cell="F6",
        proposed=True,
        state="proposed",
        stale=True,
        stance=Stance.REPEATS,
        rule=EVIL,
        words=(EVIL,),
        origins=(
            CarrierOrigin(
                name=EVIL, stance="supports", independence="not established", proposed=True
            ),
        ),
    )
    amiss = AmissView(
        rule=EVIL,
        sentence=EVIL,
        words=EVIL,
        beside=(SideView(document="d1", outlet=EVIL, words=EVIL),),
        instead=EVIL,
    )
    text = f"{EVIL}\n\n{EVIL}"
    return checked(
        piece(text, 0, len(EVIL), carrier=carrier, amiss=(amiss,), instead=EVIL, others=("c2",)),
        piece(
            text,
            len(EVIL) + 2,
            len(text),
            verdict="no claim carries it",
            nearest=carrier,
        ),
        text=text,
    )


def test_the_page_holds_nothing_active_and_fetches_nothing() -> None:
    page = render(hostile(), "html").decode()
    tree = LexborHTMLParser(page)
    active = "script, img, svg, iframe, object, embed, form, link, base, video, audio"
    assert tree.css(active) == []
    assert len(tree.css("style")) == 1
    assert "url(" not in page.split("</style>")[0]
    for node in tree.css("*"):
        for name in node.attributes:
            assert not name.startswith("on")
            assert name not in {"src", "style", "srcset", "action"}
    assert all((node.attributes["href"] or "").startswith("#") for node in tree.css("[href]"))
    assert "default-src 'none'" in page


def test_hidden_characters_are_shown_in_every_format() -> None:
    for format_ in FORMATS:
        assert not HIDDEN.search(render(hostile(), format_).decode()), format_


def test_markdown_brings_no_markup_of_the_text() -> None:
    told = render(hostile(), "md").decode()
    assert "<script" not in told.replace("\\<script", "")
    assert "](javascript" not in told


def test_every_mark_says_its_verdict_in_words_and_leads_to_its_note() -> None:
    tree = LexborHTMLParser(render(hostile(), "html").decode())
    marks = [node.text().strip() for node in tree.css("a.number-mark")]
    assert marks == ["1 F6 amiss", "2 no claim"]
    targets = {(node.attributes["href"] or "")[1:] for node in tree.css("a.number-mark")}
    assert targets == {node.attributes["id"] for node in tree.css(".notes > li")}


@pytest.mark.parametrize(
    "spans",
    [
        ((0, 5), (2, 9)),  # they overlap
        ((0, 9), (2, 5)),  # one inside the other
        ((0, 25),),  # over the end of a line
        ((3, 3), (12, 14)),  # nothing at all
        (),
    ],
)
def test_odd_spans_lose_no_letter_of_the_text(spans: tuple[tuple[int, int], ...]) -> None:
    text = "one two three\n\nfour five six"
    view = checked(*(piece(text, *span) for span in spans), text=text)
    lines = ["".join(each.text for each in part.segments) for part in paragraphs(view)]
    assert lines == ["one two three", "four five six"]
    assert sum(len(part.pieces) for part in paragraphs(view)) == len(spans)
    assert render(view, "html")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="csv"):
        render(hostile(), "csv")
