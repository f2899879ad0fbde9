"""What new texts change in the lineage of others, found without judging these anew.

A tie rests on the two texts of it, and on which others there are: a text keeps the upstream that
explains it best, a credit goes to one text of an outlet, and a circle of undirected ties loses
one. So where texts come, the ties of those that hang together with them are decided anew; of very
many of these those that turn out to be tied to a new one (the ``core``). All else stays. What two
old texts rest on is not judged again: it was, and what was left out then does not come back.

``near`` are the texts to which new ones may be tied (``keys.related``). Left out: bounds on how
many texts a key leads to, which depend on how many there are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from provenance.lineage.credits import outlet_key
from provenance.lineage.derive import Said, in_order, kept, sharing
from provenance.lineage.direction import Direction, originals
from provenance.lineage.keys import Keys, keys
from provenance.lineage.reading import Reading
from provenance.lineage.resting import KINDS, resting, translated
from provenance.lineage.shared import Shared, meeting
from provenance.lineage.texts import Proposed, Text, Tie
from provenance.model import DerivationKind

Held = Mapping[frozenset[str], Tie]  # by the documents of both ends


class Added:
    """New texts beside those to which they may be tied; each text is read once."""

    def __init__(
        self, new: Sequence[Text], near: Iterable[Text], outlets: frozenset[str] = frozenset()
    ) -> None:
        """Find out which texts are tied to a new one; ``outlets`` are names of captured ones."""
        self._new = frozenset(text.id for text in new)
        self._outlets = frozenset(map(outlet_key, outlets))
        self._readings: dict[str, Reading] = {}
        found = self._proposed([*new, *near], self._new, {})
        ends = [{each.downstream, each.upstream} for each in found]
        tied = {end for pair in ends if not self._new.isdisjoint(pair) for end in pair if end}
        self.core = self._new | tied

    def keys(self) -> Mapping[str, Keys]:
        """Return the keys of the new texts for an index."""
        return {of: keys(self._readings[of]) for of in sorted(self._new)}

    def proposed(
        self, texts: Iterable[Text], ties: Iterable[Tie], decided: Collection[str]
    ) -> tuple[Proposed, ...]:
        """Return what is proposed of the texts to be ``decided``, and of ties between others.

        ``texts`` are those, all that are tied to one of them, and those by whose ties some of
        them hang together; ``ties`` are what was proposed between them before.
        """
        held = {frozenset((e.downstream, e.upstream)): e for e in ties if e.upstream is not None}
        return self._proposed(texts, decided, held)

    def _proposed(
        self, texts: Iterable[Text], core: Collection[str], held: Held
    ) -> tuple[Proposed, ...]:
        ordered = sorted(texts, key=lambda text: text.order)
        readings = [self._read(text) for text in ordered]
        place = {text.id: number for number, text in enumerate(ordered)}
        pairs = meeting(readings, ends={place[each] for each in core})
        for ends in held:
            one, other = sorted(place[each] for each in ends) if len(ends) > 1 else (0, 0)
            if one != other:
                pairs.add((one, other))
        met = sharing(readings, pairs, lambda one, other: self._otherwise(one, other, held))
        said = Said(readings, self._outlets)
        direction = Direction(said.pairs, originals(met))
        found = [each for each in met if self._is_told(each, core, held, direction)]
        return in_order([*kept(found, said.pairs), *said.named])

    def _read(self, text: Text) -> Reading:
        known = self._readings.get(text.id)
        if known is None:
            known = self._readings[text.id] = Reading(text)
        return known

    def _otherwise(self, one: Reading, other: Reading, held: Held) -> Shared | None:
        """Return what ties two texts that share no words: of two old ones what is held."""
        if not self._new.isdisjoint((one.text.id, other.text.id)):
            return resting(one, other)
        tie = held.get(frozenset((one.text.id, other.text.id)))
        if tie is None:
            return None
        if tie.type is DerivationKind.TRANSLATION:
            return translated(one, other)
        down, up = (one, other) if tie.downstream == one.text.id else (other, one)
        for each in tie.evidence:
            if each.rule in KINDS:
                words = each.downstream_words, each.upstream_words
                return Shared(
                    down, up, KINDS[each.rule], each.rule, each.sentence, *words, rests=True
                )
        return None

    def _is_told(
        self, shared: Shared, core: Collection[str], held: Held, direction: Direction
    ) -> bool:
        """Return whether it can be told here what becomes of a pair.

        What a text outside the core has further upstream is not known here, so that of its ties
        those to new texts are looked at, and those that were held before.
        """
        down, up, directed = direction.of(shared)
        ends = frozenset((down.text.id, up.text.id))
        if ends in held or not self._new.isdisjoint(ends):
            return True
        return down.text.id in core or (not directed and up.text.id in core)
