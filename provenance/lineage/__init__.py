"""Who goes back to whom: copies, rewrites, quotations, credits; origins, rings and drift.

``derive`` proposes how one document comes from another, each proposal with the words that show
it; ``dependence`` judges two texts by degrees; ``origins`` counts the places to which the
appearances of one claim go back; ``circular`` names reports that return to where they began;
``drift`` says what changed on the way.

Invariants: the result is the same for any order of input; a known copy never adds an origin;
direction is by credit, link or publication interval, and otherwise said to be unknown; a
program never says that origins are independent. Left out: translations that do not say what
they are, and ownership beyond what the records name.
"""

from provenance.lineage.added import Added
from provenance.lineage.circular import Ring, circular
from provenance.lineage.dependence import Dependence, dependence
from provenance.lineage.derive import derive
from provenance.lineage.drift import Drift, drift
from provenance.lineage.fallen import Fallen
from provenance.lineage.notices import Library, Notice, may_take_back
from provenance.lineage.origins import origins
from provenance.lineage.reading import Reading
from provenance.lineage.speakers import main_origin
from provenance.lineage.texts import Mention, Origin, Proposed, SourceRef, Text
from provenance.lineage.trace import Traced, trace

__all__ = [
    "Added",
    "Dependence",
    "Drift",
    "Fallen",
    "Library",
    "Mention",
    "Notice",
    "Origin",
    "Proposed",
    "Reading",
    "Ring",
    "SourceRef",
    "Text",
    "Traced",
    "circular",
    "dependence",
    "derive",
    "drift",
    "main_origin",
    "may_take_back",
    "origins",
    "trace",
]
