"""What people decided about two texts, so that nothing they refused is proposed again.

A decision is about texts and not about records: it holds for the same text captured again, and
under whatever kind or key later rules would propose it. Where a person refused what was proposed
between two texts, nothing is proposed between them, either way; where one confirmed that a text
comes from another, no other way by which its words may have come from it. A decision that was
undone, or decided otherwise later, is none.

A text that was captured again stays tied to its first capture, so that it adds no origin where
what would tie it to a third text was refused.
"""

from collections.abc import Iterable, Iterator, Mapping

from provenance.canonical import content_key
from provenance.lineage import Proposed
from provenance.lineage.credits import outlet_key
from provenance.model import Derivation, DerivationKind, Document, Evidence, State
from provenance.workspace.core import Workspace

SAME_TEXT = Evidence(rule="same text", sentence="Both texts are the same, word for word.")
Ends = tuple[str, str]


class Settled:
    """The pairs of texts about which a person decided."""

    def __init__(self, workspace: Workspace, documents: Mapping[str, Document]) -> None:
        """Read all decisions; ``documents`` are those of the proposals."""
        store = workspace.store
        decided = store.current(Derivation, state=[State.CONFIRMED, State.REFUSED])
        ends = {each for tie in decided for each in (tie.downstream, tie.upstream) if each}
        known = store.cells(Document, "id", "text_digest", "uri", id=ends) if ends else []
        self._texts = {of: (each.text_digest, each.uri) for of, each in documents.items()}
        self._texts |= {of: (digest, uri) for of, digest, uri in known}
        self._decided = {(each.key, each.downstream, each.upstream) for each in decided}
        self._confirmed: set[tuple[str, frozenset[str]]] = set()
        self._refused: dict[frozenset[str], Derivation] = {}
        for tie in decided:
            if tie.state is State.REFUSED:
                self._refused[frozenset(self._ends(tie))] = tie
            else:
                self._confirmed.add(self._way(tie))

    def unanswered(self, proposals: Iterable[Proposed]) -> Iterator[Proposed]:
        """Yield the proposals on which no person has decided under another key."""
        if not self._decided:
            yield from proposals
            return
        for proposal in proposals:
            refused = self._refused.get(frozenset(self._ends(proposal)))
            if (proposal.key, proposal.downstream, proposal.upstream) in self._decided:
                yield proposal  # that very one: it stays as it was decided
            elif refused is not None:
                yield from self._again(proposal, refused)
            elif self._way(proposal) not in self._confirmed:
                yield proposal

    def _ends(self, tie: Derivation | Proposed) -> Ends:
        """Return what stands for the texts at both ends; their addresses where they are one."""
        down = self._texts.get(tie.downstream, (tie.downstream, ""))
        if tie.upstream is None:
            return down[0], f"name:{outlet_key(tie.upstream_name or '')}"
        up = self._texts.get(tie.upstream, (tie.upstream, ""))
        return (down[0], up[0]) if down[0] != up[0] else (" ".join(down), " ".join(up))

    def _way(self, tie: Derivation | Proposed) -> tuple[str, frozenset[str]]:
        """Return between which texts, and by which kind, one is said to come from the other."""
        down = " ".join(self._texts.get(tie.downstream, (tie.downstream,)))
        up = " ".join(self._texts.get(tie.upstream or "", (tie.upstream_name or "",)))
        if tie.type.textual:
            return "text", frozenset((down, up))
        return f"{tie.type} of {down}", frozenset((down, up))

    def _again(self, proposal: Proposed, refused: Derivation) -> Iterator[Proposed]:
        """Yield the tie of a text to its first capture, about which the decision was."""
        first = {self._texts[each][0]: each for each in self._documents(refused)}
        for document in (proposal.downstream, proposal.upstream):
            text = self._texts.get(document or "")
            twin = first.get(text[0]) if text else None
            if document is None or text is None or twin in (None, document):
                continue
            ends = sorted(((*text, document), (*self._texts[twin or ""], twin or "")))
            yield Proposed(
                downstream=ends[0][2],
                upstream=ends[1][2],
                upstream_name=None,
                type=DerivationKind.COPY,
                directed=False,
                evidence=(SAME_TEXT,),
                key=content_key("derivation", "same text", *ends[0], *ends[1]),
            )

    def _documents(self, tie: Derivation) -> list[str]:
        return [each for each in (tie.downstream, tie.upstream) if each and each in self._texts]
