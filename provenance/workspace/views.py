"""What a front end shows: a picture of the workspace as dossier, claim views, queue, leads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from provenance import __dist__, __version__, grading, review
from provenance.audit import Range
from provenance.errors import ForeignKeyError, KeyNotFoundError, UnknownHandleError
from provenance.grading.findings import FindingDraft
from provenance.grading.leads import merge
from provenance.lineage import Origin
from provenance.model import (
    Agent,
    Appearance,
    AttributionStatus,
    Axis,
    Capture,
    Claim,
    Decision,
    Derivation,
    Document,
    Finding,
    Grade,
    Inquiry,
    Link,
    Modality,
    Review,
    Source,
    State,
)
from provenance.model.dossier import (
    AgentView,
    AppearanceView,
    CaptureView,
    CaseView,
    ClaimRow,
    ClaimView,
    DerivationView,
    DocumentView,
    Dossier,
    DriftStep,
    FindingView,
    GradeView,
    InquiryView,
    LeadView,
    LogView,
    OriginView,
    ReviewView,
    SaidView,
    SourceView,
)
from provenance.text import fold
from provenance.workspace.core import Workspace
from provenance.workspace.features import Standing, inquiries_about, letter_of, standing
from provenance.workspace.picture import Picture

SHARES = "shares text with"  # what an unconfirmed derivation reads as
_WORDING = {
    "copy": "is a copy of",
    "rewrite": "is a rewrite of",
    "quotation": "quotes",
    "citation": "credits",
    "original": "was pasted from",
    "correction": "corrects",
}
_UNCONFIRMED = {"citation": "names as its origin", "quotation": "has words in common with"}


class Views:
    """Views of one picture; each is made when asked for."""

    def __init__(self, workspace: Workspace) -> None:
        """Look at what is current now."""
        self.workspace = workspace
        self.picture = Picture(workspace)
        self._store = workspace.store
        self._standing: dict[str, Standing] = {}

    # ---- lookups

    @cached_property
    def _handles(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for letter in "acdfiks":
            found |= self._store.handles(letter)
        return found

    @cached_property
    def _at(self) -> Mapping[int, str]:
        return {entry.seq: entry.at for entry, _ in self._store.entries()}

    @cached_property
    def _times(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for kind in (Grade, Review):
            found |= {record: self._at[seq] for record, seq in self._store.events(kind).items()}
        return found

    @cached_property
    def _documents_of(self) -> Mapping[tuple[str | None, str], Document]:
        return {(each.payload, each.uri): each for each in self.picture.documents.values()}

    def handle(self, identity: str) -> str:
        """Return the short handle of a record's identity."""
        return self._handles.get(identity, "?")

    def _agent(self, agent: str) -> str:
        known = self.picture.agents.get(agent)
        return known.name if known else "unknown"

    def claim_identity(self, handle: str) -> str:
        """Return the identity of the claim that a handle stands for; UnknownHandleError."""
        kind, identity = self._store.identity(handle)
        if kind is not Claim:
            raise UnknownHandleError(f"{handle} is a {kind.kind}; this wants a claim, such as c1")
        if identity not in self.picture.members:
            raise UnknownHandleError(
                f"the claim {handle} has no appearance any more: it was put under another one"
            )
        return identity

    def standing(self, claim: str) -> Standing:
        """Return what follows for a claim, computed once."""
        if claim not in self._standing:
            self._standing[claim] = standing(self.picture, self.picture.claims[claim])
        return self._standing[claim]

    def proposal(self, claim: str) -> review.Proposal:
        """Return what the program proposes for a claim now."""
        record = self.picture.claims[claim]
        choice = grading.cell(self.standing(claim).features.origins)
        grade = self._program_grade(claim)
        graded = grade is not None and record.type == "fact"
        return review.Proposal(
            type=record.type,
            reliability=choice.letter,
            letter_of=choice.letter_of,
            credibility=grade.value if grade is not None and graded else None,
            records=(record.id, *([grade.id] if grade is not None and graded else [])),
        )

    def _program_grade(self, claim: str) -> Grade | None:
        program = self.workspace.program.id
        for grade in self.picture.grades.get(claim, ()):
            if grade.axis is Axis.CREDIBILITY and grade.rater == program:
                return grade
        return None

    # ---- one claim

    def claim(self, identity: str) -> ClaimView:
        """Return a claim as this person may see it: a second reviewer sees it blind."""
        view = self._claim(identity)
        me = self._me
        if me is None:
            return view
        return review.blinded(
            view,
            reviewer=me,
            proposal=self.proposal(identity),
            reviews=self.picture.reviews.get(identity, ()),
            agents=self.picture.agents,
            reviewers=self.picture.case.reviewers,
        )

    @cached_property
    def _me(self) -> Agent | None:
        """Who looks, as an agent; None for a reader without a key here.

        A key that stays locked is an error: its owner may be one who must see a claim blind.
        """
        try:
            return self.workspace.me
        except (KeyNotFoundError, ForeignKeyError):
            return None

    def _claim(self, identity: str) -> ClaimView:
        picture, record = self.picture, self.picture.claims[identity]
        found, proposal = self.standing(identity), self.proposal(identity)
        reviews = picture.reviews.get(identity, ())
        letter, letter_of_, digit = _decided(reviews, proposal)
        origins = {each: origin.number for origin in found.origins for each in origin.mentions}
        documents = {mention.document for mention in found.mentions}
        return ClaimView(
            id=identity,
            version=record.id,
            handle=self.handle(identity),
            wording=record.wording,
            type=record.type,
            quantities=record.quantities,
            places=record.places,
            times=record.times,
            reliability=letter,
            letter_of=letter_of_,
            credibility=digit,
            proposed=not reviews,
            state=review.state(reviews, picture.case.reviewers),
            stale=bool(reviews) and set(reviews[-1].saw) != set(proposal.records),
            appearances=tuple(self._appearances(identity, origins)),
            origins=tuple(self._origin(origin, found) for origin in found.origins),
            reports_not_established=found.features.reports_not_established,
            circular=found.rings,
            drift=tuple(
                DriftStep(
                    **each.model_dump(exclude={"upstream", "downstream"}),
                    upstream=self.handle(each.upstream),
                    downstream=self.handle(each.downstream),
                )
                for each in found.drift
            ),
            derivations=tuple(
                self._derivation(each)
                for each in picture.live
                if each.downstream in documents
                and (each.upstream is None or each.upstream in documents)
            ),
            grades=tuple(self._grades(identity, found)),
            findings=tuple(self._findings(identity)),
            inquiries=tuple(self._inquiry(each) for each in inquiries_about(picture, identity)),
            basis=grading.basis(found.features) if digit == "6" else "",
            reviews=tuple(self._review(each) for each in reviews),
        )

    def _appearances(self, claim: str, origins: Mapping[str, int]) -> Iterable[AppearanceView]:
        for appearance in self.picture.members.get(claim, ()):
            link = self.picture.belongs[appearance.of]
            yield self._appearance(appearance, link, origins)
        for link in self.picture.bearing.get(claim, ()):
            yield self._appearance(self.picture.appearances[link.appearance], link, origins)

    def _appearance(
        self, appearance: Appearance, link: Link, origins: Mapping[str, int]
    ) -> AppearanceView:
        picture = self.picture
        document = picture.documents[appearance.document]
        outlet, chain = picture.outlet(document), picture.attributions[appearance.of]
        choice = letter_of(picture, appearance)
        return AppearanceView(
            id=appearance.of,
            document=self.handle(document.id),
            document_id=document.id,
            uri=document.uri,
            title=document.title,
            outlet=outlet.value,
            outlet_basis=outlet.basis,
            published=picture.published(document).value,
            selector=appearance.selector,
            type=appearance.type,
            modality=appearance.modality,
            cue=appearance.cue,
            rule=appearance.rule,
            stance=link.stance,
            link_state=link.state,
            link_rule=link.rule,
            link_words=link.words,
            attribution=chain.status,
            steps=chain.steps,
            attribution_rule=chain.rule,
            letter=choice.letter,
            letter_of=choice.letter_of,
            outlet_letter=picture.letter_of_outlet(outlet.value),
            origin=origins.get(appearance.of, 0),
        )

    def _origin(self, origin: Origin, found: Standing) -> OriginView:
        documents = {m.id: m.document for m in found.mentions}
        return OriginView(
            number=origin.number,
            name=origin.name,
            stance=origin.stance,
            appearances=origin.mentions,
            documents=tuple(
                dict.fromkeys(self.handle(documents[each]) for each in origin.mentions)
            ),
            independence=origin.independence,
            sentence=origin.sentence,
        )

    def _derivation(self, each: Derivation) -> DerivationView:
        confirmed = each.state is State.CONFIRMED
        wording = (
            _WORDING.get(each.type, f"has the {each.type} as")
            if confirmed
            else _UNCONFIRMED.get(each.type, SHARES)
        )
        return DerivationView(
            id=each.id,
            downstream=self.handle(each.downstream),
            upstream=self.handle(each.upstream) if each.upstream else None,
            upstream_name=each.upstream_name,
            type=each.type,
            directed=each.directed,
            state=each.state,
            wording=wording,
            evidence=each.evidence,
        )

    def _grades(self, claim: str, found: Standing) -> Iterable[GradeView]:
        for grade in self.picture.grades.get(claim, ()):
            if self.picture.claims[claim].type == "fact":
                yield self._grade(grade)
        sources = {
            self.picture.same.get(source.id, source.id)
            for mention in found.mentions
            for source in mention.sources
            if source.named
        } | {
            self.picture.outlets[key].of
            for key in (fold(mention.outlet or "") for mention in found.mentions)
            if key in self.picture.outlets
        }
        for source in sorted(sources, key=self.handle):
            for grade in self.picture.grades.get(source, ()):
                yield self._grade(grade)

    def _grade(self, grade: Grade) -> GradeView:
        reviewed = bool(self.picture.reviews.get(grade.subject))
        source = self.picture.sources.get(grade.subject)
        return GradeView(
            id=grade.id,
            of=source.name if source else "",
            axis=grade.axis,
            value=grade.value,
            label=self.picture.policy.labels[grade.value],
            definition_set=grade.definition_set,
            policy=self.picture.policy.name,
            rater=self._agent(grade.rater),
            proposed=grade.rater == self.workspace.program.id and not reviewed,
            at=self._times.get(grade.id, ""),
            rationale=grade.rationale,
        )

    @cached_property
    def _findings_about(self) -> Mapping[str, Sequence[Finding]]:
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.picture.findings:
            for about in finding.about:
                found[about].append(finding)
        return found

    def _findings(self, about: str) -> Iterable[FindingView]:
        return (self._finding(each) for each in self._findings_about.get(about, ()))

    def _finding(self, each: Finding) -> FindingView:
        return FindingView(
            id=each.id,
            handle=self.handle(each.of),
            rule=each.rule,
            sentence=each.sentence,
            search=each.search,
            about=tuple(self.handle(about) for about in each.about),
        )

    def _inquiry(self, each: Inquiry) -> InquiryView:
        return InquiryView(
            handle=self.handle(each.id),
            about=tuple(self.handle(claim) for claim in each.about),
            sought=each.sought,
            where=each.where,
            words=each.words,
            at=each.at,
            result=each.result,
            note=each.note,
            by=self._agent(each.by),
        )

    def _review(self, each: Review) -> ReviewView:
        return ReviewView(
            stage=each.stage,
            decision=each.decision,
            reliability=each.reliability,
            credibility=each.credibility,
            reason=each.reason,
            reviewer=self._agent(each.reviewer),
            at=self._times.get(each.id, ""),
        )

    # ---- listings

    def queue(self) -> tuple[ClaimRow, ...]:
        """Return the claims to review: facts nobody has decided first, then by handle."""
        rows = [self._row(claim) for claim in self.picture.members]
        rows.sort(
            key=lambda row: (row.state != "proposed", row.type != "fact", _number(row.handle))
        )
        return tuple(rows)

    def _row(self, identity: str) -> ClaimRow:
        record, found = self.picture.claims[identity], self.standing(identity)
        reviews, proposal = self.picture.reviews.get(identity, ()), self.proposal(identity)
        letter, _, digit = _decided(reviews, proposal)
        members = self.picture.members[identity]
        row = ClaimRow(
            id=identity,
            handle=self.handle(identity),
            wording=record.wording,
            type=record.type,
            cell=f"{letter}{digit}" if digit else "–",
            proposed=not reviews,
            state=review.state(reviews, self.picture.case.reviewers),
            origins=sum(1 for origin in found.origins if origin.stance == "supports"),
            appearances=len(members),
            flags=tuple(self._flags(identity, found, proposal)),
            document=self.handle(members[0].document),
            awaits=self._awaits(reviews),
        )
        me = self._me
        if me is None:
            return row
        return review.blinded_row(
            row,
            reviewer=me,
            proposal=proposal,
            reviews=reviews,
            agents=self.picture.agents,
            reviewers=self.picture.case.reviewers,
        )

    def _awaits(self, reviews: Sequence[Review]) -> bool:
        """Return whether the one who looks may decide now, and has not yet."""
        me = self._me
        if me is None or any(each.reviewer == me.id for each in reviews):
            return False
        refused = any(each.decision is Decision.REFUSE for each in reviews)
        return not refused and not review.is_final(reviews, self.picture.case.reviewers)

    def _flags(self, claim: str, found: Standing, proposal: review.Proposal) -> Iterable[str]:
        reviews = self.picture.reviews.get(claim, ())
        members = self.picture.members[claim]
        chains = [self.picture.attributions.get(each.of) for each in members]
        flags = {
            "circular": bool(found.rings),
            "drift": bool(found.drift),
            "contradicted": any(origin.stance == "contradicts" for origin in found.origins),
            "hedged": any(each.modality is Modality.HEDGED for each in members),
            "unnamed": any(
                not step.named
                for chain in chains
                if chain
                for step in chain.steps
                if step.type != "writer"
            ),
            "unattributed": all(
                chain is not None and chain.status is AttributionStatus.UNATTRIBUTED
                for chain in chains
            ),
            "stale": bool(reviews) and set(reviews[-1].saw) != set(proposal.records),
        }
        return (name for name, holds in flags.items() if holds)

    def captures(self) -> tuple[CaptureView, ...]:
        """Return every capture, failed ones included."""
        return tuple(self._capture(each) for each in self.picture.captures.values())

    def _capture(self, each: Capture) -> CaptureView:
        said = self.picture.said.get(each.id)
        document = self._documents_of.get((each.payload, each.uri))
        names = CaptureView.model_fields.keys() & Capture.model_fields.keys()
        return CaptureView(
            **each.model_dump(include=set(names) - {"collector", "tool"}),
            tool=f"{each.tool} {each.tool_version}",
            handle=self.handle(each.id),
            collector=self._agent(each.collector),
            said=SaidView(**said.model_dump(include=set(SaidView.model_fields))) if said else None,
            document=self.handle(document.id) if document else None,
        )

    def documents(self) -> tuple[DocumentView, ...]:
        """Return every document."""
        return tuple(self._document(each) for each in self.picture.documents.values())

    def document(self, handle: str) -> DocumentView:
        """Return the document that a handle stands for."""
        kind, identity = self._store.identity(handle)
        if kind is not Document or identity not in self.picture.documents:
            raise UnknownHandleError(f"{handle} is no document; this wants one, such as d1")
        return self._document(self.picture.documents[identity])

    def _document(self, each: Document) -> DocumentView:
        outlet, author = self.picture.outlet(each), self.picture.author(each)
        published = self.picture.published(each)
        return DocumentView(
            id=each.id,
            handle=self.handle(each.id),
            capture=self._capture(self.picture.captures[each.capture]),
            title=each.title,
            text=each.text,
            whole=each.whole,
            outlet=outlet.value,
            outlet_basis=outlet.basis,
            author=author.value,
            author_basis=author.basis,
            published=published.value,
            published_basis=published.basis,
            language=each.language,
            section=each.section,
            extractor=f"{each.extractor} {each.extractor_version}",
        )

    def sources(self) -> tuple[SourceView, ...]:
        """Return every source with its letter and the claims that stand on it."""
        claims: dict[str, list[str]] = defaultdict(list)
        for claim, members in self.picture.members.items():
            for source in {
                step.source
                for each in members
                for step in self.picture.attributions[each.of].steps
                if step.source
            }:
                claims[source].append(self.handle(claim))
        return tuple(
            self._source(each, sorted(claims.get(each.of, ()), key=_number))
            for each in self.picture.sources.values()
        )

    def _source(self, each: Source, claims: Sequence[str]) -> SourceView:
        grades = self.picture.grades.get(each.of, ())
        program = self.workspace.program.id
        best = sorted(grades, key=lambda grade: grade.rater == program)
        return SourceView(
            id=each.of,
            handle=self.handle(each.of),
            name=each.name,
            named=each.named,
            type=each.type,
            domain=each.domain,
            grade=self._grade(best[0]) if best else None,
            claims=tuple(claims),
            same_as=tuple(
                self.handle(other)
                for other in self.picture.sources
                if other != each.of
                and self.picture.same.get(other, other) == self.picture.same.get(each.of, each.of)
            )
            if each.of in self._joined
            else (),
        )

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Sources that a person has joined with others."""
        return frozenset(self.picture.same) | frozenset(self.picture.same.values())

    def leads(self) -> tuple[LeadView, ...]:
        """Return what to look for next, the most useful first."""
        claims, documents = self.picture.claims, self.picture.documents
        drafts = [
            FindingDraft(
                rule=each.rule,
                key=each.key,
                sentence=each.sentence,
                search=each.search,
                claims=tuple(about for about in each.about if about in claims),
                documents=tuple(about for about in each.about if about in documents),
                at=each.at,
            )
            for each in self.picture.findings
        ]
        by_key = {each.key: each for each in self.picture.findings}
        return tuple(
            LeadView(
                rank=lead.rank,
                rule=lead.rule,
                sentence=lead.sentence,
                search=lead.search,
                claims=tuple(sorted((self.handle(each) for each in lead.claims), key=_number)),
                findings=tuple(self.handle(by_key[key].of) for key in lead.findings),
                inquiries=tuple(
                    self._inquiry(each)
                    for each in self.picture.inquiries
                    if set(each.about) & set(lead.claims)
                ),
            )
            for lead in merge(drafts)
        )

    def findings(self) -> tuple[FindingView, ...]:
        """Return every open finding."""
        return tuple(self._finding(each) for each in self.picture.findings)

    def inquiries(self) -> tuple[InquiryView, ...]:
        """Return every inquiry."""
        return tuple(self._inquiry(each) for each in self.picture.inquiries)

    def agents(self) -> tuple[AgentView, ...]:
        """Return who may act on this desk."""
        return tuple(
            AgentView(handle=self.handle(each.id), **each.model_dump(exclude={"id"}))
            for each in self.picture.agents.values()
        )

    # ---- the whole

    def case(self) -> CaseView:
        """Return the case in the analyst's words."""
        case = self.picture.case
        return CaseView(
            id=case.of,
            version=case.id,
            **case.model_dump(include=set(CaseView.model_fields) - {"id", "version"}),
        )

    def log(self) -> LogView:
        """Return where the log stands."""
        size = self._store.size()
        checkpoints = self._store.checkpoints()
        root = Range().extended(self._store.leaves(0, size)).root.hex()
        note = checkpoints[-1][2] if checkpoints else ""
        origin = self.workspace.log_key.origin
        return LogView(origin=origin, size=size, root=root, checkpoint=note)

    def dossier(self) -> Dossier:
        """Return all that is said of the case now. Nothing is blinded: it is for the desk."""
        picture = self.picture
        claims = sorted(picture.members, key=lambda claim: _number(self.handle(claim)))
        entries = self._store.size()
        return Dossier(
            case=self.case(),
            log=self.log(),
            made_at=self._at[entries],
            made_with=f"{__dist__} {__version__}",
            policy=picture.policy.name,
            definition_set=picture.policy.definition_set,
            labels=picture.policy.labels,
            claims=tuple(self._claim(claim) for claim in claims),
            documents=self.documents(),
            captures=self.captures(),
            sources=self.sources(),
            derivations=tuple(self._derivation(each) for each in picture.live),
            leads=self.leads(),
            circular=tuple(ring.sentence for ring in picture.rings),
        )


def _decided(reviews: Sequence[Review], proposal: review.Proposal) -> tuple[str, str, str | None]:
    """Return letter, whose letter, digit: the last decision's, or the proposal's."""
    last = reviews[-1] if reviews else None
    if last is None or last.reliability is None:
        return proposal.reliability, proposal.letter_of, proposal.credibility
    same = last.reliability == proposal.reliability
    return last.reliability, proposal.letter_of if same else "the reviewer", last.credibility


def _number(handle: str) -> int:
    return int(handle[1:]) if handle[1:].isdecimal() else 0
