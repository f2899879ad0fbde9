"""Whether a text takes another's words in order to deny them.

Who answers a report repeats it: "The port denied that it sold the quay to …". What both texts
share then stands, in one of them, in sentences that deny it or right before one that calls it
untrue, and in the other not. Such a text quotes the other, and is no copy of it. A copy that
adds one sentence with somebody's denial stays a copy: what is shared stands in plain sentences.
Left out: irony, denials that stand further off, other languages than English.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from provenance.lineage.reading import SIZE, Reading
from provenance.text import WORD

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)"
    r"|refut(?:es?|ed|ing)|(?:did|does|do|has|have|had|is|are|was|were|will|would) not"
    r"|(?:did|does|do|has|have|had|is|are|was|were|would)n't|never"
    r"|(?:is|was|are|were) (?:simply |plainly |entirely )?(?:false|untrue|wrong|invented|fabricated"
    r"|a lie|a hoax|an invention|no)|no truth|nothing of the (?:sort|kind)|falsely)\b"
)
_UNTRUE = re.compile(
    r"^\W*(?:(?:but )?(?:this|that|it|these|none|nothing|all|no word)\b[^,;]{0,60}?\b"
    r"(?:false|untrue|true|wrong|invented|fabricated|a lie|a hoax|an invention|nonsense|happened)"
    r"|not so|nonsense)\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_DENYING = (  # one of them is in each match
    *("den", "reject", "disput", "dismiss", "refut", "not", "n't", "never", "false", "true"),
    *("wrong", "lie", "hoax", "invent", "fabricat", "nothing", "nonsense", "happened", " no"),
)


def answers(one: Reading, other: Reading) -> bool:
    """Return whether one of two texts that share words takes those of the other to deny them."""
    here, there = _denied(one.folded), _denied(other.folded)
    return here != there and (_denies(one, other) or _denies(other, one))


def _denies(text: Reading, said: Reading) -> bool:
    """Return whether at least half of what both share is denied in the one alone."""
    shared = _runs(text.folded) & _runs(said.folded)
    own = _denied(text.folded) - _denied(said.folded)
    return bool(own) and 2 * len(_runs(*own) & shared - _runs(*_denied(said.folded))) >= len(shared)


@lru_cache(maxsize=1024)  # asked of a text with each of those that it shares words with
def _denied(folded: str) -> frozenset[str]:
    """Return the sentences of a folded text that deny, or stand right before one that does so."""
    return frozenset(_denying(folded)) if any(map(folded.__contains__, _DENYING)) else frozenset()


def _denying(folded: str) -> Iterator[str]:
    sentences = [found.group() for found in _SENTENCE.finditer(folded)]
    for sentence, after in pairwise([*sentences, ""]):
        if _DENIES.search(sentence) or _UNTRUE.match(after):
            yield sentence


def _runs(*texts: str) -> frozenset[tuple[str, ...]]:
    found = (WORD.findall(text) for text in texts)
    return frozenset(
        tuple(words[at : at + SIZE]) for words in found for at in range(len(words) - SIZE + 1)
    )
