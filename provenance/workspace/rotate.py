"""Change of keys: a person's, or the log's. The former key stays where it is, and signs no more."""

from base64 import b64encode
from collections.abc import Callable
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit import sign_change
from provenance.model import KeyChange
from provenance.store.keys import Identity
from provenance.workspace.core import Workspace


def change_key(workspace: Workspace, why: str, passphrase: Callable[[], str | None]) -> KeyChange:
    """Give up this person's key on this desk for a newer one, which is made where there is none.

    A desk that was not told yet, because the new key was made at another one, is told now.
    ``passphrase`` is asked for where a key is made.
    """
    agent, former = workspace.me, workspace.my_key
    opened = former.unlocked()
    newer = _newer(workspace, former) or workspace.keys.add_identity(passphrase())
    record = _change(
        workspace,
        "agent",
        agent.id,
        (b64encode(former.public()).decode(), opened),
        (b64encode(newer.public()).decode(), newer.unlocked()),
        why,
    )
    workspace.step("change key", [record])
    workspace.forget_me()
    return record


def change_log_key(workspace: Workspace, why: str) -> KeyChange:
    """Give up the key that signs this log's checkpoints for a new one; the origin stays."""
    log_key, signer = workspace.log_key, workspace.signer
    former = signer.held(log_key.verifier_key)
    workspace.seal()  # what came before is covered by the former key
    verifier = signer.make_key()
    new = signer.held(verifier)
    record = _change(
        workspace, "log", log_key.id, (log_key.verifier_key, former), (verifier, new), why
    )
    workspace.step("change log key", [record])
    return record


def _newer(workspace: Workspace, than: Identity) -> Identity | None:
    newest = workspace.keys.identity()
    return newest if newest.path != than.path else None


def _change(
    workspace: Workspace,
    of: Literal["agent", "log"],
    record: str,
    former: tuple[str, Ed25519PrivateKey],
    new: tuple[str, Ed25519PrivateKey],
    why: str,
) -> KeyChange:
    names = former[0], new[0]
    return KeyChange(
        id=workspace.new_id(),
        of=of,
        record=record,
        former=former[0],
        key=new[0],
        former_signature=b64encode(sign_change(*names, former[1])).decode(),
        signature=b64encode(sign_change(*names, new[1])).decode(),
        why=why,
    )
