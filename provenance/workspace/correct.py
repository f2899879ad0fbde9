"""What people correct, name, confirm and refuse. Each is one step, which ``undo`` takes back.

After a correction grades and findings are computed anew, so that what is shown fits it.
"""

from typing import Literal

from provenance.canonical import content_key
from provenance.clock import is_date
from provenance.errors import UsageError
from provenance.model import (
    RELIABILITY_LETTERS,
    Attribution,
    Axis,
    Case,
    Claim,
    ClaimKind,
    CollectorStatement,
    Comparison,
    Grade,
    Link,
    Modality,
    Reason,
    Record,
    SameAs,
    Separation,
    Source,
    SourceType,
    Stance,
    State,
)
from provenance.workspace.assess import refresh
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture

BY_HAND = "by hand"


def correct(
    workspace: Workspace,
    claim: str,
    *,
    type_: ClaimKind | None = None,
    modality: Modality | None = None,
    wording: str | None = None,
    published: str | None = None,
    why: str = "",
) -> None:
    """Correct a claim's kind and wording, the modality of its appearances, their date."""
    picture = Picture(workspace)
    why = why or "corrected by hand"
    records: list[Record] = []
    current = picture.claims[claim]
    if type_ is not None or wording is not None:
        changed = {"type": type_ or current.type, "wording": wording or current.wording}
        records.append(_next(workspace, current, why=why, **changed))
    if modality is not None:
        records.extend(
            _next(workspace, appearance, why=why, modality=modality, cue=BY_HAND)
            for appearance in picture.members.get(claim, ())
        )
    if published is not None:
        documents = {appearance.document for appearance in picture.members.get(claim, ())}
        records += [_dated(workspace, picture, each, published, why) for each in sorted(documents)]
    if not records:
        raise UsageError("nothing to correct was given: --kind, --modality, --wording, --published")
    _record(workspace, "correct", records)


def _next(workspace: Workspace, record: Record, **changed: object) -> Record:
    """Return the version of a record that supersedes it."""
    update = {"id": workspace.new_id(), "supersedes": record.id, **changed}
    return type(record).model_validate(record.model_dump() | update)


def _record(workspace: Workspace, kind: str, records: list[Record]) -> None:
    workspace.step(kind, records)
    refresh(workspace, kind)


def _dated(
    workspace: Workspace, picture: Picture, document: str, published: str, why: str
) -> CollectorStatement:
    return _said(workspace, picture, picture.documents[document].capture, why, published=published)


def say(workspace: Workspace, capture: str, *, why: str = "", **said: str | None) -> None:
    """Record or correct what the collector says about a capture."""
    picture = Picture(workspace)
    _record(workspace, "say", [_said(workspace, picture, capture, why, **said)])


def _said(
    workspace: Workspace, picture: Picture, capture: str, why: str, **said: str | None
) -> CollectorStatement:
    published = said.get("published")
    if published is not None and not is_date(published):
        raise UsageError(f"{published!r} is no date; write 2026, 2026-03 or 2026-03-04")
    given = {name: value for name, value in said.items() if value is not None}
    earlier = picture.said.get(capture)
    kept = earlier.model_dump() if earlier else {}
    update = {
        "id": workspace.new_id(),
        "of": capture,
        "supersedes": earlier.id if earlier else None,
        "why": why,
    }
    return CollectorStatement.model_validate(kept | given | update)


def name_source(
    workspace: Workspace,
    claim: str,
    words: str,
    name: str,
    *,
    type_: SourceType = SourceType.PERSON,
    why: str = "",
) -> None:
    """Name who stands behind the words of an attribution, such as "defence analysts"."""
    picture = Picture(workspace)
    source = next(
        (s for s in picture.sources.values() if s.named and (s.name, s.type) == (name, type_)),
        None,
    )
    records: list[Record] = []
    if source is None:
        identity = workspace.new_id()
        source = Source(id=identity, of=identity, name=name, named=True, type=type_)
        records.append(source)
    found = 0
    for appearance in picture.members.get(claim, ()):
        chain = picture.attributions[appearance.of]
        if not any(words in (step.name, step.words) for step in chain.steps):
            continue
        found += 1
        steps = tuple(
            step.model_copy(
                update={"name": name, "named": True, "type": type_, "source": source.of}
            )
            if words in (step.name, step.words)
            else step
            for step in chain.steps
        )
        update = {"id": workspace.new_id(), "supersedes": chain.id, "steps": steps}
        named: Attribution = chain.model_copy(
            update=update | {"why": why or f"“{words}” named by hand"}
        )
        records.append(named)
    if not found:
        known = sorted(
            {
                step.name
                for appearance in picture.members.get(claim, ())
                for step in picture.attributions[appearance.of].steps
            }
        )
        raise UsageError(
            f"no attribution of this claim speaks of {words!r}; it speaks of: "
            f"{', '.join(known) or 'nobody'}"
        )
    _record(workspace, "name source", records)


