"""What a text has introduced so far: documents, persons, organisations, in order.

A mention comes to the fullest name that its text has for the source: a surname or a first name
to the full name, wherever in the text that stands; an acronym to the name that it was
introduced with; "he" and "she" to the last person whom no title shows to be the other; a
definite noun ("the files", "the ministry", "the spokesman") to the last document, organisation
or person of that noun. Names and titles are read ahead, once, in time linear in the text; how
many are kept is bounded. Left out: who is meant where a text itself leaves it open.
"""

import re
from collections import deque

from provenance.attribution import words as w
from provenance.attribution.anonymity import hidden
from provenance.attribution.mentions import Mention, mention
from provenance.attribution.names import acronyms, bare_name, same_name, spoken_of
from provenance.attribution.people import NOBODY, Introduction, described, introduced
from provenance.attribution.roles import ANY_BODY, HER_NAMES, HIS_NAMES, ROLES
from provenance.model import SourceType
from provenance.text import words_in

_MOST = 50_000  # names kept of one text
_LOOKS = 6  # a title stands where a name first appears, or soon
_LATELY = 64  # documents and organisations that a noun may go back to
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
_CALLED = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}")
_QUOTED = re.compile(r"[\u201c\"][^\u201c\u201d\"]{0,2000}(?:[\u201d\"]|$)")
_DOING = re.compile(r"(?:,[^,]{1,120},|, \d{1,3},)? [a-z]|[\u2019']s? [a-z]")
_NO_DOING = re.compile(r" (?:and|or|in|at|on|to|for|from|with|by|as|than|but)\b")
_WHO = re.compile(
    r"(?:(?:The|This|That|Both|All|Two|Three|Four|Five|Six|Seven) (?:[a-z-]+ ){0,2}?)?"
    r"(?P<who>[A-Za-z][a-z-]+),? (?:all |both |also )?(?:who )?(?:spoke|asked|requested|declined"
    r"|insisted|wished|wanted|was|were|preferred|refused|did|is|are|agreed|would|could)\b"
)
_AGED = re.compile(r", \d{1,3}\b| \(\d{1,3}\)")
_MARK = re.compile(r"[\u201c\"]")
_HE_OR_SHE = frozenset(("he", "she", "his", "her", "him"))
_BEGINNINGS = ("", ",", ";", ":", "\u2014", "\u2013", ".", "?", "!")
_FAR = 400  # code points back to the one who "asked not to be named"
_PERSONS = w.PERSONS | w.GROUPS | ROLES
_OWNED = ("his ", "her ", "their ", "my ", "our ")


