"""The names that a text gives, read ahead once: persons with their titles, acronyms, he and she.

Names and titles are read in time linear in the text; how many are kept is bounded. Also kept is
whom another sentence leaves unnamed, by the noun: "the official spoke on condition of anonymity".
"""

import re

from provenance.attribution import words as w
from provenance.attribution.anonymity import hidden
from provenance.attribution.grammar import ADVERBS
from provenance.attribution.mentions import mention
from provenance.attribution.names import acronyms, bare_name, spoken_of
from provenance.attribution.nouns import Mention
from provenance.attribution.people import NOBODY, Introduction, introduced
from provenance.attribution.roles import ROLES
from provenance.model import SourceType

_MOST = 50_000  # names kept of one text
_LOOKS = 6  # a title stands where a name first appears, or soon
_BEARERS = 8  # persons of one surname
_ADDRESSED = re.compile(
    r"\b(?P<title>M(?:rs?|s|iss)|Sir|Dame|Lord|Lady|Father|Sister|Brother|King|Queen|Prince"
    r"|Princess|(?:[Ss]pokes|[Cc]hair|[Cc]ongress|[Bb]usiness|[Pp]olice|[Cc]ouncil)(?:wo)?man)\.?"
    r" (?P<name>[A-Z][\w\u2019'-]*(?: [A-Z][\w\u2019'-]*){0,2})"
)
_WORD = (
    r"[A-Z](?:\.|[\w\u2019'-]+(?:(?:(?<=Gov|Sen|Rep|Col|Gen|Mrs|Sgt)|(?<=Dr|Mr|Ms|Lt)"
    r"|(?<=Capt|Prof))\.)?)"
)
CALLED = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}")
_WHO = re.compile(
    r"(?:(?:The|This|That|Both|All|Two|Three|Four|Five|Six|Seven) (?:[a-z-]+ ){0,2}?)?"
    r"(?P<who>[A-Za-z][a-z-]+),? (?:all |both |also )?(?:who )?(?:spoke|asked|requested|declined"
    r"|insisted|wished|wanted|was|were|preferred|refused|did|is|are|agreed|would|could)\b"
)
_NO_NAMES = w.NEVER_NAMES | ADVERBS
_PHRASAL = re.compile(r"-[a-z]+-[a-z]")  # "Day-by-day": no name
_FIRMS = frozenset(("inc", "corp", "ltd", "plc", "llc", "gmbh", "co", "group", "holdings"))
_AGED = re.compile(r", \d{1,3}\b| \(\d{1,3}\)")
_FAR = 400  # code points back to the one who "asked not to be named"
_PERSONS = w.PERSONS | w.GROUPS | ROLES


class Names:
    """What a text, or each sentence as it comes, tells of names."""

    def __init__(self) -> None:
        """Begin with no name."""
        self.bearers: dict[str, list[Mention]] = {}  # by surname
        self.firsts: dict[str, list[Mention]] = {}  # by first name
        self.short: dict[str, str] = {}  # acronyms
        self.spoken_of: dict[str, str] = {}  # by surname: he or she
        self.firms: set[str] = set()  # first words of names of firms
        self.alone: set[str] = set()  # words in capitals that stand alone, as surnames do
        self._introductions: dict[str, Introduction] = {}  # by name
        self._withheld: dict[str, str] = {}  # by noun: the words that say so
        self._looked: dict[str, int] = {}  # how often for a title beside words in capitals

    def about(self, name: str) -> Introduction:
        """Return the title and organisation that the text gives to a name."""
        return self._introductions.get(name, NOBODY)

    def withheld(self, head: str) -> str:
        """Return the words of another sentence by which a noun's bearer is left unnamed."""
        return self._withheld.get(head.removesuffix("s"), "")

    def learn(self, text: str) -> None:
        """Take note of the names of a text."""
        for match in CALLED.finditer(text):
            called = match.group()
            if " " not in called:
                self.alone.add(last_word(called))
            elif self._looked.get(called, 0) < _LOOKS and len(self._introductions) < _MOST:
                self._bear(called, text, match.start())
        for titled in _ADDRESSED.finditer(text):
            if pronoun := spoken_of(titled["title"]):
                self.spoken_of.setdefault(bare_name(titled["name"])[-1], pronoun)
        for short, name in acronyms(text):
            self.short.setdefault(short, name)
        for at, words in hidden(text):
            self._hide(text, at, words)

    def _bear(self, called: str, text: str, at: int) -> None:
        """Take note of the person whom words in capitals name, if they name one."""
        first, _, rest = called.partition(" ")
        if first.lower() in _NO_NAMES or _PHRASAL.search(first):
            called, at = rest, at + len(first) + 1
        article = "the " if text[max(0, at - 4) : at].lower() == "the " else ""
        person = mention(article + called)
        if person is None or person.type is not SourceType.PERSON or " " not in person.name:
            if last_word(called) in _FIRMS:
                self.firms.add(first.lower())
            return
        bearers = self.bearers.setdefault(person.head, [])
        if all(known.name != person.name for known in bearers) and len(bearers) < _BEARERS:
            bearers.append(person)
            self.firsts.setdefault(person.name.split()[0].lower(), []).append(person)
        at += called.rfind(person.name)
        if _AGED.match(text, at + len(person.name)):
            self.alone.add(person.head)
        if not self.about(person.name).title:
            told = introduced(text, at, at + len(person.name))
            before = self.about(person.name)
            self._introductions[person.name] = Introduction(
                told.title, told.organisation or before.organisation
            )
            self._looked[called] = self._looked.get(called, 0) + 1
            if pronoun := spoken_of(told.title):
                self.spoken_of.setdefault(person.head, pronoun)

    def _hide(self, text: str, at: int, words: str) -> None:
        """Keep for "an official" that elsewhere "the official spoke on condition of anonymity"."""
        begin = (
            max(text.rfind(mark, max(0, at - _FAR), at) for mark in (". ", "\n", ".\u201d ")) + 1
        )
        match = _WHO.match(text[begin : at + len(words)].strip('\u201d" \n.'))
        head = match["who"].lower() if match else ""
        if head in w.ALL_PRONOUNS:
            earlier = re.findall(r"[a-z]+", text[max(0, begin - _FAR) : begin])
            head = next((each for each in reversed(earlier) if each in _PERSONS), "")
        if head in _PERSONS:
            self._withheld.setdefault(head.removesuffix("s"), words)


def last_word(called: str) -> str:
    """Return the last word of a name, lower case and without a possessive ending."""
    return called.rsplit(" ", 1)[-1].removesuffix("\u2019s").removesuffix("'s").lower()
