"""The one registry of actions: key bindings, key line, help and command palette read it.

An action's name is that of the screen's ``action_`` method. ``word`` stands in the key line at
the foot of the screen, in the order of ``rank`` as far as the width goes (0: never there);
``sentence`` stands in help and palette.
"""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True)
class Action:
    """Something a person can do in the review room."""

    name: str
    keys: str  # comma-separated, the first one shown
    word: str
    sentence: str
    group: str
    rank: int = 0

    @property
    def waits(self) -> bool:
        """Whether it waits until its claim is shown, and until a step about that is kept.

        What takes the last step back stands in line by itself.
        """
        return self.name in _OF_CLAIM or (self.group in _STEPS and self.name != "undo")

    @property
    def shown_keys(self) -> str:
        """The keys as a person types them."""
        return " ".join(_SHOWN.get(key, key) for key in self.keys.split(","))

    @property
    def key(self) -> str:
        """The first key as a person types it."""
        return self.shown_keys.split(" ", 1)[0]


_STEPS = frozenset({"Decide", "Note"})
_OF_CLAIM = frozenset({"origins", "impact", "next_place", "previous_place"})
_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "ctrl+p": "^p",
}

ACTIONS: tuple[Action, ...] = (
    Action("accept", "a", "accept", "Accept the proposed grade as it stands", "Decide", 1),
    Action("override", "o", "override", "Give another grade, with a reason", "Decide", 2),
    Action("refuse", "r", "refuse", "Refuse the claim, with a reason", "Decide", 3),
    Action("undo", "u", "undo", "Take the last step back, as a whole", "Decide", 4),
    Action(
        "correct",
        "c",
        "correct",
        "Correct kind, modality, wording, time, place, who says it",
        "Decide",
        9,
    ),
    Action("mark", "m", "mark", "Make words of the document a claim, by hand", "Decide", 11),
    Action("divide", "w", "", "Divide the claim by the words of its parts", "Decide"),
    Action("split", "S", "", "Give this place of the claim a claim of its own", "Decide"),
    Action("merge", "M", "", "Put the claim under another one", "Decide"),
    Action("name_source", "s", "source", "Name who stands behind unnamed words", "Decide", 10),
    Action("genre", "D", "genre", "Say what kind of text the document is", "Decide", 17),
    Action("ours", "O", "ours", "Say that the text, or who says it, is our own", "Decide", 18),
    Action("retract", "R", "retract", "Say that the text, or who says it, fell", "Decide", 19),
    Action("note", "N", "note", "Write a scratch note, outside the record", "Note", 12),
    Action("delete_note", "X", "", "Delete a scratch note", "Note"),
    Action("next_open", "n", "next", "Go to the next claim that waits for a decision", "Move", 5),
    Action("down", "j,down", "down", "Go one claim down", "Move"),
    Action("up", "k,up", "up", "Go one claim up", "Move"),
    Action("first", "g,home", "first", "Go to the first claim", "Move"),
    Action("last", "G,end", "last", "Go to the last claim", "Move"),
    Action(
        "next_place", "right_square_bracket", "place", "Show the claim's next place", "Move", 13
    ),
    Action("previous_place", "left_square_bracket", "", "Show the claim's previous place", "Move"),
    Action("search", "slash", "search", "Keep claims that hold the words you type", "Find", 6),
    Action("filter", "f", "filter", "Keep claims of some kinds, states or flags", "Find", 7),
    Action("clear", "escape", "clear", "Drop search and filter; back to the queue", "Find"),
    Action("leads", "l", "leads", "What to look for next, and for which claims", "Look", 8),
    Action("origins", "t", "tree", "Origins as a tree; decide ties and links", "Look", 9),
    Action("impact", "i", "impact", "What would fall with this text and who says it", "Look", 14),
    Action("record", "enter", "details", "Go to the claim's provenance record", "Look"),
    Action("document", "d", "document", "Go to the document, at the claim", "Look", 11),
    Action("next_pane", "tab", "next pane", "Go to the next pane", "Look"),
    Action("previous_pane", "shift+tab", "", "Go to the pane before", "Look"),
    Action("pane(1)", "1", "", "Go to the queue", "Look"),
    Action("pane(2)", "2", "", "Go to the document", "Look"),
    Action("pane(3)", "3", "", "Go to the record", "Look"),
    Action("reload", "f5", "reload", "Read queue and claim again", "Look"),
    Action("palette", "ctrl+p", "palette", "Find an action by its name", "Room", 14),
    Action("help", "question_mark", "help", "Show all actions and their keys", "Room", 15),
    Action("quit", "q", "quit", "Leave the review room", "Room", 16),
)


def bindings(actions: tuple[Action, ...] = ACTIONS) -> list[Binding]:
    """Return the key bindings of the actions."""
    return [Binding(each.keys, each.name, each.word or each.sentence) for each in actions]


def by_group(actions: tuple[Action, ...] = ACTIONS) -> dict[str, list[Action]]:
    """Return the actions under their headings, in order."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.group, []).append(action)
    return groups


def key_line(width: int, actions: tuple[Action, ...] = ACTIONS) -> list[Action]:
    """Return the actions whose ``key word`` pairs fit a line; help and quit always among them."""
    always = [each for each in actions if each.name in {"help", "quit"}]
    left = width - sum(_room(each) for each in always)
    fitting = []
    for action in sorted(actions, key=lambda each: each.rank):
        if action.rank == 0 or action in always:
            continue
        left -= _room(action)
        if left < 0:
            break
        fitting.append(action)
    return fitting + always


def _room(action: Action) -> int:
    return len(action.key) + 1 + len(action.word) + 2
