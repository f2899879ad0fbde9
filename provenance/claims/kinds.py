"""What kind of statement a sentence is: a table of named rules, read from the top.

The first rule that holds decides, and gives the words by which it holds. A statement that is
put into somebody's mouth is judged by its content: "the minister said the bridge will open" is
a forecast, hers, and "the minister said the bridge should open" a norm, hers. That she said so
is the fact in it; the claim is at the level of saying then (``levels``). A rule without a kind
says that the sentence is no claim.
"""

from collections.abc import Callable
from typing import NamedTuple

from provenance.claims import signs, views
from provenance.claims import words as w
from provenance.claims.judged import Judged
from provenance.claims.levels import authentic
from provenance.claims.patterns import (
    BELIEF,
    DENYING,
    LEADING_FRAME,
    LEADING_SOURCE,
    TRAILING_FRAME,
)
from provenance.claims.quantities import quantities
from provenance.claims.sentence import Sentence, read
from provenance.model import ClaimKind, Quantity


class Rule(NamedTuple):
    """A named rule: what it makes of a sentence, and when it holds."""

    name: str
    kind: ClaimKind | None
    holds: Callable[[Judged], str]  # the words, or nothing


def content(text: str) -> tuple[str, Sentence, str]:
    """Return what a sentence says without who says so, its reading, and the words of who does."""
    if trailing := TRAILING_FRAME.search(text):
        inner = text[: trailing.start() + 1].strip("\"'\u201c\u201d\u2018\u2019 ")
        if len(inner.split()) > 2:
            return inner, read(inner), trailing["verb"]
    if leading := LEADING_SOURCE.match(text):
        inner = text[leading.end() :]
        return inner, read(inner), " ".join(leading.group().split()[:2])
    sentence = read(text)
    if BELIEF.match(text):
        return text, sentence, ""
    pointing = sentence.subject in (("it",), ("this",), ("that",))
    if pointing and sentence.predicate[:1] in (("a",), ("an",), ("the",)):
        return text, sentence, ""
    if sentence.verb is not None and sentence.low[sentence.verb] in w.REPORTING - DENYING:
        after = text[sentence.start_of(sentence.verb) + len(sentence.raw[sentence.verb]) :]
        inner = LEADING_FRAME.sub("", after.lstrip(" ,:")).strip('"\u201c\u201d ')
        inside = read(inner)
        if len(inside.low) > 3 and inside.verb is not None:
            return inner, inside, sentence.raw[sentence.verb]
    return text, sentence, ""


class Judgement(NamedTuple):
    """What decides a sentence: the rule, the kind it gives, the words, the sentence as judged."""

    rule: str
    kind: ClaimKind | None
    words: str
    sentence: Judged
    amounts: tuple[Quantity, ...]  # of the sentence as judged

    @property
    def main(self) -> str:
        """The text from the main verb on."""
        at = self.sentence.read.verb
        return self.sentence.text[self.sentence.read.start_of(at) :] if at is not None else ""


def judge(text: str) -> Judgement:
    """Return what the first rule that holds makes of a sentence."""
    inner, sentence, frame = content(text)
    every = quantities(inner)
    amounts = [
        amount
        for amount in every
        if amount.unit and amount.unit not in w.DURATIONS and amount.value != "1"
    ]
    judged = Judged(
        inner,
        sentence,
        frame,
        counted=next((amount.words for amount in amounts if amount.value is not None), ""),
        vague=next((amount.words for amount in amounts if amount.value is None), ""),
    )
    for rule in RULES:  # the last one holds for whatever is left
        if words := rule.holds(judged):
            break
    return Judgement(rule.name, rule.kind, words, judged, every)


RULES: tuple[Rule, ...] = (
    Rule("question about what is to come", ClaimKind.FORECAST, signs.open_future),
    Rule("question", None, signs.question),
    Rule("denial", ClaimKind.FACT, signs.denied),
    Rule("ban", ClaimKind.FACT, signs.banned),
    Rule("obligation", ClaimKind.NORM, signs.obligation),
    Rule("call to act", ClaimKind.NORM, signs.call),
    Rule("need", ClaimKind.NORM, signs.needs),
    Rule("belief about what is to come", ClaimKind.FORECAST, signs.believed),
    Rule("condition", ClaimKind.FORECAST, signs.condition),
    Rule("future or possibility", ClaimKind.FORECAST, signs.future),
    Rule("likelihood", ClaimKind.FORECAST, signs.likelihood),
    Rule("expectation with a time", ClaimKind.FORECAST, signs.expected),
    Rule("first or never before", ClaimKind.FACT, signs.novelty),
    Rule("genuine or not", ClaimKind.FACT, authentic),
    Rule("writer's view", ClaimKind.OPINION, views.view),
    Rule("judging copula", ClaimKind.OPINION, views.judging),
    Rule("pointing back and judging", ClaimKind.OPINION, views.pointing),
    Rule("idea weighed", ClaimKind.OPINION, views.idea),
    Rule("reading minds", ClaimKind.OPINION, views.reads_minds),
    Rule("figure of speech", ClaimKind.OPINION, views.figurative),
    Rule("view in the first person", ClaimKind.OPINION, views.first_person),
    Rule("what a document shows", ClaimKind.FACT, signs.documented),
    Rule("amount", ClaimKind.FACT, signs.amount),
    Rule("number", ClaimKind.FACT, signs.number),
    Rule("event", ClaimKind.FACT, signs.event),
    Rule("named actor acts", ClaimKind.FACT, signs.named_acts),
    Rule("definite subject acts", ClaimKind.FACT, signs.definite_acts),
    Rule("office, rank or place", ClaimKind.FACT, signs.looked_up),
    Rule("reported", ClaimKind.FACT, signs.reported),
    Rule("idea as subject", ClaimKind.OPINION, views.abstract),
    Rule("names in a long sentence", ClaimKind.FACT, signs.names_only),
    Rule("general remark", ClaimKind.OPINION, views.remark),
)
