"""How sure a sentence puts an event: what governs it decides."""

import time

import pytest

from provenance.claims import find
from provenance.claims.certainty import RULES, certainty
from provenance.model import Modality

NEGATION, DENYING = "negation", "governed by a verb that denies it"
WANTED, ASSERTED = "wanted or planned", "nothing weakens it"
CASES = (
    ("The brewery did not sell its stables.", "sell", NEGATION, "not"),
    ("The ferry hasn't sailed since March.", "sailed", NEGATION, "hasn't"),
    ("The mill not only closed but burnt.", "closed", ASSERTED, ""),
    ("The guild failed to elect a chair.", "elect", DENYING, "failed"),
    ("The smelter stopped smoking in May.", "smoking", DENYING, "stopped"),
    ("The port cancelled a regatta.", "regatta", DENYING, "cancelled"),
    ("The absence of rain hurt the crop.", "rain", DENYING, "absence"),
    ("A launch was postponed by the crew.", "launch", "called off", "postponed"),
    ("The dam could burst within days.", "burst", "possibility", "could"),
    ("Farmers will pay more if prices rise again.", "rise", "condition", "if"),
    ("The ship is expected to dock at noon.", "dock", "likelihood", "expected"),
    ("The vault is rumoured to hold letters.", "hold", "appearance", "rumoured"),
    ("The orchestra began to play at dusk.", "play", "begun", "began"),
    ("The airline plans to lease two jets.", "lease", WANTED, "plans"),
    ("Fears of a drought drove prices up.", "drought", WANTED, "fears"),
    ("The proposed merger drew crowds.", "merger", WANTED, "proposed"),
    ("She flew north to inspect the wells.", "inspect", "purpose", "to"),
    ("The bridge collapsed on Friday.", "collapsed", ASSERTED, ""),
    ("He could swim. The boat sank.", "sank", ASSERTED, ""),
)


@pytest.mark.parametrize(("text", "word", "rule", "words"), CASES)
def test_the_governing_word_decides(text: str, word: str, rule: str, words: str) -> None:
    start = text.index(word)
    found = certainty(text, start, start + len(word))
    assert (found.rule, found.words) == (rule, words)


def test_every_rule_has_a_case_and_a_score_on_the_scale() -> None:
    assert {name for name, _, _ in RULES} <= {case[2] for case in CASES}
    assert all(-1000 <= score <= 1000 for _, _, score in RULES)


@pytest.mark.parametrize(
    ("text", "modality", "cue"),
    [
        ("The depot failed to deliver 300 crates of salt.", Modality.DENIED, "failed to"),
        ("The ministry has refused to publish the 2019 list.", Modality.DENIED, "has refused to"),
        ("Northern Rail plans to close 40 stations.", Modality.HEDGED, "plans to"),
        ("The depot managed to deliver 300 crates of salt.", Modality.ASSERTED, ""),
        ("The depot delivered 300 crates of salt.", Modality.ASSERTED, ""),
    ],
)
def test_what_the_main_verb_leaves_open_is_not_asserted(
    text: str, modality: Modality, cue: str
) -> None:
    (found,) = find(text, language="en")
    assert (found.modality, found.cue) == (modality, cue)


def test_time_does_not_grow_with_what_stands_before_and_behind() -> None:
    def seconds(times: int) -> float:
        text = "hope to " * times + "sell" + " to hope" * times
        begun = time.perf_counter()
        for _ in range(200):
            certainty(text, 8 * times, 8 * times + 4)
        return time.perf_counter() - begun

    assert seconds(20_000) < 20 * seconds(100)
