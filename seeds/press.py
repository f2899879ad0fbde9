"""An invented press at work: prints pages one after the other and keeps the truth about them.

The clock of the press only moves forward, outlets take turns, and the id of a document is the
last segment of its address. Which claim a line states comes with the line; the press adds
where it stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from seeds.editing import Line
from seeds.pages import Page, plain, render
from seeds.volume import host, sentence, vocabulary
from seeds.world import Appearance, Article, Chain, Derivation, Drift, Sentence, Story, Truth, World

_CELL = "F6"  # no letters exist for invented outlets, so no number of reports gives more
_LAYOUTS = ("broadsheet", "tabloid", "journal")
_FACTS = 3  # facts of a domain that are claims; the fourth wording is a quotation


@dataclass(frozen=True)
class Event:
    """One thing that happened: a kind of event and the values of its slots."""

    name: str
    domain: Mapping[str, Any]
    values: Mapping[str, Any]

    def lines(self, wording: int, origin: str) -> tuple[Line, ...]:
        """Return the event's facts in one of the wordings; the last line is a quotation."""
        told = [
            Line(fact[wording].format_map(self.values), says=self._says(says[wording]))
            for fact, says in zip(self.domain["facts"], self.domain["says"], strict=True)
        ]
        claims = [
            replace(line, story=f"{self.name}-{n}", origin=origin)
            for n, line in enumerate(told[:_FACTS], 1)
        ]
        return (*claims, *told[_FACTS:])

    def _says(self, pattern: str) -> str | None:
        return None if pattern == "?" else pattern.format_map(self.values)

    def headline(self, wording: int) -> str:
        """Return the headline that goes with a wording."""
        return str(self.domain["headlines"][wording]).format_map(self.values)

    def claims(self, wording: int, origin: str) -> tuple[Line, ...]:
        """Return the lines of a wording without the quotation."""
        return self.lines(wording, origin)[:_FACTS]


