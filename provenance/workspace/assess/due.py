"""Which documents are to be read: new ones, and those that would be read otherwise by now.

A reading is kept as an Examination: who read, and which date was taken for that of publication,
from which relative dates are counted. A document is read again where either is another one now.
Readings from before that record was kept are known by the appearances that they left. What a
person marked by hand is no reading.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal, NamedTuple

from provenance.languages import is_read
from provenance.model import Document
from provenance.model.reading import by_model
from provenance.workspace.picture import Picture

NO_CLAIM = "no claim found"
BY_HAND = "by hand"

Why = Literal["new", "older finder", "date corrected"]


class Due(NamedTuple):
    """A document that is to be read, and why."""

    document: Document
    why: Why


def due(picture: Picture, finder: str) -> list[Due]:
    """Return the documents that a finder of this name is to read, in their order."""
    before = _read_before(picture)
    return [
        Due(each, why)
        for each in picture.documents.values()
        if is_read(each.language, each.text) and (why := _why(picture, each, finder, before))
    ]


def _why(
    picture: Picture, document: Document, finder: str, before: Mapping[str, set[str]]
) -> Why | None:
    last = picture.examinations.get(document.id)
    if last is None:
        found_by = before.get(document.id)
        if found_by is None:
            return "new"
        return None if found_by == {finder} else "older finder"
    if last.finder != finder:
        return "older finder"
    published = picture.published(document).value
    return None if last.published == published else "date corrected"


def is_reading(finder: str) -> bool:
    """Return whether what a finder of this name left comes of reading a whole text.

    A person marks single statements, and so does a language model, beside what was read.
    """
    return finder != BY_HAND and not by_model(finder)


def _read_before(picture: Picture) -> Mapping[str, set[str]]:
    """Return the finders that left something in each document; "" where nothing was found."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in picture.appearances.values():
        if is_reading(each.finder):
            found[each.document].add(each.finder)
    for finding in picture.findings:
        if finding.rule == NO_CLAIM:
            for document in finding.about:
                found[document].add("")
    return found
