"""A claim with all that is said of it, and its line of the queue."""

from typing import Literal

from provenance.model.claim import (
    ClaimKind,
    Quantity,
)
from provenance.model.dossier.fallen import AlarmView
from provenance.model.dossier.judged import FindingView, GradeView, InquiryView, ReviewView
from provenance.model.dossier.stated import AppearanceView, DerivationView, DriftStep, OriginView
from provenance.model.record import Value

ReviewState = Literal["proposed", "reviewed", "second-reviewed", "refused"]


class ClaimView(Value):
    """One claim with its provenance record, links, origins, grade and why."""

    id: str  # identity
    version: str  # id of the current version
    handle: str
    wording: str
    type: ClaimKind
    quantities: tuple[Quantity, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    reliability: str  # the cell's letter: best among the supporting origins, named in letter_of
    letter_of: str
    credibility: str | None  # None where the kind is not graded
    proposed: bool
    state: ReviewState
    stale: bool  # graded before something it stands on changed
    stale_because: str = ""  # what was decided on, and what is proposed now
    appearances: tuple[AppearanceView, ...]
    origins: tuple[OriginView, ...]
    reports_not_established: int
    circular: tuple[str, ...]  # sentences; empty where no circular reporting was found
    alarms: tuple[AlarmView, ...] = ()  # paths that return to where they began
    drift: tuple[DriftStep, ...]
    derivations: tuple[DerivationView, ...]
    refused: tuple[DerivationView, ...] = ()  # by a person; they count for nothing
    grades: tuple[GradeView, ...]
    findings: tuple[FindingView, ...]
    inquiries: tuple[InquiryView, ...]
    basis: str  # for a 6: whether nobody has looked or what was looked for in vain
    reviews: tuple[ReviewView, ...]
    agreement: str = ""  # how two reviews compare; empty where there are not two

    @property
    def cell(self) -> str:
        """The Admiralty pair, such as "F6", or a dash where the kind is not graded."""
        return f"{self.reliability}{self.credibility}" if self.credibility else "–"


class ClaimRow(Value):
    """One line of the review queue."""

    id: str
    handle: str
    wording: str
    type: ClaimKind
    cell: str
    proposed: bool
    state: ReviewState
    origins: int
    appearances: int
    flags: tuple[str, ...]  # short words: circular, drift, contradicted, hedged, unnamed, stale
    document: str  # handle of the document it first appears in
    awaits: bool = True  # whether the one who looks may decide about it now
