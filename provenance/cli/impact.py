"""Commands about what falls: what hangs on a source or text, and that one of them fell."""

from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, AtLeastOne, Common, Json, Why, done, record_of
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, paragraph, progress, shown, styled, table, talk
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Capture, Document, Source
from provenance.model.dossier import ImpactChange, ImpactView
from provenance.workspace.impact import impact as falls_with
from provenance.workspace.impact import points
from provenance.workspace.views import Views


def impact(
    handle: str = "",
    /,
    *,
    limit: Annotated[AtLeastOne, Parameter(help="Without a handle: how many to list.")] = 20,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Say which proposed grades would change if this fell, and to what; nothing is written.

    Without a handle: the documents and sources on which most grades hang alone.
    """
    with common.opened() as workspace:
        views = Views(workspace)
        if handle:
            found = falls_with(views, handle)
            return _one(found, json=json)
        with progress("What hangs on each alone") as tell:
            ranked, left = points(views, tell)
    if json:
        as_json([_plain(each) for each in ranked[:limit]])
        return _left(left)
    table(
        ("", "grades", "steps", "what would change if it fell"),
        [
            (each.handle, str(len(each.changes)), str(each.steps), f"{each.name}: {each.told}")
            for each in ranked[:limit]
        ],
    )
    if len(ranked) > limit:
        talk(f"{len(ranked) - limit} more; see: provenance impact --limit {len(ranked)}")
    if not ranked:
        talk("no single point of failure: no grade hangs on one document or source alone")
    return _left(left)


def _left(left: int) -> int:
    """Say how many documents and sources were not looked at; return the exit code."""
    if not left:
        return ExitCode.OK
    talk(
        f"{left} documents and sources were not looked at: it would take too long; "
        "ask for one of them, such as: provenance impact s3"
    )
    return ExitCode.SOME_FAILED


def _plain(found: ImpactView) -> dict[str, object]:
    own = {"steps": found.steps, "summary": found.summary}
    return found.model_dump(mode="json") | own


def _one(found: ImpactView, *, json: bool) -> int:
    if json:
        as_json(_plain(found))
        return ExitCode.OK
    with_it = f" (with {', '.join(found.documents)})" if found.documents else ""
    data(styled(f"{found.handle}  {shown(found.name)}{with_it}", "bold"))
    data(paragraph(found.summary, "  "))
    for change in found.changes:
        for line in _change(change):
            data(line)
    return ExitCode.OK


def _change(change: ImpactChange) -> tuple[str, ...]:
    return (
        styled(f"  {change.claim}  {change.before} → {change.after}", "yellow"),
        paragraph(change.wording, "     "),
        paragraph(f"now: {change.because_before}", "     "),
        paragraph(f"then: {change.because_after}", "     "),
    )


def retract(
    handle: str = "",
    /,
    *,
    notice: Annotated[
        str, Parameter(show_default=False, help="The captured document that says so: d9.")
    ] = "",
    why: Why = "",
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Say that this fell: what it says, and what goes back to it alone, counts no more.

    Nothing is taken away, and undo takes it back. Decisions made before are marked stale.
    Without a handle: what is said to have fallen.
    """
    from provenance.workspace.correct import retract as fell

    with common.opened() as workspace:
        if not handle:
            if notice or why:
                raise UsageError("name what fell: a source, a document or a capture, such as d7")
            return _fallen(Views(workspace), json=json)
        kind, subject = workspace.store.identity(handle)
        if kind not in (Document, Source, Capture):
            raise UnknownHandleError(
                f"{handle} is a {kind.kind}; this wants a source, a document or a capture"
            )
        found = falls_with(Views(workspace), handle)
        fell(workspace, subject, why, record_of(workspace, notice, Document) if notice else None)
        stale = [row.handle for row in Views(workspace).queue() if "stale" in row.flags]
    told = f"; changed: {found.told}" if found.changes else "; no grade changed"
    waiting = f"; decided before, now stale: {', '.join(stale)}" if stale else ""
    return done(f"{handle} fell{told}{waiting}")


def _fallen(views: Views, *, json: bool) -> int:
    fallen = views.retractions()
    if json:
        as_json(fallen)
        return ExitCode.OK
    table(
        ("", "said by", "at", "notice", "why"),
        [(each.handle, each.by, each.at, each.notice or "", each.why) for each in fallen],
    )
    if not fallen:
        talk("nothing is said to have fallen")
    return ExitCode.OK
