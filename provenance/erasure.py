"""Erasure: which records fall when some are destroyed.

A record falls with another when it is about it, when it is another version of it or has stood at
the same place, when nothing else that is kept states or names it, and when it holds words of what
falls that no kept document has: a run of four words, or a whole name, title or address. So after
the destruction of these records nobody can read in the others what was destroyed.

Some kinds are what the log itself stands on and never fall; where one of them holds such words,
it is named, and nothing is destroyed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.model import Case, Link, Record, Source, Stance
from provenance.text import shingles, words

RUN = 4  # words in a row that are nobody else's
SHORTEST = 6  # characters of a name, title or address that is looked for as a whole
NEEDED = frozenset(
    {
        *("agent", "log_key", "key_change", "key_use", "policy", "restore", "withdrawal"),
        *("erasure", "stamp", "witness", "cosignature"),
    }
)
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "appearance": ("document",),
    "attribution": ("of",),
    "collector_statement": ("of",),
    "comparison": ("claim", "record"),
    "custody": ("capture",),
    "derivation": ("downstream", "upstream"),
    "declaration": ("document",),
    "document": ("capture",),
    "examination": ("document",),
    "finding": ("about",),
    "grade": ("subject",),
    "inquiry": ("about",),
    "link": ("appearance", "claim"),
    "model_use": ("document",),
    "retraction": ("subject",),
    "review": ("claim",),
    "same_as": ("one", "other"),
    "separation": ("one", "other"),
    "source": ("document",),
}
_PROSE: Mapping[str, tuple[str, ...]] = {
    "appearance": ("wording", "cue"),
    "claim": ("wording",),
    "document": ("text", "whole", "title"),
}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "capture": ("requested", "uri"),
    "collector_statement": ("uri", "outlet", "author", "how"),
    "document": ("title", "authors", "site", "uri"),
    "source": ("name", "aliases"),
}
# What was captured apart from what falls: words that stand there too are no secret.
_WITNESSES = frozenset({"capture", "collector_statement", "document"})


@dataclass(frozen=True)
class Falling:
    """A record that is to be destroyed, and why it falls."""

    record: Record
    why: str


@dataclass(frozen=True)
class Closure:
    """All that falls, in the order of the log; ``stuck`` holds what hinders it."""

    falling: tuple[Falling, ...]
    stuck: tuple[Record, ...]


def closure(records: Sequence[Record], asked: Collection[str]) -> Closure:
    """Return what falls with the records whose ids or identities are asked for."""
    fall = _Fall(records)
    for record in records:
        if record.id in asked or record.identity in asked:
            fall.add(record, "asked for")
    while fall.grew:
        fall.grew = False
        fall.spread()
        fall.orphans()
        if not fall.grew:
            fall.quoting()
    ordered = tuple(Falling(each, fall.why[each.id]) for each in records if each.id in fall.why)
    return Closure(
        tuple(each for each in ordered if each.record.kind not in NEEDED),
        tuple(each.record for each in ordered if each.record.kind in NEEDED),
    )


class _Fall:
    """What has fallen so far."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self.why: dict[str, str] = {}
        self.grew = False
        self._gone: set[str] = set()  # ids and identities
        self._places: set[tuple[str, ...]] = set()

    def add(self, record: Record, why: str) -> None:
        if record.id in self.why:
            return
        self.why[record.id] = why
        self._gone |= {record.id, record.identity}
        self._places.add((record.kind, *record.place))
        self.grew = True

    @property
    def kept(self) -> Iterator[Record]:
        return (each for each in self.records if each.id not in self.why)

    def spread(self) -> None:
        """Take what is about the fallen, and their other versions."""
        for record in list(self.kept):
            if record.kind in NEEDED:
                continue
            if record.identity in self._gone:
                self.add(record, "another version of it")
            elif (record.kind, *record.place) in self._places:
                self.add(record, "stood at the same place")
            elif _about(record) & self._gone:
                self.add(record, "is about it")

    def orphans(self) -> None:
        """Take claims that nothing else states, and sources that nothing else names."""
        users: dict[str, set[str]] = defaultdict(set)
        for record in self.records:
            if isinstance(record, Link) and record.stance is Stance.REPEATS:
                users[record.claim].add(record.appearance)
            elif record.kind == "attribution":
                for step in record.steps:  # type: ignore[attr-defined]  # of an Attribution
                    users[step.source].add(record.id)
        for record in list(self.kept):
            by = users.get(record.identity) if record.kind in ("claim", "source") else None
            if by and by <= self._gone:
                self.add(record, "nothing else states or names it")

    def quoting(self) -> None:
        """Take what holds words of the fallen that no kept document has."""
        fallen = [each for each in self.records if each.id in self.why]
        known = [each for each in self.kept if each.kind in _WITNESSES]
        theirs = Words(fallen, known)
        for record in list(self.kept):
            if record.kind not in _WITNESSES and any(
                theirs.stand_in(text) for text in _strings(record.model_dump(mode="json"))
            ):
                self.add(record, "holds words of it")


