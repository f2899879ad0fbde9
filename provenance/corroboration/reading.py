"""What a passage says, as a weighted bag of stems with its names, days, numbers and polarity.

Weights are fixed by the sort of word, never by how often it stands in the corpus: a decision
about two passages is the same in every workspace. The frame of a report ("The ministry said
on Monday that") is left out, so that a proposition is compared with a proposition; where the
proposition begins with a pronoun the frame holds its actor and stays.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.corroboration import vocabulary
from provenance.corroboration.days import days_of
from provenance.corroboration.frames import unframed, visible
from provenance.corroboration.passage import Passage
from provenance.corroboration.vocabulary import stem
from provenance.model import Modality
from provenance.text import WORD, fold

NAME, NUMBER, PLAIN, COMMON = 4, 4, 2, 1
YEAR = 3  # no weight: years are compared apart
LONGEST_KEPT = 1500  # code points of a passage whose words are kept
TITLE = 3  # words with a capital below which nothing is a title

_YEAR = re.compile(r"^(?:19|20)\d\d$")
# "No lorry may cross", "could no longer leave": a ban, or what was not possible.
_UNABLE = re.compile(
    r"\b(?:no|nobody|none)(?: \w+){0,2} (?:may|might|could|would)\b|\bcould (?:no longer|not)\b"
)
# "Two aides who want to stay unnamed say that": nothing of what they say is planned by that.
_SPEAKER = re.compile(r"^[^;]{0,200}?\bwho\b[^;]{0,200}?\b(?:say|says|said) that\b")
_DENIAL_FRAME = frozenset(map(stem, vocabulary.DENIAL_FRAME.split()))
_IN_PLACE = frozenset({"in", "at", "near", "outside", "around", "to", "from", "of", "off"})


class Reading(NamedTuple):
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


def read(passage: Passage) -> Reading:
    """Return what a passage says."""
    seen = visible(passage.wording)
    folded = fold(seen)
    every = WORD.findall(seen)
    said = list(map(str.lower, every)) if seen.isascii() else WORD.findall(folded)
    denied = is_denial(folded)
    proposition = unframed(seen, folded, said, denied=denied)
    whole = proposition is seen
    shown = every if whole else WORD.findall(proposition)
    words = _folded(shown, said if whole else None)
    named = _named(shown, words)
    names = tuple([_name(words[at]) for at in named])
    places = {words[at] for at in named if words[at - 1] in _IN_PLACE and at}
    for place in passage.places:
        places.update(WORD.findall(fold(place))[-1:])
    bag, numbers, years = _weighed(words, frozenset(names), passage)
    negated = negated_by(words)
    for key in _DENIAL_FRAME.intersection(bag) if denied else ():
        del bag[key]
    return Reading(
        passage=passage,
        bag=bag,
        weight=sum(bag.values()),
        names=frozenset(names),
        places=frozenset([name for name in map(_name, places) if name in bag]),
        numbers=frozenset(numbers),
        years=frozenset(years),
        days=days_of(folded, passage.published),
        order=names,
        negated=negated,
        denied=denied or (passage.modality is Modality.DENIED and not negated),
        passive=" by " in folded,
        prospect=is_prospect(proposition),
    )


def as_written(keys: Sequence[str], one: Reading, other: Reading) -> tuple[str, ...]:
    """Return the words of both passages that stand for keys; what is no key is given back."""
    forms: dict[str, dict[str, str]] = {key: {} for key in keys}
    for reading in (one, other):
        for key, folded, word in _words_of(reading.passage.wording):
            held = forms.get(key)
            if held is not None:  # the last place orders, the first spelling is shown
                held[folded] = held.pop(folded, word)
    shown = (word for key in keys for word in (forms[key].values() or (key,)))
    return tuple(dict.fromkeys(shown))


def _words_of(wording: str) -> Sequence[tuple[str, str, str]]:
    """Return the key of each word, and the word as it is compared and as it is written.

    One passage is held against many, so its words are kept; the longest would fill the memory.
    """
    return _kept(wording) if len(wording) <= LONGEST_KEPT else _read_words(wording)


def _read_words(wording: str) -> Sequence[tuple[str, str, str]]:
    folded = [(fold(word), word) for word in WORD.findall(visible(wording))]
    bare = [(each.removesuffix("'s"), each, word) for each, word in folded]
    return tuple([(key_of(each)[0], whole, word) for each, whole, word in bare if each])


_kept = lru_cache(maxsize=1 << 13)(_read_words)


def is_denial(folded: str) -> bool:
    """Return whether a folded sentence holds a cue of denial or retraction."""
    return any(map(folded.__contains__, vocabulary.DENIAL_PARTS)) and bool(
        vocabulary.DENIAL.search(folded)
    )


def is_prospect(proposition: str) -> bool:
    """Return whether a sentence tells of what is planned, promised or possible."""
    folded = fold(proposition.replace("May", ""))  # the month is no prospect
    if not any(map(folded.__contains__, vocabulary.PROSPECT_PARTS)):
        return False
    folded = _UNABLE.sub("", _SPEAKER.sub("", folded) if "who" in folded else folded)
    if not vocabulary.PROSPECT.search(folded):
        return False
    return bool(vocabulary.PROSPECT.search(vocabulary.TIME_CLAUSE.sub("", folded)))


def proposition_of(wording: str) -> str:
    """Return a passage without what frames its proposition: who says so, where and when."""
    seen = visible(wording)
    folded = fold(seen)
    said = WORD.findall(folded)
    return unframed(seen, folded, said, denied=is_denial(folded))


def _folded(shown: list[str], said: list[str] | None) -> list[str]:
    """Return the words of a proposition in the form that is compared.

    ``said`` holds them folded where the proposition is all that was said. Words that fold to
    nothing are taken out of both.
    """
    if said is None or len(said) != len(shown):
        said = list(map(fold, shown))
    words = [word.removesuffix("'s") for word in said]
    if not all(words):
        shown[:] = [each for each, word in zip(shown, words, strict=True) if word]
        words = list(filter(None, words))
    return words


def _is_title(capital: Sequence[bool], words: Sequence[str]) -> bool:
    if sum(capital) < TITLE:
        return False
    long = [large for large, word in zip(capital, words, strict=True) if len(word) > 3]
    return len(long) > TITLE and sum(long) * 10 > len(long) * 7


def _named(shown: Sequence[str], words: Sequence[str]) -> list[int]:
    """Return the places of the words that are names: capital letters, in no title."""
    capital = [each[0].isupper() for each in shown]
    if _is_title(capital, words):
        return []
    return [
        at
        for at, large in enumerate(capital)
        if large
        and _may_name(words[at])
        and (at or (sum(capital[1:2]) and words[0] not in vocabulary.COMMON))
    ]


@lru_cache(maxsize=1 << 16)
def _may_name(word: str) -> bool:
    return not (
        word in vocabulary.STOP
        or len(word) < 2
        or word in vocabulary.MONTHS
        or word in vocabulary.WEEKDAYS
    )


def _name(word: str) -> str:
    return word if word in vocabulary.COMMON else stem(word)


def _weighed(
    words: Sequence[str], names: frozenset[str], passage: Passage
) -> tuple[dict[str, int], set[str], set[str]]:
    """Return the bag of a proposition, its bare numbers, and its years."""
    bag: dict[str, int] = {}
    numbers: set[str] = set()
    years: set[str] = set()
    spoken = _spoken_numbers(passage) if passage.quantities else frozenset[str]()
    for key, weight in map(key_of, words):
        if weight == PLAIN:
            bag[key] = NAME if key in names else PLAIN
        elif weight == COMMON:
            bag.setdefault(key, COMMON)
        elif weight == YEAR:
            years.add(key)
        elif weight and key not in spoken:
            numbers.add(key)
            bag[key] = NUMBER
    return bag, numbers, years


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> tuple[str, int]:
    """Return the key of a word and its weight, 0 where it tells nothing of what happened."""
    number = vocabulary.NUMBERS.get(word, word)
    if number[0].isdigit():
        return number, YEAR if _YEAR.match(number) else NUMBER
    if word in vocabulary.STOP or len(word) < 2:
        return "", 0
    return stem(word), COMMON if word in vocabulary.COMMON else PLAIN


def _spoken_numbers(passage: Passage) -> frozenset[str]:
    return frozenset(
        word
        for quantity in passage.quantities
        if quantity.value is not None
        for word in _spoken(quantity.words)
    )


@lru_cache(maxsize=1 << 14)
def _spoken(amount: str) -> tuple[str, ...]:
    words = WORD.findall(fold(amount))
    return (*words, *(vocabulary.NUMBERS[word] for word in words if word in vocabulary.NUMBERS))


def negated_by(words: Sequence[str]) -> frozenset[str]:
    """Return the stems that a negation governs: of each the first word after it that tells."""
    if vocabulary.NEGATIONS.isdisjoint(words) and "n't" not in " ".join(words):
        return frozenset()
    negated: set[str] = set()
    for index, word in enumerate(words):
        if word not in vocabulary.NEGATIONS and not word.endswith("n't"):
            continue
        following = words[index + 1 : index + 5]
        if _is_no_negation(word, following):
            continue
        for later in following:
            if later not in vocabulary.STOP:
                negated.add(stem(later))
                break
    return frozenset(negated)


def _is_no_negation(word: str, following: Sequence[str]) -> bool:
    """Return whether it only looks like one: "not only", "no fewer than", "a refused ship"."""
    after = following[0] if following else ""
    if word in vocabulary.FAILING:
        return after not in ("to", "of")
    return after in ("only", "just", "merely", "fewer", "less", "until", "least")
