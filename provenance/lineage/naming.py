"""A text as words in order, and which source is named before or after a place in it.

Quoted speech counts as one word, so that a name in it credits nobody. A capital makes a name,
but not at the head of a sentence where the word is a common noun, nor in a word that names
nobody. One who speaks for a body stands for the body; one "close to" somebody is not named.
Every look goes a few words far: what a text costs grows with its length alone. English.
"""

import re
from collections.abc import Container
from typing import Literal, NamedTuple

from provenance.lineage.cues import (
    ARTICLES,
    FOR,
    LEADING,
    LINKS,
    OFFICES,
    PREPOSITIONS,
    SPOKEN_FOR,
    THINGS,
    VERBS,
    WITHHELD,
)

Kind = Literal["name", "office", "unnamed", "thing"]
QUOTED = '""'
ENDS = frozenset(".!?\n")
BEGINS = frozenset({*ENDS, QUOTED, '"', "“", "‘", ":"})
FAR = 8  # words of a name, and of what is said of one who is not named
NEAR = 3  # words that describe a noun
SPEECH = 25  # code points: what is shorter in quotation marks is a name, not speech
_TITLES = (
    "St|Mt|Ft|Dr|Mr|Ms|Mrs|Sen|Rep|Gov|Gen|Maj|Lt|Col|Capt|Sgt|Prof|Rev|Det|Supt|Insp|Cpl|Pvt"
    "|Adm|Cmdr|Brig"
)
_MARKED = re.compile(r"\"([^\"\n]{0,1500})\"|“([^“”\n]{0,1500})”")
_WORD = re.compile(
    r"[\"“][^\"“”\n]{25,1500}[\"”]|‘(?:[^‘’\n]|’(?=\w)){25,600}’(?!\w)"
    rf"|(?:[A-Z]\.){{1,4}}(?!\w)|(?:{_TITLES})\."
    r"|@?[^\W_][\w&'’-]*(?:\.[a-z\d][\w'’-]*)*|[^\w ]"
)
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|tv)$")
# "Norvan" and "Lettish" say of which nation something is, and name nobody.
_NATION = re.compile(r"(?:(?:an|ish|ese|ench|utch|reek|wiss|qi|aeli)|U\.?S\.?|U\.?K\.?)$")


class Phrase(NamedTuple):
    """Who or what is named between two places."""

    name: str
    kind: Kind
    first: int
    last: int


