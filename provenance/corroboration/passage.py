"""Passages as corroboration reads them, and what it says about two of them."""

from provenance.model import ClaimKind, Modality, Quantity, Stance
from provenance.model.record import Value


class Passage(Value):
    """An appearance with what it says.

    ``content`` is a digest of the text and its span: it orders passages, because ``id`` and
    ``document`` are random.
    """

    id: str
    document: str
    content: str
    wording: str
    type: ClaimKind
    modality: Modality
    quantities: tuple[Quantity, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()  # names
    published: str | None = None
    start: int = 0  # where it stands in its document

    @property
    def order(self) -> tuple[str, ...]:
        """What orders passages: their content; the random id only where nothing else differs."""
        return self.content, self.wording, self.published or "", self.id


class Pair(Value):
    """Two passages bear on each other. ``words`` stand on both sides and decide."""

    one: str
    other: str
    stance: Stance
    rule: str
    words: tuple[str, ...]
