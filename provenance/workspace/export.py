"""``audit export``: the log for outsiders, as docs/formats/audit-export.md specifies it.

A folder of four files: ``about.json``, ``entries.jsonl``, ``agents.jsonl``, ``checkpoint``. It
holds commitments and signatures and no content. The agents' records are disclosed field by
field with their salts, so that a reader can check that a key belongs to the actor of an entry.
"""

import json
from base64 import b64encode
from pathlib import Path

from provenance.audit import Range
from provenance.canonical import canonical, field_salt
from provenance.errors import UsageError
from provenance.model import Agent, Value
from provenance.store.tables import fields_at
from provenance.workspace.core import Workspace

FORMAT = "provenance-audit/1"


class Exported(Value):
    """What was written."""

    folder: str
    origin: str
    entries: int
    root: str
    checkpoint: bool


def export_log(workspace: Workspace, folder: Path) -> Exported:
    """Write the log into a folder, which is new, empty, or an earlier export of this log."""
    _check_folder(folder)
    workspace.seal()
    size = workspace.store.size()
    log_key, entries = workspace.log_key, workspace.store.entries(0, size)
    root = Range().extended(entry.leaf for entry, _ in entries).root
    about = {
        "entries": size,
        "format": FORMAT,
        "origin": log_key.origin,
        "root": root.hex(),
        "verifier_key": log_key.verifier_key,
    }
    lines = [
        {**json.loads(entry.encoded), "signature": b64encode(signature).decode()}
        for entry, signature in entries
    ]
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "entries.jsonl", b"".join(canonical(line) + b"\n" for line in lines))
    agents = [_agent(workspace, agent) for agent in workspace.store.current(Agent)]
    _write(folder / "agents.jsonl", b"".join(canonical(agent) + b"\n" for agent in agents))
    note = next(
        (note for origin, at, note in reversed(workspace.store.checkpoints()) if at == size), ""
    )
    _write(folder / "checkpoint", note.encode())
    _write(folder / "about.json", json.dumps(about, indent=2).encode() + b"\n")
    return Exported(
        folder=str(folder),
        origin=log_key.origin,
        entries=size,
        root=root.hex(),
        checkpoint=bool(note),
    )


def _check_folder(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    if any(folder.iterdir()) and not (folder / "about.json").exists():
        raise UsageError(f"{folder} holds other files; name a new folder")


def _agent(workspace: Workspace, agent: Agent) -> dict[str, object]:
    """Return the disclosure of an agent's record: field salts, never the row's salt."""
    salt = workspace.store.salt(agent)
    return {
        "commitment": workspace.store.commitment(agent).hex(),
        "fields": agent.model_dump(mode="json"),
        "kind": agent.kind,
        "salts": {name: field_salt(salt, name).hex() for name in fields_at(Agent, agent.version)},
        "schema": agent.version,
    }


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(data)
    temporary.replace(path)
