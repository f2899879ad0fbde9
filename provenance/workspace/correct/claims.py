"""A claim's kind, wording, modality, date and attribution; which appearances make a claim."""

from collections.abc import Sequence
from typing import Literal

from provenance.canonical import content_key
from provenance.errors import UsageError
from provenance.model import (
    Appearance,
    Claim,
    ClaimKind,
    Comparison,
    Link,
    Modality,
    Record,
    Stance,
    State,
)
from provenance.workspace.core import Workspace
from provenance.workspace.correct.attribution import Attributed, Chains
from provenance.workspace.correct.said import statement
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture

Fits = Literal["agrees", "no conflict", "tends to conflict", "contradicts"]


def correct(  # noqa: PLR0913  # what can be corrected, each by its own name
    workspace: Workspace,
    claim: str,
    *,
    type_: ClaimKind | None = None,
    modality: Modality | None = None,
    wording: str | None = None,
    published: str | None = None,
    attribution: Attributed | None = None,
    document: str | None = None,
    why: str = "",
) -> tuple[str, ...]:
    """Correct a claim's kind and wording, and its appearances; return those concerned.

    Modality, date and attribution are those of its appearances: of all of them, or of those in
    the document that is named.
    """
    picture = Picture(workspace)
    why = why or "corrected by hand"
    places = _places(picture, claim, document)
    records: list[Record] = []
    if type_ is not None or wording is not None:
        if document is not None:
            raise UsageError(
                "kind and wording belong to the claim, not to one appearance; "
                "give that one a claim of its own first: provenance claim split"
            )
        current = picture.claims[claim]
        changed = {"type": type_ or current.type, "wording": wording or current.wording}
        records.append(next_version(workspace, current, why=why, **changed))
    own = len(records)
    if modality is not None:
        records += [
            next_version(workspace, each, why=why, modality=modality, cue=BY_HAND)
            for each in places
        ]
    if published is not None:
        captures = dict.fromkeys(picture.documents[each.document].capture for each in places)
        records += [statement(workspace, picture, e, why, published=published) for e in captures]
    if attribution is not None:
        chains = Chains(workspace, picture, why)
        new = [chain for e in places if (chain := chains.corrected(e, attribution)) is not None]
        records += [*chains.sources, *new]
    if not records:
        raise UsageError(
            "the attribution is as given already"
            if attribution is not None
            else "nothing to correct was given; see: provenance correct --help"
        )
    keep(workspace, "correct", records)
    return tuple(each.of for each in places) if len(records) > own else ()


def _places(picture: Picture, claim: str, document: str | None) -> Sequence[Appearance]:
    members = picture.members.get(claim, ())
    if document is None:
        return members
    found = [each for each in members if each.document == document]
    if not found:
        raise UsageError("the claim does not appear in that document")
    return found


def move(workspace: Workspace, appearance: str, claim: str | None, why: str) -> str:
    """Put an appearance under another claim, or under one of its own; return that claim."""
    picture = Picture(workspace)
    record = picture.appearances[appearance]
    link = picture.belongs[appearance]
    records: list[Record] = []
    if claim is None:
        rest = [each.of for each in picture.members[link.claim] if each.of != appearance]
        if not rest:
            raise UsageError("this is the claim's only appearance; there is nothing to split off")
        # The others are held too: else the next assess would put them under the new claim.
        records += [_held(workspace, picture.belongs[of], link.claim, why) for of in rest]
        claim = workspace.new_id()
        records.append(
            Claim(
                id=claim,
                of=claim,
                wording=record.wording,
                type=record.type,
                quantities=record.quantities,
                places=record.places,
                times=record.times,
                why=why or "split by hand",
            )
        )
    moved: Link = link.model_copy(
        update={
            "id": workspace.new_id(),
            "claim": claim,
            "state": State.CONFIRMED,
            "rule": BY_HAND,
            "words": (),
            "key": content_key("link", Stance.REPEATS, picture.content(record), claim),
            "supersedes": link.id,
            "why": why or "moved by hand",
        }
    )
    keep(workspace, "move appearance", [*records, moved])
    return claim


def _held(workspace: Workspace, link: Link, claim: str, why: str) -> Link:
    """Return the link by which a person holds an appearance under a claim."""
    update = {
        "id": workspace.new_id(),
        "claim": claim,
        "state": State.CONFIRMED,
        "rule": BY_HAND,
        "supersedes": link.id,
        "why": why or "split by hand",
    }
    return link.model_copy(update=update)


def merge(workspace: Workspace, claim: str, into: str, why: str) -> int:
    """Put every appearance of a claim under another; return how many moved."""
    picture = Picture(workspace)
    if claim == into:
        raise UsageError("a claim cannot be merged into itself")
    records: list[Record] = []
    for appearance in (*picture.members.get(into, ()), *picture.members.get(claim, ())):
        link = picture.belongs[appearance.of]
        records.append(_held(workspace, link, into, why or "merged by hand"))
    keep(workspace, "merge claims", records)
    return len(picture.members.get(claim, ()))


def compare(
    workspace: Workspace, claim: str, fits: Fits, *, record: str | None, baseline: str
) -> None:
    """Name what a claim is compared with, and how it fits."""
    if record is None and not baseline.strip():
        raise UsageError("name the comparison: --with d3, or --baseline in your own words")
    picture = Picture(workspace)
    if record is not None and record not in {*picture.documents, *picture.claims} - {claim}:
        raise UsageError("a claim is compared with a document or with another claim")
    earlier = picture.comparisons.get(claim)
    keep(
        workspace,
        "compare",
        [
            Comparison(
                id=workspace.new_id(),
                claim=claim,
                record=record,
                baseline=baseline,
                fits=fits,
                by=workspace.me.id,
                supersedes=earlier.id if earlier else None,
            )
        ],
    )
