"""Letters of sources, digits of claims, and findings, as the policy gives them now."""

from collections.abc import Sequence

from provenance import grading
from provenance.grading.features import SourceFeatures
from provenance.grading.findings import FindingDraft, combined, findings
from provenance.grading.leads import KINDS
from provenance.model import Claim, Document, Finding, Grade, Record, Source
from provenance.workspace.assess.alike import Judge, Judged
from provenance.workspace.core import Workspace
from provenance.workspace.features import is_graded, notices, text_facts
from provenance.workspace.picture import Picture


def judge(workspace: Workspace, picture: Picture) -> tuple[int, int]:
    """Record grades and findings as they should be now; return how many of each changed."""
    judge_of = Judge(picture)
    claims = [claim for of in picture.members if is_graded(claim := picture.claims[of])]
    judged = [judge_of.judged(claim) for claim in claims]
    grades = _letters(workspace, picture) + _digits(workspace, picture, claims, judged)
    taking_back = notices(picture)
    drafts = findings(
        [facts for _, facts in judged],
        [
            text_facts(picture, each, taking_back.get(of, ()))
            for of, each in picture.documents.items()
            if picture.narrowed is None or of in picture.narrowed.about
        ],
    )
    noticed = _findings(workspace, picture, drafts)
    workspace.steps("grade", [*grades, *noticed])
    return len(grades), len(noticed)


def _letters(workspace: Workspace, picture: Picture) -> list[Record]:
    """Grade each named source; one without a name is F by definition and needs no record."""
    records: list[Record] = []
    for source in picture.sources.values():
        if source.named:
            proposal = grading.reliability(_source(source), picture.policy)
            grade = _grade(workspace, picture, source.of, proposal)
            records += [grade] if grade else []
    return records


def _source(source: Source) -> SourceFeatures:
    return SourceFeatures(
        source=source.of,
        name=source.name,
        named=source.named,
        type=source.type,
        records=(source.id,),
    )


def _digits(
    workspace: Workspace, picture: Picture, claims: Sequence[Claim], judged: Sequence[Judged]
) -> list[Record]:
    records: list[Record] = []
    for claim, (proposal, _) in zip(claims, judged, strict=True):
        if proposal is not None:
            grade = _grade(workspace, picture, claim.of, proposal)
            records += [grade] if grade else []
    return records


def _grade(
    workspace: Workspace, picture: Picture, subject: str, proposal: grading.Proposal
) -> Grade | None:
    """Return the grade that a proposal needs, or None where it stands already."""
    rater = workspace.program.id
    current = next(
        (
            grade
            for grade in picture.grades.get(subject, ())
            if grade.rater == rater and grade.axis is proposal.axis
        ),
        None,
    )
    wanted = Grade(
        **dict(proposal),
        id=workspace.new_id(),
        subject=subject,
        policy=picture.policy_record.digest,
        rater=rater,
        supersedes=current.id if current else None,
    )
    kept = {"id", "supersedes"}
    if current and current.model_dump(exclude=kept) == wanted.model_dump(exclude=kept):
        return None
    return wanted


def _findings(
    workspace: Workspace, picture: Picture, drafts: tuple[FindingDraft, ...]
) -> list[Record]:
    """Open what is noticed now, and close what is noticed no longer."""
    standing = workspace.store.standing(Finding, [draft.key for draft in drafts])
    latest = {each.key: each for each in standing}
    records: list[Record] = []
    for noticed in drafts:
        known = latest.get(noticed.key)
        draft = _with_others(picture, noticed, known) if known else noticed
        identity = workspace.new_id()
        wanted = Finding(
            id=identity,
            of=known.of if known else identity,
            rule=draft.rule,
            about=(*draft.claims, *draft.documents),
            sentence=draft.sentence,
            search=draft.search,
            at=draft.at,
            key=draft.key,
            supersedes=known.id if known else None,
        )
        kept = {"id", "supersedes"}
        if known is None or known.model_dump(exclude=kept) != wanted.model_dump(exclude=kept):
            records.append(wanted)
    noticed_keys = {draft.key for draft in drafts}
    return records + [
        _no_longer(workspace, picture, known)
        for known in picture.findings
        if known.rule in KINDS and known.key not in noticed_keys and _is_told(picture, known)
    ]


def _is_told(picture: Picture, known: Finding) -> bool:
    """Return whether a picture shows whether something is still missing.

    What is missing in documents that it is not about, it does not show.
    """
    if picture.narrowed is None:
        return True
    store = picture.workspace.store
    documents = {of for (of,) in store.cells(Document, "id", id=known.about)}
    return not documents or not documents.isdisjoint(picture.narrowed.about)


def _with_others(picture: Picture, draft: FindingDraft, known: Finding) -> FindingDraft:
    """Return a draft with what its finding says of others than the picture shows."""
    claims, documents = _others(picture, known)
    if not known.open or not (claims or documents):
        return draft
    before = FindingDraft(
        rule=known.rule,
        key=known.key,
        sentence=known.sentence,
        search=known.search,
        claims=claims,
        documents=documents,
        at=known.at,
    )
    return combined([draft, before])[0]


def _no_longer(workspace: Workspace, picture: Picture, known: Finding) -> Finding:
    """Return a finding closed, or without what it no longer says of what the picture shows."""
    claims, documents = _others(picture, known)
    concerns = not claims and picture.workspace.store.cells(Claim, "of", subjects=known.about)
    others = () if concerns else (*claims, *documents)  # documents of no claim are none
    update: dict[str, object] = {"id": workspace.new_id(), "supersedes": known.id}
    return known.model_copy(update=update | ({"about": others} if others else {"open": False}))


def _others(picture: Picture, known: Finding) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the claims and documents of a finding that a narrow picture does not show."""
    if not picture.narrowed:
        return (), ()
    store = picture.workspace.store
    claims = {of for (of,) in store.cells(Claim, "of", subjects=known.about)} - set(picture.claims)
    documents = {of for (of,) in store.cells(Document, "id", id=known.about)}
    documents -= picture.narrowed.about
    return (
        tuple(each for each in known.about if each in claims),
        tuple(each for each in known.about if each in documents),
    )
