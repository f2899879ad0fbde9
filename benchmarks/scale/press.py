"""Invented texts by the thousand, and which was made from which.

Words are made of syllables and as frequent as Zipf's law has it; some runs of them are stock
phrases that everybody uses. Of all texts a part is made from earlier ones: cut, words changed,
sentences dropped or moved, a new lead; or spliced from two. What must not be taken for copying:
the footer that all texts of an outlet end with, and sentences of a speech that many quote.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from provenance.canonical import sha256
from provenance.lineage import Text

LEXICON, STOCK, SPEECHES, OUTLETS = 60_000, 400, 500, 400
COPIES, SPLICES, QUOTING = 0.25, 0.05, 0.10  # shares of all texts
OF_COPIES = 0.3  # share of copies that are made from a copy
SENTENCES, LONGEST = (18, 31), 24
RECENT = 20_000  # texts before a text, one of which it may be made from
SHORTEST = 10  # sentences that a copy has at least
FOOTER = 16  # words
_ONSETS = tuple("bcdfghklmnprstvwz")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "", "l", "n", "r", "s", "t")
Sentence = tuple[int, ...]  # words by their number in the lexicon; NAME and more: with a capital
NAME, NUMBER = 1 << 20, 1 << 21


class Press(NamedTuple):
    """Texts, and for each those that it was made from, by their places."""

    texts: Sequence[Text]
    sources: Sequence[tuple[int, ...]]


def made(count: int, seed: int = 20261123) -> Press:
    """Return so many texts, the same for the same seed."""
    return _Maker(random.Random(seed)).press(count)  # noqa: S311  # no secrets


class _Maker:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._lexicon = _lexicon(rng)
        weights = 1 / (np.arange(LEXICON) + 2.7)
        self._shares = np.cumsum(weights / weights.sum())
        self._draws = np.random.default_rng(rng.getrandbits(63))
        self._drawn: list[int] = []
        self._at = 0
        self._stock = [self._words(rng.randint(4, 8)) for _ in range(STOCK)]
        self._speeches = [[self._words(18) for _ in range(6)] for _ in range(SPEECHES)]
        self._footers = [self._words(FOOTER) for _ in range(OUTLETS)]

    def press(self, count: int) -> Press:
        bodies: list[list[Sentence]] = []
        sources: list[tuple[int, ...]] = []
        texts: list[Text] = []
        for number in range(count):
            body, own = self._body(bodies, sources)
            bodies.append(body)
            if len(bodies) > RECENT:
                bodies[-RECENT - 1] = []  # nobody copies it any more
            sources.append(own)
            texts.append(self._text(number, body))
        return Press(texts, sources)

    def _body(
        self, bodies: Sequence[list[Sentence]], sources: Sequence[tuple[int, ...]]
    ) -> tuple[list[Sentence], tuple[int, ...]]:
        chance = self._rng.random()
        if len(bodies) > 10 and chance < COPIES + SPLICES:
            if chance < COPIES:
                source = self._source(sources)
                return self._edited(bodies[source]), (source,)
            one, other = self._source(sources), self._source(sources)
            if one != other:
                halves = [self._half(bodies[one]), self._half(bodies[other])]
                return [*self._lead(), *halves[0], *halves[1]], (one, other)
        return self._original(), ()

    def _source(self, sources: Sequence[tuple[int, ...]]) -> int:
        wants_copy = self._rng.random() < OF_COPIES
        for _ in range(20):
            place = self._rng.randrange(max(0, len(sources) - RECENT), len(sources))
            if bool(sources[place]) == wants_copy:
                break
        return place

    def _original(self) -> list[Sentence]:
        names = [word | NAME for word in self._words(8)]
        return [self._sentence(names) for _ in range(self._rng.randrange(*SENTENCES))]

    def _lead(self) -> list[Sentence]:
        names = [word | NAME for word in self._words(3)]
        return [self._sentence(names) for _ in range(self._rng.randrange(1, 3))]

    def _edited(self, body: list[Sentence]) -> list[Sentence]:
        """Return a text that was cut and lightly edited, with another lead now and then."""
        rng = self._rng
        kept = body[: max(SHORTEST, int(len(body) * rng.uniform(0.4, 1.0)))]
        kept = [each for each in kept if rng.random() > 0.08]
        if rng.random() < 0.3:
            at = rng.randrange(len(kept) or 1)
            kept = [*kept[at:], *kept[:at]]
        kept = [self._changed(each, rng.choice((0.0, 0.02, 0.05, 0.1))) for each in kept]
        return [*self._lead(), *kept] if rng.random() < 0.5 else kept

    def _half(self, body: list[Sentence]) -> list[Sentence]:
        return [self._changed(each, 0.03) for each in body[: max(SHORTEST, len(body) // 2)]]

    def _changed(self, sentence: Sentence, share: float) -> Sentence:
        if not share:
            return sentence
        chance = self._rng.random
        return tuple(
            self._words(1)[0] if chance() < share and word < NAME else word for word in sentence
        )

    def _sentence(self, names: Sequence[int]) -> Sentence:
        rng = self._rng
        words = list(self._words(rng.randrange(8, LONGEST)))
        for chance, more in ((0.6, self._pick(names)), (0.25, NUMBER | rng.randrange(2, 5000))):
            if rng.random() < chance:
                words.insert(rng.randrange(1, len(words)), more)
        if rng.random() < 0.2:
            at = rng.randrange(1, len(words))
            words[at:at] = self._stock[rng.randrange(STOCK)]
        return tuple(words)

    def _pick(self, names: Sequence[int]) -> int:
        return names[self._rng.randrange(len(names))]

    def _text(self, number: int, body: Sequence[Sentence]) -> Text:
        rng = self._rng
        outlet = rng.randrange(OUTLETS)
        said = [self._shown(each) for each in body]
        if rng.random() < QUOTING:
            speech = self._speeches[rng.randrange(SPEECHES)]
            at = rng.randrange(len(speech) - 1)
            words = " ".join(self._shown(each) for each in speech[at : at + 2])
            said.insert(rng.randrange(1, len(said)), f'"{words[:-1]}," the minister said.')
        said.append(self._shown(self._footers[outlet]))
        text = "\n\n".join(" ".join(said[at : at + 3]) for at in range(0, len(said), 3))
        name = self._lexicon[-1 - outlet].title()
        day = date(2000, 1, 1) + timedelta(days=number // 40)
        return Text(
            id=f"t{number}",
            digest=sha256(text.encode()),
            uri=f"https://{name.lower()}.example/{number}",
            outlet=f"The {name} Gazette",
            title=self._shown(self._words(6)),
            text=text,
            published=day.isoformat(),
            published_known=True,
        )

    def _shown(self, sentence: Sentence) -> str:
        words = [self._spelt(each) for each in sentence]
        return f"{words[0][:1].upper()}{words[0][1:]} {' '.join(words[1:])}."

    def _spelt(self, word: int) -> str:
        if word & NUMBER:
            return str(word ^ NUMBER)
        return self._lexicon[word ^ NAME].title() if word & NAME else self._lexicon[word]

    def _words(self, count: int) -> Sentence:
        if self._at + count > len(self._drawn):
            drawn = np.searchsorted(self._shares, self._draws.random(1 << 16), side="right")
            self._drawn, self._at = np.minimum(drawn, LEXICON - 1).tolist(), 0
        self._at += count
        return tuple(self._drawn[self._at - count : self._at])


def _lexicon(rng: random.Random) -> list[str]:
    """Return different words, the more frequent ones shorter."""
    words: dict[str, None] = {}
    while len(words) < LEXICON:
        syllables = 1 + rng.randrange(1, 3) * (len(words) > 150) + (len(words) > 8000)
        parts = [
            f"{rng.choice(_ONSETS)}{rng.choice(_VOWELS)}{rng.choice(_CODAS)}"
            for _ in range(syllables)
        ]
        words["".join(parts)] = None
    return list(words)
