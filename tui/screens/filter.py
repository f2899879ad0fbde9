"""The dialog that filters: kinds, states, flags."""

from collections.abc import Callable, Iterable
from typing import ClassVar, get_args

from textual.binding import Binding, BindingType
from textual.widget import Widget

from provenance.model import ClaimKind
from provenance.model.dossier import ReviewState
from tui.screens.dialog import Dialog
from tui.state import Filter
from tui.widgets.options import Options


class FilterDialog(Dialog):
    """Asks which claims to show; nothing chosen on a line means all."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete,backspace", "drop", "all")]
    HINT = "space choose   tab next line   del none   enter show   esc cancel"

    def __init__(
        self, chosen: Filter, flags: tuple[str, ...], submit: Callable[[Filter], None]
    ) -> None:
        """Start from the filter in use; the new one goes to ``submit``."""
        super().__init__("Show claims", "A line without a choice lets everything through.")
        self._chosen, self._flags, self._submit = chosen, flags, submit

    def fields(self) -> Iterable[Widget]:
        """Return a line each for kinds, states and flags."""
        kinds = [kind.value for kind in ClaimKind]
        yield Options("Kind", kinds, chosen=self._chosen.kinds, many=True, id="kinds")
        states: tuple[str, ...] = get_args(ReviewState)
        yield Options("State", states, chosen=self._chosen.states, many=True, id="states")
        if self._flags:
            yield Options("Flags", self._flags, chosen=self._chosen.flags, many=True, id="flags")

    def hand_in(self) -> str | None:
        """Hand in the filter."""
        chosen = {field.id: field.chosen for field in self.query(Options)}
        self._submit(
            Filter(
                kinds=chosen["kinds"],
                states=chosen["states"],
                flags=chosen.get("flags", frozenset()),
            )
        )
        self.dismiss()
        return None

    def action_drop(self) -> None:
        """Choose nothing on any line."""
        for field in self.query(Options):
            field.clear()
