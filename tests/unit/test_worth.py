"""Check-worthiness: what moves the score, and that it is the same on every machine."""

import math
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.claims import find
from provenance.claims.kinds import judge
from provenance.claims.learnt import weights
from provenance.claims.learnt.features import ONE, SLOTS, features, hashed, share, slots
from provenance.claims.learnt.worth import chance, threshold, worth
from provenance.errors import ProvenanceError
from provenance.model import ClaimKind, Worth

CARD = Path(__file__).parents[2] / "docs" / "models" / "worth.md"
WORTH = (
    "Harbour traffic fell by 14 percent in 2019, and 3,200 jobs were lost.",
    "Exports of barley have doubled since my opponent took office.",
    "The council spent $40 million on a bridge that was never built.",
)
NOT_WORTH = (
    "I hope that we will have a good evening together.",
    "Let me thank you all for coming here tonight.",
    "We should believe in each other and in our children.",
)


def weigh(text: str) -> Worth:
    judged = judge(text)
    return worth(text, judged.rule, judged.kind)


def test_what_can_be_looked_up_is_above_the_threshold_and_pleasantries_are_below() -> None:
    assert all(weigh(text).score >= threshold() for text in WORTH)
    assert all(weigh(text).score < threshold() for text in NOT_WORTH)


def test_each_sign_names_words_of_the_sentence_and_speaks_for_or_against() -> None:
    for text in (*WORTH, *NOT_WORTH):
        signs = weigh(text).signs
        assert 0 < len(signs) <= 4
        assert all(each.words in text and each.weight != 0 for each in signs)
        assert all(each.words.lower() in each.name for each in signs)
        assert len({each.name for each in signs}) == len(signs)
        sizes = [abs(each.weight) for each in signs]
        assert sizes == sorted(sizes, reverse=True)
    assert weigh(WORTH[0]).signs[0].weight > 0
    assert any(each.weight < 0 for each in weigh(NOT_WORTH[1]).signs)


def test_a_number_is_shown_without_the_comma_after_it() -> None:
    text = "On May 25, 1961, the port paid 40, 50, and 60 crews."
    words = [sign.words for sign in worth(text, "amount", ClaimKind.FACT).signs]
    assert words
    assert not any(each.endswith((".", ",", "/")) and len(each) > 1 for each in words)


def test_the_score_is_the_sum_of_all_slots() -> None:
    learnt = weights.shipped("worth")
    for text in (*WORTH, *NOT_WORTH, ""):
        judged = judge(text) if text else None
        rule, kind = (judged.rule, judged.kind) if judged else ("", None)
        seen = features(text, rule, kind or "none")
        total = sum(learnt.values[slot] * by for slot, by in slots(seen).items())
        logit = total // (ONE * weights.UNIT // 1000) + learnt.number("bias")
        assert worth(text, rule, kind).score == chance(logit)


def test_a_statement_found_carries_its_worth_with_the_model_that_weighed_it() -> None:
    (found,) = find(WORTH[2], language="en")
    assert found.worth == weigh(WORTH[2])
    assert found.worth is not None
    assert found.worth.model == "worth 1"


def test_the_chance_rises_with_the_logit_and_never_rests_on_a_rounding_that_may_differ() -> None:
    scores = [chance(logit) for logit in range(-21_000, 21_001)]
    assert scores == sorted(scores)
    assert (scores[0], chance(0), scores[-1]) == (0, 500, 1000)
    exact = (1000 / (1 + math.exp(-logit / 1000)) for logit in range(-20_000, 20_001))
    assert all(abs(each % 1 - 0.5) > 1e-9 for each in exact)


def test_shares_fall_with_the_fourth_root_of_their_number() -> None:
    assert [share(number) for number in (0, 1, 16, 81, 256)] == [
        ONE, ONE, ONE // 2, ONE // 3, ONE // 4
    ]  # fmt: skip


def test_a_feature_hashes_to_a_known_slot() -> None:
    assert hashed("uharbour") == 0x379  # CRC-32, lower 16 bits
    assert all(0 <= slot < SLOTS for slot in slots(features("A dam broke.", "event", "fact")))


@pytest.mark.parametrize(
    "text", ["a" * 4000, '"' * 4000, "A B " * 1000, "\ud83d\ude00 \u202edna", "1.1.1." * 600, "?"]
)
def test_hostile_text_is_weighed(text: str) -> None:
    assert 0 <= worth(text, "event", None).score <= 1000


def test_weights_are_packed_and_unpacked_alike() -> None:
    packed = weights.pack({"name": "x", "version": "1"}, [0, -1, 32767, -32768])
    read = weights.unpack(packed)
    assert list(read.values) == [0, -1, 32767, -32768]
    assert read.model == "x 1"
    assert packed.endswith(b"\x00\x00\xff\xff\xff\x7f\x00\x80")


@pytest.mark.parametrize("broken", [b"", b"{}\n", b"[]\n\x00\x00", b'{"slots": 2}\n\x00\x00\x00'])
def test_broken_weights_are_refused(broken: bytes) -> None:
    with pytest.raises(ProvenanceError, match="learnt weights"):
        weights.unpack(broken)


def test_the_card_says_what_the_file_says() -> None:
    page = CARD.read_text("utf-8")
    about = weights.shipped("worth").about
    for key in ("licence_of_data", "command", "learnt_from", "threshold"):
        assert str(about[key]) in page
    assert about["slots"] == SLOTS


def test_the_weights_are_read_when_the_first_sentence_is_weighed_and_without_numpy() -> None:
    program = (
        "import sys, provenance.claims as c\n"
        "from provenance.claims.learnt.weights import shipped\n"
        "assert shipped.cache_info().currsize == 0\n"
        "c.find('The mill sold 40 tonnes of rye in 2011.', language='en')\n"
        "assert shipped.cache_info().currsize == 1\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603  # our interpreter
