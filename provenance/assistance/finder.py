"""A language model as a finder: what it marked, as statements and chains.

What a statement says of amounts, places and times, and what kind of source its words speak of,
is read by whoever is given as ``reader``: a model is asked for places in a text alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from provenance.assistance.asking import Answered, Endpoint, Kept
from provenance.assistance.binding import Bound, bind
from provenance.model import Document, Refusal
from provenance.model.reading import LANGUAGE_MODEL, Chain, Found, Reading
from provenance.model.record import Value

VERSION = "1"
RULE = "marked by a language model"


class Reader(Protocol):
    """Reads what the rules can read of a statement whose place is known."""

    def details(self, document: Document, bound: Bound) -> Mapping[str, Any]:
        """Return the amounts, places, times and the like of a statement, by field of Found."""
        ...

    def chains(
        self, document: Document, outlet: str | None, bound: Sequence[Bound]
    ) -> tuple[Chain, ...]:
        """Return the chain behind each statement, with the source that was marked."""
        ...


class Marked(Value):
    """What a model marked in a text, and what was refused of its answers."""

    bound: tuple[Bound, ...]
    refused: tuple[Refusal, ...]


class LanguageModel:
    """A finder that asks a language model, passage by passage."""

    def __init__(self, endpoint: Endpoint, reader: Reader) -> None:
        """Ask an endpoint; nothing is asked before a document is read."""
        self._endpoint = endpoint
        self._reader = reader

    @property
    def name(self) -> str:
        """What it is, and in which version."""
        return named(self._endpoint.asking.model)

    def read(self, document: Document, outlet: str | None) -> Reading:
        """Return what the model marks in a document; nothing where it does not answer."""
        answered = self._endpoint.ask(document.text)
        return self.reading(document, outlet, marked(answered, document.text).bound)

    def ask(self, document: Document, kept: Kept) -> Answered:
        """Return what is answered about a document; kept answers are not asked for again."""
        return self._endpoint.ask(document.text, kept)

    def reading(self, document: Document, outlet: str | None, bound: Sequence[Bound]) -> Reading:
        """Return statements that were marked, with the chain behind each."""
        found = tuple(
            Found(
                type=each.type,
                modality=each.modality,
                cue=each.cue,
                rule=RULE,
                selector=each.selector,
                wording=each.selector.exact,
                **self._reader.details(document, each),
            )
            for each in bound
        )
        return found, self._reader.chains(document, outlet, bound)


def named(model: str) -> str:
    """Return the name under which appearances show a model."""
    return f"{LANGUAGE_MODEL}{model} (marks {VERSION})"


def marked(answered: Answered, text: str) -> Marked:
    """Return what stands in a text of what was answered about its passages."""
    bound: list[Bound] = []
    refused: dict[str, int] = {}
    for passage in answered.answered:
        found = bind(passage.reply.content or "", text, passage.span)
        bound.extend(found.bound)
        for each in found.refused:
            refused[each.reason] = refused.get(each.reason, 0) + each.count
    return Marked(
        bound=tuple(bound),
        refused=tuple(Refusal(reason=each, count=refused[each]) for each in sorted(refused)),
    )
