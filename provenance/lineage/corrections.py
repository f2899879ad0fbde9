"""What a text says about itself: that it corrects, that it refutes; and how versions differ."""

import re
from functools import lru_cache

from provenance.lineage.texts import Text
from provenance.model import Evidence
from provenance.text import fold, words

_CORRECTION = re.compile(
    r"(?:^|\n)\s*(?:correction|corrected|clarification|retraction|retracted|editor'?s note)\b"
    r"|\b(?:an? )?(?:earlier|previous) version of this (?:article|story|report|piece|text)\b"
    r"|\bthis (?:article|story|report) (?:was|has been) (?:corrected|amended|updated to correct"
    r"|retracted|withdrawn)\b"
    r"|\bwe (?:retract|have retracted|withdraw|have withdrawn)\b"
)
# One of these is in each match.
_CORRECTING = ("correct", "clarif", "editor", "version of this", "amended", "retract", "withdr")
_REFUTATION = re.compile(
    r"\b(?:fact.?check\w*|debunk\w*|hoax|no,|false claim|falsely claim\w*|is false|was false"
    r"|untrue|no evidence that|misleading|fabricated|not true|to be false|satir\w+|unfounded"
    r"|urban legend|(?:is|was|are|were) (?:a )?fake)\b"
)
NO = re.compile(r"no[,:!] ")  # how the title of a text begins that says what is not so
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rejects?|rejected|disput(?:es|ed)"
    r"|(?:did|does|do|has|have|was|were) not(?! (?:(?:yet|immediately|been|be|independently"
    r"|publicly|officially) ){0,3}(?:respon\w+|return\w*|repl\w+|comment\w*|answer\w*|confirm\w*"
    r"|verif\w+|made|make|say|said|disclose\w*|release\w*|identif\w+|known?|named?|clear|only|just"
    r"|yet|immediately)\b))\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
HEAD = 400  # code points in which a text says that it refutes
SHOWN = 3


def is_correction(text: Text) -> bool:
    """Return whether a text says that it corrects an earlier version of itself."""
    return _corrects(text.text)


@lru_cache(maxsize=1024)  # asked of a text with each of those that it shares words with
def _corrects(said: str) -> bool:
    folded = fold(said)
    return any(word in folded for word in _CORRECTING) and bool(_CORRECTION.search(folded))


def takes_back(notice: Text, page: Text) -> bool:
    """Return whether a notice of correction stands where another text stood before."""
    web = "://" in notice.uri  # what was pasted or handed in has no place of its own
    return web and page.digest != notice.digest and not is_correction(page)


def in_its_place(notice: Text) -> Evidence:
    """Return as evidence that a notice stands at the address of what it takes back."""
    said = _CORRECTION.search(fold(notice.text))
    return Evidence(
        rule="same address",
        sentence=f"The text stands at {notice.uri}, where the other stood, and takes it back.",
        downstream_words=said.group().strip() if said else "",
    )


def is_refutation(text: Text) -> bool:
    """Return whether a text says in its head that it refutes something."""
    return refutes(text.title, text.text)


def refutes(title: str | None, text: str) -> bool:
    """Return whether a text of a title says in its head that it refutes something."""
    head = fold(f"{title or ''}\n{text[:HEAD]}")
    return bool(NO.match(head) or _REFUTATION.search(head))


def denies(text: Text, other: Text) -> bool:
    """Return whether a text begins with a denial, and the other one does not.

    Who denies a report speaks in its words, and does not have it from there.
    """
    return begins_with_denial(text) and not begins_with_denial(other)


def begins_with_denial(text: Text) -> bool:
    """Return whether a text says in its head that something is not so."""
    return bool(_DENIAL.search(_head(text)))


def _head(text: Text) -> str:
    return fold(f"{text.title or ''}\n{text.text[:HEAD]}")


def original(pasted: Text, page: Text) -> Evidence:
    """Return the evidence that a page is the original of a pasted text, with the differences."""
    here, there = _sentences(pasted.text), _sentences(page.text)
    only_here = [shown for key, shown in here.items() if key not in there]
    only_there = [shown for key, shown in there.items() if key not in here]
    if only_here or only_there:
        differ = (
            f"{len(only_here)} of its sentences do not stand on the page, "
            f"{len(only_there)} of the page's do not stand in it."
        )
    else:
        differ = "The sentences of both are the same."
    return Evidence(
        rule="collector's address",
        sentence=f"The collector says that the text comes from {page.uri}. {differ}",
        downstream_words=" … ".join(only_here[:SHOWN]),
        upstream_words=" … ".join(only_there[:SHOWN]),
    )


def _sentences(text: str) -> dict[str, str]:
    found = (match.group().strip() for match in _SENTENCE.finditer(text))
    return {" ".join(words(shown)): shown for shown in found if len(shown) > 2}
