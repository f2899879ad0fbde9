"""The provenance record of a claim as a sheet: who says it, why the grade, what bytes, who else.

Headings stand in the order in which an analyst asks. What is not known is said. What the
collector says stands apart from what was observed. No grade is made or changed here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.display import day_and_minute, one_line
from provenance.model import AttributionStatus, StepRole
from provenance.model.dossier import (
    AppearanceView,
    ClaimView,
    DocumentView,
    FindingView,
    InquiryView,
    together,
)
from provenance.model.judgement import Axis
from tui.captured import capture_lines
from tui.sheet import Sheet, Writer

if TYPE_CHECKING:
    from provenance.workspace.notes import Note

_ROLES = {
    StepRole.SAYS: "says it",
    StepRole.TOLD: "told them",
    StepRole.VERIFIED: "said to have verified it",
}


def record_sheet(
    view: ClaimView,
    place: AppearanceView | None,
    doc: DocumentView | None,
    notes: "Sequence[Note]" = (),
) -> Sheet:
    """Return a claim's record; ``place`` and ``doc`` are those shown beside it.

    Scratch notes stand under a line of their own, as they are no part of the record.
    """
    writer = Writer()
    _claim(writer, view)
    _attribution(writer, place)
    _grades(writer, view)
    _origins(writer, view)
    _findings(writer, view)
    _changes(writer, view)
    if doc is not None:
        capture_lines(writer, doc)
    _places(writer, view, place)
    _reviews(writer, view)
    _notes(writer, notes)
    return writer.sheet()


def grade_words(cell: str, *, proposed: bool, state: str) -> str:
    """Return a cell with how far it has come, in words."""
    if proposed and state != "proposed":
        return f"{cell} proposed, {state}"
    return f"{cell} {state}"


def _claim(writer: Writer, view: ClaimView) -> None:
    writer.heading(
        f"{view.handle}  {grade_words(view.cell, proposed=view.proposed, state=view.state)}"
    )
    writer.line(one_line(view.wording), "strong", indent=2)
    writer.labelled("kind", view.type.value)
    for alarm in view.alarms:
        writer.line(f"ALARM: {one_line(alarm.drawn)} ({alarm.kind})", "warn", indent=2)
    if view.stale:
        writer.line("STALE: graded before something it stands on changed", "warn", indent=2)
        writer.line(one_line(view.stale_because), indent=4)
    for quantity in view.quantities:
        value = f" = {quantity.value} {quantity.unit}".rstrip() if quantity.value else ""
        writer.labelled("amount", one_line(f"{quantity.words} ({quantity.exactness}){value}"))
    for label, words in (("place", view.places), ("time", view.times)):
        if words:
            writer.labelled(label, one_line(", ".join(words)))


def _attribution(writer: Writer, place: AppearanceView | None) -> None:
    writer.heading("Who says it")
    if place is None:
        writer.line("This claim appears nowhere any more.", "warn", indent=2)
        return
    if place.attribution is AttributionStatus.UNATTRIBUTED:
        writer.line("UNATTRIBUTED: the text does not say who says so.", "warn", indent=2)
    elif place.attribution is AttributionStatus.WRITER:
        writer.line("The writer says so.", indent=2)
    for number, (step, told) in enumerate(zip(place.steps, place.told, strict=True), 1):
        named = "named" if step.named else "UNNAMED"
        writer.line(
            f"{number}. {_ROLES[step.role]}: {one_line(step.name)} ({named}, {step.type.value})",
            "" if step.named else "warn",
            indent=2,
        )
        if told:
            writer.line(one_line(told), indent=5)
        carried = " (carried over from an earlier sentence)" if step.by_context else ""
        shown_by = f", shown by \u201c{one_line(step.cue)}\u201d" if step.cue else ""
        words = (
            f"words: \u201c{one_line(step.words)}\u201d" if step.words else "no words of the text"
        )
        writer.line(f"{words}{shown_by}{carried}", indent=5)
    if place.fallen:
        writer.line(f"DOES NOT COUNT: {one_line(place.fallen)}", "warn", indent=2)
    cue = f", by \u201c{one_line(place.cue)}\u201d" if place.cue else ""
    writer.labelled("put forward as", f"{place.modality.value}{cue}")
    for decided, why in place.because:
        writer.labelled(f"{decided}, by", one_line(why))
    for when in place.when:
        writer.labelled("when", one_line(when))
    if place.named:
        writer.labelled("names", one_line(", ".join(place.named)))
    writer.labelled("letter", f"{place.letter} of {one_line(place.letter_of)}")
    writer.labelled("letter of the outlet", place.outlet_letter)


def _grades(writer: Writer, view: ClaimView) -> None:
    writer.heading("Grade and why")
    if not view.grades:
        writer.line("Not graded yet.", "warn", indent=2)
    ordered = sorted(view.grades, key=lambda each: each.axis is not Axis.RELIABILITY)
    for grade, names in together(ordered):
        mark = " proposed" if grade.proposed else ""
        writer.line(f"{grade.axis.value} {grade.value}{mark}: {grade.label}", "strong", indent=2)
        if len(names) > 1:
            writer.line(f"for {one_line(', '.join(names))}", indent=4)
        for reason in grade.rationale:
            writer.line(f"- {one_line(reason.sentence)}", indent=4)
        writer.line(
            f"by {one_line(grade.rater)}, {grade.at}, policy {one_line(grade.policy)}, "
            f"definitions {one_line(grade.definition_set)}",
            "faint",
            indent=4,
        )
    if view.credibility is None:
        writer.line("Only facts are graded for credibility.", indent=2)
    if view.letter_of:
        writer.labelled("the cell's letter is of", one_line(view.letter_of))
    if view.basis:
        writer.labelled("basis", one_line(view.basis))


def _origins(writer: Writer, view: ClaimView) -> None:
    writer.heading(f"Origins: {len(view.origins)} for {len(view.appearances)} places")
    for origin in view.origins:
        writer.line(
            f"{origin.number}. {one_line(origin.name)}: {origin.stance}, "
            f"independence {origin.independence} ({', '.join(origin.documents)})",
            indent=2,
        )
        writer.line(one_line(origin.sentence), indent=5)
    if view.reports_not_established:
        writer.labelled(
            "reports whose lineage is not established", f"{view.reports_not_established}"
        )
    for sentence in view.circular:
        writer.line(f"CIRCULAR: {one_line(sentence)}", "warn", indent=2)
    for derivation in view.derivations:
        upstream = derivation.upstream or one_line(derivation.upstream_name or "something unknown")
        writer.line(
            f"{derivation.downstream} {one_line(derivation.wording)} {upstream} "
            f"({derivation.type.value}, {derivation.state.value})",
            indent=2,
        )
        for evidence in derivation.evidence:
            writer.line(f"- {one_line(evidence.sentence)}", indent=4)


def _findings(writer: Writer, view: ClaimView) -> None:
    writer.heading(f"Findings and leads: {len(view.findings)}")
    for finding in view.findings:
        _finding(writer, finding)
    if not view.inquiries:
        writer.line("Nobody has noted an inquiry about this claim.", indent=2)
    for inquiry in view.inquiries:
        inquiry_line(writer, inquiry)


def _finding(writer: Writer, finding: FindingView) -> None:
    writer.line(f"{finding.handle} {one_line(finding.sentence)}", indent=2)
    for phrase in finding.search:
        writer.labelled("search for", one_line(phrase), indent=5)


def inquiry_line(writer: Writer, inquiry: InquiryView) -> None:
    """Write what was looked for and what came of it."""
    note = f" ({one_line(inquiry.note)})" if inquiry.note else ""
    writer.line(
        f"{inquiry.handle} {one_line(inquiry.by)} sought {one_line(inquiry.sought)} at "
        f"{one_line(inquiry.where)}, {inquiry.at}: {inquiry.result.upper()}{note}",
        indent=2,
    )


def _changes(writer: Writer, view: ClaimView) -> None:
    if not view.drift:
        return
    writer.heading("Changed on the way")
    for step in view.drift:
        writer.line(
            f"{step.upstream} to {step.downstream}: {one_line(step.change)}", "warn", indent=2
        )
        writer.labelled("before", f"\u201c{one_line(step.before)}\u201d", indent=4)
        writer.labelled("after", f"\u201c{one_line(step.after)}\u201d", indent=4)


def _places(writer: Writer, view: ClaimView, shown: AppearanceView | None) -> None:
    writer.heading(f"Places: {len(view.appearances)}")
    for place in view.appearances:
        here = " (shown)" if shown is not None and place.id == shown.id else ""
        outlet = one_line(place.outlet or "outlet unknown")
        writer.line(
            f"{place.document} {outlet}, {day_and_minute(place.published)}: "
            f"{place.stance.value} ({place.link_state.value}), origin {place.origin}{here}",
            indent=2,
        )
        writer.line(f"\u201c{one_line(place.selector.exact)}\u201d", indent=4)
        if place.beside:
            writer.line(f"found by {one_line(place.beside)} alone", indent=4)


def _reviews(writer: Writer, view: ClaimView) -> None:
    writer.heading("Reviews")
    if not view.reviews:
        writer.line("Nobody has decided yet.", indent=2)
    if view.agreement:
        writer.line(one_line(view.agreement), indent=2)
    for review in view.reviews:
        cell = f"{review.reliability or ''}{review.credibility or ''}"
        reason = f": {one_line(review.reason)}" if review.reason else ""
        decision = " ".join(filter(None, (review.decision, cell)))
        writer.line(
            f"{review.stage}. {decision} by {one_line(review.reviewer)}, {review.at}{reason}",
            indent=2,
        )


def _notes(writer: Writer, notes: "Sequence[Note]") -> None:
    if not notes:
        return
    writer.heading(f"Scratch notes: {len(notes)}")
    writer.line("scratch: outside record, log and exports; X deletes", "warn", indent=2)
    for note in notes:
        writer.line(f"note {note.number}, {note.at}: {one_line(note.text)}", indent=2)
