"""The chain of custody of a capture: who had the evidentiary copy, what was done with it, when.

In the order of the log. Times are those of the entries, by the desk's clock; who acted is the
agent whose key signed. Reading the working copy is not custody and leaves no record.
"""

from provenance.errors import UnknownHandleError
from provenance.model import Agent, Capture, Custody, CustodyAction, Digest, Value
from provenance.store.places import place_of
from provenance.workspace.core import Workspace

_WORDS = {
    CustodyAction.OPENED: "opened the evidentiary copy",
    CustodyAction.EXPORTED: "exported the evidentiary copy",
    CustodyAction.DISCLOSED: "disclosed records of it in a package",
}


class CustodyStep(Value):
    """One thing that was done."""

    entry: int
    at: str
    by: str  # the agent's name
    agent: str  # the agent's id; empty where nobody is known
    what: str
    to: str  # empty where nobody was named
    package: Digest | None
    why: str


def chain(workspace: Workspace, capture: Capture) -> tuple[CustodyStep, ...]:
    """Return what was done with a capture, the capture itself first."""
    store = workspace.store
    agents = {store.commitment(each): each for each in store.current(Agent)}

    def step(record: Capture | Custody, what: str) -> CustodyStep:
        entry = store.entries((seq := place_of(store, record).step) - 1, seq)[0][0]
        agent = agents.get(entry.actor)
        custody = record if isinstance(record, Custody) else None
        return CustodyStep(
            entry=seq,
            at=entry.at,
            by=agent.name if agent else "unknown",
            agent=agent.id if agent else "",
            what=what,
            to=custody.recipient if custody else "",
            package=custody.package if custody else None,
            why=custody.why if custody else "",
        )

    made = step(capture, f"captured it with {capture.tool} {capture.tool_version}")
    later = store.current(Custody, capture=capture.id)
    return (made, *(step(each, _WORDS[each.action]) for each in later))


def custody_of(workspace: Workspace, handle: str) -> tuple[CustodyStep, ...]:
    """Return what was done with the capture that a handle stands for; UnknownHandleError."""
    kind, identity = workspace.store.identity(handle)
    capture = workspace.store.get(Capture, identity) if kind is Capture else None
    if capture is None:
        raise UnknownHandleError(f"{handle} is no capture that is kept; this wants one, such as k1")
    return chain(workspace, capture)
