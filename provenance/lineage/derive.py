"""Propose how each document comes from another, with the words that show it.

A pair of documents gets one proposal: the strongest kind, with all that speaks for it.
Where many documents share one text, a document keeps the upstream that explains it best (of
several that explain it about as well, the one published first), and a further one only for
what that leaves unexplained.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from provenance.canonical import content_key
from provenance.clock import before, dated_key
from provenance.lineage import credits as crediting
from provenance.lineage.corrections import (
    denies,
    in_its_place,
    is_correction,
    is_refutation,
    original,
    takes_back,
)
from provenance.lineage.credits import address_key, outlet_key
from provenance.lineage.denied import answers
from provenance.lineage.direction import Direction, clue, originals, settled
from provenance.lineage.notices import its_own, taken_back
from provenance.lineage.reading import Reading
from provenance.lineage.resting import resting, translated
from provenance.lineage.shared import QUOTED, Shared, shared_text, shares_text
from provenance.lineage.spoken import spoken
from provenance.lineage.texts import Proposed, Text
from provenance.model import DerivationKind, Evidence

_RANK = (
    DerivationKind.ORIGINAL,
    DerivationKind.CORRECTION,
    DerivationKind.COPY,
    DerivationKind.TRANSLATION,
    DerivationKind.REWRITE,
    DerivationKind.QUOTATION,
    DerivationKind.CITATION,
    DerivationKind.SAME_PRIMARY,
    DerivationKind.SAME_STATEMENT,
    DerivationKind.SAME_UNNAMED,
    DerivationKind.SAME_OWNER,
)
# Kinds of which the best explanation is enough; statements that copies share say nothing more.
_TEXTUAL = frozenset({DerivationKind.COPY, DerivationKind.REWRITE})
UNEXPLAINED = 25  # percent of a text that a further upstream must explain
NEARLY = 85  # percent of the best explanation: of those, the text published first


@dataclass
class Pair:
    """All that ties a document to one further up; the first of the two is downstream."""

    downstream: Reading
    upstream: Reading
    directed: bool
    types: list[DerivationKind] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


Pairs = dict[tuple[str, str], Pair]  # by documents, the one downstream first
Candidates = Iterable[tuple[int, int]]  # texts that may share running text, by their places
Rests = Callable[[Reading, Reading], Shared | None]


def derive(texts: Sequence[Text], outlets: frozenset[str] = frozenset()) -> tuple[Proposed, ...]:
    """Return the proposals for a set of documents, the same for any order of input.

    ``outlets`` are names of captured outlets beside those of the documents.
    """
    readings = [Reading(text) for text in sorted(texts, key=lambda text: text.order)]
    return proposed(readings, frozenset(map(outlet_key, outlets)))


def proposed(readings: Sequence[Reading], outlets: frozenset[str]) -> tuple[Proposed, ...]:
    """Return the proposals for documents that come ordered by content."""
    said = Said(readings, outlets)
    return in_order([*tied(readings, said.pairs), *said.named])


def in_order(proposals: Iterable[Proposed]) -> tuple[Proposed, ...]:
    """Return proposals in the order that their content gives."""
    return tuple(sorted(proposals, key=lambda each: (each.key, each.downstream)))


def tied(
    readings: Sequence[Reading], pairs: Pairs, candidates: Candidates | None = None
) -> list[Proposed]:
    """Return the proposals for pairs that are named in texts, and for those that share words.

    Where no candidates are given, all pairs are looked for.
    """
    return kept(sharing(readings, candidates), pairs)


def sharing(
    readings: Sequence[Reading], candidates: Candidates | None = None, otherwise: Rests = resting
) -> list[Shared]:
    """Return the pairs that share words, and those of which ``otherwise`` says what they share."""
    shared = shared_text(readings, candidates, otherwise)
    met = [translated(each.one, each.other) or each for each in shared if not _answers(each)]
    return [*met, *spoken(readings, [each for each in met if not each.rests])]


def kept(found: Sequence[Shared], pairs: Pairs) -> list[Proposed]:
    """Return the proposals for pairs that texts name, and for what is worth it of what is shared.

    A pair in a circle of undirected ties is left out where the others hold it together.
    """
    direction = Direction(pairs, originals(found))
    for each in _explained(settled(found, direction.pages), direction):
        crossed = _crossed(each, pairs, direction)
        pair = _directed(each, pairs, direction)
        if crossed:
            pair.evidence.append(each.evidence(pair.downstream))
            continue
        pasted = direction.is_original(pair.downstream, pair.upstream)
        pair.types.append(DerivationKind.ORIGINAL if pasted else _kind(each, pair.downstream))
        pair.evidence.insert(0, each.evidence(pair.downstream))
    return [proposal(pair) for pair in pairs.values() if pair.types]


def _answers(shared: Shared) -> bool:
    """Return whether one text denies what the other says, in words that it takes from it."""
    one, other = shared.one.text, shared.other.text
    return shared.type is DerivationKind.REWRITE and (denies(one, other) or denies(other, one))


class Said:
    """What texts and collectors say themselves: addresses, links and credits."""

    def __init__(self, readings: Sequence[Reading], outlets: frozenset[str]) -> None:
        self.pairs: dict[tuple[str, str], Pair] = {}
        self.named: list[Proposed] = []
        self._at: dict[str, list[Reading]] = defaultdict(list)
        self._of: dict[str, list[Reading]] = defaultdict(list)
        self._credited: dict[str, set[str]] = {}
        for reading in readings:
            self._at[address_key(reading.text.uri)].append(reading)
            if reading.text.outlet:
                self._of[outlet_key(reading.text.outlet)].append(reading)
        for reading in readings:
            self._addresses(reading)
        self._credits(readings, outlets | frozenset(self._of))

    def _addresses(self, reading: Reading) -> None:
        text = reading.text
        for page in self._at.get(address_key(text.said_uri), ()) if text.said_uri else ():
            if page is not reading:
                self._add(reading, page, DerivationKind.ORIGINAL, original(text, page.text))
        for page in self._at[address_key(text.uri)] if is_correction(text) else ():
            if takes_back(text, page.text):
                self._add(reading, page, DerivationKind.CORRECTION, in_its_place(text))
        for page in self._of[outlet_key(text.outlet)] if text.outlet and taken_back(text) else ():
            if (taking := its_own(text, page.text)) is not None:
                self._add(reading, page, DerivationKind.CORRECTION, taking)
        for link in text.links:
            pages = self._at.get(address_key(link.uri), ()) if link.start is not None else ()
            target = next((p for p in pages if p.text.digest != text.digest), None)
            if target is not None:
                corrects = is_correction(text) and _same_outlet(text, target.text)
                kind = DerivationKind.CORRECTION if corrects else DerivationKind.CITATION
                self._add(reading, target, kind, crediting.linked(text, link))

    def _credits(self, readings: Sequence[Reading], outlets: frozenset[str]) -> None:
        found = self.found(readings, outlets)
        self._credited = {
            document: {outlet_key(credit.name) for credit in given}
            for document, given in found.items()
        }
        for reading in readings:
            for credit in found[reading.text.id]:
                up = self.meant(reading, credit)
                if up is None:
                    self.named.append(_named(reading.text, credit))
                    continue
                evidence = credit.evidence(captured=True)
                self._add(reading, up, DerivationKind.CITATION, evidence)

    def found(
        self, readings: Sequence[Reading], _outlets: frozenset[str]
    ) -> Mapping[str, Sequence[crediting.Credit]]:
        """Return the credits of each document."""
        return {each.text.id: tuple(crediting.find_credits(each, _outlets)) for each in readings}

    def meant(self, reading: Reading, credit: crediting.Credit) -> Reading | None:
        """Return the captured text that a credit speaks of, where there is one."""
        of = self._of.get(outlet_key(credit.name), ())
        known = [each for each in of if self.may_know(reading, each)]
        return crediting.credited(credit, reading, known)

    def about(self, reading: Reading, outlet: str) -> Sequence[Reading]:
        """Return the texts of an outlet that are about the same as a text."""
        return [each for each in self._of.get(outlet, ()) if crediting.is_about(reading, each)]

    def may_know(self, reading: Reading, other: Reading) -> bool:
        """Return whether a text can have something from another: one that is not later.

        Where the two share running text, or credit each other in a circle, the dates are what is
        in doubt: pages are dated anew, and texts that stand behind a ring are not captured.
        """
        if before(reading.text.date, other.text.date) is not True or shares_text(reading, other):
            return True
        own, waiting, seen = reading.text.outlet, [other], {other.text.id}
        while own and waiting:
            credited = self._credited[waiting.pop().text.id]
            if outlet_key(own) in credited:
                return True
            near = [each for name in sorted(credited) for each in self.about(reading, name)]
            fresh = [each for each in near if each.text.id not in seen]
            seen.update(each.text.id for each in fresh)
            waiting.extend(fresh)
        return False

    def _add(self, down: Reading, up: Reading, kind: DerivationKind, evidence: Evidence) -> None:
        key = (down.text.id, up.text.id)
        pair = self.pairs.setdefault(key, Pair(down, up, directed=True))
        pair.types.append(kind)
        pair.evidence.append(evidence)


def _named(text: Text, credit: crediting.Credit) -> Proposed:
    kind = DerivationKind.CITATION
    return Proposed(
        downstream=text.id,
        upstream=None,
        upstream_name=credit.name,
        type=kind,
        directed=True,
        evidence=(credit.evidence(captured=False),),
        key=content_key("derivation", kind, text.digest, "", outlet_key(credit.name)),
    )


def _explained(shared: list[Shared], direction: Direction) -> list[Shared]:
    """Return what is worth proposing: for each text its best upstream, then what that leaves."""
    most: dict[str, int] = defaultdict(int)
    for item in shared:
        down, _, _ = direction.of(item)
        most[down.text.id] = max(most[down.text.id], len(item.common))

    def rank(item: Shared) -> tuple[object, ...]:
        down, up, _ = direction.of(item)
        credited = direction.is_said(down, up)
        near = 100 * len(item.common) >= NEARLY * most[down.text.id]
        return (
            not credited,
            not near,
            0 if near else -len(item.common),
            dated_key(up.text.date),
            up.text.order,
            down.text.order,
        )

    kept: list[Shared] = []
    covered: dict[str, set[int]] = defaultdict(set)
    joined: dict[str, str] = {}
    for item in sorted(
        shared, key=lambda item: (item.rests, item.type not in _TEXTUAL, rank(item))
    ):
        down, up, directed = direction.of(item)
        if item.type is DerivationKind.QUOTATION and item.rule == QUOTED:
            kept.append(item)
            continue
        if directed and item.type in _TEXTUAL:
            new = item.common - covered.get(down.text.id, set())
            little = 100 * len(new) < UNEXPLAINED * max(1, down.size)
            if little and down.text.id in covered:
                continue
            covered[down.text.id] |= item.common
        elif _root(joined, down.text.id) == _root(joined, up.text.id):
            continue
        joined[_root(joined, down.text.id)] = _root(joined, up.text.id)
        kept.append(item)
    return kept


def _root(joined: dict[str, str], item: str) -> str:
    while (above := joined.get(item, item)) != item:
        joined[item] = joined.get(above, above)  # ten thousand copies hang on one another
        item = above
    return item


def _crossed(shared: Shared, pairs: Pairs, direction: Direction) -> bool:
    """Return whether each text credits the other and nothing else tells who copied whom."""
    down, up, directed = direction.of(shared)
    ends = (down.text.id, up.text.id)
    return not directed and ends in pairs and ends[::-1] in pairs


def _directed(shared: Shared, pairs: dict[tuple[str, str], Pair], direction: Direction) -> Pair:
    down, up, directed = direction.of(shared)
    key = (down.text.id, up.text.id)
    if key not in pairs and key[::-1] in pairs and not directed:
        key = key[::-1]
    pair = pairs.setdefault(key, Pair(down, up, directed))
    evidence = clue(down, up) if directed else None
    if evidence is not None:
        pair.evidence.append(evidence)
    return pair


def _kind(shared: Shared, downstream: Reading) -> DerivationKind:
    if shared.type not in _TEXTUAL:
        return shared.type
    upstream = shared.other if downstream is shared.one else shared.one
    if is_correction(downstream.text) and _same_outlet(downstream.text, upstream.text):
        return DerivationKind.CORRECTION
    if shared.percent < 70 and is_refutation(downstream.text):
        return DerivationKind.QUOTATION
    if answers(downstream, upstream):
        return DerivationKind.QUOTATION
    return shared.type


def _same_outlet(one: Text, other: Text) -> bool:
    if one.outlet and other.outlet:
        return outlet_key(one.outlet) == outlet_key(other.outlet)
    return one.domain is not None and one.domain == other.domain


def proposal(pair: Pair) -> Proposed:
    """Return what is proposed of a pair, with all that speaks for it."""
    kind = min(pair.types, key=_RANK.index)
    down, up = pair.downstream.text, pair.upstream.text
    ends = (down.digest, up.digest)
    if not pair.directed:
        (down, up) = sorted((down, up), key=lambda text: text.order)
        ends = (down.digest, up.digest)
    evidence = tuple(dict.fromkeys(pair.evidence))
    if not pair.directed and down is not pair.downstream.text:
        evidence = tuple(_turned(item) for item in evidence)
    return Proposed(
        downstream=down.id,
        upstream=up.id,
        upstream_name=None,
        type=kind,
        directed=pair.directed,
        evidence=evidence,
        key=content_key("derivation", kind, *ends),
    )


def _turned(evidence: Evidence) -> Evidence:
    return evidence.model_copy(
        update={
            "downstream_words": evidence.upstream_words,
            "upstream_words": evidence.downstream_words,
        }
    )
