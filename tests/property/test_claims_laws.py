"""Laws of marking: a text is marked in order and once; a statement stands where it says."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.claims import find, read
from provenance.quotation import quotations
from provenance.text import sentence_spans

PROSE = """
The mayor said that leaked documents show a sale but and about 300 tanks Jane Doe She must not if
was delivered agreed to genuine Q: 1. Photo: says, according to half a million U.S. Mr. Roe p.m.
"""
SIGNS = """ “ ” ‘ ’ " ' '' « » , . ; : — ? ! ( ) - • # | … ." .” ?” 🚢 👩‍👧 שלום سلام e\u0301 """
PARTS = [
    *PROSE.split(),
    *SIGNS.split(),
    "\n",
    "\t",
    "\u200b",
    "\u202e",
    "\u2066",
    "\u00ad",
    "\ufeff",
]
TEXTS = (
    st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join)
    | st.lists(st.sampled_from(PARTS), max_size=40).map("".join)
    | st.text(max_size=200)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_pieces_follow_each_other_and_statements_stand_where_they_say(text: str) -> None:
    marks = read(text, language=None)
    assert all(0 <= each.start < each.end <= len(text) for each in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    found = [each.found for each in marks if each.found is not None]
    assert tuple(found) == find(text, language=None)
    assert all(each.selector.holds(text) for each in found)
    assert all(each.rule and each.kind for each in marks)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_sentence_is_marked(text: str) -> None:
    marks = read(text, language=None)
    for start, end in sentence_spans(text):
        visible = any(each.isalnum() for each in text[start:end])
        assert not visible or any(one.start < end and start < one.end for one in marks)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_quotations_nest_and_never_cross(text: str) -> None:
    found = list(quotations(text))
    assert [each.start for each in found] == sorted(each.start for each in found)
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            assert other.start >= one.end or other.end <= one.end
