"""``assess``: from captured documents to graded claims, in four stages.

``find``    claims and attributions of documents not read yet
``derive``  which document goes back to which
``gather``  which appearances make one claim; what supports or contradicts it
``judge``   letters, digits, findings

The first stage looks at new documents alone. The others are computed over everything that is
current, and only what differs from what is recorded is written: so any order of capture ends
in the same claims, origins and grades, and running it twice changes nothing. What a person
decided is never touched.
"""

from collections.abc import Callable

from provenance.model import Value
from provenance.workspace.assess.derive import derive
from provenance.workspace.assess.find import find_claims
from provenance.workspace.assess.gather import gather_claims
from provenance.workspace.assess.judge import judge
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.picture import Picture


class Assessed(Value):
    """What a run of ``assess`` recorded."""

    documents: int  # read for the first time
    appearances: int
    claims: int  # new or changed
    links: int
    derivations: int
    grades: int
    findings: int


Progress = Callable[[str, int, int], None]
_COMPARED = {"correct", "say"}  # may change what lineage and corroboration read
_ALONE = {"case", "review"}  # nothing follows from them


def assess(workspace: Workspace, *, progress: Progress | None = None) -> Assessed:
    """Bring claims, links, derivations, grades and findings up to what was captured."""
    tell = progress or quiet
    picture = Picture(workspace)
    documents, appearances = find_claims(workspace, picture, tell)
    picture = picture.renewed("sources", "appearances", "attributions", "findings")
    made = _compared(workspace, picture, tell)
    return Assessed(documents=documents, appearances=appearances, **made)


def refresh(workspace: Workspace, kind: str) -> None:
    """Bring what follows up to date after a person's step of this kind; read nothing new."""
    if kind in _COMPARED:
        _compared(workspace, Picture(workspace), quiet)
    elif kind not in _ALONE:
        judge(workspace, Picture(workspace))


def _compared(workspace: Workspace, picture: Picture, tell: Progress) -> dict[str, int]:
    tell("tracing lineage", 0, 1)
    derivations = derive(workspace, picture)
    tell("tracing lineage", 1, 1)
    picture = picture.renewed("derivations")
    tell("corroborating", 0, 1)
    claims, links = gather_claims(workspace, picture)
    tell("corroborating", 1, 1)
    picture = picture.renewed("claims", "links")
    tell("grading", 0, 1)
    grades, findings = judge(workspace, picture)
    tell("grading", 1, 1)
    return {
        "derivations": derivations,
        "claims": claims,
        "links": links,
        "grades": grades,
        "findings": findings,
    }