def rate_source(workspace: Workspace, source: str, letter: str, why: str) -> None:
    """Give a source a reliability letter, with the reason."""
    if letter not in RELIABILITY_LETTERS:
        raise UsageError(f"{letter!r} is no letter of reliability; A to F are")
    if not why.strip():
        raise UsageError("a letter needs a reason: --why")
    picture = Picture(workspace)
    rated = [
        grade
        for grade in picture.grades.get(source, ())
        if grade.rater == workspace.me.id and grade.axis is Axis.RELIABILITY
    ]
    grade = Grade(
        id=workspace.new_id(),
        subject=source,
        axis=Axis.RELIABILITY,
        value=letter,
        definition_set=picture.policy.definition_set,
        policy=picture.policy_record.digest,
        rationale=(Reason(rule=BY_HAND, sentence=why, records=(picture.sources[source].id,)),),
        rater=workspace.me.id,
        supersedes=rated[0].id if rated else None,
    )
    _record(workspace, "rate source", [grade])


def same_source(workspace: Workspace, one: str, other: str, *, refuse: bool, why: str) -> None:
    """Say that two sources are one, or that they are not."""
    if one == other:
        raise UsageError("a source is the same as itself already")
    place = (min(one, other), max(one, other))
    earlier = next((e for e in workspace.store.current(SameAs) if e.place == place), None)
    record = SameAs(
        id=workspace.new_id(),
        one=one,
        other=other,
        state="refused" if refuse else "confirmed",
        supersedes=earlier.id if earlier else None,
        why=why,
    )
    _record(workspace, "same source", [record])


def settle_derivation(
    workspace: Workspace, downstream: str, upstream: str, state: State, why: str
) -> int:
    """Confirm or refuse what is proposed between two documents; return how many proposals."""
    picture = Picture(workspace)
    records: list[Record] = [
        _next(workspace, each, state=state, why=why)
        for each in picture.derivations
        if each.state is not State.RETRACTED
        and {each.downstream, each.upstream} == {downstream, upstream}
    ]
    if not records:
        raise UsageError("nothing is proposed between these two documents")
    _record(workspace, "settle derivation", records)
    return len(records)


def separate(
    workspace: Workspace, one: str, other: str, access: str, *, refuse: bool = False
) -> None:
    """Confirm that two documents have separate access, which is named; or take that back."""
    if not access.strip() and not refuse:
        raise UsageError(
            "independence needs the separate access named: --access "
            '"own reporter at the pier", another witness, sensor, leaker'
        )
    if one == other:
        raise UsageError("a document cannot be separate from itself")
    picture = Picture(workspace)
    if not refuse and any(
        {each.downstream, each.upstream} == {one, other} for each in picture.live
    ):
        raise UsageError(
            "one of these documents goes back to the other; refuse that derivation first"
        )
    place = (min(one, other), max(one, other))
    earlier = next((e for e in workspace.store.current(Separation) if e.place == place), None)
    if refuse and (earlier is None or earlier.state is not State.CONFIRMED):
        raise UsageError("nobody has said that these two documents have separate access")
    record = Separation(
        id=workspace.new_id(),
        one=one,
        other=other,
        access=access,
        state=State.REFUSED if refuse else State.CONFIRMED,
        supersedes=earlier.id if earlier else None,
    )
    _record(workspace, "separate", [record])


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
    _record(workspace, "move appearance", [*records, moved])
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
    _record(workspace, "merge claims", records)
    return len(picture.members.get(claim, ()))


Fits = Literal["agrees", "no conflict", "tends to conflict", "contradicts"]


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
    _record(
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


def describe_case(workspace: Workspace, **changed: object) -> Case:
    """Write the case's question, bottom line, caveats, handling mark or number of reviewers."""
    given = {name: value for name, value in changed.items() if value is not None}
    if not given:
        raise UsageError("nothing was given; see: provenance case --help")
    case = _next(workspace, workspace.case, why="described", **given)
    workspace.step("case", [case])
    return workspace.case
