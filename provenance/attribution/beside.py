"""The noun phrase beside a cue: before a verb of saying, or after it.

Word order is English. Where the phrase before a verb could not be its subject, or its form does
not agree with the verb, there is no source.
"""

import re
from itertools import pairwise

from provenance.attribution import words as w
from provenance.attribution.mentions import TITLED, Mention, mention, speaker
from provenance.model import SourceType

_I = re.IGNORECASE
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RIGHT_END = re.compile(
    r"[,.;:()\u201c\u201d\"\u2014\u2013](?=\s|$|[\u201c\u201d\"])|\s(?:who|which|that|whose"
    r"|where|when|while|but|as|because|after"
    r"|before|since|if|is|are|was|were|has|have|had|will|would|could|said|says|told|in an?|on"
    r"|late|earlier"
    r"|during|published|released|seen|obtained|issued|posted|dated|speaking|during|last|this"
    r"|yesterday"
    r"|and (?:said|added|that|by|then|later|now|[a-z]+ed|seen|shown|held|sent))\s"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|[A-Z])\.$")
_TRAILING = re.compile(
    r"(?:\s+(?:also|later|recently|has|have|had|have also|has also|now|then|still|already"
    r"|however|[a-z]+ly|appears? to|seems? to|purports? to|appeared to|seemed to|helps? to|do"
    r"|does|did"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|this week|last week|are|is"
    r"|was|were"
    r"|being|been))+\s*$"
)
_CLAUSE_START = re.compile(
    r"\s-+\s|[;:\u2014\u2013\u201c\u201d\"(]|,\s+(?:and|but|while|although|though|as|when|because"
    r"|after|since|which|so)\s"
    r"|\b(?:because|that|when|after|while|although|though|if|since|before|than|but|whether)\s"
)
_PROPER_SUBJECT = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ ){0,2}?(?!(?:The|An?|This|That|These|Those|Its|His|Her) )"
    r"[A-Z][\w\u2019'.-]*(?: [A-Z][\w\u2019'.-]*){0,4}(?= [a-z])"
)
SEEMING = re.compile(r"\b(?:appear|seem|purport|claim|help)(?:s|ed)? to\s*$", _I)
_VERB_AFTER_NAME = re.compile(
    rf"(?<=\w) (?:{'|'.join(sorted((w.SPEECH | w.EVIDENCE) - w.DOCUMENTS - w.ALSO_NOUNS))})\b"
    rf"|(?<=s) (?:{'|'.join(sorted(w.EVIDENCE & w.ALSO_NOUNS & w.BASE_FORMS))})\b"
)
_DASHED = re.compile(
    r"\s?(?:[\u2013\u2014]|(?<= )--?(?= ))[^\u2013\u2014]{1,160}(?:[\u2013\u2014]|(?<= )--?)\s$"
)
_DASHES = ("-", "\u2013", "\u2014")
_OF = re.compile(r" of (?:the )?[\w-]+")
_LONGEST_LEFT = 300


def right_phrases(right: str) -> list[str]:
    """Return the noun phrases that begin a stretch of text, joined by "and"."""
    end = len(right)
    for match in _RIGHT_END.finditer(right):
        if not _ABBREVIATION.search(right[: match.end()].rstrip()):
            end = match.start()
            break
    phrase = right[:end].strip()
    if verb := _VERB_AFTER_NAME.search(phrase):
        phrase = phrase[: verb.start()]
    parts = phrase.split(" and ")
    if len(parts) > 1 and all(mention(part) is not None for part in parts):
        return parts
    return [phrase]


def can_say(source: Mention, verb: str) -> bool:
    """Return whether a verb makes a statement where this source is its subject."""
    if source.type is SourceType.DOCUMENT:
        return verb in w.EVIDENCE
    if source.head in w.THING_PRONOUNS:
        return verb in ("said", "says", "added", "adds")
    if verb in w.ONLY_RESEARCH:
        return source.head in (
            "court",
            "jury",
            "tribunal",
            "panel",
            "inspectors",
            "auditors",
            "judge",
        )
    return verb in w.SPEECH


def source_before(plain: str, at: int, verb: str) -> Mention | None:
    """Return the source whose noun phrase ends before a verb."""
    before = plain[max(0, at - _LONGEST_LEFT) : at]
    if before[-2:-1] in _DASHES:
        before = _DASHED.sub(" ", before)
    bare = SEEMING.search(before) is not None  # "appears to show": the form agrees with nothing
    before = _TRAILING.sub("", before.rstrip() + " ") if before.strip() else before
    parts = before.split(",")
    if parts[-1].strip():
        return _mention_in_clause(parts[-1] if len(parts) > 1 else before, verb, bare=bare)
    for part, following in pairwise(parts):
        if source := _mention_in_clause(part, verb, bare=bare):
            named = mention(following)
            beside = source.type is SourceType.PERSON and not source.named
            return named if beside and named and named.type is SourceType.PERSON else source
    return None


def _mention_in_clause(part: str, verb: str, *, bare: bool) -> Mention | None:
    """Return the source that is the subject of the last clause, or else of the whole part."""
    begin = 0
    for match in _CLAUSE_START.finditer(part):
        begin = match.end()
    for candidate in dict.fromkeys((part[begin:].strip(), part.strip())):
        two = candidate.endswith(" and")
        source = mention(_subject_of_two(candidate.removesuffix(" and")) if two else candidate)
        if source and can_say(source, verb) and (bare or _agrees(source, verb)):
            return source
    return speaker(part[begin:].strip()) if verb in w.PLAIN_SPEECH else None


def _subject_of_two(candidate: str) -> str:
    """Return the subject of "X did this and" before a second verb."""
    if titled := TITLED.search(candidate):
        return candidate[: titled.end()]
    if proper := _PROPER_SUBJECT.match(candidate):
        return proper.group()
    for word in WORD.finditer(candidate):
        if word.group().lower() in w.SOURCE_NOUNS:
            after = _OF.match(candidate, word.end())
            return candidate[: after.end() if after else word.end()]
    return candidate


def _agrees(source: Mention, verb: str) -> bool:
    """Whether a verb form goes with this subject: "officials say", "the report says"."""
    plural = source.head in w.PLURALS or (
        source.head.endswith("s") or " and " in source.words or source.type is SourceType.GROUP
    )
    if verb in w.BASE_FORMS:
        return plural
    if verb in w.ALSO_NOUNS:
        if _VERB_AFTER_NAME.search(source.words):  # "a poll showed a lead of two points"
            return False
        return not source.words.endswith(("an", "ese", "ish")) and not plural
    return True


def source_after(plain: str, match: re.Match[str]) -> Mention | None:
    """Return the source after a verb that follows a quotation or a comma: '…, said X'."""
    before = plain[: match.start()].rstrip()
    if not before or before[-1] not in ',"\u201d\u2019?!':
        return None
    for phrase in right_phrases(plain[match.end() : match.end() + 200].lstrip())[:1]:
        return mention(phrase)
    return None
