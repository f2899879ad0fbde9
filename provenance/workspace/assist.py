"""``llm``: a case lets a language model read its texts, or not; what came of it so far.

The permission is for the host and the model that ``workspace.toml`` names when it is given: where
the file names another one later, nothing is sent until the case allows that one.
"""

from provenance.errors import UsageError
from provenance.model import Assistance, Document, ModelUse, Refusal, Value
from provenance.model.assistance import Parameter
from provenance.workspace.configuration import FILE, LanguageModel, read_configuration
from provenance.workspace.core import Workspace


class ModelUseView(Value):
    """A language model's reading of a document, as it is disclosed (ICS 206-01)."""

    document: str  # handle
    host: str
    asked: str
    models: tuple[str, ...]
    fingerprints: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    prompt: str
    outcome: str
    reason: str
    passages: int
    answered: int
    sent: int
    taken: int
    known: int
    refused: tuple[Refusal, ...]
    tokens: int | None
    began_at: str
    ended_at: str
    tool: str


class AssistanceView(Value):
    """What a case allows, and what came of it."""

    allowed: bool
    host: str
    model: str
    by: str  # the agent's id; empty where nobody has decided
    why: str
    configured: str  # the model and host that workspace.toml names; empty where it names none
    spent_requests: int
    spent_tokens: int
    uses: tuple[ModelUseView, ...]


def permission(workspace: Workspace) -> Assistance | None:
    """Return what the case says about language models, or None where nobody has decided."""
    found = workspace.store.current(Assistance)
    return found[-1] if found else None


def permits(given: Assistance | None, model: LanguageModel) -> bool:
    """Return whether the case allows this model at this host."""
    return (
        given is not None
        and given.allowed
        and (given.host, given.model) == (model.host, model.model)
    )


def switch(workspace: Workspace, *, on: bool, why: str = "") -> Assistance:
    """Record whether the case lets the configured language model read its texts."""
    model = read_configuration(workspace.root).llm
    if on and model is None:
        raise UsageError(f"{FILE} names no language model; see docs/language-models.md for [llm]")
    known = permission(workspace)
    case = workspace.case
    record = Assistance(
        id=workspace.new_id(),
        of=known.of if known else case.of,
        supersedes=known.id if known else None,
        why=why,
        allowed=on,
        host=model.host if on and model else "",
        model=model.model if on and model else "",
        by=workspace.me.id,
    )
    workspace.step("assistance", [record])
    return record


def spent(workspace: Workspace) -> tuple[int, int]:
    """Return how many requests and tokens the case has cost so far."""
    uses = workspace.store.every(ModelUse)
    return sum(each.sent for each in uses), sum(each.charged for each in uses)


def assistance(workspace: Workspace) -> AssistanceView:
    """Return what the case allows, and each reading that is current."""
    given = permission(workspace)
    model = read_configuration(workspace.root).llm
    requests, tokens = spent(workspace)
    return AssistanceView(
        allowed=given is not None and given.allowed,
        host=given.host if given else "",
        model=given.model if given else "",
        by=given.by if given else "",
        why=given.why if given else "",
        configured=f"{model.model} at {model.host}" if model else "",
        spent_requests=requests,
        spent_tokens=tokens,
        uses=uses_of(workspace),
    )


def uses_of(workspace: Workspace) -> tuple[ModelUseView, ...]:
    """Return each current reading of a document that is kept, in the order of the log."""
    handles = workspace.store.handles(Document.handle)
    names = set(ModelUseView.model_fields) - {"document"}
    return tuple(
        ModelUseView(document=handles.get(each.document, each.document), **_fields(each, names))
        for each in workspace.store.current(ModelUse)
    )


def _fields(use: ModelUse, names: set[str]) -> dict[str, object]:
    return {name: getattr(use, name) for name in names}
