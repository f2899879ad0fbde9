"""Attributions of one unit → the steps of a chain: who says, who told them, who checked it.

A step stands on words that bind a source to a cue: the verbs and phrases of ``spans``, and the
frames around a sentence that are none of its verbs: "citing X", "verified by X", "who had read
X", "papers published by X". What somebody wants, likes or seems to do is an attribution but no
step: it makes nobody the source of a fact. A cue counts wherever it stands outside of quotation
marks.
"""

import re
from collections.abc import Iterator

from provenance.attribution import words as w
from provenance.attribution.beside import right_phrases
from provenance.attribution.bounds import Bound, Piece
from provenance.attribution.cues import VERBS, Form, Frame, Kind
from provenance.attribution.frames import FRAMES, Step, frames
from provenance.attribution.grammar import AUXILIARIES, PRONOUNS, adverb
from provenance.attribution.mentions import mention, source_of
from provenance.attribution.nouns import Mention
from provenance.attribution.units import Unit, word_set
from provenance.model import SourceType, StepRole

_TOLD_OUTLET = re.compile(
    r"^(?:told|tell|tells)\s+(?:the )?(?P<who>(?:[A-Z][\w.\u2019'&-]*\s?){1,4})"
)
_VOUCHES = re.compile(r"(?:independently )?(?:confirmed|verified|corroborated)", re.IGNORECASE)
_UNSAID = re.compile(r"\bnot\b|n[\u2019']t\b|\bnever\b")  # "would not say who did it"
_STATED = (": clause", ": quote", ": before it", "said X", "given out", "and colon")
_UNTOLD = word_set(
    "say tell reveal disclose specify explain mention confirm announce report indicate state "
    "respond elaborate clarify expect anticipate foresee imagine"
)
_MUTE = frozenset(form for form, verb in VERBS.items() if verb.base in _UNTOLD)
"""With "not" or "never" nothing is said by one of these."""
_NO_STATEMENT = ("ask: infinitive", "ask: asked")  # "asked not to be named", "asked by Roe"
_TOLD_OF = ("lie:", "know:", "realize:", "realise:", "forget:")  # the writer says that it is so
_TREATS = frozenset(  # what one speaks of, and not what one says
    form
    for form, verb in VERBS.items()
    if verb.base
    in ("discuss", "outline", "detail", "highlight", "tout", "endorse", "defend", "write")
)
_REFUSING = ("refuse", "decline", "fail", "hesitate", "threaten")
_TO = re.compile(r"(?P<word>[\w'\u2019-]+) to $")
_LONGEST = 8  # words of a source of no known kind
_ORDER = (StepRole.SAYS, StepRole.TOLD, StepRole.VERIFIED)


def steps(unit: Unit, text: str, found: list[Bound]) -> tuple[Step, ...]:
    """Return the steps that stand in one unit: who says, who told, who verified."""
    made = [step for one in found for step in _of_bound(text, one)]
    if not FRAMES.isdisjoint(unit.low) or made:
        made.extend(frames(unit, text, made))
    return _ordered(made) if made else ()


def _of_bound(text: str, one: Bound) -> Iterator[Step]:
    """Yield the steps of an attribution: one, or two where an outlet passes it on."""
    piece = one.meant or one.source
    if piece is None or not one.cue or one.kind not in (Kind.SPEECH, Kind.BELIEF, Kind.EVIDENCE):
        return
    if one.rule in _NO_STATEMENT or one.rule.startswith(_TOLD_OF) or _for_whom(text, one):
        return
    verb = text[one.at : _word_end(text, one.at)]
    if verb.endswith("ing") and one.rule.endswith(": object") and _of_noun(text, one):
        return
    if verb in _MUTE and _UNSAID.search(text, one.cue[0][0], one.at):
        return
    for phrase, start in _said_by(text, piece, verb):
        source = mention(phrase) or (_whoever(phrase) if _states(one) or _frames_it(one) else None)
        if source is None or not _can_say(source, verb, one):
            continue
        role = StepRole.SAYS
        whole = not verb or one.rule.startswith("according")
        cue = text[slice(*one.cue[0])] if whole else verb
        if outlet := _TOLD_OUTLET.match(text[one.at : one.at + 80]):
            via = mention(outlet["who"].strip())
            if via is not None and (via.type is SourceType.OUTLET or via.head in w.AGENCIES):
                where = one.at + outlet.start("who"), one.at + outlet.end("who")
                yield Step(role, via, cue, one.at, where, one.cue[0], one.content)
                role = StepRole.TOLD
        at = start + max(phrase.find(source.words), 0)
        stands = at, at + len(source.words)
        yield Step(role, source, cue, one.at, stands, one.cue[0], one.content, one.kind)


