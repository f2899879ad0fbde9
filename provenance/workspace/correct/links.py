"""How a place bears on a claim: a person confirms, refuses or adds that.

A place is an appearance, of whichever claim. That it states the claim is told by moving it
there; that it supports or contradicts the claim, or that this is not settled, by a link beside.
What was refused is not proposed again, for the same words captured again neither.
"""

from provenance.canonical import content_key
from provenance.errors import UsageError
from provenance.model import Appearance, Link, Stance, State
from provenance.workspace.core import Workspace
from provenance.workspace.correct.claims import move
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture

QUOTE = 70  # characters of a place that is offered


def link(workspace: Workspace, place: str, claim: str, stance: Stance, why: str = "") -> None:
    """Say how a place bears on a claim, in place of whatever was said of that before."""
    picture = Picture(workspace)
    appearance = _appearance(picture, place)
    if stance is Stance.REPEATS:
        move(workspace, [place], claim, why)
        return
    if picture.belongs[place].claim == claim:
        raise UsageError(
            "this place states the claim; give it a claim of its own first: provenance claim split"
        )
    known = _known(picture, place, claim)
    if known is not None and (known.stance, known.state) == (stance, State.CONFIRMED):
        raise UsageError("that is confirmed already")
    key = content_key("link", stance, picture.content(appearance), claim)
    same = known is not None and known.stance is stance
    made = Link(
        id=workspace.new_id(),
        appearance=place,
        claim=claim,
        stance=stance,
        state=State.CONFIRMED,
        rule=known.rule if known and same else BY_HAND,
        words=known.words if known and same else (),
        key=known.key if known and same else key,
        supersedes=known.id if known else None,
        why=why or "linked by hand",
    )
    keep(workspace, "link", [made])


def unlink(workspace: Workspace, place: str, claim: str, why: str = "") -> None:
    """Say that a place does not bear on a claim; a place that states it gets one of its own.

    What is proposed the other way round, of the claim's places on the claim of that place, falls
    with it.
    """
    picture = Picture(workspace)
    _appearance(picture, place)
    if picture.belongs[place].claim == claim:
        move(workspace, [place], None, why)
        return
    known = _known(picture, place, claim)
    if known is None or known.state is State.RETRACTED:
        raise UsageError("nothing is said of how this place bears on the claim")
    if known.state is State.REFUSED:
        raise UsageError("that is refused already")
    refused = [
        next_version(workspace, each, state=State.REFUSED, why=why or "refused by hand")
        for each in (known, *_turned(picture, known))
    ]
    keep(workspace, "link", refused)


def place_of(
    workspace: Workspace,
    picture: Picture,
    claim: str,
    document: str,
    source: str | None,
    *,
    linked: bool = False,
) -> str:
    """Return the one place in a document that is meant, of those in a claim where one is named.

    ``linked`` asks for what bears on the claim already. A UsageError names several.
    """
    texts, claims = workspace.store.handles("d"), workspace.store.handles("c")
    bearing = {each.appearance for each in picture.bearing.get(claim, ())}
    bearing |= {each.of for each in picture.members.get(claim, ())}
    found = [
        (picture.appearances[of], belongs.claim)
        for of, belongs in picture.belongs.items()
        if picture.appearances[of].document == document
        and source in (None, belongs.claim)
        and (not linked or of in bearing)
    ]
    if len(found) == 1:
        return found[0][0].of
    handle = texts[document]
    if not found:
        raise UsageError(
            f"nothing in {handle} bears on {claims[claim]}"
            if linked
            else f"no claim stands there; mark it first: provenance claim add {handle}"
        )
    found.sort(key=lambda each: each[0].selector.start)
    named = [
        f"  {claims[of]}  {' '.join(each.selector.exact.split())[:QUOTE]}" for each, of in found
    ]
    raise UsageError(
        "\n".join([f"say which claim of {handle} is meant, with --of or in its field:", *named])
    )


def _appearance(picture: Picture, place: str) -> Appearance:
    if place not in picture.appearances or place not in picture.belongs:
        raise UsageError("this place is no longer there; look at the claim again")
    return picture.appearances[place]


def _turned(picture: Picture, link: Link) -> list[Link]:
    """Return the proposals of which a link is one side, where no other place upholds them."""
    other = picture.belongs[link.appearance].claim
    places = {each.of for each in picture.members[other]} - {link.appearance}
    if any(each.appearance in places for each in picture.bearing.get(link.claim, ())):
        return []
    stating = {each.of for each in picture.members[link.claim]}
    return [
        each
        for each in picture.bearing.get(other, ())
        if each.appearance in stating
        and each.state is State.PROPOSED
        and each.stance is link.stance
    ]


def _known(picture: Picture, place: str, claim: str) -> Link | None:
    """Return what is said now of how a place bears on a claim, refused or taken back included."""
    return next((each for each in picture.links if each.place == (place, claim)), None)
