"""Read model of a captured text beside another one: how far both tell of one event."""

from provenance.model.record import Value


class NearView(Value):
    """A captured text, how far it tells of the same event in thousandths, and by which words."""

    document: str  # handle
    outlet: str | None
    title: str | None
    published: str | None
    score: int
    words: tuple[str, ...]
