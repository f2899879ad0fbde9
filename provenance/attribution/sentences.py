"""The units of a text with the steps of each, earlier and later ones considered.

Five things carry over: a definite document noun that is the subject ("the cache runs to …"),
quoted speech that goes on over several sentences and paragraphs (``passages``), a reported
passage that a sentence adds to (``continuing``), who vouches for it in the next sentence
(``confirming``), and names (``memory``).
"""

import re
from typing import NamedTuple

from provenance.attribution.bounds import Bound, Piece
from provenance.attribution.confirming import checked, vouches
from provenance.attribution.continuing import continued
from provenance.attribution.cues import Kind
from provenance.attribution.frames import Step
from provenance.attribution.memory import Memory
from provenance.attribution.mentions import mention
from provenance.attribution.nouns import Mention
from provenance.attribution.passages import Read, passages
from provenance.attribution.steps import steps
from provenance.attribution.units import Unit
from provenance.model import AttributionStep, SourceType, StepRole

ABOUT = "by context: a document introduced before"
ADDED = "by context: adds to what was reported before"
CONFIRMED = "by context: confirmed in the next sentence"
GOES_ON = "by context: quotation goes on"
SPEAKER = "by context: the last speaker"
_BACK = 6  # units looked back for a speaker
_SPEAKS = frozenset({SourceType.PERSON, SourceType.GROUP, SourceType.ORGANISATION})
_STEPS = 8  # of one sentence that a quotation may go on from
_LONGEST = 2000  # code points; a longer "sentence" is no prose
_SUBJECT_DOCUMENT = re.compile(
    r"^(?:(?:but|and|yet) )?(?P<words>(?:the|these|those|this|its)(?: [a-z-]+){1,3}?"
    r"(?: of [a-z-]+)?) (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)


class Made(NamedTuple):
    """A step of a chain, and where its words and what it is behind stand."""

    step: AttributionStep
    known: Mention  # the source as best named
    source: Piece | None
    cue: Piece | None
    at: int
    content: tuple[Piece, ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of text is what this step is behind, or holds its cue."""
        return start <= self.at < end or any(a < end and start < b for a, b in self.content)


class Sentence(NamedTuple):
    """A unit with the steps that hold for what it states."""

    start: int
    end: int
    made: tuple[Made, ...]
    rule: str

    def within(self, start: int, end: int) -> tuple[Made, ...]:
        """Return the steps of a part, each once: those cued in it, or else those behind it."""
        held = tuple(made for made in self.made if made.holds(start, end))
        inside = tuple(made for made in held if start <= made.at < end)
        speaks = any(made.step.role is StepRole.SAYS for made in inside)
        after = tuple(made for made in held if made.at >= self.end)
        return _once((*inside, *after) if speaks else held)


def read(text: str, memory: Memory, *, outlet: str | None) -> tuple[Sentence, ...]:
    """Return the units of a text in order with their steps."""
    sentences: list[Sentence] = []
    reads = passages(text)
    for index, each in enumerate(reads):
        sentences.append(_own(text, each, memory, outlet))
        if not sentences[-1].made and index and sentences[-2].made:
            sentences[-1] = _added(text, sentences[-2], sentences[-1], each.unit, reads[index - 1])
        elif index and reads[index - 1].unit.line == each.unit.line:
            sentences[-2] = _vouched(text, sentences[-2], sentences[-1])
    return _spoken(_quoted(sentences), reads)


def _spoken(sentences: tuple[Sentence, ...], reads: list[Read]) -> tuple[Sentence, ...]:
    """Give a quotation without a speaker to whoever spoke last, a few units before."""
    last: tuple[int, Made] | None = None
    given: list[Sentence] = []
    for index, (sentence, each) in enumerate(zip(sentences, reads, strict=True)):
        loose = [one for one in each.found if not one.cue and one.source is None]
        if not sentence.made and loose and last is not None and index - last[0] <= _BACK:
            step = last[1].step.model_copy(update={"by_context": True})
            content = tuple(piece for one in loose for piece in one.content)
            made = Made(step, last[1].known, None, None, sentence.start, content)
            sentence = sentence._replace(made=(made,), rule=SPEAKER)  # noqa: PLW2901
        for made in sentence.made:
            if made.step.role is StepRole.SAYS and made.step.type in _SPEAKS:
                last = index, made
        given.append(sentence)
    return tuple(given)


def _own(text: str, read: Read, memory: Memory, outlet: str | None) -> Sentence:
    unit = read.unit
    found = _without_self(steps(unit, text, read.found), outlet)
    rule = f"{found[0].role}: {found[0].cue.lower()}" if found else ""
    sentence = text[unit.start : min(unit.end, unit.start + _LONGEST)]
    if not found and memory.has_document and (subject := _document_subject(sentence)):
        place = unit.start, unit.start + len(subject.words)
        whole = ((unit.start, unit.end),)
        found = (Step(StepRole.SAYS, subject, subject.words, unit.start, place, place, whole),)
        rule = ABOUT
    memory.notice(sentence)
    made = tuple(_made(step, memory) for step in found)
    kept = tuple(
        each
        for each in made
        if each.step.by_context or (rule != ABOUT and each.step.words.lower() != "it")
    )
    return Sentence(unit.start, unit.end, kept, rule)


def _once(made: tuple[Made, ...]) -> tuple[Made, ...]:
    unique: dict[tuple[StepRole, str], Made] = {}
    for each in made:
        unique.setdefault((each.step.role, each.step.name), each)
    return tuple(unique.values())


def _without_self(found: tuple[Step, ...], outlet: str | None) -> tuple[Step, ...]:
    """Leave out the outlet's own name: "told the Courier" in the Courier adds no step.

    That it verified what it prints stays: whoever reads on has to know.
    """
    if outlet is None or len(found) < 2:
        return found
    own = outlet.casefold()
    rest = [
        step
        for step in found
        if step.role is StepRole.VERIFIED or step.source.name.casefold() not in own
    ]
    spoken = [at for at, step in enumerate(rest) if step.role is not StepRole.VERIFIED]
    if len(rest) == len(found) or not spoken:
        return found
    if all(step.role is not StepRole.SAYS for step in rest):
        rest[spoken[0]] = rest[spoken[0]]._replace(role=StepRole.SAYS)
    return tuple(rest)


def _made(step: Step, memory: Memory) -> Made:
    source, by_context = memory.resolve(step.source)
    return Made(
        AttributionStep(
            role=step.role,
            name=source.name,
            named=source.named,
            type=source.type,
            words=step.source.words,
            cue=step.cue,
            by_context=by_context,
        ),
        source,
        step.stands,
        step.cued,
        step.at,
        step.content,
    )


def _document_subject(sentence: str) -> Mention | None:
    match = _SUBJECT_DOCUMENT.match(sentence)
    if match is None:
        return None
    found = mention(match["words"])
    return found if found is not None and found.type is SourceType.DOCUMENT else None


def _quoted(sentences: list[Sentence]) -> tuple[Sentence, ...]:
    """Give a unit without steps those whose quotation goes on in it."""
    reaching: list[tuple[int, int, Made]] = sorted(
        (
            (begin, end, made)
            for sentence in sentences
            for made in sentence.made
            for begin, end in made.content
            if begin >= sentence.end or end <= sentence.start
        ),
        key=lambda each: each[:2],
    )
    at = 0
    carried = []
    for sentence in sentences:
        while at < len(reaching) and reaching[at][1] <= sentence.start:
            at += 1
        if not sentence.made and at < len(reaching) and reaching[at][0] < sentence.end:
            place = reaching[at][:2]
            same = (each for each in reaching[at : at + _STEPS] if each[:2] == place)
            moved = tuple(_carried(made, sentence.start, place) for _, _, made in same)
            sentence = sentence._replace(made=moved, rule=GOES_ON)  # noqa: PLW2901
        carried.append(sentence)
    return tuple(carried)


def _carried(made: Made, start: int, place: Piece) -> Made:
    """Return a step as it stands for a quotation in a later sentence."""
    step = made.step.model_copy(update={"by_context": True})
    return made._replace(step=step, at=start, content=(place,))


def _added(text: str, last: Sentence, sentence: Sentence, unit: Unit, before: Read) -> Sentence:
    """Return a sentence with the steps of the one before in the paragraph that it adds to."""
    if before.unit.line != unit.line or unit.end - unit.start > _LONGEST:
        return sentence
    chain = tuple(made.step for made in last.made)
    steps_ = continued(text[unit.start : unit.end], text[last.start : last.end], chain)
    whole = ((unit.start, unit.end),)
    known = {each.step.name: each.known for each in last.made}
    made = tuple(Made(step, known[step.name], None, None, unit.start, whole) for step in steps_)
    return sentence._replace(made=made, rule=ADDED) if made else sentence


def _vouched(text: str, sentence: Sentence, after: Sentence) -> Sentence:
    """Return a sentence with those who are said to have checked it in the one after it."""
    words, whole = text[after.start : after.end], ((sentence.start, sentence.end),)
    made = tuple(
        each._replace(step=checked(each.step), content=whole)
        for each in after.made
        if each.cue is not None
        and vouches(words, each.step, (each.cue[0] - after.start, each.cue[1] - after.start))
    )
    if not made:
        return sentence
    rule = sentence.rule if sentence.made else CONFIRMED
    return sentence._replace(made=(*sentence.made, *made), rule=rule)


__all__ = ["ABOUT", "ADDED", "CONFIRMED", "GOES_ON", "Bound", "Kind", "Sentence", "read"]
