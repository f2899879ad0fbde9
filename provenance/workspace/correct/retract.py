"""What fell, as a person says: a document, a capture or a source that was retracted."""

from provenance.errors import UsageError
from provenance.model import Retraction
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import keep

STEP = "retract"


def retract(workspace: Workspace, subject: str, why: str, notice: str | None = None) -> None:
    """Say that a document, a capture or a source fell, why, and which captured text says so."""
    if not why.strip():
        raise UsageError('say why it fell: --why "the paper withdrew it on 4 March"')
    if any(each.subject == subject for each in workspace.store.current(Retraction)):
        raise UsageError("that is said to have fallen already; undo takes it back")
    if notice == subject:
        raise UsageError("a text that fell cannot be the notice of it: name another document")
    record = Retraction(
        id=workspace.new_id(),
        subject=subject,
        notice=notice,
        why=why.strip(),
        by=workspace.me.id,
    )
    keep(workspace, STEP, [record])
