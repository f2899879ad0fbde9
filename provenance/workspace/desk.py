"""The desk of the review room: the verbs behind one object, for one person at one screen.

What only a decision or a correction needs is imported when the first one is made: the queue is
to be readable at once.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.errors import UnknownHandleError
from provenance.model import (
    ClaimKind,
    Decision,
    DerivationKind,
    Document,
    Genre,
    Level,
    Modality,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import ClaimView
from provenance.workspace.looking import Looking

if TYPE_CHECKING:
    from provenance.workspace.correct import Attributed
    from provenance.workspace.notes import Note
    from provenance.workspace.undo import TakenBack


class Desk(Looking):
    """One opened workspace, and what one person decides there."""

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

        self._there(claim.id)
        decide(
            self._workspace,
            claim,
            decision,
            reliability=reliability,
            credibility=credibility,
            reason=reason,
            access=reason if credibility == "1" else "",
        )
        return self._there(claim.id).claim(claim.id)

    def undo(self) -> "TakenBack":
        """Take the last decision back; return what was undone."""
        from provenance.workspace.undo import taken_back, undo

        return taken_back(self._workspace, undo(self._workspace))

    def correct(  # noqa: PLR0913  # what can be corrected, each by its own name
        self,
        claim: ClaimView,
        *,
        type: ClaimKind | None = None,  # noqa: A002  # the field's name in the record
        modality: Modality | None = None,
        level: Level | None = None,
        wording: str | None = None,
        times: tuple[str, ...] | None = None,
        places: tuple[str, ...] | None = None,
        published: str | None = None,
        steps: Mapping[StepRole, tuple[str, ...]] | None = None,
    ) -> ClaimView:
        """Keep a correction of what is given; a step in brackets is unnamed, () is nobody."""
        from provenance.workspace.correct import Correction, correct

        self._there(claim.id)
        given = Correction(
            type=type,
            modality=modality,
            level=level,
            wording=wording,
            times=times,
            places=places,
            published=published,
            attribution=_attributed(steps),
        )
        correct(self._workspace, claim.id, given)
        return self._there(claim.id).claim(claim.id)

    def part(self, claim: ClaimView, quotes: Sequence[str]) -> ClaimView:
        """Divide a claim by the words of its parts; return the first one."""
        from provenance.workspace.correct import part

        self._there(claim.id)
        part(self._workspace, claim.id, quotes)
        return self._there(claim.id).claim(claim.id)

    def split(self, claim: ClaimView, place: str) -> ClaimView:
        """Give one appearance of a claim a claim of its own; return the claim that it leaves."""
        from provenance.workspace.correct import move

        self._there(claim.id)
        move(self._workspace, [place], None, "")
        return self._there(claim.id).claim(claim.id)

    def merge(self, claim: ClaimView, into: str) -> ClaimView:
        """Put a claim under another, by its handle; return that one."""
        from provenance.workspace.correct import merge

        other = self._there(claim.id).claim_identity(into)
        merge(self._workspace, claim.id, other, "")
        return self._there(other).claim(other)

    def mark(
        self,
        document: str,
        quote: str,
        *,
        occurrence: int | None,
        type: ClaimKind,  # noqa: A002  # the field's name in the record
        modality: Modality,
        said_by: tuple[str, ...],
        claim: str,
    ) -> ClaimView:
        """Make words of a document a claim, or an appearance of one by its handle; return it."""
        from provenance.workspace.correct import Marked, mark

        text = self._document(document)
        known = self._fresh().claim_identity(claim) if claim else None
        given = Marked(
            quote=quote,
            occurrence=occurrence,
            type=type,
            modality=modality,
            attribution=_attributed({StepRole.SAYS: said_by}) if said_by else None,
        )
        made = mark(self._workspace, text, given, claim=known)
        return self._there(made).claim(made)

    def settle(
        self, claim: ClaimView, record: str, state: State, *, stance: Stance | None
    ) -> ClaimView:
        """Confirm or refuse a tie, or with a stance a place that bears on the claim."""
        from provenance.workspace.correct import link, settle_one, unlink

        self._there(claim.id)
        if stance is None:
            settle_one(self._workspace, record, state, "")
        elif state is State.REFUSED:
            unlink(self._workspace, record, claim.id)
        else:
            link(self._workspace, record, claim.id, stance)
        return self._there(claim.id).claim(claim.id)

    def tie(
        self,
        claim: ClaimView,
        document: str,
        other: str,
        *,
        kind: DerivationKind | None,
        stance: Stance | None,
    ) -> ClaimView:
        """Add what a document goes back to, or how its place in a claim bears on this one."""
        from provenance.workspace.correct import add_derivation, link, place_of

        views = self._there(claim.id)
        text = self._document(document)
        if kind is not None:
            captured = other[:1].lower() == "d" and other[1:].isdecimal()
            upstream = self._document(other) if captured else None
            add_derivation(self._workspace, text, upstream, kind, name=other)
        elif stance is not None:
            source = views.claim_identity(other) if other else None
            place = place_of(self._workspace, views.picture, claim.id, text, source)
            link(self._workspace, place, claim.id, stance)
        return self._there(claim.id).claim(claim.id)

    def _document(self, handle: str) -> str:
        kind, identity = self._workspace.store.identity(handle)
        if kind is not Document:
            raise UnknownHandleError(f"{handle} is no document; documents are d1, d2 …")
        return identity

    def name_source(self, claim: ClaimView, words: str, name: str) -> ClaimView:
        """Keep who stands behind the words of an attribution."""
        from provenance.workspace.correct import name_source

        self._there(claim.id)
        name_source(self._workspace, claim.id, words, name)
        return self._there(claim.id).claim(claim.id)

    def give_genre(self, claim: ClaimView, document: str, genre: Genre, why: str) -> ClaimView:
        """Say what kind of text a document is, by its handle."""
        from provenance.workspace.correct import correct_genre

        self._there(claim.id)
        correct_genre(self._workspace, self._document(document), genre, why)
        return self._there(claim.id).claim(claim.id)

    def own(self, claim: ClaimView, subject: str, *, ours: bool, why: str) -> ClaimView:
        """Say that a document or a source, by its handle, is our own publication, or is not."""
        from provenance.workspace.correct import our_source

        self._there(claim.id)
        _, identity = self._workspace.store.identity(subject)
        our_source(self._workspace, identity, ours=ours, why=why)
        return self._there(claim.id).claim(claim.id)

    def retract(self, claim: ClaimView, subject: str, *, notice: str, why: str) -> ClaimView:
        """Say that a document or a source, by its handle, fell, and which document says so."""
        from provenance.workspace.correct import retract

        self._there(claim.id)
        _, identity = self._workspace.store.identity(subject)
        retract(self._workspace, identity, why, self._document(notice) if notice else None)
        return self._there(claim.id).claim(claim.id)

    def add_note(self, handle: str, text: str) -> "tuple[Note, ...]":
        """Write a scratch note about a claim; return all about it."""
        from provenance.workspace.notes import add_note

        add_note(self._workspace, text, handle)
        return self.notes(handle)

    def delete_note(self, handle: str, number: int) -> "tuple[Note, ...]":
        """Delete a scratch note about a claim; return those that are left."""
        from provenance.workspace.notes import delete_note

        delete_note(self._workspace, number)
        return self.notes(handle)


def _attributed(steps: Mapping[StepRole, tuple[str, ...]] | None) -> "Attributed | None":
    """Return a chain as it is typed: what stands in brackets is unnamed."""
    if steps is None:
        return None
    from provenance.workspace.correct import Attributed

    names = {role: tuple(each.strip("() ") for each in some) for role, some in steps.items()}
    typed = [each for some in steps.values() for each in some]
    described = tuple(each.strip("() ") for each in typed if each.startswith("("))
    return Attributed(names=names, described=described)
