"""What a finder makes of a text, and the protocol that every finder satisfies.

A finder reads one document and gives the statements that stand in it, each on an exact quote,
with the chain behind each. Rules, a pipeline and a language model are finders alike; which one
reads is the desk's choice, and each appearance names the one that found it. A finder never
grades, and says nothing of whether a statement is so.

None of this is kept: appearances and attributions are made from it.
"""

from typing import Final, Protocol

from provenance.model.attribution import AttributionStatus, AttributionStep, StepDetail
from provenance.model.claim import (
    ClaimKind,
    Entity,
    Level,
    Modality,
    Quantity,
    Selector,
    Span,
    When,
    Worth,
)
from provenance.model.evidence import Document
from provenance.model.record import Value

MOST: Final = 60_000  # statements of one text that are kept: what stands behind them is not read


class Found(Value):
    """One statement worth keeping, where it stands and what kind it is.

    What has a default is None where the finder does not look for it.
    """

    type: ClaimKind
    modality: Modality
    cue: str  # the words that show the modality
    rule: str  # the named rule that made it a claim of that kind
    selector: Selector
    wording: str  # the proposition as a sentence
    quantities: tuple[Quantity, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    entities: tuple[Entity, ...] | None = None
    dates: tuple[When, ...] | None = None
    level: Level | None = None
    worth: Worth | None = None


class Chain(Value):
    """Who is behind one statement. What has a default is None where nobody looked for it."""

    status: AttributionStatus
    steps: tuple[AttributionStep, ...]
    rule: str
    details: tuple[StepDetail, ...] | None = None
    content: tuple[Span, ...] | None = None


Reading = tuple[tuple[Found, ...], tuple[Chain, ...]]
"""The statements of a text in order, and the chain behind each."""


LANGUAGE_MODEL = "language model "
"""With this begins the name of a finder that reads beside the others, and not instead of them."""


def by_model(finder: str) -> bool:
    """Return whether a finder's name is that of a language model."""
    return finder.startswith(LANGUAGE_MODEL)


class Finder(Protocol):
    """Reads the text of a document."""

    @property
    def name(self) -> str:
        """What it is and in which version, as appearances name it."""
        ...

    def read(self, document: Document, outlet: str | None) -> Reading:
        """Return the statements of a document of an outlet, and the chain behind each."""
        ...
