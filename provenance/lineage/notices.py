"""Notices by which a paper takes back what it published: that it did so, and which text it means.

Read is the head of a text alone, where such notices stand. The text that is meant is a captured
one that the head links to or names by its title, one that stood at the same address before, or
the text itself, where it says so of "this article". Nothing follows from a notice but a proposal
to a person: a notice is its paper's own statement, and does not go back to what it takes back.
Left out: notices in other languages than English, and those that neither link nor name what
they mean.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from provenance.lineage.names import outlet_key
from provenance.lineage.texts import Text
from provenance.model import Evidence, Hyperlink
from provenance.text import fold

TAKES_BACK = "takes back"  # the rule of a tie
HEAD = 700  # code points in which a notice says what it is
SHORTEST = 12  # code points of a title that no other text holds by chance
_TEXT = r"(?:article|story|report|piece|post|column|item|interview|study|paper|dispatch)"
_TAKEN_BACK = r"(?:retracted|withdrawn|taken back|rescinded)"
_NOTICE = re.compile(
    r"^(?:editor'?s note:? )?(?:retraction|retracted|withdrawn|notice of retraction)\b[^\n]{0,120}"
    rf"|\b{_TEXT}\b[^.!?\n]{{0,120}}\b(?:has|have|had|was|were|is|are) (?:been |now |hereby )?"
    rf"{_TAKEN_BACK}\b"
    rf"|\b(?:we|the editors|the newspaper|the paper|the agency) (?:have |has |hereby |are |is )?"
    rf"(?:retract(?:ed|ing|s)?|withdr[ae]wn?|withdrawing)\b[^.!?\n]{{0,80}}\b{_TEXT}\b"
    r"|\bshould (?:not|never) have been published\b",
    re.MULTILINE,
)
_ITSELF = re.compile(
    rf"\bthis {_TEXT} (?:has been|was|is|had been) (?:now |hereby )?{_TAKEN_BACK}\b"
)
_HINTS = ("retract", "withdr", "taken back", "rescind", "should not have", "should never have")


class Notice(NamedTuple):
    """A text says in these words that another one was taken back."""

    text: str  # id of the one that says so
    means: str  # id of the one that is meant
    words: str


class Library:
    """Captured texts by what a notice can mean them by."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """Know texts by address and by title."""
        self._at: dict[str, list[Text]] = {}
        self._titled: dict[str, list[Text]] = {}
        for text in sorted(texts, key=lambda each: each.order):
            self._at.setdefault(text.uri, []).append(text)
            title = fold(text.title or "")
            if len(title) >= SHORTEST:
                self._titled.setdefault(title, []).append(text)

    def notices(self, text: Text) -> tuple[Notice, ...]:
        """Return what a text takes back, each once; nothing where it is no notice."""
        words = taken_back(text)
        if not words:
            return ()
        means = {each.id: each for each in self._meant(text) if each.id != text.id}
        if not means and _ITSELF.search(_head(text)):
            means = {text.id: text}
        return tuple(Notice(text.id, each, words) for each in means)

    def _meant(self, text: Text) -> list[Text]:
        head, own = _head(text), fold(text.title or "")
        linked = [each for link in _links(text) for each in self._at.get(link.uri, ())]
        named = [
            each
            for title, texts in self._titled.items()
            if title in head and title != own
            for each in texts
        ]
        before = [each for each in self._at.get(text.uri, ()) if not taken_back(each)]
        return [*linked, *named, *before]


def its_own(notice: Text, other: Text) -> Evidence | None:
    """Return the evidence that a text takes another one of its outlet back, named or linked to."""
    if outlet_key(notice.outlet or "") != outlet_key(other.outlet or "") or not notice.outlet:
        return None
    words = taken_back(notice)
    if not words or notice.id == other.id or other.text == notice.text:
        return None
    title, own = fold(other.title or ""), fold(notice.title or "")
    named = len(title) >= SHORTEST and title != own and title in _head(notice)
    if not named and not any(link.uri == other.uri for link in _links(notice)):
        return None
    return Evidence(
        rule=TAKES_BACK,
        sentence="The text takes the other one back: that is its own statement.",
        downstream_words=words,
        upstream_words=other.title or "",
    )


def _links(text: Text) -> list[Hyperlink]:
    return [link for link in text.links if link.start is not None and link.start < HEAD]


def may_take_back(title: str | None, text: str) -> bool:
    """Return whether a text may be a notice; quick, for most are none."""
    head = fold(f"{title or ''}\n{text[:HEAD]}")
    return any(hint in head for hint in _HINTS)


def taken_back(text: Text) -> str:
    """Return the words by which a text says that something was taken back, or ""."""
    head = _head(text)
    if not any(hint in head for hint in _HINTS):
        return ""
    found = _NOTICE.search(head)
    return found.group().strip() if found else ""


def _head(text: Text) -> str:
    return fold(f"{text.title or ''}\n{text.text[:HEAD]}")
