"""``llm``: a case lets a language model read its texts, or not; what came of it so far.

The permission is for the host and the model that ``workspace.toml`` names when it is given: where
the file names another one later, nothing is sent until the case allows that one.
"""

from provenance.errors import UsageError
from provenance.model import Assistance, Document, Finding, ModelUse, Value
from provenance.model.dossier import ModelUseView
from provenance.workspace.configuration import FILE, LanguageModel, read_configuration
from provenance.workspace.core import Workspace

NOT_ASKED = "language model not asked"  # the rule of the finding


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


def unasked(workspace: Workspace) -> str:
    """Return which texts a language model has not read to the end, and why; or nothing."""
    found = workspace.store.current(Finding, rule=NOT_ASKED)
    return next((each.sentence for each in found if each.open), "")


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
    return tuple(
        use_view(each, handles.get(each.document, each.document))
        for each in workspace.store.current(ModelUse)
    )


def use_view(use: ModelUse, document: str) -> ModelUseView:
    """Return a reading as it is shown; ``document`` is a handle."""
    return ModelUseView(
        document=document,
        sentence=_sentence(use),
        host=use.host,
        asked=use.asked,
        models=use.models,
        fingerprints=use.fingerprints,
        parameters=", ".join(f"{each.name} {each.value}" for each in use.parameters),
        prompt=use.prompt,
        outcome=use.outcome,
        reason=use.reason,
        sent=use.sent,
        taken=use.taken,
        known=use.known,
        refused=tuple(f"{each.reason} ({each.count})" for each in use.refused),
        tokens=use.tokens,
        began_at=use.began_at,
        ended_at=use.ended_at,
        tool=use.tool,
    )


def _sentence(use: ModelUse) -> str:
    """Return what is disclosed of a reading, in a sentence or two."""
    version = ", ".join(use.models) or "a version that it does not name"
    system = f", system {', '.join(use.fingerprints)}" if use.fingerprints else ""
    refused = sum(each.count for each in use.refused)
    tokens = "tokens not counted" if use.tokens is None else f"{use.tokens:,} tokens"
    asked = f"{use.sent} requests" if use.sent else "answers kept from the same text"
    short = f" It has not read all: {use.reason}." if use.reason else ""
    return (
        f"The language model {use.asked} at {use.host} (answering as {version}{system}) read "
        f"{use.answered} of {use.passages} passages on {use.began_at[:10]}: {use.taken} statements "
        f"that only it found, {use.known} that stood already, {refused} answers refused; "
        f"{asked}, {tokens}.{short}"
    )
