"""How much a sentence asks to be checked: a logistic regression over hashed features.

Learnt from sentences of debates that people marked as check-worthy factual claims or not (Arslan
et al. 2020; card: ``docs/models/worth.md``). The score is a probability in thousandths, after
the share of check-worthy sentences there (a quarter); ``threshold`` is the score from which a
sentence counts as check-worthy. The signs are the words, pairs of words and counts that moved
the score furthest, for and against: as hashed features cannot be read back, they are taken
from the sentence itself. Added up in integers.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import starmap

from provenance.claims.learnt.features import (
    COUNT,
    ONE,
    TOKEN,
    Features,
    count_slot,
    features,
    pair_slot,
    piece_slots,
    shapes_slot,
    share,
    word_slot,
)
from provenance.claims.learnt.shapes import COUNTS
from provenance.claims.learnt.weights import UNIT, shipped
from provenance.model import ClaimKind, Sign, Worth

NAME = "worth"
_SIGNS = 4
_LOOKED_AT = 7  # of what moved the score, because what stands at one place is one sign
_THOUSANDTH = ONE * UNIT // 1000  # of a logit, in what is added up
_CACHED = 1 << 14  # words and pairs


def worth(text: str, rule: str, kind: ClaimKind | None) -> Worth:
    """Return how much a sentence asks to be checked, given the rule that judged its kind."""
    weights = shipped(NAME)
    seen = features(text, rule, kind or "none")
    moved = _moved(seen)
    logit = sum(moved) // _THOUSANDTH + weights.number("bias")
    return Worth(
        score=chance(logit),
        signs=_signs(text, seen, moved, (rule, kind or "none")),
        model=weights.model,
    )


def threshold() -> int:
    """Return the score from which a sentence counts as check-worthy."""
    return shipped(NAME).number("threshold")


def chance(logit: int) -> int:
    """Return the probability of a logit, both in thousandths."""
    return round(1000 / (1 + math.exp(-max(min(logit, 20_000), -20_000) / 1000)))


def _moved(seen: Features) -> list[int]:
    """Return how far each word, pair, pair of shapes and count moves the sum, in this order."""
    values = shipped(NAME).values
    words = [_word(word) for word in seen.words]
    alone = share(len(words))
    pieces = share(sum(number for _, _, number in words))
    pair, shapes = share(len(seen.pairs)), share(len(seen.shapes))
    return [
        *(weight * alone + inner * pieces for weight, inner, _ in words),
        *(values[slot] * pair for slot in starmap(pair_slot, seen.pairs)),
        *(weight * shapes for weight in starmap(_shapes, seen.shapes)),
        *(_count(key) * COUNT for key in seen.counts),
    ]


@lru_cache(maxsize=_CACHED)
def _word(word: str) -> tuple[int, int, int]:
    """Return the weight of a word, the sum of those of its pieces, and their number."""
    weights, pieces = shipped(NAME).values, piece_slots(word)
    return weights[word_slot(word)], sum(weights[slot] for slot in pieces), len(pieces)


@lru_cache(maxsize=_CACHED)
def _shapes(first: str, second: str) -> int:
    return shipped(NAME).values[shapes_slot(first, second)]


@lru_cache(maxsize=1024)
def _count(key: str) -> int:
    return shipped(NAME).values[count_slot(key)]


def _signs(
    text: str, seen: Features, moved: Sequence[int], judged: tuple[str, str]
) -> tuple[Sign, ...]:
    """Return what moved the sum furthest, for and against; what stands at one place is one."""
    sizes = list(map(abs, moved))
    furthest = sorted(range(len(moved)), key=sizes.__getitem__, reverse=True)[:_LOOKED_AT]
    places = [*seen.words.values(), *seen.pairs.values(), *seen.shapes.values()]
    spans = [found.span() for found in TOKEN.finditer(text)]
    sums: dict[tuple[str, str], int] = {}
    for number in furthest:
        if number >= len(places):
            key = _counted(number - len(places), judged), ""
        else:
            alone = number < len(seen.words)
            first = places[number] - (0 if alone else 1)
            words = _words(text, spans[max(first, 0) : places[number] + 1])
            key = f"{'word' if alone else 'words'}: {words.lower()}", words
        sums[key] = sums.get(key, 0) + moved[number]
    strongest = sorted(sums.items(), key=lambda each: (-abs(each[1]), each[0]))[:_SIGNS]
    return tuple(
        Sign(name=name, words=words, weight=by // _THOUSANDTH) for (name, words), by in strongest
    )


def _counted(number: int, judged: tuple[str, str]) -> str:
    """Return the name of a count; rule and kind with what they are."""
    name = COUNTS[number]
    told = dict(zip(("rule", "kind"), judged, strict=True))
    return f"{name}: {told[name]}" if name in told else name


def _words(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words of some tokens as they stand in the text, a number without its comma."""
    words = text[spans[0][0] : spans[-1][1]] if spans else ""
    return words.rstrip(".,/") or words
