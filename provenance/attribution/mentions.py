"""A noun phrase → the source it speaks of: kind, named or not, and under which name.

Determiners, leading adverbials and what follows the noun are taken off; what is left is judged by
``nouns``. A wire agency is an organisation; an outlet is what publishes. What could not be the
source of a statement gives None, unless something is known to be ascribed to it (``source_of``).
"""

import re
from functools import lru_cache

from provenance.attribution import words as w
from provenance.attribution.naming import BODIES
from provenance.attribution.nouns import CAPITAL, Mention, nameless, of_core, person_called
from provenance.attribution.roles import CROWDS, PAPERS, PERSON_ENDINGS, ROLES
from provenance.model import SourceType

_LEADING = re.compile(
    r"^(?:(?:but|and|yet|so|while|as|although|though|when|because|that|earlier|later|meanwhile"
    r"|however"
    r"|then|also|still|even|only|both|according to|(?:in|on|by|since) (?:\d{4}|[A-Z][a-z]+day"
    r"|(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)"
    r"|(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter))\b,?\s+)+",
    re.IGNORECASE,
)
_CORE_END = re.compile(
    r"[,(]|\s(?:of|in|on|at|by|for|from|with|to|about|near|inside|outside|behind|into|within|at"
    r"|who|which"
    r"|that|whose|where|familiar|close|involved|based|working|speaking|briefed|seen|obtained"
    r"|published"
    r"|released|dated|during|under|after|before)\s"
)
_DETERMINER = re.compile(
    r"^(?:an? (?:few|number of|handful of|couple of|group of|majority of)|(?:some|many|most|both"
    r"|all|one|two|three|several|none|each|dozens|scores|hundreds|thousands|half) of"
    r"|the|a|an|this|that|these|those|some|several|many|two|three|four|five|six|seven|eight"
    r"|nine|ten"
    r"|multiple|various|numerous|other|another|one|his|her|its|their|our|my|both|fellow"
    r"|(?:tens of |hundreds of )?(?:dozens|scores|hundreds|thousands|millions) of|most|all"
    r"|(?:at least|more than|nearly|some|about|around|over) [\w,.]+|\d[\d,.]*)\s+",
    re.IGNORECASE,
)
_NAME = (
    r"[A-Z\u00c0-\u00de][\w\u2019'-]*"
    r"(?: (?:[A-Z]\.|de|van|von|der|al|bin|el|la|[A-Z\u00c0-\u00de][\w\u2019'-]*)){0,3}"
)
_TITLED = re.compile(rf"(?:^|\s)(?:{'|'.join(sorted(w.PERSONS))}) (?P<name>{_NAME})$")
_TOKEN = re.compile(r"[^\W_][\w\u2019'.&-]*")
_OURSELVES = re.compile(rf"(?:this|our) (?:{'|'.join(sorted(w.OURSELVES))})\b", re.IGNORECASE)
_PRONOUN_TYPES = (
    dict.fromkeys(w.PRONOUNS, SourceType.PERSON)
    | dict.fromkeys(w.PLURAL_PRONOUNS, SourceType.GROUP)
    | dict.fromkeys(w.THING_PRONOUNS, SourceType.ORGANISATION)
)
_SOME = frozenset(("some", "many", "others", "some others", "many others"))
_OBJECTS = {
    "him": "he", "his": "he", "himself": "he", "her": "she", "hers": "she", "herself": "she",
    "them": "they", "their": "they", "theirs": "they", "themselves": "they", "its": "it",
    "he's": "he", "she's": "she", "they're": "they", "it's": "it",
}  # fmt: skip
_MANY = re.compile(
    r"(?:some|many|others|both|most|few|several|those|these|all|more|half|a (?:third|quarter)"
    r"|(?:about |around |nearly |almost |roughly )?(?:\d[\d.,]*|[a-z-]+) (?:percent|per cent|in"
    r" [a-z]+)|\d[\d.,]* ?%|fewer|we|us|everyone|everybody)\b"
)
_PARTICIPLE = r"[a-z-]+ed|seen|shown|taken|written|drawn|made|sent|held|stolen|left|given|put|kept"
_AGED = re.compile(r"^(?:[Tt]he |[Aa]n? )?\d{1,3}-year-old (?=[A-Z\u00c0-\u00de])")
_VERB_PHRASE = re.compile(r"[a-z]+ed (?:an?|the|his|her|its|their|our|my) ")
_CHECKERS = re.compile(r"[A-Za-z][a-z-]*(?: [a-z-]+){0,5}(?<=[a-z]{3})(?<!s)s")
_LONGEST = 14  # words before "of" or a comma; a longer phrase is no noun phrase
_FARTHEST = 600  # code points
_POSTED = re.compile(
    rf"(?:{CAPITAL}(?: {CAPITAL}){{0,2}}[\u2019']s? |(?i:the|former|then|[A-Z][a-z]+) ){{0,2}}"
    rf"(?i:{'|'.join(sorted(w.HONORIFICS | w.PERSONS))}) (?:of|for|to|in|at) (?:the )?"
    rf"(?:[\w\u2019'.-]+ ){{1,4}}?(?P<name>{CAPITAL}(?: [A-Z]\.)? {CAPITAL})$"
)
_BELONGS = re.compile(r"(?P<noun>[\w-]+) (?:of|for|to|with|by|against|near) ")
_INSTITUTION = re.compile(
    rf"(?P<name>(?:{CAPITAL} ){{0,3}}(?P<head>{CAPITAL}) (?:of|for|on)(?: the)? {CAPITAL}"
    rf"(?: (?:(?:and|of|for|the|on|in|&) )?{CAPITAL}){{0,5}})(?=$|[,(.]| [a-z])"
)
_TWO = re.compile(r" and (?=(?:the|his|her|its|their|an?|other|many|several|some) |[A-Z])")
_NAMED_AFTER = re.compile(rf", (?:(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\.? )?(?P<name>{_NAME})(?=$|[,(])")
_ENDS_IN_NAME = re.compile(rf"[a-z]{{3}} (?P<name>{_NAME})$")
_ARTICLED = re.compile(rf"[Tt]he (?:{CAPITAL} ){{0,3}}{CAPITAL} for {CAPITAL}")
_INSTITUTIONS = w.ORGANISATIONS | w.MANY_BODIES | BODIES
_WHO = w.PERSONS | w.GROUPS | ROLES
_DOERS = _WHO | w.ORGANISATIONS


