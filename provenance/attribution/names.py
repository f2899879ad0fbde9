"""Names of sources: whether two may be of one, acronyms, and what a title tells of he and she.

That two names may be of one source is never taken for granted across texts: it is shown, and a
person says. Names are compared folded, without titles, articles and accents.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from provenance.attribution.people import CAPITALS
from provenance.attribution.roles import COURTESY, HE, ROLES, SHE
from provenance.text import fold

_JUNIOR = re.compile(r"^(?:jr|sr|ii|iii|iv|phd|md|mp|mep|qc|kc|esq|obe|mbe|cbe)$")
_ACRONYM = re.compile(rf"(?P<name>{CAPITALS}) \((?P<short>[A-Z][A-Z&.-]{{1,9}})s?\)")


@lru_cache(maxsize=1 << 14)
def spoken_of(title: str) -> str:
    """Return "he" or "she" where a title tells ("Ms", "spokeswoman"), or ""."""
    for word in re.findall(r"[a-z]+", title.lower()):
        if word in HE:
            return "he"
        if word in SHE:
            return "she"
    return ""


def acronyms(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield (short, name) where a sentence introduces one: "the Port Office (PO)"."""
    if "(" not in sentence:
        return
    for match in _ACRONYM.finditer(sentence):
        tokens = match["name"].split()
        short = re.sub(r"[^A-Z]", "", match["short"])
        for begin in range(len(tokens)):
            if _initials(tokens[begin:]) == short:
                yield match["short"], " ".join(tokens[begin:])
                break


def _initials(tokens: list[str]) -> str:
    return "".join(word[0] for word in tokens if word[0].isupper())


@lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without titles, articles and accents."""
    plain = fold(name)
    if not plain.isascii():
        marks = unicodedata.normalize("NFD", plain)
        plain = "".join(mark for mark in marks if not unicodedata.combining(mark))
    tokens = [word for word in re.split(r"[\s.,]+", plain) if word]
    while len(tokens) > 1 and (tokens[0] in ROLES or tokens[0] in COURTESY or tokens[0] == "the"):
        tokens.pop(0)
    while len(tokens) > 1 and _JUNIOR.match(tokens[-1]):
        tokens.pop()
    return tuple(word.removesuffix("'s") for word in tokens)


@lru_cache(maxsize=1 << 14)  # the names of one text are held against each other again and again
def same_name(a: str, b: str) -> bool:
    """Return whether two names may be of one source: "Brede" and "Tomas Brede", "PO" and its name.

    A surname or a first name alone goes with any full name that has it; two first names must be
    equal, or one the initial of the other. It may be; that it is so is for a person to say.
    """
    first, second = spoken_of(_courtesy(a)), spoken_of(_courtesy(b))
    if first and second and first != second:
        return False
    one, two = bare_name(a), bare_name(b)
    if not one or not two:
        return False
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        names = {long[0], long[-1]}
        return short[0] in names or _is_acronym(a, b) or _is_acronym(b, a)
    return short[-1] == long[-1] and _compatible(short[:-1], long[:-1])


def _courtesy(name: str) -> str:
    head = name.split(maxsplit=1)
    return head[0] if len(head) > 1 else ""


def _compatible(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether given names may be of one person: each of the fewer goes with one, in order."""
    if short[0] != long[0] and not _initial(short[0], long[0]):
        return False
    rest = iter(long)
    return all(any(name == other or _initial(name, other) for other in rest) for name in short)


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _is_acronym(short: str, name: str) -> bool:
    letters = re.sub(r"[.\s]", "", short)
    return (
        len(letters) > 1
        and letters.isupper()
        and letters.isalpha()
        and letters == _initials([word for word in name.split() if word.lower() != "the"])
    )
