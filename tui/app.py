"""The application: one room, the command palette, and the thread that speaks to the desk."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.events import Event, Key, Paste
from textual.screen import Screen

from provenance.errors import ProvenanceError
from tui.actions import ACTIONS
from tui.desk import DeskFactory, DeskThread
from tui.keys import PATIENCE_S, Chosen, KeyDone, Typed, TypedKeys
from tui.screens.room import RoomScreen


class ReviewRoom(App[ProvenanceError | None]):
    """The review room. Ends with the error that kept the workspace shut, if any."""

    CSS_PATH = "room.tcss"
    TITLE = "Provenance"

    def __init__(self, factory: DeskFactory, *, no_color: bool = False) -> None:
        """Stand on a desk that is opened after the first frame is painted."""
        super().__init__(ansi_color=True if no_color else None)
        self._desk = DeskThread(factory)
        self.keys = TypedKeys(self._has_to_wait, self._go_on)

    async def on_event(self, event: Event) -> None:
        """Take keys one after the other, everything else as it comes."""
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            self.keys.add(event)
            await self._take_key()
        else:
            await super().on_event(event)

    def on_key_done(self, message: KeyDone) -> None:
        """Go on when the screen that the key may have opened is composed."""
        if message.again:
            (self.focused or self.screen).post_message(KeyDone(message.number, again=False))
        else:
            self.screen.call_later(self.keys.done, message.number)

    def get_default_screen(self) -> Screen[Any]:
        """Return the room."""
        return RoomScreen(self._desk, self.keys)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every action of the room in the palette."""
        if not isinstance(screen, RoomScreen):
            return
        for action in ACTIONS:
            if action.name != "palette":
                title = f"{action.sentence} ({action.shown_keys})"
                yield SystemCommand(title, action.group, partial(self.action_choose, action.name))
        yield SystemCommand("Change the colours", "Room", self.action_change_theme)

    def action_choose(self, name: str) -> None:
        """Do an action of the room that was chosen by its name, when its turn comes."""
        self.keys.add(Chosen(name))
        self._go_on()

    async def action_quit(self) -> None:
        """Leave as the room does: after what is being saved is saved."""
        await self.screen_stack[0].run_action("quit")

    def _go_on(self) -> None:
        self.call_later(self._take_key)

    async def _take_key(self) -> None:
        found = self.keys.next()
        if found is None:
            return
        event, number = found
        target = self.focused or self.screen
        if isinstance(event, Chosen):
            await self.screen_stack[0].run_action(event.action)
        else:
            await super().on_event(event)
        target.post_message(KeyDone(number))
        self.set_timer(PATIENCE_S, partial(self.keys.done, number))

    def _has_to_wait(self, typed: Typed, waiting: int) -> bool:
        room = self.screen_stack[0] if self.screen_stack else None
        return isinstance(room, RoomScreen) and room.has_to_wait(typed, waiting)

    def close_desk(self) -> None:
        """Close the desk when all that was told to it is done."""
        self._desk.close()
