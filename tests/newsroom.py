"""An in-memory press world: outlets publish, syndicate, quote, correct and retract.

``Newsroom`` is a fetcher (`provenance.network.Fetcher`) over what was published so far, under
the virtual addresses of the outlets; ``served`` puts the same documents behind a real local
HTTP server. It keeps the derivations that it made, so that a test can ask for the truth. Time
is its own: an hour passes with each document.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from provenance.network import Exchange
from seeds.pages import Page, render
from seeds.serve import served
from seeds.volume import host
from seeds.world import Article, Derivation, Truth, World

_START = "2026-03-02T06:00:00+00:00"
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Publication:
    """A published page and how it is laid out."""

    id: str
    page: Page
    layout: str

    @property
    def uri(self) -> str:
        """Its address at its outlet."""
        return f"https://{self.page.host}{self.page.path}"

    @property
    def path(self) -> str:
        """Its root-relative address when the whole world is served."""
        return f"/{self.page.host}{self.page.path}"

    def article(self) -> Article:
        """Return it as a document of a world."""
        body = render(self.page, self.layout)
        return Article(self.id, self.uri, self.page.outlet, self.page.published, _HTML, body)


class Newsroom:
    """A press world that a test writes as it goes. Ids are p1, p2, … in order of publication."""

    def __init__(self, start: str = _START) -> None:
        self._now = datetime.fromisoformat(start)
        self._publications: dict[str, Publication] = {}
        self._derivations: list[Derivation] = []

    def publish(
        self,
        outlet: str,
        title: str,
        *paragraphs: str,
        author: str = "",
        section: str = "News",
        layout: str = "wire",
    ) -> Publication:
        """Publish a story; ``[words](address)`` in a paragraph is a hyperlink."""
        self._now += timedelta(hours=1)
        identity = f"p{len(self._publications) + 1}"
        page = Page(
            outlet=outlet,
            host=host(outlet),
            path=f"/{self._now:%Y/%m/%d}/{identity}",
            title=title,
            published=self._now.isoformat(timespec="seconds"),
            paragraphs=paragraphs,
            author=author,
            section=section,
        )
        self._publications[identity] = Publication(identity, page, layout)
        return self._publications[identity]

    def syndicate(
        self,
        original: Publication,
        outlet: str,
        *,
        credit: bool = True,
        keep: int | None = None,
        title: str | None = None,
    ) -> Publication:
        """Print another outlet's story, or its first ``keep`` paragraphs, word for word."""
        lines = original.page.paragraphs[:keep]
        if credit:
            lines = (*lines, f"Source: {original.page.outlet}")
        copy = self.publish(outlet, title or original.page.title, *lines)
        return self._derived(copy, original, "copy")

    def quote(
        self, original: Publication, outlet: str, sentence: str, *own: str, link: bool = True
    ) -> Publication:
        """Publish a story that quotes one sentence of another and says from where.

        Raises ValueError if the original does not hold the sentence.
        """
        if not any(sentence in paragraph for paragraph in original.page.paragraphs):
            raise ValueError("the original does not say that")
        name = original.page.outlet
        credited = f"[{name}]({original.path})" if link else name
        lead = f'{credited} wrote: "{sentence}"'
        quoting = self.publish(outlet, f"What {name} wrote", lead, *own)
        return self._derived(quoting, original, "quotation")

    def correct(self, wrong: Publication, old: str, new: str) -> Publication:
        """Publish a correction at the same outlet; the wrong page stays as it is."""
        note = (
            f'Correction: Our article ["{wrong.page.title}"]({wrong.path}) said "{old}".'
            f' It should have said "{new}".'
        )
        title = f"Correction: {wrong.page.title}"
        correction = self.publish(
            wrong.page.outlet, title, note, "We regret the error.", section="Corrections"
        )
        return self._derived(correction, wrong, "correction")

    def retract(self, story: Publication, reason: str) -> Publication:
        """Put a notice in the place of a story: from now on its address leads to the notice."""
        notice = f"This article has been retracted. {reason}"
        titled = replace(story, page=replace(story.page, title=f"Retracted: {story.page.title}"))
        return self.rewrite(titled, notice)

    def rewrite(self, story: Publication, *paragraphs: str) -> Publication:
        """Put other words at the address of a story."""
        page = replace(story.page, paragraphs=paragraphs)
        self._publications[story.id] = replace(story, page=page)
        return self._publications[story.id]

    def world(self) -> World:
        """Return all that stands published now, and the derivations that are known."""
        articles = tuple(publication.article() for publication in self._publications.values())
        return World(articles, Truth(derivations=tuple(self._derivations)))

    def served(self) -> AbstractContextManager[str]:
        """Serve what stands published now over HTTP; the block gets the base address."""
        return served(self.world())

    def fetch(self, uri: str) -> Exchange:
        """Return what an outlet answers at an address now; unknown hosts are not found."""
        world = self.world()
        article = world.at(uri)
        blank = Exchange(requested=uri, uri=uri, outcome="failed")
        if article is None:
            hosts = {publication.page.host for publication in self._publications.values()}
            if not any(f"//{name}/" in f"{uri}/" for name in hosts):
                return replace(blank, reason="the host name was not found")
            return replace(blank, status=404, reason="the server answered 404 Not Found", body=b"")
        return replace(
            blank,
            outcome="complete",
            status=200,
            headers=(("Content-Type", _HTML), ("Content-Length", str(len(article.body)))),
            media_type="text/html",
            charset="utf-8",
            body=article.body,
        )

    def _derived(self, downstream: Publication, upstream: Publication, kind: str) -> Publication:
        self._derivations.append(Derivation(downstream.id, upstream.id, kind))
        return downstream