@lru_cache(maxsize=4096)  # a text speaks of the same few sources
def mention(phrase: str) -> Mention | None:
    """Return the source that a noun phrase speaks of, or None where it is none."""
    phrase = _LEADING.sub("", phrase.strip(' ,"\u201c\u201d\u2018\t').removesuffix("."))
    phrase = _AGED.sub("", phrase)
    if not 0 < len(phrase) <= _FARTHEST or _OURSELVES.match(phrase) or _VERB_PHRASE.match(phrase):
        return None
    low = phrase.lower()
    if low in _PRONOUN_TYPES:
        return Mention(phrase, phrase, False, _PRONOUN_TYPES[low], True, low)
    if low in _SOME:
        return Mention(phrase, phrase, False, SourceType.GROUP, False, low)
    return _first_of_two(phrase) or _titled(phrase) or _of_phrase(phrase)


def _titled(phrase: str) -> Mention | None:
    """Return the person whom a title before the name shows: "minister for dams Ada Example"."""
    ahead = phrase.split(",", 1)[0]
    match = _TITLED.search(ahead)
    if match is not None and any(
        each["noun"].lower() in _WHO for each in _BELONGS.finditer(ahead, 0, match.start() + 1)
    ):
        return None  # "the spokesman for minister Ann Roe"
    match = match or _POSTED.match(ahead)
    if match is None or (match.re is _POSTED and _of_another(ahead[: match.start("name")])):
        return None
    return person_called(phrase, match["name"])


def _of_another(ahead: str) -> bool:
    """Whether the words before a name show whose somebody is: "spokesman for Minister …"."""
    last = ahead.rsplit(maxsplit=1)[-1].lower()
    beside = last in w.HONORIFICS or last in ROLES
    return beside or (len(_BELONGS.findall(ahead)) > 1 and last in ("of", "for"))


def _of_phrase(phrase: str) -> Mention | None:
    """Return what the nouns of a phrase speak of, up to "of", a comma or a participle."""
    stripped = _bare(phrase)
    if institution := _institution(phrase, stripped):
        return institution
    ending = _CORE_END.search(stripped)
    core = _TOKEN.findall(stripped[: ending.start()] if ending else stripped)
    rest = stripped[ending.start() :] if ending else ""
    made = _participle_at(core)
    if made is not None:
        rest = stripped[stripped.find(core[made]) - 1 :]
        core = core[:made]
    if len(core) > 1 and core[0].lower() in w.TIME_WORDS and core[-1] in w.DOCUMENTS:
        core = core[1:]  # "a May report"
    if not core or len(core) > _LONGEST or nameless(core):
        return None
    definite = bool(re.match(r"(?:the|this|that|these|those|its|his|her|their)\s", phrase.lower()))
    found = of_core(phrase, core, definite=definite, rest=rest)
    return _by_apposition(phrase, found) if found and not found.named else found


