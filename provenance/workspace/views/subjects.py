"""Of whom something can be said as a whole: a text, its outlet, those it names as saying so."""

from collections.abc import Iterator, Sequence

from provenance.model import Document, Source, SourceType
from provenance.model.dossier import SubjectView
from provenance.text import fold
from provenance.workspace.views.lookup import Lookup
from provenance.workspace.views.retracted import name_of


def subjects(lookup: Lookup, document: Document, sources: Sequence[str]) -> tuple[SubjectView, ...]:
    """Return a text, then its outlet, then sources by identity, each once."""
    known = lookup.picture.sources.values()
    own = next((each for each in known if each.named and each.document == document.id), None)
    declared = lookup.picture.declaration(document)
    text = SubjectView(
        handle=lookup.handle(document.id),
        kind="text",
        name=document.title or name_of(lookup, document.id),
        genre=declared.genre if declared else None,
        ours=own is not None and own.ours,
        fell=_fell(lookup, document.id),
    )
    found = dict.fromkeys(_sources(lookup, document, sources))
    return text, *(_view(lookup, each) for each in found)


def _sources(lookup: Lookup, document: Document, sources: Sequence[str]) -> Iterator[Source]:
    picture = lookup.picture
    outlet = picture.outlets.get(fold(picture.outlet(document).value or ""))
    if outlet is not None:
        yield outlet
    for each in sources:
        if each in picture.sources:
            yield picture.sources[each]


def _view(lookup: Lookup, source: Source) -> SubjectView:
    return SubjectView(
        handle=lookup.handle(source.of),
        kind="outlet" if source.type is SourceType.OUTLET else "source",
        name=name_of(lookup, source.of),
        genre=None,
        ours=source.ours,
        fell=_fell(lookup, source.of),
    )


def _fell(lookup: Lookup, subject: str) -> str:
    return next((e.why for e in lookup.picture.retractions if e.subject == subject), "")
