"""``inquiry add``: what was looked for or who was asked, where, when, and what came of it."""

from collections.abc import Sequence

from provenance.errors import UsageError
from provenance.model import Inquiry, InquiryResult
from provenance.workspace.assess import refresh
from provenance.workspace.core import Workspace


def inquire(
    workspace: Workspace,
    *,
    about: Sequence[str],
    sought: str,
    where: str,
    words: str,
    result: InquiryResult,
    note: str = "",
    at: str | None = None,
) -> Inquiry:
    """Record an inquiry about claims (none: the case as a whole) and grade anew."""
    if not sought.strip() or not where.strip():
        raise UsageError("an inquiry says what was sought and where: --sought, --where")
    record = Inquiry(
        id=workspace.new_id(),
        about=tuple(about),
        sought=sought,
        where=where,
        words=words,
        at=at or workspace.clock.now(),
        result=result,
        note=note,
        by=workspace.me.id,
    )
    workspace.step("inquiry", [record])
    refresh(workspace, "inquiry", [record])
    return record
