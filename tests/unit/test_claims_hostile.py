"""Hostile text ends in bounded time, growing about as fast as the text."""

from time import process_time

import pytest

from provenance.attribution import attribute
from provenance.claims import find

pytestmark = pytest.mark.slow  # whole desks, one after the other

PATTERNS = {
    "one line without a break": "a",
    "one line of sentences": "He said so. ",
    "capitals": "THE MINISTER SAID THAT ",
    "names": "Jane Doe ",
    "initials": "A. B. ",
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "opened and never closed": "“He left it. ",
    "zero-width": "\u200b",
    "zero-width between words": "a\u200b b ",
    "commas": "said, ",
    "digits": "1,111,",
    "number words": "two hundred and ",
    "dashes": "— a",
    "conditions": "will if ",
    "lines": "a b\n",
    "white space": "\u00a0",
    "full stops": ".",
    "capitals with stops": "THE MAYOR SAID SO. ",
    "read badly": "Tbe rnayor s0ld tbe p1er. ",
    "right to left": "\u05d4\u05e8\u05e6\u05d9\u05e3 \u0646\u0645\u0643\u0631. ",
    "emoji": "\U0001f6a2 sold. ",
    "bidirectional controls in quotations": "\u201cA\u202eb\u202c\u201d said. ",
    "rows of a table": "4.5\t3.1\t2.2\n",
    "who asks": "Q: a b\n",
    "quotations in quotations": "\u201ca \u2018b\u2019 c\u201d ",
    "glued sentences": "a.\u201dB ",
}


def _seconds(text: str) -> float:
    begun = process_time()
    found = find(text, language=None)
    attribute(text, [(claim.selector, claim.type) for claim in found])
    return process_time() - begun


@pytest.mark.parametrize("unit", PATTERNS.values(), ids=PATTERNS.keys())
def test_time_grows_with_the_text(unit: str) -> None:
    size = 8_000
    small, large = unit * (size // len(unit)), unit * (4 * size // len(unit))
    _seconds(small)
    assert _seconds(large) < 10 * _seconds(small) + 0.5
