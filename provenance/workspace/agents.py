"""``agent``: who may act on this desk. Only public keys are exchanged."""

from base64 import b64decode
from binascii import Error as Base64Error

from provenance.errors import UsageError
from provenance.model import Agent, AgentRole
from provenance.settings import Settings
from provenance.store.keys import KeyFolder
from provenance.workspace.core import Workspace, public_text


def add_agent(workspace: Workspace, name: str, public_key: str) -> Agent:
    """Introduce a person by name and public key (base64 of the 32 bytes)."""
    try:
        raw = b64decode(public_key, validate=True)
    except (Base64Error, ValueError) as error:
        raise UsageError(f"not a public key in base64: {public_key!r}") from error
    if len(raw) != 32:
        raise UsageError(f"an Ed25519 public key has 32 bytes, this has {len(raw)}")
    if not name.strip():
        raise UsageError("an agent has a name")
    for agent in workspace.store.current(Agent):
        if agent.public_key == public_key:
            raise UsageError(f"this key belongs to {agent.name} already")
    agent = Agent(
        id=workspace.new_id(), name=name.strip(), role=AgentRole.PERSON, public_key=public_key
    )
    workspace.step("add agent", [agent])
    return agent


def own_key(settings: Settings, name: str | None, passphrase: str | None) -> tuple[str, str, bool]:
    """Return (name, public key, whether it was made now) of this person."""
    keys = KeyFolder(settings.home, settings.secret)
    made = not keys.has_identity
    if made:
        keys.make_identity(name or settings.person, passphrase)
        if passphrase:
            keys = KeyFolder(settings.home, lambda: passphrase)
    return keys.name(), public_text(keys), made
