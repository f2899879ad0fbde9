"""Claims and attributions of documents that were not read yet, with their sources."""

from collections.abc import Callable, Sequence

from provenance.attribution import Chain
from provenance.canonical import content_key
from provenance.claims import FINDER, FINDER_VERSION, Found
from provenance.model import (
    Appearance,
    Attribution,
    AttributionStep,
    Document,
    Finding,
    Record,
    Source,
    SourceType,
)
from provenance.store.store import MAX_STEP, STEP
from provenance.text import fold
from provenance.workspace.core import Workspace
from provenance.workspace.jobs import Claims, claims_of
from provenance.workspace.picture import Picture, registrable_domain
from provenance.workspace.processes import mapped

READ = "en"  # the language that the finder reads
NO_CLAIM = "no claim found"


def find_claims(
    workspace: Workspace, picture: Picture, tell: Callable[[str, int, int], None]
) -> tuple[int, int]:
    """Record the claims of new documents; return how many documents and appearances.

    An outlet that the collector has named since gets its source here too.
    """
    read = {each.document for each in picture.appearances.values()}
    read |= {about for f in picture.findings if f.rule == NO_CLAIM for about in f.about}
    new = [
        each
        for each in picture.documents.values()
        if each.id not in read and each.language in (None, READ)
    ]
    sources = _Sources(workspace, picture)
    batch: list[Record] = []
    for document in picture.documents.values():
        if outlet := picture.outlet(document).value:
            sources.outlet(outlet, document, batch)
    appearances = 0
    readings = mapped(claims_of, [(each, picture.outlet(each).value) for each in new])
    for number, (document, reading) in enumerate(zip(new, readings, strict=True), 1):
        records = _of_document(workspace, document, reading, sources)
        appearances += sum(1 for record in records if isinstance(record, Appearance))
        if batch and len(batch) + len(records) > STEP:
            _keep(workspace, batch)
            batch = []
        batch.extend(records)
        tell("finding claims", number, len(new))
    _keep(workspace, batch)
    return len(new), appearances


def _keep(workspace: Workspace, batch: Sequence[Record]) -> None:
    """Record whole documents in one step, so that none is half read when it is interrupted."""
    if 0 < len(batch) <= MAX_STEP:
        workspace.step("find claims", batch)
    else:
        workspace.steps("find claims", batch)


def _of_document(
    workspace: Workspace, document: Document, reading: Claims, sources: "_Sources"
) -> list[Record]:
    records: list[Record] = []
    if not reading[0]:
        records.append(_nothing_found(workspace, document))
    for each, chain in zip(*reading, strict=True):
        appearance = _appearance(workspace.new_id(), document, each)
        records.append(appearance)
        records.append(_attribution(workspace, appearance.of, document, chain, sources, records))
    return records


def _nothing_found(workspace: Workspace, document: Document) -> Finding:
    """Return the finding by which a text that states nothing to check counts as read."""
    identity = workspace.new_id()
    return Finding(
        id=identity,
        of=identity,
        rule=NO_CLAIM,
        about=(document.id,),
        sentence="Nothing that could be checked was found in this text.",
        key=content_key(NO_CLAIM, document.text_digest, document.uri),
    )


def _appearance(identity: str, document: Document, found: Found) -> Appearance:
    return Appearance(
        id=identity,
        of=identity,
        document=document.id,
        selector=found.selector,
        type=found.type,
        modality=found.modality,
        cue=found.cue,
        wording=found.wording,
        quantities=found.quantities,
        places=found.places,
        times=found.times,
        rule=found.rule,
        finder=f"{FINDER} {FINDER_VERSION}",
    )


def _attribution(
    workspace: Workspace,
    appearance: str,
    document: Document,
    chain: Chain,
    sources: "_Sources",
    records: list[Record],
) -> Attribution:
    return Attribution(
        id=workspace.new_id(),
        of=appearance,
        status=chain.status,
        steps=tuple(
            step.model_copy(update={"source": sources.of_step(step, document, records)})
            for step in chain.steps
        ),
        rule=chain.rule,
    )


class _Sources:
    """The source records there are, and new ones as they are needed."""

    def __init__(self, workspace: Workspace, picture: Picture) -> None:
        self._workspace = workspace
        self._known: dict[Sequence[str], str] = {
            _key(each.name, each.named, each.type, each.document): each.of
            for each in picture.sources.values()
        }

    def outlet(self, name: str, document: Document, records: list[Record]) -> str:
        """Return the source of an outlet."""
        return self._get(name, True, SourceType.OUTLET, None, document.uri, records)

    def of_step(self, step: AttributionStep, document: Document, records: list[Record]) -> str:
        """Return the source of a step; an unnamed one belongs to its document."""
        owner = None if step.named else document.id
        return self._get(step.name, step.named, step.type, owner, None, records)

    def _get(  # what names a source, and where a new one goes
        self,
        name: str,
        named: bool,  # part of the key
        type_: SourceType,
        owner: str | None,
        uri: str | None,
        records: list[Record],
    ) -> str:
        key = _key(name, named, type_, owner)
        if key not in self._known:
            identity = self._workspace.new_id()
            domain = registrable_domain(uri) if uri else None
            records.append(
                Source(
                    id=identity,
                    of=identity,
                    name=name,
                    named=named,
                    type=type_,
                    domain=domain,
                    document=owner,
                )
            )
            self._known[key] = identity
        return self._known[key]


def _key(name: str, named: bool, type_: SourceType, owner: str | None) -> Sequence[str]:
    return fold(name), str(named), type_, owner or ""
