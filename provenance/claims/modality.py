"""How a statement is put forward: asserted, hedged, denied or conditional, with the words.

The first of condition, denial and hedge that is found decides, in this order, because a
denied hedge ("did not appear to") is still a denial of the event.
"""

import re

from provenance.model import ClaimKind, Modality

_I = re.IGNORECASE
CONDITION = re.compile(
    r"^(?:(?:but|and|yet|even|so|only) )?(?:if|unless)\b"
    r"|^had [^,.;]{1,80}, [^.;]{1,80}\b(?:would|could|might)\b"
    r"|\b(?:were|should) [a-z]+ [^,.;]{1,60}, [^.;]{1,80}\b(?:would|could)\b"
    r"|\b(?:will|would|could|may|might|can|wo|must|should)\b[^.;]{1,160}"
    r"\b(?P<late>(?:even |only )?if|unless|provided that|as long as|in the event)\b",
    _I,
)
DENIAL = re.compile(
    r"\b(?P<cue>den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|disput)(?:s|es|ed|ing)? "
    r"(?:the |any |all )?(?:claim|allegation|accusation|report|suggestion|charge|assertion)s?)\b",
    _I,
)
NEGATION = re.compile(
    r"(?P<cue>(?:did|does|do|has|have|had|was|were|is|are)(?: not|n[\u2019']t)"
    r"(?! (?:only|just|simply|merely))|(?:has|have|had) never|never (?:was|were|did)|no "
    r"evidence)\b",
    _I,
)
HEDGE = re.compile(
    r"\b(?P<cue>reportedly|allegedly|apparently|supposedly|purportedly|presumably|seemingly"
    r"|ostensibly|possibly|probably|perhaps|maybe|likely|unlikely|alleged|suspected|purported"
    r"|rumou?red|unconfirmed|(?:appear|seem)(?:s|ed)? (?:to|that)|(?:may|might|could)(?: well)? "
    r"have"
    r"|(?:is|are|was|were|been) (?:said|believed|thought|understood|reported|alleged|rumou?red"
    r"|suspected|considered|assumed|feared) to|it (?:appears|seems)|as if|as though)\b",
    _I,
)
_POSSIBILITY = re.compile(r"\b(?P<cue>may|might|could)\b(?! (?:be reached|not be reached))")


def modality(text: str, kind: ClaimKind, main: str) -> tuple[Modality, str]:
    """Return the modality of a sentence and the words that show it.

    ``main`` is the text from the main verb on. A bare "not" denies there alone, and only what
    can be so or not: a judgement with "not" is put forward.
    """
    if condition := CONDITION.search(text):
        cue = (
            condition["late"] or condition.group().split()[-1 if len(condition.group()) < 12 else 0]
        )
        return Modality.CONDITIONAL, cue
    denial = DENIAL.search(text)
    if denial is None and kind is ClaimKind.FACT:
        denial = NEGATION.match(main)
    if denial:
        return Modality.DENIED, denial["cue"]
    if hedge := HEDGE.search(text) or _POSSIBILITY.search(text):
        return Modality.HEDGED, hedge["cue"]
    return Modality.ASSERTED, ""