def _states(one: Bound) -> bool:
    """Whether a cue is followed, or preceded, by a whole statement."""
    return one.kind is Kind.SPEECH and one.rule.endswith(_STATED)


def _frames_it(one: Bound) -> bool:
    return one.rule.startswith("according")


def _whoever(phrase: str) -> Mention | None:
    """Return an unknown source for whoever is the subject of a statement."""
    words = phrase.lower().split()
    if len(words) > _LONGEST or not words[-1].replace("-", "").isalpha() or words[-1] in PRONOUNS:
        return None
    if any(word in AUXILIARIES or word.endswith("ed") or word == "that" for word in words):
        return None
    if adverb(words[-1]) or _doing(words[0]) or _doing(words[-1]):
        return None
    return source_of(phrase)


def _doing(word: str) -> bool:
    """Whether a word is a participle: no noun, and nobody."""
    verb = VERBS.get(word)
    return verb is not None and verb.form is Form.ING


def _for_whom(text: str, one: Bound) -> bool:
    """Whether a cue is what something is for: "came an hour early to say"."""
    at = one.cue[0][0]
    before = _TO.search(text, max(0, at - 25), at)
    if before is None:
        return False
    verb = VERBS.get(before["word"])
    return (verb is None and before["word"] != "on") or (
        verb is not None and verb.base in _REFUSING
    )


def _of_noun(text: str, one: Bound) -> bool:
    """Whether a participle tells what a noun does: "a man | shouting slurs"."""
    begin = one.cue[0][0]
    before = text[max(0, begin - 12) : begin].rstrip()
    return before[-1:].isalnum() and before.rpartition(" ")[2] not in ("and", "while", "after")


def _word_end(text: str, at: int) -> int:
    end = at
    while end < len(text) and (text[end].isalpha() or text[end] == "-"):
        end += 1
    return end


def _said_by(text: str, piece: Piece, verb: str) -> list[tuple[str, int]]:
    """Return the noun of a source phrase: its name where that stands beside its office."""
    phrase, start = text[piece[0] : piece[1]], piece[0]
    first, comma, rest = phrase.partition(",")
    if comma:
        source = mention(first)
        beside = mention(rest.strip(" ,"))
        if (
            source is not None
            and not source.named
            and source.type is SourceType.PERSON
            and beside is not None
            and beside.named
            and beside.type is SourceType.PERSON
        ):
            return [(rest.strip(" ,"), start + phrase.find(rest.strip(" ,")))]
        if source is not None:
            return [(first, start)]
    if verb.lower() == "according":
        parts = right_phrases(phrase)
        return [(part, start + max(phrase.find(part), 0)) for part in parts]
    return [(phrase, start)]


def _can_say(source: Mention, verb: str, one: Bound) -> bool:
    """Whether a verb makes a statement where this source is its subject."""
    low = verb.lower()
    if low == "according":
        return True
    if source.type is SourceType.DOCUMENT:
        return low in w.EVIDENCE or _states(one)
    if low in w.ONLY_RESEARCH:
        return source.head in w.JUDGING or one.rule.endswith(": clause")
    if _states(one) or low.startswith(("declin", "refus")):
        return True
    if low in w.BELIEF:
        return one.rule.endswith((": clause", ": quote", ": before it"))
    told = one.kind is Kind.SPEECH and one.rule.endswith(": object") and low not in _TREATS
    speaks = low in w.SPEECH or (told and Frame.ANYTHING in VERBS[low].frames)
    return speaks and source.head not in w.THING_PRONOUNS


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
