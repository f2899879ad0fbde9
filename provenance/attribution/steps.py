"""The steps of attribution that stand in one sentence: patterns around a cue.

Each pattern binds a noun phrase to a cue: "X says", "says X", "according to X", "citing X",
"verified by X", "who had read X". Word order is English. The quotation a cue stands in or
beside is not parsed; a cue counts wherever it stands outside of quotation marks.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from provenance.attribution import words as w
from provenance.attribution.mentions import TITLED, Mention, checkers, mention, speaker
from provenance.model import SourceType, StepRole
from provenance.text import Phrases, as_in, words_in

_I = re.IGNORECASE
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(
    r"[\u201c\"][^\u201c\u201d\"]{0,2000}(?:[\u201d\"]|$)|^[^\u201c\u201d\"]{1,2000}\u201d"
)
_ACCORDING = Phrases(
    "according words per", r"\b(?P<cue>according to|in the words of|per(?= the | a ))\s+"
)
_CITING = Phrases(
    "citing quoting cited cites quotes quoted relying based",
    r"\b(?P<cue>citing|quoting|cited|cites|quotes|quoted|relying on|based on)\s+",
)
_CHECKED = Phrases(
    "by",
    rf"\b(?P<cue>(?:independently )?(?:{w.VERIFYING}|(?:judged|deemed|found|declared|considered"
    r"|pronounced|described)(?: as| to be)? (?:genuine|authentic|real))"
    r"(?: (?!and\b|that\b)[a-z]+){0,3}? by)\s+",
)
_CHECKED_BY_WHOM = Phrases(
    "which whose",
    r"(?:(?<=[,\u2014\u2013(-])\s?|(?<=-- ))(?:(?:all|most|some|many|two|both|none) of )?"
    r"(?:which|whose (?:authenticity|contents?|existence|accuracy|provenance|genuineness)"
    r"|and which)"
    rf" (?P<who>[^,;:()\u2014\u2013]{{3,80}}?) (?:(?:has|have|had|say|says|said) )?"
    rf"(?:(?:since|independently|now|also|separately|later) )?"
    rf"(?P<cue>{w.VERIFYING}|(?:is|are|was|were) (?:genuine|authentic|real))\b",
)
_FROM_PAPERS = Phrases(
    "emerge emerges emerged emerging drawn gleaned pieced clear apparent evident come comes came "
    "coming contained set laid detailed described revealed buried disclosed exposed documented "
    "outlined spelled spelt listed recorded thanks judging going know known learn learned learnt "
    "shown brought",
    r"\b(?P<cue>(?:emerg(?:es?|ed|ing)|drawn|gleaned|pieced together|clear|apparent|evident"
    r"|com(?:es?|ing)|came) from|(?:contained|set out|laid out|laid bare|detailed|described"
    r"|revealed"
    r"|buried|disclosed|exposed|documented|outlined|spelled out|spelt out|listed|recorded) in"
    r"|thanks to|judging (?:by|from)|going by|know(?:n)? from|learn(?:ed|t)? from|shown by"
    r"|revealed by|exposed by|laid bare by|brought to light by)\s+",
)
_MADE_BY = Phrases(
    "by",
    r"\b(?P<cue>(?:first )?(?:reported|published|disclosed|revealed|announced|described"
    r"|compiled|obtained|seen"
    r"|quoted|cited|released|issued|put out)(?: on \w+)? by)\s+",
)
_SAW = Phrases(
    "read seen saw reviewed examined obtained studied",
    r"\b(?:(?:who|which|that|and) )?(?:(?:has|have|had|having) )?"
    r"(?P<cue>read|seen|saw|reviewed|examined"
    r"|obtained|studied)\s+(?=(?:the|a|an|its|copies|internal|leaked|confidential|parts)\b)",
)
_TOLD_OUTLET = re.compile(
    r"^(?:told|tell|tells)\s+(?:the )?(?P<who>(?:[A-Z][\w.\u2019'&-]*\s?){1,4})"
)
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
_NOUN_FOLLOWS = re.compile(
    r"\s*(?:[,.;:)\u2014\u2013]|$|(?:of|and|or|is|are|was|were|has|have|had|will|would|could"
    r"|can|cannot|should"
    r"|must|may|might|now|said|says|who|which)\b)"
)
_PROPER_SUBJECT = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ ){0,2}?(?!(?:The|An?|This|That|These|Those|Its|His|Her) )"
    r"[A-Z][\w\u2019'.-]*(?: [A-Z][\w\u2019'.-]*){0,4}(?= [a-z])"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|can|could|will|would|should|must|may|might"
    r"|isn[\u2019']t|wasn[\u2019']t|to)(?: [a-z]+ly| also| "
    r"now| not)?\s*$"
)
_SEEMING = re.compile(r"\b(?:appear|seem|purport|claim|help)(?:s|ed)? to\s*$", _I)
_VERB_AFTER_NAME = re.compile(
    rf"(?<=\w) (?:{'|'.join(sorted((w.SPEECH | w.EVIDENCE) - w.DOCUMENTS - w.ALSO_NOUNS))})\b"
    rf"|(?<=s) (?:{'|'.join(sorted(w.EVIDENCE & w.ALSO_NOUNS & w.BASE_FORMS))})\b"
)
_DASHED = re.compile(
    r"\s?(?:[\u2013\u2014]|(?<= )--?(?= ))[^\u2013\u2014]{1,160}(?:[\u2013\u2014]|(?<= )--?)\s$"
)
_OF = re.compile(r" of (?:the )?[\w-]+")
_VOUCHES = re.compile(r"(?:independently )?(?:confirmed|verified|corroborated)", _I)
_QUOTES = ("\u201c", "\u201d", '"')
_ALL_VERBS = w.SPEECH | w.EVIDENCE
_CUES = _ALL_VERBS.union(
    *(
        cue.words
        for cue in (_ACCORDING, _MADE_BY, _CITING, _CHECKED, _CHECKED_BY_WHOM, _FROM_PAPERS)
    )
)
"""Without one of these words a sentence has no step."""
_LONGEST_LEFT = 300
_ORDER = (StepRole.SAYS, StepRole.TOLD, StepRole.VERIFIED)


class Step(NamedTuple):
    """A step of one sentence before later mentions are joined to earlier ones."""

    role: StepRole
    source: Mention
    cue: str
    at: int  # where the cue stands


def steps(sentence: str) -> tuple[Step, ...]:
    """Return the steps that stand in one sentence: who says, who told, who verified."""
    plain = sentence.replace("''", '" ')
    if any(mark in plain for mark in _QUOTES):
        plain = _QUOTED.sub(_blank, plain)
    if _CUES.isdisjoint(words_in(plain)):
        return ()
    found: list[Step] = []
    found.extend(_rightward(plain, _ACCORDING, StepRole.SAYS))
    found.extend(_verbs(plain))
    found.extend(_rightward(plain, _MADE_BY, StepRole.SAYS))
    found.extend(_rightward(plain, _CITING, StepRole.TOLD))
    found.extend(_rightward(plain, _CHECKED, StepRole.VERIFIED))
    found.extend(_checkers(plain))
    if not any(step.source.type is SourceType.DOCUMENT for step in found):
        found.extend(_documents_only(_rightward(plain, _FROM_PAPERS, StepRole.SAYS)))
    if any(step.role is not StepRole.VERIFIED for step in found):
        found.extend(_documents_only(_rightward(plain, _SAW, StepRole.TOLD)))
    return _ordered(found)


def _blank(match: re.Match[str]) -> str:
    inner = match.group()
    return inner[0] + " " * (len(inner) - 2) + inner[-1] if len(inner) > 1 else inner


def _ordered(found: list[Step]) -> tuple[Step, ...]:
    """Put steps in the order from the text outwards; whoever stands alone is the one who says."""
    unique: dict[tuple[StepRole, str, int], Step] = {}
    for step in found:
        unique.setdefault((step.role, step.source.words, step.at), step)
    kept = _outermost(list(unique.values()))
    if all(step.role is StepRole.VERIFIED for step in kept):
        kept = [step for step in kept if _VOUCHES.match(step.cue)]
    if kept and not any(step.role is StepRole.SAYS for step in kept):
        first = kept[0].role
        kept = [step._replace(role=StepRole.SAYS) if step.role is first else step for step in kept]
    return tuple(sorted(kept, key=lambda step: (_ORDER.index(step.role), step.at)))


def _outermost(found: list[Step]) -> list[Step]:
    """Let a frame around the whole sentence say it, and whoever it frames have told it.

    "Officials said so, according to X"; "papers published by X show". A publisher that is no
    outlet is the owner of its paper and no step of its own.
    """
    says = [step for step in found if step.role is StepRole.SAYS]
    papers = [step for step in says if step.source.type is SourceType.DOCUMENT]
    made = [step for step in says if step.cue.endswith(" by")]
    if papers and made:
        found = [
            step for step in found if step not in made or step.source.type is SourceType.OUTLET
        ]
        says = [step for step in found if step.role is StepRole.SAYS]
    frames = [step for step in says if step.cue.endswith((" by", "ccording to"))]
    outlets = [step for step in frames if step.source.type is SourceType.OUTLET]
    if len(says) < 2 or not frames:
        return found
    outer = (outlets or frames)[0]
    return [
        step._replace(role=StepRole.TOLD) if step in says and step is not outer else step
        for step in found
    ]


def _documents_only(found: Iterator[Step]) -> Iterator[Step]:
    return (step for step in found if step.source.type is SourceType.DOCUMENT)


def _rightward(plain: str, pattern: Phrases, role: StepRole) -> Iterator[Step]:
    for match in pattern.finditer(plain):
        for phrase in _right_phrases(plain[match.end() : match.end() + 200]):
            source = mention(phrase) or (checkers(phrase) if role is StepRole.VERIFIED else None)
            if source is not None:
                yield Step(role, source, as_in(plain, match, "cue"), match.start())


def _checkers(plain: str) -> Iterator[Step]:
    """Yield who checked it where the verb is active: "which two officials confirmed"."""
    for match in _CHECKED_BY_WHOM.finditer(plain):
        who = as_in(plain, match, "who")
        source = mention(who) or checkers(who)
        if source is not None and source.type is not SourceType.DOCUMENT:
            yield Step(StepRole.VERIFIED, source, as_in(plain, match, "cue"), match.start("cue"))


def _right_phrases(right: str) -> list[str]:
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


def _verbs(plain: str) -> Iterator[Step]:
    if _ALL_VERBS.isdisjoint(words_in(plain)):
        return
    for match in _WORD.finditer(plain):
        verb = match.group()
        if verb not in _ALL_VERBS:
            continue
        if verb in w.ALSO_NOUNS and _NOUN_FOLLOWS.match(plain, match.end()):
            continue
        if not _active(plain, match.start(), verb):
            continue
        source = _left(plain, match.start(), verb)
        if source is None and verb in w.SPEECH:
            source = _inverted(plain, match)
        if source is None or not _can_say(source, verb):
            continue
        outlet = _TOLD_OUTLET.match(plain[match.start() : match.start() + 80])
        via = mention(outlet["who"].strip()) if outlet else None
        if via is not None and _passes_on(via):
            yield Step(StepRole.SAYS, via, match.group(), match.start())
            yield Step(StepRole.TOLD, source, match.group(), match.start())
        else:
            yield Step(StepRole.SAYS, source, match.group(), match.start())


def _active(plain: str, at: int, verb: str) -> bool:
    """Whether a verb form is active: "was told" and "to say" have another subject."""
    before = plain[max(0, at - 40) : at]
    if _SEEMING.search(before):
        return True
    passive = bool(_PASSIVE.search(before))
    return passive == verb.endswith("ing")


def _passes_on(via: Mention) -> bool:
    return via.type is SourceType.OUTLET or via.head in w.AGENCIES


def _can_say(source: Mention, verb: str) -> bool:
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


def _left(plain: str, at: int, verb: str) -> Mention | None:
    """Return the source whose noun phrase ends before a verb."""
    left = _DASHED.sub(" ", plain[max(0, at - _LONGEST_LEFT) : at])
    bare = _SEEMING.search(left) is not None  # "appears to show": the form agrees with nothing
    left = _TRAILING.sub("", left.rstrip() + " ") if left.strip() else left
    parts = left.split(",")
    if parts[-1].strip():
        return _mention_in_clause(parts[-1] if len(parts) > 1 else left, verb, bare=bare)
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
        if source and _can_say(source, verb) and (bare or _agrees(source, verb)):
            return source
    return speaker(part[begin:].strip()) if verb in w.PLAIN_SPEECH else None


def _subject_of_two(candidate: str) -> str:
    """Return the subject of "X did this and" before a second verb."""
    if titled := TITLED.search(candidate):
        return candidate[: titled.end()]
    if proper := _PROPER_SUBJECT.match(candidate):
        return proper.group()
    for word in _WORD.finditer(candidate):
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
        return not source.words.endswith(("an", "ese", "ish")) and not plural
    return True


def _inverted(plain: str, match: re.Match[str]) -> Mention | None:
    """Return the source after a verb that follows a quotation or a comma: '…, said X'."""
    before = plain[: match.start()].rstrip()
    if not before or before[-1] not in ',"\u201d\u2019?!':
        return None
    for phrase in _right_phrases(plain[match.end() : match.end() + 200].lstrip())[:1]:
        return mention(phrase)
    return None
