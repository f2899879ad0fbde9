"""Grading: a letter for a source, a digit for a claim, each with its reasons.

Admiralty grading by a policy's rule table (``provenance.model.policy``). The two axes are kept
apart: neither function takes what the other returns, and the letter of the item's own source is
not read for its digit. F and 6 mean unknown: nothing here orders them or turns them into a
number. A program proposes; it never gives a 1 of its own, because ``access_named`` is a
person's act.

``features``  what a grade may look at      ``findings``  what is missing, as drafts
``letters``   whose letter stands in a cell  ``leads``     what to look for next
"""

import re
from collections.abc import Mapping

from provenance.grading.features import ClaimFeatures, Fit, OriginFeature, SourceFeatures
from provenance.grading.letters import CellChoice, cell, whose_letter
from provenance.model import ClaimKind
from provenance.model.judgement import Axis, Reason
from provenance.model.policy import PLACEHOLDER
from provenance.model.record import RecordId, Value
from provenance.model.rules import NAMES_COMPARISON, UNKNOWN, PolicyTable, Rule

__all__ = [
    "CellChoice",
    "ClaimFeatures",
    "Fit",
    "OriginFeature",
    "Proposal",
    "SourceFeatures",
    "basis",
    "cell",
    "credibility",
    "reliability",
    "whose_letter",
]


class Proposal(Value):
    """A letter or digit that the table gives, with its reasons; a person decides."""

    axis: Axis
    value: str
    rationale: tuple[Reason, ...]
    definition_set: str
    comparison: str = ""


def credibility(features: ClaimFeatures, policy: PolicyTable) -> Proposal | None:
    """Return the digit of a claim, or None where its kind is not graded: only a fact is."""
    if features.type is not ClaimKind.FACT:
        return None
    numbers, texts = features.numbers(), features.texts()
    value, rules = policy.decide(Axis.CREDIBILITY, numbers)
    reasons = [_reason(rule, numbers, texts, _stands_on(rule, features)) for rule in rules]
    return Proposal(
        axis=Axis.CREDIBILITY,
        value=value,
        rationale=(*reasons, *_remarks(features, value)),
        definition_set=policy.definition_set,
        comparison=_comparison(rules, texts),
    )


def reliability(features: SourceFeatures, policy: PolicyTable) -> Proposal:
    """Return the letter of a source; without a name or a record of outcomes it is F."""
    numbers, texts = features.numbers(), features.texts()
    value, rules = policy.decide(Axis.RELIABILITY, numbers)
    return Proposal(
        axis=Axis.RELIABILITY,
        value=value,
        rationale=tuple(_reason(rule, numbers, texts, features.records) for rule in rules),
        definition_set=policy.definition_set,
    )


def basis(features: ClaimFeatures) -> str:
    """Return what a 6 or a "no contradiction" rests on: nobody looked, or looked in vain."""
    if not features.inquiries:
        return "Nobody has looked for anything else yet."
    return f"Looked for in vain: {'; '.join(features.inquiries)}."


def _reason(
    rule: Rule,
    numbers: Mapping[str, int],
    texts: Mapping[str, str],
    records: tuple[RecordId, ...],
) -> Reason:
    def word(match: re.Match[str]) -> str:
        name = match.group(1)
        return texts[name] if name in texts else str(numbers[name])

    # One pass: a captured name that holds braces is not expanded again.
    sentence = PLACEHOLDER.sub(word, rule.sentence)
    return Reason(rule=rule.name, sentence=sentence, records=records)


def _stands_on(rule: Rule, features: ClaimFeatures) -> tuple[RecordId, ...]:
    if not rule.when:
        return features.records
    asked = {condition.feature for condition in rule.when}
    if any(NAMES_COMPARISON.get(feature) == "against" for feature in asked):
        origins = features.opposed_by
    elif any(feature.startswith("other") for feature in asked):
        origins = features.others
    else:
        return features.records
    return tuple(dict.fromkeys(record for origin in origins for record in origin.records))


def _remarks(features: ClaimFeatures, value: str) -> list[Reason]:
    """Return what the analyst must read beside the rule: denials, uncounted reports, basis."""
    against = features.against
    remarks = [
        Reason(rule="against", sentence=sentence, records=origin.records)
        for origin in against
        if (sentence := _against(origin, features))
    ]
    if features.fallen:
        remarks.append(
            Reason(
                rule="retracted",
                sentence=f"Not counted, because it was retracted or goes back to what was: "
                f"{'; '.join(features.fallen)}.",
                records=features.fallen_records,
            )
        )
    if features.reports_not_established:
        remarks.append(
            Reason(
                rule="reports whose lineage is not established",
                sentence="Reports whose lineage is not established: "
                f"{features.reports_not_established}. "
                "They are counted apart and raise to 2 at most.",
            )
        )
    if value == UNKNOWN[Axis.CREDIBILITY]:
        remarks.append(Reason(rule="basis", sentence=basis(features)))
    elif not against and features.comparison_fits not in (
        "tends to conflict",
        "contradicts",
    ):
        remarks.append(
            Reason(rule="basis", sentence=f"No contradiction is at hand. {basis(features)}")
        )
    return remarks


def _against(origin: OriginFeature, features: ClaimFeatures) -> str:
    """Return why an origin that speaks against it gives no digit; "" where it can give one."""
    if origin in features.inside:
        return (
            f"Against: {origin.shown_name}, from inside an origin that supports it: "
            "drift, not a contradiction."
        )
    if origin.interested:
        return (
            f"Against: {origin.shown_name} denies it. A bare denial by an interested party "
            "gives neither 4 nor 5 by itself."
        )
    if not origin.named:
        return f"Against: {origin.shown_name}. It has no name and is no named comparison."
    if not origin.confirmed and not origin.primary_captured:
        return (
            f"Against: {origin.shown_name}. Nobody has confirmed that it contradicts this; what a "
            "program finds gives neither 4 nor 5 by itself."
        )
    return ""


def _comparison(rules: tuple[Rule, ...], texts: Mapping[str, str]) -> str:
    for rule in rules:
        for condition in rule.when:
            if condition.feature in NAMES_COMPARISON:
                return texts[NAMES_COMPARISON[condition.feature]]
    return ""
