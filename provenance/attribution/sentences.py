"""The sentences of a text with the steps of each, earlier and later sentences considered.

Four things carry over: a definite document noun that is the subject ("the cache runs to …"),
quoted speech that goes on over several sentences, a reported passage that a sentence adds to
(``continuing``), and names (``memory``).
"""

import re
from typing import NamedTuple

from provenance.attribution.continuing import continued
from provenance.attribution.memory import Memory
from provenance.attribution.mentions import Mention, mention
from provenance.attribution.steps import Step, steps
from provenance.model import AttributionStep, SourceType, StepRole
from provenance.text import sentence_spans

ABOUT = "by context: a document introduced before"
ADDED = "by context: adds to what was reported before"
_LONGEST = 2000  # code points; a longer "sentence" is no prose
_SUBJECT_DOCUMENT = re.compile(
    r"^(?:(?:but|and|yet) )?(?P<words>(?:the|these|those|this|its)(?: [a-z-]+){1,3}?"
    r"(?: of [a-z-]+)?) (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_FAR = 4000  # code points looked back for an open quotation mark
_OPEN, _CLOSE = "\u201c", "\u201d"


class Sentence(NamedTuple):
    """A sentence with the chain that holds for what it states."""

    start: int
    end: int
    steps: tuple[AttributionStep, ...]
    cues: tuple[int, ...]  # where the cue of each step stands in the text
    rule: str

    def within(self, start: int, end: int) -> tuple[AttributionStep, ...]:
        """Return the steps of a part of the sentence: those cued in it, or else all, each once."""
        inside = [step for step, at in zip(self.steps, self.cues, strict=True) if start <= at < end]
        speaks = any(step.role is StepRole.SAYS for step in inside)
        return _once(tuple(inside) if speaks else self.steps)


def read(text: str, memory: Memory, *, outlet: str | None) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order with their steps."""
    sentences: list[Sentence] = []
    for start, end in sentence_spans(text):
        if end - start > _LONGEST:
            sentences.append(Sentence(start, end, (), (), ""))
        else:
            sentences.append(_own(text, start, end, memory, outlet))
    return _carried(text, sentences)


def _own(text: str, start: int, end: int, memory: Memory, outlet: str | None) -> Sentence:
    sentence = text[start:end]
    found = [
        step for step in _without_self(steps(sentence), outlet) if step.source.words in sentence
    ]
    rule = f"{found[0].role}: {found[0].cue.lower()}" if found else ""
    if not found and memory.has_document and (subject := _document_subject(sentence)):
        found = [Step(StepRole.SAYS, subject, subject.words, 0)]
        rule = ABOUT
    made = [(_step(step, memory), start + step.at) for step in found]
    made = [pair for pair in made if pair[0].by_context or pair[0].words.lower() != "it"]
    memory.notice(sentence)
    return Sentence(start, end, tuple(s for s, _ in made), tuple(at for _, at in made), rule)


def _once(made: tuple[AttributionStep, ...]) -> tuple[AttributionStep, ...]:
    unique: dict[tuple[StepRole, str], AttributionStep] = {}
    for step in made:
        unique.setdefault((step.role, step.name), step)
    return tuple(unique.values())


def _without_self(found: tuple[Step, ...], outlet: str | None) -> tuple[Step, ...]:
    """Leave out the outlet's own name: "told the Courier" in the Courier adds no step."""
    if outlet is None or len(found) < 2:
        return found
    own = outlet.casefold()
    rest = [step for step in found if step.source.name.casefold() not in own]
    if len(rest) == len(found) or not rest:
        return found
    if all(step.role is not StepRole.SAYS for step in rest):
        rest[0] = rest[0]._replace(role=StepRole.SAYS)
    return tuple(rest)


def _step(step: Step, memory: Memory) -> AttributionStep:
    source, by_context = memory.resolve(step.source)
    return AttributionStep(
        role=step.role,
        name=source.name,
        named=source.named,
        type=source.type,
        words=step.source.words,
        cue=step.cue,
        by_context=by_context,
    )


def _document_subject(sentence: str) -> Mention | None:
    match = _SUBJECT_DOCUMENT.match(sentence)
    if match is None:
        return None
    found = mention(match["words"])
    return found if found is not None and found.type is SourceType.DOCUMENT else None


def _carried(text: str, sentences: list[Sentence]) -> tuple[Sentence, ...]:
    """Give sentences without a source that of the quotation or the passage they stand in."""
    carried: list[Sentence] = []
    for index, sentence in enumerate(sentences):
        steps: tuple[AttributionStep, ...] = ()
        if not sentence.steps and sentence.end - sentence.start <= _LONGEST:
            if speaker := _speaker(text, sentences, carried, index):
                steps = (speaker.steps[0].model_copy(update={"by_context": True}),)
                rule = "by context: quotation goes on"
            elif carried and carried[-1].steps:
                steps, rule = _added(text, carried[-1], sentence), ADDED
        if steps:
            cues = (sentence.start,) * len(steps)
            sentence = sentence._replace(steps=steps, cues=cues, rule=rule)  # noqa: PLW2901
        carried.append(sentence)
    return tuple(carried)


def _added(text: str, last: Sentence, sentence: Sentence) -> tuple[AttributionStep, ...]:
    """Return the steps of the sentence before in the paragraph that this one adds to."""
    if "\n" in text[last.end : sentence.start]:
        return ()
    return continued(text[sentence.start : sentence.end], text[last.start : last.end], last.steps)


def _open_quote(before: str) -> bool:
    return before.count(_OPEN) > before.count(_CLOSE) or before.count('"') % 2 == 1


def _speaker(
    text: str, sentences: list[Sentence], carried: list[Sentence], index: int
) -> Sentence | None:
    sentence = sentences[index]
    line = text.rfind("\n", 0, sentence.start) + 1
    opens = text[sentence.start] in (_OPEN, '"')
    if not opens and not _open_quote(text[max(line, sentence.start - _FAR) : sentence.start]):
        return None
    last = carried[-1] if carried else None
    if last is not None and last.steps:
        above = text.rfind("\n", 0, last.start) + 1
        if last.start >= line or (opens and _open_quote(text[max(above, line - _FAR) : line])):
            return last
    for later in sentences[index + 1 : index + 12]:
        if "\n" in text[sentence.end : later.start]:
            return None
        if later.steps:
            return later
    return None
