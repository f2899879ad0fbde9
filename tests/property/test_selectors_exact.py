"""Laws of selectors: what is found stands where it is said to stand, in any text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.attribution import attribute
from provenance.claims import find
from provenance.text import sentence_spans

PROSE = """
The officials said that leaked documents show but and about 300 tanks Jane Doe She he according to
the report verified by analysts If could must is was not half a million tonnes NATO
"""
SIGNS = """ “ ” " ' '' , . ; : — – ? ! ( ) - * # $3.2m https://x.example 🚢 """
WORDS = st.sampled_from([*PROSE.split(), *SIGNS.split(), "\n", "\u200b", "\u202e"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_selectors_hold_and_steps_stand_in_the_text(text: str) -> None:
    found = find(text, language=None)
    assert all(claim.selector.holds(text) for claim in found)
    assert all(claim.wording.strip() for claim in found)
    chains = attribute(text, [(claim.selector, claim.type) for claim in found])
    assert len(chains) == len(found)
    for chain in chains:
        assert all(step.words in text for step in chain.steps)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_statements_follow_each_other_and_do_not_overlap(text: str) -> None:
    spans = [(claim.selector.start, claim.selector.end) for claim in find(text, language=None)]
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_sentences_cover_all_that_is_not_white_space(text: str) -> None:
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    assert find(text, language=None) == find(text, language="en")
