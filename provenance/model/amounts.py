"""Which of the amounts in a statement are put forward, and which only rejected.

"The levy is 184 crowns, not 148 crowns" gives one amount. An amount is rejected where "not",
"instead of" or "rather than" stands right before it, and the statement gives another in its unit.
Left out: what is rejected in a sentence of its own, other languages than English.
"""

from collections.abc import Sequence

from provenance.model.claim import Quantity

_REJECTING = ("not", "not the", "instead of", "instead of the", "rather than", "rather than the")
_BEFORE = tuple(f"{stop}{words}" for words in _REJECTING for stop in (" ", ",", ";"))


def put_forward(wording: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the amounts of a statement without those that it only rejects."""
    rejected = [each for each in quantities if _is_rejected(wording, each.words)]
    kept = {each.unit for each in quantities if each not in rejected}
    return tuple(each for each in quantities if each not in rejected or each.unit not in kept)


def _is_rejected(wording: str, words: str) -> bool:
    """Return whether an amount stands behind a word that rejects it, wherever it stands."""
    before = wording.split(words)[:-1] if words else []
    return bool(before) and all(f" {part.rstrip().casefold()}".endswith(_BEFORE) for part in before)
