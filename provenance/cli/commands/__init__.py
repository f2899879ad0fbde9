"""The table of commands: under which words each stands, where its function is, its help.

A command is imported only when it is called. One module holds the commands of one heading of
the help, in the order in which they are listed there.
"""

from provenance.cli.commands import audit, desk, judge, show, work
from provenance.cli.commands.command import AUDIT, DESK, JUDGE, ORDER, WORK, Command

__all__ = ["COMMANDS", "GROUPS", "ORDER", "Command"]

COMMANDS: tuple[Command, ...] = (
    *work.COMMANDS,
    *judge.COMMANDS,
    *show.COMMANDS,
    *audit.COMMANDS,
    *desk.COMMANDS,
)
GROUPS = {
    "inquiry": ("What was looked for, and what came of it.", WORK),
    "claim": ("Add claims by hand, divide them, put them together.", JUDGE),
    "source": ("Letters of sources, and which are one.", JUDGE),
    "lineage": ("Settle who goes back to whom.", JUDGE),
    "audit": ("The log, for outsiders.", AUDIT),
    "llm": ("A language model that may mark statements in texts.", DESK),
    "agent": ("Who may act on this desk.", DESK),
    "note": ("Scratch notes: outside record, log and exports.", DESK),
}
