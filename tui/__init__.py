"""The review room: a terminal front end over ``provenance.workspace``; it holds no rule.

Read ``desk`` (what it asks for), ``actions`` (what can be done), ``state`` and ``shown`` (what
is on the screen, without Textual), then ``work``, ``screens`` and ``widgets``.

``__dist__`` names the distribution, so that another package of the name ``tui`` is noticed.
"""

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.settings import Settings
    from tui.desk import Desk

__dist__ = "provenance-desk"


def run(settings: "Settings") -> int:
    """Open the review room on the workspace that the settings name; return 0.

    Raises the ``ProvenanceError`` that kept the workspace from being opened.
    """
    gc.disable()  # until the queue is there: what is imported and read at the start stays
    from tui.app import ReviewRoom
    from tui.desk import FIRST

    def factory() -> "Desk":
        from provenance.workspace import desk  # imports SQL: after the first frame

        opened = desk.Desk(settings)
        opened.opening(FIRST)
        gc.freeze()  # or the first collection walks all of it while the queue is painted
        gc.enable()
        return opened

    room = ReviewRoom(factory, no_color=bool(os.environ.get("NO_COLOR")))
    try:
        failure = room.run()
    finally:
        gc.enable()
        room.close_desk()
    if failure is not None:
        raise failure
    return 0
