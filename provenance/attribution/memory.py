"""What a text has introduced so far: documents, persons, organisations, in order.

A mention comes to the fullest name that its text has for the source: a surname or a first name
to the full name, wherever in the text that stands; an acronym to the name that it was
introduced with; "he" and "she" to the last person whom no title shows to be the other; a
definite noun ("the files", "the ministry", "the spokesman") to the last document, organisation
or person of that noun. Names and titles are read ahead (``ahead``). Left out: who is meant where a
text itself leaves it open.
"""

import re
from collections import deque

from provenance.attribution import words as w
from provenance.attribution.ahead import CALLED, Names, last_word
from provenance.attribution.mentions import mention
from provenance.attribution.names import same_name, spoken_of
from provenance.attribution.nouns import Mention
from provenance.attribution.people import Introduction, described
from provenance.attribution.roles import ANY_BODY, HER_NAMES, HIS_NAMES, ROLES
from provenance.attribution.units import word_set
from provenance.model import SourceType
from provenance.text import words_in

_LATELY = 64  # documents and organisations that a noun may go back to
_QUOTED = re.compile(r"[\u201c\"][^\u201c\u201d\"]{0,2000}(?:[\u201d\"]|$)")
_DOING = re.compile(r"(?:,[^,]{1,120},|, \d{1,3},)? [a-z]|[\u2019']s? [a-z]")
_NO_DOING = re.compile(r" (?:and|or|in|at|on|to|for|from|with|by|as|than|but)\b")
_MARK = re.compile(r"[\u201c\"]")
_HE_OR_SHE = frozenset(("he", "she", "his", "her", "him"))
_BEGINNINGS = ("", ",", ";", ":", "\u2014", "\u2013", ".", "?", "!")
_SHOWN = word_set(
    "video videos clip clips footage film photo photos photograph photographs image images picture "
    "pictures map maps tweet tweets post posts book books poll polls survey surveys song"
)
_OWNED = ("his ", "her ", "their ", "my ", "our ")


class Memory:
    """Sources of one text in the order in which it introduces them."""

    def __init__(self, text: str = "") -> None:
        """Begin with nothing introduced, but with the names that the text will give."""
        self._documents: deque[Mention] = deque(maxlen=_LATELY)
        self._organisations: deque[Mention] = deque(maxlen=_LATELY)
        self._recent: dict[str, Mention] = {}  # by surname: of whom the text spoke last
        self._roles: dict[str, Mention] = {}  # by noun: the last person who is one
        self._last: dict[SourceType, Mention] = {}
        self._names = Names()
        self._ahead = bool(text)
        if text:
            self._names.learn(text)

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
            self._names.learn(sentence)
        subject = self._subject(_QUOTED.sub(" ", sentence) if _MARK.search(sentence) else sentence)
        if subject is not None:
            self._introduce(subject)

    def _subject(self, plain: str) -> Mention | None:
        """Return the person whom a sentence is about: its first subject, or the only one named."""
        persons: dict[str, Mention] = {}
        for match in CALLED.finditer(plain):
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
        last = last_word(called)
        if last not in self._names.bearers and last not in self._names.firsts:
            return None
        found = mention(called)
        known = self._known(found) if found is not None and found.named else None
        if known is None or known.type is not SourceType.PERSON or not self._sure(known):
            return None
        return known

    def _sure(self, person: Mention) -> bool:
        """Whether more than a name in capitals shows a person: a title, a surname alone."""
        known = person.head in self._names.alone or person.head in self._names.spoken_of
        return known or bool(self.about(person.name).title)

    def about(self, name: str) -> Introduction:
        """Return the title and organisation that the text gives to a name."""
        return self._names.about(name)

    def withheld(self, head: str) -> str:
        """Return the words of another sentence by which a noun's bearer is left unnamed."""
        return self._names.withheld(head)

    @property
    def has_document(self) -> bool:
        """Whether a document has been introduced."""
        return bool(self._documents)

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
        if name := self._names.short.get(source.name):
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
        bearers = self._names.bearers.get(source.head, ())
        fitting = [known for known in bearers if same_name(source.name, known.name)]
        return max(fitting, key=lambda known: len(known.name)) if fitting else None

    def _of_surname(self, source: Mention) -> Mention | None:
        """Return whom a surname or a first name alone means: of two, the last spoken of."""
        bearers = self._names.bearers.get(source.head)
        if bearers is None:
            named = self._names.firsts.get(source.head, [])
            bearers = named if len(named) == 1 else []
        if not bearers:
            if source.head in self._names.spoken_of:
                return source._replace(type=SourceType.PERSON)
            firm = source.head in self._names.firms and source.type is SourceType.PERSON
            return source._replace(type=SourceType.ORGANISATION) if firm else None
        if source.head in self._recent:
            return self._recent[source.head]
        return next((each for each in bearers if self.about(each.name).title), bearers[0])

    def _family(self, source: Mention) -> Mention | None:
        """Return those whom "the Bredes" are: all of the surname."""
        if source.words[:4].lower() != "the " or not source.head.endswith("s"):
            return None
        bearers = self._names.bearers.get(source.head.removesuffix("s"), [])
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
        spoken = spoken or self._names.spoken_of.setdefault(last.head, source.head)
        return last if spoken == source.head else None

    def _document(self, source: Mention) -> Mention | None:
        same = [known for known in self._documents if source.head in known.name.lower().split()]
        if same:
            return same[-1]
        owned = source.words.lower().startswith(_OWNED)  # "their papers" are those of somebody
        shown = source.head in _SHOWN  # "the video" is no report that was named before
        return self._documents[-1] if self._documents and not (owned or shown) else None

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


def _by_given_name(person: Mention) -> str:
    first = person.name.partition(" ")[0].lower() if person.named else ""
    return "he" if first in HIS_NAMES else "she" if first in HER_NAMES else ""
