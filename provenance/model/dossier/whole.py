"""The case as a whole: the dossier, where the work stands, what a room opens with."""

from collections.abc import Mapping

from provenance.model.dossier.captured import CaptureView, DocumentView
from provenance.model.dossier.claim import ClaimRow, ClaimView
from provenance.model.dossier.fallen import AlarmView, ImpactView, RetractionView
from provenance.model.dossier.judged import LeadView
from provenance.model.dossier.stated import DerivationView, SourceView
from provenance.model.record import Value


class CaseView(Value):
    """The case in the analyst's words."""

    id: str
    version: str
    name: str
    question: str
    handling: str
    bottom_line: str
    caveats: tuple[str, ...]
    reviewers: int


class LogView(Value):
    """Where the log stands."""

    origin: str
    size: int
    root: str
    checkpoint: str  # the signed note, or "" before the first


class Dossier(Value):
    """All that is said of a case at one entry of the log."""

    case: CaseView
    log: LogView
    made_at: str
    made_with: str  # program and version
    policy: str
    definition_set: str
    labels: Mapping[str, str]  # letter or digit → wording of the definition set
    claims: tuple[ClaimView, ...]
    documents: tuple[DocumentView, ...]
    captures: tuple[CaptureView, ...]  # failed ones included
    sources: tuple[SourceView, ...]
    derivations: tuple[DerivationView, ...]
    leads: tuple[LeadView, ...]
    circular: tuple[str, ...]
    alarms: tuple[AlarmView, ...] = ()
    fallen: tuple[RetractionView, ...] = ()  # what people say fell
    points: tuple[ImpactView, ...] | None = None  # None where nobody asked what hangs on what


class StatusLine(Value):
    """One count of ``provenance status`` with the command that acts on it."""

    what: str
    count: int
    hint: str


class Status(Value):
    """What is new, open or stale, and what to do next."""

    case: CaseView
    agent: str  # who looks, or "" for a reader whose key is not known here
    entries: int
    lines: tuple[StatusLine, ...]
    next: str  # the one command to run now


class Opening(Value):
    """What a front end shows first: the rest of the queue takes longer."""

    case: CaseView
    agent: str  # who looks, or "" for a reader whose key is not known here
    claims: int  # of which ``rows`` are the first of the queue
    rows: tuple[ClaimRow, ...]
