"""What very many texts say themselves of others, and which text of an outlet a credit means.

The rules are those of ``derive.Said`` and ``credits.credited``. Here no text is read for them:
how many names, numbers and words two texts share is counted from their keys, for all texts of
the outlet at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.clock import before
from provenance.lineage.credits import ABOUT, LONG, Credit, outlet_key
from provenance.lineage.derive import Said
from provenance.lineage.light import word_key
from provenance.lineage.meeting import Borne
from provenance.lineage.reading import Reading
from provenance.lineage.texts import Text
from provenance.text import WORD, fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

LATER = 8  # later texts of which it is asked whether a text may know them all the same


class Unread(Reading):
    """A text that is read when something is asked of it."""

    def __init__(self, text: Text) -> None:
        """Take the text."""
        self.text = text

    def __getattr__(self, name: str) -> Any:
        """Read the text; what is there is not asked for here."""
        if name.startswith("__") or "words" in vars(self):
            raise AttributeError(name)
        super().__init__(self.text)
        return getattr(self, name)


class Keyed(NamedTuple):
    """The keys of all texts that tell what they are about: names and numbers, and words."""

    marks: Borne
    words: Borne


class SaidOfMany(Said):
    """Addresses, links and credits of very many texts."""

    def __init__(
        self,
        texts: Sequence[Text],
        outlets: frozenset[str],
        credits_: Sequence[Sequence[Credit]],
        keyed: Keyed,
    ) -> None:
        """Take texts in order, the names of captured outlets, and the credits of each text."""
        self._given = credits_
        self._number = {text.id: number for number, text in enumerate(texts)}
        self._keyed = keyed
        self._marks = _bounds(keyed.marks, len(texts))
        self._words = _bounds(keyed.words, len(texts))
        self._outlets: dict[str, _Outlet] = {}
        super().__init__([Unread(text) for text in texts], outlets)

    def found(
        self, readings: Sequence[Reading], _outlets: frozenset[str]
    ) -> Mapping[str, Sequence[Credit]]:
        """Return the credits of each document."""
        return {each.text.id: given for each, given in zip(readings, self._given, strict=True)}

    def meant(self, reading: Reading, credit: Credit) -> Reading | None:
        """Return the captured text that a credit speaks of, where there is one."""
        later = 0
        for other in self._ranked(reading, credit):
            if other is reading:
                continue
            if before(reading.text.date, other.text.date) is True:
                later += 1
                if later > LATER or not self.may_know(reading, other):
                    continue
            return other
        return None

    def about(self, reading: Reading, outlet: str) -> Sequence[Reading]:
        """Return the texts of an outlet that are about the same as a text."""
        texts = self._texts_of(outlet)
        marks = texts.marks(self._own_marks(reading))
        return [texts.readings[at] for at in (marks >= ABOUT).nonzero()[0].tolist()]

    def _ranked(self, reading: Reading, credit: Credit) -> Iterator[Reading]:
        """Yield the texts of the credited outlet that are about the same, the nearest first."""
        import numpy as np  # it takes 0.1 s to load: only for many texts

        texts = self._texts_of(outlet_key(credit.name))
        sought = {word for word in WORD.findall(fold(credit.words)) if len(word) > LONG}
        sought -= set(outlet_key(credit.name).split())
        marks = texts.marks(self._own_marks(reading))
        said = texts.words(np.array([word_key(word) for word in sorted(sought)], np.int64))
        about = (marks >= ABOUT) | ((said >= ABOUT) & (2 * said >= len(sought)))
        near = np.flatnonzero(about)
        for at in near[np.argsort(-(marks + said)[near], kind="stable")].tolist():
            yield texts.readings[at]

    def _own_marks(self, reading: Reading) -> "Array":
        number = self._number[reading.text.id]
        return self._keyed.marks.keys[self._marks[number] : self._marks[number + 1]]

    def _texts_of(self, outlet: str) -> "_Outlet":
        known = self._outlets.get(outlet)
        if known is None:
            readings = self._of.get(outlet, ())
            numbers = [self._number[each.text.id] for each in readings]
            known = self._outlets[outlet] = _Outlet(
                readings,
                _Index(self._keyed.marks.keys, self._marks, numbers),
                _Index(self._keyed.words.keys, self._words, numbers),
            )
        return known


class _Index:
    """Which of some texts bear a key."""

    def __init__(self, keys: "Array", bounds: Sequence[int], numbers: Sequence[int]) -> None:
        import numpy as np

        own = [np.unique(keys[bounds[each] : bounds[each + 1]]) for each in numbers]
        of = np.repeat(np.arange(len(own)), [len(each) for each in own])
        key = np.concatenate([keys[:0], *own])
        order = np.argsort(key, kind="stable")
        self._key, self._of, self._texts = key[order], of[order], len(own)

    def __call__(self, wanted: "Array") -> "Array":
        """Return of each text how many of the keys it bears."""
        import numpy as np

        wanted = np.unique(wanted).astype(self._key.dtype)
        low = np.searchsorted(self._key, wanted, side="left")
        counts = np.searchsorted(self._key, wanted, side="right") - low
        skipped = np.repeat(low - (np.cumsum(counts) - counts), counts)
        return np.bincount(self._of[skipped + np.arange(len(skipped))], minlength=self._texts)


class _Outlet(NamedTuple):
    """The texts of an outlet."""

    readings: Sequence[Reading]
    marks: _Index
    words: _Index


def _bounds(borne: Borne, texts: int) -> Sequence[int]:
    import numpy as np

    counts: list[int] = np.cumsum(np.bincount(borne.texts, minlength=texts)).tolist()
    return [0, *counts]
