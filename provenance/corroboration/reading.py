"""What a passage says, as a weighted bag of stems with its names, days, numbers and polarity.

Weights are fixed by the sort of word, never by how often it stands in the corpus: a decision
about two passages is the same in every workspace. The frame of a report ("The ministry said
on Monday that") is left out, so that a proposition is compared with a proposition; where the
proposition begins with a pronoun the frame holds its actor and stays.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from provenance.corroboration import vocabulary
from provenance.corroboration.passage import Passage
from provenance.corroboration.vocabulary import stem
from provenance.model import Modality
from provenance.text import WORD, fold

NAME, NUMBER, PLAIN, COMMON = 4, 4, 2, 1

_SAID = "(?:" + "|".join(sorted(vocabulary.SAID - {"told"})) + r"|told \w+)"
_FRAME = re.compile(
    rf"^(?P<who>[^,;:\"“”]{{2,90}}?)\s(?:ha[sd]\s|have\s)?{_SAID}(?:\son\s\w+day)?,?"
    r"\s(?:that\s)?(?=\w)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"^according to [^,]{2,90},\s|[,;]?\saccording to [^,.;]{2,90}", re.IGNORECASE
)
_TAIL = re.compile(rf",[\"”']*\s[^,;.]{{2,60}}?\s{_SAID}(?:\son\s\w+day)?\s?\.?$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^[A-Z][A-Z.' /-]{1,40}(?:,[A-Za-z0-9 .,]{1,30})?\s?(?:\([^()]{2,40}\)\s?)?\s[-–—]\s"
)
_PRONOUN = re.compile(r"^(?:it|they|he|she|its|their|his|her|this)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s(?P<m1>[a-z]{3,9})"
    r"|(?P<m2>[a-z]{3,9})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?)\b"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_IN_PLACE = frozenset({"in", "at", "near", "outside", "around", "to", "from", "of", "off"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage, read. ``bag`` maps a key to its weight; ``order`` lists names as they come."""

    passage: Passage
    bag: dict[str, int]
    weight: int
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    days: frozenset[str]
    order: tuple[str, ...]
    negated: frozenset[str]
    denied: bool
    passive: bool
    prospect: bool


class _Token(NamedTuple):
    word: str
    capital: bool
    first: bool
    previous: str


def read(passage: Passage) -> Reading:
    """Return what a passage says."""
    visible = _visible(passage.wording)
    folded = fold(visible)
    denied = bool(vocabulary.DENIAL.search(folded))
    proposition = _proposition(visible, folded, denied=denied)
    tokens = _tokens(proposition)
    titled = _is_title(tokens)
    spoken = _spoken_numbers(passage)
    named = [] if titled else _names(tokens)
    names = tuple(_name(token.word) for token in named)
    places = {token.word for token in named if token.previous in _IN_PLACE}
    places |= {word for place in passage.places for word in WORD.findall(fold(place))[-1:]}
    bag: dict[str, int] = {}
    numbers: set[str] = set()
    years: set[str] = set()
    for token in tokens:
        word = vocabulary.NUMBERS.get(token.word, token.word)
        if word[0].isdigit():
            if _YEAR.match(word):
                years.add(word)
            elif word not in spoken:
                numbers.add(word)
                bag[word] = NUMBER
        elif token.word not in vocabulary.STOP and len(token.word) > 1:
            _weigh(bag, token.word, names)
    negated = _negated(tokens)
    return Reading(
        passage=passage,
        bag=bag,
        weight=sum(bag.values()),
        names=frozenset(names),
        places=frozenset(map(_name, places)) & frozenset(bag),
        numbers=frozenset(numbers),
        years=frozenset(years),
        days=_days(folded, passage.published),
        order=names,
        negated=negated,
        denied=denied or (passage.modality is Modality.DENIED and not negated),
        passive=" by " in folded,
        prospect=_is_prospect(proposition),
    )


