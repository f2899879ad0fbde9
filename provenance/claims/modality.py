"""How a statement is put forward, with the words: asserted, hedged, denied, conditional, quoted.

The first of condition, denial, hedge and quotation that is found decides, in this order,
because a denied hedge ("did not appear to") is still a denial of the event, and a hedge inside
a quotation is what its speaker says. Quoted is what stands in quotation marks for the most
part, and what is wholly another's ("according to", "she said"): the writer does not say so.
What is said to be shown, found, confirmed or admitted is asserted: whoever writes that vouches
for it. Quoted and asserted are alike in strength: neither is weakened.
"""

import re

from provenance.model import ClaimKind, Modality
from provenance.text import Phrases, as_in

_I = re.IGNORECASE
CONDITION = Phrases(
    "if unless had were should provided as event",
    r"^[\"'\u201c\u2018]?(?:(?:but|and|yet|even|so|only) )?(?:if|unless)\b"
    r"|^had [^,.;]{1,80}, [^.;]{1,80}\b(?:would|could|might)\b"
    r"|\b(?:were|should) [a-z]+ [^,.;]{1,60}, [^.;]{1,80}\b(?:would|could)\b"
    r"|\b(?:will|would|could|may|might|can|wo|must|should)\b[^.;]{1,160}"
    r"\b(?P<late>(?:even |only )?if|unless|provided that|as long as|in the event)\b",
)
DENIAL = Phrases(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed "
    "dismissing refute refutes refuted refuting dispute disputes disputed disputing",
    r"\b(?P<cue>den(?:y|ies|ied|ying)|(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|(?:refut|disput)(?:e|es|ed|ing)) "
    r"(?:the |any |all )?(?:claim|allegation|accusation|report|suggestion|charge|assertion)s?)\b",
)
NEGATION = re.compile(
    r"(?P<cue>(?:did|does|do|has|have|had|was|were|is|are)(?: not|n[\u2019']t)"
    r"(?! (?:only|just|simply|merely))|(?:has|have|had) never|never (?:was|were|did)|no "
    r"evidence)\b",
    _I,
)
HEDGE = Phrases(
    "reportedly allegedly apparently supposedly purportedly presumably seemingly ostensibly "
    "possibly probably perhaps maybe likely unlikely alleged suspected purported rumored rumoured "
    "unconfirmed appear appears appeared seem seems seemed may might could said believed thought "
    "understood reported considered assumed feared as",
    r"\b(?P<cue>reportedly|allegedly|apparently|supposedly|purportedly|presumably|seemingly"
    r"|ostensibly|possibly|probably|perhaps|maybe|likely|unlikely|alleged|suspected|purported"
    r"|rumou?red|unconfirmed|(?:appear|seem)(?:s|ed)? (?:to|that)|(?:may|might|could)(?: well)? "
    r"have"
    r"|(?:is|are|was|were|been) (?:said|believed|thought|understood|reported|alleged|rumou?red"
    r"|suspected|considered|assumed|feared) to(?! (?:the|a|an|his|her|its|their)\b)"
    r"|it (?:appears|seems)|as if|as though)\b",
)
_POSSIBILITY = re.compile(r"\b(?P<cue>may|might|could)\b(?! (?:be reached|not be reached))")
"""In lower case as it stands: May is a month."""
_OPENING = 12  # code points; a shorter match is "if" with a connective before it


def modality(text: str, kind: ClaimKind, main: str, quoted: str) -> tuple[Modality, str]:
    """Return the modality of a sentence and the words that show it.

    ``main`` is the text from the main verb on. A bare "not" denies there alone, and only what
    can be so or not: a judgement with "not" is put forward. ``quoted`` are the words or the
    mark that put the sentence into another's mouth, if any do.
    """
    if condition := CONDITION.search(text):
        words = as_in(text, condition).split()
        first = words[-1 if condition.end() - condition.start() < _OPENING else 0]
        return Modality.CONDITIONAL, as_in(text, condition, "late") or first.strip(
            "\"'\u201c\u2018"
        )
    if denial := DENIAL.search(text):
        return Modality.DENIED, as_in(text, denial, "cue")
    if kind is ClaimKind.FACT and (negation := NEGATION.match(main)):
        return Modality.DENIED, negation["cue"]
    if hedge := HEDGE.search(text) or _POSSIBILITY.search(text):
        return Modality.HEDGED, as_in(text, hedge, "cue")
    return (Modality.QUOTED, quoted) if quoted else (Modality.ASSERTED, "")
