"""Which texts are one chain to corroboration: those that go back to each other as one can read."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from provenance.model import DerivationKind

# Kinds by which a text as a whole goes back to another one.
WHOLE = frozenset(
    {
        DerivationKind.COPY,
        DerivationKind.REWRITE,
        DerivationKind.CORRECTION,
        DerivationKind.ORIGINAL,
    }
)
Ends = tuple[str, str]  # documents


class Joint(Protocol):
    """What of a tie joins the claims of two documents."""

    @property
    def downstream(self) -> str:
        """The document that goes back to the other."""
        ...

    @property
    def upstream(self) -> str | None:
        """The document it goes back to, where that is captured."""
        ...

    @property
    def type(self) -> DerivationKind:
        """How one comes from the other."""
        ...


def tied_texts(derivations: Iterable[Joint]) -> set[Ends]:
    """Return the pairs of documents of which one goes back to the other, in words one can read.

    A text is tied to what it comes from, and to all that this one comes from as a whole.
    """
    whole: dict[str, list[str]] = defaultdict(list)
    derivations = list(derivations)
    for each in derivations:
        if each.upstream is not None and each.type in WHOLE:
            whole[each.downstream].append(each.upstream)
    tied: set[Ends] = set()
    for each in derivations:
        if each.upstream is None or each.type not in WHOLE | {DerivationKind.CITATION}:
            continue
        seen, waiting = {each.downstream}, [each.upstream]
        while waiting:
            upstream = waiting.pop()
            if upstream not in seen:
                seen.add(upstream)
                tied.add((each.downstream, upstream))
                waiting.extend(whole[upstream] if each.type in WHOLE else ())
    return tied