def _first_of_two(phrase: str) -> Mention | None:
    """Return the first of two sources that "and" joins: "Ada Example and her aides"."""
    ahead = phrase.split(",", 1)[0]
    both = _TWO.search(ahead)
    if both is None:
        return None
    one, other = mention(ahead[: both.start()]), mention(ahead[both.end() :])
    if one is None or other is None or not one.named or one.head in w.ORGANISATIONS:
        return None
    persons = one.type is SourceType.PERSON and other.type in (SourceType.PERSON, SourceType.GROUP)
    apart = ahead[both.end()].islower()
    return one._replace(words=phrase) if persons or apart else None


def _institution(phrase: str, stripped: str) -> Mention | None:
    """Return a body that its name goes on to tell after "of": "the Ministry of Energy"."""
    match = _INSTITUTION.match(stripped)
    head = match["head"].lower() if match else ""
    body = head in _INSTITUTIONS or (match is not None and _ARTICLED.match(phrase, 0) is not None)
    if match is None or not body or head in ROLES:
        return None
    return Mention(phrase, match["name"], True, SourceType.ORGANISATION, False, head)


def _by_apposition(phrase: str, found: Mention) -> Mention:
    """Return the person whom an apposition names: "the port's chairman, Ada Example"."""
    beside = _NAMED_AFTER.search(phrase) if found.type is SourceType.PERSON else None
    if beside is None or " " not in beside["name"]:
        return found
    named = mention(beside["name"])
    return named._replace(words=phrase) if named and named.type is SourceType.PERSON else found


def _participle_at(core: list[str]) -> int | None:
    """Return where a participle follows a noun: "photographs | geolocated by"."""
    for index in range(1, len(core)):
        noun, word = core[index - 1].lower(), core[index]
        if noun in w.DOCUMENTS or noun in w.COLLECTIONS:
            follows = re.fullmatch(_PARTICIPLE, word) is not None
        else:
            follows = noun in _DOERS and word.endswith("ing") and word.islower()
        if follows:
            return index
    return None


def source_of(phrase: str) -> Mention:
    """Return the source that a phrase speaks of where something is known to be ascribed to it.

    What ``mention`` does not know is typed by its noun alone; where that does not tell, the type
    is unknown.
    """
    phrase = phrase.strip(' ,"\u201c\u201d\t\n')
    low = phrase.lower()
    if low in _OBJECTS:
        plain = _OBJECTS[low]
        return Mention(phrase, phrase, False, _PRONOUN_TYPES[plain], True, plain)
    found = mention(phrase)
    if found is not None:
        return found
    if told := _ENDS_IN_NAME.search(phrase.split(" (", 1)[0]) or _NAMED_AFTER.search(phrase):
        named = mention(told["name"])
        if named is not None and named.type is SourceType.PERSON and " " in named.name:
            return named._replace(words=phrase)
    stripped = _bare(_LEADING.sub("", phrase)) or phrase
    ending = _CORE_END.search(stripped)
    core = _TOKEN.findall(stripped[: ending.start()] if ending else stripped) or [phrase]
    head = core[-1].lower()
    definite = low.startswith(("the ", "this ", "that ", "these ", "those "))
    kind = _type_by_noun(core[0].lower(), head, many=bool(_MANY.match(low)))
    return Mention(phrase, phrase, False, kind, definite and kind is SourceType.DOCUMENT, head)


def _type_by_noun(first: str, head: str, *, many: bool) -> SourceType:
    if head in PAPERS or head.removesuffix("s") in PAPERS:
        return SourceType.DOCUMENT
    if many or first in CROWDS or head in CROWDS:
        return SourceType.GROUP
    if head in ("i", "me", "myself", "anyone", "someone", "everyone", "nobody"):
        return SourceType.PERSON if head == "someone" else SourceType.UNKNOWN
    if head.endswith(PERSON_ENDINGS):
        return SourceType.PERSON
    plural = head.endswith("s") and head.removesuffix("s").endswith(PERSON_ENDINGS)
    return SourceType.GROUP if plural else SourceType.UNKNOWN


def checkers(phrase: str) -> Mention | None:
    """Return an unnamed group for a plural noun that is said to have checked something."""
    phrase = phrase.strip()
    words = phrase.lower().split()
    if _CHECKERS.fullmatch(phrase) is None or words[-1] in w.DOCUMENTS or len(words) > 6:
        return None
    return Mention(phrase, phrase, False, SourceType.GROUP, False, words[-1])


def _bare(phrase: str) -> str:
    for _ in range(3):
        shorter = _DETERMINER.sub("", phrase)
        if shorter == phrase:
            break
        phrase = shorter
    return phrase
