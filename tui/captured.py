"""What was captured, as lines of a sheet: what was observed, and apart from it what was said."""

from provenance.display import one_line
from provenance.model.dossier import CaptureView, DocumentView, SaidView
from tui.sheet import Writer


def capture_lines(writer: Writer, doc: DocumentView) -> None:
    """Write what was captured, and what is known of the text."""
    writer.heading(f"What was captured: {doc.handle}, {doc.capture.handle}")
    known = (
        ("title", doc.title, ""),
        ("outlet", doc.outlet, doc.outlet_basis),
        ("author", doc.author, doc.author_basis),
        ("published", doc.published, doc.published_basis),
    )
    for label, value, basis in known:
        told = f" (by {basis})" if value and basis else ""
        writer.labelled(label, one_line(value or "unknown") + told)
    _declared(writer, doc)
    _observed(writer, doc.capture)
    if doc.capture.said is not None:
        _said(writer, doc.capture.said, doc.capture.collector)


def _declared(writer: Writer, doc: DocumentView) -> None:
    """Write what the text says of itself, and whether claims were looked for in it."""
    if not doc.language_read:
        known = doc.language or "unknown"
        writer.line(f"language {known}: not read; claims are marked by hand", "warn", indent=2)
    if doc.declared is None:
        return
    words = f": \u201c{doc.declared.words}\u201d" if doc.declared.words else ""
    writer.labelled("genre", one_line(f"{doc.declared.genre} ({doc.declared.rule}{words})"))
    for origin in doc.declared.origins:
        address = f" {origin.uri}" if origin.uri else ""
        writer.labelled(
            origin.kind, one_line(f"{origin.name}: \u201c{origin.words}\u201d{address}"), indent=4
        )


def _observed(writer: Writer, capture: CaptureView) -> None:
    writer.labelled("address", one_line(capture.uri))
    for hop in capture.hops:
        writer.labelled("redirected", one_line(f"{hop.status} {hop.uri} to {hop.location}"))
    size = "unknown" if capture.size is None else f"{capture.size} bytes"
    writer.labelled("payload digest", f"{capture.payload or 'none'}, {size}")
    writer.labelled(
        "type", one_line(f"{capture.media_type or 'unknown'}; {capture.charset or '?'}")
    )
    offset = capture.clock_offset_ms
    clock = "unknown" if offset is None else f"{offset} ms"
    writer.labelled("captured", f"{capture.begun_at} to {capture.ended_at}, clock offset {clock}")
    status = "" if capture.status is None else f", status {capture.status}"
    reason = f": {one_line(capture.reason)}" if capture.reason else ""
    writer.labelled("outcome", f"{capture.outcome}{status}{reason}")
    writer.labelled("collector", one_line(f"{capture.collector}, with {capture.tool}"))


def _said(writer: Writer, said: SaidView, collector: str) -> None:
    writer.line(f"Said by the collector, {one_line(collector)}, not observed:", indent=2)
    for label in ("uri", "outlet", "author", "published", "how"):
        value = getattr(said, label)
        if value:
            writer.labelled(label, one_line(value), indent=4)
