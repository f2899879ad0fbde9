"""The review room: what is decided, corrected and noted about the claim that is looked at."""

from provenance.model.dossier import ClaimView
from provenance.model.judgement import Decision
from tui.screens.keeping import MARK, about
from tui.screens.texts import TextsScreen


class RoomScreen(TextsScreen):
    """The review room."""

    def action_accept(self) -> None:
        """Accept the grade of the claim as it stands."""
        view = self._ready()
        if view is not None:
            self._decide(view, Decision.ACCEPT, view.reliability, view.credibility, "")

    def action_override(self) -> None:
        """Ask for another grade."""
        self._ask_decision(Decision.OVERRIDE)

    def action_refuse(self) -> None:
        """Ask why the claim is refused."""
        self._ask_decision(Decision.REFUSE)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._undo()

    def action_correct(self) -> None:
        """Ask what is to be corrected."""
        from tui.screens.correct import CorrectDialog, Correction

        view = self._ready()
        if view is None:
            return

        def submit(correction: Correction) -> None:
            self._step(
                view,
                f"{view.handle} corrected",
                lambda desk, seen: desk.correct(
                    seen,
                    type=correction.kind,
                    modality=correction.modality,
                    level=correction.level,
                    wording=correction.wording,
                    times=correction.times,
                    places=correction.places,
                    published=correction.published,
                    steps=correction.steps,
                ),
            )

        self._open(CorrectDialog(view, self.shown.place, about(view), submit), view)

    def action_mark(self) -> None:
        """Ask which words of the document are a claim."""
        from tui.screens.mark import Mark, MarkDialog

        def submit(given: Mark) -> None:
            self._move(
                "Added ",
                MARK,
                lambda desk: desk.mark(
                    given.document,
                    given.quote,
                    occurrence=given.occurrence,
                    type=given.kind,
                    modality=given.modality,
                    said_by=given.said_by,
                    claim=given.claim,
                ),
            )

        place, row = self.shown.place, self.state.selected
        document = None if self.shown.wanted else self.shown.document
        handle = place.document if place is not None else row.document if row is not None else ""
        at = place.selector.end if place is not None and document is not None else 0
        self._ask_about(MarkDialog(handle, document, at, self.work.read, submit), MARK)

    def action_divide(self) -> None:
        """Ask for the words of the claim's parts."""
        from tui.screens.mark import DivideDialog

        view, place = self._ready(), self.shown.place
        if view is None or place is None:
            return

        def submit(parts: tuple[str, ...]) -> None:
            self._step(view, f"{view.handle} divided", lambda desk, seen: desk.part(seen, parts))

        heading = f"Divide {view.handle} by its words"
        self._open(DivideDialog(place.selector.exact, heading, about(view), submit), view)

    def action_split(self) -> None:
        """Give the place that is shown a claim of its own."""
        view, place = self._ready(), self.shown.place
        if view is None or place is None:
            return
        done = f"{place.document} split off {view.handle}"
        self._step(view, done, lambda desk, seen: desk.split(seen, place.id))

    def action_merge(self) -> None:
        """Ask under which claim this one is put."""
        from tui.screens.mark import MergeDialog

        view = self._ready()
        if view is None:
            return

        def submit(into: str) -> None:
            seen = self._latest(view)
            self._move(f"{view.handle} put under ", view.id, lambda desk: desk.merge(seen, into))

        self._open(MergeDialog(view, about(view), submit), view)

    def action_name_source(self) -> None:
        """Ask who stands behind unnamed words."""
        from tui.screens.correct import SourceDialog

        view, place = self._ready(), self.shown.place
        if view is None or place is None:
            return
        words = tuple(dict.fromkeys(step.name for step in place.steps if not step.named))
        if not words:
            self.notify("This place speaks of no unnamed source.", markup=False)
            return

        def submit(chosen: str, name: str) -> None:
            done = f"{view.handle}: source named"
            self._step(view, done, lambda desk, seen: desk.name_source(seen, chosen, name))

        heading = f"Name the source of {view.handle}"
        self._open(SourceDialog(words, heading, about(view), submit), view)

    def action_note(self) -> None:
        """Ask for the words of a scratch note."""
        from tui.screens.note import NoteDialog

        view = self._ready()
        if view is None:
            return

        def submit(words: str) -> None:
            done = f"Note about {view.handle} written"
            self._keep_note(done, view.id, lambda desk: desk.add_note(view.handle, words))

        heading = f"Scratch note about {view.handle}"
        self._open(NoteDialog(heading, about(view), submit), view)

    def action_delete_note(self) -> None:
        """Ask which scratch note is to be deleted."""
        from tui.screens.note import DeleteNoteDialog

        view, notes = self._ready(), self.shown.notes
        if view is None:
            return
        if not notes:
            self.notify(f"There is no note about {view.handle}.", markup=False)
            return

        def submit(number: int) -> None:
            done = f"Note {number} deleted"
            self._keep_note(done, view.id, lambda desk: desk.delete_note(view.handle, number))

        heading = f"Delete a scratch note about {view.handle}"
        self._open(DeleteNoteDialog(notes, heading, about(view), submit), view)

    def action_quit(self) -> None:
        """Leave, after what is being saved is saved."""
        if self._saving:
            self._leaving = True
            self.notify("Leaving as soon as all is saved.", markup=False)
        else:
            self.app.exit()

    def _ask_decision(self, decision: Decision) -> None:
        from tui.screens.decide import DecideDialog

        view = self._ready()
        if view is None:
            return

        def submit(
            decided: Decision, reliability: str | None, credibility: str | None, reason: str
        ) -> None:
            self._decide(self._latest(view), decided, reliability, credibility, reason)

        self._open(DecideDialog(decision, view, about(view), submit), view)

    def _decide(
        self,
        seen: ClaimView,
        decision: Decision,
        reliability: str | None,
        credibility: str | None,
        reason: str,
    ) -> None:
        self._save(
            f"{seen.handle} {_DONE[decision]}",
            seen.id,
            lambda desk: desk.decide(
                seen, decision, reliability=reliability, credibility=credibility, reason=reason
            ),
            others=False,
        )


_DONE = {
    Decision.ACCEPT: "accepted",
    Decision.OVERRIDE: "graded anew",
    Decision.REFUSE: "refused",
}
