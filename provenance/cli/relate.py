"""Commands by which people say who is one, who goes back to whom, and how reliable who is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Handles, Json, Why, done, record_of
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, shown, table, talk
from provenance.errors import UsageError
from provenance.model import DerivationKind, Document, Source, State
from provenance.workspace import correct as corrections
from provenance.workspace.views import Views

if TYPE_CHECKING:
    from provenance.workspace.core import Workspace


def source_rate(handle: str, letter: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Give a source a reliability letter; it does not move any digit of its own items."""
    with common.opened() as workspace:
        corrections.rate_source(
            workspace, record_of(workspace, handle, Source), letter.upper(), why
        )
    return done(f"rated {handle} {letter.upper()}")


def source_same(
    handles: Handles = [],  # noqa: B006  # the parser makes a list of its own
    /,
    *,
    proposed: Annotated[
        bool,
        Parameter(
            show_default=False, negative=(), help="Every name that stands for several sources."
        ),
    ] = False,
    refuse: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Say that they are not one.")
    ] = False,
    why: Why = "",
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Say that two or more sources are one; without handles, list those that may be.

    One undo takes it back, however many they were.
    """
    if handles and proposed:
        raise UsageError("name the sources, or give --proposed; not both")
    with common.opened() as workspace:
        views = Views(workspace)
        if not handles and not proposed:
            return _same_names(views, json=json)
        groups = (
            views.same_names()
            if proposed
            else [[record_of(workspace, each, Source) for each in handles]]
        )
        if not groups:
            raise UsageError("no name stands for several sources")
        corrections.same_source(workspace, groups, refuse=refuse, why=why)
    said = "; ".join(_listed(views, group) for group in groups)
    return done(f"{'not one' if refuse else 'one'} source: {said}")


def source_ours(
    handle: str,
    /,
    *,
    refuse: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Say that it is not ours.")
    ] = False,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say that a source, or one document, is our own publication: it never adds an origin."""
    with common.opened() as workspace:
        kind = Document if handle[:1].lower() == "d" else Source
        subject = record_of(workspace, handle, kind)
        corrections.our_source(workspace, subject, ours=not refuse, why=why)
    return done(f"{handle} is {'not ' if refuse else ''}our own publication")


def _same_names(views: Views, *, json: bool) -> int:
    groups = views.same_names()
    if json:
        as_json([[views.handle(each) for each in group] for group in groups])
        return ExitCode.OK
    names = [views.picture.sources[group[0]].name for group in groups]
    rows = [(_listed(views, group), name) for group, name in zip(groups, names, strict=True)]
    table(("may be one", "name"), rows)
    if groups:
        talk("Next: provenance source same HANDLES, or for all of them: --proposed")
    else:
        talk("no name stands for several sources. Next: provenance status")
    return ExitCode.OK


def _listed(views: Views, group: Sequence[str]) -> str:
    return " ".join(views.handle(each) for each in group)


Upstream = Annotated[str, Parameter(help="A document, or a name of what is not captured.")]
Kind = Literal[
    "copy",
    "rewrite",
    "quotation",
    "citation",
    "original",
    "correction",
    "translation",
    "same primary",
    "same statement",
    "same unnamed source",
    "same owner",
]


def lineage_confirm(
    downstream: str, upstream: Upstream, /, *, why: Why = "", common: Common = HERE
) -> int:
    """Confirm what is proposed between two documents, or was refused before."""
    return _settle(downstream, upstream, State.CONFIRMED, why, common)


def lineage_refuse(
    downstream: str, upstream: Upstream, /, *, why: Why = "", common: Common = HERE
) -> int:
    """Refuse what is proposed or confirmed between two documents; it does not come back.

    Nothing is proposed between these two texts again, under another kind neither, until it is
    undone or confirmed.
    """
    return _settle(downstream, upstream, State.REFUSED, why, common)


def lineage_add(
    downstream: str,
    upstream: Upstream,
    /,
    *,
    kind: Annotated[Kind, Parameter(help="How it comes from there.")] = "copy",
    undirected: Annotated[
        bool,
        Parameter(
            show_default=False, negative=(), help="They are tied; which came first is not known."
        ),
    ] = False,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say that a document goes back to another; it counts as confirmed."""
    with common.opened() as workspace:
        document = record_of(workspace, downstream, Document)
        other, name = _upstream(workspace, upstream)
        made = corrections.add_derivation(
            workspace,
            document,
            other,
            DerivationKind(kind),
            name=name,
            directed=not undirected,
            why=why,
        )
        wording = Views(workspace).derivation(made).wording
    return done(f"{downstream} {wording} {shown(upstream)}, confirmed; undo takes it back")


def lineage_list(
    document: Annotated[str | None, Parameter(help="Only what concerns this document.")] = None,
    /,
    *,
    refused: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Only what was refused.")
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """List who goes back to whom: proposed, confirmed and refused."""
    with common.opened() as workspace:
        if document is not None:
            record_of(workspace, document, Document)
        found = [
            each
            for each in Views(workspace).derivations()
            if (document is None or document.lower() in (each.downstream, each.upstream))
            and (not refused or each.state is State.REFUSED)
        ]
    if json:
        as_json(found)
        return ExitCode.OK
    rows = [
        (e.downstream, e.upstream or e.upstream_name or "?", e.state, e.type, e.wording)
        for e in found
    ]
    table(("document", "other", "state", "kind", "reads as"), rows)
    if not found:
        talk("no tie between documents here. Next: provenance status")
    return ExitCode.OK


def _settle(downstream: str, upstream: str, state: State, why: str, common: Common) -> int:
    with common.opened() as workspace:
        other, name = _upstream(workspace, upstream)
        count = corrections.settle_derivation(
            workspace, record_of(workspace, downstream, Document), other, state, why, name=name
        )
    return done(f"{state} {count} derivations between {downstream} and {shown(upstream)}")


def _upstream(workspace: "Workspace", given: str) -> tuple[str | None, str | None]:
    """Return a document by its handle, or else the name of what is not captured."""
    if given[:1].lower() == "d" and given[1:].isdecimal():
        return record_of(workspace, given, Document), None
    return None, given


def lineage_separate(
    one: str,
    other: str,
    /,
    *,
    access: Annotated[
        str, Parameter(show_default=False, help="Another witness, sensor, leaker: name it.")
    ] = "",
    refuse: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Take it back.")
    ] = False,
    common: Common = HERE,
) -> int:
    """Confirm that two documents have separate access; nothing else shows independence."""
    with common.opened() as workspace:
        corrections.separate(
            workspace,
            record_of(workspace, one, Document),
            record_of(workspace, other, Document),
            access,
            refuse=refuse,
        )
    return done(f"{one} and {other}: {'not separate' if refuse else 'separate access'}")
