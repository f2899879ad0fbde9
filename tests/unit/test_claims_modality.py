"""How a statement is put forward, and the words that show it."""

import pytest

from provenance.claims import find
from provenance.model import Modality

CASES = [
    ("The pilot landed at noon.", Modality.ASSERTED, ""),
    ("The pilot reportedly landed at noon.", Modality.HEDGED, "reportedly"),
    ("The pilot allegedly landed drunk on Monday.", Modality.HEDGED, "allegedly"),
    ("The pilot appears to have landed at noon.", Modality.HEDGED, "appears to"),
    ("The pilot may have landed at noon.", Modality.HEDGED, "may have"),
    ("The pilot was said to own two planes.", Modality.HEDGED, "was said to"),
    ("The damage had been reported to the airline in May.", Modality.ASSERTED, ""),
    ("The reactor could fail.", Modality.HEDGED, "could"),
    ("The pilot denied that he had landed.", Modality.DENIED, "denied"),
    ("The airline rejected the claim.", Modality.DENIED, "rejected the claim"),
    ("The pilot did not land.", Modality.DENIED, "did not"),
    ("The airline has never paid a fine.", Modality.DENIED, "has never"),
    ("If the engine stops, the pilot will land.", Modality.CONDITIONAL, "If"),
    ("The pilot would land if the engine stopped.", Modality.CONDITIONAL, "if"),
    ("This is not wise.", Modality.ASSERTED, ""),
]


@pytest.mark.parametrize(("sentence", "modality", "cue"), CASES)
def test_modality(sentence: str, modality: Modality, cue: str) -> None:
    (found,) = find(sentence, language="en")
    assert (found.modality, found.cue) == (modality, cue)
