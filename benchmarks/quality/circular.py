"""Circular reporting: whether two articles depend on each other, and whom each credits.

Pairs whose label is unclear are left out. Ours is the score of ``lineage.dependence``, which says
"dependent" from half of its scale on. Floor: the share of the shorter text's runs of five words
that stand in the other, as the set gives it, dependent from a fifth on. A unit of the interval
is a story: all pairs that hang together by their articles.

Origins: what a text credits above all (``lineage.main_origin``) against what the reader wrote
down. Both are folded; they are one where one contains the other, or they share the last
word of a name. Where the reader found nobody credited, naming nobody is right.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.figure import Figure, auc, figure
from benchmarks.quality.reading import rows, table
from provenance.canonical import sha256
from provenance.declared import declare
from provenance.lineage import Reading, Text, dependence, main_origin
from provenance.model import Document
from provenance.text import words

HALF, FIFTH = 0.5, 0.2
LITTLE = 0.05  # containment below which hardly anything is shared
FAIR = 0.75  # balanced accuracy that a threshold must keep
NOBODY = "none"


class _Pair(NamedTuple):
    """A labelled pair: what is so, the simple score and ours."""

    dependent: bool
    containment: float
    score: float


class _Told(NamedTuple):
    """Whom a reader found credited, and whom we name."""

    theirs: str
    ours: str


Story = tuple[tuple[_Pair, ...], tuple[_Told, ...]]


def measure(folder: Path, train: Path) -> list[Figure]:
    """Return the figures; ``train`` has no part of this set."""
    del train
    texts = _Texts(folder.parent)
    labelled = [
        row
        for row in table(folder / "gold.csv")
        if row["dependent"] in ("yes", "no") and all(texts.has(row[end]) for end in _ENDS)
    ]
    stories = [_story(part, texts) for part in _stories(labelled)]
    pairs = [pair for story in stories for pair in story[0]]
    little = sum(pair.dependent and pair.containment < LITTLE for pair in pairs)
    told = sum(len(story[1]) for story in stories)
    at_half = _balanced(pairs, HALF)
    return [
        figure(
            "dependent or not, macro-F1",
            stories,
            partial(_over, measure=lambda pairs: _macro(pairs, _ours, HALF)),
            floor=partial(_over, measure=lambda pairs: _macro(pairs, _simple, FIFTH)),
            n=len(pairs),
            reach=0.82,
            note=f"{len(stories)} stories",
        ),
        figure(
            "the same, AUC",
            stories,
            partial(_over, measure=lambda pairs: _auc(pairs, _ours)),
            floor=partial(_over, measure=lambda pairs: _auc(pairs, _simple)),
            n=len(pairs),
            reach=0.88,
        ),
        figure(
            "found of those that share hardly a run",
            stories,
            partial(_over, measure=_found),
            floor=lambda _: 0.0,
            n=little,
            reach=0.60,
            note=f"balanced accuracy {FAIR} or more; at half of the scale it is {at_half:.3f}",
        ),
        figure("credited origin named, accuracy", stories, _named, n=told, reach=0.80),
    ]


# ---- texts


_ENDS = ("id_a", "id_b")


class _Texts:
    """The articles of both sets, by id, read when they are asked for."""

    def __init__(self, data: Path) -> None:
        self._bodies: dict[str, str] = {}
        if (data / "fnc1" / "docs.csv").exists():
            for row in table(data / "fnc1" / "docs.csv"):
                self._bodies[row["Body ID"]] = row["articleBody"]
        if (data / "ecbplus" / "docs.jsonl").exists():
            for row in rows(data / "ecbplus" / "docs.jsonl"):
                self._bodies[row["doc"]] = " ".join(row["sentences"])
        self.reading = cache(self._read)

    def has(self, name: str) -> bool:
        """Return whether an article is there."""
        return name in self._bodies

    def _read(self, name: str) -> Reading:
        body = self._bodies[name]
        digest = sha256(body.encode())
        document = Document(
            id="a" * 26,
            capture="a" * 26,
            payload=digest,
            uri=f"file:///{name}",
            extractor="plain",
            extractor_version="1",
            media_type="text/plain",
            charset="utf-8",
            text=body,
            text_digest=digest,
            whole=None,
            title=None,
            authors=(),
            site=None,
            section=None,
            published=None,
            published_basis="page",
            language="en",
            links=(),
        )
        origins = declare(document).origins
        return Reading(Text(id=name, digest=digest, uri=document.uri, text=body, origins=origins))


def _stories(labelled: Sequence[Mapping[str, str]]) -> list[list[Mapping[str, str]]]:
    """Return the rows in groups that share no article."""
    root: dict[str, str] = {}

    def top(name: str) -> str:
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for row in labelled:
        root[top(row["id_a"])] = top(row["id_b"])
    parts: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in labelled:
        parts[top(row["id_a"])].append(row)
    return [parts[name] for name in sorted(parts)]


def _story(part: Sequence[Mapping[str, str]], texts: _Texts) -> Story:
    pairs = tuple(
        _Pair(
            row["dependent"] == "yes",
            float(row["containment"]),
            dependence(texts.reading(row["id_a"]), texts.reading(row["id_b"])).score / 1000,
        )
        for row in part
    )
    told = {(row[f"id_{side}"], row[f"origin_{side}"]) for row in part for side in ("a", "b")}
    return pairs, tuple(_Told(said, _main(texts.reading(name))) for name, said in sorted(told))


def _main(reading: Reading) -> str:
    found = main_origin(reading.credits)
    return found.name if found else NOBODY


# ---- measures


def _over(draw: Sequence[Story], measure: Callable[[Sequence[_Pair]], float]) -> float:
    return measure([pair for story in draw for pair in story[0]])


def _ours(pair: _Pair) -> float:
    return pair.score


def _simple(pair: _Pair) -> float:
    return pair.containment


def _auc(pairs: Sequence[_Pair], score: Callable[[_Pair], float]) -> float:
    return auc([(score(pair), pair.dependent) for pair in pairs])


def _macro(pairs: Sequence[_Pair], score: Callable[[_Pair], float], least: float) -> float:
    values = []
    for side in (True, False):
        said = [(score(pair) >= least) == side for pair in pairs]
        true = [pair.dependent == side for pair in pairs]
        right = sum(a and b for a, b in zip(said, true, strict=True))
        values.append(2 * right / (sum(said) + sum(true)) if right else 0.0)
    return sum(values) / 2


def _balanced(pairs: Sequence[_Pair], least: float) -> float:
    yes = [pair.score >= least for pair in pairs if pair.dependent]
    no = [pair.score < least for pair in pairs if not pair.dependent]
    return (sum(yes) / max(1, len(yes)) + sum(no) / max(1, len(no))) / 2


def _found(pairs: Sequence[_Pair]) -> float:
    """Return the recall of dependent pairs that share little, at the lowest fair threshold."""
    low = [pair.score for pair in pairs if pair.dependent and pair.containment < LITTLE]
    for least in sorted({pair.score for pair in pairs}):
        if _balanced(pairs, least) >= FAIR:
            return sum(score >= least for score in low) / max(1, len(low))
    return 0.0


def _named(draw: Sequence[Story]) -> float:
    told = [each for story in draw for each in story[1]]
    return sum(_is_one(each.theirs, each.ours) for each in told) / max(1, len(told))


def _is_one(theirs: str, ours: str) -> bool:
    if NOBODY in (theirs, ours):
        return theirs == ours
    mine = words(ours)
    return any(_same(words(name), mine) for name in _names(theirs))


def _names(said: str) -> Iterator[str]:
    """Yield what a reader wrote down, whole and in parts: "the Fenby Post (Mara Quell)"."""
    yield said
    yield from filter(None, (part.strip() for part in re.split(r"[(),/;]", said)))


def _same(one: list[str], other: list[str]) -> bool:
    if not one or not other:
        return False
    first, second = f" {' '.join(one)} ", f" {' '.join(other)} "
    return first in second or second in first or one[-1] == other[-1]
