"""The dialogs that correct: kind, modality, wording, date, who says it; who is behind words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.widget import Widget
from textual.widgets import Static

from provenance.model import ClaimKind, Modality, StepRole
from provenance.model.dossier import AppearanceView, ClaimView
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.widgets.options import Options


@dataclass(frozen=True)
class Correction:
    """What is to be corrected; None where nothing is."""

    kind: ClaimKind | None
    modality: Modality | None
    wording: str | None
    published: str | None
    said_by: tuple[str, ...] | None


class CorrectDialog(Dialog):
    """Shows what is on record; what is changed is the correction."""

    GOES = RECORD

    def __init__(
        self,
        view: ClaimView,
        place: AppearanceView | None,
        about: str,
        submit: Callable[[Correction], None],
    ) -> None:
        """Ask about a claim at one of its places; the correction goes to ``submit``."""
        super().__init__(f"Correct {view.handle}", about)
        self._view, self._place, self._submit = view, place, submit

    def fields(self) -> Iterable[Widget]:
        """Return kind, modality, wording, date and who says it."""
        yield Options("Kind", list(ClaimKind), chosen=frozenset({self._view.type}), id="kind")
        if self._place is not None:
            yield Options(
                "Modality", list(Modality), chosen=frozenset({self._place.modality}), id="modality"
            )
        yield from text_field("wording", self._view.wording)
        if self._place is not None:
            hint = "2026, 2026-03 or 2026-03-04; empty: unknown"
            yield from text_field("published", self._place.published or "", hint=hint)
            hint = "names, set apart by ;   empty: nobody is said to"
            yield from text_field("said_by", _joined(self._names), hint=hint)
            places = len(self._view.appearances)
            if places > 1:
                words = f"Modality, date and said by: corrected at all {places} places."
                yield Static(words, markup=False)

    def hand_in(self) -> str | None:
        """Hand in what differs from the record."""
        kind = ClaimKind(self.query_one("#kind", Options).answer or self._view.type)
        correction = Correction(
            kind=kind if kind is not self._view.type else None,
            modality=self._modality(),
            wording=_changed(self.text("wording"), self._view.wording),
            published=self._published(),
            said_by=self._said_by(),
        )
        if correction == Correction(None, None, None, None, None):
            return "Nothing is changed yet."
        self._submit(correction)
        return None

    def _modality(self) -> Modality | None:
        if self._place is None:
            return None
        modality = Modality(self.query_one("#modality", Options).answer or self._place.modality)
        return modality if modality is not self._place.modality else None

    def _published(self) -> str | None:
        if self._place is None:
            return None
        return _changed(self.text("published"), self._place.published or "")

    @property
    def _names(self) -> tuple[str, ...]:
        steps = () if self._place is None else self._place.steps
        return tuple(step.name for step in steps if step.role is StepRole.SAYS)

    def _said_by(self) -> tuple[str, ...] | None:
        if self._place is None:
            return None
        given = self.text("said_by")
        if given == _joined(self._names).strip():
            return None
        return tuple(name.strip() for name in given.split(";") if name.strip())


def _joined(names: tuple[str, ...]) -> str:
    return "; ".join(names)


def _changed(new: str, old: str) -> str | None:
    return new if new and new != old.strip() else None


class SourceDialog(Dialog):
    """Asks who stands behind words that name nobody."""

    GOES = RECORD

    def __init__(
        self, words: tuple[str, ...], heading: str, about: str, submit: Callable[[str, str], None]
    ) -> None:
        """Offer the unnamed words; words and name go to ``submit``."""
        super().__init__(heading, about)
        self._words, self._submit = words, submit

    def fields(self) -> Iterable[Widget]:
        """Return the words to choose from and the name."""
        yield Options("Words", self._words, chosen=frozenset(self._words[:1]), id="words")
        yield from text_field("name", hint="as the source calls itself")

    def hand_in(self) -> str | None:
        """Hand in the words and the name."""
        name, words = self.text("name"), self.query_one("#words", Options).answer
        if not name or words is None:
            self.query_one("#name").focus()
            return "A name is required."
        self._submit(words, name)
        return None
