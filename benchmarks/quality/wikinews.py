"""Which texts an article goes back to: the sources that it cites, in the pool of all sources.

Ours is ``provenance.corroboration.events`` over the pool and the article, with titles and
addresses as a workspace has them: what ``provenance near draft.md`` lists.
Floor: TF-IDF cosine of the texts. The pool holds the English source texts of over 100 characters;
some are of another page than the one cited ("not found").
The interval is over articles.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.figure import Figure, figure
from benchmarks.quality.reading import rows
from provenance.corroboration.events import Events, Told
from provenance.text import words

LEAST = 100  # characters of a source


class _Article(NamedTuple):
    ours: float
    floor: float
    first: bool
    floor_first: bool


def measure(folder: Path, train: Path) -> list[Figure]:
    """Return mean average precision of the cited sources, and how often one comes first."""
    del train  # nothing is learnt
    articles = list(_articles(rows(folder / "gold.jsonl")))
    return [
        figure(
            "cited sources found, MAP",
            articles,
            lambda draw: _mean([each.ours for each in draw]),
            n=len(articles),
            floor=lambda draw: _mean([each.floor for each in draw]),
            reach=0.90,
        ),
        figure(
            "a cited source comes first",
            articles,
            lambda draw: _mean([each.first for each in draw]),
            n=len(articles),
            floor=lambda draw: _mean([each.floor_first for each in draw]),
        ),
    ]


def _articles(articles: Sequence[Mapping[str, Any]]) -> Iterator[_Article]:
    pool: dict[str, Told] = {}
    cited: list[set[str]] = []
    for number, article in enumerate(articles):
        cited.append(set())
        for place, source in enumerate(article["sources"]):
            if source["language"] == "en" and len(source["maintext"] or "") > LEAST:
                told = Told(
                    id=f"{number}/{place}",
                    text=source["maintext"],
                    title=source["title"],
                    uri=source["url"] or "",
                )
                pool[told.id] = told
                cited[-1].add(told.id)
    plain = _Plain({each.id: each.text for each in pool.values()})
    for article, gold in zip(articles, cited, strict=True):
        if not gold:
            continue
        asked = Told(id="", text=article["text"], title=article["title"])
        ours = Events([*pool.values(), asked]).nearest(asked.id)
        floor = plain.nearest(article["text"])
        yield _Article(
            _precision(ours, gold), _precision(floor, gold), ours[0] in gold, floor[0] in gold
        )


class _Plain:
    """TF-IDF cosine of words."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._counts = {each: Counter(words(text)) for each, text in texts.items()}
        self._bearing = Counter(word for counts in self._counts.values() for word in counts)

    def nearest(self, text: str) -> list[str]:
        """Return the texts, the one most like the given text first."""
        asked = self._weighed(Counter(words(text)))
        score = {each: self._cosine(asked, counts) for each, counts in self._counts.items()}
        return sorted(score, key=lambda each: -score[each])

    def _weighed(self, counts: Mapping[str, int]) -> dict[str, float]:
        documents = len(self._counts) + 1
        return {
            word: (1 + math.log(count)) * (math.log(documents / (self._bearing[word] + 1)) + 1)
            for word, count in counts.items()
        }

    def _cosine(self, asked: Mapping[str, float], counts: Mapping[str, int]) -> float:
        other = self._weighed(counts)
        length = math.sqrt(sum(weight * weight for weight in other.values())) or 1.0
        return sum(weight * other.get(word, 0.0) for word, weight in asked.items()) / length


def _precision(ranked: Sequence[str], gold: set[str]) -> float:
    """Return average precision: of the shares of right ones down to each right one, the mean."""
    found = [place for place, each in enumerate(ranked, 1) if each in gold]
    return _mean([number / place for number, place in enumerate(found, 1)])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
