"""A claim with all that is said of it as terminal text."""

from collections.abc import Iterator

from provenance.cli.output import paragraph, shown, styled
from provenance.model.dossier import (
    AppearanceView,
    ClaimView,
    GradeView,
    ReviewView,
    together,
)


def claim_sheet(view: ClaimView) -> Iterator[str]:
    """Yield the lines that show a claim with its provenance record and why."""
    mark = " (proposed)" if view.proposed else ""
    yield styled(f"{view.handle}  {view.cell}{mark}  {view.type}  {view.state}", "bold")
    yield paragraph(view.wording, "  ")
    if view.stale:
        yield styled("  stale: what it stands on changed after the last decision", "yellow")
        yield paragraph(view.stale_because, "     ")
    for alarm in view.alarms:
        mark = " (proposed)" if alarm.proposed else ""
        yield styled(paragraph(f"ALARM, {alarm.kind}{mark}: {alarm.drawn}", "  "), "red")
    yield f"  letter {view.reliability} of: {shown(view.letter_of)}"
    if view.basis:
        yield paragraph(f"basis of the 6: {view.basis}", "  ")
    for quantity in view.quantities:
        value = quantity.value or "no number given"
        yield f"  amount: {shown(quantity.words)} = {quantity.exactness} {value} {quantity.unit}"
    yield ""
    yield styled("Appearances and who says so", "bold")
    for appearance in view.appearances:
        yield from _appearance(appearance)
    yield from _lineage(view)
    yield ""
    yield styled("Grades and why", "bold")
    if all(grade.axis != "credibility" for grade in view.grades):
        yield f"  {_ungraded(view)}"
    for grade, names in together(view.grades):
        yield from grade_lines(grade)
        if len(names) > 1:
            yield paragraph(f"the same for {', '.join(names)}", "     ")
    yield from _work(view)


def _ungraded(view: ClaimView) -> str:
    if view.type == "fact":
        return "credibility: not graded yet"
    return f"credibility: {'an' if view.type == 'opinion' else 'a'} {view.type} is not graded"


def _lineage(view: ClaimView) -> Iterator[str]:
    yield ""
    yield styled(f"Origins ({len(view.origins)})", "bold")
    for origin in view.origins:
        mark = ", proposed" if origin.proposed else ""
        head = f"{origin.number}. {origin.stance}: {origin.name} [{origin.independence}{mark}]"
        yield paragraph(head, "  ")
        yield paragraph(origin.sentence, "     ")
    for sentence in view.circular:
        yield paragraph(f"circular reporting: {sentence}", "  ")
    for step in view.drift:
        yield paragraph(
            f"{step.upstream} → {step.downstream} {step.change}: “{step.before}” → “{step.after}”",
            "  ",
        )
    for tie in view.derivations:
        other = tie.upstream or shown(tie.upstream_name)
        kind = tie.type if tie.state == "confirmed" else f"as {tie.type}"
        yield f"  {tie.downstream} {tie.wording} {other} ({tie.state} {kind})"
        for evidence in tie.evidence:
            yield paragraph(evidence.sentence, "     ")
            if evidence.downstream_words:
                yield paragraph(f"{tie.downstream}: “{evidence.downstream_words}”", "       ")
            if evidence.upstream_words:
                yield paragraph(f"{other}: “{evidence.upstream_words}”", "       ")


def _appearance(each: AppearanceView) -> Iterator[str]:
    date = each.published or "no date"
    basis = " (as the collector says)" if each.outlet_basis == "collector" else ""
    yield (
        f"  {each.document}  {each.stance}  {each.modality}"
        f"  {shown(each.outlet) or 'no outlet'}{basis}, {date}"
    )
    yield paragraph(f"“{each.selector.exact}” [{each.selector.start}–{each.selector.end}]", "     ")
    yield from _bearing(each)
    if each.fallen:
        yield styled(paragraph(f"does not count: {each.fallen}", "     "), "yellow")
    if each.beside:
        yield paragraph(f"found by {each.beside} alone", "     ")
    if each.cue:
        yield f"     modality shown by: {shown(each.cue)}"
    for when in each.when:
        yield paragraph(f"when: {when}", "     ")
    if each.named:
        yield paragraph(f"names: {', '.join(each.named)}", "     ")
    for decided, why in each.because:
        yield paragraph(f"{decided}, by: {why}", "     ")
    if not each.steps:
        yield f"     {each.attribution}"
    for step, told in zip(each.steps, each.told, strict=True):
        named = "named" if step.named else "unnamed"
        type_ = "" if step.type == "unknown" else f" {step.type}"
        where = ", carried over from an earlier sentence" if step.by_context else ""
        cue = "by hand" if step.cue == "by hand" else step.cue and f"“{shown(step.cue)}”"
        shown_by = f"; {cue}{where}" if cue else ""  # the writer's own words have no cue
        of = f", {shown(told)}" if told else ""
        yield f"     {step.role}: {shown(step.name)} ({named}{type_}{of}{shown_by})"
    if each.attribution_why:
        yield paragraph(f"who says it was changed by a person: {each.attribution_why}", "     ")
    yield f"     letter {each.letter} of {shown(each.letter_of)}; outlet {each.outlet_letter}"


def _bearing(each: AppearanceView) -> Iterator[str]:
    """Yield by which rule and words something bears on a claim that it does not make."""
    if each.stance != "repeats" and each.link_words:
        words = ", ".join(map(shown, each.link_words))
        yield paragraph(f"{each.link_rule}, by: {words}", "     ")


def grade_lines(grade: GradeView) -> Iterator[str]:
    """Yield the lines that show a grade with its reasons."""
    mark = ", proposed" if grade.proposed else ""
    by = f"{shown(grade.rater)}{mark} [{grade.policy}]"
    yield f"  {grade.axis} {grade.value} {grade.label} — {by}"
    for reason in grade.rationale:
        yield paragraph(f"{reason.sentence} ({reason.rule})", "     ")


def _work(view: ClaimView) -> Iterator[str]:
    if view.findings:
        yield ""
        yield styled("Findings", "bold")
    for finding in view.findings:
        yield paragraph(f"{finding.handle}  {finding.rule}: {finding.sentence}", "  ")
        for phrase in finding.search:
            yield f"       look for: {shown(phrase)}"
    if view.inquiries:
        yield ""
        yield styled("Inquiries", "bold")
    for inquiry in view.inquiries:
        yield paragraph(
            f"{inquiry.handle}  {inquiry.sought} at {inquiry.where}, {inquiry.at[:10]}: "
            f"{inquiry.result}. {inquiry.note}",
            "  ",
        )
    if view.reviews:
        yield ""
        yield styled("Reviews", "bold")
    if view.agreement:
        yield paragraph(view.agreement, "  ")
    for review in view.reviews:
        yield paragraph(_review(review), "  ")


def _review(each: ReviewView) -> str:
    cell = f" {each.reliability}{each.credibility}" if each.credibility else ""
    reason = f". {each.reason}" if each.reason else ""
    return f"review {each.stage} by {each.reviewer}, {each.at[:10]}: {each.decision}{cell}{reason}"
