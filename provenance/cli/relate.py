"""Commands by which people say who is one, who goes back to whom, and how reliable who is."""

from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Handles, Why, done, record_of
from provenance.model import Document, Source, State
from provenance.workspace import correct as corrections


def source_rate(handle: str, letter: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Give a source a reliability letter; it does not move any digit of its own items."""
    with common.opened() as workspace:
        corrections.rate_source(
            workspace, record_of(workspace, handle, Source), letter.upper(), why
        )
    return done(f"rated {handle} {letter.upper()}")


def source_same(
    handles: Handles,
    /,
    *,
    refuse: Annotated[bool, Parameter(negative=(), help="Say that they are not one.")] = False,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say that two or more sources are one; undo takes it back."""
    with common.opened() as workspace:
        corrections.same_source(
            workspace,
            [record_of(workspace, each, Source) for each in handles],
            refuse=refuse,
            why=why,
        )
    named = ", ".join(handles[:-1]) + f" and {handles[-1]}"
    return done(f"{named} are {'not ' if refuse else ''}one source")


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
            record_of(workspace, downstream, Document),
            record_of(workspace, upstream, Document),
            state,
            why,
        )
    return done(f"{state} {count} derivations between {downstream} and {upstream}")


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
            record_of(workspace, one, Document),
            record_of(workspace, other, Document),
            access,
            refuse=refuse,
        )
    return done(f"{one} and {other}: {'not separate' if refuse else 'separate access'}")
