"""Claims and attributions of documents that were not read yet, with their sources."""

from collections.abc import Callable, Sequence

from provenance.attribution import Chain, attribute
from provenance.claims import FINDER, FINDER_VERSION, Found, find
from provenance.model import (
    Appearance,
    Attribution,
    AttributionStep,
    Document,
    Record,
    Source,
    SourceType,
)
from provenance.store.store import MAX_STEP
from provenance.text import fold
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture, registrable_domain

READ = "en"  # the language that the finder reads


def find_claims(
    workspace: Workspace, picture: Picture, tell: Callable[[str, int, int], None]
) -> tuple[int, int]:
    """Record the claims of new documents; return how many documents and appearances."""
    read = {each.document for each in picture.appearances.values()}
    new = [each for each in picture.documents.values() if each.id not in read]
    sources = _Sources(workspace, picture)
    batch: list[Record] = []
    appearances = 0
    for number, document in enumerate(new, 1):
        records = _of_document(workspace, picture, document, sources)
        appearances += sum(1 for record in records if isinstance(record, Appearance))
        if batch and len(batch) + len(records) > MAX_STEP:
            workspace.step("find claims", batch)  # whole documents, so that none is half read
            batch = []
        batch.extend(records)
        tell("finding claims", number, len(new))
    workspace.steps("find claims", batch)
    return len(new), appearances


def _of_document(
    workspace: Workspace, picture: Picture, document: Document, sources: "_Sources"
) -> list[Record]:
    outlet = picture.outlet(document).value
    records: list[Record] = []
    if outlet:
        sources.outlet(outlet, document, records)
    if document.language not in (None, READ):
        return records
    found = find(document.text, language=document.language, title=document.title)
    chains = attribute(
        document.text,
        [(each.selector, each.type) for each in found],
        authors=document.authors,
        outlet=outlet,
    )
    for each, chain in zip(found, chains, strict=True):
        appearance = _appearance(workspace.new_id(), document, each)
        records.append(appearance)
        records.append(_attribution(workspace, appearance.of, document, chain, sources, records))
    return records


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
