"""Who denies a claim: whether it is somebody of whom the claim itself speaks.

A denial by whom it concerns is what one expects of an interested party, and gives no digit by
itself. One by somebody else ("the surveyors found no crack") speaks against the claim like any
other report.
"""

from collections.abc import Iterator, Sequence

from provenance.corroboration.concern import is_named
from provenance.lineage import Mention
from provenance.model import Claim, Modality, SourceType, Stance, StepRole
from provenance.workspace.picture import Picture


def wordings(claim: Claim, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the words in which a claim is made."""
    made = (m.wording for m in mentions if m.stance in (Stance.REPEATS, Stance.SUPPORTS))
    return tuple(dict.fromkeys((claim.wording, *made)))


def is_own_denial(picture: Picture, mention: Mention, about: Sequence[str]) -> bool:
    """Return whether a mention denies, and comes from somebody whom the claim names."""
    if mention.modality is not Modality.DENIED:
        return False
    return any(is_named(who, wording) for who in _speakers(picture, mention) for wording in about)


def _speakers(picture: Picture, mention: Mention) -> Iterator[str]:
    """Yield who says it and for whom; where nobody is named, who publishes it."""
    chain = picture.attributions.get(mention.id)
    steps = chain.steps if chain else ()
    details = (chain.details if chain else None) or (None,) * len(steps)
    said = [
        (step.name, detail.organisation if detail else "")
        for step, detail in zip(steps, details, strict=False)
        if step.role is not StepRole.VERIFIED and step.type is not SourceType.WRITER
    ]
    if said:
        yield from filter(None, said[-1])
    elif mention.outlet:
        yield mention.outlet
