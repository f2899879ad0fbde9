"""Whether a text takes another's words in order to deny them.

Who answers a report repeats it: "The port denied that it sold the quay to …". What both texts
share then stands, in one of them, in sentences that deny it or right before one that calls it
untrue, and in the other not. Such a text quotes the other, and is no copy of it. A copy that
adds one sentence with somebody's denial stays a copy: what is shared stands in plain sentences.

A text that checks a rumour puts it forward in order to call it untrue: "A post that says … is
shared widely. There is no proof of it." Where the text says in its head that it refutes, such a
passage makes the statement for nobody, and denies it.
Left out: irony, denials that stand further off, other languages than English.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from provenance.lineage.corrections import NO
from provenance.lineage.reading import SIZE, Reading
from provenance.text import WORD, fold, sentence_spans

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
NEAR = 600  # code points on either side of a passage in which its sentence and the next stand
_AROUND = (
    r"(?:claims?|rumou?rs?|hoax(?:es)?|posts?|messages?|memes?|tweets?|allegations?|assertions?)"
)
_TOLD = (
    r"(?:that|which|saying|claiming|alleging|is|are|was|were|has|have|had|says?|said|shared|seen"
    r"|circulat\w+|spread\w*|alleg\w+|suggest\w*|claim\w*|assert\w*|stat\w+|online|on)"
)
_GOES_ROUND = re.compile(rf"\b{_AROUND}(?: (?:\w+ ){{0,2}}{_TOLD}\b|[,:]? \"|, {_TOLD}\b)")
_IN_MARKS = re.compile(r'"[^"\n]{1,1200}"')
_BASELESS = re.compile(
    r"\bno (?:evidence|proof|sign|record|basis|truth)\b|\b(?:misleading|unfounded|baseless|untrue"
    r"|unsupported|debunked|satir\w+|hoax|fake|not true|(?:is|was|are|were) false)\b"
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


def put_forward_to_refute(title: str, text: str, start: int, end: int) -> bool:
    """Return whether a text that refutes puts a passage forward as what goes round, untrue."""
    low = max(0, start - NEAR)  # a text may be very long, and hold very many passages
    text, start, end = text[low : end + NEAR], start - low, end - low
    spans = sentence_spans(text)
    at = next((at for at, (_, last) in enumerate(spans) if start < last), None)
    if at is None:
        return False
    first, last = spans[at]
    own = _IN_MARKS.sub('""', fold(text[first : max(last, end)]))
    if not _GOES_ROUND.search(own):
        return False
    head = fold(title)
    after = fold(text[slice(*spans[at + 1])]) if at + 1 < len(spans) else ""
    told = NO.match(head) or _DENIES.search(head) or _BASELESS.search(head)
    return bool(told or _BASELESS.search(own) or _BASELESS.search(after) or _DENIES.search(after))


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
