"""A claim, document, capture or source as terminal text."""

from collections.abc import Iterator

from provenance.cli.output import paragraph, shown, styled
from provenance.languages import language_name
from provenance.model.dossier import (
    AgentView,
    AppearanceView,
    CaptureView,
    ClaimView,
    DeclaredView,
    DocumentView,
    FindingView,
    GradeView,
    InquiryView,
    LeadView,
    ReviewView,
    SourceView,
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
        yield from _grade(grade)
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


def _grade(grade: GradeView) -> Iterator[str]:
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


def capture_sheet(view: CaptureView) -> Iterator[str]:
    """Yield the lines that show a capture: what was observed, and apart from it what was said."""
    offset = "unknown" if view.clock_offset_ms is None else f"{view.clock_offset_ms} ms"
    yield styled(f"{view.handle}  {view.outcome}", "bold")
    facts = {
        "requested": view.requested,
        "address": view.uri,
        "status": view.status,
        "reason": view.reason or view.unread,
        "begun": view.begun_at,
        "ended": view.ended_at,
        "clock offset": offset,
        "bytes": view.size,
        "payload": view.payload,
        "media type": view.media_type,
        "server": view.peer,
        "certificate": view.certificate,
        "collector": view.collector,
        "tool": view.tool,
        "document": view.document,
    }
    for name, value in facts.items():
        if value not in (None, ""):
            yield f"  {name:<13} {shown(str(value))}"
    for hop in view.hops:
        yield f"  redirect      {hop.status} {shown(hop.uri)} → {shown(hop.location)}"
    for header in view.headers:
        yield f"  header        {shown(header.name)}: {shown(header.value)}"
    if view.said is not None:
        yield "  The collector says (not observed):"
        for name, value in view.said.model_dump().items():
            if value is not None:
                yield f"    {name:<11} {shown(value)}"


def document_sheet(view: DocumentView, *, text: bool) -> Iterator[str]:
    """Yield the lines that show a document, with its text where asked for."""
    yield styled(f"{view.handle}  {shown(view.title) or 'no title'}", "bold")
    yield f"  outlet     {shown(view.outlet) or 'unknown'} ({view.outlet_basis})"
    yield f"  author     {shown(view.author) or 'unknown'} ({view.author_basis})"
    yield f"  published  {view.published or 'unknown'} ({view.published_basis})"
    unread = "" if view.language_read else "; not read: its claims are marked by hand"
    yield f"  language   {language_name(view.language)}{unread}"
    yield f"  section    {shown(view.section) or 'not declared'}"
    yield f"  read by    {view.extractor}"
    yield from _declared(view.declared)
    for use in view.models:
        yield paragraph(use.sentence, "  ")
        yield paragraph(f"asked with {use.parameters}; instructions {use.prompt}", "    ")
        for reason in use.refused:
            yield paragraph(f"refused: {reason}", "    ")
    yield from capture_sheet(view.capture)
    if text:
        yield ""
        yield paragraph(view.text)


def _declared(view: DeclaredView | None) -> Iterator[str]:
    if view is None:
        yield "  genre      not looked at yet; see: provenance assess"
        return
    shown_by = f"; “{shown(view.words)}”" if view.words else ""
    yield paragraph(f"genre      {view.genre} ({view.rule}{shown_by})", "  ")
    if view.why:
        yield paragraph(f"the genre was changed by a person: {view.why}", "    ")
    for origin in view.origins:
        where = f" [{origin.span.start}–{origin.span.end}]" if origin.span else " (beside the text)"
        address = f" {shown(origin.uri)}" if origin.uri else ""
        yield paragraph(f"{origin.kind}: {origin.name}; “{origin.words}”{where}{address}", "    ")


def source_sheet(view: SourceView) -> Iterator[str]:
    """Yield the lines that show a source with its letter."""
    named = "named" if view.named else "unnamed"
    yield styled(f"{view.handle}  {shown(view.name)}  {named} {view.type}", "bold")
    if view.domain:
        yield f"  domain  {shown(view.domain)}"
    if view.grade is None:
        yield "  F: a source without a name cannot be judged"
    else:
        yield from _grade(view.grade)
    if view.ours:
        yield "  our own publication: it adds no origin"
    if view.same_as:
        yield f"  the same as: {', '.join(view.same_as)}"
    if view.may_be:
        command = f"provenance source same {' '.join((view.handle, *view.may_be))}"
        yield f"  under the same name: {', '.join(view.may_be)}  (if they are one: {command})"
    yield f"  claims: {', '.join(view.claims) or 'none'}"


def lead_sheet(lead: LeadView) -> Iterator[str]:
    """Yield the lines that show what to look for."""
    claims = f"{len(lead.claims)} claim{'s' if len(lead.claims) != 1 else ''}"
    some = ", ".join(lead.claims[:12]) + (" …" if len(lead.claims) > 12 else "")
    what = f"{claims}: {some}" if lead.claims else "no claim yet"
    where = f" in {', '.join(lead.documents)}" if lead.documents else ""
    yield styled(f"{lead.rank:>3}. {lead.rule}{where} — {what}", "bold")
    yield paragraph(lead.sentence, "     ")
    for phrase in lead.search:
        yield f"     look for: {shown(phrase)}"
    for inquiry in lead.inquiries:
        place = f"{shown(inquiry.sought)} at {shown(inquiry.where)}"
        yield f"     {inquiry.handle}: {place}: {inquiry.result}"


def finding_sheet(view: FindingView) -> Iterator[str]:
    """Yield the lines that show a finding, with the phrases of all that it is about."""
    yield styled(f"{view.handle}  {view.rule}", "bold")
    yield paragraph(view.sentence, "  ")
    yield f"  about: {', '.join(view.about)}"
    for phrase in view.search:
        yield f"  look for: {shown(phrase)}"


def inquiry_sheet(view: InquiryView) -> Iterator[str]:
    """Yield the lines that show an inquiry."""
    yield styled(f"{view.handle}  {view.result}", "bold")
    facts = {
        "about": ", ".join(view.about) or "the case as a whole",
        "sought": view.sought,
        "where": view.where,
        "words": view.words,
        "when": view.at,
        "by": view.by,
        "note": view.note,
    }
    for name, value in facts.items():
        if value:
            yield f"  {name:<7} {shown(value)}"


def agent_sheet(view: AgentView) -> Iterator[str]:
    """Yield the lines that show who may act here."""
    yield styled(f"{view.handle}  {shown(view.name)}  {view.role}", "bold")
    yield f"  public key  {view.public_key or 'none: the person who runs it signs'}"
