"""Many plain articles for measuring speed: varied sentences, no truth about them.

Sentences are put together from independent parts, so that two articles share few runs of
words. The same count, length and seed give the same bytes.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from seeds.pages import Page, render
from seeds.world import Article

_LAYOUTS = ("broadsheet", "journal", "tabloid", "wire")
_MEDIA_TYPE = "text/html; charset=utf-8"


@cache
def vocabulary() -> dict[str, Any]:
    """Return the words from which worlds are made."""
    path = Path(__file__).parent / "vocabulary.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def host(outlet: str) -> str:
    """Return the reserved host name of an outlet."""
    return f"{outlet.lower().replace(' ', '-')}.example"


def articles(count: int, words: int = 600, seed: int = 0) -> Iterator[Article]:
    """Yield articles of about so many words of story, one page each."""
    rng = Random(seed)
    for number in range(1, count + 1):
        yield _article(rng, number, words)


def _article(rng: Random, number: int, words: int) -> Article:
    terms = vocabulary()
    outlet = rng.choice(terms["outlets"])
    paragraphs: list[str] = []
    length = 0
    while length < words:
        sentences = [prose(rng) for _ in range(rng.randint(2, 4))]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1].split())
    month, day, hour = rng.randint(1, 6), rng.randint(1, 28), rng.randint(5, 21)
    page = Page(
        outlet=outlet,
        host=host(outlet),
        path=f"/2026/{number}",
        title=sentence(rng).rstrip("."),
        published=f"2026-{month:02}-{day:02}T{hour:02}:00:00+00:00",
        paragraphs=tuple(paragraphs),
        author=rng.choice(terms["authors"]),
        section="News",
        related=tuple((title, "#") for title in rng.sample(terms["sidebars"], 3)),
        comments=tuple((name, text) for name, text in rng.sample(terms["readers"], 2)),
    )
    uri = f"https://{page.host}{page.path}"
    body = render(page, rng.choice(_LAYOUTS))
    return Article(f"volume-{number}", uri, outlet, page.published, _MEDIA_TYPE, body)


def sentence(rng: Random) -> str:
    """Return a sentence of no particular event."""
    pattern: str = rng.choice(vocabulary()["volume"]["patterns"])
    return _filled(pattern, rng)


def prose(rng: Random) -> str:
    """Return a sentence as long as those of news: three of five carry a clause more.

    The newsroom has 17 words a sentence; bare ones have 12, which would make half as many
    claims again of the same article.
    """
    bare = sentence(rng)
    if bare.endswith('"') or rng.random() > 0.6:
        return bare
    tail: str = rng.choice(vocabulary()["volume"]["tails"])
    return f"{bare.removesuffix('.')}{_filled(tail, rng)}."


def _filled(pattern: str, rng: Random) -> str:
    terms = vocabulary()
    parts = terms["volume"]
    adjective, adjective2 = rng.sample(parts["adjectives"], 2)
    things, things2 = rng.sample(parts["things"], 2)
    actor, actor2 = rng.sample(parts["actors"], 2)
    return pattern.format(
        adj=adjective,
        adj2=adjective2,
        things=things,
        things2=things2,
        actor=actor,
        actor2=actor2,
        verb=rng.choice(parts["verbs"]),
        prep=rng.choice(parts["preps"]),
        first=rng.choice(parts["first"]),
        last=rng.choice(parts["last"]),
        place=rng.choice(terms["places"]),
        day=rng.choice(terms["days"]),
        n=rng.randint(2, 980),
    )