def _is_prospect(proposition: str) -> bool:
    folded = fold(proposition.replace("May", ""))  # the month is no prospect
    if not vocabulary.PROSPECT.search(folded):
        return False
    return bool(vocabulary.PROSPECT.search(vocabulary.TIME_CLAUSE.sub("", folded)))


def _visible(text: str) -> str:
    if text.isascii():
        return text
    shown = unicodedata.normalize("NFKC", text)
    return "".join(c for c in shown if unicodedata.category(c) != "Cf").replace("’", "'")


def _proposition(text: str, folded: str, *, denied: bool) -> str:
    rest = _DATELINE.sub("", text.strip())
    if "according to" in folded:
        rest = _ACCORDING.sub("", rest)
    if vocabulary.SAID.isdisjoint(WORD.findall(folded)):
        return rest
    rest = _TAIL.sub("", rest)
    frame = _FRAME.match(rest)
    if denied or frame is None or _PRONOUN.match(rest[frame.end() :]):
        return rest
    return rest[frame.end() :]


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    previous = ""
    plain = text.isascii()
    for shown in WORD.findall(text):
        word = (shown.lower() if plain else fold(shown)).removesuffix("'s")
        if word:
            tokens.append(_Token(word, shown[0].isupper(), not tokens, previous))
            previous = word
    return tokens


def _is_title(tokens: list[_Token]) -> bool:
    long = [t for t in tokens if len(t.word) > 3]
    return len(long) > 3 and sum(t.capital for t in long) * 10 > len(long) * 7


def _names(tokens: list[_Token]) -> list[_Token]:
    names: list[_Token] = []
    for index, token in enumerate(tokens):
        if not token.capital or token.word in vocabulary.STOP or len(token.word) < 2:
            continue
        if token.word in vocabulary.MONTHS or token.word in vocabulary.WEEKDAYS:
            continue
        follows = index + 1 < len(tokens) and tokens[index + 1].capital
        if not token.first or (follows and token.word not in vocabulary.COMMON):
            names.append(token)
    return names


def _name(word: str) -> str:
    return word if word in vocabulary.COMMON else stem(word)


def _weigh(bag: dict[str, int], word: str, names: tuple[str, ...]) -> None:
    if word in vocabulary.COMMON:
        bag.setdefault(stem(word), COMMON)
        return
    key = stem(word)
    bag[key] = NAME if key in names else max(bag.get(key, 0), PLAIN)


def _spoken_numbers(passage: Passage) -> frozenset[str]:
    return frozenset(
        word
        for quantity in passage.quantities
        if quantity.value is not None
        for spoken in WORD.findall(fold(quantity.words))
        for word in (spoken, vocabulary.NUMBERS.get(spoken, spoken))
    )


def _negated(tokens: list[_Token]) -> frozenset[str]:
    negated: set[str] = set()
    for index, token in enumerate(tokens):
        if token.word not in vocabulary.NEGATIONS and not token.word.endswith("n't"):
            continue
        for later in tokens[index + 1 : index + 5]:
            if later.word not in vocabulary.STOP:
                negated.add(stem(later.word))
                break
    return frozenset(negated)


def _days(folded: str, published: str | None) -> frozenset[str]:
    days = set()
    for found in _DAY.finditer(folded) if _DIGIT.search(folded) else ():
        month = vocabulary.MONTHS.get(found["m1"] or found["m2"])
        day = int(found["d1"] or found["d2"])
        if month and 1 <= day <= 31:
            days.add(f"{month:02}-{day:02}")
    reported = published[:10] if published and len(published) >= 10 else None
    for word in vocabulary.DAY_NAME.findall(folded) if "day" in folded else ():
        days.add(_weekday(vocabulary.WEEKDAYS[word], reported))
    return frozenset(days)


def _weekday(weekday: int, reported: str | None) -> str:
    if reported is None:
        return f"weekday {weekday}"
    last = date.fromisoformat(reported)
    return (last - timedelta(days=(last.weekday() - weekday) % 7)).strftime("%m-%d")
