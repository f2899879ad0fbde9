"""Commands that show: status, next, show, list, inquiries."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, styled, table, talk
from provenance.cli.sheet import (
    capture_sheet,
    claim_sheet,
    document_sheet,
    lead_sheet,
    source_sheet,
)
from provenance.errors import UnknownHandleError

if TYPE_CHECKING:
    from provenance.workspace.views import Views


def status(*, json: Json = False, common: Common = HERE) -> int:
    """Say what is new, open or stale."""
    from provenance.workspace.status import status as look

    with common.opened() as workspace:
        found = look(workspace)
    if json:
        as_json(found)
        return ExitCode.OK
    data(
        styled(
            f"{shown(found.case.name)}: {shown(found.case.question) or 'no question yet'}", "bold"
        )
    )
    who = f"act as {shown(found.agent)}" if found.agent else "read, without a key of this desk"
    data(f"You {who}. The log has {found.entries} entries.")
    for line in found.lines:
        data(f"{line.count:>7}  {line.what}  ({line.hint})")
    data(f"Next: {found.next}")
    return ExitCode.OK


def next_(
    *,
    limit: Annotated[int, Parameter(help="How many leads to show.")] = 10,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """List what to look for. Nothing is sent: the phrases are for you to search with."""
    with _views(common) as views:
        leads = views.leads()
    if json:
        as_json(leads[:limit])
        return ExitCode.OK
    for lead in leads[:limit]:
        for line in lead_sheet(lead):
            data(line)
    if len(leads) > limit:
        talk(f"{len(leads) - limit} more; see: provenance next --limit {len(leads)}")
    if not leads:
        talk("no leads. Next: provenance status")
    return ExitCode.OK


def show(
    handles: Annotated[list[str], Parameter(consume_multiple=True, negative=())],
    /,
    *,
    text: Annotated[bool, Parameter(negative=(), help="With a document's whole text.")] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Show records in full by handle."""
    with _views(common) as views:
        found = [_found(views, handle) for handle in handles]
    if json:
        as_json(found[0] if len(found) == 1 else found)
        return ExitCode.OK
    for view in found:
        for line in _sheet(view, text=text):
            data(line)
    return ExitCode.OK


def _found(views: "Views", handle: str) -> Any:
    letter = handle[:1].lower()
    if letter == "c":
        return views.claim(views.claim_identity(handle))
    if letter == "d":
        return views.document(handle)
    views.workspace.store.identity(handle)  # says what is wrong with a handle that is none
    listings = {
        "k": views.captures,
        "s": views.sources,
        "f": views.findings,
        "i": views.inquiries,
        "a": views.agents,
    }
    found: Sequence[Any] = listings[letter]()
    for each in found:
        if each.handle == handle.lower():
            return each
    raise UnknownHandleError(f"{handle} is no longer current; it was withdrawn or settled")


def _sheet(view: Any, *, text: bool) -> Sequence[str]:
    from provenance.model.dossier import CaptureView, ClaimView, DocumentView, SourceView

    if isinstance(view, ClaimView):
        return list(claim_sheet(view))
    if isinstance(view, DocumentView):
        return list(document_sheet(view, text=text))
    if isinstance(view, CaptureView):
        return list(capture_sheet(view))
    if isinstance(view, SourceView):
        return list(source_sheet(view))
    return [f"{name:<10} {shown(str(value))}" for name, value in view.model_dump().items()]


def list_(
    what: Literal["claims", "documents", "captures", "sources", "findings", "log"] = "claims",
    *,
    kind: Annotated[
        Literal["fact", "forecast", "opinion", "norm"] | None, Parameter(help="Claims of a kind.")
    ] = None,
    search: Annotated[str | None, Parameter(help="Only what contains these words.")] = None,
    failed: Annotated[bool, Parameter(negative=(), help="Captures that failed.")] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """List records with their handles."""
    with _views(common) as views:
        if what == "log":
            found: list[Any] = [entry for entry, _ in views.workspace.store.entries()]
            return _log(found, json=json)
        listings = {
            "claims": views.queue,
            "documents": views.documents,
            "captures": views.captures,
            "sources": views.sources,
            "findings": views.findings,
        }
        found = list(listings[what]())
    if kind is not None:
        found = [each for each in found if getattr(each, "type", None) == kind]
    if failed:
        found = [each for each in found if getattr(each, "outcome", None) == "failed"]
    if search is not None:
        found = [each for each in found if search.casefold() in str(each).casefold()]
    if json:
        as_json(found)
        return ExitCode.OK
    head, rows = _ROWS[what]
    table(head, [rows(each) for each in found])
    if not found:
        talk(f"no {what} here. Next: provenance status")
    return ExitCode.OK


def _log(entries: list[Any], *, json: bool) -> int:
    if json:
        import json as encoder

        as_json([encoder.loads(entry.encoded) for entry in entries])
        return ExitCode.OK
    rows = [(str(e.seq), e.at, e.kind, str(e.count), e.root.hex()[:16]) for e in entries]
    table(("entry", "at", "kind", "records", "root"), rows)
    return ExitCode.OK


_ROWS: dict[str, tuple[tuple[str, ...], Any]] = {
    "claims": (
        ("claim", "cell", "state", "kind", "origins", "in", "flags", "wording"),
        lambda each: (
            each.handle,
            each.cell,
            each.state,
            each.type,
            str(each.origins),
            str(each.appearances),
            ",".join(each.flags),
            each.wording,
        ),
    ),
    "documents": (
        ("document", "capture", "published", "outlet", "title"),
        lambda each: (
            each.handle,
            each.capture.handle,
            each.published or "unknown",
            each.outlet or "unknown",
            each.title or "no title",
        ),
    ),
    "captures": (
        ("capture", "document", "outcome", "at", "bytes", "reason", "address"),
        lambda each: (
            each.handle,
            each.document or "–",
            each.outcome,
            each.begun_at,
            str(each.size or "–"),
            each.reason or each.unread,
            each.uri,
        ),
    ),
    "sources": (
        ("source", "letter", "type", "claims", "name"),
        lambda each: (
            each.handle,
            each.grade.value if each.grade else "F",
            each.type if each.named else f"unnamed {each.type}",
            str(len(each.claims)),
            each.name,
        ),
    ),
    "findings": (
        ("finding", "about", "rule", "sentence"),
        lambda each: (each.handle, ",".join(each.about[:4]), each.rule, each.sentence),
    ),
}


def inquiries(*, json: Json = False, common: Common = HERE) -> int:
    """List inquiries."""
    with _views(common) as views:
        found = views.inquiries()
    if json:
        as_json(found)
        return ExitCode.OK
    rows = [
        (e.handle, ",".join(e.about) or "case", e.at[:10], e.result, e.where, e.sought)
        for e in found
    ]
    table(("inquiry", "about", "at", "result", "where", "sought"), rows)
    return ExitCode.OK


@contextmanager
def _views(common: Common) -> "Iterator[Views]":
    """Yield the views of the workspace."""
    from provenance.workspace.views import Views

    with common.opened() as workspace:
        yield Views(workspace)
