"""The whole: case, log, and all that is said of the case now."""

from provenance import __dist__, __version__
from provenance.audit import Range
from provenance.model import Case
from provenance.model.dossier import CaseView, Dossier, LeadView, LogView
from provenance.workspace.core import Workspace
from provenance.workspace.views.alarms import alarms
from provenance.workspace.views.claims import Claims
from provenance.workspace.views.evidence import Evidence
from provenance.workspace.views.lookup import Lookup, number
from provenance.workspace.views.retracted import retractions
from provenance.workspace.views.sources import Sources


def case_view(case: Case) -> CaseView:
    """Return the case in the analyst's words."""
    return CaseView(
        id=case.of,
        version=case.id,
        **case.model_dump(include=set(CaseView.model_fields) - {"id", "version"}),
    )


def log_view(workspace: Workspace) -> LogView:
    """Return where the log stands."""
    store = workspace.store
    size = store.size()
    checkpoints = store.checkpoints()
    root = Range().extended(store.leaves(0, size)).root.hex()
    note = checkpoints[-1][2] if checkpoints else ""
    return LogView(origin=workspace.log_key.origin, size=size, root=root, checkpoint=note)


def dossier(
    lookup: Lookup,
    claims: Claims,
    evidence: Evidence,
    sources: Sources,
    leads: tuple[LeadView, ...],
) -> Dossier:
    """Return all that is said of the case now, nothing blinded."""
    picture = lookup.picture
    listed = sorted(picture.members, key=lambda claim: number(lookup.handle(claim)))
    entries = lookup.store.size()
    return Dossier(
        case=case_view(picture.case),
        log=log_view(lookup.workspace),
        made_at=lookup.at[entries],
        made_with=f"{__dist__} {__version__}",
        policy=picture.policy.name,
        definition_set=picture.policy.definition_set,
        labels=picture.policy.labels,
        claims=tuple(claims.claim(claim) for claim in listed),
        documents=evidence.documents(),
        captures=evidence.captures(),
        sources=sources.views(),
        derivations=tuple(claims.derivation(each) for each in picture.live),
        leads=leads,
        circular=tuple(lookup.circular.values()),
        alarms=alarms(lookup),
        fallen=retractions(lookup),
    )
