"""What fell when a document, a capture or a source does: the texts and names that go with it.

A capture takes its document along, unless the same bytes were captured at that address another
time too. An outlet takes all its texts along; any other source what it is said to have said. A
source that a person joined with others falls as all of them.
"""

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from provenance.lineage import Fallen
from provenance.lineage.credits import outlet_key
from provenance.model import SourceType

if TYPE_CHECKING:
    from provenance.workspace.picture import Picture


def fallen(picture: "Picture", subjects: Collection[str]) -> Fallen:
    """Return what falls with documents, captures and sources, by identity."""
    if not subjects:
        return Fallen()
    sources, names = _sources(picture, subjects)
    documents = {*(set(subjects) - sources), *_of_captures(picture, subjects)}
    if names:
        documents |= {
            document.id
            for document in picture.documents.values()
            if outlet_key(picture.outlet(document).value or "") in names
        }
    return Fallen(frozenset(documents), frozenset(sources), frozenset(names))


def _sources(picture: "Picture", subjects: Collection[str]) -> tuple[set[str], set[str]]:
    """Return the sources that are one with those that fell, and the names of outlets among them."""
    same = picture.same
    wanted = {same.get(each, each) for each in subjects if each in picture.sources}
    found = {of for of in picture.sources if same.get(of, of) in wanted} if wanted else set()
    outlets = (picture.sources[of] for of in found)
    names = {outlet_key(each.name) for each in outlets if each.type is SourceType.OUTLET}
    return found, names - {""}


def _of_captures(picture: "Picture", subjects: Collection[str]) -> set[str]:
    """Return the documents of which no capture is left."""
    gone = [picture.captures[each] for each in subjects if each in picture.captures]
    if not gone:
        return set()
    held = Counter((each.payload, each.uri) for each in picture.captures.values())
    held -= Counter((each.payload, each.uri) for each in gone)
    lost = {(each.payload, each.uri) for each in gone} - set(held)
    return {each.id for each in picture.documents.values() if (each.payload, each.uri) in lost}
