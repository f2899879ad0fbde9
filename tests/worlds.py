"""A small press world for tests, and what a desk makes of it: free of ids and handles."""

from typing import NamedTuple

from provenance.workspace.core import Workspace
from provenance.workspace.views import Views
from tests.newsroom import Newsroom


def harbour() -> Newsroom:
    """Return seven documents: a story, two copies, a quotation, a denial, a second origin, more."""
    room = Newsroom()
    story = room.publish(
        "Kelso Wire",
        "Port sells two cranes",
        "The port authority of Kelso sold two cranes to a shipping firm on Monday, according to "
        "Harbour Minister Ines Vale.",
        "Leaked invoices, recently checked by dock engineers, show that the firm paid 4 million "
        "euros.",
        "The firm will move the cranes to Leith before winter, said its director Tom Farrow.",
    )
    room.syndicate(story, "Vale Herald")
    room.syndicate(story, "Quay Review", credit=False, keep=2, title="Cranes change hands")
    room.quote(
        story,
        "Kelso Post",
        "Leaked invoices, recently checked by dock engineers, show that the firm paid 4 million "
        "euros.",
        "The post office opened a counter on the quay on Thursday.",
    )
    room.publish(
        "Strait Today",
        "Authority denies sale",
        "The port authority of Kelso denied that it had sold two cranes to a shipping firm on "
        "Monday.",
    )
    room.publish(
        "Harbour Radio",
        "Cranes seen on a barge",
        "Two cranes left the port of Kelso on a barge on Wednesday, a reporter on the quay saw.",
        "The sale is a mistake.",
    )
    room.correct(story, "4 million euros", "5 million euros")
    return room


class Found(NamedTuple):
    """One claim as a desk found it, by what is the same in every workspace."""

    wording: str
    type: str
    cell: str
    documents: tuple[tuple[str, str, str], ...]  # address, stance, modality
    origins: tuple[tuple[str, str, str, int], ...]  # name, stance, independence, appearances
    lineage: tuple[tuple[str, str, str, str], ...]
    flags: tuple[str, ...]
    findings: tuple[str, ...]


def found(workspace: Workspace) -> list[Found]:
    """Return the claims of a desk."""
    views = Views(workspace)
    flags = {row.id: row.flags for row in views.queue()}
    dossier = views.dossier()
    addresses = {each.handle: each.capture.uri for each in dossier.documents}
    return sorted(
        Found(
            wording=claim.wording,
            type=claim.type,
            cell=claim.cell,
            documents=tuple(sorted((a.uri, a.stance, a.modality) for a in claim.appearances)),
            origins=tuple(
                sorted(
                    (o.name, o.stance, o.independence, len(o.appearances)) for o in claim.origins
                )
            ),
            lineage=tuple(
                sorted(
                    (addresses[d.downstream], addresses.get(d.upstream or "", ""), d.type, d.state)
                    for d in claim.derivations
                )
            ),
            flags=tuple(sorted(flags[claim.id])),
            findings=tuple(sorted(finding.sentence for finding in claim.findings)),
        )
        for claim in dossier.claims
    )
