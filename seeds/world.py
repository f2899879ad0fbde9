"""A press world: its documents as bytes, and the truth about them that a program can compare.

A world is a folder with ``world.toml`` (each document's id, file, address, outlet, date and
media type) and ``truth.toml``. The truth is told on the level of claims:

- a **story** is one claim; each of its appearances names a fragment that stands exactly once in
  its document, and the origin to which the appearance goes back;
- a **derivation** leads from the later document to the one it comes from;
- a **ring** is a set of documents that credit one another and nothing else;
- a **drift** step is what changed on the way, with the words on both sides;
- a **chain** tells who is said to say a sentence, or that nobody is;
- a **sentence** has a kind (fact, forecast, opinion, norm);
- **look-alikes** tell of the same kind of event at another place or day and are never linked.

A cell is the pair to expect from a program alone. Letters of sources are F as long as no record
of theirs exists, so the digit stays 6 however many reports there are (STANAG 2511 tradition:
2 wants reports that are not all from F sources, 1 a person's confirmation of independence).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import TypeAdapter

NEWSROOM = Path(__file__).parent / "newsroom"


@dataclass(frozen=True)
class Article:
    """One document of a world. A pasted text has no outlet and no date."""

    id: str
    uri: str
    outlet: str | None
    published: str | None
    media_type: str
    body: bytes

    @property
    def path(self) -> str:
        """Its root-relative address when served: the host is the first segment."""
        parts = urlsplit(self.uri)
        query = f"?{parts.query}" if parts.query else ""
        return f"/{parts.netloc}{parts.path}{query}"


@dataclass(frozen=True)
class Appearance:
    """One place where a story's claim appears."""

    document: str
    fragment: str
    origin: str
    stance: str = "repeats"
    modality: str = "asserted"


@dataclass(frozen=True)
class Story:
    """One claim of a world, where it appears, and the cell to expect."""

    id: str
    claim: str
    cell: str
    appearances: tuple[Appearance, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The documents in which the claim appears."""
        return frozenset(appearance.document for appearance in self.appearances)

    @property
    def origins(self) -> frozenset[frozenset[str]]:
        """The groups of documents that go back to one origin."""
        groups: dict[str, set[str]] = {}
        for appearance in self.appearances:
            groups.setdefault(appearance.origin, set()).add(appearance.document)
        return frozenset(frozenset(group) for group in groups.values())


@dataclass(frozen=True)
class Derivation:
    """``downstream`` comes from ``upstream``."""

    downstream: str
    upstream: str
    kind: str


@dataclass(frozen=True)
class Drift:
    """What changed between two documents: the words before (upstream) and after (downstream)."""

    downstream: str
    upstream: str
    change: str  # in the words of ``provenance.lineage.drift``
    before: str
    after: str


@dataclass(frozen=True)
class Sentence:
    """The kind of a sentence, told by a fragment of it."""

    document: str
    fragment: str
    kind: str


@dataclass(frozen=True)
class Chain:
    """Who is said to say a sentence, told by a fragment of it; nobody where ``says`` is empty."""

    document: str
    fragment: str
    says: str


@dataclass(frozen=True)
class Truth:
    """All that is known about a world."""

    stories: tuple[Story, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    rings: frozenset[frozenset[str]] = frozenset()
    drifts: tuple[Drift, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    chains: tuple[Chain, ...] = ()
    lookalikes: tuple[tuple[str, str], ...] = ()

    def stories_at(self, document: str, quote: str) -> tuple[str, ...]:
        """Return the ids of the stories whose fragment and the quote overlap by containment."""
        return tuple(
            story.id
            for story in self.stories
            for appearance in story.appearances
            if appearance.document == document
            and (appearance.fragment in quote or quote in appearance.fragment)
        )


@dataclass(frozen=True)
class World:
    """Documents and the truth about them."""

    articles: tuple[Article, ...]
    truth: Truth = field(default_factory=Truth)

    def article(self, identity: str) -> Article:
        """Return the article of that id; KeyError if there is none."""
        for article in self.articles:
            if article.id == identity:
                return article
        raise KeyError(identity)

    def address(self, article: Article, base: str) -> str:
        """Return where an article is found when the world is served at ``base``."""
        return base.rstrip("/") + article.path

    def at(self, address: str) -> Article | None:
        """Return the article that an address leads to, virtual or served; None if there is none."""
        parts = urlsplit(address)
        query = f"?{parts.query}" if parts.query else ""
        wanted = (f"/{parts.netloc}{parts.path}{query}", f"{parts.path}{query}")
        return next((article for article in self.articles if article.path in wanted), None)


_Table = list[dict[str, str]]
_WORLD = TypeAdapter(_Table)
_TRUTH = TypeAdapter(Truth)


def load(folder: Path = NEWSROOM) -> World:
    """Return the world that a folder holds.

    Raises ``pydantic.ValidationError`` for a malformed table and ``OSError`` for a missing file.
    """
    table = tomllib.loads((folder / "world.toml").read_text(encoding="utf-8"))
    truth = tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8"))
    return World(
        articles=tuple(_articles(folder, _WORLD.validate_python(table["documents"]))),
        truth=_TRUTH.validate_python(_frozen(truth)),
    )


def _articles(folder: Path, rows: _Table) -> Iterable[Article]:
    for row in rows:
        yield Article(
            id=row["id"],
            uri=row["uri"],
            outlet=row.get("outlet"),
            published=row.get("published"),
            media_type=row["media_type"],
            body=(folder / row["file"]).read_bytes(),
        )


def _frozen(truth: Mapping[str, object]) -> dict[str, object]:
    """Return the tables under the names of the model: ``[[rings]]`` holds ``documents``."""
    rings = truth.get("rings", [])
    if not isinstance(rings, list):
        raise TypeError("rings is an array of tables")
    return {**truth, "rings": frozenset(frozenset(ring["documents"]) for ring in rings)}
