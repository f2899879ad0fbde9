"""Commands by which people correct claims and captures, and name sources."""

from collections.abc import Sequence
from typing import Annotated, Literal

from cyclopts import Parameter

from provenance.cli.claim import (
    About,
    How,
    Kind,
    Place,
    SaidBy,
    Time,
    ToldBy,
    Type,
    Unnamed,
    VerifiedBy,
    attributed,
    several,
)
from provenance.cli.common import HERE, Common, Why, claim_of, done, record_of
from provenance.cli.exits import ExitCode
from provenance.cli.output import shown, talk
from provenance.errors import UsageError
from provenance.model import (
    Capture,
    ClaimKind,
    Document,
    Genre,
    Level,
    Modality,
    SourceType,
    StepRole,
)
from provenance.text import fold
from provenance.workspace import correct as corrections
from provenance.workspace.views import Views


def correct(  # what can be corrected, each by its own option
    handle: str,
    /,
    *,
    kind: Kind | None = None,
    modality: How | None = None,
    level: About = None,
    wording: Annotated[str | None, Parameter(help="The proposition; quotes stay.")] = None,
    time: Time = None,
    place: Place = None,
    published: Annotated[str | None, Parameter(help="When the text was published.")] = None,
    said_by: SaidBy = None,
    told_by: ToldBy = None,
    verified_by: VerifiedBy = None,
    unnamed: Unnamed = False,
    type_: Type = None,
    unattributed: Annotated[
        bool, Parameter(show_default=False, negative=(), help="The text does not say who says so.")
    ] = False,
    in_: Annotated[
        str | None,
        Parameter(name="--in", help="Only its appearance in this document, such as d7."),
    ] = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Correct a claim; the version before stays in the record.

    Modality, level, time, place, date and attribution are corrected in every appearance of the
    claim, or in one. A role that is given replaces the steps of that role alone.
    """
    roles = {StepRole.SAYS: said_by, StepRole.TOLD: told_by, StepRole.VERIFIED: verified_by}
    chain = attributed(roles, unnamed=unnamed, type_=type_)
    if unattributed and chain is not None:
        raise UsageError("--unattributed means that nobody is named; leave the names out")
    if unattributed:
        chain = corrections.Attributed(names=dict.fromkeys(StepRole, ()))
    given = corrections.Correction(
        type=ClaimKind(kind) if kind else None,
        modality=Modality(modality) if modality else None,
        level=Level(level) if level else None,
        wording=wording,
        times=several(time),
        places=several(place),
        published=published,
        attribution=chain,
    )
    with common.opened() as workspace:
        claim = claim_of(workspace, handle)
        before = Views(workspace).picture.members.get(claim, ())
        document = record_of(workspace, in_, Document) if in_ else None
        changed = corrections.correct(workspace, claim, given, document=document, why=why)
        views = Views(workspace)
        done(f"corrected {handle}{_where(views, changed)}")
        _moved(views, [each.of for each in before], handle)
        if wording is not None:
            _same(views, claim, handle)
        if published is not None:
            talk("what is counted from that date is read anew by: provenance assess")
    return ExitCode.OK


def _moved(views: Views, appearances: Sequence[str], handle: str) -> None:
    """Say which of a claim's appearances make another claim since it was corrected."""
    for each in appearances:
        claim = views.handle(views.picture.belongs[each].claim)
        if claim != handle.lower():
            place = views.handle(views.picture.appearances[each].document)
            talk(f"as corrected, the appearance in {place} says something else: it makes {claim}")


def _same(views: Views, claim: str, handle: str) -> None:
    """Say which other claims have the wording that a claim has been given."""
    claims = views.picture.claims
    wording = fold(claims[claim].wording)
    for other in views.picture.members:
        if other != claim and fold(claims[other].wording) == wording:
            same = views.handle(other)
            talk(f"{same} says the same; if they are one: provenance claim merge {handle} {same}")


def _where(views: Views, changed: Sequence[str]) -> str:
    """Return in which documents something was corrected."""
    documents = (views.picture.appearances[each].document for each in changed)
    places = [views.handle(each) for each in dict.fromkeys(documents)]
    if len(places) < 2:
        return f" in {places[0]}" if places else ""
    return (
        f" in all its {len(places)} documents: {', '.join(places)} "
        f"(undo takes it back; --in {places[0]} corrects one alone)"
    )


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
        count = corrections.name_source(
            workspace, claim_of(workspace, handle), words, name, type_=SourceType(type_), why=why
        )
    places = "1 appearance" if count == 1 else f"{count} appearances"
    return done(f"named {shown(words)}: {shown(name)}, in {places}")


def genre(
    handle: str,
    genre: Literal[
        "news report", "opinion page", "guest column", "press release", "wire copy", "unknown"
    ],
    /,
    *,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say what kind of text a document is. An opinion page does not inherit an outlet's letter."""
    with common.opened() as workspace:
        document = record_of(workspace, handle, Document)
        corrections.correct_genre(workspace, document, Genre(genre), why)
    return done(f"{handle} is now: {genre}")


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
    baseline: Annotated[
        str, Parameter(show_default=False, help="Or what is known, in your words.")
    ] = "",
    common: Common = HERE,
) -> int:
    """Name what a claim is compared with: digits 2 to 5 may rest on it.

    That one claim contradicts another is confirmed so, with --fits contradicts.
    """
    with common.opened() as workspace:
        record = workspace.store.identity(with_)[1] if with_ else None
        corrections.compare(
            workspace, claim_of(workspace, handle), fits, record=record, baseline=baseline
        )
    return done(f"compared {handle}")


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
        corrections.say(workspace, record_of(workspace, handle, Capture), why=why, **said)
    return done(f"noted what you say about {handle}")
