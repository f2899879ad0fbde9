"""Words as shapes, and what can be counted in a sentence: amounts, names, tense, person, length.

A shape is the word itself where it carries grammar, else its ending, so that what is learnt of
"we have increased" is known of "they have widened". Lists are general English.
"""

import re
from collections.abc import Sequence


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


START, END = "^", "$end"
_NUMBER = "#"
_NAME = "N"
_PAST = "VBD"
_YEAR = re.compile(r"(?:19|20)\d\d")
_GRAMMAR = _set(
    "i you he she it we they me him her us them my your his its our their this that these those "
    "who what which where when why how there here a an the and or but if because so as than then "
    "of in on at by for to from with about against under over up down out into through between "
    "during before after until since while is are was were be been being am has have had do does "
    "did will would can could should must may might shall ought not no never n't going got get "
    "let well now just think believe know want need say said says tell told go make made take "
    "took one all some many more most every any only very also even still other same first last "
    "new mr mrs senator governor president vice people country feel hope sure agree"
)
_IRREGULAR = _set(
    "went came gave saw knew thought found left kept began ran cut put set lost won paid sent "
    "built spent bought brought fell grew rose held met led read sold stood wrote broke chose "
    "drove spoke became lay cost hit"
)
_ENDINGS = (
    "ing", "ed", "ly", "tion", "ment", "ity", "ness", "ive", "ous", "al", "able", "ers", "er",
    "est", "ies", "es", "s",
)  # fmt: skip
_PASTS = frozenset((_PAST, "~ed", "was", "were", "had", "did", "said", "told", "made", "took"))
_FUTURES = _set("will would should must can could might may shall")
_SPEAKERS = _set("i we my our us me")


def token(word: str) -> str:
    """Return a word in lower case as itself, or the class of a number."""
    if not word[0].isdigit():
        return word.replace("\u2019", "'")
    digits = word.rstrip(".,/")
    if len(digits) == 4 and _YEAR.fullmatch(digits):
        return "<year>"
    if "." in digits:
        return "<decimal>"
    if "," in digits:
        return "<thousands>"
    return f"<digits {min(len(digits), 4)}>"


def shape(word: str, *, name: bool) -> str:
    """Return the shape of a token; ``name`` where it has a capital letter within a sentence."""
    if word[0] == "<":
        return _NUMBER
    if word in _GRAMMAR or not word[0].isalpha():
        return word
    if word in _IRREGULAR:
        return _PAST
    if name:
        return _NAME
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return "~" + ending
    return "w"


COUNTS = (
    "length",
    "numbers",
    "names",
    "past tense",
    "future or modal",
    "speaker's own person",
    "numbers and past tense",
    "numbers and future",
    "past, future, own person",
    "names and past tense",
    "numbers and length",
    "rule",
    "kind",
    "question mark",
)
"""What a reader is shown for each count, in the order in which they are given."""


def counts(
    text: str, tokens: Sequence[str], shapes: Sequence[str], *, rule: str, kind: str
) -> list[str]:
    """Return what is counted in a sentence, and the rule and kind by which it was judged."""
    length = min(((len(tokens) + 1) ** 2).bit_length(), 14)
    numbers, names = shapes.count(_NUMBER), shapes.count(_NAME)
    pasts = sum(map(_PASTS.__contains__, shapes))
    futures = sum(map(_FUTURES.__contains__, shapes)) + ("going to" in text)
    speakers = sum(map(_SPEAKERS.__contains__, tokens))
    few, past, ahead = min(numbers, 2), min(pasts, 2), min(futures, 1)
    found = [
        f"len{length}",
        f"nnum{min(numbers, 4)}",
        f"caps{min(names, 5)}",
        f"past{min(pasts, 3)}",
        f"fut{min(futures, 2)}",
        f"fp{min(speakers, 3)}",
        f"nn{few}{past}",
        f"nf{few}{ahead}",
        f"pf{past}{ahead}{min(speakers, 1)}",
        f"cp{min(names, 3)}{past}",
        f"nl{few}{length // 2}",
        f"r{rule}",
        f"k{kind}",
    ]
    if text.rstrip().endswith("?"):
        found.append("q")
    return found
