"""Where a statement says more than its evidence: a table of rules, each with the words.

A rule looks at a statement beside the claim that carries it and the texts furthest upstream
(``evidence``); what it finds holds against all of these, not against one. The sentence of a rule
is what the writer reads; words to put in place of theirs are given only where they follow
without judgement.

==================================== ========================================================
rule                                 holds where
==================================== ========================================================
refused in review                    a person refused the claim
circular reporting, verified by who  an alarm stands on the claim (``workspace.alarms``)
states it
contradicted and put as undisputed   a captured text speaks against it, and this one is silent
a forecast, opinion or norm as fact  the claim is of another kind wherever it appears
hedge dropped, modality raised,      each text upstream is weaker (``lineage.drift``)
agreed became delivered, …
verified by nobody who is named      it is called verified, and no text names who verified it
another amount, more exact           no text upstream gives this amount, or gives it so exactly
another date, more exact             the same of times
another number, another order        otherwise the same, and the doubt decides
another name                         no text of the claim has it, and each has another
says more                            part of it stands in no text
attribution lost, another source     each text upstream says who says so; this one does not
put as plain fact                    nobody says so in a draft, and the digit is 3 or worse
==================================== ========================================================
"""

import re
from collections.abc import Callable, Iterator, Sequence

from provenance import lineage
from provenance.lineage.drift import CURRENCY, DELIVERED, HEDGE, MODALITY, VERIFICATION
from provenance.model import (
    AttributionStatus,
    ClaimKind,
    DerivationKind,
    Modality,
    SourceType,
    StepRole,
)
from provenance.model.checking import AmissView
from provenance.text import fold, words
from provenance.workspace.alarms import RINGS, VERIFIER
from provenance.workspace.check.evidence import Held, Upstream
from provenance.workspace.check.making import CREDIT, about, credit, in_place, made, put, sides, who
from provenance.workspace.check.measures import other_amounts, other_dates
from provenance.workspace.views.lookup import UNCONFIRMED

FINE = frozenset("12")  # digits with which a plain statement is in order
_VERIFIED = re.compile(
    r"\b(?:verified|authenticated|certified|validated|(?:been|was|were|is|are) confirmed"
    r"|independently confirmed|proven|proved)\b"
)
_BAR = re.compile(r"\b(?:not|never|nobody|unverified|unconfirmed|yet to be|could not)\b")
_DRIFT = {
    HEDGE: "Every text furthest upstream hedges it; here the hedge is gone.",
    DELIVERED: "Every text furthest upstream tells of an agreement; here it is put as done.",
    MODALITY: "Every text furthest upstream puts it as agreed, planned or conditional; "
    "here it is put as done.",
    CURRENCY: "Every text furthest upstream gives the amount in another currency.",
    VERIFICATION: "No text furthest upstream says that it is verified in this way.",
}
_ALARMS = {
    RINGS: "circular reporting",
    VERIFIER: "verified by who states it",
}
_ARTICLES = frozenset(words("the a an of and for in at on mr mrs ms dr"))


def amiss(held: Held) -> tuple[AmissView, ...]:
    """Return what is amiss with a statement beside the claim that carries it."""
    return tuple(each for _, rule in RULES for each in rule(held))


def rewritten(held: Held, found: Sequence[AmissView]) -> str:
    """Return a draft's sentence with all put in that follows without judgement, or nothing."""
    quote = sentence = held.text.text[held.piece.marked.start : held.piece.marked.end].rstrip()
    if not held.text.draft:
        return ""
    credited = False
    for each in found:
        if each.instead.startswith(CREDIT):
            if not credited and sentence.endswith(".") and "\n" not in sentence:
                sentence, credited = f"{sentence[:-1]}{each.instead}.", True
        elif each.instead and sentence.count(each.words) == 1:
            sentence = put(held, sentence, each)
    return sentence if sentence != quote else ""


# ---- what the claim is


def _refused(held: Held) -> Iterator[AmissView]:
    if held.claim.state == "refused":
        yield about(held, "refused in review", "The claim was refused in review.")


def _circular(held: Held) -> Iterator[AmissView]:
    for alarm in held.alarms:
        rule = _ALARMS[alarm.kind]
        told = alarm.sentence.removeprefix("Circular reporting: ")
        yield about(held, rule, f"{told} {UNCONFIRMED}" if alarm.proposed else told)


def _undisputed(held: Held) -> Iterator[AmissView]:
    disputed = held.disputed or held.mention.modality is Modality.DENIED
    against = [each for each in held.against if _could_know(held, each)]
    if against and not disputed:
        yield made(
            held,
            "contradicted and put as undisputed",
            "A captured text speaks against it, and this text does not say so.",
            [each.side() for each in against],
        )


def _could_know(held: Held, other: Upstream) -> bool:
    """Return whether a text may have known another: a draft is written now."""
    own, theirs = held.text.published, other.mention.published
    return held.text.draft or not own or not theirs or theirs[:10] <= own[:10]


def _kind(held: Held) -> Iterator[AmissView]:
    kind = held.claim.type
    if kind is not ClaimKind.FACT and held.piece.stated.kind is ClaimKind.FACT:
        yield made(
            held,
            f"{kind.value} put as a fact",
            f"Where it appears it is {'an' if kind is ClaimKind.OPINION else 'a'} {kind.value}.",
            [each.side() for each in held.every],
        )


# ---- wording beside the texts furthest upstream


