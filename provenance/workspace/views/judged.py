"""Grades, findings, inquiries and reviews as they are shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from provenance.grading.findings import findings
from provenance.model import Finding, Grade, Inquiry, Review
from provenance.model.dossier import FindingView, GradeView, InquiryView, ReviewView
from provenance.text import fold
from provenance.workspace.features import Standing, claim_facts
from provenance.workspace.views.lookup import Lookup, number


def _by_letter(handle: str) -> tuple[str, int]:
    return handle[:1], number(handle)


class Judged:
    """What was judged, noticed, sought and decided."""

    def __init__(self, lookup: Lookup) -> None:
        """Show what one picture holds."""
        self._lookup = lookup
        self._picture = lookup.picture

    def grades(self, claim: str, found: Standing) -> Iterable[GradeView]:
        """Return the grades of a claim and of the sources and outlets that it stands on."""
        picture = self._picture
        if picture.claims[claim].type == "fact":
            for grade in picture.grades.get(claim, ()):
                yield self.grade(grade)
        sources = {
            picture.same.get(source.id, source.id)
            for mention in found.mentions
            for source in mention.sources
            if source.named
        } | {
            picture.outlets[key].of
            for key in (fold(mention.outlet or "") for mention in found.mentions)
            if key in picture.outlets
        }
        for source in sorted(sources, key=self._lookup.handle):
            for grade in picture.grades.get(source, ()):
                yield self.grade(grade)

    def grade(self, grade: Grade) -> GradeView:
        """Return one grade with its label and its rater."""
        picture = self._picture
        reviewed = bool(picture.reviews.get(grade.subject))
        source = picture.sources.get(grade.subject)
        return GradeView(
            id=grade.id,
            of=source.name if source else "",
            axis=grade.axis,
            value=grade.value,
            label=picture.policy.labels[grade.value],
            definition_set=grade.definition_set,
            policy=picture.policy.name,
            rater=self._lookup.agent(grade.rater),
            proposed=grade.rater == self._lookup.workspace.program.id and not reviewed,
            at=self._lookup.times.get(grade.id, ""),
            rationale=grade.rationale,
        )

    @cached_property
    def _findings_about(self) -> Mapping[str, Sequence[Finding]]:
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self._picture.findings:
            for about in finding.about:
                found[about].append(finding)
        return found

    def findings(self, claim: str, found: Standing) -> Iterable[FindingView]:
        """Return the open findings about a claim, each with the claim's own phrases alone.

        What concerns a text as a whole has its phrases with the finding itself, not here.
        """
        facts = claim_facts(self._picture, self._picture.claims[claim], found)
        own = {draft.key: draft.search for draft in findings([facts])}
        for each in self._findings_about.get(claim, ()):
            view = self.finding(each)
            yield view.model_copy(update={"search": own.get(each.key, ())})

    def finding(self, each: Finding) -> FindingView:
        """Return one finding with the handles of what it is about."""
        handle = self._lookup.handle
        return FindingView(
            id=each.id,
            handle=handle(each.of),
            rule=each.rule,
            sentence=each.sentence,
            search=each.search,
            about=tuple(sorted((handle(about) for about in each.about), key=_by_letter)),
        )

    def inquiry(self, each: Inquiry) -> InquiryView:
        """Return one inquiry with the name of the one who made it."""
        handle = self._lookup.handle
        return InquiryView(
            handle=handle(each.id),
            about=tuple(handle(claim) for claim in each.about),
            sought=each.sought,
            where=each.where,
            words=each.words,
            at=each.at,
            result=each.result,
            note=each.note,
            by=self._lookup.agent(each.by),
        )

    def review(self, each: Review) -> ReviewView:
        """Return one decision with the name of its reviewer."""
        return ReviewView(
            stage=each.stage,
            decision=each.decision,
            reliability=each.reliability,
            credibility=each.credibility,
            reason=each.reason,
            reviewer=self._lookup.agent(each.reviewer),
            at=self._lookup.times.get(each.id, ""),
        )
