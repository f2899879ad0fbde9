"""One thing that speaks for two texts' dependence or against it, and how shares of them count."""

from provenance.model.record import Value

WHOLE = 1000  # shares and scores are in thousandths
HALF = 500
SHOWN = 3  # words or names below which nothing is said to be the same


class Sign(Value):
    """One thing that speaks for dependence, or below nothing against it; with both sides' words."""

    rule: str
    points: int  # thousandths of log odds
    sentence: str
    here: str = ""
    there: str = ""


def thousandths(part: int, whole: int) -> int:
    """Return in thousandths how much of a whole is taken; of nothing nothing is."""
    return WHOLE * part // whole if whole else 0
