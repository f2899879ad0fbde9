"""Commands by which people decide, take back, inquire, and write the case."""

from typing import Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Handles, Json, Why, claim_of, done
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown
from provenance.errors import UsageError
from provenance.model import ClaimKind, Decision, InquiryResult, Review
from provenance.workspace import correct as corrections
from provenance.workspace.core import Workspace
from provenance.workspace.decide import decide
from provenance.workspace.inquire import inquire
from provenance.workspace.undo import undo as take_back
from provenance.workspace.views import Views


def accept(handles: Handles, /, *, why: Why = "", common: Common = HERE) -> int:
    """Accept the proposed grades of claims, each in a step of its own."""
    with common.opened() as workspace:
        for handle in handles:
            _decide(workspace, handle, Decision.ACCEPT, reason=why)
    return ExitCode.OK


def override(
    handle: str,
    /,
    *,
    letter: Annotated[str | None, Parameter(help="Reliability, A to F.")] = None,
    digit: Annotated[str | None, Parameter(help="Credibility, 1 to 6.")] = None,
    why: Why = "",
    access: Annotated[
        str, Parameter(show_default=False, help="For a 1: the separate access it rests on.")
    ] = "",
    compare: Annotated[
        str,
        Parameter(
            show_default=False, help="For a 2 to 5: what it is compared with, d7 or in your words."
        ),
    ] = "",
    common: Common = HERE,
) -> int:
    """Give a claim another letter or digit, with the reason."""
    with common.opened() as workspace:
        _decide(
            workspace,
            handle,
            Decision.OVERRIDE,
            reliability=letter.upper() if letter else None,
            credibility=digit,
            reason=why,
            access=access,
            compare=compare,
        )
    return ExitCode.OK


def refuse(handle: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Refuse a claim, with the reason."""
    with common.opened() as workspace:
        _decide(workspace, handle, Decision.REFUSE, reason=why)
    return ExitCode.OK


def _decide(workspace: Workspace, handle: str, decision: Decision, **given: str | None) -> None:
    views = Views(workspace)
    seen = views.claim(views.claim_identity(handle))
    made = decide(workspace, seen, decision, **given)  # type: ignore[arg-type]  # named above
    data(f"{seen.handle}  {made.decision} {_what(made, seen.type)}  review {made.stage}")


def _what(made: Review, kind: ClaimKind) -> str:
    """Return what was decided about a claim of a kind: only a fact has a cell."""
    if made.credibility is not None:
        return f"{made.reliability}{made.credibility}"
    if made.decision is Decision.REFUSE:
        return "as no claim to be graded"
    return f"as {kind}, which is not graded"


def undo(
    *,
    entry: Annotated[int | None, Parameter(help="The log entry to take back.")] = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Take the last decision back, as a whole step; the records stay in the log."""
    with common.opened() as workspace:
        undone = take_back(workspace, seq=entry, why=why)
    data(f"took back entry {undone.seq}: {undone.kind}, {undone.count} records")
    return ExitCode.OK


def case(
    *,
    question: str | None = None,
    bottom_line: str | None = None,
    caveat: Annotated[
        list[str] | None, Parameter(negative=(), help="May be given more than once.")
    ] = None,
    handling: Annotated[str | None, Parameter(help="Such as TLP:AMBER.")] = None,
    name: str | None = None,
    reviewers: Annotated[Literal["1", "2"] | None, Parameter()] = None,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Show the case, or write what is given."""
    given = {
        "question": question,
        "bottom_line": bottom_line,
        "caveats": tuple(caveat) if caveat else None,
        "handling": handling,
        "name": name,
        "reviewers": int(reviewers) if reviewers else None,
    }
    with common.opened() as workspace:
        if any(value is not None for value in given.values()):
            corrections.describe_case(workspace, **given)
        view = Views(workspace).case()
    if json:
        as_json(view)
        return ExitCode.OK
    for field, value in view.model_dump(exclude={"id", "version"}).items():
        text = "; ".join(value) if isinstance(value, (list, tuple)) else str(value)
        data(f"{field:<12} {shown(text) or 'not written yet'}")
    return ExitCode.OK


def inquiry_add(
    handles: Handles = [],  # noqa: B006  # the parser makes a list of its own
    /,
    *,
    sought: Annotated[
        str, Parameter(show_default=False, help="What was looked for, or who was asked.")
    ] = "",
    where: Annotated[
        str, Parameter(show_default=False, help="Where: an archive, a register, a person.")
    ] = "",
    words: Annotated[str, Parameter(show_default=False, help="In which words.")] = "",
    result: Annotated[
        Literal["found", "nothing found", "no answer", "refused"],
        Parameter(help="What came of it."),
    ],
    at: Annotated[str | None, Parameter(help="When: 2026-03-04, by default now.")] = None,
    note: Annotated[str, Parameter(show_default=False, help="Anything else.")] = "",
    common: Common = HERE,
) -> int:
    """Record an inquiry about claims; without claims it is about the case as a whole."""
    from provenance.clock import interval, is_date

    if at is not None and not is_date(at):
        raise UsageError(f"{at!r} is no date; write 2026-03-04")
    with common.opened() as workspace:
        made = inquire(
            workspace,
            about=[claim_of(workspace, each) for each in handles],
            sought=sought,
            where=where,
            words=words,
            result=InquiryResult(result),
            note=note,
            at=interval(at)[0] if at else None,
        )
        handle = Views(workspace).handle(made.id)
    return done(f"{handle}: {made.result}")
