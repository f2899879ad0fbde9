"""What people correct, name, confirm and refuse. Each is one step, which ``undo`` takes back.

After a correction grades and findings are computed anew, so that what is shown fits it.

``claims``       kind, wording, modality, time, place; which appearances make a claim
``mark``         words of a text that a person makes a claim
``part``         one claim divided into several, each on its own words
``attribution``  who says it, who told them, who verified it; who stands behind an unnamed one
``sources``      letters of sources, which sources are one, and which are our own
``lineage``      who goes back to whom, and who has separate access
``links``        how a place bears on a claim
``retract``      what fell: a document, a capture or a source
``genre``        what kind of text a document is
``said``         what a collector says about a capture, and what the case is about
"""

from provenance.workspace.correct.attribution import Attributed, name_source
from provenance.workspace.correct.claims import Correction, compare, correct, merge, move
from provenance.workspace.correct.genre import correct_genre
from provenance.workspace.correct.lineage import (
    add_derivation,
    separate,
    settle_derivation,
    settle_one,
)
from provenance.workspace.correct.links import link, place_of, unlink
from provenance.workspace.correct.mark import Marked, mark
from provenance.workspace.correct.part import part
from provenance.workspace.correct.retract import retract
from provenance.workspace.correct.said import describe_case, say
from provenance.workspace.correct.sources import our_source, rate_source, same_source

__all__ = [
    "Attributed",
    "Correction",
    "Marked",
    "add_derivation",
    "compare",
    "correct",
    "correct_genre",
    "describe_case",
    "link",
    "mark",
    "merge",
    "move",
    "name_source",
    "our_source",
    "part",
    "place_of",
    "rate_source",
    "retract",
    "same_source",
    "say",
    "separate",
    "settle_derivation",
    "settle_one",
    "unlink",
]
