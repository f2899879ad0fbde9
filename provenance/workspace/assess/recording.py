"""The records by which what was read in a text is kept: appearances, chains, sources."""

import json
from collections.abc import Sequence

from provenance.canonical import content_key
from provenance.claims import redated
from provenance.model import (
    Appearance,
    Attribution,
    AttributionStep,
    Document,
    Examination,
    Finding,
    Record,
    Source,
    SourceType,
)
from provenance.model.reading import Chain, Found, Reading, by_model
from provenance.text import fold
from provenance.workspace.assess.again import Match
from provenance.workspace.assess.due import NO_CLAIM
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture, registrable_domain

_BOOKKEEPING = {"id", "of", "supersedes", "why", "finder"}  # names a version, not what is found


class Recorder:
    """Makes the records of what a finder of one name found, with the sources that are needed."""

    def __init__(
        self, workspace: Workspace, picture: Picture, sources: "Sources", finder: str
    ) -> None:
        """Know what a picture shows."""
        self._workspace, self._picture = workspace, picture
        self._sources, self._finder = sources, finder

    def record(self, document: Document, match: Match, records: list[Record]) -> None:
        """Add the records of one statement; none where it is as recorded, or decided."""
        known = match.known
        if known is not None and known.decided:
            records += self._redated(document, known.appearance)
            return
        if match.found is None:
            if known is not None and falls(known.appearance):
                records.append(self._withdrawn(known.appearance))
            return
        found, chain = match.found
        fresh = _appearance(
            self._workspace.new_id(),
            document,
            found,
            self._finder,
            known.appearance if known else None,
        )
        if known is None or differ(known.appearance, fresh):
            records.append(fresh)
        attribution = _attribution(
            self._workspace.new_id(),
            fresh.of,
            chain,
            self._sources.of_chain(chain, document, records),
            known.attribution if known else None,
        )
        if known is None or differ(known.attribution, attribution):
            records.append(attribution)

    def examination(self, document: Document, found: int, records: list[Record]) -> None:
        """Add who read a document, by which date; and that nothing was found, where that is so."""
        last = self._picture.examinations.get(document.id)
        records.append(
            Examination(
                id=self._workspace.new_id(),
                document=document.id,
                finder=self._finder,
                published=self._picture.published(document).value,
                found=found,
                supersedes=last.id if last else None,
            )
        )
        key = content_key(NO_CLAIM, document.text_digest, document.uri)
        noticed = any(each.key == key for each in self._picture.findings)
        if noticed is bool(found):
            records.append(self._finding(document, key, open_=not noticed))

    def _finding(self, document: Document, key: str, *, open_: bool) -> Finding:
        """Return the finding that a text states nothing to check, or that it does by now."""
        last = next(iter(self._workspace.store.current(Finding, key=key)), None)
        identity = self._workspace.new_id()
        return Finding(
            id=identity,
            of=last.of if last else identity,
            rule=NO_CLAIM,
            about=(document.id,),
            sentence="Nothing that could be checked was found in this text.",
            open=open_,
            key=key,
            supersedes=last.id if last else None,
        )

    def _redated(self, document: Document, appearance: Appearance) -> list[Record]:
        """Return an appearance with what its times come to by the date of its text as it is now.

        That date is a person's word too; a time that a person gave stays.
        """
        if not appearance.dates or appearance.withdrawn:
            return []
        published = self._picture.published(document).value
        dates = redated(appearance.dates, appearance.selector.exact, published)
        if dates == appearance.dates:
            return []
        update = {"id": self._workspace.new_id(), "supersedes": appearance.id, "dates": dates}
        return [appearance.model_copy(update=update)]

    def _withdrawn(self, appearance: Appearance) -> Appearance:
        update = {
            "id": self._workspace.new_id(),
            "supersedes": appearance.id,
            "withdrawn": True,
        }
        return appearance.model_copy(update=update)


def records_of(
    workspace: Workspace, document: Document, reading: Reading, sources: "Sources", finder: str
) -> list[Record]:
    """Return the records of what a finder found in a document that stand beside what is known."""
    records: list[Record] = []
    for found, chain in zip(*reading, strict=True):
        appearance = _appearance(workspace.new_id(), document, found, finder)
        records.append(appearance)
        steps = sources.of_chain(chain, document, records)
        records.append(_attribution(workspace.new_id(), appearance.of, chain, steps))
    return records


def _appearance(
    record_id: str,
    document: Document,
    found: Found,
    finder: str,
    known: Appearance | None = None,
) -> Appearance:
    return Appearance(
        **dict(found),
        id=record_id,
        of=known.of if known else record_id,
        supersedes=known.id if known else None,
        document=document.id,
        finder=finder,
    )


def _attribution(
    record_id: str,
    appearance: str,
    chain: Chain,
    steps: tuple[AttributionStep, ...],
    known: Attribution | None = None,
) -> Attribution:
    return Attribution(
        **dict(chain) | {"steps": steps},
        id=record_id,
        of=appearance,
        supersedes=known.id if known else None,
    )


class Sources:
    """The source records there are, and new ones as they are needed."""

    def __init__(self, workspace: Workspace) -> None:
        """Know all sources."""
        self._workspace = workspace
        known = workspace.store.cells(Source, "name", "named", "type", "document", "of")
        self._known: dict[Sequence[str], str] = {
            _key(name, json.loads(named), SourceType(type_), document): of
            for name, named, type_, document, of in known
        }

    def outlet(self, name: str, document: Document, records: list[Record]) -> str:
        """Return the source of an outlet."""
        return self._get(name, True, SourceType.OUTLET, None, document.uri, records)

    def of_chain(
        self, chain: Chain, document: Document, records: list[Record]
    ) -> tuple[AttributionStep, ...]:
        """Return the steps of a chain, each with its source."""
        return tuple(
            step.model_copy(update={"source": self.of_step(step, document, records)})
            for step in chain.steps
        )

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


def falls(appearance: Appearance) -> bool:
    """Return whether a statement is withdrawn that is not found; a language model's stays."""
    return not appearance.withdrawn and not by_model(appearance.finder)


def differ(one: Record, other: Record) -> bool:
    """Return whether two versions of a record say different things."""
    return one.model_dump(exclude=_BOOKKEEPING) != other.model_dump(exclude=_BOOKKEEPING)
