"""What a person at one screen looks at: views of one opened workspace, made anew after steps."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.errors import UnknownHandleError
from provenance.model import Erasure
from provenance.model.dossier import (
    ClaimRow,
    ClaimView,
    DocumentView,
    ImpactView,
    LeadView,
    Opening,
    SubjectView,
)
from provenance.settings import Settings
from provenance.workspace.core import Workspace
from provenance.workspace.locate import find_root
from provenance.workspace.views import Views

if TYPE_CHECKING:
    from provenance.workspace.notes import Note


class Looking:
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

    def _there(self, identity: str) -> Views:
        """Return the views in which a claim is; an UnknownHandleError says where it went."""
        views = self._fresh()
        if identity in views.picture.members:
            return views
        handle = self._workspace.store.handles("c").get(identity, "the claim")
        self._check_erased(handle, identity)
        raise UnknownHandleError(
            f"{handle} has no appearance any more: what stood under it was put elsewhere or erased"
        )

    def _check_erased(self, handle: str, identity: str) -> None:
        """Return None for what is here; an UnknownHandleError says why it was erased."""
        for erasure in self._workspace.store.current(Erasure):
            if any(each.id == identity for each in erasure.records):
                raise UnknownHandleError(f"{handle} was erased: {erasure.why}")

    def opening(self, most: int) -> Opening:
        """Return the case and the first claims of the queue: all of them take longer."""
        return self._fresh().opening(most)

    def queue(self) -> tuple[ClaimRow, ...]:
        """Return the claims to review, unreviewed facts first."""
        return self._fresh().queue()

    def claim(self, identity: str) -> ClaimView:
        """Return one claim with all that is said of it."""
        return self._there(identity).claim(identity)

    def document(self, handle: str) -> DocumentView:
        """Return one document with its capture; an UnknownHandleError where it was erased."""
        _, identity = self._workspace.store.identity(handle)
        self._check_erased(handle, identity)
        return self._fresh().document(handle)

    def leads(self) -> tuple[LeadView, ...]:
        """Return what to look for next."""
        return self._fresh().leads()

    def impacts(self, document: str, sources: Sequence[str]) -> tuple[ImpactView, ...]:
        """Return what falls with a document, by its handle, and with sources, by identity."""
        from provenance.workspace.impact import Impacts

        impacts = Impacts(self._fresh())
        _, identity = self._workspace.store.identity(document)
        return tuple(impacts.of(each) for each in (identity, *sources))

    def subjects(self, document: str, sources: Sequence[str]) -> tuple[SubjectView, ...]:
        """Return a document, its outlet and sources, of whom something can be said as a whole."""
        return self._fresh().subjects(document, sources)

    def notes(self, handle: str) -> "tuple[Note, ...]":
        """Return the scratch notes about a claim, the oldest first."""
        from provenance.workspace.notes import notes

        return tuple(each for each in notes(self._workspace) if each.about.lower() == handle)

    def close(self) -> None:
        """Sign a checkpoint over what was added, and let go."""
        self._workspace.close()
