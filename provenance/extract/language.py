"""Which language a text is in: what the page declares, checked against the text itself."""

import re
from functools import cache
from typing import Any

_ENOUGH = 100  # characters; shorter texts say too little of their language
_LOOKED_AT = 800
_SURE = 0.9
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_].{0,30})?")


def language_of(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None where it cannot be told.

    Where page and text disagree, a text that is long enough and clear wins: templates declare
    the language of the site, not of the story.
    """
    tag = _TAG.fullmatch(declared.strip()) if declared else None
    said = tag.group(1).lower() if tag else None
    if len(text) < _ENOUGH:
        return said
    found, probability = _identifier().classify(text[:_LOOKED_AT])
    return str(found) if found and probability >= _SURE else said


@cache
def _identifier() -> Any:
    """Return the language identifier: read once, then a pure function of text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
