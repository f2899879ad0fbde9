"""What a credit of a text binds: all of the text, or the sentence in which it stands.

A text goes back to an outlet as a whole where it says so of itself (a line of credit, a dateline,
an agency's material), in its headline, in the sentence that leads it, in one that points at what
was told ("the Harbour Times reports this"), or in most of its sentences. "Nim Bode told the
Harbour Times that …" in the middle is where that statement comes from, and nothing else;
sentences that go on with it say so, and have their own attribution.
"""

import re

from provenance.lineage.names import outlet_key
from provenance.lineage.texts import Text
from provenance.text import WORD, fold, sentence_spans

PASSING = frozenset({"credit", "named as source", "hyperlink"})
"""Credits that are given within a sentence; by any other a text speaks of itself."""
LEAST = 6  # words of a sentence that leads a text: less is a heading, a place or a date
FEWEST = 4  # words of a sentence that states something
_GOES_ON = re.compile(
    r"\b(?:the|this|that|its) (?:news)?(?:paper|agency|broadcaster|magazine|site|website|outlet"
    r"|station|channel|network|tabloid|daily|weekly|blog|report|article|story)\b"
    r"|\bit (?:also )?(?:said|says|add(?:s|ed)|report(?:s|ed)|wrote|writes|quot(?:es|ed))\b"
)
_POINTS = re.compile(
    r"^\W*(?:all (?:of )?)?(?:this|that|it|these) (?:is|was|were|are|has been|had been)"
    r" (?:what|first|originally|also|reported|revealed|disclosed|according)\b"
    r"|\b(?:report|reveal|disclose|confirm|publish|break|tell|write)(?:s|d|ed|es)? (?:this|that|it)"
    r"(?=\W*$|[,;]| (?:first|on|in|by|independently|yesterday|today|earlier|last)\b)"
    r"|\bthe (?:information|details|news|story|figures|findings|account)\b[^,;.]{0,20}"
    r" (?:comes?|came|stems?|is|are|was|were) from\b"
)
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")


def binds_all(text: Text, outlet: str, start: int) -> bool:
    """Return whether a credit that begins at a place in a sentence binds the whole text."""
    if _headed(fold(text.title or ""), outlet):
        return True
    spans = sentence_spans(text.text)
    said = [text.text[first:last] for first, last in spans]
    here = next((at for at, (_, last) in enumerate(spans) if start < last), None)
    lead = next((at for at, sentence in enumerate(said) if _may_lead(sentence)), None)
    if here is None or lead is None or here <= lead:
        return True
    return bool(_POINTS.search(fold(said[here]))) or _most(said, outlet)


def _headed(title: str, outlet: str) -> bool:
    """Return whether a headline credits an outlet; one that is about the outlet does not."""
    name = r"(?:the )?" + r"\W{1,3}".join(map(re.escape, outlet.split()))
    return bool(
        re.search(
            rf"(?:^|[-–—|(] ?){name}(?: ?:|\)|$| (?:reports?|reported|says|reveals)\b)"
            rf"|(?::|,|\b(?:says|reports|told|tells|via|by|per)) {name}\W*$",
            title,
        )
    )


def _may_lead(sentence: str) -> bool:
    return len(WORD.findall(sentence)) >= LEAST and bool(_ENDS.search(sentence))


def _most(said: list[str], outlet: str) -> bool:
    """Return whether most sentences name an outlet, or go on with what one that did so tells."""
    stated = bound = 0
    goes_on = False
    for sentence in said:
        if len(WORD.findall(sentence)) < FEWEST:
            continue
        goes_on = _names(sentence, outlet) or (goes_on and bool(_GOES_ON.search(fold(sentence))))
        stated += 1
        bound += goes_on
    return 2 * bound > stated


def _names(sentence: str, outlet: str) -> bool:
    return f" {outlet} " in f" {outlet_key(sentence)} "
