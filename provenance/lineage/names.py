"""Whether two names are one: "Odo Maltby" and "Maltby", "the Fenby Post" and "Fenby".

Names are compared folded. A name is another's where its words are the first or the last words
of the other: a person is called by the last, an office or an outlet often by the first; and
where it is made of the first letters of all words of the other, or of those before the last
("FHB" and "Fenby Harbour Board", "FH Gazette" and "Fenby Harbour Gazette"). Two names that
only share a word in between are two.
"""

from functools import lru_cache

from provenance.text import WORD, fold

SHORTEST = 3  # letters of a name that stands for a longer one
_SMALL = frozenset({"of", "the", "for", "and"})


@lru_cache(maxsize=1 << 14)
def outlet_key(name: str) -> str:
    """Return the name of an outlet in the form in which names are compared."""
    words = WORD.findall(fold(name))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=1 << 14)
def head_key(name: str) -> str:
    """Return a name in the form in which names are compared, without an owner's s."""
    return " ".join(word.removesuffix("'s") for word in outlet_key(name.lstrip("@")).split())


@lru_cache(maxsize=1 << 16)  # the sources of many texts are held against each other
def same_name(one: str, other: str) -> bool:
    """Return whether two keys may stand for one name."""
    if one == other:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    if not short:
        return False
    if len(long) > 1 and " ".join(short) in initials(" ".join(long)):
        return True
    if sum(map(len, short)) < SHORTEST:
        return False
    return long[-len(short) :] == short or long[: len(short)] == short


@lru_cache(maxsize=1 << 14)
def initials(key: str) -> frozenset[str]:
    """Return what is made of the first letters of a name's words, of all or all but the last."""
    words = [word for word in key.split() if word not in _SMALL]
    if len(words) < 2:
        return frozenset()
    first = "".join(word[0] for word in words)
    last = {f"{first[:-1]} {words[-1]}"} if len(words) > 2 else set()
    return frozenset({first, *last})
