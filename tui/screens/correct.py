"""The dialogs that correct: what a claim says, who says it; who is behind words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from textual.widget import Widget
from textual.widgets import Static

from provenance.model import ClaimKind, Level, Modality, StepRole
from provenance.model.dossier import AppearanceView, ClaimView
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.widgets.options import Options


@dataclass(frozen=True)
class Correction:
    """What is to be corrected; None where nothing is."""

    kind: ClaimKind | None
    modality: Modality | None
    level: Level | None
    wording: str | None
    times: tuple[str, ...] | None
    places: tuple[str, ...] | None
    published: str | None
    steps: Mapping[StepRole, tuple[str, ...]] | None


_NOTHING = Correction(None, None, None, None, None, None, None, None)
_STEPS = {
    StepRole.SAYS: "said_by",
    StepRole.TOLD: "told_by",
    StepRole.VERIFIED: "verified_by",
}
_APART = "set apart by ;"


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
        """Return kind, modality, level, wording, time, place, date and who says it."""
        yield Options("Kind", list(ClaimKind), chosen=frozenset({self._view.type}), id="kind")
        if self._place is not None:
            yield Options(
                "Modality", list(Modality), chosen=frozenset({self._place.modality}), id="modality"
            )
            yield Options("Level", list(Level), chosen=frozenset(), id="level")
        yield from text_field("wording", self._view.wording)
        if self._place is not None:
            yield from text_field("time", _joined(self._view.times), hint=f"when; {_APART}")
            yield from text_field("place", _joined(self._view.places), hint=f"where; {_APART}")
            for role, field in _STEPS.items():
                hint = f"names, (words) where unnamed, {_APART}"
                yield from text_field(field, _joined(self._steps(role)), hint=hint)
            hint = "2026, 2026-03 or 2026-03-04; empty: unknown"
            yield from text_field("published", self._place.published or "", hint=hint)
            places = len(self._view.appearances)
            if places > 1:
                words = f"All but kind and wording is corrected at all {places} places."
                yield Static(words, markup=False)

    def hand_in(self) -> str | None:
        """Hand in what differs from the record."""
        kind = ClaimKind(self.query_one("#kind", Options).answer or self._view.type)
        correction = Correction(
            kind=kind if kind is not self._view.type else None,
            modality=self._modality(),
            level=self._level(),
            wording=_changed(self.text("wording"), self._view.wording),
            times=self._several("time", self._view.times),
            places=self._several("place", self._view.places),
            published=self._published(),
            steps=self._changed_steps() or None,
        )
        if correction == _NOTHING:
            return "Nothing is changed yet."
        self._submit(correction)
        return None

    def _modality(self) -> Modality | None:
        if self._place is None:
            return None
        modality = Modality(self.query_one("#modality", Options).answer or self._place.modality)
        return modality if modality is not self._place.modality else None

    def _level(self) -> Level | None:
        if self._place is None:
            return None
        answer = self.query_one("#level", Options).answer
        return Level(answer) if answer else None

    def _published(self) -> str | None:
        if self._place is None:
            return None
        return _changed(self.text("published"), self._place.published or "")

    def _steps(self, role: StepRole) -> tuple[str, ...]:
        steps = () if self._place is None else self._place.steps
        return tuple(e.name if e.named else f"({e.name})" for e in steps if e.role is role)

    def _changed_steps(self) -> Mapping[StepRole, tuple[str, ...]]:
        given = {role: self._several(_STEPS[role], self._steps(role)) for role in _STEPS}
        return {role: names for role, names in given.items() if names is not None}

    def _several(self, field: str, before: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return what stands in a field, None where it is as on record."""
        if self._place is None:
            return None
        given = self.text(field)
        if given == _joined(before).strip():
            return None
        return tuple(each.strip() for each in given.split(";") if each.strip())


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
