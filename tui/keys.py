"""Keys in the order in which they are typed, none of them lost.

Textual hands a key to what has the focus at that moment, so that keys typed faster than a dialog
is drawn, or than a claim is loaded, would go elsewhere. Here the next key is handed on when the
one before it has been handled, what that opened is composed, and the room need not wait. A
marker follows each key on the same way, so it arrives when the key has been dealt with. What is
chosen in the palette or with the mouse stands in the same line.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from textual.events import Key, Paste
from textual.message import Message

PATIENCE_S = 1.0  # a widget that goes away may take the marker along


@dataclass(frozen=True)
class Chosen:
    """An action of the room, chosen by its name."""

    action: str


Typed = Key | Paste | Chosen


class KeyDone(Message):
    """Comes to the application after the key of the same number.

    It goes round twice: after the key, then after the message that the key may have caused, such
    as that a field is submitted.
    """

    def __init__(self, number: int, *, again: bool = True) -> None:
        """Follow a key."""
        super().__init__()
        self.number, self.again = number, again


class TypedKeys:
    """What was typed and is not yet handled."""

    def __init__(self, waits: Callable[[Typed, int], bool], go_on: Callable[[], None]) -> None:
        """Ask ``waits`` whether the first one has to wait, given how many stand in line.

        ``go_on`` is called when it may be time for the next one.
        """
        self._waits, self.go_on = waits, go_on
        self._typed: deque[Typed] = deque()
        self._number = self._under_way = 0

    @property
    def quiet(self) -> bool:
        """Whether nothing that was typed is left to be handled."""
        return not self._typed and not self._under_way

    def add(self, event: Typed) -> None:
        """Take what was typed."""
        self._typed.append(event)

    def next(self) -> tuple[Typed, int] | None:
        """Return what is to be handled now, and its number; None where that has to wait."""
        if self._under_way or not self._typed:
            return None
        if self._waits(self._typed[0], len(self._typed)):
            return None
        self._number += 1
        self._under_way = self._number
        return self._typed.popleft(), self._number

    def done(self, number: int) -> None:
        """Go on when the key of this number was under way."""
        if number == self._under_way:
            self._under_way = 0
            self.go_on()

    def drop(self) -> int:
        """Forget what waits; return how many keys that were."""
        count = len(self._typed)
        self._typed.clear()
        return count
