"""Trace the lineage of texts: few at once, very many by groups; and make their index keys."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance.lineage.credits import outlet_key
from provenance.lineage.derive import proposed
from provenance.lineage.groups import Many, Spread
from provenance.lineage.keys import Keys, keys
from provenance.lineage.light import Light
from provenance.lineage.reading import Reading
from provenance.lineage.texts import Proposed, Text

MANY = 500  # texts from which on groups of them are judged apart


class Traced(NamedTuple):
    """What was found out about documents: what is proposed, and their keys for an index."""

    proposals: tuple[Proposed, ...]
    keys: Mapping[str, Keys]  # by document


def trace(
    texts: Sequence[Text],
    outlets: frozenset[str] = frozenset(),
    spread: Spread = map,
    *,
    many: int = MANY,
) -> Traced:
    """Return the proposals for a set of documents, the same for any order of input, and keys.

    ``outlets`` are names of captured outlets beside those of the documents. Of ``many`` texts
    and more each is read for what tells its group, and each group is judged apart.
    """
    if not texts:
        return Traced((), {})
    ordered = sorted(texts, key=lambda text: text.order)
    folded = frozenset(map(outlet_key, outlets))
    if len(ordered) >= many:
        of_many = Many(ordered, folded, spread)
        return Traced(of_many.proposed(), Kept(ordered, of_many.lights))
    readings = [Reading(text) for text in ordered]
    return Traced(
        proposed(readings, folded), {reading.text.id: keys(reading) for reading in readings}
    )


class Kept(Mapping[str, Keys]):
    """The keys of very many documents, as small as they come."""

    def __init__(self, texts: Sequence[Text], lights: Sequence[Light]) -> None:
        """Take the texts and what was read of them, batch by batch."""
        self._lights = [(each.runs, each.told) for each in lights]
        places = ((batch, at) for batch, each in enumerate(lights) for at in range(len(each.told)))
        self._at = {text.id: place for text, place in zip(texts, places, strict=True)}

    def __getitem__(self, document: str) -> Keys:
        """Return the keys of a document by kind."""
        batch, at = self._at[document]
        runs, told = self._lights[batch]
        start = int(runs.counts[:at].sum())
        return {"run": set(runs.values[start : start + runs.counts[at]].tolist()), **told[at]}

    def __iter__(self) -> Iterator[str]:
        """Go through the documents."""
        return iter(self._at)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._at)
