"""What a front end shows: a picture of the workspace as claim views, queue, leads, dossier.

``Views`` is the one door. Behind it: ``lookup`` (handles, times, agents, what follows for a
claim), ``judged`` (grades, findings, inquiries, reviews), ``claims`` (one claim with all that is
said of it), ``queue`` (one line per claim), ``evidence`` (captures, documents), ``sources`` (who
states things), ``subjects`` (of whom something can be said as a whole), ``leads`` (what to look
for next), ``dossier`` (case, log, the whole). A second reviewer sees claims and rows blind; the
dossier is never blinded.
"""

from collections.abc import Sequence
from functools import cached_property

from provenance import review
from provenance.model import Derivation
from provenance.model.dossier import (
    AgentView,
    AlarmView,
    CaptureView,
    CaseView,
    ClaimRow,
    ClaimView,
    DerivationView,
    DocumentView,
    Dossier,
    FindingView,
    InquiryView,
    LeadView,
    LogView,
    Opening,
    RetractionView,
    SourceView,
    SubjectView,
)
from provenance.workspace.core import Workspace
from provenance.workspace.features import Standing
from provenance.workspace.picture import Picture
from provenance.workspace.views.alarms import alarms
from provenance.workspace.views.claims import Claims
from provenance.workspace.views.dossier import case_view, dossier, log_view
from provenance.workspace.views.evidence import Evidence
from provenance.workspace.views.judged import Judged
from provenance.workspace.views.leads import leads
from provenance.workspace.views.lookup import Lookup
from provenance.workspace.views.queue import queue
from provenance.workspace.views.retracted import name_of, retractions
from provenance.workspace.views.sources import Sources
from provenance.workspace.views.subjects import subjects

__all__ = ["Views"]


class Views:
    """Views of one picture; each is made when asked for."""

    def __init__(self, workspace: Workspace, picture: Picture | None = None) -> None:
        """Look at what is current now, or at what a picture holds of it."""
        self.workspace = workspace
        self.picture = picture or Picture(workspace)
        self._lookup = Lookup(workspace, self.picture)
        self._judged = Judged(self._lookup)
        self._claims = Claims(self._lookup, self._judged)
        self._evidence = Evidence(self._lookup)
        self._sources = Sources(self._lookup, self._judged)

    # ---- lookups

    def handle(self, identity: str) -> str:
        """Return the short handle of a record's identity."""
        return self._lookup.handle(identity)

    def name(self, subject: str) -> str:
        """Return what a document, a capture or a source is called."""
        return name_of(self._lookup, subject)

    def claim_identity(self, handle: str) -> str:
        """Return the identity of the claim that a handle stands for; UnknownHandleError."""
        return self._lookup.claim_identity(handle)

    def standing(self, claim: str) -> Standing:
        """Return what follows for a claim, computed once."""
        return self._lookup.standing(claim)

    def proposal(self, claim: str) -> review.Proposal:
        """Return what the program proposes for a claim now."""
        return self._lookup.proposal(claim)

    # ---- claims

    def claim(self, identity: str) -> ClaimView:
        """Return a claim as this person may see it: a second reviewer sees it blind."""
        return self._claims.blinded(identity)

    @cached_property
    def _queue(self) -> tuple[ClaimRow, ...]:
        return queue(self._lookup)

    def queue(self) -> tuple[ClaimRow, ...]:
        """Return the claims to review: facts nobody has decided first, then by handle."""
        return self._queue

    def opening(self, most: int) -> Opening:
        """Return the case and the first claims of the queue: what a room opens with."""
        return Opening(
            case=self.case(),
            agent=self.reader,
            claims=len(self.picture.members),
            rows=queue(self._lookup, most),
        )

    def derivations(self) -> tuple[DerivationView, ...]:
        """Return who goes back to whom: what is proposed, confirmed or refused."""
        return tuple(map(self._claims.derivation, self._claims.told()))

    def derivation(self, each: Derivation) -> DerivationView:
        """Return one derivation with the words that it reads as."""
        return self._claims.derivation(each)

    # ---- evidence

    def captures(self) -> tuple[CaptureView, ...]:
        """Return every capture, failed ones included."""
        return self._evidence.captures()

    def documents(self) -> tuple[DocumentView, ...]:
        """Return every document."""
        return self._evidence.documents()

    def document(self, handle: str) -> DocumentView:
        """Return the document that a handle stands for."""
        return self._evidence.document(handle)

    def sources(self) -> tuple[SourceView, ...]:
        """Return every source with its letter and the claims that stand on it."""
        return self._sources.views()

    def subjects(self, handle: str, sources: Sequence[str]) -> tuple[SubjectView, ...]:
        """Return a document, its outlet and sources, of whom something can be said as a whole."""
        identity = self._evidence.document(handle).id
        return subjects(self._lookup, self.picture.documents[identity], sources)

    def same_names(self) -> tuple[tuple[str, ...], ...]:
        """Return sources that may be one, by identity: one group for each name."""
        return self._sources.proposed()

    # ---- what is open, and who works here

    def leads(self) -> tuple[LeadView, ...]:
        """Return what to look for next, the most useful first."""
        return leads(self._lookup, self._judged)

    def findings(self) -> tuple[FindingView, ...]:
        """Return every open finding."""
        return tuple(self._judged.finding(each) for each in self.picture.findings)

    def inquiries(self) -> tuple[InquiryView, ...]:
        """Return every inquiry."""
        return tuple(self._judged.inquiry(each) for each in self.picture.inquiries)

    def alarms(self) -> tuple[AlarmView, ...]:
        """Return circles, and confirmation that returns to its own origin."""
        return alarms(self._lookup)

    def retractions(self) -> tuple[RetractionView, ...]:
        """Return what people say fell."""
        return retractions(self._lookup)

    @property
    def reader(self) -> str:
        """The name of who looks; empty for somebody whose key is not known here."""
        me = self._lookup.me
        return me.name if me is not None else ""

    def agents(self) -> tuple[AgentView, ...]:
        """Return who may act on this desk."""
        return tuple(
            AgentView(handle=self.handle(each.id), **each.model_dump(exclude={"id"}))
            for each in self.picture.agents.values()
        )

    # ---- the whole

    def case(self) -> CaseView:
        """Return the case in the analyst's words."""
        return case_view(self.picture.case)

    def log(self) -> LogView:
        """Return where the log stands."""
        return log_view(self.workspace)

    def dossier(self) -> Dossier:
        """Return all that is said of the case now. Nothing is blinded: it is for the desk."""
        return dossier(self._lookup, self._claims, self._evidence, self._sources, self.leads())
