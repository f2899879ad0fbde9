"""The application: one room, the command palette, and the thread that speaks to the desk."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from provenance.errors import ProvenanceError
from tui.actions import ACTIONS
from tui.desk import DeskFactory, DeskThread
from tui.screens.room import RoomScreen


class ReviewRoom(App[ProvenanceError | None]):
    """The review room. Ends with the error that kept the workspace shut, if any."""

    CSS_PATH = "room.tcss"
    TITLE = "Provenance"

    def __init__(self, factory: DeskFactory, *, no_color: bool = False) -> None:
        """Stand on a desk that is opened after the first frame is painted."""
        super().__init__(ansi_color=True if no_color else None)
        self._desk = DeskThread(factory)

    def get_default_screen(self) -> Screen[Any]:
        """Return the room."""
        return RoomScreen(self._desk)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every action of the room in the palette."""
        if not isinstance(screen, RoomScreen):
            return
        for action in ACTIONS:
            if action.name != "palette":
                title = f"{action.sentence} ({action.shown_keys})"
                yield SystemCommand(
                    title, action.group, partial(self.call_later, screen.run_action, action.name)
                )
        yield SystemCommand("Change the colours", "Room", self.action_change_theme)

    async def action_quit(self) -> None:
        """Leave as the room does: after what is being saved is saved."""
        await self.screen_stack[0].run_action("quit")

    def close_desk(self) -> None:
        """Close the desk when all that was told to it is done."""
        self._desk.close()
