"""How sure a sentence puts one event in it: it was, it may be, it was not; with the words.

Readers put an event between certainly not and certainly (FactBank; Saurí and Pustejovsky 2009).
What governs the event decides, after a table of signatures (Nairn, Condoravdi and Karttunen
2006): "failed to sell" says that nothing was sold, "began to sell" that it was, "hopes to sell"
leaves it open. The words before the event are read back to the start of its clause, and a few
behind it; the first rule of the table that holds decides. Scores are thousandths: 1000
certainly, 0 open, -1000 certainly not; the values of the rules are means over news that people
annotated (card: ``docs/models/certainty.md``). Time is bounded by the words that are read.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from provenance.model import Modality
from provenance.text import lowered

_READ = 240  # code points before an event that are read
_READ_BEHIND = 80
_BEFORE = 12  # words
_BEHIND = 6
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[.;:!?,()\"\u201c\u201d`]")
_GOVERNED = re.compile(
    r"(?P<cue>(?:(?:is|are|was|were|has|have|had|been) ){0,3}(?:\w+ly )?\w{2,20} to) "
    r"(?:\w+ly )?(?P<event>[a-z]{2,30})\b"
)
_ENDS = frozenset('.;:!?,()"\u201c\u201d`')


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CLAUSE = _set("which who because although though while but after before since where")
_LIGHT = _set(
    "be been being is are was were am has have had do does did also a an the this that these "
    "those its their his her our my any more new to of for on by from"
)
_NOT = _set("not cannot never neither nor no nobody none nothing hardly barely")
_MERELY = _set("only just simply merely necessarily doubt")
_CAN = _set("may might could can possibly perhaps maybe potentially")
_IF = _set("if unless whether")
_LIKELY = _set(
    "likely probably expected expects expect expecting anticipated anticipates predicted predicts "
    "forecast scheduled slated believed thought presumably supposed"
)
_SEEM = _set(
    "seem seems seemed appear appears appeared apparently seemingly reportedly allegedly "
    "supposedly purportedly rumored rumoured rumors rumours speculation suspected said alleged"
)
_WANT = _set(
    "want wants wanted hope hopes hoped hoping plan plans planned planning intend intends intended "
    "aim aims aimed aiming try tries tried trying seek seeks sought seeking attempt attempts "
    "attempted wish wishes wished ask asks asked asking urge urges urged urging propose proposes "
    "proposed offer offers offered order orders ordered tell tells told call calls called demand "
    "demands demanded need needs needed require requires required fight fighting struggle "
    "struggling effort efforts proposal proposals bid ready prepared preparing consider considers "
    "considered considering fear fears feared worry worries afraid risk risks threat prospect "
    "prospects possibility chance chances potential desire ability able designed allow allows "
    "allowed promise promises promised enable enables negotiate negotiating negotiated"
)
_DID = _set(
    "manage manages managed begin begins began begun start starts started continue continues "
    "continued happen happened helped help forced led caused"
)
_FAIL = _set(
    "fail fails failed failing failure refuse refuses refused refusal decline declined declines "
    "yet unable impossible neglected forgot"
)
_STOP = _set(
    "cease ceases ceased stop stops stopped avoid avoids avoided prevent prevents prevented "
    "preventing deny denies denied denying without from"
)
_NEARLY = _set("almost nearly")
_HINDER = _set(
    "cancel cancels cancelled canceled cancelling delay delays delayed delaying postpone postpones "
    "postponed scrap scraps scrapped suspend suspends suspended abandon abandons abandoned block "
    "blocks blocked blocking prevent prevents prevented preventing avoid avoids avoided avoiding "
    "avert averts averted thwart thwarts thwarted forgo shelve shelves shelved"
)
_OF = frozenset(("of", "for", "on", "in", "that"))
_LACKING = _set("lack absence cancellation postponement delay ban halt instead")
_DENYING = _set("deny denies denied denying disprove disproves disproved refute refutes refuted")
_PENDING = _set(
    "planned proposed possible potential intended alleged prospective hypothetical upcoming"
)
_GONE = _set("delayed postponed cancelled canceled scrapped suspended abandoned shelved")
_AHEAD = _set("likely scheduled expected anticipated")
_PLAN = _set(
    "want wants wanted hope hopes hoped hoping plan plans planned planning intend intends intended "
    "aim aims aimed aiming try tries tried trying seek seeks sought seeking attempt attempts "
    "attempted wish wishes wished"
)
"""Of what leaves an event open, that which somebody does about it himself."""
_DENIED = -500
_GERUND = 5  # letters of the shortest event in -ing


class Certainty(NamedTuple):
    """How sure an event is, in thousandths, the rule that made it so, and its words."""

    score: int
    rule: str
    words: str


class _Event(NamedTuple):
    """An event with the words of its clause before it, nearest first, and those behind it."""

    word: str
    before: Sequence[str]
    behind: Sequence[str]
    apart: Sequence[int]  # for each word before: words of weight between it and the event
    infinitive: int  # place in ``before`` of the "to" that the event hangs on, or -1


def certainty(text: str, start: int, end: int) -> Certainty:
    """Return how sure a sentence puts the event at ``text[start:end]``."""
    event = _read(text, start, end)
    for name, holds, score in RULES:
        if words := holds(event):
            return Certainty(score, name, words)
    return Certainty(ASSERTED, UNWEAKENED, "")


def weakened(main: str) -> tuple[Modality, str] | None:
    """Return how the event is put that the main verb of a statement governs by "to", if weaker.

    ``main`` is the text from the main verb on: "failed to pay" denies the payment, "plans to
    pay" leaves it open. The words are those up to "to", as they stand.
    """
    governed = _GOVERNED.match(main)
    if governed is None:
        return None
    found = certainty(main, *governed.span("event"))
    if found.score <= _DENIED:
        return Modality.DENIED, governed["cue"]
    return (Modality.HEDGED, governed["cue"]) if found.words in _PLAN else None


def _read(text: str, start: int, end: int) -> _Event:
    low = lowered(text[max(0, start - _READ) : start])
    before: list[str] = []
    for word in reversed(_WORD.findall(low)):
        if word in _ENDS or word in _CLAUSE or len(before) == _BEFORE:
            break
        before.append(word)
    behind: list[str] = []
    for word in _WORD.findall(lowered(text[end : end + _READ_BEHIND]))[:_BEHIND]:
        if word in _ENDS:
            break
        behind.append(word)
    apart: list[int] = []
    heavy = 0
    for word in before:
        apart.append(heavy)
        heavy += word not in _LIGHT and not word.endswith("ly")
    return _Event(lowered(text[start:end]), before, behind, apart, _infinitive(before, apart))


def _infinitive(before: Sequence[str], apart: Sequence[int]) -> int:
    """Return where the "to" stands that governs the event, directly or through its verb."""
    for place, word in enumerate(before):
        if word == "to":
            verb = before[place - 1] if place else ""
            noun = verb in _LIGHT and verb not in {"be", "have", "do"}
            return -1 if noun or apart[place] > 3 or verb.endswith("s") else place
    return -1


def _near(event: _Event, words: frozenset[str], most: int) -> str:
    """Return the nearest word of a set with at most so many words of weight between."""
    for word, apart in zip(event.before, event.apart, strict=True):
        if word in words and apart <= most:
            return word
    return ""


def _negated(event: _Event) -> str:
    for place, word in enumerate(event.before):
        if (word in _NOT or word.endswith(("n't", "n\u2019t"))) and event.apart[place] <= 1:
            return "" if place and event.before[place - 1] in _MERELY else word
    return ""


def _over(event: _Event, words: frozenset[str]) -> str:
    """Return the word of a set that governs the infinitive that the event hangs on."""
    behind = event.before[event.infinitive + 1 :] if event.infinitive >= 0 else ()
    return next((word for word in behind[:5] if word in words), "")


def _failed(event: _Event) -> str:
    if word := _over(event, _FAIL) or _near(event, _NEARLY, 0):
        return word
    gerund = event.word.endswith("ing") and len(event.word) >= _GERUND
    if gerund and (word := _near(event, _STOP, 0)):
        return word
    return _near(event, _HINDER, 1) or _of(event, _LACKING, 0) or _near(event, _DENYING, 4)


def _of(event: _Event, words: frozenset[str], most: int) -> str:
    """Return the noun of a set that the event is of, for or on."""
    for place, word in enumerate(event.before[1:], 1):
        if event.apart[place] <= most and word in words and event.before[place - 1] in _OF:
            return word
    return ""


def _called_off(event: _Event) -> str:
    return next((word for word in event.behind if word in _GONE), "")


def _if(event: _Event) -> str:
    return _near(event, _IF, 4)


def _possible(event: _Event) -> str:
    return _near(event, _CAN, 2)


def _likely(event: _Event) -> str:
    ahead = next((word for word in event.behind if word in _AHEAD), "")
    return _near(event, _LIKELY, 1) or _over(event, _LIKELY) or ahead


def _seems(event: _Event) -> str:
    return _over(event, _SEEM) or _near(event, _SEEM - {"said"}, 0)


def _begun(event: _Event) -> str:
    return _over(event, _DID)


def _wanted(event: _Event) -> str:
    if _given(event):
        return ""
    if word := _over(event, _WANT) or _near(event, _PENDING, 0):
        return word
    return _of(event, _WANT, 2)


def _purpose(event: _Event) -> str:
    return "to" if event.infinitive >= 0 and not _given(event) else ""


def _given(event: _Event) -> bool:
    """Whether the event is a thing that the sentence takes as known: "to ease the crisis"."""
    return event.before[:1] == ["the"]


ASSERTED = 950
UNWEAKENED = "nothing weakens it"
RULES: tuple[tuple[str, Callable[[_Event], str], int], ...] = (
    ("negation", _negated, -850),
    ("governed by a verb that denies it", _failed, -1000),
    ("called off", _called_off, -1000),
    ("possibility", _possible, 400),
    ("condition", _if, 600),
    ("likelihood", _likely, 750),
    ("appearance", _seems, 250),
    ("begun", _begun, 950),
    ("wanted or planned", _wanted, 450),
    ("purpose", _purpose, 850),
)
