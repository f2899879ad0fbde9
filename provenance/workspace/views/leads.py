"""Leads: what to look for next, merged from what the rules have noticed."""

from collections.abc import Iterable

from provenance.grading.findings import FindingDraft
from provenance.grading.leads import merge
from provenance.model.dossier import LeadView
from provenance.workspace.views.judged import Judged
from provenance.workspace.views.lookup import Lookup, number


def leads(lookup: Lookup, judged: Judged) -> tuple[LeadView, ...]:
    """Return what to look for next, the most useful first."""
    picture, handle = lookup.picture, lookup.handle
    drafts = [
        FindingDraft(
            rule=each.rule,
            key=each.key,
            sentence=each.sentence,
            search=each.search,
            claims=tuple(about for about in each.about if about in picture.claims),
            documents=tuple(about for about in each.about if about in picture.documents),
            at=each.at,
        )
        for each in picture.findings
    ]
    by_key = {each.key: each for each in picture.findings}
    return tuple(
        LeadView(
            rank=lead.rank,
            rule=lead.rule,
            sentence=lead.sentence,
            search=lead.search,
            claims=_handles(lookup, lead.claims),
            findings=tuple(handle(by_key[key].of) for key in lead.findings),
            documents=_handles(
                lookup,
                (
                    about
                    for key in lead.findings
                    for about in by_key[key].about
                    if about in picture.documents
                ),
            ),
            inquiries=tuple(
                judged.inquiry(each)
                for each in picture.inquiries
                if set(each.about) & set(lead.claims)
            ),
        )
        for lead in merge(drafts)
    )


def _handles(lookup: Lookup, records: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({lookup.handle(each) for each in records}, key=number))
