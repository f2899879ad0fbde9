"""A sentence that vouches for the one before it: "Two stations have confirmed this".

Who is said to have confirmed, verified or corroborated "this", "that" or "it" checked what the
sentence directly before in the paragraph states. The step stands behind that sentence, shown as
context. Left out: what nobody or somebody could not confirm, "the report", and further back.
"""

import re

from provenance.attribution.bounds import Piece
from provenance.model import AttributionStep, StepRole

_VOUCHES = re.compile(
    r"(?:(?:ha(?:s|ve|d) )?(?:both |since |also |now |independently )*)"
    r"(?:confirm|verif|corroborat)(?:ed|ied)",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r" (?:this|that|it|all this|both)(?=[.,;!]|$| (?:to|on|in|for|independ|separat))"
)


def vouches(sentence: str, step: AttributionStep, cue: Piece | None) -> bool:
    """Return whether a step of a sentence says that somebody checked what was said before it.

    ``cue`` is the place of its verb in the sentence.
    """
    if cue is None or step.role is not StepRole.SAYS:
        return False
    if not _VOUCHES.fullmatch(sentence[cue[0] : cue[1]]):
        return False
    return _OF_IT.match(sentence, cue[1]) is not None


def checked(step: AttributionStep) -> AttributionStep:
    """Return the step as it stands behind the sentence before."""
    return step.model_copy(update={"role": StepRole.VERIFIED, "by_context": True})
