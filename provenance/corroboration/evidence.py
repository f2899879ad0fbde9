"""Judge a claim against sentences of evidence: for, against, the same, only about it, unsure.

``weigh`` takes a claim and the sentences of a passage, or of a whole page. It finds the few
sentences in which most of the claim stands, asks of each word that tells something whether it
stands there (as it is, as a word of its family, as one of the same sense), and what speaks
against it (``contrast``). The weakest clause of the claim counts as much as the whole. Words
that are rare within the page weigh more.

The score runs from -1000 (against) to 1000 (for); around 0 nothing is told. A verdict is said
only where it is sure, and says by which words; otherwise it is unsure, which goes to a person.
Nothing here is learnt: weights are set by hand. Left out: what follows only by reasoning
("born in 1950" and "in his forties in 1995"), other languages than English.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from math import log2
from typing import NamedTuple

from provenance.corroboration.contrast import DECISIVE, Contrast, Sides, contrasts
from provenance.corroboration.lines import Line, Word, head_of, line_of
from provenance.corroboration.related import kin
from provenance.model.record import Value

AS_IT_IS, OF_ITS_SENSE, OF_ITS_FAMILY = 1000, 800, 600
BESIDE = 600  # thousandths of what a word counts that stands in the next sentence
SENTENCES = 4  # of a page, in which a claim is looked for
GAIN = 80  # thousandths of the claim that a further sentence must hold
PAGE = 8  # sentences from which on it tells something that a word is rare among them
NEAR = 4  # words between two that follow each other in the claim
CENTRE, VERBATIM = 270, 250
MOST, HALF, LITTLE = 850, 500, 350


class Verdict(StrEnum):
    """How evidence bears on a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REPEATS = "repeats"
    MENTIONS = "mentions only"
    UNSURE = "unsure"


class Held(Value):
    """Words of the claim, and those of the evidence that they are held against."""

    rule: str
    claim: str
    evidence: str
    weight: int  # thousandths; negative speaks against


class Weighed(Value):
    """What evidence says of a claim: the verdict, how far, by which words, in which sentences."""

    verdict: Verdict
    score: int  # -1000 against … 1000 for
    signs: tuple[Held, ...]
    sentences: tuple[int, ...]


class _Match(NamedTuple):
    """A word of the claim: its place, what it weighs, and how far it stands in the evidence."""

    at: int
    word: Word
    weight: int
    value: int
    where: frozenset[int]  # sentences


def weigh(claim: str, evidence: Sequence[str]) -> Weighed:
    """Return how sentences of evidence bear on a claim."""
    said, lines = line_of(claim), [line_of(each) for each in evidence]
    matches = _matches(said, lines)
    chosen, covered = _chosen(matches, len(lines))
    if not matches or not chosen:
        read = matches and any(line.words for line in lines)
        score = -CENTRE if read else 0
        return Weighed(verdict=Verdict.MENTIONS, score=score, signs=(), sentences=())
    near = [lines[each] for each in chosen]
    missing = frozenset(match.at for match in matches if not match.value)
    against = contrasts(Sides(said, near, missing, page=len(lines) > PAGE))
    held = _held(said, matches, covered)
    verbatim = _verbatim(said, near) if len(lines) <= PAGE else 0
    score = _score(held, verbatim, against)
    return Weighed(
        verdict=_verdict(held, score, against, near, said),
        score=score,
        signs=(*_shared(matches, near), *map(_sign, against)),
        sentences=tuple(sorted(chosen)),
    )


