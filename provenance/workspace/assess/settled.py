"""What people decided about two texts, so that nothing they refused is proposed again.

A decision is about texts and not about records: it holds for the same text captured again, for
another reading of what stands at its address (``workspace.readings``), and under whatever kind
or key later rules would propose it. Where a person refused what was proposed between two texts,
nothing is proposed between them, either way, as long as they share no more words than then;
where one confirmed that a text comes from another, no other way by which its words may have come
from it. A decision that was undone, or decided otherwise later, is none.

A text that was captured again stays tied to its first capture, so that it adds no origin where
what would tie it to a third text was refused.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance.canonical import content_key
from provenance.lineage import Proposed
from provenance.lineage.credits import outlet_key
from provenance.model import Derivation, DerivationKind, Document, Evidence, State
from provenance.workspace.core import Workspace
from provenance.workspace.readings import one_text, runs

SAME_TEXT = Evidence(rule="same text", sentence="Both texts are the same, word for word.")
SAME_ADDRESS = Evidence(
    rule="same text",
    sentence="Both texts were captured at the same address, and share most of their words.",
)
FEW = 5  # of the words that two texts share, less than one in so many are new


class _End(NamedTuple):
    """A text at the end of a tie, or what is only named: its name stands for all of it."""

    id: str
    digest: str
    uri: str = ""
    payload: str = ""


class Settled:
    """The pairs of texts about which a person decided."""

    def __init__(self, workspace: Workspace, documents: Mapping[str, Document]) -> None:
        """Read all decisions; ``documents`` are those of the proposals."""
        store = workspace.store
        decided = store.current(Derivation, state=[State.CONFIRMED, State.REFUSED])
        ends = {each for tie in decided for each in (tie.downstream, tie.upstream) if each}
        known = store.cells(Document, *_FIELDS, id=ends) if ends else []
        self._store, self._documents = store, dict(documents)
        self._ends = {each[0]: _End(*each) for each in known}
        for each in documents.values():
            self._ends[each.id] = _End(*(getattr(each, name) for name in _FIELDS))
        self._decided = {(each.key, each.downstream, each.upstream) for each in decided}
        refused = [each for each in decided if each.state is State.REFUSED]
        self._confirmed = {self._way(e) for e in decided if e.state is State.CONFIRMED}
        self._refused = {frozenset(self._pair(each)): each for each in refused}
        self._like: dict[str, list[_End]] = defaultdict(list)
        for end in {each for tie in refused for each in self._pair(tie)}:
            for by in {end.digest, end.uri, end.payload} - {""}:
                self._like[by].append(end)

    def unanswered(self, proposals: Sequence[Proposed]) -> Iterator[Proposed]:
        """Yield the proposals on which no person has decided under another key."""
        if not self._decided:
            yield from proposals
            return
        tied = {(each.downstream, each.upstream) for each in proposals}
        for proposal in proposals:
            if (proposal.key, proposal.downstream, proposal.upstream) in self._decided:
                yield proposal  # that very one: it stays as it was decided
            elif refused := self._answer(proposal):
                for again in self._again(proposal, refused):
                    ends = (again.downstream, again.upstream or "")
                    if tied.isdisjoint((ends, ends[::-1])):
                        tied.add(ends)
                        yield again
            elif self._way(proposal) not in self._confirmed:
                yield proposal

    def _pair(self, tie: Derivation | Proposed) -> tuple[_End, _End]:
        """Return what stands at both ends."""
        down = self._ends.get(tie.downstream, _End(tie.downstream, tie.downstream))
        if tie.upstream is None:
            name = f"name:{outlet_key(tie.upstream_name or '')}"
            return down, _End(name, name)
        return down, self._ends.get(tie.upstream, _End(tie.upstream, tie.upstream))

    def _way(self, tie: Derivation | Proposed) -> tuple[str, frozenset[str]]:
        """Return between which texts, and by which kind, one is said to come from the other."""
        down, up = (f"{each.digest} {each.uri}" for each in self._pair(tie))
        if tie.type.textual:
            return "text", frozenset((down, up))
        return f"{tie.type} of {down}", frozenset((down, up))

    def _answer(self, proposal: Proposed) -> tuple[_End, _End] | None:
        """Return the texts about which a person said no to what is proposed, as it is ordered."""
        down, up = self._pair(proposal)
        for one in self._readings(down):
            for other in self._readings(up):
                if (
                    frozenset((one, other)) in self._refused
                    and _distinct((down, up), (one, other))
                    and not self._shares_more((down, up), (one, other))
                ):
                    return one, other
        return None

    def _readings(self, end: _End) -> list[_End]:
        """Return the texts with refused ties of which one is a reading, itself included."""
        found = {e for by in (end.digest, end.uri, end.payload) for e in self._like.get(by, ())}
        read = [e for e in found if e.digest == end.digest or self._is_reading(e, end)]
        return sorted(read, key=lambda e: (e.id != end.id, e.digest != end.digest, e.id))

    def _is_reading(self, one: _End, other: _End) -> bool:
        return one_text(self._text(one), self._text(other))

    def _text(self, end: _End) -> Document:
        if end.id not in self._documents:
            found = self._store.get(Document, end.id)
            if found is None:
                raise AssertionError("a text whose address is known is kept")
            self._documents[end.id] = found
        return self._documents[end.id]

    def _shares_more(self, now: tuple[_End, _End], then: tuple[_End, _End]) -> bool:
        """Return whether two texts share words that those of a decision did not."""
        if all(one.digest == other.digest for one, other in zip(now, then, strict=True)):
            return False
        if not now[1].uri:
            return False
        shared, known = (
            runs(self._text(one).text) & runs(self._text(other).text) for one, other in (now, then)
        )
        return FEW * len(shared - known) > len(shared)

    def _again(self, proposal: Proposed, refused: tuple[_End, _End]) -> Iterator[Proposed]:
        """Yield the tie of a text to its first capture, about which the decision was."""
        for end, first in zip(self._pair(proposal), refused, strict=True):
            if end.id == first.id:
                continue
            one, other = sorted((end, first), key=_named)
            yield Proposed(
                downstream=one.id,
                upstream=other.id,
                upstream_name=None,
                type=DerivationKind.COPY,
                directed=False,
                evidence=(SAME_TEXT if one.digest == other.digest else SAME_ADDRESS,),
                key=content_key("derivation", "same text", *_named(one), *_named(other)),
            )


_FIELDS = ("id", "text_digest", "uri", "payload")


def _named(end: _End) -> tuple[str, str, str]:
    return end.digest, end.uri, end.id


def _distinct(now: tuple[_End, _End], then: tuple[_End, _End]) -> bool:
    """Return whether it is told which of two texts is which.

    The same text at two addresses is told apart by these, two readings of one address by nothing
    but their words.
    """
    pairs = list(zip(now, then, strict=True))
    if then[0].digest == then[1].digest:
        return all(one.uri == other.uri for one, other in pairs)
    if then[0].uri and then[0].uri == then[1].uri:
        return all(one.digest == other.digest for one, other in pairs)
    return True
