"""``status``: what is new, open or stale, and what to do next."""

from collections.abc import Sequence

from provenance.grading.findings import IN_PART, LANGUAGE
from provenance.languages import language_name
from provenance.model import Finding
from provenance.model.dossier import AlarmView, Status, StatusLine
from provenance.workspace.configuration import read_configuration
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture
from provenance.workspace.views import Views

BY_HAND = "by hand"
_DRAWN = 2  # alarms that one line shows


def status(workspace: Workspace, views: Views | None = None, *, finder: str = "") -> Status:
    """Return where the work stands.

    ``finder`` is the name of the one that reads here: only then it is counted which documents
    another one read. To know it takes longer than the rest.
    """
    views = views or Views(workspace)
    picture, rows = views.picture, views.queue()
    read = {each.document for each in picture.appearances.values() if each.finder != BY_HAND}
    read |= set(picture.examinations)
    noticed = {about for finding in picture.findings for about in finding.about}
    new = [d for d in picture.documents if d not in read and d not in noticed]
    facts = [row for row in rows if row.type == "fact"]
    failed = [c for c in picture.captures.values() if c.outcome == "failed"]
    reviewers = picture.case.reviewers
    waiting = [row for row in facts if row.state == "reviewed"] if reviewers == 2 else []
    sealed = max((size for _, size, _ in workspace.store.checkpoints()), default=0)
    proposed = [row for row in facts if row.state == "proposed"]
    stale = [row for row in rows if "stale" in row.flags]
    leads = views.leads()
    alarms = views.alarms()
    lines = (
        _line(
            f"alarms, paths that return to their origin: {_drawn(alarms)}",
            len(alarms),
            "provenance report -o report.html",
        ),
        _line("documents not assessed yet", len(new), "provenance assess"),
        _line(
            "documents that were read by an older finder, or by another date",
            _to_read_again(picture, finder) if finder else 0,
            "provenance assess --dry-run",
        ),
        _line("facts nobody has reviewed", len(proposed), "provenance review"),
        _line("facts waiting for a second reviewer", len(waiting), "provenance review"),
        _line("reviewed claims whose basis changed since", len(stale), "provenance review"),
        _line(
            f"documents in a language that is not read{_languages(picture)}",
            sum(finding.rule == LANGUAGE for finding in picture.findings),
            f'provenance list findings --search "{LANGUAGE}"',
        ),
        _line(
            "documents of which only the first part was read",
            sum(finding.rule == IN_PART for finding in picture.findings),
            f'provenance list findings --search "{IN_PART}"',
        ),
        _line("texts and sources that fell", len(picture.retractions), "provenance retract"),
        _line("leads to follow", len(leads), "provenance next"),
        _line(
            "names that stand for several sources",
            len(names := views.same_names()),
            f"provenance source same {' '.join(map(views.handle, names[0]))}" if names else "",
        ),
        _line("captures that failed", len(failed), "provenance list captures --failed"),
        _line(
            "log entries after the last signed checkpoint",
            workspace.store.size() - sealed,
            "provenance audit export -o audit/",
        ),
        _line(
            "log entries that a named place or authority has not seen",
            _waiting(workspace),
            "provenance audit anchor",
        ),
    )
    return Status(
        case=views.case(),
        agent=views.reader,
        entries=workspace.store.size(),
        lines=tuple(line for line in lines if line.count),
        next=_next(
            len(picture.captures), len(new), len(proposed) + len(waiting) + len(stale), leads
        ),
    )


def _languages(picture: Picture) -> str:
    """Return the names of the languages that are not read."""
    unread = {about for f in picture.findings if f.rule == LANGUAGE for about in f.about}
    documents = [picture.documents[each] for each in unread & picture.documents.keys()]
    names = {language_name(each.language) for each in documents}
    return f": {', '.join(sorted(names))}" if names else ""


def _drawn(alarms: Sequence[AlarmView]) -> str:
    more = [f"{len(alarms) - _DRAWN} more"] if len(alarms) > _DRAWN else []
    return "; ".join([*(each.drawn for each in alarms[:_DRAWN]), *more])


def unread(workspace: Workspace) -> str:
    """Return which languages captured texts are in that the rules do not read."""
    return _languages(Picture(workspace)).removeprefix(": ")


def cut_short(workspace: Workspace) -> int:
    """Return how many documents state more than is kept of one text."""
    return sum(each.open for each in workspace.store.current(Finding, rule=IN_PART))


def _waiting(workspace: Workspace) -> int:
    """Return how many entries wait to be anchored; none where the desk names no place."""
    places = read_configuration(workspace.root).anchor
    if not (places.folders or places.git or places.authorities):
        return 0
    from provenance.workspace.stamps import not_yet_anchored  # loads a reader of ASN.1

    return max((each.entries for each in not_yet_anchored(workspace).behind), default=0)


def _to_read_again(picture: Picture, finder: str) -> int:
    from provenance.workspace.assess.due import due  # loads what reads texts

    return sum(each.why != "new" for each in due(picture, finder))


def _line(what: str, count: int, hint: str) -> StatusLine:
    return StatusLine(what=what, count=count, hint=hint)


def _next(captures: int, new: int, open_: int, leads: object) -> str:
    if not captures:
        return "provenance capture FILE-OR-ADDRESS"
    if new:
        return "provenance assess"
    if open_:
        return "provenance review"
    return "provenance next" if leads else "provenance report -o report.html"
