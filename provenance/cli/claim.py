"""Commands by which people add claims by hand, divide them, and put them together."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Why, claim_of, done, record_of
from provenance.cli.output import data, shown
from provenance.errors import UsageError
from provenance.model import (
    Appearance,
    Claim,
    ClaimKind,
    Document,
    Level,
    Modality,
    SourceType,
    Stance,
    StepRole,
)
from provenance.workspace import correct as corrections
from provenance.workspace.quote import around
from provenance.workspace.views import Views

if TYPE_CHECKING:
    from provenance.workspace.core import Workspace

Kind = Literal["fact", "forecast", "opinion", "norm"]
How = Literal["asserted", "hedged", "denied", "conditional", "quoted"]
What = Literal["said", "authenticity", "agreed", "delivered", "so"]
SourceKind = Literal["person", "organisation", "document", "group", "outlet"]


def names(who: str) -> Parameter:
    """Return an option that takes names."""
    return Parameter(negative=(), help=f'{who}; may be given again; "" for nobody.')


SaidBy = Annotated[list[str] | None, names("Who says it")]
ToldBy = Annotated[list[str] | None, names("Who told them")]
VerifiedBy = Annotated[list[str] | None, names("Who is said to have verified it")]
Unnamed = Annotated[
    bool,
    Parameter(
        show_default=False,
        negative=(),
        help="The text does not name them; the words describe them.",
    ),
]
Type = Annotated[
    SourceKind | None,
    Parameter(name="--type", help="What kind of source they are, where that is not known."),
]
Time = Annotated[
    list[str] | None,
    Parameter(negative=(), help='When it is said to be; may be given again; "" for none.'),
]
Place = Annotated[
    list[str] | None,
    Parameter(negative=(), help='Where; may be given again; "" for none.'),
]
About = Annotated[What | None, Parameter(name="--level", help="What the statement is about.")]


def attributed(
    given: Mapping[StepRole, list[str] | None], *, unnamed: bool, type_: str | None
) -> corrections.Attributed | None:
    """Return a chain as it is given, None where no role is."""
    roles = {role: tuple(some) for role, some in given.items() if some is not None}
    if (unnamed or type_) and not roles:
        raise UsageError("--unnamed and --type go with --said-by, --told-by or --verified-by")
    if not roles:
        return None
    return corrections.Attributed(
        names=roles, named=not unnamed, type=SourceType(type_) if type_ else None
    )


def several(given: list[str] | None) -> tuple[str, ...] | None:
    """Return what was given, without what is empty; None where nothing was."""
    return None if given is None else tuple(each.strip() for each in given if each.strip())


def claim_add(  # what can be said of a claim, each by its own option
    document: str,
    /,
    *,
    quote: Annotated[str, Parameter(help="The words as they stand in the text.")],
    occurrence: Annotated[
        int | None, Parameter(help="Which one, where the words stand several times.")
    ] = None,
    at: Annotated[int | None, Parameter(help="Or a code point within the words.")] = None,
    to: Annotated[str | None, Parameter(help="As an appearance of this claim.")] = None,
    kind: Kind = "fact",
    modality: How = "asserted",
    level: About = None,
    wording: Annotated[
        str, Parameter(show_default=False, help="The proposition; by default the quote.")
    ] = "",
    time: Time = None,
    place: Place = None,
    said_by: SaidBy = None,
    told_by: ToldBy = None,
    verified_by: VerifiedBy = None,
    unnamed: Unnamed = False,
    type_: Type = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Make words of a document a claim, in any language; the finder stays out of it.

    Who says so is proposed by the program where it reads the language, unless it is given.
    """
    roles = {StepRole.SAYS: said_by, StepRole.TOLD: told_by, StepRole.VERIFIED: verified_by}
    given = corrections.Marked(
        quote=quote,
        occurrence=occurrence,
        at=at,
        type=ClaimKind(kind),
        modality=Modality(modality),
        level=Level(level) if level else None,
        wording=wording,
        times=several(time) or (),
        places=several(place) or (),
        attribution=attributed(roles, unnamed=unnamed, type_=type_),
    )
    with common.opened() as workspace:
        text = record_of(workspace, document, Document)
        claim = record_of(workspace, to, Claim) if to else None
        made = corrections.mark(workspace, text, given, claim=claim, why=why)
        views = Views(workspace)
        handle = views.handle(made)
        mine = [each for each in views.picture.members[made] if each.document == text]
        cell = views.claim(made).cell
    data(f"{handle}  {cell or kind}  {shown(_quote(mine))}")
    verb = "added to" if to else "added"
    return done(f"{verb} {handle}, by hand. Next: provenance show {handle}; undo takes it back")


def _quote(found: Sequence[Appearance]) -> str:
    """Return the words that were marked last, on one line."""
    return " ".join(found[-1].selector.exact.split()) if found else ""


