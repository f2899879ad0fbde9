"""Commands that show: status, next, show, list, inquiries."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from provenance.cli.claim_sheet import claim_sheet
from provenance.cli.columns import LISTINGS
from provenance.cli.common import HERE, AtLeastOne, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, styled, table, talk, terminal_width
from provenance.cli.sheet import (
    agent_sheet,
    capture_sheet,
    document_sheet,
    finding_sheet,
    inquiry_sheet,
    lead_sheet,
    source_sheet,
)
from provenance.errors import UnknownHandleError, UsageError
from provenance.model.dossier import (
    AgentView,
    CaptureView,
    ClaimRow,
    ClaimView,
    DocumentView,
    FindingView,
    InquiryView,
    SourceView,
)

if TYPE_CHECKING:
    from provenance.workspace.views import Views


def status(*, json: Json = False, common: Common = HERE) -> int:
    """Say what is new, open or stale."""
    from provenance.workspace.configuration import read_configuration
    from provenance.workspace.jobs import finder_of
    from provenance.workspace.status import status as look

    with common.opened() as workspace:
        finder = finder_of(read_configuration(workspace.root).finder.engine)
        found = look(workspace, finder=finder.name)
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
    limit: Annotated[AtLeastOne, Parameter(help="How many leads to show.")] = 10,
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
    text: Annotated[
        bool, Parameter(show_default=False, negative=(), help="With a document's whole text.")
    ] = False,
    origins: Annotated[
        bool,
        Parameter(
            show_default=False,
            negative=(),
            help="A claim's origins as a tree: who had it first, who goes back to whom.",
        ),
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Show records in full by handle."""
    with _views(common) as views:
        if origins:
            return _origins([views.claim(views.claim_identity(each)) for each in handles], json)
        found = [_found(views, handle) for handle in handles]
    if json:
        as_json(found[0] if len(found) == 1 else found)
        return ExitCode.OK
    for view in found:
        for line in _sheet(view, text=text):
            data(line)
    return ExitCode.OK


def _origins(claims: Sequence[ClaimView], json: bool) -> int:
    """Show the origins of claims as trees."""
    from provenance.cli.branches import tree_lines
    from provenance.model.branching import tree_of

    trees = [tree_of(each) for each in claims]
    if json:
        as_json(trees[0] if len(trees) == 1 else trees)
        return ExitCode.OK
    for tree in trees:
        for line in tree_lines(tree, terminal_width(), most=MOST):
            data(line)
    return ExitCode.OK


MOST = 200  # documents of a tree in a terminal; --json has them all
View = ClaimView | DocumentView | CaptureView | SourceView | FindingView | InquiryView | AgentView


def _found(views: "Views", handle: str) -> View:
    letter = handle[:1].lower()
    if letter == "c":
        return views.claim(views.claim_identity(handle))
    if letter == "d":
        return views.document(handle)
    views.workspace.store.identity(handle)  # says what is wrong with a handle that is none
    listings: dict[str, Callable[[], Sequence[View]]] = {
        "k": views.captures,
        "s": views.sources,
        "f": views.findings,
        "i": views.inquiries,
        "a": views.agents,
    }
    for each in listings[letter]():
        if each.handle == handle.lower():
            return each
    raise UnknownHandleError(f"{handle} is no longer current; it was withdrawn or settled")


def _sheet(view: View, *, text: bool) -> Iterator[str]:
    match view:
        case ClaimView():
            yield from claim_sheet(view)
        case DocumentView():
            yield from document_sheet(view, text=text)
        case CaptureView():
            yield from capture_sheet(view)
        case SourceView():
            yield from source_sheet(view)
        case FindingView():
            yield from finding_sheet(view)
        case InquiryView():
            yield from inquiry_sheet(view)
        case AgentView():
            yield from agent_sheet(view)


def list_(
    what: Literal["claims", "documents", "captures", "sources", "findings", "log"] = "claims",
    *,
    kind: Annotated[
        Literal["fact", "forecast", "opinion", "norm"] | None, Parameter(help="Claims of a kind.")
    ] = None,
    search: Annotated[
        str | None, Parameter(help="Only what shows these words; documents: in their text too.")
    ] = None,
    failed: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Captures that failed.")
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """List records with their handles."""
    if kind is not None and what != "claims":
        raise UsageError(f"only claims have a kind: provenance list claims --kind {kind}")
    if failed and what != "captures":
        raise UsageError("only captures fail: provenance list captures --failed")
    with _views(common) as views:
        rows = LISTINGS[what].rows(views)
    chosen = [
        row
        for row in rows
        if (kind is None or (isinstance(row.view, ClaimRow) and row.view.type == kind))
        and (not failed or (isinstance(row.view, CaptureView) and row.view.outcome == "failed"))
        and (search is None or row.has(search))
    ]
    if json:
        as_json([row.view for row in chosen])
        return ExitCode.OK
    table(LISTINGS[what].head, [row.cells for row in chosen])
    if not chosen:
        talk(f"no {what} here. Next: provenance status")
    return ExitCode.OK


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
