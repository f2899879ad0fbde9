"""Attributions whose source stands after the cue: "according to X", "said X", "criticised by X".

In the passive without "by" nobody is named: "is expected to".
"""

from collections.abc import Iterator

from provenance.attribution import grammar as g
from provenance.attribution import phrases as p
from provenance.attribution.bounds import Bound, Piece, Words, piece
from provenance.attribution.contents import lead, noun_follows
from provenance.attribution.cues import VERBS, Form, Frame, Kind, Verb
from provenance.attribution.ends import end_of
from provenance.attribution.rightward import after
from provenance.attribution.units import QUOTE, Unit, word_set

LABELLED = "name and colon"
_PASSIVE = word_set(
    "expect consider see view describe regard know believe think accuse ask tell perceive "
    "suppose report allege estimate predict call name label brand warn remind advise urge "
    "instruct order rumor require"
)
_ASKED = word_set("about whether if what why how who which when where that")
_PASSIVE_LINKS = word_set("to as that of about for if whether over")
_PLAIN = word_set("say add write note ask report")
_FAR = 120  # words before "according to" that it may frame
_CLOSES: tuple[list[str], ...] = ([], ["."], [","], [";"], ["in"], ["on"], ["during"], ["at"])
_LABEL = 6  # words before a colon
_NO_NAMES = word_set(
    "note update updated correction watch photo photos read related video listen see by contact "
    "editor editors caption credit image source sources tip tips warning breaking opinion headline "
    "subtitle title subject section category topic topics keywords tags summary date dateline time "
    "publisher published author location place where when what why who how price phone email web "
    "website the"
)
_RELATIVE = ("who", "which", "that", "whose")
_NEAR = 14  # words between "said X" and the rest of a quotation


def according(unit: Unit, at: int) -> Iterator[Bound]:
    """Yield what "according to" frames: the rest of the sentence, or what goes before."""
    low = unit.low
    end = after(unit, at + 2, strict=True)
    if end == at + 2:
        return
    if at <= 1 or low[at - 1] in (";", ":", "\u2014"):
        end = _led(unit, at + 2, end)
        begin = end + 1 if low[end : end + 1] == [","] else end
        finish = end_of(unit, begin, Form.PAST)
    else:
        begin, finish = _framed(unit, at)
    if begin < finish:
        yield Bound(
            piece(unit, at + 2, end),
            (piece(unit, at, at + 2),),
            (piece(unit, begin, finish),),
            Kind.SPEECH,
            "according to",
            unit.starts[at],
        )


def _led(unit: Unit, begin: int, end: int) -> int:
    """Return where a source ends that leads: what it frames is a clause, and no apposition."""
    low = unit.low
    comma = next((at for at in range(begin, end) if low[at] == ","), end)
    if low[comma + 1 : comma + 2] and low[comma + 1] in _RELATIVE:
        return end
    relative = (at for at in range(end + 1, len(low)) if low[at] in _RELATIVE)
    clause = any(g.finite(unit, at) for at in range(end + 1, next(relative, len(low))))
    return end if clause else comma


def labelled(unit: Unit) -> Bound | None:
    """Return what stands after a name and a colon: a headline, a line of a transcript."""
    low = unit.low
    end = next((at for at in range(1, min(len(low), _LABEL)) if low[at] == ":"), None)
    if end is None or end + 1 >= len(low) or low[0] in _NO_NAMES or low[end + 1] == "@":
        return None
    alone = end + 2 >= len(low) and low[end + 1] != QUOTE
    if alone or (end == 1 and len(low[0]) == 1):  # "Q: ", "A: "
        return None
    if not all(unit.capital[at] and low[at].isalpha() for at in range(end)):
        return None
    return Bound(
        piece(unit, 0, end),
        (piece(unit, end, end + 1),),
        (piece(unit, end + 1, end_of(unit, end + 1, Form.PAST)),),
        Kind.SPEECH,
        LABELLED,
        unit.starts[end],
    )


def _framed(unit: Unit, at: int) -> Words:
    low = unit.low
    finish = at - 1 if low[at - 1] == "," else at
    begin = max(0, finish - _FAR)
    for back in range(finish - 1, begin - 1, -1):
        if low[back] == ";":
            begin = back + 1
            break
    while begin < finish and low[begin] in ("but", "and", ","):
        begin += 1
    return begin, finish