def claim_merge(handle: str, into: str, /, *, why: Why = "", common: Common = HERE) -> int:
    """Put every appearance of a claim under another; undo takes it back.

    Later it is taken apart again by: provenance claim split INTO DOCUMENT --to HANDLE.
    """
    with common.opened() as workspace:
        moved = corrections.merge(
            workspace, claim_of(workspace, handle), claim_of(workspace, into), why
        )
    count = "1 appearance" if moved == 1 else f"{moved} appearances"
    return done(f"moved {count} of {handle} to {into}")


def claim_split(
    handle: str,
    document: str | None = None,
    /,
    *,
    quote: Annotated[
        list[str] | None,
        Parameter(negative=(), help="The words of one part; given twice or more."),
    ] = None,
    at: Annotated[
        int | None, Parameter(help="Only the appearance that holds this code point.")
    ] = None,
    to: Annotated[
        str | None, Parameter(help="Put it under this claim, such as one that was merged.")
    ] = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Split a claim: by document, or by the words of its parts.

    With a document, what stands there gets a claim of its own, or goes to another. With quotes,
    a sentence that carries several propositions becomes a claim for each; the first stays.
    """
    with common.opened() as workspace:
        views = Views(workspace)
        claim = claim_of(workspace, handle)
        text = record_of(workspace, document, Document) if document else None
        if quote:
            if to or at is not None:
                raise UsageError("--quote divides the words; --to and --at choose an appearance")
            parts = corrections.part(workspace, claim, quote, document=text, why=why)
            views = Views(workspace)
            new = [views.handle(each) for each in parts]
            return done(f"divided {handle} into {', '.join(new)}")
        if document is None:
            raise UsageError(
                "name the document whose appearance is split off, or the parts with --quote"
            )
        found = [e for e in views.picture.members.get(claim, ()) if e.document == text]
        if not found:
            raise UsageError(f"{handle} does not appear in {document}")
        alone = len(found) == len(views.picture.members[claim])
        chosen = _at(views, found, at, several=alone and to is None)
        other = record_of(workspace, to, Claim) if to else None
        made = corrections.move(workspace, [each.of for each in chosen], other, why)
        new_handle = Views(workspace).handle(made)
    if to:
        return done(f"moved {document} from {handle} to {new_handle}")
    return done(f"split {new_handle} off {handle}")


def claim_link(
    handle: str,
    document: str,
    /,
    *,
    bears: Annotated[
        Literal["supports", "contradicts", "repeats", "unsure"],
        Parameter(name="--as", help="How what stands there bears on the claim."),
    ],
    of: Annotated[
        str | None, Parameter(help="Which claim of the document, where it makes several.")
    ] = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say how a place in a document bears on a claim; what was proposed of it gives way."""
    with common.opened() as workspace:
        claim, place = _place(workspace, handle, document, of)
        corrections.link(workspace, place, claim, Stance(bears), why)
    return done(f"{document} {bears} {handle}, confirmed; undo takes it back")


def claim_unlink(
    handle: str,
    document: str,
    /,
    *,
    of: Annotated[
        str | None, Parameter(help="Which claim of the document, where several bear on it.")
    ] = None,
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Say that a place in a document does not bear on a claim; that does not come back."""
    with common.opened() as workspace:
        claim, place = _place(workspace, handle, document, of, linked=True)
        corrections.unlink(workspace, place, claim, why)
    return done(f"{document} does not bear on {handle}; undo takes it back")


def _place(
    workspace: "Workspace", handle: str, document: str, of: str | None, *, linked: bool = False
) -> tuple[str, str]:
    """Return a claim and the one place of a document that is meant; of those that bear on it."""
    views = Views(workspace)
    claim, text = claim_of(workspace, handle), record_of(workspace, document, Document)
    source = views.claim_identity(of) if of else None
    place = corrections.place_of(workspace, views.picture, claim, text, source, linked=linked)
    return claim, place


def _at(
    views: Views, found: Sequence[Appearance], at: int | None, *, several: bool
) -> Sequence[Appearance]:
    """Return the appearances in a document that are meant: all, or the one at a place.

    ``several`` says that all would be too many, where there are more than one.
    """
    if at is None and not (several and len(found) > 1):
        return found
    chosen = [each for each in found if each.selector.start <= (at or 0) < each.selector.end]
    if at is not None and chosen:
        return chosen
    places = [
        f"  --at {each.selector.start}  "
        + around(
            views.picture.documents[each.document].text, (each.selector.start, each.selector.end)
        )
        for each in found
    ]
    said = "say which one is split off" if at is None else f"the claim does not stand at {at}"
    raise UsageError("\n".join([f"{said}; it stands:", *places]))
