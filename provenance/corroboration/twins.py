"""Passages of one wording: they are read and decided once."""

from collections import defaultdict
from collections.abc import Sequence

from provenance.corroboration import vocabulary
from provenance.corroboration.passage import Passage


def twins_of(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return passages by wording, ordered by content."""
    twins: dict[tuple[object, ...], list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: p.order):
        twins[_same_as(passage)].append(passage)
    return list(twins.values())


def _same_as(passage: Passage) -> tuple[object, ...]:
    wording = passage.wording
    dated = "day" in wording.lower() and vocabulary.DAY_NAME.search(wording)
    published = (passage.published or "")[:10] if dated else ""
    return (
        wording,
        passage.type,
        passage.modality,
        passage.quantities,
        passage.places,
        published,
    )
