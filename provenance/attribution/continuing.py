"""A sentence that adds to a reported passage: "the firm is also shipping lathes".

Such a sentence names no source. It goes back to the source of the sentence directly before it
in the paragraph where it says that it adds something ("also", "in addition", "too") about
what that sentence told of: its subject stands there, or is a pronoun for it. Where that
sentence went on about a document introduced earlier, a name that it does not mention may be
the subject too. A sentence about the source itself tells what the source did, not what it
said. Never decided here: that anybody said so; the step is shown as context.
"""

import re

from provenance.model import AttributionStep, SourceType, StepRole
from provenance.text import words_in

_ADDING = frozenset(("also", "too", "addition", "additionally", "furthermore", "moreover", "well"))
_OPENING = (
    r"(?:(?:in addition|additionally|furthermore|moreover|but|and),? "
    r"|(?:since|in|on|from|last|this|by|during|after|before) [^,;]{1,40}, )?"
)
_SUBJECT = (
    r"(?:(?P<pronoun>it|they|he|she|both)"
    r"|(?P<name>(?-i:[A-Z])[\w\u2019'-]*(?: (?-i:[A-Z])[\w\u2019'-]*){0,3})"
    r"|(?:the|this|these|those|its|their|his|her) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+))"
)
_VERB = (
    r"(?:is|are|was|were|has|have|had|does|do|did|will|would|could|can|may|might"
    r"|[a-z]{2,}(?:s|ed))"
)
_ADDS = (
    re.compile(rf"{_OPENING}{_SUBJECT} (?:{_VERB} )?also\b", re.IGNORECASE),
    re.compile(
        rf"(?:in addition|additionally|furthermore|moreover),? {_SUBJECT} {_VERB}\b", re.IGNORECASE
    ),
    re.compile(rf"{_SUBJECT} {_VERB}\b.{{1,200}},? (?:too|as well)\.?$", re.IGNORECASE),
)
_PRONOUNS = {
    SourceType.PERSON: ("he", "she"),
    SourceType.WRITER: ("he", "she"),
    SourceType.GROUP: ("they", "both"),
    SourceType.ORGANISATION: ("it",),
    SourceType.OUTLET: ("it",),
}
"""Pronouns that may stand for the source, by its type."""


def continued(
    sentence: str, before: str, chain: tuple[AttributionStep, ...]
) -> tuple[AttributionStep, ...]:
    """Return the steps of the sentence before that hold for this one by context, or none."""
    if _ADDING.isdisjoint(words_in(sentence)):
        return ()
    match = next((found for adds in _ADDS if (found := adds.match(sentence))), None)
    if match is None or not _same_subject(match, before, chain):
        return ()
    return tuple(
        step.model_copy(update={"by_context": True})
        for step in chain
        if step.role is not StepRole.VERIFIED  # nobody says that this was checked
    )


def _same_subject(match: re.Match[str], before: str, chain: tuple[AttributionStep, ...]) -> bool:
    """Whether the subject is one that the sentence before told of, and is not its source."""
    sources = frozenset[str]().union(*(words_in(f"{step.name} {step.words}") for step in chain))
    if pronoun := match["pronoun"]:
        return all(pronoun.lower() not in _PRONOUNS.get(step.type, ()) for step in chain)
    head = words_in(match["name"] or match["noun"])
    if not head.isdisjoint(sources):
        return False
    told = words_in(before)
    return head <= told or (match["name"] is not None and _goes_on_about_a_document(chain))


def _goes_on_about_a_document(chain: tuple[AttributionStep, ...]) -> bool:
    return any(step.by_context and step.type is SourceType.DOCUMENT for step in chain)