def _matches(claim: Line, lines: Sequence[Line]) -> list[_Match]:
    """Return for each telling word of the claim where it stands and how far."""
    subject = _subject(claim)
    found = [_match(at, word, lines) for at, word in claim.telling]
    return [m._replace(weight=m.weight // 2) if m.at < subject else m for m in found]


def _subject(claim: Line) -> int:
    """Return how many words at the head of a claim name whom it speaks of.

    Evidence may say "he" or "the company" there, so they tell half.
    """
    at = 0
    for at, word in enumerate(claim.words):
        if not (word.shown[0].isupper() or word.folded in ("of", "the", "and", "a", "in")):
            return at
    return 0


def _match(at: int, word: Word, lines: Sequence[Line]) -> _Match:
    senses, head = kin(word.key), head_of(word)
    stands: dict[int, set[int]] = {AS_IT_IS: set(), OF_ITS_SENSE: set(), OF_ITS_FAMILY: set()}
    for number, line in enumerate(lines):
        if word.key in line.places:
            stands[AS_IT_IS].add(number)
        elif not senses.isdisjoint(line.senses):
            stands[OF_ITS_SENSE].add(number)
        elif head and head in line.heads:
            stands[OF_ITS_FAMILY].add(number)
    value = next((each for each, where in stands.items() if where), 0)
    where = frozenset(stands.get(value, ()))
    return _Match(at, word, _weight(word, len(where), len(lines)), value, where)


def _weight(word: Word, sentences: int, of: int) -> int:
    """Return what a word weighs: numbers and names before words, rare ones on a page before all."""
    sort = 3 if word.sort == "number" else 2
    rarity = log2(2 + (of + 1) / (1 + sentences)) if of > PAGE else 1
    return round(sort * 100 * rarity)


def _chosen(matches: Sequence[_Match], lines: int) -> tuple[list[int], list[int]]:
    """Return the sentences that hold most of the claim, and how far each word stands there."""
    covered = [0] * len(matches)
    whole = sum(match.weight for match in matches)
    chosen: list[int] = []
    for _ in range(min(SENTENCES, lines)):
        gain = [0] * lines
        for match, value in zip(matches, covered, strict=True):
            for number in match.where:
                gain[number] += match.weight * max(0, match.value - value)
        best = max(range(lines), key=lambda number: gain[number])
        if gain[best] < GAIN * whole or best in chosen:
            break
        chosen.append(best)
        for number, match in enumerate(matches):
            covered[number] = max(covered[number], _reached(match, best))
    return chosen, covered


def _reached(match: _Match, sentence: int) -> int:
    if sentence in match.where:
        return match.value
    beside = sentence - 1 in match.where or sentence + 1 in match.where
    return match.value * BESIDE // 1000 if beside else 0


def _held(claim: Line, matches: Sequence[_Match], covered: Sequence[int]) -> int:
    """Return how far the claim stands in the evidence: the whole, and its weakest clause."""
    whole = _share(matches, covered)
    page = _share(matches, [match.value for match in matches])
    parts = []
    for part in claim.parts:
        inside = [n for n, match in enumerate(matches) if match.at in part]
        if inside:
            parts.append(_share([matches[n] for n in inside], [covered[n] for n in inside]))
    return (2 * whole + page + min(parts)) // 4


def _share(matches: Sequence[_Match], values: Sequence[int]) -> int:
    weight = sum(match.weight for match in matches)
    return sum(m.weight * value for m, value in zip(matches, values, strict=True)) // weight


def _verbatim(claim: Line, lines: Sequence[Line]) -> int:
    """Return how many of the claim's words follow each other in the evidence, in thousandths.

    Of a page it tells nothing: its sentences are chosen for having the claim's words.
    """
    keys = [word.key for _, word in claim.telling]
    twos = list(pairwise(keys))
    kept = sum(any(_follow(line, *two) for line in lines) for two in twos)
    return 1000 * kept // max(1, len(twos))


def _follow(line: Line, one: str, other: str) -> bool:
    there = frozenset(line.places.get(other, ()))
    return bool(there) and any(
        not there.isdisjoint(range(at + 1, at + NEAR + 1)) for at in line.places.get(one, ())
    )


def _score(held: int, verbatim: int, against: Sequence[Contrast]) -> int:
    """Return the score: evidence in the claim's own words must hold more of it."""
    score = held - CENTRE - VERBATIM * verbatim // 1000
    if any(each.rule in ("negation", "denial") for each in against):
        score = min(score, 0)
    return max(-1000, min(1000, score - sum(each.weight for each in against)))


def _verdict(
    held: int, score: int, against: Sequence[Contrast], lines: Sequence[Line], claim: Line
) -> Verdict:
    decisive = bool(against) and against[0].weight >= DECISIVE
    if decisive and score < 0:
        return Verdict.CONTRADICTS if held >= HALF else Verdict.UNSURE
    if held >= MOST and not against:
        same = any(_is_same(claim, line) for line in lines)
        return Verdict.REPEATS if same else Verdict.SUPPORTS
    if held < LITTLE:
        return Verdict.MENTIONS
    return Verdict.UNSURE


def _is_same(claim: Line, line: Line) -> bool:
    telling = [word.key for _, word in line.telling]
    return sum(key in claim.places for key in telling) * 1000 >= MOST * len(telling)


def _shared(matches: Sequence[_Match], lines: Sequence[Line]) -> list[Held]:
    found = []
    for match in matches:
        if match.value == AS_IT_IS:
            rule, shown = "the same word", match.word.shown
        elif match.value:
            shown = _counterpart(match.word, lines)
            rule = "a word of the same sense" if match.value == OF_ITS_SENSE else "of its family"
        else:
            continue
        found.append(Held(rule=rule, claim=match.word.shown, evidence=shown, weight=match.value))
    return found


def _counterpart(word: Word, lines: Sequence[Line]) -> str:
    senses, head = kin(word.key), head_of(word)
    for line in lines:
        for _, other in line.telling:
            if not senses.isdisjoint(kin(other.key)) or (head and head_of(other) == head):
                return other.shown
    return ""


def _sign(contrast: Contrast) -> Held:
    return Held(
        rule=contrast.rule,
        claim=contrast.claim,
        evidence=contrast.evidence,
        weight=-contrast.weight,
    )
