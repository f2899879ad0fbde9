"""A verb with its subject before it: "X says", "X, who says", "X did this, saying".

The form of the verb decides where its subject stands and whether it agrees; what follows it
decides whether it is a cue at all (``contents``), and ``ascribed`` tells what it ascribes. Where
the source stands after the cue, and in the passive, ``turned`` binds it.
"""

from provenance.attribution import grammar as g
from provenance.attribution import phrases as p
from provenance.attribution import words as w
from provenance.attribution.ascribed import GERUND, JOINED, Place, content_of
from provenance.attribution.bounds import Bound, Piece, Words, piece
from provenance.attribution.contents import follows, shown
from provenance.attribution.cues import EVIDENCE, VERBS, Form, Frame, Kind, Verb
from provenance.attribution.ends import end_of
from provenance.attribution.roles import ROLES
from provenance.attribution.turned import by_agent, inverted, passive, questioned
from provenance.attribution.units import QUOTE, Unit, word_set

_GIVES = word_set(
    "released issued published posted sent gave read circulated emailed tweeted releases issues "
    "publishes posts sends gives reads issuing releasing publishing"
)
_PAPERS = word_set(
    "statement statements letter memo message note email tweet post communique explanation answer"
)
_PEOPLE = w.SOURCE_NOUNS | ROLES  # "the official says"
_RELATIVE = ("who", "which", "that")
_NEAR = 6  # words of a subject after "who"
_SPOKEN = (Kind.SPEECH, Kind.EVIDENCE)
_ADJECTIVAL = ("ory", "al", "ive", "ous", "ful", "ic", "able", "ar", "new", "ing")
_LEADS_COLON = word_set("says adds writes asks tweets reads explains continues concludes notes")
_OWN_S = word_set("'s he's she's 've had has")  # "he's said": no passive


def of_verb(
    unit: Unit, at: int, verb: Verb, last: Words | None
) -> tuple[Bound, Words | None] | None:
    """Return what a verb ascribes, with its subject; ``last`` is the subject before it."""
    low = unit.low
    if unit.capital[at] and at > 0 and unit.capital[at - 1] and _in_name(unit, at):
        return None
    begin = g.group_start(unit, at)
    place = Place(unit, at, verb, begin, low[begin:at], low[begin - 1] if begin else "")
    if (turned := _turned(place)) is not None:
        return turned
    if _is_passive(place) or _asked(place) or (place.right == "by" and verb.form is Form.PAST):
        return None
    if not _form_fits(place) or _is_something_else(place):
        return None
    return inverted(unit, at, verb) or _active(place, last)


def _turned(place: Place) -> tuple[Bound, Words | None] | None:
    """Return what a verb in the passive ascribes, or one within a clause about a noun."""
    unit, at, verb = place.unit, place.at, place.verb
    made: Bound | None = None
    if _asked(place):
        made = questioned(unit, at, verb)
    elif verb.form is Form.PAST and place.right == "by":
        made = by_agent(unit, place.begin, at, verb)
    elif _is_passive(place):
        return passive(unit, place.begin, at, verb)
    else:
        made = _embedded(place)
    return (made, None) if made is not None else None


def _asked(place: Place) -> bool:
    """Whether somebody is asked or told something: "Asked whether", "When told that"."""
    leads = place.left in ("", "when", "if") and place.begin == place.at
    return leads and place.verb.told and place.verb.form is Form.PAST


def _in_name(unit: Unit, at: int) -> bool:
    """Whether a word in capitals is a name's and not a headline's: "United States crews"."""
    following = unit.low[at + 1 : at + 2]
    return bool(following) and following[0].isalpha() and not unit.capital[at + 1]


def handed_over(unit: Unit) -> tuple[Piece, Piece] | None:
    """Return who gives out a statement that follows, and the words for it."""
    low = unit.low
    for at, word in enumerate(low):
        if word not in _GIVES or at == 0:
            continue
        noun = next((k for k in range(at + 1, min(len(low), at + 8)) if low[k] in _PAPERS), None)
        begin = g.group_start(unit, at)
        subject = p.before(unit, begin) if noun is not None else None
        if noun is not None and subject is not None:
            return piece(unit, *subject), piece(unit, begin, noun + 1)
    return None


