"""Commands by which people decide, correct, name, confirm and inquire."""

from typing import Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json, Why
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, talk
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import (
    Capture,
    ClaimKind,
    Decision,
    Document,
    InquiryResult,
    Modality,
    Record,
    Review,
    Source,
    SourceType,
    State,
)
from provenance.workspace import correct as corrections
from provenance.workspace.core import Workspace
from provenance.workspace.decide import decide
from provenance.workspace.inquire import inquire
from provenance.workspace.undo import undo as take_back
from provenance.workspace.views import Views

Handles = Annotated[list[str], Parameter(consume_multiple=True, negative=())]


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
    access: Annotated[str, Parameter(help="For a 1: the separate access it rests on.")] = "",
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


def correct(
    handle: str,
    /,
    *,
    kind: Annotated[Literal["fact", "forecast", "opinion", "norm"] | None, Parameter()] = None,
    modality: Annotated[
        Literal["asserted", "hedged", "denied", "conditional"] | None, Parameter()
    ] = None,
    wording: Annotated[str | None, Parameter(help="The proposition; quotes stay.")] = None,
    published: Annotated[str | None, Parameter(help="When the text was published.")] = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Correct a claim; the version before stays in the record."""
    with common.opened() as workspace:
        corrections.correct(
            workspace,
            _claim(workspace, handle),
            type_=ClaimKind(kind) if kind else None,
            modality=Modality(modality) if modality else None,
            wording=wording,
            published=published,
            why=why,
        )
    return _done(f"corrected {handle}")


def name(
    handle: str,
    words: str,
    name: str,
    /,
    *,
    type_: Annotated[
        Literal["person", "organisation", "document", "group", "outlet"], Parameter(name="--type")
    ] = "person",
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Name who stands behind the words of an attribution of a claim."""
    with common.opened() as workspace:
        corrections.name_source(
            workspace, _claim(workspace, handle), words, name, type_=SourceType(type_), why=why
        )
    return _done(f"named {shown(words)}: {shown(name)}")


def compare(
    handle: str,
    /,
    *,
    fits: Annotated[
        Literal["agrees", "no conflict", "tends to conflict", "contradicts"], Parameter()
    ],
    with_: Annotated[
        str | None, Parameter(name="--with", help="The document or claim compared with.")
    ] = None,
    baseline: Annotated[str, Parameter(help="Or what is known, in your words.")] = "",
    common: Common = HERE,
) -> int:
    """Name what a claim is compared with: digits 2 to 5 may rest on it."""
    with common.opened() as workspace:
        record = workspace.store.identity(with_)[1] if with_ else None
        corrections.compare(
            workspace, _claim(workspace, handle), fits, record=record, baseline=baseline
        )
    return _done(f"compared {handle}")


def claim_merge(handle: str, into: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Put every appearance of a claim under another; undo takes it back."""
    with common.opened() as workspace:
        moved = corrections.merge(
            workspace, _claim(workspace, handle), _claim(workspace, into), why
        )
    return _done(f"moved {moved} appearances of {handle} to {into}")


def claim_split(handle: str, document: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Give the appearance of a claim in a document a claim of its own."""
    with common.opened() as workspace:
        views = Views(workspace)
        claim, source = _claim(workspace, handle), _one(workspace, document, Document)
        found = [e for e in views.picture.members.get(claim, ()) if e.document == source]
        if not found:
            raise UsageError(f"{handle} does not appear in {document}")
        made = corrections.move(workspace, found[0].of, None, why)
        new = Views(workspace).handle(made)
    return _done(f"split {new} off {handle}")


def source_rate(handle: str, letter: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Give a source a reliability letter; it does not move any digit of its own items."""
    with common.opened() as workspace:
        corrections.rate_source(workspace, _one(workspace, handle, Source), letter.upper(), why)
    return _done(f"rated {handle} {letter.upper()}")


def source_same(
    one: str,
    other: str,
    /,
    *,
    refuse: Annotated[bool, Parameter(negative=(), help="Say that they are not one.")] = False,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say that two sources are one."""
    with common.opened() as workspace:
        corrections.same_source(
            workspace,
            _one(workspace, one, Source),
            _one(workspace, other, Source),
            refuse=refuse,
            why=why,
        )
    return _done(f"{one} and {other} are {'not ' if refuse else ''}one source")


def lineage_confirm(
    downstream: str, upstream: str, /, *, why: Why = "", common: Common = HERE
) -> int:
    """Confirm what is proposed between two documents."""
    return _settle(downstream, upstream, State.CONFIRMED, why, common)


def lineage_refuse(
    downstream: str, upstream: str, /, *, why: Why = "", common: Common = HERE
) -> int:
    """Refuse what is proposed between two documents; it does not come back."""
    return _settle(downstream, upstream, State.REFUSED, why, common)


def _settle(downstream: str, upstream: str, state: State, why: str, common: Common) -> int:
    with common.opened() as workspace:
        count = corrections.settle_derivation(
            workspace,
            _one(workspace, downstream, Document),
            _one(workspace, upstream, Document),
            state,
            why,
        )
    return _done(f"{state} {count} derivations between {downstream} and {upstream}")


def lineage_separate(
    one: str,
    other: str,
    /,
    *,
    access: Annotated[str, Parameter(help="Another witness, sensor, leaker: name it.")] = "",
    refuse: Annotated[bool, Parameter(negative=(), help="Take it back.")] = False,
    common: Common = HERE,
) -> int:
    """Confirm that two documents have separate access; nothing else shows independence."""
    with common.opened() as workspace:
        corrections.separate(
            workspace,
            _one(workspace, one, Document),
            _one(workspace, other, Document),
            access,
            refuse=refuse,
        )
    return _done(f"{one} and {other}: {'not separate' if refuse else 'separate access'}")


def say(
    handle: str,
    /,
    *,
    url: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: str | None = None,
    how: str | None = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Record what you know about a capture and its bytes do not say."""
    said = {"uri": url, "outlet": outlet, "author": author, "published": published, "how": how}
    if not any(said.values()):
        raise UsageError("nothing was said; give --outlet, --author, --published, --url or --how")
    with common.opened() as workspace:
        corrections.say(workspace, _one(workspace, handle, Capture), why=why, **said)
    return _done(f"noted what you say about {handle}")


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
    sought: Annotated[str, Parameter(help="What was looked for, or who was asked.")] = "",
    where: Annotated[str, Parameter(help="Where: an archive, a register, a person.")] = "",
    words: Annotated[str, Parameter(help="In which words.")] = "",
    result: Annotated[
        Literal["found", "nothing found", "no answer", "refused"], Parameter()
    ] = "nothing found",
    at: Annotated[str | None, Parameter(help="When: 2026-03-04, by default now.")] = None,
    note: str = "",
    common: Common = HERE,
) -> int:
    """Record an inquiry about claims; without claims it is about the case as a whole."""
    from provenance.clock import interval, is_date

    if at is not None and not is_date(at):
        raise UsageError(f"{at!r} is no date; write 2026-03-04")
    with common.opened() as workspace:
        made = inquire(
            workspace,
            about=[_claim(workspace, each) for each in handles],
            sought=sought,
            where=where,
            words=words,
            result=InquiryResult(result),
            note=note,
            at=interval(at)[0] if at else None,
        )
        handle = Views(workspace).handle(made.id)
    return _done(f"{handle}: {made.result}")


def _claim(workspace: Workspace, handle: str) -> str:
    return Views(workspace).claim_identity(handle)


def _one(workspace: Workspace, handle: str, wanted: type[Record]) -> str:
    kind, identity = workspace.store.identity(handle)
    if kind is not wanted:
        raise UnknownHandleError(
            f"{handle} is a {kind.kind}; this wants a {wanted.kind}, such as {wanted.handle}1"
        )
    return identity


def _done(text: str) -> int:
    talk(text)
    return ExitCode.OK