def inverted(unit: Unit, at: int, verb: Verb) -> tuple[Bound, Words] | None:
    """Bind a verb between its content and its subject: '…," said X'."""
    if not _may_invert(unit, at, verb):
        return None
    end = after(unit, at + 1)
    before = lead(unit, at)
    if end == at + 1 or before is None or not _is_subject(unit, at, end):
        return None
    if verb.form is Form.BASE and not g.plural(unit, at + 1, end):
        return None
    one = Bound(
        piece(unit, at + 1, end),
        (piece(unit, at, at + 1),),
        (piece(unit, *before), *rest(unit, end)),
        verb.kind,
        "said X",
        unit.starts[at],
    )
    return one, (at + 1, end)


def _may_invert(unit: Unit, at: int, verb: Verb) -> bool:
    low = unit.low
    if verb.form is Form.ING or Frame.ANYTHING not in verb.frames:
        return False
    if at == 0 or low[at - 1] not in (QUOTE, ",", "?", "!") or at + 1 >= len(low):
        return False
    if low[at + 1] in g.PREPOSITIONS or low[at + 1] in ("that", QUOTE, ":", ","):
        return False
    quoted = low[at - 1] != "," or low[at - 2 : at - 1] == [QUOTE]
    return quoted or verb.base in _PLAIN


def _is_subject(unit: Unit, at: int, end: int) -> bool:
    """Whether the phrase after a verb is its subject and not what it says."""
    low = unit.low
    if low[at - 1] == QUOTE:
        return True
    alone = low[at + 1] in g.PRONOUNS and (end == at + 2 or low[at + 1] not in g.DETERMINERS)
    if alone or low[end : end + 1] not in _CLOSES:
        return False
    states = any(g.finite(unit, each) for each in range(at + 2, end))
    return low[at - 1] != "," or not states or "who" in low[at + 1 : end]


def rest(unit: Unit, end: int) -> list[Piece]:
    """Return the quotation that goes on after "…," said X, "…"."""
    low = unit.low
    for at in range(end, min(len(low), end + _NEAR)):
        other = VERBS.get(low[at])
        if other is not None and other.form is Form.ING and other.kind is Kind.SPEECH:
            return []  # "…," she said, adding, "…"
        if low[at] == QUOTE:
            return [piece(unit, at, at + 1)] if low[at - 1] in (",", ":", ".") else []
    return []


def by_agent(unit: Unit, begin: int, at: int, verb: Verb) -> Bound | None:
    """Bind "was criticised by X": the agent is the source."""
    end = _agent_end(unit, at + 2, after(unit, at + 2))
    if end == at + 2 or not (unit.capital[at + 2] or unit.low[at + 2] in g.DETERMINERS):
        return None
    subject = p.before(unit, begin)
    if subject is None:
        return None
    return Bound(
        piece(unit, at + 2, end),
        (piece(unit, begin, at + 2),),
        (piece(unit, *subject),),
        verb.kind,
        "by X",
        unit.starts[at],
    )


def _agent_end(unit: Unit, begin: int, end: int) -> int:
    """Return where an agent ends before what is done: "required by the state | to vote"."""
    for at in range(begin + 1, end):
        if unit.low[at] == "to" and not noun_follows(unit, at + 1):
            return at
    return end


def questioned(unit: Unit, at: int, verb: Verb) -> Bound | None:
    """Bind "asked by X whether": who was asked is told after it, and who asked perhaps not."""
    low = unit.low
    begin, source = at + 1, None
    if low[begin : begin + 1] == ["by"]:
        begin = after(unit, at + 2)
        source = piece(unit, at + 2, begin) if begin > at + 2 else None
    link = next((k for k in range(begin, min(len(low), begin + _NEAR)) if low[k] in _ASKED), None)
    if link is None or any(word in (",", QUOTE, ".") for word in low[begin:link]):
        return None
    end = end_of(unit, link, Form.PAST, short=True)
    cue = (piece(unit, at, at + 1),)
    content = (piece(unit, link, end),)
    return Bound(source, cue, content, verb.kind, f"{verb.base}: asked", unit.starts[at])


def passive(unit: Unit, begin: int, at: int, verb: Verb) -> tuple[Bound, Words] | None:
    """Bind "is expected to": nobody is named."""
    said = verb.kind in (Kind.SPEECH, Kind.BELIEF) and Frame.ANYTHING in verb.frames
    if not said and verb.base not in _PASSIVE:
        return None
    if at + 1 >= len(unit.low) or unit.low[at + 1] not in _PASSIVE_LINKS:
        return None
    subject = p.before(unit, begin)
    if subject is None:
        return None
    end = end_of(unit, at + 1, verb.form)
    one = Bound(
        None,
        (piece(unit, begin, at + 1),),
        (piece(unit, *subject), piece(unit, at + 1, end)),
        Kind.SEEMING,
        f"{verb.base}: passive",
        unit.starts[at],
    )
    return one, subject
