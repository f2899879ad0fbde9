"""Which fields of which records are shown, and where what is withheld can still be read.

A withheld value is of no use to its owner when the same words stand in a field that is shown: a
source's name in a rationale, a title in a finding. So the words are looked for, and named.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from provenance.audit import disclosure
from provenance.errors import UsageError
from provenance.model import RECORD_TYPES, Agent, AgentRole, Record
from provenance.store.places import Place
from provenance.text import fold

FIELDS: Mapping[str, tuple[str, ...]] = {
    each.kind: tuple(each.model_fields) for each in RECORD_TYPES if each.kind in disclosure.KINDS
}
_SHORTEST = 4  # letters: shorter words stand everywhere by chance
_FREE = frozenset({"words", "name", "sentence", "uri", "text", "location", "exact"})
NAMES = frozenset({"agent.name"})  # looked for even where nobody asked for it
_ACTORS = ("collector", "rater", "reviewer", "by")  # fields that say who acted
_CODED = re.compile(r"[a-z2-7]{26}|sha256:[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z|[\d.,:-]+")


class Redaction:
    """What somebody asked to withhold and to show, beyond what the lists say."""

    def __init__(self, withhold: Sequence[str] = (), disclose: Sequence[str] = ()) -> None:
        """Take words such as ``capture.collector`` or ``name``; a UsageError for unknown ones."""
        self.asked = frozenset(each for word in withhold for each in _withheld(word))
        self._named = frozenset(each for word in disclose for each in _resolved(word))
        if both := sorted(self.asked & self._named):
            raise UsageError(f"{both[0]} cannot be both withheld and disclosed")
        self._withheld = disclosure.with_digests(self.asked)

    def shown(self, kind: str, values: Mapping[str, bytes]) -> frozenset[str]:
        """Return which fields of a record are shown."""
        return frozenset(
            name
            for name, value in values.items()
            if f"{kind}.{name}" not in self._withheld
            and disclosure.shown(kind, name, _plain(name, value), self._named)
        )

    @property
    def told_by_signatures(self) -> list[str]:
        """Fields withheld to hide who acted, although those who signed are shown by name."""
        hidden = sorted(each for each in self.asked if each.partition(".")[2] in _ACTORS)
        return hidden if NAMES & self._named else []

    @property
    def hides_bytes(self) -> bool:
        """Whether something is withheld that the captured bytes would show."""
        return any(
            each.startswith("document.") or each in ("capture.payload", "capture.transfer")
            for each in self._withheld
        )


def _plain(name: str, value: bytes) -> object:
    """Return a value that decides by itself whether it is shown; others need no reading."""
    return json.loads(value) if name in ("uri", "requested") else None


def _resolved(word: str) -> frozenset[str]:
    """Return the fields, each with its kind, that a word stands for."""
    found = frozenset(
        f"{kind}.{name}"
        for kind, names in FIELDS.items()
        for name in names
        if word in (name, f"{kind}.{name}")
    )
    if not found:
        raise UsageError(f"no field is called {word!r}. Fields are: {_listed(word)}")
    return found


def _withheld(word: str) -> frozenset[str]:
    """Return the fields that a word stands for and that can be withheld."""
    found = _resolved(word)
    free = frozenset(
        each
        for each in found
        if each.partition(".")[2] not in disclosure.NEEDED[each.partition(".")[0]]
    )
    if not free:
        raise UsageError(f"{word} cannot be withheld: nothing could be checked then")
    return free


def _listed(word: str) -> str:
    """Return the fields of the kind that was meant, or of all."""
    kind = word.partition(".")[0]
    chosen = {kind: FIELDS[kind]} if kind in FIELDS else FIELDS
    return "; ".join(f"{each}: {', '.join(names)}" for each, names in sorted(chosen.items()))


def repeated(
    records: Iterable[tuple[Record, Place, frozenset[str]]], asked: frozenset[str]
) -> dict[str, list[str]]:
    """Return, for each field that was to be withheld, the shown fields that have its words."""
    hidden: dict[str, set[str]] = {}
    open_: dict[str, list[str]] = {}
    for record, place, shown in records:
        ours = isinstance(record, Agent) and record.role is AgentRole.PROGRAM  # named everywhere
        for name, value in place.values.items():
            field = f"{record.kind}.{name}"
            if name in shown:
                open_.setdefault(field, []).extend(map(fold, _texts(json.loads(value), free=True)))
            elif field in asked and not ours and _free_text(type(record), name):
                hidden.setdefault(field, set()).update(_words(json.loads(value)))
    found: dict[str, list[str]] = {}
    for field, words in sorted(hidden.items()):
        where = [
            other
            for other, texts in sorted(open_.items())
            if any(word in text for word in words for text in texts)
        ]
        if where:
            found[field] = where
    return found


def _words(value: Any) -> set[str]:
    """Return the texts in a value that would be known again."""
    return {
        fold(text)
        for text in _texts(value, free=False)
        if len(text.strip()) >= _SHORTEST and not _CODED.fullmatch(text.strip())
    }


def _texts(value: Any, *, free: bool) -> Iterator[str]:
    """Yield the texts in a value; of objects those that are no codes, or all."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, free=free)
    elif isinstance(value, dict):
        for name, each in value.items():
            if free or name in _FREE:
                yield from _texts(each, free=free)


def _free_text(record_type: type[Record], name: str) -> bool:
    """Return whether a field holds words of somebody's own, not one of a few codes."""
    annotation = record_type.model_fields[name].annotation
    kinds = [annotation, *get_args(annotation)]
    return not any(
        get_origin(each) is Literal or (isinstance(each, type) and hasattr(each, "__members__"))
        for each in kinds
    )
