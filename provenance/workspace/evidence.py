"""``evidence``: the evidentiary copy of a capture is opened or handed on, and the log says so.

The record is written before the bytes leave, so that none leaves without one. Reading the text in
the review room or with ``show`` is reading the working copy, and no custody.
"""

from pathlib import Path

from provenance.errors import UnknownHandleError, UsageError, WorkspaceError
from provenance.model import Capture, Custody, CustodyAction
from provenance.workspace.copies import note_copy
from provenance.workspace.core import Workspace


def take(workspace: Workspace, handle: str, *, recipient: str = "", why: str = "") -> bytes:
    """Return the bytes of a capture to look at; recorded as opened."""
    capture, data = _bytes(workspace, handle)
    _record(workspace, capture, CustodyAction.OPENED, recipient, why)
    return data


def hand_out(
    workspace: Workspace, handle: str, path: Path, *, recipient: str = "", why: str = ""
) -> None:
    """Write the bytes of a capture into a new file; recorded as exported."""
    if path.exists():
        raise UsageError(f"{path} is there already; name another file")
    capture, data = _bytes(workspace, handle)
    _record(workspace, capture, CustodyAction.EXPORTED, recipient, why)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise WorkspaceError(
            f"{path} could not be written: {error.strerror}; the log says that it was exported"
        ) from error
    note_copy(workspace, f"the evidentiary copy of {handle}", path)


def _bytes(workspace: Workspace, handle: str) -> tuple[Capture, bytes]:
    kind, identity = workspace.store.identity(handle)
    capture = workspace.store.get(Capture, identity) if kind is Capture else None
    if capture is None:
        raise UnknownHandleError(f"{handle} is no capture; see: provenance list captures")
    if capture.payload is None:
        raise UsageError(f"{handle} has no bytes: {capture.reason or capture.outcome}")
    return capture, workspace.blobs.get(capture.payload)


def _record(
    workspace: Workspace, capture: Capture, action: CustodyAction, recipient: str, why: str
) -> None:
    record = Custody(
        id=workspace.new_id(), capture=capture.id, action=action, recipient=recipient, why=why
    )
    workspace.step("custody", [record])
