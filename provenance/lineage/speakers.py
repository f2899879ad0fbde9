"""Whom a text credits with what it tells: outlets, people, accounts, documents, the unnamed.

A rough reading for comparing two texts, many times quicker than ``attribution``, which reads
each sentence. A name beside a word of saying or reporting is credited; a name that is only
spoken of is not. Names are English-made (capitals); words of saying are English.

=========  ==================================================================================
kind       what it is
=========  ==================================================================================
name       a person, office, outlet or account: "Mara Quell said", "according to the Post"
office     those that are named by what they are alone: "police", "Norvan officials"
unnamed    those whom a text does not name: "a source close to the board"
thing      a primary source that texts can share: a video, a tweet, court papers, a survey
=========  ==================================================================================

The main origin is what is credited most, of which what comes early counts most: a report says
in its first sentences what it rests on, and further down who reacted. One who reports, is
quoted or was told counts more than one who says, and one who only answers less; a name counts
more than one of those that are not named. The agency whose text it is is no origin of it,
unless it credits nobody else. Left out: who is meant by "the company", and what stands in
headlines.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from provenance.lineage.crediting import ANSWERS, REPORTS, TRIGGERS, credits_at
from provenance.lineage.cues import (
    BODIES,
    LEADING,
    NATIONS,
    OFFICES,
    PLACES,
    THINGS,
    TITLES,
    VERBS,
)
from provenance.lineage.names import head_key, initials, same_name
from provenance.lineage.naming import Kind, Phrase, Words
from provenance.lineage.texts import Text
from provenance.text import fold

READ = 12_000  # code points of a text that are read
EARLY = 1000  # code points after which a credit counts half
HEAD = 100  # code points in which a text says of which agency it is
MOST = 60  # credits of one text
AROUND = 160  # code points of a sentence that are shown on either side
ONCE = 5  # code points within which a name that is credited twice is credited once
PRONOUNS = ("he", "she")
RANK: dict[Kind, int] = {"name": 10, "office": 5, "unnamed": 5, "thing": 4}
LEAST = 8  # weight of what is not named, so that a text rests on it


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody or something that a text credits; ``weight`` grows with how and how early."""

    name: str
    key: str
    kind: Kind
    words: str
    weight: int
    at: int
    times: int = 1


class _Credit(NamedTuple):
    """One credit."""

    name: str
    key: str
    kind: Kind
    weight: int
    at: int
    end: int = 0  # of the words in which it is credited, where they are known


def credited_by(text: Text) -> tuple[Said, ...]:
    """Return whom a text credits, each once, with what all its credits weigh together."""
    read = text.text[:READ]
    own = head_key(text.outlet or "")
    found: dict[tuple[Kind, str], Said] = {}
    last: dict[tuple[Kind, str], _Credit] = {}
    for each in sorted(_credits(read, text), key=lambda each: each.at)[: 4 * MOST]:
        if not each.key or (own and same_name(each.key, own)):
            continue
        known = next(
            (k for k in found if k[0] == each.kind == "name" and same_name(k[1], each.key)),
            (each.kind, each.key),
        )
        before = found.get(known)
        if before is None and len(found) < MOST:
            words = _sentence(read, each.at)
            found[known] = Said(each.name, each.key, each.kind, words, each.weight, each.at)
        elif before is not None:
            found[known] = _again(before, last[known], each)
        last[known] = each
    folded = fold(read)
    told = [_lessened(each, folded) for each in found.values()]
    return tuple(sorted(told, key=lambda each: (-each.weight, each.at, each.key)))


def main_origin(given: Sequence[Said]) -> Said | None:
    """Return what a text rests on first of all, or None where it credits nobody."""
    able = [each for each in given if each.kind == "name" or each.weight >= LEAST]
    return max(able, key=lambda each: (each.weight * RANK[each.kind], -each.at), default=None)


def _known(each: _Credit, found: Iterable[tuple[Kind, str]]) -> tuple[Kind, str]:
    """Return under which kind and key a source is already known, or will be."""
    if each.kind == "name":
        for kind, key in found:
            if kind == "name" and same_name(key, each.key):
                return kind, key
    return each.kind, each.key


