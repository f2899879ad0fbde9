"""Which passages say the same, which back it, which speak against it.

``compare`` looks at passages two by two and names the words on both sides that decide;
``gather`` puts those that repeat each other under one claim. A decision looks at the two
passages alone, so that the order in which documents arrive changes nothing; a wrong merge is
worse than a missed one, and a decisive doubt is said as "unsure". Left out: entailment beyond
shared words, other languages than English.
"""

from provenance.corroboration.candidates import Compared, compare
from provenance.corroboration.groups import gather
from provenance.corroboration.passage import Pair, Passage

__all__ = ["Compared", "Pair", "Passage", "compare", "gather"]
