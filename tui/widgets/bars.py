"""The line at the head (where things stand) and the line at the foot (what can be done)."""

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from provenance.display import one_line
from tui.actions import key_line


class HeadLine(Widget):
    """One line: the case on the left, the state of the work on the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Start while the workspace is being opened."""
        super().__init__(id=id)
        self._left, self._right = "Review room", "opening the workspace\u2026"

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{self._left}  {self._right}"

    def say(self, left: str, right: str) -> None:
        """Say where things stand."""
        self._left, self._right = one_line(left), one_line(right)
        self.refresh()

    def render(self) -> Text:
        """Draw both ends; the left one gives way."""
        room = max(0, self.size.width - len(self._right) - 1)
        left = Text(self._left, no_wrap=True)
        left.truncate(room, overflow="ellipsis", pad=True)
        return left.append(" ").append(self._right)


class KeyLine(Widget):
    """One line: the keys of the most used actions, as many as fit; each can be clicked."""

    def render(self) -> Text:
        """Draw ``key word`` pairs from the registry of actions."""
        line = Text(no_wrap=True, overflow="ellipsis")
        for action in key_line(self.size.width):
            click = Style(meta={"@click": f"app.choose('{action.name}')"})
            line.append(action.key, Style(bold=True) + click)
            line.append(f" {action.word}  ", click)
        return line
