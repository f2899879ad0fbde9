"""Derivations as a graph: what a document goes back to, and what it is tied to undirected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.lineage.credits import IN_SENTENCE, outlet_key
from provenance.lineage.notices import TAKES_BACK
from provenance.lineage.texts import Mention, Tie
from provenance.model import Derivation, DerivationKind, State
from provenance.text import words

# These bear on what they quote or link to, not on the rest of the document.
_PARTIAL = frozenset(
    {
        DerivationKind.QUOTATION,
        DerivationKind.SAME_STATEMENT,
        DerivationKind.SAME_PRIMARY,
        DerivationKind.SAME_UNNAMED,
        DerivationKind.SAME_OWNER,
    }
)
# Percent of the words that a statement and what shows a tie share; what stands in one sentence
# has nearly all of its words from there.
_LEAST = {IN_SENTENCE: 75}


class Ties:
    """An index over derivations, made once for all claims.

    Left out are refused ones, and those of a notice to what it takes back.
    """

    def __init__(self, derivations: Sequence[Tie]) -> None:
        """Index derivations by both ends."""
        self.up: dict[str, list[Tie]] = defaultdict(list)
        self.beside: dict[str, list[Tie]] = defaultdict(list)
        for tie in derivations:
            if isinstance(tie, Derivation) and tie.state is State.REFUSED:
                continue
            if any(each.rule == TAKES_BACK for each in tie.evidence):
                continue
            if tie.directed:
                self.up[tie.downstream].append(tie)
            elif tie.upstream is not None:
                self.beside[tie.downstream].append(tie)
                self.beside[tie.upstream].append(tie)


def is_confirmed(tie: Tie) -> bool:
    """Return whether a person has confirmed a derivation."""
    return isinstance(tie, Derivation) and tie.state is State.CONFIRMED


def name_key(tie: Tie) -> str | None:
    """Return the node of an upstream that is only named; a text's earlier version is none."""
    if tie.upstream_name is None or tie.type is DerivationKind.CORRECTION:
        return None
    return f"name:{outlet_key(tie.upstream_name)}"


def bears_on(tie: Tie, mentions: Sequence[Mention]) -> bool:
    """Return whether a derivation bears on what these mentions of its documents say."""
    return bears_on_words(tie, [mention.wording for mention in mentions])


def bears_on_words(tie: Tie, wordings: Iterable[str]) -> bool:
    """Return whether a derivation bears on what is said of its documents in these words."""
    partly = tie.type is DerivationKind.CITATION and all(
        item.rule in ("hyperlink", IN_SENTENCE) for item in tie.evidence
    )
    if not partly and tie.type not in _PARTIAL:
        return True
    said = [set(words(each)) for each in wordings]
    shown = [(set(words(e.downstream_words)), _LEAST.get(e.rule, 50)) for e in tie.evidence]
    return any(_overlap(each, run, least) for each in said for run, least in shown if run)


def _overlap(one: set[str], other: set[str], least: int) -> bool:
    return 100 * len(one & other) >= least * min(len(one), len(other))
