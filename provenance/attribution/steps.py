"""The steps of attribution that stand in one sentence: patterns around a cue.

Each pattern binds a noun phrase to a cue: "X says", "says X", "according to X", "citing X",
"verified by X", "who had read X". Word order is English. The quotation a cue stands in or
beside is not parsed; a cue counts wherever it stands outside of quotation marks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.attribution import words as w
from provenance.attribution.beside import (
    SEEMING,
    WORD,
    can_say,
    right_phrases,
    source_after,
    source_before,
)
from provenance.attribution.mentions import Mention, checkers, mention
from provenance.model import SourceType, StepRole
from provenance.text import Phrases, as_in, words_in

_I = re.IGNORECASE
_QUOTED = re.compile(
    # The end of a quotation that an earlier sentence opened comes first.
    r"^[^\u201c\u201d\"]{1,2000}[,.!?]\"(?=\s)|[\u201c\"][^\u201c\u201d\"]{0,2000}(?:[\u201d\"]|$)|^[^\u201c\u201d\"]{1,2000}\u201d"
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
_NOUN_FOLLOWS = re.compile(
    r"\s*(?:[,.;:)\u2014\u2013]|$|(?:of|and|or|is|are|was|were|has|have|had|will|would|could"
    r"|can|cannot|should"
    r"|must|may|might|now|said|says|who|which)\b)"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|can|could|will|would|should|must|may|might"
    r"|isn[\u2019']t|wasn[\u2019']t|to)(?: [a-z]+ly| also| "
    r"now| not)?\s*$"
)
_NAMING = re.compile(r"calle?d (?:the )?(?:[A-Z][\w\u2019'-]*\s?){1,4}[(,.;]")
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
    first = inner[0] if inner[0] in _QUOTES else " "
    return first + " " * (len(inner) - 2) + inner[-1] if len(inner) > 1 else inner


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
        for phrase in right_phrases(plain[match.end() : match.end() + 200]):
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


def _verbs(plain: str) -> Iterator[Step]:
    if _ALL_VERBS.isdisjoint(words_in(plain)):
        return
    for match in WORD.finditer(plain):
        verb = match.group()
        if verb not in _ALL_VERBS:
            continue
        if verb in w.ALSO_NOUNS and _NOUN_FOLLOWS.match(plain, match.end()):
            continue
        if not _active(plain, match.start(), verb) or _NAMING.match(plain, match.start()):
            continue
        source = source_before(plain, match.start(), verb)
        after = source_after(plain, match) if verb in w.SPEECH else None
        if source is None or (after and after.named and source.type is SourceType.UNKNOWN):
            source = after
        if source is None or not can_say(source, verb):
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
    if SEEMING.search(before):
        return True
    passive = bool(_PASSIVE.search(before))
    return passive == verb.endswith("ing")


def _passes_on(via: Mention) -> bool:
    return via.type is SourceType.OUTLET or via.head in w.AGENCIES
