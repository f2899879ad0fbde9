"""Which language a text is in: what the page declares, checked against the text itself."""

import re
from functools import cache
from typing import Any

_ENOUGH = 100  # characters; shorter texts say too little of their language
_LOOKED_AT = 800  # of the beginning, and of the middle and the end of a long text
_LONG = 4 * _LOOKED_AT
_SURE = 0.9
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_].{0,30})?")


def language_of(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None where it cannot be told.

    Where page and text disagree, a text that is long enough and clear wins: templates declare
    the language of the site, not of the story. A long text that is clearly in one language at
    the beginning and in another further on is in none.
    """
    tag = _TAG.fullmatch(declared.strip()) if declared else None
    said = tag.group(1).lower() if tag else None
    if len(text) < _ENOUGH:
        return said
    found = _clear(text, 0)
    if found is not None and len(text) > _LONG:
        places = ((len(text) - _LOOKED_AT) // 2, len(text) - _LOOKED_AT)
        if any(_clear(text, at) not in (None, found) for at in places):
            return None
    return found or said


def _clear(text: str, at: int) -> str | None:
    """Return the language of a piece of a text, None where it is not clear."""
    found, probability = _identifier().classify(text[at : at + _LOOKED_AT])
    return str(found) if found and probability >= _SURE else None


@cache
def _identifier() -> Any:
    """Return the language identifier: read once, then a pure function of text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
