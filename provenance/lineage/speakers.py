"""Whom a text credits with what it tells: outlets, people, accounts, documents, the unnamed.

A rough reading for comparing two texts, many times quicker than ``attribution``, which reads
each sentence. A name beside a word of saying or reporting is credited; a name that is only
spoken of is not. Names are English-made (capitals); words of saying are English.

=========  ==================================================================================
kind       what it is
=========  ==================================================================================
name       a person, office, outlet or account: "Mara Quell said", "according to the Post"
office     those that are named by what they are alone: "police", "residents"
unnamed    those whom a text does not name: "a source close to the board"
thing      a primary source that texts can share: a video, a tweet, court papers, a survey
=========  ==================================================================================

The main origin is the name credited most, of which what comes early counts most: a report says
in its first sentences what it rests on, and further down who reacted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from provenance.lineage.cues import (
    AFTER,
    BEFORE,
    FIELD,
    INVERTED,
    LEADING,
    OFFICES,
    PLACES,
    POSSESSED,
    PRECEDED,
    SMALL,
    TELLS,
    THINGS,
    UNNAMED,
)
from provenance.lineage.names import head_key, same_name
from provenance.lineage.texts import Text
from provenance.text import fold

READ = 12_000  # code points of a text that are read
EARLY = 1000  # code points after which a credit counts half
MOST = 60  # credits of one text
AROUND = 160  # code points of a sentence that are shown on either side
Kind = Literal["name", "office", "unnamed", "thing"]


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


def credited_by(text: Text) -> tuple[Said, ...]:
    """Return whom a text credits, each once, with what all its credits weigh together."""
    read = text.text[:READ]
    own = head_key(text.outlet or "")
    found: dict[str, Said] = {}
    for each in sorted(_all(read, text), key=lambda each: each.at)[: 4 * MOST]:
        if not each.key or (own and same_name(each.key, own)):
            continue
        known = next(
            (
                k
                for k, held in found.items()
                if each.kind == held.kind == "name" and same_name(k, each.key)
            ),
            each.key,
        )
        before = found.get(known)
        if before is None:
            if len(found) < MOST:
                found[known] = each
        else:
            longer = each if len(each.key) > len(before.key) else before
            found[known] = Said(
                longer.name,
                longer.key,
                before.kind,
                before.words,
                before.weight + each.weight,
                before.at,
                before.times + 1,
            )
    told = [_lessened(each, fold(read)) for each in found.values()]
    return tuple(sorted(told, key=lambda each: (-each.weight, each.at, each.key)))


def _lessened(said: Said, folded: str) -> Said:
    """Return a name with less weight where a text mostly speaks of it, and credits it by the way.

    Whom a story is about is named in every sentence; whom it is from, where it is credited.
    """
    if said.kind != "name":
        return said
    named = folded.count(said.key.split()[-1])
    return replace(said, weight=max(1, said.weight * 2 * said.times // max(2 * said.times, named)))


def main_origin(given: Sequence[Said]) -> Said | None:
    """Return what a text rests on first of all, or None where it credits nobody by name."""
    return next((each for each in given if each.kind == "name"), None)


def _all(read: str, text: Text) -> Iterator[Said]:
    for origin in text.origins:
        if origin.kind in ("byline", "hyperlink"):
            continue
        at = origin.span.start if origin.span else 0
        yield _said(origin.name, "name", read, at, 3)
    for pattern in (BEFORE, AFTER, INVERTED, POSSESSED):
        for match in pattern.finditer(read):
            name = _bare(match["name"])
            at = match.start("name")
            by_the_way = pattern is BEFORE and PRECEDED.search(read, max(0, at - 12), at)
            if len(name) > 1 and not by_the_way and not _is_common(name, at, read):
                weight = 3 if match.groupdict().get("strong") else 2
                yield _said(name, "name", read, at, weight)
    for match in OFFICES.finditer(read):
        before = SMALL.search(read, max(0, match.start() - 32), match.start())
        name = _bare((before.group() if before else "") + match.group())
        yield _said(name, "office", read, match.start(), 2)
    for match in UNNAMED.finditer(read):
        near = read[max(0, match.start() - 20) : match.end() + 20]
        if TELLS.search(near):
            yield _said(" ".join(match.group().split()), "unnamed", read, match.start(), 1)
    for match in THINGS.finditer(read):
        thing = fold(match["thing"])
        single = thing if " " in thing else thing.removesuffix("s")
        yield _said(FIELD.get(single, single), "thing", read, match.start(), 1)


def _is_common(name: str, at: int, read: str) -> bool:
    """Return whether a name is a place where all the world writes, or a common noun."""
    low = fold(name)
    if PLACES.issuperset(low.replace(" and ", " ").split()):
        return True
    begins = read[max(0, at - 2) : at].strip(' "“') in ("", ".", "!", "?", ":")
    return begins and " " not in name and f" {name.lower()}" in read


def _said(name: str, kind: Kind, read: str, at: int, weight: int) -> Said:
    early = 4 if at < EARLY // 2 else 2 if at < EARLY else 1
    return Said(name, head_key(name), kind, _sentence(read, at), weight * early, at)


@lru_cache(maxsize=1 << 14)
def _bare(name: str) -> str:
    parts = re.sub(r"['’]s?$", "", name).split()
    while parts and fold(parts[0]).rstrip(".") in LEADING:
        parts = parts[1:]
    while parts and fold(parts[-1]).rstrip(".") in LEADING:
        parts = parts[:-1]
    return " ".join(parts)


def _sentence(text: str, at: int) -> str:
    low, high = max(0, at - AROUND), min(len(text), at + AROUND)
    start = max(text.rfind("\n", low, at), text.rfind(". ", low, at) + 1, low)
    ends = [end for end in (text.find("\n", at, high), text.find(". ", at, high)) if end >= 0]
    return " ".join(text[min(start, at) : min([*ends, high])].split())
