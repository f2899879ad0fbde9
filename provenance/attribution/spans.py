"""Attributions of a unit as spans: who, by which words, what.

Cues are found word by word (``cues``, ``nominals``); each is bound to a subject and to what it
is said to have said (``verbs``, ``turned``), all within one unit (``units``). What goes on after
it - a quotation in the next sentence or paragraph - is added by ``passages``. A cue within what
another one ascribes is kept only where it states something of its own. Nothing is learnt.
"""

from bisect import bisect_right

from provenance.attribution import nominals
from provenance.attribution.bounds import Bound, Piece, piece
from provenance.attribution.cues import VERBS, Kind
from provenance.attribution.turned import according, labelled
from provenance.attribution.units import Unit
from provenance.attribution.verbs import of_verb

_STATED = (": clause", ": before it", "said X", "according to")
_CUES = frozenset((*VERBS, *nominals.NOUNS, *nominals.ADJECTIVES, "according"))
_SPOKEN = (Kind.SPEECH, Kind.EVIDENCE)


def bound(unit: Unit) -> list[Bound]:
    """Return the attributions of one unit in order."""
    found: list[Bound] = []
    low = unit.low
    subject: tuple[int, int] | None = None
    if label := labelled(unit):
        found.append(label)
    for at, word in enumerate(low):
        if word not in _CUES:
            continue
        if word == "according" and at + 2 < len(low) and low[at + 1] == "to":
            found.extend(according(unit, at))
        elif bind := _nominal(unit, at, word):
            found.append(bind)
        elif (verb := VERBS.get(word)) and (made := of_verb(unit, at, verb, subject)):
            one, subject = made
            found.append(one)
    return _outer(found) if len(found) > 1 else found


def _nominal(unit: Unit, at: int, word: str) -> Bound | None:
    """Bind a noun or an adjective that ascribes."""
    if word in nominals.NOUNS:
        made, rule = nominals.noun(unit, at), "noun"
    elif word in nominals.ADJECTIVES:
        made, rule = nominals.adjective(unit, at), "adjective"
    else:
        return None
    if made is None:
        return None
    source, cue, content, kind = made
    return Bound(
        piece(unit, *source) if source else None,
        (piece(unit, *cue),),
        (piece(unit, *content),),
        kind,
        f"{word}: {rule}",
        unit.starts[at],
    )


def _outer(found: list[Bound]) -> list[Bound]:
    """Leave out cues within what others ascribe, unless they state something of their own."""
    merged: list[Piece] = []
    for begin, end in sorted(
        each for one in found if not one.rule.startswith("according") for each in one.content
    ):
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    starts = [begin for begin, _ in merged]

    def within(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < merged[index][1]

    return [
        one
        for one in found
        if (one.kind in _SPOKEN and one.rule.endswith(_STATED)) or not within(one.at)
    ]
