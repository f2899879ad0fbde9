"""Leads: findings of all claims merged by what there is to look for, and ranked.

Two findings of one rule are one lead where they name the same thing or share a phrase to search
for, so that nine copies of a text that speaks of one document ask for it once. Rank: kind of
finding (a primary document first), then how many claims it could change, then place in the text.
The result does not depend on the order of the findings.
"""

from collections.abc import Sequence

from provenance.grading.findings import (
    CIRCULAR,
    CORRECTED,
    CREDITED,
    HEDGE,
    IN_PART,
    LANGUAGE,
    MOST_PHRASES,
    NOTICE,
    ONE_ORIGIN,
    PRIMARY,
    UNDATED,
    UNNAMED,
    VERIFIER_INVOLVED,
    VERIFIERS,
    FindingDraft,
    in_text_order,
)
from provenance.model.record import Digest, RecordId, Value

# The order in which kinds of findings are worth an analyst's hour; any other comes after these.
KINDS = (
    NOTICE,
    PRIMARY,
    VERIFIERS,
    VERIFIER_INVOLVED,
    CORRECTED,
    CREDITED,
    UNNAMED,
    UNDATED,
    CIRCULAR,
    ONE_ORIGIN,
    HEDGE,
    IN_PART,
    LANGUAGE,
)


class Lead(Value):
    """One thing to look for; ``findings`` are the keys of the findings it would settle."""

    rank: int
    rule: str
    sentence: str
    search: tuple[str, ...]
    claims: tuple[RecordId, ...]
    findings: tuple[Digest, ...]


def merge(findings: Sequence[FindingDraft]) -> tuple[Lead, ...]:
    """Return the leads that the findings come to, the most useful first."""
    groups = _groups(sorted(findings, key=in_text_order))
    ranked = sorted(groups, key=_rank)
    return tuple(_lead(group, rank) for rank, group in enumerate(ranked, start=1))


def _groups(findings: Sequence[FindingDraft]) -> list[list[FindingDraft]]:
    """Return the connected components: an edge is a shared key or a shared phrase."""
    parent = list(range(len(findings)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first_with: dict[tuple[str, str], int] = {}
    for place, finding in enumerate(findings):
        for mark in (finding.key, *finding.search):
            other = first_with.setdefault((finding.rule, mark), place)
            parent[root(place)] = root(other)
    groups: dict[int, list[FindingDraft]] = {}
    for place, finding in enumerate(findings):
        groups.setdefault(root(place), []).append(finding)
    return list(groups.values())


def _claims(group: Sequence[FindingDraft]) -> tuple[RecordId, ...]:
    return tuple(sorted({claim for finding in group for claim in finding.claims}))


def _rank(group: Sequence[FindingDraft]) -> tuple[int, int, tuple[int, str, str]]:
    rule = group[0].rule
    weight = KINDS.index(rule) if rule in KINDS else len(KINDS)
    return weight, -len(_claims(group)), min(in_text_order(finding) for finding in group)


def _lead(group: Sequence[FindingDraft], rank: int) -> Lead:
    ordered = sorted(group, key=in_text_order)
    phrases = dict.fromkeys(phrase for finding in ordered for phrase in finding.search)
    return Lead(
        rank=rank,
        rule=ordered[0].rule,
        sentence=ordered[0].sentence,
        search=tuple(phrases)[:MOST_PHRASES],
        claims=_claims(group),
        findings=tuple(dict.fromkeys(finding.key for finding in ordered)),
    )
