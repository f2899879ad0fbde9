"""The dialogs about a text, or who says so, as a whole: genre, whose it is, that it fell."""

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from provenance.display import one_line
from provenance.model import Genre
from provenance.model.dossier import SubjectView
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.widgets.options import Options

_KINDS = {
    "text": "this text, \u201c{}\u201d",
    "outlet": "all that {} publishes",
    "source": "all that {} says",
}
OURS, NOT_OURS = "ours", "not ours"


def told(subject: SubjectView) -> str:
    """Return what is on record of a text or a source as a whole."""
    kind = _KINDS[subject.kind].format(one_line(subject.name, 60))
    known = (
        f"genre {subject.genre.value}" if subject.genre else "",
        OURS if subject.ours else "",
        f"fell: {subject.fell}" if subject.fell else "",
    )
    of = "; ".join(filter(None, known))
    return one_line(f"{subject.handle} {kind}{f' ({of})' if of else ''}")


class GenreDialog(Dialog):
    """Asks what kind of text a document is."""

    GOES = RECORD

    def __init__(self, text: SubjectView, submit: Callable[[Genre, str], None]) -> None:
        """Ask about a document; genre and reason go to ``submit``."""
        super().__init__(f"What kind of text {text.handle} is", told(text))
        self._genre, self._submit = text.genre, submit

    def fields(self) -> Iterable[Widget]:
        """Return the genres and the reason."""
        chosen = frozenset({self._genre}) if self._genre else frozenset()
        yield Options("Genre", list(Genre), chosen=chosen, id="genre")
        yield from text_field("reason", hint="what shows it; may be left empty")

    def hand_in(self) -> str | None:
        """Hand in the genre. That on record may be confirmed: then it is a person's word."""
        genre = self.query_one("#genre", Options).answer
        if genre is None:
            return "Choose a genre."
        self._submit(Genre(genre), self.text("reason"))
        return None


class _SubjectDialog(Dialog):
    """Asks of whom something is said: the text, its outlet, or a source that it names."""

    GOES = RECORD

    def __init__(self, heading: str, about: str, subjects: Sequence[SubjectView]) -> None:
        """Offer the subjects, the text first."""
        super().__init__(heading, about)
        self._subjects = {each.handle: each for each in subjects}

    def fields(self) -> Iterable[Widget]:
        """Return who is meant."""
        for each in self._subjects.values():
            yield Static(told(each), markup=False)
        handles = tuple(self._subjects)
        yield Options("Which", handles, chosen=frozenset(handles[:1]), id="which")

    def chosen(self) -> SubjectView | None:
        """Return who is meant, None where nothing is chosen."""
        return self._subjects.get(self.query_one("#which", Options).answer or "")


class OursDialog(_SubjectDialog):
    """Asks whether a text or a source is our own publication."""

    def __init__(
        self,
        about: str,
        subjects: Sequence[SubjectView],
        submit: Callable[[SubjectView, bool, str], None],
    ) -> None:
        """Ask about subjects; who is meant, whether they are ours, and why go to ``submit``."""
        super().__init__("Our own publication, which adds no origin", about, subjects)
        self._submit = submit

    def fields(self) -> Iterable[Widget]:
        """Return who is meant, whose it is, and the reason."""
        yield from super().fields()
        yield Options("It is", (OURS, NOT_OURS), chosen=frozenset({OURS}), id="whose")
        yield from text_field("reason", hint="may be left empty")

    def hand_in(self) -> str | None:
        """Hand in whose it is."""
        subject, whose = self.chosen(), self.query_one("#whose", Options).answer
        if subject is None or whose is None:
            return "Choose which, and whose it is."
        self._submit(subject, whose == OURS, self.text("reason"))
        return None


class RetractDialog(_SubjectDialog):
    """Asks what fell, and who says so."""

    def __init__(
        self,
        about: str,
        subjects: Sequence[SubjectView],
        submit: Callable[[SubjectView, str, str], None],
    ) -> None:
        """Ask about subjects; what fell, the notice and the reason go to ``submit``."""
        super().__init__("What fell: it counts for no grade any more", about, subjects)
        self._submit = submit

    def fields(self) -> Iterable[Widget]:
        """Return what fell, why, and the notice."""
        yield from super().fields()
        yield from text_field("reason", hint="required: the paper withdrew it on 4 March")
        yield from text_field("notice", hint="d9, where a captured text says so")

    def hand_in(self) -> str | None:
        """Hand in what fell; a reason is required."""
        subject, reason = self.chosen(), self.text("reason")
        if subject is None:
            return "Choose which."
        if not reason:
            self.query_one("#reason").focus()
            return "A reason is required."
        self._submit(subject, self.text("notice"), reason)
        return None