class Memory:
    """Sources of one text in the order in which it introduces them."""

    def __init__(self, text: str = "") -> None:
        """Begin with nothing introduced, but with the names that the text will give."""
        self._documents: deque[Mention] = deque(maxlen=_LATELY)
        self._organisations: deque[Mention] = deque(maxlen=_LATELY)
        self._bearers: dict[str, list[Mention]] = {}  # by surname
        self._firsts: dict[str, list[Mention]] = {}  # by first name
        self._recent: dict[str, Mention] = {}  # by surname: of whom the text spoke last
        self._roles: dict[str, Mention] = {}  # by noun: the last person who is one
        self._introductions: dict[str, Introduction] = {}  # by name
        self._short: dict[str, str] = {}  # acronyms
        self._spoken_of: dict[str, str] = {}  # by surname: he or she
        self._withheld: dict[str, str] = {}  # by noun: the words that say so
        self._last: dict[SourceType, Mention] = {}
        self._alone: set[str] = set()  # words in capitals that stand alone, as surnames do
        self._looked: dict[str, int] = {}  # how often for a title beside words in capitals
        self._ahead = bool(text)
        if text:
            self._learn(text)

    def resolve(self, source: Mention) -> tuple[Mention, bool]:
        """Return the source as best named, and whether that took another sentence."""
        known = self._known(source)
        if known is None:
            self._introduce(source)
            return source, False
        self._introduce(known)
        alone = source.named and (known.name == source.name or " " in source.name)
        return known, not alone

    def notice(self, sentence: str) -> None:
        """Take note of whom a sentence is about, and of names where they were not read ahead.

        To be called before the sources of the sentence are resolved: "Brede's boat sank, he said".
        """
        if not self._ahead:
            self._learn(sentence)
        subject = self._subject(_QUOTED.sub(" ", sentence) if _MARK.search(sentence) else sentence)
        if subject is not None:
            self._introduce(subject)

    def _subject(self, plain: str) -> Mention | None:
        """Return the person whom a sentence is about: its first subject, or the only one named."""
        persons: dict[str, Mention] = {}
        for match in _CALLED.finditer(plain):
            if (person := self._person(match.group())) is None:
                continue
            persons[person.name] = person
            begins = match.start() == 0 or plain[: match.start()].rstrip()[-1:] in _BEGINNINGS
            after = plain[match.end() : match.end() + 160]
            if begins and _DOING.match(after) and not _NO_DOING.match(after):
                return person
        alone = len(persons) == 1 and words_in(plain).isdisjoint(_HE_OR_SHE)
        return next(iter(persons.values())) if alone else None

    def _person(self, called: str) -> Mention | None:
        """Return the person of whom words in capitals speak, if the text knows one."""
        last = _last_word(called)
        if last not in self._bearers and last not in self._firsts:
            return None
        found = mention(called)
        known = self._known(found) if found is not None and found.named else None
        if known is None or known.type is not SourceType.PERSON or not self._sure(known):
            return None
        return known

    def _sure(self, person: Mention) -> bool:
        """Whether more than a name in capitals shows a person: a title, a surname alone."""
        known = person.head in self._alone or person.head in self._spoken_of
        return known or bool(self.about(person.name).title)

    def about(self, name: str) -> Introduction:
        """Return the title and organisation that the text gives to a name."""
        return self._introductions.get(name, NOBODY)

    def withheld(self, head: str) -> str:
        """Return the words of another sentence by which a noun's bearer is left unnamed."""
        return self._withheld.get(head.removesuffix("s"), "")

    @property
    def has_document(self) -> bool:
        """Whether a document has been introduced."""
        return bool(self._documents)

    def _learn(self, text: str) -> None:
        for match in _CALLED.finditer(text):
            called = match.group()
            if " " not in called:
                self._alone.add(_last_word(called))
            elif self._looked.get(called, 0) < _LOOKS and len(self._introductions) < _MOST:
                self._bear(called, text, match.start())
        for titled in _ADDRESSED.finditer(text):
            if pronoun := spoken_of(titled["title"]):
                self._spoken_of.setdefault(bare_name(titled["name"])[-1], pronoun)
        for short, name in acronyms(text):
            self._short.setdefault(short, name)
        for at, words in hidden(text):
            self._hide(text, at, words)

    def _bear(self, called: str, text: str, at: int) -> None:
        """Take note of the person whom words in capitals name, if they name one."""
        first, _, rest = called.partition(" ")
        if first.lower() in w.NEVER_NAMES:
            called, at = rest, at + len(first) + 1
        article = "the " if text[max(0, at - 4) : at].lower() == "the " else ""
        person = mention(article + called)
        if person is None or person.type is not SourceType.PERSON or " " not in person.name:
            return
        bearers = self._bearers.setdefault(person.head, [])
        if all(known.name != person.name for known in bearers) and len(bearers) < _BEARERS:
            bearers.append(person)
            self._firsts.setdefault(person.name.split()[0].lower(), []).append(person)
        at += called.rfind(person.name)
        if _AGED.match(text, at + len(person.name)):
            self._alone.add(person.head)
        if not self.about(person.name).title:
            told = introduced(text, at, at + len(person.name))
            before = self.about(person.name)
            self._introductions[person.name] = Introduction(
                told.title, told.organisation or before.organisation
            )
            self._looked[called] = self._looked.get(called, 0) + 1
            if pronoun := spoken_of(told.title):
                self._spoken_of.setdefault(person.head, pronoun)

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

    def _known(self, source: Mention) -> Mention | None:
        """Return what the text knows the source as, or None where it is new."""
        if source.type is SourceType.DOCUMENT:
            return self._document(source) if source.definite else None
        if source.head in w.ALL_PRONOUNS:
            return self._of_pronoun(source)
        if source.named:
            return self._of_name(source)
        if source.type is SourceType.ORGANISATION and source.definite:
            return self._organisation(source)
        if source.type in (SourceType.PERSON, SourceType.GROUP) and source.definite:
            return self._role(source)
        return None

    def _of_name(self, source: Mention) -> Mention | None:
        if name := self._short.get(source.name):
            whole = mention(name)
            if whole is not None and whole.named:
                return whole._replace(words=source.words, type=_body(whole.type))
        if " " in source.name:
            return self._fuller(source) if source.type is SourceType.PERSON else None
        if source.type not in (SourceType.PERSON, SourceType.ORGANISATION):
            return None
        return self._family(source) or self._of_surname(source)

    def _fuller(self, source: Mention) -> Mention | None:
        """Return the fullest of the names that may be this one's."""
        bearers = self._bearers.get(source.head, ())
        fitting = [known for known in bearers if same_name(source.name, known.name)]
        return max(fitting, key=lambda known: len(known.name)) if fitting else None

    def _of_surname(self, source: Mention) -> Mention | None:
        """Return whom a surname or a first name alone means: of two, the last spoken of."""
        bearers = self._bearers.get(source.head)
        if bearers is None:
            named = self._firsts.get(source.head, [])
            bearers = named if len(named) == 1 else []
        if not bearers:
            called = source.head in self._spoken_of
            return source._replace(type=SourceType.PERSON) if called else None
        if source.head in self._recent:
            return self._recent[source.head]
        return next((each for each in bearers if self.about(each.name).title), bearers[0])

    def _family(self, source: Mention) -> Mention | None:
        """Return those whom "the Bredes" are: all of the surname."""
        if source.words[:4].lower() != "the " or not source.head.endswith("s"):
            return None
        bearers = self._bearers.get(source.head.removesuffix("s"), [])
        if len(bearers) < 2:
            return None
        name = " and ".join(sorted(known.name for known in bearers))
        return source._replace(name=name, type=SourceType.PERSON)

    def _of_pronoun(self, source: Mention) -> Mention | None:
        """Return whom a pronoun means: nobody of whom the text has spoken with another one."""
        if source.head in w.PLURAL_PRONOUNS:
            return self._last.get(SourceType.GROUP) or self._last.get(SourceType.ORGANISATION)
        last = self._last.get(source.type)
        if last is None or source.head not in w.PRONOUNS:
            return last
        spoken = spoken_of(last.words.rsplit(" ", 1)[0]) or spoken_of(self.about(last.name).title)
        spoken = spoken or _by_given_name(last)
        spoken = spoken or self._spoken_of.setdefault(last.head, source.head)
        return last if spoken == source.head else None

    def _document(self, source: Mention) -> Mention | None:
        same = [known for known in self._documents if source.head in known.name.lower().split()]
        if same:
            return same[-1]
        owned = source.words.lower().startswith(_OWNED)  # "their papers" are those of somebody
        return self._documents[-1] if self._documents and not owned else None

    def _organisation(self, source: Mention) -> Mention | None:
        for known in reversed(self._organisations):
            if source.head in known.name.lower().split():
                return known
        bare = len(source.words.split()) == 2  # "the company", not "the oil company"
        named = bare and source.head in ANY_BODY and self._organisations
        return self._organisations[-1] if named else None

    def _role(self, source: Mention) -> Mention | None:
        """Return whom "the harbour spokesman" means: the last one, if nothing speaks against it."""
        known = self._roles.get(source.head)
        if known is None:
            return None
        told = " ".join((known.words, *self.about(known.name))).lower()
        said = source.words.lower().split()[1:-1]
        return known if all(word in told for word in said) else None

    def _introduce(self, source: Mention) -> None:
        if source.type is SourceType.DOCUMENT:
            if source not in self._documents:
                self._documents.append(source)
        elif source.head not in w.ALL_PRONOUNS:
            self._last[source.type] = source
        if source.type is SourceType.ORGANISATION and source.named:
            if source in self._organisations:
                self._organisations.remove(source)  # it is the last one spoken of now
            self._organisations.append(source)
        elif source.type is SourceType.PERSON:
            self._meet(source)
        elif source.type is SourceType.GROUP and not source.definite:
            self._roles[source.head] = source

    def _meet(self, person: Mention) -> None:
        """Remember a person by surname and by what the text says that they are."""
        if person.named and " " in person.name:
            self._recent[person.head] = person
        elif not person.named:
            self._roles[person.head] = person
        title = self.about(person.name).title or described(person.words).title
        for word in title.lower().replace(".", "").split():
            if word in ROLES:
                self._roles[word] = person


def _body(kind: SourceType) -> SourceType:
    return SourceType.ORGANISATION if kind is SourceType.PERSON else kind


def _last_word(called: str) -> str:
    return called.rsplit(" ", 1)[-1].removesuffix("\u2019s").removesuffix("'s").lower()


def _by_given_name(person: Mention) -> str:
    first = person.name.partition(" ")[0].lower() if person.named else ""
    return "he" if first in HIS_NAMES else "she" if first in HER_NAMES else ""