class Press:
    """Prints documents one after the other and keeps the truth about them."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.terms = vocabulary()
        self.agency: str = rng.choice(self.terms["agencies"])
        self._fillers: list[str] = rng.sample(self.terms["fillers"], len(self.terms["fillers"]))
        self._outlets: list[str] = rng.sample(self.terms["outlets"], len(self.terms["outlets"]))
        self._now = datetime(2026, 1, 5, 6, tzinfo=UTC) + timedelta(days=rng.randrange(120))
        self._articles: list[Article] = []
        self._appearances: dict[str, list[Appearance]] = {}
        self._claims: dict[str, str] = {}
        self.derivations: list[Derivation] = []
        self.drifts: list[Drift] = []
        self.sentences: list[Sentence] = []
        self.chains: list[Chain] = []
        self.rings: set[frozenset[str]] = set()
        self.lookalikes: list[tuple[str, str]] = []

    def outlet(self) -> str:
        """Return an outlet that has not had its turn for longest."""
        self._outlets.append(self._outlets.pop(0))
        return self._outlets[-1]

    def background(self, count: int) -> tuple[Line, ...]:
        """Return sentences that have nothing to do with any event of the world."""
        return tuple(Line(sentence(self.rng)) for _ in range(count))

    def scenery(self, count: int) -> tuple[Line, ...]:
        """Return sentences that state nothing worth checking, as long as there are fresh ones."""
        taken, self._fillers = self._fillers[:count], self._fillers[count:]
        return tuple(Line(text) for text in taken)

    def credit(self, outlet: str, address: str = "") -> Line:
        """Return a sentence that credits an outlet, with a hyperlink if there is an address."""
        name = f"[{outlet}]({address})" if address else outlet
        return Line(self.rng.choice(self.terms["credits"]).format(outlet=name))

    def event(self, domain: Mapping[str, Any], suffix: str = "") -> Event:
        """Return an event of that kind with fresh values."""
        person, other = self.rng.sample(self.terms["people"], 2)
        values = {slot: self.rng.randint(*domain[slot]) for slot in "abc" if slot in domain}
        values |= {"place": self.rng.choice(self.terms["places"]), "person": person, "other": other}
        values |= {"day": self.rng.choice(self.terms["days"])}
        return Event(f"{domain.get('name', 'leak')}{suffix}", domain, values)

    def skip(self, days: int) -> None:
        """Let time go by."""
        self._now += timedelta(days=days)

    def address(self, document: str) -> str:
        """Return the root-relative address of a document."""
        return next(article.path for article in self._articles if article.id == document)

    def publish(self, event: Event, outlet: str, title: str, lines: Sequence[Line]) -> Page:
        """Print a page; its id is in its address."""
        self._now += timedelta(minutes=self.rng.randint(11, 170))
        identity = f"{event.name}-{sum(a.id.startswith(event.name) for a in self._articles) + 1}"
        related = [(name, f"/{host(outlet)}/{n}") for n, name in enumerate(self._sidebars(), 1)]
        if self.lookalikes:
            other = self.lookalikes[-1][0]
            related.insert(0, ("A similar case", self.address(other)))
        page = Page(
            outlet=outlet,
            host=host(outlet),
            path=f"/{self._now:%Y/%m/%d}/{identity}",
            title=title,
            published=self._now.isoformat(timespec="seconds"),
            paragraphs=self._paragraphs(lines),
            author=self.rng.choice(("", *self.terms["authors"])),
            section=event.domain["section"],
            related=tuple(related),
            comments=tuple((a, b) for a, b in self.rng.sample(self.terms["readers"], 2)),
        )
        layout = "wire" if outlet == self.agency else self.rng.choice(_LAYOUTS)
        self._keep(identity, page, render(page, layout), lines)
        return page

    def paste(self, page: Page, upstream: str, lines: Sequence[Line]) -> None:
        """Keep a page's text as somebody pasted it: no outlet, no date, no address of its own."""
        identity = f"{upstream}-pasted"
        uri = f"https://inbox.example/{identity}.txt"
        media_type = "text/plain; charset=utf-8"
        self._articles.append(Article(identity, uri, None, None, media_type, plain(page)))
        self._state(identity, lines)
        self.derive(identity, upstream, "original")

    def derive(self, downstream: str, upstream: str, kind: str) -> None:
        """Keep that one document comes from another."""
        self.derivations.append(Derivation(downstream, upstream, kind))

    def world(self) -> World:
        """Return all that was printed, and the truth."""
        stories = tuple(
            Story(identity, self._claims[identity], _CELL, tuple(appearances))
            for identity, appearances in self._appearances.items()
        )
        truth = Truth(
            stories=stories,
            derivations=tuple(self.derivations),
            rings=frozenset(self.rings),
            drifts=(*self.drifts, *self._lost()),
            sentences=tuple(self.sentences),
            chains=tuple(self.chains),
            lookalikes=tuple(self.lookalikes),
        )
        return World(tuple(self._articles), truth)

    def _lost(self) -> Iterator[Drift]:
        """Yield where a text no longer says who says what the text before it ascribed."""
        says = {(each.document, each.fragment): each.says for each in self.chains}
        places: dict[str, dict[str, Appearance]] = defaultdict(dict)
        for story, appearances in self._appearances.items():
            for each in appearances:
                places[each.document][story] = each
        for edge in self.derivations:
            above = places[edge.upstream]
            for story, after in places[edge.downstream].items():
                before = above.get(story)
                if before is None or not says.get((edge.upstream, before.fragment)):
                    continue
                if says.get((edge.downstream, after.fragment)) == "":
                    yield Drift(
                        edge.downstream,
                        edge.upstream,
                        "attribution lost",
                        before.fragment,
                        after.fragment,
                    )

    def _sidebars(self) -> list[str]:
        return self.rng.sample(self.terms["sidebars"], 2)

    def _paragraphs(self, lines: Sequence[Line]) -> tuple[str, ...]:
        texts = [line.text for line in lines]
        return tuple(" ".join(texts[n : n + 2]) for n in range(0, len(texts), 2))

    def _keep(self, identity: str, page: Page, body: bytes, lines: Sequence[Line]) -> None:
        uri = f"https://{page.host}{page.path}"
        media_type = "text/html; charset=utf-8"
        self._articles.append(Article(identity, uri, page.outlet, page.published, media_type, body))
        self._state(identity, lines)

    def _state(self, identity: str, lines: Sequence[Line]) -> None:
        for line in lines:
            if line.says is not None:
                self.chains.append(Chain(identity, line.fragment, line.says))
            if line.story:
                self._claims.setdefault(line.story, line.text)
                self._appearances.setdefault(line.story, []).append(
                    Appearance(identity, line.fragment, line.origin, line.stance, line.modality)
                )