def _drift(held: Held) -> Iterator[AmissView]:
    changes = [_changes(held.mention, each) for each in held.upstream]
    for change, sentence in _DRIFT.items():
        found = [each.get(change) for each in changes]
        drifted = [each for each in found if each is not None]
        if not drifted or len(drifted) < len(found):
            continue
        sides = [each.side(step.before) for each, step in zip(held.upstream, drifted, strict=True)]
        first = drifted[0]
        theirs = held.upstream[0].mention.wording, first.before
        takes = change == CURRENCY or in_place(theirs, (held.mention.wording, first.after))
        instead = first.before if takes else ""
        yield made(held, change, sentence, sides, said=first.after, instead=instead)


def _changes(mention: lineage.Mention, upstream: Upstream) -> dict[str, lineage.Drift]:
    """Return what would have changed on the way from a text to the statement, by change."""
    tie = lineage.Proposed(
        downstream=mention.document,
        upstream=upstream.mention.document,
        upstream_name=None,
        type=DerivationKind.CITATION,
        directed=True,
        evidence=(),
        key="",
    )
    found: dict[str, lineage.Drift] = {}
    for each in lineage.drift((upstream.mention, mention), (tie,)):
        found.setdefault(each.change, each)
    return found


def _verified(held: Held) -> Iterator[AmissView]:
    said = _VERIFIED.search(fold(held.mention.wording))
    checks = any(each.role is StepRole.VERIFIED for each in held.piece.stated.steps)
    if not (said or checks) or _BAR.search(fold(held.mention.wording)):
        return
    checkers = [
        each
        for mention in (held.mention, *(one.mention for one in held.every))
        for each in mention.sources
        if each.role is StepRole.VERIFIED
    ]
    if not any(each.named for each in checkers):
        yield made(
            held,
            "verified by nobody who is named",
            "No text names who verified it.",
            [each.side() for each in held.upstream],
            said=said.group() if said else "",
        )


def _doubt(held: Held) -> Iterator[AmissView]:
    sentence = {
        "other number": "The numbers are not those of the claim.",
        "other order": "The names come the other way round.",
    }.get(held.match.rule)
    if sentence is not None:
        rule = held.match.rule.replace("other", "another")
        yield made(held, rule, sentence, sides(held), said=", ".join(held.match.words))


def _told(held: Held) -> set[str]:
    """Return the words of all texts that state the claim."""
    return {word for each in held.every for word in words(each.appearance.selector.exact)}


def _names(held: Held) -> Iterator[AmissView]:
    """Yield names that no text of the claim has: it may be another event."""
    known = _told(held) | {w for each in held.piece.stated.steps for w in words(each.name)}
    strange = [each for each in held.match.names if known.isdisjoint(words(each))]
    if strange:
        yield made(
            held,
            "another name",
            "No text that states the claim has this name: it is wrong, or it is another event.",
            sides(held),
            said=", ".join(strange),
        )


def _more(held: Held) -> Iterator[AmissView]:
    told = _told(held)
    more = [each for each in held.match.more if told.isdisjoint(words(each))]
    if more:
        yield made(
            held,
            "says more than the claim",
            "Part of it stands in no text that states the claim.",
            sides(held),
            said=", ".join(more),
        )


# ---- who says so


def _sources(held: Held) -> Iterator[AmissView]:
    own = [each for each in held.mention.sources if _says(each)]
    if not own:
        if held.upstream and all(each.says for each in held.upstream):
            yield made(
                held,
                "attribution lost",
                "Every text furthest upstream says who says so; here nobody is named.",
                [each.side(", ".join(s.name for s in each.says)) for each in held.upstream],
                instead=credit(held),
            )
        return
    known = {
        word
        for each in held.every
        for name in (*(s.name for s in each.mention.sources), each.mention.outlet or "")
        for word in words(name)
    } - _ARTICLES
    strange = [each.name for each in own if each.named and known.isdisjoint(words(each.name))]
    if known and strange:
        yield made(
            held,
            "another source",
            "No text that states the claim names this source for it.",
            [each.side(who(each)) for each in held.upstream or held.every],
            said=", ".join(strange),
        )


def _plain(held: Held) -> Iterator[AmissView]:
    stated = held.piece.stated
    plain = stated.modality is Modality.ASSERTED and stated.status is AttributionStatus.UNATTRIBUTED
    digit = held.claim.credibility
    if not held.text.draft or not plain or digit in FINE or held.claim.type is not ClaimKind.FACT:
        return
    state = "proposed" if held.claim.proposed else "confirmed by a person"
    grade = f"its grade is {held.claim.cell} ({state})" if digit else "it is not graded"
    yield made(
        held,
        "put as plain fact",
        f"It is put as a plain fact, and {grade}.",
        [each.side(who(each)) for each in held.upstream],
        instead=credit(held),
    )


def _says(source: lineage.SourceRef) -> bool:
    return source.role is not StepRole.VERIFIED and source.type is not SourceType.WRITER


RULES: tuple[tuple[str, Callable[[Held], Iterator[AmissView]]], ...] = (
    ("what a person refused", _refused),
    ("circular reporting", _circular),
    ("contradicted claims", _undisputed),
    ("kinds", _kind),
    ("hedges, modality and verification", _drift),
    ("verifiers", _verified),
    ("amounts", other_amounts),
    ("dates", other_dates),
    ("doubts", _doubt),
    ("names", _names),
    ("more than the claim", _more),
    ("sources", _sources),
    ("plain facts", _plain),
)
