"""Frames around a sentence that are none of its verbs, as steps of a chain.

"Citing X", "verified by X", "which two officials confirmed", "who had read X", "papers published
by X": a frame counts wherever it stands outside of quotation marks. Patterns are bounded, and each
is asked only where a word that it needs stands.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.attribution import words as w
from provenance.attribution.beside import right_phrases
from provenance.attribution.bounds import Piece
from provenance.attribution.cues import Kind
from provenance.attribution.mentions import checkers, mention
from provenance.attribution.nouns import Mention
from provenance.attribution.units import Unit
from provenance.model import SourceType, StepRole
from provenance.text import Phrases, as_in

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
FRAMES = frozenset().union(
    *(each.words for each in (_CITING, _CHECKED, _CHECKED_BY_WHOM, _FROM_PAPERS, _MADE_BY))
)


class Step(NamedTuple):
    """A step of one unit before later mentions are joined to earlier ones."""

    role: StepRole
    source: Mention
    cue: str
    at: int  # where the cue stands in the text
    stands: Piece | None  # where the source stands
    cued: Piece
    content: tuple[Piece, ...]
    kind: Kind = Kind.SPEECH


def frames(unit: Unit, text: str, made: list[Step]) -> list[Step]:
    """Return the steps that frame a sentence or its source."""
    plain = _plain(unit, text)
    content = next(
        (step.content for step in made if step.role is StepRole.SAYS), ((unit.start, unit.end),)
    )
    found = [
        *_rightward(plain, _MADE_BY, StepRole.SAYS),
        *_rightward(plain, _CITING, StepRole.TOLD),
        *_rightward(plain, _CHECKED, StepRole.VERIFIED),
        *_checkers(plain),
    ]
    if not any(each.source.type is SourceType.DOCUMENT for each in (*made, *found)):
        found.extend(_papers(_rightward(plain, _FROM_PAPERS, StepRole.SAYS)))
    if any(each.role is not StepRole.VERIFIED for each in (*made, *found)):
        found.extend(_papers(_rightward(plain, _SAW, StepRole.TOLD)))
    return [_moved(step, unit.start, content) for step in found]


def _plain(unit: Unit, text: str) -> str:
    """Return the words of a unit with blanks for what stands in quotation marks."""
    pieces, at = [], unit.start
    for begin, end in unit.quotes:
        pieces.append(text[at : max(at, begin)])
        inner = min(end, unit.end) - max(begin, unit.start)
        pieces.append("\u201c" + " " * (inner - 2) + "\u201d" if inner > 1 else " " * inner)
        at = min(end, unit.end)
    pieces.append(text[at : unit.end])
    return "".join(pieces)


def _moved(step: Step, by: int, content: tuple[Piece, ...]) -> Step:
    """Return a step found in the words of a unit with its places in the text."""
    stands = None if step.stands is None else (step.stands[0] + by, step.stands[1] + by)
    cued = step.cued[0] + by, step.cued[1] + by
    return step._replace(at=step.at + by, stands=stands, cued=cued, content=content)


def _papers(found: Iterator[Step]) -> Iterator[Step]:
    return (step for step in found if step.source.type is SourceType.DOCUMENT)


def _rightward(plain: str, pattern: Phrases, role: StepRole) -> Iterator[Step]:
    for match in pattern.finditer(plain):
        right = plain[match.end() : match.end() + 200]
        for phrase in right_phrases(right):
            source = mention(phrase) or (checkers(phrase) if role is StepRole.VERIFIED else None)
            if source is not None:
                yield _placed(plain, match, role, source, match.end(), right)


def _checkers(plain: str) -> Iterator[Step]:
    """Yield who checked it where the verb is active: "which two officials confirmed"."""
    for match in _CHECKED_BY_WHOM.finditer(plain):
        who = as_in(plain, match, "who")
        source = mention(who) or checkers(who)
        if source is not None and source.type is not SourceType.DOCUMENT:
            yield _placed(plain, match, StepRole.VERIFIED, source, match.start("who"), who)


def _placed(  # where a step stands takes all of these
    plain: str, match: re.Match[str], role: StepRole, source: Mention, begin: int, right: str
) -> Step:
    found = right.find(source.words)
    stands = (begin + found, begin + found + len(source.words)) if found >= 0 else None
    at = match.start() if role is not StepRole.VERIFIED else match.start("cue")
    return Step(role, source, as_in(plain, match, "cue"), at, stands, match.span("cue"), ())
