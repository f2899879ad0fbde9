"""A document, capture, source, lead, finding or inquiry as terminal text."""

from collections.abc import Iterator

from provenance.cli.claim_sheet import grade_lines
from provenance.cli.output import paragraph, shown, styled
from provenance.languages import language_name
from provenance.model.dossier import (
    AgentView,
    CaptureView,
    DeclaredView,
    DocumentView,
    FindingView,
    InquiryView,
    LeadView,
    SourceView,
)


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
        yield from grade_lines(view.grade)
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
