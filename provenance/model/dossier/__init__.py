"""Read models: what a report, an export or a screen shows. Made by the store, never kept.

A ``Dossier`` holds all that is said of a case at one entry of the log; the same dossier gives
the same bytes. Everything in it is text as captured: front ends make it safe through
``provenance.display``.

``captured`` what was captured, and who works here, as it is shown
``stated``   who says what where: sources, appearances, origins, ties, as they are shown
``judged``   what is made of it: grades, findings, inquiries, decisions, leads, as they are shown
``fallen``   alarms, and what falls with a text or a source, as they are shown
``claim``    a claim with all that is said of it, and its line of the queue
``whole``    the case as a whole: the dossier, where the work stands, what a room opens with
"""

from provenance.model.dossier.captured import (
    AgentView,
    CaptureView,
    DeclaredView,
    DocumentView,
    ModelUseView,
    SaidView,
)
from provenance.model.dossier.claim import ClaimRow, ClaimView, ReviewState
from provenance.model.dossier.fallen import AlarmView, ImpactChange, ImpactView, RetractionView
from provenance.model.dossier.judged import (
    FindingView,
    GradeView,
    InquiryView,
    LeadView,
    ReviewView,
    together,
)
from provenance.model.dossier.stated import (
    AppearanceView,
    DerivationView,
    DriftStep,
    Independence,
    OriginView,
    SourceView,
    SubjectView,
)
from provenance.model.dossier.whole import CaseView, Dossier, LogView, Opening, Status, StatusLine

__all__ = [
    "AgentView",
    "AlarmView",
    "AppearanceView",
    "CaptureView",
    "CaseView",
    "ClaimRow",
    "ClaimView",
    "DeclaredView",
    "DerivationView",
    "DocumentView",
    "Dossier",
    "DriftStep",
    "FindingView",
    "GradeView",
    "ImpactChange",
    "ImpactView",
    "Independence",
    "InquiryView",
    "LeadView",
    "LogView",
    "ModelUseView",
    "Opening",
    "OriginView",
    "RetractionView",
    "ReviewState",
    "ReviewView",
    "SaidView",
    "SourceView",
    "Status",
    "StatusLine",
    "SubjectView",
    "together",
]
