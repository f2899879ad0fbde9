"""Another doer of the same deed: "Sailors seized the depot", "Smugglers seized the depot".

Two reports of one deed by two parties share all words but one, the most telling. So where each
sentence begins with a plain noun that names who acts, and these are different, no words of one
sense and none the other's body or its members ("the army", "soldiers"), a person has to look. So
too where the two change places, and one does to the other what the other did to it.
Left out: doers by name (``inplace``), things that act, what is told in the passive, and words
that fit any doer ("a group").
"""

import re
from functools import lru_cache
from typing import NamedTuple

from provenance.corroboration.reading import Reading, key_of, proposition_of
from provenance.corroboration.related import kin
from provenance.corroboration.vocabulary import NUMBERS, STOP, stem
from provenance.text import fold

OPENING = 12  # words in which a subject ends
FAMILY = 4  # letters that a name shares with the name of what belongs to it
# Words that fit any doer.
_FITTING_ANY = """
    people person man woman men women group force member official authority attacker assailant
    suspect gunman gunmen team staff worker crew expert leader side partner commander criminal
    rescuer activist
"""
_STATE = "government minister ministry cabinet administration president premier"
# Bodies, each with who acts for it and by what other words they go.
_BODIES = f"""
    {_STATE} army military soldier troop serviceman servicemen infantry brigade battalion general
    officer garrison paratrooper conscript reservist marine;
    {_STATE} navy sailor marine fleet captain coastguard officer;
    {_STATE} police officer policeman policemen constable detective sheriff investigator inspector;
    {_STATE} parliament chancellor secretary diplomat embassy ambassador envoy;
    parliament lawmaker deputy senator legislator senate assembly;
    council councillor mayor city town municipality;
    rebel militant insurgent guerrilla fighter separatist militia militiaman militiamen terrorist
    extremist jihadist mercenary;
    court judge jury juror tribunal magistrate;
    prosecutor prosecution lawyer attorney;
    hospital doctor medic surgeon nurse clinic physician paramedic;
    school teacher university professor lecturer scientist researcher institute laboratory scholar;
    firefighter fireman firemen brigade paramedic;
    union striker employee docker miner protester demonstrator crowd rioter student marcher
    resident villager inhabitant neighbour farmer settler refugee migrant civilian;
    company firm manager director executive board owner operator maker manufacturer supplier
    employer;
    newspaper journalist reporter editor;
    robber thief thieves burglar gang smuggler pirate kidnapper;
    church priest bishop cleric monk
"""


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(form) for word in words.split() for form in (word, f"{word}s"))


_ANY = _stems(_FITTING_ANY)
_GROUPS = [_stems(group) for group in _BODIES.split(";")]
_DOERS = frozenset[str]().union(*_GROUPS)
# What two do to each other alike.
_MUTUAL = _stems(
    """
    fight fought fighting clash clashed battle battled meet exchange exchanged negotiate negotiated
    agree sign signed trade traded talk talked talks debate debated confront confronted embrace
    embraced join joined marry married
    """
)
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BEFORE = frozenset({"a", "an", "the", "his", "her", "its", "their", "all", "every", "each"})
_OPENS = frozenset({"on", "in", "at", "after", "before", "during", "late", "early", "by"})
_AFTER = """
    has have had will would did could may might who which that in at of from near on with
    shot took struck hit won lost bought sold built sent gave left broke stole found met cut set
    led began ran held sank shut beat freed blew burnt drove fought kept made put
"""
_ENDS = frozenset(_AFTER.split())
_WORDS = re.compile(r"[^\W_][\w'-]*|[,;:]")


class _Subject(NamedTuple):
    """Who acts: the stem of its noun, and the first letters of names that stand with it."""

    head: str
    names: frozenset[str]


def other_doer(one: Reading, other: Reading) -> tuple[str, ...]:
    """Return the stems of two doers, one of each passage, that cannot be the same; or none."""
    here, there = _subject(one.passage.wording), _subject(other.passage.wording)
    if here is None or there is None or not here.names.isdisjoint(there.names):
        return ()
    both = (here.head in other.bag) + (there.head in one.bag)
    if both and (both == 1 or not _is_turned(one, other)):
        return ()
    heads = {here.head, there.head}
    together = any(heads <= group for group in _GROUPS)
    if together or not kin(here.head).isdisjoint(kin(there.head)):
        return ()
    return here.head, there.head


def _is_turned(one: Reading, other: Reading) -> bool:
    """Return whether two passages with both doers have one deed, which one does to the other.

    With words of its own on each side another verb may tell it from the other side.
    """
    here, there = one.bag.keys() - other.bag.keys(), other.bag.keys() - one.bag.keys()
    return not (here and there) and _MUTUAL.isdisjoint(one.bag)


@lru_cache(maxsize=1 << 13)
def _subject(wording: str) -> _Subject | None:
    """Return who acts, where a sentence begins with a plain noun that tells it."""
    phrase = _opening(_WORDS.findall(proposition_of(wording).replace("\u2019", "'")[:300]))
    if not phrase:
        return None
    head = key_of(fold(phrase[-1]))[0]
    if head not in _DOERS or head in _ANY:
        return None
    capital = [fold(word) for word in phrase[:-1] if word[0].isupper()]
    return _Subject(head, frozenset(word[:FAMILY] for word in capital if word not in _BEFORE))


def _opening(tokens: list[str]) -> list[str]:
    """Return the words up to the noun of the subject, none where it cannot be told."""
    if tokens and fold(tokens[0]) in _OPENS:
        tokens = tokens[tokens.index(",") + 1 :] if "," in tokens else []
    folded = [fold(token) for token in tokens[:OPENING]]
    begun = False
    for at, word in enumerate(folded):
        if word in (",", ";", ":", "and", "or"):
            return []
        after = folded[at + 1 : at + 4]
        if begun and _ends(word, following=after[0] if after else ""):
            return [] if not _PASSIVE.isdisjoint((word, *after[:2])) else _noun(tokens[:at])
        begun = begun or key_of(word)[0] in _DOERS
    return []


def _noun(phrase: list[str]) -> list[str]:
    """Return a phrase up to its noun: what stands behind it says how, "also", "reportedly"."""
    while phrase and (fold(phrase[-1]) in STOP or phrase[-1].endswith("ly")):
        phrase = phrase[:-1]
    return phrase


def _ends(word: str, *, following: str) -> bool:
    """Return whether a subject that has begun ends before a word: a verb or a preposition."""
    governs = following in _BEFORE or following in NUMBERS or following[:1].isdigit()
    return word in _ENDS | _PASSIVE or word.endswith("ed") or (governs and word not in STOP)
