"""A sign: a pattern by which a text says where it comes from, with what it tells.

To look for a sign's words first costs a hundredth of a search, so each sign names words of which
one stands in every match. Every pattern reads one line at most, repeats nothing that repeats,
and bounds what it repeats.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from provenance.declared.agencies import PROSE

BEFORE, AFTER = 240, 40  # code points around a word in which a sign lies
Kind = Literal[
    "wire", "syndication", "first reported by", "hat tip", "translated from", "byline", "credit"
]
Near = Literal["anywhere", "head", "end", "last", "head or last"]  # where in the text it counts
Taken = Literal["agency", "outlet", "anyone", "nobody"]


class Sign(NamedTuple):
    """A pattern by which a text says where it is from.

    ``taken`` says whose name counts: an agency's, an outlet's, whoever is named, or nobody's,
    where the words alone say it and ``unnamed`` stands for the name.
    """

    rule: str
    kind: Kind
    taken: Taken
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    where: Literal["line", "begins", "ends"]  # where in a match the word stands
    unnamed: str = ""
    whole: bool = False  # whether the text as a whole is said to be from there
    near: Near = "anywhere"
    beside: bool = False  # whether it counts where the page says it beside its text


AGENCY = rf"(?:[Tt]he\s)?\b(?P<a>{PROSE})\b"
GIVEN = r"(?:inputs?|reports?|reporting|material|files|copy|information)"


def sign(  # noqa: PLR0913  # a row of the table
    rule: str,
    kind: Kind,
    taken: Taken,
    where: Literal["line", "begins", "ends"],
    words: str,
    pattern: str,
    *,
    unnamed: str = "",
    whole: bool = False,
    near: Near = "anywhere",
    beside: bool = False,
) -> Sign:
    """Return a row of the table; its words stand with a stroke between."""
    flags = re.MULTILINE if where == "line" else re.NOFLAG
    found, parts = re.compile(pattern, flags), tuple(words.split("|"))
    return Sign(rule, kind, taken, parts, found, where, unnamed, whole, near, beside)


def matches(text: str, sign: Sign) -> Iterator[re.Match[str]]:
    """Yield the matches of a sign, each where one of its words stands."""
    for word in sign.words:
        at = text.find(word)
        if at >= 0 and sign.where == "line":
            yield from sign.pattern.finditer(text)
            return
        begin = 0  # of what no match for an earlier place of the word has looked at
        while at >= 0:
            if sign.where == "ends":
                yield from sign.pattern.finditer(text, max(begin, at - BEFORE), at + AFTER)
                begin = at + 1
            elif match := sign.pattern.match(text, at):
                yield match
            at = text.find(word, at + len(word))
