"""What finding candidates needs of whoever keeps an index: the parts make keys, and ask by them."""

from collections.abc import Iterable
from typing import Protocol


class Index(Protocol):
    """Where keys of documents are kept."""

    def sharing(
        self, kind: str, keys: Iterable[int], *, least: int, often: int, first: int, most: int
    ) -> Iterable[str]:
        """Return ``most`` documents that bear at least so many of the keys of a kind.

        Those come first that bear most keys that few others bear. A key that more than ``often``
        documents bear leads to the ``first`` of them alone.
        """
        ...
