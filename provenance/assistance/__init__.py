"""A language model asked about texts: it may mark statements, each on an exact quote, nothing else.

Decides what a model is asked, which of its answers stand, and what asking may cost. An answer
whose quote is not in the text is refused and counted; so is one that says more than was asked. A
model never grades, and nothing that a text makes it say gets further than a place in that text.
Disclosed by ICS 206-01: system, model version and parameters are kept with each reading.

``prompt``   what is asked      ``asking``   passage by passage, within a budget
``reply``    the bytes answered ``binding``  what stands in the text    ``finder``  as statements

Not here: the network (bytes are sent by who is given), permission and records (``workspace``).
"""

from provenance.assistance.asking import Answered, Budget, Endpoint, Kept, kept_answers
from provenance.assistance.binding import Bound, bind
from provenance.assistance.finder import LanguageModel, Marked, marked, named
from provenance.assistance.prompt import PROMPT, PROMPT_DIGEST, Asking

__all__ = [
    "PROMPT",
    "PROMPT_DIGEST",
    "Answered",
    "Asking",
    "Bound",
    "Budget",
    "Endpoint",
    "Kept",
    "LanguageModel",
    "Marked",
    "bind",
    "kept_answers",
    "marked",
    "named",
]