def _again(before: Said, last: _Credit, each: _Credit) -> Said:
    """Return what is known of a source that is credited once more."""
    if each.at < max(last.at + ONCE, last.end):
        return replace(before, weight=before.weight + max(0, each.weight - last.weight))
    # "Brook", then "Lene Brook"; "FHB", then "Fenby Harbour Board"
    fuller = each.key.endswith(f" {before.key}") or before.key in initials(each.key)
    named = each if fuller else before
    weight, times = before.weight + each.weight, before.times + 1
    return replace(before, name=named.name, key=named.key, weight=weight, times=times)


def _lessened(said: Said, folded: str) -> Said:
    """Return a name with less weight where a text mostly speaks of it, and credits it by the way.

    Whom a story is about is named in every sentence; whom it is from, where it is credited.
    """
    if said.kind != "name":
        return said
    named, often = folded.count(said.key.split()[-1]), 3 * said.times
    return replace(said, weight=max(1, said.weight * often // max(often, named)))


def _credits(read: str, text: Text) -> Iterator[_Credit]:
    declared = list(_declared(text))
    yield from (each for each, _ in declared)
    agencies = [each.key for each, own in declared if own]
    words = Words(read)
    person: Phrase | None = None
    for at, low in enumerate(words.low):
        if low in TRIGGERS:
            for phrase, weight in credits_at(words, at):
                if phrase.kind == "name":
                    person = phrase
                    if any(same_name(key, head_key(phrase.name)) for key in agencies):
                        continue
                yield from _each(words, phrase, weight)
        elif person and low in PRONOUNS and any(words.is_(at + n, VERBS) for n in (1, 2)):
            yield from _each(words, person._replace(first=at), ANSWERS)


def _declared(text: Text) -> Iterator[tuple[_Credit, bool]]:
    """Yield where a text says it comes from, and whether that is the agency whose text it is."""
    for origin in text.origins:
        if origin.kind not in ("byline", "hyperlink"):
            at, end = (origin.span.start, origin.span.end) if origin.span else (0, 0)
            given = _weighed(origin.name, head_key(origin.name), "name", REPORTS, at)
            dateline = origin.kind == "wire" or origin.words.startswith("(")
            own = dateline and at < HEAD
            yield given._replace(end=end, weight=REPORTS if own else given.weight), own


def _each(words: Words, phrase: Phrase, weight: int) -> Iterator[_Credit]:
    name = _bare(phrase.name)
    if len(name) > 1 and not PLACES.issuperset(fold(name).split()):
        key = THINGS[words.low[phrase.last]] if phrase.kind == "thing" else head_key(name)
        yield _weighed(name, key, phrase.kind, weight, words.starts[phrase.first])


def _weighed(name: str, key: str, kind: Kind, weight: int, at: int) -> _Credit:
    early = 4 if at < EARLY // 2 else 2 if at < EARLY else 1
    return _Credit(name, key, kind, weight * early, at)


@lru_cache(maxsize=1 << 14)
def _bare(name: str) -> str:
    parts = re.sub(r"['’]s?$", "", name).split()
    while parts and (fold(parts[0]) in LEADING or fold(parts[0]) in TITLES):
        parts = parts[1:]
    while parts and fold(parts[-1]) in LEADING:
        parts = parts[:-1]
    return " ".join(parts[1:] if _is_of_nation(parts) else parts)


def _is_of_nation(parts: Sequence[str]) -> bool:
    """Return whether a name begins with the nation of an outlet: "Britain's Fenby Post"."""
    if len(parts) < 2 or fold(parts[0]).removesuffix("'s").rstrip(".") not in NATIONS:
        return False
    return fold(parts[0]).endswith("'s") and not any(
        fold(part) in BODIES or fold(part) in OFFICES for part in parts[1:]
    )


def _sentence(text: str, at: int) -> str:
    low, high = max(0, at - AROUND), min(len(text), at + AROUND)
    start = max(text.rfind("\n", low, at), text.rfind(". ", low, at) + 1, low)
    ends = [end for end in (text.find("\n", at, high), text.find(". ", at, high)) if end >= 0]
    return " ".join(text[min(start, at) : min([*ends, high])].split())
