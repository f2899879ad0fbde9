"""A driver of the room: presses keys, waits until all is quiet, reads what is drawn."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass

from textual.events import Key
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.worker import WorkerCancelled

from provenance.errors import ProvenanceError
from tests.tui.fake_desk import FakeDesk
from tui.app import ReviewRoom
from tui.screens.room import RoomScreen
from tui.widgets.bars import HeadLine
from tui.widgets.page import Page

SIZES = ((80, 24), (200, 50))


@dataclass
class Room:
    """A room that runs, and what a person can do and see in it."""

    app: ReviewRoom
    pilot: Pilot[ProvenanceError | None]
    desk: FakeDesk
    screen: RoomScreen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.strike(key)
            await self.settle()

    async def strike(self, key: str) -> None:
        """Press a key without waiting for what comes of it; the pilot waits 40 ms for each."""
        self.type(key)
        await self.pilot.pause(0)

    def type(self, *keys: str) -> None:
        """Press keys faster than anything can come of them."""
        for key in keys:
            character = {"space": " "}.get(key, key if len(key) == 1 else None)
            self.app.post_message(Key(key, character))

    async def write(self, text: str) -> None:
        for letter in text:
            await self.strike("space" if letter == " " else letter)
        await self.settle()

    async def settle(self) -> None:
        """Wait until no worker runs and every message is handled."""
        quiet = 0
        while quiet < 5:
            await self.pilot.pause(0)
            done = all(worker.is_finished for worker in self.app.workers)
            if done and not self.app.keys.quiet and self.app.return_code is None:
                await self.pilot.pause(0.005)
                quiet = 0
            elif done:
                quiet += 1
            else:
                quiet = 0
                with suppress(WorkerCancelled):  # it was no longer needed
                    await self.app.workers.wait_for_complete()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for something that comes while a worker is still at work."""
        for _ in range(200):
            if true():
                return
            await self.pilot.pause(0.01)
        raise AssertionError("waited in vain")

    def drawn(self, pane: str) -> str:
        widget = self.app.screen.query_one(f"#{pane}", ScrollView)
        return "\n".join(widget.render_line(y).text for y in range(widget.size.height))

    @property
    def record(self) -> str:
        """The whole record, also what is not in view."""
        return self.screen.query_one("#record", Page).sheet.text

    @property
    def toasts(self) -> str:
        return "\n".join(str(toast.render()) for toast in self.app.screen.query("Toast"))

    @property
    def head(self) -> str:
        return self.screen.query_one(HeadLine).words

    @property
    def selected(self) -> str:
        row = self.screen.state.selected
        return row.handle if row else ""


Enter = Callable[..., AbstractAsyncContextManager[Room]]


@asynccontextmanager
async def enter_room(desk: FakeDesk, size: tuple[int, int]) -> AsyncIterator[Room]:
    app = ReviewRoom(lambda: desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = app.screen
        assert isinstance(screen, RoomScreen)
        room = Room(app, pilot, desk, screen)
        await room.settle()
        await room.until(lambda: screen.shown.view is not None or not screen.state.rows)
        await room.settle()
        yield room
    app.close_desk()
