"""What a person says of whole texts and of those who say so: ties, genre, ours, what fell."""

from textual import on

from provenance.model import Genre, State
from provenance.model.dossier import ClaimView, SubjectView
from tui import messages
from tui.screens.keeping import KeepingScreen, about
from tui.screens.looking import named_in


class TextsScreen(KeepingScreen):
    """Everything that is decided about texts and sources, beside the claim."""

    def action_origins(self) -> None:
        """Show the claim's origins as a tree, and what can be decided there."""
        from tui.screens.origins import OriginsScreen, Row

        view = self._ready()
        if view is None:
            return

        def decide(row: Row, state: State) -> None:
            self._step(
                view,
                f"{view.handle}: {state}, {row.words}",
                lambda desk, seen: desk.settle(seen, row.id, state, stance=row.stance),
            )

        self._origins = OriginsScreen(view, decide, lambda: self._add_to_origins(view), self._undo)
        self.app.push_screen(self._origins, self._origins_closed)

    def _origins_closed(self, _result: None) -> None:
        self._origins = None
        self._keys.go_on()

    def _add_to_origins(self, view: ClaimView) -> None:
        from tui.screens.origins import AddDialog, Added

        def submit(given: Added) -> None:
            self._step(
                view,
                f"{view.handle}: added for {given.document}",
                lambda desk, seen: desk.tie(
                    seen, given.document, given.other, kind=given.kind, stance=given.stance
                ),
            )

        heading = f"Add a tie, or a link to {view.handle}"
        self._open(AddDialog(heading, about(view), submit), view)

    def action_genre(self) -> None:
        """Ask what kind of text is shown."""
        self._ask_of_subjects("genre")

    def action_ours(self) -> None:
        """Ask whether the text that is shown, or who says so, is our own publication."""
        self._ask_of_subjects("ours")

    def action_retract(self) -> None:
        """Ask what fell: the text that is shown, or who says so."""
        self._ask_of_subjects("retract")

    def _ask_of_subjects(self, what: str) -> None:
        view, place = self._ready(), self.shown.place
        if view is None or place is None:
            return
        self.opening = True
        self.work.subjects(what, place.document, named_in(place))

    @on(messages.SubjectsLoaded)
    def _subjects_loaded(self, event: messages.SubjectsLoaded) -> None:
        self.opening = False
        view = self._ready()
        if view is not None:
            ask = {"genre": self._ask_genre, "ours": self._ask_ours, "retract": self._ask_fell}
            ask[event.what](view, event.subjects)
        self.loaded()

    def _ask_genre(self, view: ClaimView, subjects: tuple[SubjectView, ...]) -> None:
        from tui.screens.standing import GenreDialog

        text = subjects[0]

        def submit(genre: Genre, why: str) -> None:
            self._step(
                view,
                f"{text.handle} is now: {genre}",
                lambda desk, seen: desk.give_genre(seen, text.handle, genre, why),
            )

        self._open(GenreDialog(text, submit), view)

    def _ask_ours(self, view: ClaimView, subjects: tuple[SubjectView, ...]) -> None:
        from tui.screens.standing import OursDialog

        def submit(subject: SubjectView, ours: bool, why: str) -> None:
            self._step(
                view,
                f"{subject.handle} is {'' if ours else 'not '}our own publication",
                lambda desk, seen: desk.own(seen, subject.handle, ours=ours, why=why),
            )

        self._open(OursDialog(about(view), subjects, submit), view)

    def _ask_fell(self, view: ClaimView, subjects: tuple[SubjectView, ...]) -> None:
        from tui.screens.standing import RetractDialog

        def submit(subject: SubjectView, notice: str, why: str) -> None:
            self._step(
                view,
                f"{subject.handle} fell",
                lambda desk, seen: desk.retract(seen, subject.handle, notice=notice, why=why),
            )

        self._open(RetractDialog(about(view), subjects, submit), view)