class Words:
    """The words of records that fall which no kept capture has: runs, and whole names."""

    def __init__(self, fallen: Sequence[Record], known: Sequence[Record] = ()) -> None:
        """Take the words of the fallen; those of the known records are no secret."""
        self._runs = {run for text in _texts(fallen, _PROSE) for run in _runs(text)}
        self._runs -= {run for text in _texts(known, _PROSE) for run in _runs(text)}
        said = [text.casefold() for text in _texts(fallen, _PROSE)]
        elsewhere = {text.casefold() for table in (_NAMES, _PROSE) for text in _texts(known, table)}
        # What a source without a name is called, such as “the writer”, may be nobody's words.
        theirs = [each for each in fallen if not _only_called(each, said)]
        named = {text.casefold() for text in _texts(theirs, _NAMES) if len(text) >= SHORTEST}
        self._names = {name for name in named if not any(name in text for text in elsewhere)}

    def stand_in(self, text: str) -> bool:
        """Return whether a text holds some of them."""
        folded = text.casefold()
        return any(name in folded for name in self._names) or not self._runs.isdisjoint(_runs(text))


def without_words(case: Case, fallen: Sequence[Record], new_id: str) -> Case:
    """Return the case as it goes on when it has fallen itself: what quotes is left out."""
    theirs = Words(fallen)
    fields: dict[str, Any] = {"bottom_line": case.bottom_line, "question": case.question}
    kept = {name: "" if theirs.stand_in(text) else text for name, text in fields.items()}
    return case.model_copy(
        update={
            **kept,
            "caveats": tuple(each for each in case.caveats if not theirs.stand_in(each)),
            "id": new_id,
            "of": new_id,
            "supersedes": None,
            "why": "",
        }
    )


def _only_called(record: Record, said: Sequence[str]) -> bool:
    """Return whether a record is a source without a name, called what nobody has written."""
    if not isinstance(record, Source) or record.named:
        return False
    return not any(record.name.casefold() in text for text in said)


def _about(record: Record) -> set[str]:
    found: set[str] = set()
    for name in _ABOUT.get(record.kind, ()):
        value = getattr(record, name)
        found |= {value} if isinstance(value, str) else set(value or ())
    if record.kind == "attribution":
        found |= {step.source for step in record.steps if step.source}  # type: ignore[attr-defined]
    return found


def _texts(records: Sequence[Record], fields: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for record in records:
        for name in fields.get(record.kind, ()):
            value = getattr(record, name)
            yield from (value,) if isinstance(value, str) else (value or ())
        if fields is _PROSE and record.kind == "appearance":
            yield record.selector.exact  # type: ignore[attr-defined]  # of an Appearance


def _runs(text: str) -> Iterator[int]:
    return shingles(words(text), RUN)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
