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
    Level,
    Link,
    Modality,
    Record,
    Stance,
    State,
    Value,
)
from provenance.workspace.core import Workspace
from provenance.workspace.correct.attribution import Attributed, Chains
from provenance.workspace.correct.mark import claim_of, when
from provenance.workspace.correct.said import statement
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture

Fits = Literal["agrees", "no conflict", "tends to conflict", "contradicts"]


class Correction(Value):
    """What is corrected; None where it stays. () of times or places: none is known."""

    type: ClaimKind | None = None
    wording: str | None = None
    modality: Modality | None = None
    level: Level | None = None
    times: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    published: str | None = None
    attribution: Attributed | None = None

    def of_claim(self, *, everywhere: bool) -> dict[str, object]:
        """Return the fields of a claim that change."""
        given: dict[str, object | None] = {"type": self.type, "wording": self.wording}
        if everywhere:
            given |= {"times": self.times, "places": self.places}
        return {name: value for name, value in given.items() if value is not None}

    def of_appearance(self, published: str | None) -> dict[str, object]:
        """Return the fields of an appearance in a text published then that change."""
        given: dict[str, object | None] = {
            "modality": self.modality,
            "level": self.level,
            "times": self.times,
            "places": self.places,
        }
        if self.modality is not None:
            given["cue"] = BY_HAND
        if self.times is not None:
            given["dates"] = tuple(when(each, published) for each in self.times)
        return {name: value for name, value in given.items() if value is not None}


def correct(
    workspace: Workspace,
    claim: str,
    given: Correction,
    *,
    document: str | None = None,
    why: str = "",
) -> tuple[str, ...]:
    """Correct a claim's kind and wording, and its appearances; return those concerned.

    Modality, level, date and attribution are those of its appearances: of all of them, or of
    those in the document that is named. Time and place are the claim's as well, unless a
    document is named.
    """
    picture = Picture(workspace)
    why = why or "corrected by hand"
    if document is not None and given.of_claim(everywhere=False):
        raise UsageError(
            "kind and wording belong to the claim, not to one appearance; "
            "give that one a claim of its own first: provenance claim split"
        )
    concerned = _places(picture, claim, document)
    records: list[Record] = []
    if changed := given.of_claim(everywhere=document is None):
        records.append(next_version(workspace, picture.claims[claim], why=why, **changed))
    own = len(records)
    records += _of_appearances(workspace, picture, concerned, given, why)
    if not records:
        raise UsageError(
            "the attribution is as given already"
            if given.attribution is not None
            else "nothing to correct was given; see: provenance correct --help"
        )
    keep(workspace, "correct", records)
    return tuple(each.of for each in concerned) if len(records) > own else ()


def _of_appearances(
    workspace: Workspace,
    picture: Picture,
    concerned: Sequence[Appearance],
    given: Correction,
    why: str,
) -> list[Record]:
    records: list[Record] = []
    for each in concerned:
        published = picture.published(picture.documents[each.document]).value
        if changed := given.of_appearance(given.published or published):
            records.append(next_version(workspace, each, why=why, **changed))
    if given.published is not None:
        captures = dict.fromkeys(picture.documents[each.document].capture for each in concerned)
        records += [
            statement(workspace, picture, each, why, published=given.published) for each in captures
        ]
    if given.attribution is not None:
        chains = Chains(workspace, picture, why)
        corrected = [chains.corrected(each, given.attribution) for each in concerned]
        new = [chain for chain in corrected if chain is not None]
        records += [*chains.sources, *new]
    return records


def _places(picture: Picture, claim: str, document: str | None) -> Sequence[Appearance]:
    members = picture.members.get(claim, ())
    if document is None:
        return members
    found = [each for each in members if each.document == document]
    if not found:
        raise UsageError("the claim does not appear in that document")
    return found


def move(workspace: Workspace, appearances: Sequence[str], claim: str | None, why: str) -> str:
    """Put appearances of a claim under another, or under one of their own; return that claim."""
    picture = Picture(workspace)
    links = [picture.belongs[each] for each in appearances]
    left = links[0].claim
    if claim == left:
        raise UsageError("it belongs to that claim already")
    records: list[Record] = []
    if claim is None:
        rest = [each.of for each in picture.members[left] if each.of not in appearances]
        if not rest:
            raise UsageError(
                "the claim has no other appearance; there is nothing to split off. To divide "
                'its words: provenance claim split HANDLE --quote "…" --quote "…"'
            )
        # The others are held too: else the next assess would put them under the new claim.
        records += [_held(workspace, picture.belongs[of], left, why) for of in rest]
        record = picture.appearances[appearances[0]]
        made = claim_of(workspace.new_id(), record, why or "split by hand")
        records.append(made)
        claim = made.of
    elif picture.members.get(claim):
        records.append(_worded(workspace, picture, claim, why or "moved by hand"))
    for link in links:
        content = picture.content(picture.appearances[link.appearance])
        moved = {"words": (), "key": content_key("link", Stance.REPEATS, content, claim)}
        held = _held(workspace, link, claim, why or "moved by hand")
        records.append(held.model_copy(update=moved))
    keep(workspace, "move appearance", records)
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


def _worded(workspace: Workspace, picture: Picture, claim: str, why: str) -> Claim:
    """Return a claim that keeps its wording, whatever is put under it: the oldest has no say."""
    return next_version(workspace, picture.claims[claim], why=why)


def merge(workspace: Workspace, claim: str, into: str, why: str) -> int:
    """Put every appearance of a claim under another; return how many moved."""
    picture = Picture(workspace)
    if claim == into:
        raise UsageError("a claim cannot be merged into itself")
    records: list[Record] = []
    records.append(_worded(workspace, picture, into, why or "merged by hand"))
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
