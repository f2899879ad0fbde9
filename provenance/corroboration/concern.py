"""Who denies: whether it is somebody of whom the statement speaks.

"The board denied that it sold the quay" is a bare denial by one whom the statement concerns;
"the union said the report about the board was false" is not. The denier stands before the verb
that denies, behind "according to", or in a tail ("…, the board said").
"""

import re
from collections.abc import Set

from provenance.corroboration import vocabulary
from provenance.corroboration.reading import Reading, key_of
from provenance.text import WORD, fold

_SPEAKER = re.compile(
    r"(?:^|[.;:] )(?P<head>[^,;:\"]{2,80}?)(?:, [^,;:\"]{2,60},)?"
    r" (?:has |have |had |also |again |strongly |flatly |categorically )*"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refute[sd]?|dispute[sd]?|said|says|called"
    r"|calls|insist(?:s|ed)|rubbishe[sd]|ruled|described|denounce[sd]|told)\b"
)
_TAIL = re.compile(
    r", (?P<tail>[^,;:\"]{2,60}?) (?:said|says|insist(?:s|ed))\b"
    r"|\baccording to (?P<by>[^,;:.\"]{2,60})"
)
_SPOKEN_FOR = frozenset(
    (
        *("spokesman", "spokeswoman", "spokesperson", "official", "officials", "lawyer", "lawyers"),
        *("aide", "aides", "company", "group", "mr", "mrs", "ms", "dr", "police", "government"),
    )
)

_COMMON = frozenset(map(vocabulary.stem, vocabulary.COMMON))


def concerned(denial: Reading, statement: Reading) -> tuple[str, ...]:
    """Return the stems of the denier by which the statement names it, none where it does not."""
    folded = fold(denial.passage.wording)
    for found in (_SPEAKER.search(folded), _TAIL.search(folded)):
        speaker = next((group for group in found.groups() if group), "") if found else ""
        named = _named(speaker, statement.bag.keys())
        if named:
            return tuple(sorted(named))
    return ()


def is_named(speaker: str, statement: str) -> bool:
    """Return whether a statement names a speaker, given by a name or a phrase."""
    return bool(_named(fold(speaker), _keys(fold(statement))))


def _named(speaker: str, said: Set[str]) -> Set[str]:
    keys = _keys(speaker)
    named = keys & said
    return named if named == keys or not named <= _COMMON else frozenset()


def _keys(speaker: str) -> set[str]:
    """Return the stems that name a speaker; who only speaks for somebody is not named by it."""
    words = [
        word.removesuffix("'s")
        for word in WORD.findall(speaker)
        if word not in _SPOKEN_FOR and word not in vocabulary.STOP
    ]
    return {key_of(word)[0] for word in words if word}
