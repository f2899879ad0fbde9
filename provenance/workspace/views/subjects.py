"""Of whom something can be said as a whole: a text, its outlet, those it names as saying so."""

from collections.abc import Iterator, Sequence

from provenance.model import Document, Genre, Source
from provenance.model.dossier import SubjectView
from provenance.text import fold
from provenance.workspace.views.lookup import Lookup
from provenance.workspace.views.retracted import name_of


def subjects(lookup: Lookup, document: Document, sources: Sequence[str]) -> tuple[SubjectView, ...]:
    """Return a text, then its outlet, then sources by identity, each once."""
    declared = lookup.picture.declaration(document)
    known = lookup.picture.sources.values()
    own = next((each for each in known if each.named and each.document == document.id), None)
    text = _view(lookup, document.id, own, declared.genre if declared else None)
    found = dict.fromkeys(_sources(lookup, document, sources))
    return text, *(_view(lookup, each.of, each, None) for each in found)


def _sources(lookup: Lookup, document: Document, sources: Sequence[str]) -> Iterator[Source]:
    picture = lookup.picture
    outlet = picture.outlets.get(fold(picture.outlet(document).value or ""))
    if outlet is not None:
        yield outlet
    for each in sources:
        if each in picture.sources:
            yield picture.sources[each]


def _view(lookup: Lookup, subject: str, source: Source | None, genre: Genre | None) -> SubjectView:
    return SubjectView(
        handle=lookup.handle(subject),
        name=name_of(lookup, subject),
        genre=genre,
        ours=source is not None and source.ours,
        fell=next((e.why for e in lookup.picture.retractions if e.subject == subject), ""),
    )