class Words:
    """The words of a text."""

    def __init__(self, text: str) -> None:
        """Cut a text into words."""
        matches = list(_WORD.finditer(_MARKED.sub(_plainly, text)))
        self.starts = [match.start() for match in matches]
        self.shown = [match.group() for match in matches]
        lower = [word.lower() for word in self.shown]
        self._capital = [
            (word != low and word[0] not in '"“‘') or _DOMAIN.search(low) is not None
            for word, low in zip(self.shown, lower, strict=True)
        ]
        self.low = [
            QUOTED if len(low) > SPEECH and low[0] in '"“‘' else low.replace("’", "'")
            for low in lower
        ]
        self._settle()

    def _settle(self) -> None:
        """Take from words that are no part of a name what made them look like one."""
        common = {low for low, capital in zip(self.low, self._capital, strict=True) if not capital}
        begins = True
        for at, low in enumerate(self.low):
            if self._capital[at]:
                alone = begins and not self.is_name(at + 1)
                known = any(low in words for words in (OFFICES, WITHHELD, THINGS, common))
                self._capital[at] = low not in LEADING and not (alone and known)
            elif low.isdigit() and len(low) < NEAR and self.is_name(at - 1):  # "Channel 4"
                self._capital[at] = True
            begins = low in BEGINS or (begins and low == "(")

    def is_name(self, at: int) -> bool:
        """Return whether a word is part of a name."""
        return 0 <= at < len(self._capital) and self._capital[at]

    def is_(self, at: int, words: Container[str]) -> bool:
        """Return whether there is a word at a place, and it is one of some."""
        return 0 <= at < len(self.low) and self.low[at] in words

    def is_plain(self, at: int) -> bool:
        """Return whether a word may describe a noun."""
        if not 0 <= at < len(self.low) or self._capital[at]:
            return False
        low = self.low[at]
        return low[0].isalnum() and not (low in LEADING or low in PREPOSITIONS or low in VERBS)

    def run(self, first: int, last: int, kind: Kind = "name") -> Phrase:
        """Return what is named between two places."""
        return Phrase(" ".join(self.shown[first : last + 1]), kind, first, last)

    def before(self, last: int) -> Phrase | None:
        """Return the source whose name ends at a place."""
        if self.is_name(last):
            return self._spoken_for(self.named_to(last), last, "name")
        if self.is_(last, OFFICES) or self.is_(last, WITHHELD):
            return self._spoken_for(self._described(last), last, self._kind(last))
        return self._withheld(last)

    def after(self, first: int) -> Phrase | None:
        """Return the source whose name begins at a place."""
        at = first
        while at < first + 2 and (self.is_(at, ARTICLES) or self.is_(at, '"“:')):
            at += 1
        start = at
        while at <= start + NEAR + 1 and self.is_plain(at):
            at += 1
        if self.is_name(at):
            return self._from(at)
        return self._noun(start, at - 1) if at > start else None

    def named_to(self, last: int) -> int:
        """Return where the name begins that ends at a place."""
        first: int | None = last
        at = last
        while first is not None and first > last - FAR:
            at, first = first, self._onward(first, -1)
        return at

    def named_from(self, first: int) -> int:
        """Return where the name ends that begins at a place."""
        last: int | None = first
        at = first
        while last is not None and last < first + FAR:
            at, last = last, self._onward(last, 1)
        return at

    def is_of_nation(self, first: int, last: int) -> bool:
        """Return whether all that is written like a name only says of which nation something is."""
        return all(
            _NATION.search(self.shown[at]) for at in range(first, last + 1) if self.is_name(at)
        )

    # ---- steps

    def _onward(self, at: int, step: int) -> int | None:
        """Return where a name goes on from a word of it, over what links: "Faro de las Islas"."""
        for far in range(1, NEAR + 1):
            if self.is_name(at + far * step):
                return at + far * step
            if not self.is_(at + far * step, LINKS):
                break
        return None

    def _from(self, at: int) -> Phrase:
        """Return the source whose name begins here: "Fenby police", "the weekly Sund Post"."""
        last = run = self.named_from(at)
        while self.is_(last + 1, OFFICES):
            last += 1
        onward = last + 1
        while onward <= run + NEAR and self.is_plain(onward):
            onward += 1
        if onward > run + 1 and self.is_name(onward):  # "Fenby Radio reporter Mara Quell"
            return self.run(onward, self.named_from(onward))
        return self.run(at, last, self._named(at, last, "office"))

    def _noun(self, first: int, last: int) -> Phrase | None:
        """Return the source that is named by what it is, or the one whose name stands behind."""
        if self.is_(last, SPOKEN_FOR) and self.is_(last + 1, FOR):
            body = self.after(last + 2)
            if body and body.kind == "name":
                return body
        if self.is_(last, OFFICES) and self.is_(last + 1, ",") and self.is_name(last + 2):
            end = self.named_from(last + 2)
            if self.is_(end + 1, ",."):  # "an expert, Lene Brook,"
                return self.run(last + 2, end)
        known = self.is_(last, OFFICES) or self.is_(last, WITHHELD)
        return self.run(first, last, self._kind(last)) if known else None

    def _kind(self, at: int) -> Kind:
        return "unnamed" if self.low[at] in WITHHELD else "office"

    def _named(self, first: int, last: int, kind: Kind) -> Kind:
        """Return "name" where there is a name that is more than a nation's."""
        if all(map(self.is_name, range(first, last + 1))):
            return "name"
        return kind if self.is_of_nation(first, last) else "name"

    def _described(self, last: int) -> int:
        first = last
        while first > last - NEAR and (self.is_name(first - 1) or self.is_plain(first - 1)):
            first -= 1
        while self.is_name(first) and self.is_name(first - 1):
            first -= 1
        return first

    def _spoken_for(self, first: int, last: int, kind: Kind) -> Phrase | None:
        """Return a source, or the body it speaks for; None where only a place is named."""
        own = self._named(first, last, kind)
        at = first - 2 if self.is_(first - 1, ARTICLES) else first - 1
        if not self.is_(at, PREPOSITIONS):
            return self.run(first, last, own)
        if self.is_(at - 1, WITHHELD):
            return self.run(self._described(at - 1), last, "unnamed")
        if self.is_(at - 1, SPOKEN_FOR) and self.is_(at, FOR):
            return self.run(first, last, own)
        if self.is_(at - 1, OFFICES):
            return self.run(self._described(at - 1), last, "office")
        if self.is_name(at - 1) and self.is_name(last):
            return self.run(self.named_to(at - 1), at - 1)
        return self._withheld(last)

    def _withheld(self, last: int) -> Phrase | None:
        """Return one whom the text does not name, with what it says of them."""
        for at in range(last - 1, max(-1, last - FAR), -1):
            if self.is_(at, WITHHELD):
                near = self.is_(at + 1, PREPOSITIONS) or self.is_(at + 1, ("who",))
                return self.run(self._described(at), last, "unnamed") if near else None
            if not (self.is_plain(at) or self.is_name(at)) and not (
                self.is_(at, ARTICLES) or self.is_(at, PREPOSITIONS)
            ):
                return None
        return None


def _plainly(found: re.Match[str]) -> str:
    """Return speech as it stands, and what is only named in quotation marks without them."""
    said = found[1] or found[2] or ""
    return found.group() if len(said) >= SPEECH else f" {said} "
