"""The command line: thin commands; stdout is data, stderr is talk.

Commands are registered by import path and imported only when called, so that ``--help`` is
fast. A command opens the workspace, calls one verb and shows what it returns.

``commands`` the table of commands, with examples       ``output``  what goes where, and how
``sheet``, ``claim_sheet`` things as terminal text      ``columns`` what listings show
``exits``    exit codes
"""

from provenance.cli.app import main

__all__ = ["main"]