def _embedded(place: Place) -> Bound | None:
    """Bind what stands within a clause about a noun: "a man who | police say | was armed"."""
    unit, at, verb = place.unit, place.at, place.verb
    low = unit.low
    said = Frame.ANYTHING in verb.frames and verb.kind in (Kind.SPEECH, Kind.BELIEF)
    if not said or place.helpers or place.right not in g.AUXILIARIES or verb.form is Form.ING:
        return None
    begin = at
    while begin > max(0, at - _NEAR) and low[begin - 1].isalpha():
        begin -= 1
        if low[begin] in _RELATIVE:
            break
    else:
        return None
    end = end_of(unit, at + 1, verb.form, short=True)
    if begin + 1 >= at or low[begin + 1] in g.AUXILIARIES or end <= at + 1:
        return None
    return Bound(
        piece(unit, begin + 1, at),
        (piece(unit, at, at + 1),),
        (piece(unit, at + 1, end),),
        verb.kind,
        f"{verb.base}: clause",
        unit.starts[at],
    )


def _is_passive(place: Place) -> bool:
    if place.verb.form is not Form.PAST or g.BE.isdisjoint(place.helpers):
        return False
    return place.helpers[-1] not in _OWN_S


def _is_something_else(place: Place) -> bool:
    """Whether "appears to" only leads to the verb that says what appears, or "called" names."""
    unit, at = place.unit, place.at
    if place.right == "to" and unit.low[at] in g.SEEMING:
        following = VERBS.get(unit.low[at + 2]) if at + 2 < len(unit.low) else None
        return following is not None and following.kind in _SPOKEN
    if place.left == "to" and not place.helpers and place.verb.kind is not Kind.SPEECH:
        return True
    return place.verb.base == "call" and place.begin == at and _names(unit, at)


def _names(unit: Unit, at: int) -> bool:
    """Whether "called" gives a name: "the movement called KWM (Kelso Workers)"."""
    end = at + 1
    while end < len(unit.low) and (unit.capital[end] or unit.low[end] == "the"):
        end += 1
    return end > at + 1 and unit.low[end : end + 1] in (["("], [","], ["."], [";"])


def _active(place: Place, last: Words | None) -> tuple[Bound, Words] | None:
    unit, at, verb = place.unit, place.at, place.verb
    subject = _subject(place, last)
    if subject is None or not _agrees(place, subject):
        return None
    after = follows(unit, at, verb)
    if after is None and verb.base in EVIDENCE:
        after = shown(unit, at, subject)
    pieces = content_of(place, subject, after)
    if not pieces:
        return None
    cue_end = after.cue_end if after is not None else at + 1
    if verb.kind is Kind.SEEMING:
        cue = piece(unit, max(place.begin, subject[1]), cue_end)
        whole = (piece(unit, *subject), *pieces)
        rule = f"{verb.base}: nobody is named"
        return Bound(None, (cue,), whole, verb.kind, rule, unit.starts[at]), subject
    source, meant = _source(place, subject)
    one = Bound(
        source,
        (piece(unit, place.begin if place.begin >= subject[1] else at, cue_end),),
        tuple(pieces),
        _kind(place, cue_end),
        f"{verb.base}: {after.frame if after else 'before it'}",
        unit.starts[at],
        meant,
    )
    return one, subject


def _kind(place: Place, cue_end: int) -> Kind:
    """Return the kind of a cue: who declines to comment speaks."""
    if place.verb.base in ("decline", "refuse"):
        refused = place.unit.low[cue_end + 1 : cue_end + 2]
        if refused and (refused[0] in VERBS or refused[0] == "comment"):
            return Kind.SPEECH
    return place.verb.kind


def _source(place: Place, subject: Words) -> tuple[Piece, Piece | None]:
    """Return where a source stands, and the noun of its sentence that "who" or "it" means."""
    unit = place.unit
    source = piece(unit, *subject)
    apart = unit.low[subject[1] - 1].find("'")
    if apart > 0 and subject[1] > place.begin:  # "I'd", "they're"
        return (source[0], unit.starts[subject[1] - 1] + apart), None
    if subject[1] <= place.begin and place.left in _RELATIVE:
        return piece(unit, place.begin - 1, place.begin), source
    if (
        unit.low[subject[0]] == "it"
        and subject[0] > 1
        and (first := _first_subject(unit, subject[0]))
    ):
        return source, piece(unit, first[0], g.head_end(unit, *first))
    return source, None


