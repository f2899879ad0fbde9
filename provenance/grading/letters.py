"""Whose letter: of an appearance, and of the one cell that stands for a claim.

A pair belongs to an appearance: the letter of the last source in its chain, F where that one is
unnamed, with the outlet's letter beside it. Where one cell is needed for a claim it takes the
best letter among the supporting origins and says whose it is. F is never compared: it is
taken only where there is nothing else. An opinion page does not inherit the outlet's letter.
"""

from collections.abc import Mapping, Sequence

from provenance.grading.features import OriginFeature
from provenance.model import AttributionStep, StepRole
from provenance.model.judgement import RELIABILITY_LETTERS, Axis
from provenance.model.record import RecordId, Value
from provenance.model.rules import UNKNOWN

UNJUDGED = UNKNOWN[Axis.RELIABILITY]


class CellChoice(Value):
    """A letter, whose it is, and why it is that one's."""

    letter: str
    letter_of: str
    sentence: str


def cell(origins: Sequence[OriginFeature]) -> CellChoice:
    """Return the best letter among the supporting origins, named; F where none is judged."""
    supporting = sorted(
        (origin for origin in origins if origin.stance == "supports"),
        key=lambda origin: origin.number,
    )
    if not supporting:
        return CellChoice(letter=UNJUDGED, letter_of="nobody", sentence="No origin supports it.")
    judged = [origin for origin in supporting if origin.letter != UNJUDGED]
    if not judged:
        first = supporting[0].shown_name
        sentence = f"No source of a supporting origin has been judged; the first is {first}."
        return CellChoice(letter=UNJUDGED, letter_of=first, sentence=sentence)
    best = min(judged, key=lambda origin: RELIABILITY_LETTERS.index(origin.letter))
    return CellChoice(
        letter=best.letter,
        letter_of=best.shown_name,
        sentence=f"{best.letter} is the letter of {best.shown_name}, "
        "the best among the supporting origins.",
    )


def whose_letter(
    steps: Sequence[AttributionStep],
    letters: Mapping[RecordId, str],
    *,
    outlet: str | None,
    outlet_letter: str = UNJUDGED,
    opinion_section: bool = False,
) -> CellChoice:
    """Return the letter of an appearance: that of the last source in its chain.

    ``letters`` holds the letter of each source that has one. Who is said to have verified
    something is not who stated it, so such steps do not count.
    """
    beside = UNJUDGED if opinion_section or outlet is None else outlet_letter
    shown_outlet = outlet or "unknown outlet"
    chain = [step for step in steps if step.role is not StepRole.VERIFIED]
    if chain:
        last = chain[-1]
        letter = letters.get(last.source or "", UNJUDGED) if last.named else UNJUDGED
        name = last.name if last.named else f"unnamed: {last.name}"
        sentence = f"{beside} {shown_outlet} ← {letter} {name}"
        return CellChoice(letter=letter, letter_of=name, sentence=sentence)
    if opinion_section:
        sentence = f"An opinion page does not inherit the letter of {shown_outlet}."
    else:
        sentence = f"{beside} {shown_outlet}, which names nobody else for it"
    return CellChoice(letter=beside, letter_of=shown_outlet, sentence=sentence)
