"""The review room: a terminal front end over ``provenance.workspace``; it holds no rule.

Read ``desk`` (what it asks for), ``actions`` (what can be done), ``state`` and ``shown`` (what
is on the screen, without Textual), then ``work``, ``screens`` and ``widgets``.

``__dist__`` names the distribution, so that another package of the name ``tui`` is noticed.
"""

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk import Desk

__dist__ = "provenance-desk"


def run(root: Path | None) -> int:
    """Open the review room on a workspace, the nearest one where ``root`` is None; return 0.

    Raises the ``ProvenanceError`` that kept the workspace from being opened.
    """
    from tui.app import ReviewRoom

    def factory() -> "Desk":
        # Imports SQL, which takes a second: only after the first frame is painted.
        desk: Desk = import_module("provenance.workspace.desk").open_desk(root)
        return desk

    room = ReviewRoom(factory, no_color=bool(os.environ.get("NO_COLOR")))
    try:
        failure = room.run()
    finally:
        room.close_desk()
    if failure is not None:
        raise failure
    return 0
