"""The table of signs: how texts say where they come from.

Rows stand in ``lines`` (lines of their own) and ``sentences`` (within prose); what a row is, in
``row``.
"""

from provenance.declared.lines import DATELINE_NAME, LINES
from provenance.declared.row import Kind, Sign, matches
from provenance.declared.sentences import SENTENCES

__all__ = ["DATELINE_NAME", "SIGNS", "Kind", "Sign", "matches"]

SIGNS: tuple[Sign, ...] = (*LINES, *SENTENCES)