def _form_fits(place: Place) -> bool:
    """Whether a form may be the verb of a clause where it stands."""
    verb, left = place.verb, place.left
    if verb.form is Form.ING:
        if not place.participle or left in JOINED:
            return True
        return left not in g.PREPOSITIONS and left not in g.DETERMINERS
    if verb.form in (Form.BASE, Form.THIRD) and _noun_like(place):
        return False
    relative = left == "that" and place.begin > 1 and place.unit.low[place.begin - 2].isalnum()
    if relative or (left in g.DETERMINERS and left not in g.PRONOUNS and not place.helpers):
        return relative
    if verb.form is Form.BASE:
        helped = not g.MODALS.isdisjoint(place.helpers)
        return helped or left == "to" or left not in g.PREPOSITIONS
    return verb.form is not Form.THIRD or g.MODALS.isdisjoint(place.helpers)


def _noun_like(place: Place) -> bool:
    """Whether a base or -s form is a noun: "remarks were", "question of", "Roe's claim"."""
    low, at, right = place.unit.low, place.at, place.right
    if right in g.AUXILIARIES and right not in g.CLITICS and "'" not in right:
        return True
    if right == "of" and "of" not in place.verb.prepositions:
        return True
    if right == ":" and place.verb.form is Form.THIRD and place.unit.low[at] not in _LEADS_COLON:
        return low[at + 2 : at + 3] != [QUOTE]
    before = low[at - 1] if at else ""
    if before.endswith(("'s", "s'")) and before not in g.AUXILIARIES:
        return True
    return before not in _PEOPLE and _adjective_before(low, at)


def _adjective_before(low: list[str], at: int) -> bool:
    """Whether an adjective that opens a noun phrase stands before a word: "the loud reports"."""
    if at < 2:
        return at == 1 and low[0].endswith(("ive", "ous", "able", "ful"))
    left = low[at - 2]
    opens = left in g.DETERMINERS or left in g.PREPOSITIONS or g.adverb(left)
    return low[at - 1].endswith(_ADJECTIVAL) and (opens or left in (",", "and", "or", "of"))


def _subject(place: Place, last: Words | None) -> Words | None:
    """Return the words of the subject of a verb."""
    unit, begin, left = place.unit, place.begin, place.left
    if place.helpers and left not in (",", "and", "but", "or"):
        found = p.before(unit, begin)
        if found is not None and left not in _RELATIVE:
            return found
    if place.helpers and g.CLITIC.fullmatch(unit.low[begin]):
        return begin, begin + 1
    if place.participle:
        if not left or left == "but" or left in JOINED:
            return _subject_of_participle(place, last)
        return p.noun_before(unit, begin)
    if left in ("and", "but", "or", "then") or (left == "to" and place.verb.form is Form.BASE):
        return last or _first_subject(unit, begin - 1)
    if left in _RELATIVE:
        begin -= 2 if begin > 2 and unit.low[begin - 2] == "," else 1
    return p.before(unit, begin) or (last if left == "," else None)


def _subject_of_participle(place: Place, last: Words | None) -> Words | None:
    """Return the subject of the clause to which "saying so" or "after saying so" belongs."""
    unit, begin = place.unit, place.begin
    beside = begin > 2 and place.left in GERUND and unit.low[begin - 2] == ","
    if not place.left or (begin == 1 and place.left in GERUND):
        return p.following(unit, place.at)
    return last or _first_subject(unit, begin) or (p.before(unit, begin - 2) if beside else None)


def _first_subject(unit: Unit, end: int) -> Words | None:
    """Return the subject of the first verb of a unit before a word."""
    for at in range(1, min(end, g.FAR)):
        if g.finite(unit, at):
            return p.before(unit, g.group_start(unit, at))
    return p.leading(unit) if end > 1 else None


def _agrees(place: Place, subject: Words) -> bool:
    """Whether a verb form goes with this subject: "officials say", "the report says"."""
    low = place.unit.low
    if place.verb.form is Form.BASE and g.MODALS.isdisjoint(place.helpers):
        free = subject[1] < place.begin and place.left == "to"
        near = low[place.begin - 2] if place.left in _RELATIVE and place.begin > 1 else ""
        return free or near.endswith("s") or g.plural(place.unit, *subject)
    if place.verb.form is not Form.THIRD:
        return True
    if low[subject[1] - 1] in ("i", "you", "we", "they", "these", "those"):
        return False
    first = low[subject[0]]
    known = first in g.PRONOUNS or first in w.SOURCE_NOUNS or place.unit.capital[subject[0]]
    return known or subject[1] - subject[0] > 1
