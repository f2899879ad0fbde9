"""What kind of statement a sentence is: a table of named rules, read from the top.

The first rule that holds decides. A statement that is put into somebody's mouth is judged by
its content ("the minister said the bridge will open" is a forecast, hers). A rule without a
kind says that the sentence is no claim.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from provenance.claims import words as w
from provenance.claims.quantities import quantities
from provenance.claims.sentence import Sentence, read
from provenance.model import ClaimKind

_I = re.IGNORECASE
_LEADING_FRAME = re.compile(r"^(?:that |how )", _I)
_TRAILING_FRAME = re.compile(
    r"[,?!][\"'\u201d\u2019]?\s+(?:[^,\"\u201c\u201d;]{1,60} )?"
    r"(?:said|says|added|adds|told|argued|argues|warned|warns|wrote|writes|insisted|claimed"
    r"|explained|noted|stated|recalled|testified|according to)\b[^\"\u201c\u201d]{0,160}$"
)
_LEADING_SOURCE = re.compile(
    r"^(?:according to|in the (?:words|view|opinion) of|for) [^,]{1,80}, ", _I
)
_INDIRECT_QUESTION = re.compile(
    r"^(?:but |and |so |yet )?(?:the|another|one|a) (?:\w+ ){0,3}question(?: \w+){0,4} (?:is|was|remains|becomes)"
    r"[:,]? (?:\w+ )?(?:whether|how|who|what|when|why|if)\b"
    r"|^(?:whether|how|why|who|when) [^,]{1,200} (?:remains|is) (?:unclear|uncertain|unknown|to be seen|an open)",
    _I,
)
_NORM = re.compile(
    r"\b(?:must(?! have (?:been|\w+ed)\b)|should(?!n[\u2019']t have|\s+have\b)|ought to|needs? to (?!know\b)"
    r"|(?:has|have) to\b|had better|cannot afford|can[\u2019']t afford|can no longer afford"
    r"|it is (?:high )?time (?:to|for|that|we)|(?:is|are) (?:obliged|duty-bound|supposed) to"
    r"|(?:cannot|can[\u2019']t|can not|can no longer|may not|must not) (?:simply |just |solely |merely |be )?"
    r"(?:rest|rely|depend|wait|continue|remain|ignored?|stand by|left to|allowed to|tolerated?|go on"
    r"|look away|hide|pretend|expect|sit|turn|treated?|taken for granted|dismissed?|trusted"
    r"|abandon(?:ed)?|postponed?|delayed?|surrender(?:ed)?)\b)",
    _I,
)
_IMPERATIVE = re.compile(
    r"^(?:let us|let[\u2019']s|do not|don[\u2019']t|stop|start|remember|consider|imagine|demand|ask"
    r"|vote|never|make|give|keep|put|end|build|fund|protect|support|listen|scrap|tax|ban)\b (?!the \w+ed)",
    _I,
)
_LEGAL = re.compile(
    r"\b(?:by law|under (?:the|a|an|its|eu|federal|state) |the law|rules? (?:say|state|require)s?"
    r"|under regulations|requires? that|court ruled|legally)\b",
    _I,
)
_NOVELTY = re.compile(
    r"\b(?:never before|for the first time|the first time|never (?:with|so|such|been|had|previously)"
    r"|(?:has|have|had) never|(?:is|was|are|were) (?:new|unprecedented|without precedent|(?:the|his|her|its|their) "
    r"(?:first|last|only|\w+est)\b))",
    _I,
)
_LIKELIHOOD = re.compile(
    r"\b(?:is|are|seems?|sounds?|looks?|appears?|remains?|becomes?)(?: \w+){0,3} "
    r"(?:improbable|probable|likely|unlikely|plausible|implausible|inevitable|unavoidable|conceivable"
    r"|inconceivable|possible|far-fetched|foreseeable|a matter of time)\b"
    r"|\b(?:plausible|likely|probable|worst-case|best-case|possible) (?:scenario|outcome|result)\b"
    r"|\b(?:likely|unlikely|set|poised|expected|due|bound|certain|about|destined|on (?:course|track)"
    r"|going|slated|scheduled|forecast|predicted|projected|tipped) to (?P<verb>[a-z]+)",
    _I,
)
_SETTLED = re.compile(
    r"\b(?:could|would|might|may) not (?:be (?:reached|verified|confirmed|identified|independently)"
    r"|comment|say|confirm|disclose|give|elaborate|discuss|reveal|provide)"
    r"|\b(?:could|would|might|may|must|should)(?: not| well| also)? have\b|\bdeclined? to\b",
    _I,
)
_FUTURE_WORDS = frozenset(["will", "won't", "shall", "would", "wouldn't", "could", "may", "might"])
_COMMON_INFINITIVES = frozenset(
    "be have do make survive affect happen become remain plummet soar rise collapse prompt face spark "
    "worsen double fuel shape cause reshape undermine help succeed dominate attract arrive last".split()
)
_EXPECTING = frozenset(
    ["expects", "expect", "expected", "forecasts", "predicts", "predicted", "anticipates", "anticipate", "projects", "predict", "foresees"]
)
_BE_OR_SEEM = w.BE | frozenset(
    ["remains", "remain", "becomes", "become", "seems", "seem", "feels", "feel", "sounds", "looks"]
)
_VIEW = re.compile(
    r"\b(?:(?:could|can|would)(?: hardly| scarcely| barely| not|n[\u2019']t) be (?:more|less|worse|better|[a-z]+er)"
    r"|I (?:think|believe|fear|hope|suspect|doubt|wonder|feel|find|admire|am)\b|in my (?:view|opinion)"
    r"|to my mind|we (?:think|believe|fear|hope|know|all)\b|make no mistake|the truth is|let[\u2019']s be"
    r"|of course|for too long|too (?:many|much|few|often|little|late|long|far)|at its (?:heart|core|best|worst)"
    r"|no doubt|nothing (?:short|less|more)|little (?:more|wonder)|not (?:simply|merely|just) )",
    _I,
)
_CLEFT = re.compile(
    r"^(?:but |and |yet |so )?(?:what (?!happened)[^.?]{1,120}? (?:is|are|was)\b"
    r"|it (?:is|was) [^.;]{1,80} (?:that|who) (?:matter|count|should|really|make|decide))",
    _I,
)
_IMAGE = re.compile(
    r"\b(?:fault line|crossroads|brink|precipice|abyss|tip of the iceberg|in the balance|at stake"
    r"|house of cards|slippery slope|warning shot|wake-up call|red line|line in the sand|pandora|double-edged"
    r"|at the heart of|on the altar|poisoned chalice|ticking|tightrope|sleepwalk\w*|elephant in the room"
    r"|emerging order|dawn of|death knell|blank cheque|fig leaf|wearing thin|window dressing|own goal|turning point)\b",
    _I,
)
_PLACE_COMPLEMENT = frozenset(["in", "at", "on", "near", "from", "under", "outside", "inside", "between"])
_VERBLESS = 12  # words; a longer line without a verb known here is judged by its names


class Judged(NamedTuple):
    """A sentence with the content that is judged, where somebody else says it."""

    text: str  # the content
    read: Sentence
    reported: bool
    counted: bool  # an amount with a value stands in it
    vague: bool  # an amount without one


class Rule(NamedTuple):
    """A named rule: what it makes of a sentence, and when it holds."""

    name: str
    kind: ClaimKind | None
    holds: Callable[[Judged], bool]


def content(text: str) -> tuple[str, bool]:
    """Return what a sentence says without the words that say who says so, and whether it had some."""
    if trailing := _TRAILING_FRAME.search(text):
        inner = text[: trailing.start() + 1].strip("\"'\u201c\u201d\u2018\u2019 ")
        if len(inner.split()) > 2:
            return inner, True
    if leading := _LEADING_SOURCE.match(text):
        if text[:3].lower() != "for":
            return text[leading.end() :], True
    sentence = read(text)
    if sentence.verb is not None and sentence.low[sentence.verb] in w.REPORTING:
        after = text[sentence.starts[sentence.verb] + len(sentence.raw[sentence.verb]) :]
        inner = _LEADING_FRAME.sub("", after.lstrip(" ,:"))
        if len(inner.split()) > 3 and _has_clause(inner):
            return inner.strip('"\u201c\u201d '), True
    return text, False


def judge(text: str) -> tuple[str, ClaimKind | None]:
    """Return the name of the rule that decides a sentence, and the kind it gives."""
    inner, reported = content(text)
    values = [amount.value for amount in quantities(inner)]
    judged = Judged(
        inner,
        read(inner),
        reported,
        counted=any(value is not None for value in values),
        vague=None in values,
    )
    for rule in RULES:
        if rule.holds(judged):
            return rule.name, rule.kind
    return "nothing decides", ClaimKind.OPINION


def _has_clause(inner: str) -> bool:
    return read(inner).verb is not None


def _main(s: Judged) -> str:
    return s.read.low[s.read.verb] if s.read.verb is not None else ""


def _question(s: Judged) -> bool:
    return s.text.rstrip("\"'\u201d\u2019) ").endswith("?")


def _open_future(s: Judged) -> bool:
    return bool(_INDIRECT_QUESTION.search(s.text)) and any(
        word in _FUTURE_WORDS for word in s.read.low
    )


def _norm(s: Judged) -> bool:
    match = _NORM.search(s.text)
    if match is None or _LEGAL.search(s.text):
        return False
    return _in_main(s, match.start())


def _in_main(s: Judged, at: int) -> bool:
    """Whether a place in the text lies in the main clause: no relative word between verb and it."""
    verb = s.read.verb
    if verb is None:
        return True
    return not any(
        word in w.RELATIVES or word in w.SUBORDINATORS
        for word, start in zip(s.read.low[verb:], s.read.starts[verb:], strict=True)
        if start < at
    )


def _conditional(s: Judged) -> bool:
    begins = s.read.low[0] in ("if", "unless", "should", "were") or s.read.low[:2] in (
        ("even", "if"), ("but", "if"), ("and", "if"), ("only", "if"),
    )  # fmt: skip
    return begins and (s.read.low[0] in ("if", "unless") or "if" in s.read.low[:2] or _modal(s))


def _modal(s: Judged) -> bool:
    return any(word in _FUTURE_WORDS for word in s.read.low)


def _forecast(s: Judged) -> bool:
    if _SETTLED.search(s.text) or _VIEW.search(s.text[:60]):
        return False
    verb = s.read.verb
    if verb is None:
        return False
    if s.read.low[verb] in _EXPECTING:
        return True
    if s.read.low[verb] in ("may", "might") and "but" in s.read.predicate[-20:]:
        return False  # a concession: "X may be so, but …"
    return s.read.low[verb] in _FUTURE_WORDS


def _likelihood(s: Judged) -> bool:
    match = _LIKELIHOOD.search(s.text)
    if match is None or _main(s) in ("was", "were", "had"):
        return False
    verb = match["verb"]
    if verb is not None and verb not in w.VERBS and verb not in _COMMON_INFINITIVES:
        return False
    return _in_main(s, match.start())


def _novelty(s: Judged) -> bool:
    return bool(_NOVELTY.search(s.text))


def _view(s: Judged) -> bool:
    return (
        bool(_VIEW.search(s.text))
        or bool(w.STANCE_ADVERBS.intersection(s.read.low[:3]))
        or bool(_CLEFT.search(s.text))
    ) and not (s.counted and not s.text.startswith("I "))


def _copula(s: Judged) -> bool:
    return _main(s) in _BE_OR_SEEM


def _participle(word: str) -> bool:
    return (word.endswith("ed") and word not in w.EVALUATIVE) or word in w.IRREGULAR_PAST


def _complement(s: Judged) -> tuple[str, ...]:
    """Words after the copula without adverbs of degree, articles and negation."""
    skip = frozenset(
        ["not", "no", "longer", "now", "still", "very", "too", "so", "also", "already", "often", "always", "only", "just", "simply", "more", "most", "less", "the", "a", "an", "quite", "rather", "both", "all", "about", "never", "as", "even", "perhaps", "already", "purely", "solely", "far"]
    )
    return tuple(word for word in s.read.predicate if word not in skip)


def _evaluates(s: Judged) -> bool:
    if not _copula(s) or s.counted:
        return False
    rest = _complement(s)
    if not rest or (_participle(rest[0]) and rest[0] not in w.EVALUATIVE):
        return False
    noun_phrase = []
    for word in rest[:6]:
        if word in w.PREPOSITIONS or word in w.RELATIVES or word in ",;:":
            break
        noun_phrase.append(word)
    return any(word in w.EVALUATIVE or word in w.EVALUATIVE_NOUNS for word in noun_phrase)


def _idea(s: Judged) -> bool:
    """Whether an idea is the subject and is weighed, or does what only ideas do."""
    if not _abstract(s) or s.read.named:
        return False
    return not _event(s) or bool(w.FADING.intersection((_main(s), *_complement(s)[:2])))


def _reads_minds(s: Judged) -> bool:
    if s.reported or s.counted or _main(s) not in w.MENTAL:
        return False
    return s.read.predicate[:1] != ("to",)


def _abstract(s: Judged) -> bool:
    head: list[str] = []
    for word in s.read.subject:
        if word in w.PREPOSITIONS and head:
            break
        if word == ",":
            continue
        head.append(word)
    return bool(head) and head[-1].removesuffix("'s") in w.ABSTRACT and not s.counted


def _pointing(s: Judged) -> bool:
    subject = [word for word in s.read.subject if word != ","]
    return (
        len(subject) == 1
        and subject[0] in ("this", "that", "it", "these", "those")
        and (_copula(s) or _main(s) in w.FIGURATIVE_FORMS or _main(s) in ("it's", "that's"))
        and not s.counted
        and not any(map(_participle, _complement(s)[:1]))
    )


def _figurative(s: Judged) -> bool:
    if s.counted or s.reported:
        return False
    return _main(s) in w.FIGURATIVE_FORMS or bool(_IMAGE.search(s.text))


def _event(s: Judged) -> bool:
    main = _main(s)
    if main in w.IRREGULAR_PAST or (main.endswith("ed") and main not in w.BE):
        return True
    rest = _complement(s)
    if main in ("had", "did", "didn't", "hadn't"):
        return True
    if main in w.HAVE:
        return any(map(_participle, rest[:2])) or rest[:1] in (("been",), ("begun",), ("grown",))
    if main in w.BE and rest:
        return _participle(rest[0]) or (rest[0].endswith("ing") and len(rest) > 1)
    return False


def _acts(s: Judged) -> bool:
    return _main(s) in w.THIRD or _main(s) in w.VERBS


def _documented(s: Judged) -> bool:
    return _main(s) in w.EVIDENCE_VERBS and bool(w.EVIDENCE_NOUNS.intersection(s.read.subject))


def _named_acts(s: Judged) -> bool:
    return s.read.named and (_acts(s) or _main(s) in w.HAVE | w.DO)


def _definite_acts(s: Judged) -> bool:
    return (_acts(s) or _main(s) in w.HAVE | w.DO) and s.read.subject[:1] in (("the",), ("its",), ("their",), ("his",), ("her",))


def _subject_named(s: Judged) -> bool:
    end = s.read.verb if s.read.verb is not None else 0
    return any(
        word[0].isupper() and (index > 0 or s.read.looks_named_first)
        for index, word in enumerate(s.read.raw[:end])
        if word != "I"
    )


def _looked_up(s: Judged) -> bool:
    if not _copula(s):
        return False
    rest = _complement(s)
    return bool(rest) and (
        any(word in w.FACTUAL_COMPLEMENTS for word in rest[:5])
        or rest[0] in _PLACE_COMPLEMENT
        or (_main(s) in ("was", "were") and s.read.named)
        or (_subject_named(s) and any(word[0].isupper() for word in s.read.raw[s.read.verb or 0 :]))
    )


def _first_person(s: Judged) -> bool:
    if s.counted or s.vague or _event(s):
        return False
    return bool(s.read.subject) and s.read.subject[0] in ("we", "i", "you")


RULES: tuple[Rule, ...] = (
    Rule("question about what is to come", ClaimKind.FORECAST, _open_future),
    Rule("question", None, lambda s: _question(s) or bool(_INDIRECT_QUESTION.search(s.text))),
    Rule("obligation", ClaimKind.NORM, _norm),
    Rule("call to act", ClaimKind.NORM, lambda s: bool(_IMPERATIVE.match(s.text))),
    Rule("condition", ClaimKind.FORECAST, _conditional),
    Rule("future or possibility", ClaimKind.FORECAST, _forecast),
    Rule("likelihood", ClaimKind.FORECAST, _likelihood),
    Rule("first or never before", ClaimKind.FACT, _novelty),
    Rule("writer's view", ClaimKind.OPINION, _view),
    Rule("judging copula", ClaimKind.OPINION, _evaluates),
    Rule("pointing back and judging", ClaimKind.OPINION, _pointing),
    Rule("idea as subject", ClaimKind.OPINION, _idea),
    Rule("reading minds", ClaimKind.OPINION, _reads_minds),
    Rule("figure of speech", ClaimKind.OPINION, _figurative),
    Rule("view in the first person", ClaimKind.OPINION, _first_person),
    Rule("what a document shows", ClaimKind.FACT, _documented),
    Rule("amount", ClaimKind.FACT, lambda s: s.counted or s.vague),
    Rule("event or state that came about", ClaimKind.FACT, _event),
    Rule("named actor acts", ClaimKind.FACT, _named_acts),
    Rule("definite subject acts", ClaimKind.FACT, _definite_acts),
    Rule("office, rank or place", ClaimKind.FACT, _looked_up),
    Rule("reported", ClaimKind.FACT, lambda s: s.reported),
    Rule("idea as subject", ClaimKind.OPINION, _abstract),
    Rule(
        "names in a long sentence",
        ClaimKind.FACT,
        lambda s: s.read.verb is None and s.read.named and len(s.read.low) > _VERBLESS,
    ),
    Rule("general remark", ClaimKind.OPINION, lambda _: True),
)
