"""Review: the two-person rule as a state machine without IO.

``stages``     proposed → reviewed → second-reviewed, or refused; whose turn it is
``decisions``  accept, override, refuse: what is allowed
``basis``      what a digit given by hand has to stand on
``blind``      what a second reviewer may see before deciding
``raters``     how two reviews compare

Left out: which review is current (the store knows), and undo, which withdraws a whole step.
"""

from provenance.review.basis import Basis, named_in
from provenance.review.blind import blinded, blinded_row
from provenance.review.decisions import Proposal, Submission, check, decided, reason
from provenance.review.raters import Agreement, agreement
from provenance.review.stages import (
    ONE_REVIEWER,
    Agents,
    Reviewers,
    is_final,
    must_be_blind,
    stage_for,
    state,
    wording,
)

__all__ = [
    "ONE_REVIEWER",
    "Agents",
    "Agreement",
    "Basis",
    "Proposal",
    "Reviewers",
    "Submission",
    "agreement",
    "blinded",
    "blinded_row",
    "check",
    "decided",
    "is_final",
    "must_be_blind",
    "named_in",
    "reason",
    "stage_for",
    "state",
    "wording",
]
