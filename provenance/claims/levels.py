"""At which level a statement stands, with the words: said, authenticity, agreed, delivered, so.

Proof of one level is no proof of another: a contract shows that a delivery was agreed, and not
that it came; a recording shows that a minister said so, and not that it is so.

- **said**: the saying is the fact: a demand, a promise, a denial, an accusation, a refusal to
  speak; and whatever somebody else is said to expect, to think or to ask for, because nothing
  but that it was said can be looked up.
- **authenticity**: whether a document, a picture or a recording is genuine.
- **agreed**: a contract, an order, a sale as it was agreed; and what papers of that sort set out.
- **delivered**: what was handed over, supplied, shipped, received.
- **so**: all else. "S said P" with a P that can be looked up is a claim that P, with S behind it.

Only facts have the middle three: what will be delivered is neither delivered nor a fact.
"""

from provenance.claims import words as w
from provenance.claims.judged import Judged, verb
from provenance.claims.patterns import DENYING
from provenance.model import ClaimKind, Level
from provenance.text import Phrases, as_in

_ACTS_OF_SPEECH = w.word_set(
    "demand demands demanded urge urges urged accuse accuses accused promise promises promised "
    "pledge pledges pledged vow vows vowed threaten threatens threatened apologise apologised "
    "apologize apologized criticise criticised criticises criticize criticized criticizes blame "
    "blames blamed praise praises praised condemn condemns condemned denounce denounces denounced "
    "decline declines declined thank thanks thanked congratulate congratulated ask asks asked "
    "insist insists insisted warn warns warned boast boasts boasted complain complains complained "
    "comment comments commented call calls called invite invites invited protest protests protested"
)
_CALLS = w.word_set("call calls called")
_ARTEFACT = (
    r"(?:documents?|files?|papers?|records?|memos?|e-?mails?|letters?|images?|photos?|photographs?"
    r"|pictures?|footage|videos?|clips?|recordings?|tapes?|audio|transcripts?|signatures?"
    r"|screenshots?|messages?|diar(?:y|ies)|passports?|certificates?|cables?|leak|cache)"
)
_GENUINE = (
    r"(?:genuine|authentic|real|forged|forger(?:y|ies)|fakes?|faked|doctored|fabricated"
    r"|fabrications?"
    r"|hoax|altered|manipulated|counterfeit|verified|unverified|authenticated|deepfakes?)"
)
_AUTHENTICITY = Phrases(
    "genuine authentic real forged forgery forgeries fake fakes faked doctored fabricated "
    "fabrication fabrications hoax altered manipulated counterfeit verified unverified "
    "authenticated deepfake deepfakes authenticity verify authenticate authenticates verifies",
    rf"\b{_ARTEFACT}\b[^.;]{{0,60}}\b(?:is|are|was|were|be|been|being|appears?|appeared|seems?"
    rf"|seemed|looks?|looked|proved?)(?: to be| to have been)?(?: \w+){{0,2}} {_GENUINE}\b"
    rf"|\bauthenticity of\b|\b(?:verif(?:y|ied|ies)|authenticate[ds]?) (?:the |these |those )?"
    rf"(?:\w+ ){{0,2}}{_ARTEFACT}\b(?! (?:have |has |had )?"
    r"(?:sho|say|said|suggest|indicat|reveal|prov|tell|told|detail|confirm))",  # who says so
)
_PRONOUN_GENUINE = Phrases(
    "authenticated forged doctored fabricated genuine authentic forgeries fakes",
    r"^(?:they|it|both|all|these|those) (?:\w+ )?(?:is|are|was|were|appears?|appeared|seems?"
    r"|seemed)(?: to be| to have been)? (?:authenticated|forged|doctored|fabricated|genuine"
    r"|authentic|forgeries|fakes)\b",
)
_AGREED = Phrases(
    "agree agreed agrees agreement agreements sign signed signs signing contract contracts "
    "contracted deal deals ordered sale sales purchase purchases memorandum treaty negotiated "
    "accord accords pact lease",
    r"\b(?:agree[ds]? (?:to|on|that|upon)|(?:has|have|had) agreed\b"
    r"|sign(?:s|ed|ing)? (?:\w+ ){0,4}(?:contracts?|deals?|agreements?|accords?|memorandum|pact"
    r"|treaty|lease)"
    r"|(?:struck|reached|concluded|clinched|negotiated) (?:\w+ ){0,3}(?:deals?|agreements?"
    r"|contracts?|accords?)"
    r"|(?:contracts?|deals?|agreements?|memorandum|treaty)\b[^.;]{0,60}\b(?:provides? for|covers?"
    r"|commits?|obliges?|calls? for|stipulates?|sets? out|signed)"
    r"|(?:detail|describe|set out|list|cover|outline)(?:s|ed)? (?:\w+ ){0,3}(?:sale|purchase)s?"
    r"|(?:has|have|had) ordered (?:\w+ ){0,2}\d|contracted to)\b",
)
_DELIVERED = Phrases(
    "delivered delivers delivering supplied supplies supply supplying shipped ships shipping "
    "handed handing transferred transferring transfers transfer sent sends "
    "sending received receives "
    "provided provides providing furnished arrived exported exports exporting",
    r"\b(?:deliver(?:ed|s|ing)|suppl(?:ied|ies|ying)|shipp(?:ed|ing)|hand(?:ed|ing) over"
    r"|transferr(?:ed|ing)|(?:sent|sends|sending|provid(?:ed|es|ing)|received|receives|furnished"
    r"|export(?:ed|s|ing)|ships|transfers) (?=[\w, ]{0,80}\b(?:to|from|with|by|for)\b))",
)
_PASSIVE_OR_GOING = frozenset(("be", "been", "being", *w.BE, *w.HAVE))


def level(kind: ClaimKind, s: Judged) -> tuple[Level, str]:
    """Return the level of a statement and the words that show it."""
    if kind is not ClaimKind.FACT:
        return (Level.SAID, s.frame) if s.reported else (Level.SO, "")
    if words := authentic(s):
        return Level.AUTHENTICITY, words
    if _speaks(s):
        return Level.SAID, verb(s)
    begins = s.read.start_of(s.read.verb) if s.read.verb is not None else 0
    for phrases, which in ((_AGREED, Level.AGREED), (_DELIVERED, Level.DELIVERED)):
        for match in phrases.finditer(s.text):
            if which is Level.AGREED or _of_the_main_clause(s, match.start(), begins):
                return which, as_in(s.text, match).strip()
    return Level.SO, ""


def authentic(s: Judged) -> str:
    """Whether it says of a document, a picture or a recording that it is genuine or not."""
    match = _AUTHENTICITY.search(s.text) or _PRONOUN_GENUINE.match(s.text)
    return as_in(s.text, match) if match else ""


def _speaks(s: Judged) -> bool:
    """Whether the main verb is an act of speech."""
    main = s.read.main_verb
    if main in _CALLS:
        return s.read.predicate[:1] in (("for",), ("on",))
    if main in w.HAVE:
        return any(word in _ACTS_OF_SPEECH - _CALLS for word in s.read.predicate[:3])
    return main in _ACTS_OF_SPEECH or main in DENYING


def _of_the_main_clause(s: Judged, at: int, begins: int) -> bool:
    """Whether a verb is the main one, or follows its auxiliary: not "a firm that supplied …"."""
    if s.read.main_verb in w.MODALS:
        return False
    between = s.text[begins:at].lower().split()
    return not between or (len(between) < 5 and between[0] in _PASSIVE_OR_GOING)
