"""What a text has introduced so far: documents, persons, organisations, in order.

A later mention comes to the first naming: a surname to the full name, "he" and "she" to the
last person, a definite document noun ("the files") to the last document, a definite
institution ("the ministry") to the last organisation of that noun.
"""

import re

from provenance.attribution import words as w
from provenance.attribution.mentions import FULL_NAME, Mention, mention
from provenance.model import SourceType

_HE = ("Mr", "Sir", "Lord")
_TITLE = re.compile(
    r"\b(?P<title>Mr|Sir|Lord|Mrs|Ms|Miss|Dame|Lady)\.? (?:[A-Z][\w\u2019'-]* ){0,2}"
    r"(?P<name>[A-Z][\w\u2019'-]*)"
)
_OWNED = ("his ", "her ", "their ", "my ", "our ")


class Memory:
    """Sources of one text in the order in which it introduces them."""

    def __init__(self) -> None:
        """Begin with nothing introduced."""
        self._documents: list[Mention] = []
        self._organisations: list[Mention] = []
        self._persons: dict[str, Mention] = {}
        self._spoken_of: dict[str, str] = {}  # by surname: he or she
        self._last: dict[SourceType, Mention] = {}

    def resolve(self, source: Mention) -> tuple[Mention, bool]:
        """Return the source as first named, and whether that took an earlier sentence."""
        earlier = self._earlier(source)
        if earlier is None:
            self._introduce(source)
            return source, False
        self._last[earlier.type] = earlier
        return earlier, True

    def notice(self, sentence: str) -> None:
        """Take note of full names, so that a surname comes to its bearer, and of titles."""
        for titled in _TITLE.finditer(sentence):
            pronoun = "he" if titled["title"] in _HE else "she"
            self._spoken_of.setdefault(titled["name"].lower(), pronoun)
        for match in FULL_NAME.finditer(sentence):
            person = mention(match.group())
            if person is not None and person.type is SourceType.PERSON and " " in person.name:
                self._persons.setdefault(person.head, person)

    @property
    def has_document(self) -> bool:
        """Whether a document has been introduced."""
        return bool(self._documents)

    def _earlier(self, source: Mention) -> Mention | None:
        if source.type is SourceType.DOCUMENT and source.definite:
            return self._document(source)
        if source.head in w.ALL_PRONOUNS:
            return self._of_pronoun(source)
        if source.named and " " not in source.name:
            return self._persons.get(source.head)
        if source.type is SourceType.ORGANISATION and source.definite:
            return self._organisation(source)
        return None

    def _of_pronoun(self, source: Mention) -> Mention | None:
        """Return whom a pronoun means: nobody of whom the text has spoken with another one."""
        last = self._last.get(source.type)
        if last is None or source.head not in w.PRONOUNS:
            return last
        return last if self._spoken_of.setdefault(last.head, source.head) == source.head else None

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
        return None

    def _introduce(self, source: Mention) -> None:
        if source.type is SourceType.DOCUMENT:
            self._documents.append(source)
        elif source.head not in w.ALL_PRONOUNS:
            self._last[source.type] = source
        if source.type is SourceType.ORGANISATION and source.named:
            self._organisations.append(source)
        elif source.type is SourceType.PERSON and source.named and " " in source.name:
            self._persons[source.head] = source
