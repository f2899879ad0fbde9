"""How far two documents speak of the same event, and which words say so.

Words count the more the fewer of the given documents bear them (inverse document frequency,
Sparck Jones 1972); names and numbers count twice, and the words of a title as often again. A
document takes half the words of its four nearest on, each as far as it is like them: two reports
of one event that share few words are alike where others tell it in the words of both (pseudo
relevance feedback, Rocchio 1971). What is compared is the cosine, in thousandths.

A page may hold other text than that for which it was kept ("document not found"), so the words
of its address count like those of its text. Likeness rests on the documents that are given: it
ranks them, and decides about no claim. Left out: other languages than English, meaning beyond
words.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from heapq import nlargest
from typing import NamedTuple
from urllib.parse import urlsplit

from provenance.corroboration.reading import key_of
from provenance.model.record import Value
from provenance.text import WORD, fold

NAMED = 2  # times that names and numbers count
TITLE = 2  # times that a title counts, of which one stands at the head of the text
NEIGHBOURS, TAKEN_ON = 4, 0.5
OFTEN = 1000  # documents that bear a word, from which on it leads from none to another
LONGEST = 400_000  # code points of a text that are read
SHOWN = 12  # words that decide
_IN_ADDRESS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")
_ENDING = re.compile(r"\.\w{2,5}$")

_Vector = Mapping[str, float]


class Told(Value):
    """A document as to what it tells."""

    id: str
    text: str
    title: str | None = None
    uri: str = ""


class Alike(Value):
    """How far two documents tell of one event, in thousandths; the words that say so."""

    score: int
    words: tuple[str, ...]


class _Words(NamedTuple):
    """The words of a document: how much each counts in it, and as what it is written."""

    weights: Mapping[str, float]
    written: Mapping[str, str]


class Events:
    """Documents, and how far any two of them tell of one event."""

    def __init__(self, told: Iterable[Told]) -> None:
        """Read documents; what is rare is rare among these."""
        self._words = {each.id: _words(each) for each in told}
        self._bearing: dict[str, list[str]] = defaultdict(list)
        for identity, words in self._words.items():
            for key in words.weights:
                self._bearing[key].append(identity)
        self._own = {identity: self._vector(words) for identity, words in self._words.items()}

    def alike(self, one: str, other: str) -> Alike:
        """Return how far two of the documents, by id, tell of one event."""
        left, right = self._told_on[one], self._told_on[other]
        shared = {key: left[key] * right[key] for key in left.keys() & right.keys()}
        best = nlargest(SHOWN, shared, key=lambda key: (shared[key], key))
        return Alike(
            score=min(1000, round(1000 * sum(sorted(shared.values())))),
            words=tuple(self._as_written(key, one, other) for key in best),
        )

    def nearest(self, to: str, among: Iterable[str] | None = None) -> list[str]:
        """Return documents, all others by default, those first that are most like a document."""
        left = self._told_on[to]
        score = {
            each: _dot(left, self._told_on[each])
            for each in (self._words if among is None else among)
            if each != to
        }
        return sorted(score, key=lambda each: -score[each])

    def _vector(self, words: _Words) -> _Vector:
        documents = len(self._words) + 1
        return _unit(
            {
                key: weight * math.log(documents / (len(self._bearing[key]) + 0.5))
                for key, weight in words.weights.items()
            }
        )

    @cached_property
    def _told_on(self) -> Mapping[str, _Vector]:
        """The words of each document, with those of its nearest."""
        return {identity: self._with_neighbours(identity) for identity in self._own}

    def _with_neighbours(self, identity: str) -> _Vector:
        own = self._own[identity]
        met: dict[str, float] = defaultdict(float)
        for key, weight in own.items():
            bearing = self._bearing[key]
            if len(bearing) <= OFTEN:
                for other in bearing:
                    met[other] += weight * self._own[other][key]
        met.pop(identity, None)
        taken = defaultdict(float, own)
        for other, likeness in nlargest(NEIGHBOURS, met.items(), key=lambda each: each[1]):
            for key, weight in self._own[other].items():
                taken[key] += TAKEN_ON * likeness * weight
        return _unit(taken)

    def _as_written(self, key: str, *documents: str) -> str:
        return next(
            (w for each in documents if (w := self._words[each].written.get(key)) is not None), key
        )


def _words(told: Told) -> _Words:
    times: Counter[str] = Counter()
    named: Counter[str] = Counter()
    written: dict[str, str] = {}
    for word in _said(told):
        key = _key(word)
        if key:
            times[key] += 1
            named[key] += word[0].isupper() or word[0].isdigit()
            written.setdefault(key, word)
    weights = {
        key: (1 + math.log(count)) * (NAMED if 2 * named[key] > count else 1)
        for key, count in times.items()
    }
    return _Words(weights, written)


def _said(told: Told) -> Iterator[str]:
    """Yield the words of a document: its text, its title, its address."""
    yield from WORD.findall(told.text[:LONGEST])
    yield from WORD.findall(told.title or "") * TITLE
    address = urlsplit(told.uri) if told.uri.startswith("http") else None
    if address is not None:
        yield from _IN_ADDRESS.findall(f"{_ENDING.sub('', address.path)} {address.query}"[:2000])


def _key(word: str) -> str:
    folded = fold(word).removesuffix("'s")
    return key_of(folded)[0] if folded else ""


def _unit(weights: Mapping[str, float]) -> _Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def _dot(one: _Vector, other: _Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)
