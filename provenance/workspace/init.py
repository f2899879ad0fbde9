"""``init``: makes a workspace, and a key for the person who has none."""

import shutil
from pathlib import Path
from typing import Literal

from provenance.audit import sign_entry
from provenance.clock import Clock
from provenance.entropy import Entropy
from provenance.errors import WorkspaceExistsError
from provenance.model import Agent, AgentRole, Case, KeyUse, LogKey, Policy, Record
from provenance.model.policy import default_policy, parse_policy
from provenance.settings import Settings
from provenance.store.store import Actor
from provenance.workspace.core import PROGRAM, Workspace, public_text
from provenance.workspace.locate import FOLDER


def init(
    folder: Path,
    settings: Settings,
    *,
    person: str | None = None,
    passphrase: str | None = None,
    definition_set: str = "stanag-2511",
    reviewers: Literal[1, 2] = 2,
    clock: Clock | None = None,
    entropy: Entropy | None = None,
) -> Workspace:
    """Make a workspace in a folder and return it opened; an existing one is left alone.

    The first entry of the log introduces the person, the program, the case, the policy and the
    key under which checkpoints are signed.
    """
    if (folder / FOLDER).exists():
        raise WorkspaceExistsError(f"{folder} is a workspace already; nothing was changed")
    making = folder / f"{FOLDER}-making"  # renamed when it is whole: an interrupted one is none
    if making.exists():
        shutil.rmtree(making)
    (making / FOLDER).mkdir(parents=True)
    workspace = Workspace(making, settings, clock=clock, entropy=entropy)
    try:
        if not workspace.keys.has_identity:
            workspace.keys.make_identity(person or settings.person, passphrase)
        workspace.store.database.migrate()
        _first_step(workspace, folder.resolve().name, definition_set, reviewers)
        workspace.seal()
        workspace.store.database.release()
        (making / FOLDER).replace(folder / FOLDER)
    finally:
        workspace.store.database.release()
        shutil.rmtree(making)
    return Workspace(folder, settings, clock=workspace.clock, entropy=workspace.entropy)


def _first_step(
    workspace: Workspace, name: str, definition_set: str, reviewers: Literal[1, 2]
) -> None:
    keys, key = workspace.keys, workspace.keys.identity().unlocked()
    origin = f"provenance-desk/{workspace.new_id()}"
    case_id, log_id = workspace.new_id(), workspace.new_id()
    policy = default_policy(definition_set)
    me = workspace.new_id()
    records: list[Record] = [
        Agent(
            id=me,
            name=keys.name(),
            role=AgentRole.PERSON,
            public_key=public_text(keys),
        ),
        Agent(id=workspace.new_id(), name=PROGRAM, role=AgentRole.PROGRAM, public_key=None),
        Case(id=case_id, of=case_id, name=name, reviewers=reviewers),
        Policy(
            id=workspace.new_id(),
            name=parse_policy(policy).name,
            definition_set=definition_set,
            digest=workspace.blobs.put(policy),
        ),
        LogKey(id=log_id, origin=origin, verifier_key=keys.log(origin).make_key(), from_size=0),
    ]
    if account := workspace.settings.account:
        records.append(KeyUse(id=workspace.new_id(), agent=me, account=account))
    workspace.store.append(
        "init",
        records,
        at=workspace.clock.now(),
        actor=Actor(None, lambda entry: sign_entry(entry, key)),
        entropy=workspace.entropy,
    )
