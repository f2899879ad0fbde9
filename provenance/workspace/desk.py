"""The desk of the review room: the verbs behind one object, for one person at one screen.

What only a decision or a correction needs is imported when the first one is made: the queue is
to be readable at once.
"""

from provenance.model import ClaimKind, Decision, Modality
from provenance.model.dossier import ClaimRow, ClaimView, DocumentView, LeadView, Status
from provenance.settings import Settings
from provenance.workspace.core import Workspace
from provenance.workspace.locate import find_root
from provenance.workspace.status import status
from provenance.workspace.views import Views


class Desk:
    """One opened workspace. Views are made anew after each step."""

    def __init__(self, settings: Settings) -> None:
        """Open the workspace that the settings name; its schema is checked."""
        self._workspace = Workspace(find_root(settings), settings)
        self._workspace.store.database.check_revision()
        self._views = Views(self._workspace)
        self._size = self._workspace.store.size()

    def _fresh(self) -> Views:
        size = self._workspace.store.size()
        if size != self._size:  # somebody else, or this desk, has added to the log
            self._views, self._size = Views(self._workspace), size
        return self._views

    def status(self) -> Status:
        """Return what is new, open or stale."""
        return status(self._workspace, self._fresh())

    def queue(self) -> tuple[ClaimRow, ...]:
        """Return the claims to review, unreviewed facts first."""
        return self._fresh().queue()

    def claim(self, identity: str) -> ClaimView:
        """Return one claim with all that is said of it."""
        return self._fresh().claim(identity)

    def document(self, handle: str) -> DocumentView:
        """Return one document with its capture."""
        return self._fresh().document(handle)

    def leads(self) -> tuple[LeadView, ...]:
        """Return what to look for next."""
        return self._fresh().leads()

    def decide(
        self,
        claim: ClaimView,
        decision: Decision,
        *,
        reliability: str | None,
        credibility: str | None,
        reason: str,
    ) -> ClaimView:
        """Keep a decision about the versions seen. The reason of a 1 names the separate access."""
        from provenance.workspace.decide import decide

        decide(
            self._workspace,
            claim,
            decision,
            reliability=reliability,
            credibility=credibility,
            reason=reason,
            access=reason if credibility == "1" else "",
        )
        return self._fresh().claim(claim.id)

    def undo(self) -> str:
        """Take the last decision back; return what was undone."""
        from provenance.workspace.undo import undo

        entry = undo(self._workspace)
        return f"{entry.kind} (entry {entry.seq})"

    def correct(
        self,
        claim: ClaimView,
        *,
        type: ClaimKind | None = None,  # noqa: A002  # the field's name in the record
        modality: Modality | None = None,
        wording: str | None = None,
        published: str | None = None,
    ) -> ClaimView:
        """Keep a correction of what is given."""
        from provenance.workspace.correct import correct

        correct(
            self._workspace,
            claim.id,
            type_=type,
            modality=modality,
            wording=wording,
            published=published,
        )
        return self._fresh().claim(claim.id)

    def name_source(self, claim: ClaimView, words: str, name: str) -> ClaimView:
        """Keep who stands behind the words of an attribution."""
        from provenance.workspace.correct import name_source

        name_source(self._workspace, claim.id, words, name)
        return self._fresh().claim(claim.id)

    def close(self) -> None:
        """Sign a checkpoint over what was added, and let go."""
        self._workspace.close()
