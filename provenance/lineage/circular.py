"""Circular reporting: a report goes back, by way of others, to where it began.

A ring is a way through directed derivations from a document to itself, to another document of
the same outlet by way of another outlet, or to a name that is the outlet of the document that
began it. A text that copies an earlier one of its own outlet is no ring. A text of another that
goes back to our own publication closes a ring too: what it says, we said first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from provenance.lineage.credits import outlet_key
from provenance.lineage.texts import Text, Tie
from provenance.lineage.ties import Ties, is_confirmed, name_key
from provenance.model.record import Value

LONGEST = 8  # documents in a ring that a person can still follow


class Ring(Value):
    """A ring of documents, each going back to the next, the last to where the first began."""

    documents: tuple[str, ...]
    sentence: str
    ours: bool = False  # the last, captured or only named, is our own publication
    path: tuple[str, ...] = ()  # names as drawn; the last is the first


def circular(
    texts: Sequence[Text],
    derivations: Sequence[Tie] | Ties,
    ours: frozenset[str] = frozenset(),
) -> tuple[Ring, ...]:
    """Return the rings among documents, each once, ordered by content.

    ``ours`` are our own publications: ids of documents, and keys of outlets' names.
    """
    ties = derivations if isinstance(derivations, Ties) else Ties(derivations)
    known = {text.id: text for text in texts}
    ordered = sorted(texts, key=lambda text: text.order)
    rings: dict[frozenset[str], Ring] = {}
    for text in ordered:
        for way in _ways(text, known, ties):
            places = frozenset(_place(known[d]) for d in way)
            rings.setdefault(places, _ring(way, known, ties))
    found = tuple(rings.values())
    return (*found, *_crediting_us(ordered, known, ties, ours)) if ours else found


def _crediting_us(
    ordered: Sequence[Text], known: Mapping[str, Text], ties: Ties, ours: frozenset[str]
) -> Iterator[Ring]:
    """Yield a ring for each text of another that goes back to us, drawn from us and back."""
    for text in ordered:
        if _is_ours(text, ours):
            continue
        for tie in ties.up.get(text.id, ()):
            up = known.get(tie.upstream or "")
            named = (name_key(tie) or "").removeprefix("name:") in ours
            if (up is not None and _is_ours(up, ours)) or named:
                yield _back_to_us(text, up, tie)


def _is_ours(text: Text, ours: frozenset[str]) -> bool:
    return text.id in ours or _place(text) in ours


def _back_to_us(text: Text, up: Text | None, tie: Tie) -> Ring:
    us = _shown(up) if up is not None else tie.upstream_name or ""
    goes = "goes" if is_confirmed(tie) else "seems to go"
    return Ring(
        documents=(text.id, up.id) if up is not None else (text.id,),
        sentence=f"Circular reporting: {us} → {_shown(text)} → {us}. {us} is our own publication, "
        f"and {_shown(text)} {goes} back to it: that confirms nothing we said.",
        ours=True,
        path=(us, _shown(text), us),
    )


def _shown(text: Text) -> str:
    return text.outlet or text.title or text.uri


def _place(text: Text) -> str:
    return outlet_key(text.outlet) if text.outlet else text.id


def _ways(start: Text, known: Mapping[str, Text], ties: Ties) -> list[tuple[str, ...]]:
    """Return the shortest ways from a document back to where it began."""
    home = _place(start)
    came: dict[str, str | None] = {start.id: None}
    level = [start.id]
    ways: list[tuple[str, ...]] = []
    for _ in range(LONGEST):
        following: list[str] = []
        for document in level:
            away = _place(known[document]) != home
            for target, place in _targets(document, known, ties):
                if away and place == home:
                    ways.append(_path(document, came))
                elif target is not None and target not in came:
                    came[target] = document
                    following.append(target)
        level = following
    return ways[:1]


def _targets(document: str, known: Mapping[str, Text], ties: Ties) -> list[tuple[str | None, str]]:
    targets: dict[str, tuple[str | None, str]] = defaultdict(lambda: (None, ""))
    for tie in ties.up.get(document, ()):
        name = name_key(tie)
        if tie.upstream is not None and tie.upstream in known:
            targets[tie.upstream] = (tie.upstream, _place(known[tie.upstream]))
        elif name is not None:
            targets[name] = (None, name.removeprefix("name:"))
    return sorted(
        targets.values(), key=lambda t: (t[1], known[t[0]].order if t[0] is not None else ())
    )


def _path(document: str, came: Mapping[str, str | None]) -> tuple[str, ...]:
    way: list[str] = []
    here: str | None = document
    while here is not None:
        way.append(here)
        here = came[here]
    return tuple(reversed(way))


def _ring(way: tuple[str, ...], known: Mapping[str, Text], ties: Ties) -> Ring:
    names = tuple(_shown(known[d]) for d in way)
    path = (*names, names[0])
    arrows = " → ".join(path)
    confirmed = all(any(is_confirmed(tie) for tie in ties.up.get(d, ())) for d in way)
    verb = "goes" if confirmed else "seems to go"
    return Ring(
        documents=way,
        sentence=f"Circular reporting: {arrows}. Each {verb} back to the next, "
        "and the last to where the first began.",
        path=path,
    )
