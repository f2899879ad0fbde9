"""Text as words, sentences, phrases and shingles. Spans are Unicode code points, end excluded.

``fold`` maps text to the form in which copies are compared: compatibility forms, case,
zero-width and bidirectional controls, look-alike quotes and letters no longer tell two texts
apart. What is stored and quoted is never folded. ``Phrases`` are what rules about sentences
look for.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

_HIDDEN = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CLOSERS = re.compile(
    rf"[{_HIDDEN}]{{0,4}}"
    rf"(?:[\u201d\u00bb)\]]|\[\d{{1,3}}\]|[\"'\u2019](?=[\s\u201d\"'{_HIDDEN}]|$)){{1,4}}"
)
_END = re.compile(
    rf"(?<![.!?\u2026])(?P<stop>[.!?\u2026]{{1,8}})(?P<close>[\"'\u201d\u2019\u00bb)\]]{{0,4}}(?:\[\d{{1,3}}\]){{0,3}})"
    rf"(?P<space>[\s{_HIDDEN}]{{0,4}})(?=[\"'\u201c\u2018\u00ab(\[]{{0,3}}[A-Z\u00c0-\u00de])"
)
_LAST = re.compile(r"[^\W_][^\s\"'\u201c\u201d()\u2014]{0,29}$")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[a-hA-H])[.)]")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sens?|Reps?|Govs?|Gens?|Cols?|Lts?|Sgts?|Capts?|Cpl|Cmdr|Adm|Maj"
    r"|Brig|Pvt|Rev|Fr|Hon|Pres|Supt|Insp|Det|Mme|Mlle|Msgr|St|Ste|Mt|Ft|No|Nos|Vol|Fig|Art|vs?)"
    r"\.$"
)
_SHORT = re.compile(
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sens?|Reps?|Govs?|Gens?|Cols?|Lts?|Sgts?|Capts?|Cpl|Cmdr|Adm|Maj"
    r"|Brig|Pvt|Rev|Fr|Hon|Pres|Supt|Insp|Det|Mme|Mlle|Msgr|St|Ste|Mt|Ft|Nos?|Vol|Figs?|Art|vs?"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
    r"|Inc|Corp|Co|Cos|Ltd|Plc|Bros|Jr|Sr|Esq|Dept|Univ|Assn|Ave|Blvd|Rd|approx|est|etc|cf|ca|al"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla"
    r"|Ore|Penn|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Eng|pp?|ed|eds|trans|sec|art|fig|vol|no|nos|para|op)",
    re.IGNORECASE,
)
"""Abbreviations that a capital may follow within a sentence."""
_NO_END = re.compile(r"(?:\b(?:[A-Za-z]\.){1,5}|\b[A-Z][a-z]{1,4}\.|\b[a-z]{1,3}\.)$")
_ASKED = re.compile(
    r"(?:[A-Z][\w.\u2019'-]{0,20} ){1,4}(?:said|says|asked|asks|added|replied|wrote|told|tweeted"
    r"|shouted|cried|yelled|exclaimed|demanded|wondered|answered|declared|recalled)\b"
)
"""Who spoke, behind a quotation that ends like a sentence."""
_LONGEST_JOINED = 1500  # code points
_KEPT_LINE = 4000  # code points; several parts cut the same lines one after another
WORD = re.compile(r"[^\W_]+(?:['\u2019.,][^\W_]+)*")
_NO_LETTERS = str.maketrans(
    {
        chr(code): " "
        for code in (*range(0x100), *range(0x2000, 0x2070))  # Latin, general punctuation
        if not chr(code).isalpha()
    }
)
_CONTROLS = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Letters of other scripts that are drawn like Latin ones (Unicode TR 39, confusables).
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u03bf\u03b1\u2018\u2019\u201c\u201d\u2013\u2014\u2212",
    "aeopcyxijsoa''\"\"---",
)


def fold(text: str) -> str:
    """Return text in the form in which copies are compared."""
    if text.isascii():
        return text.lower()
    folded = _CONTROLS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return folded.translate(_LOOKALIKES)


def words(text: str) -> list[str]:
    """Return the folded words of a text."""
    return WORD.findall(fold(text))


def lowered(text: str) -> str:
    """Return text in lower case, code point for code point."""
    return text.replace("\u0130", "I").lower()  # the one letter whose small form is longer


@lru_cache(maxsize=256)  # many rules look at one sentence, one after another
def _folded(text: str) -> tuple[str, frozenset[str]]:
    low = lowered(text)
    return low, frozenset(low.translate(_NO_LETTERS).split())


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case; hyphens and apostrophes part words."""
    return _folded(text)[1]


class Phrases:
    """Phrases as one pattern, looked for only in a text that holds one of their words.

    Every match holds one of ``words``, whole: most sentences hold none of them, and a look
    into a set of words costs a hundredth of a search. The pattern is in lower case and reads
    the text in lower case, so that what a match says is cut out of the text by its span. A
    pattern that is never looked for is never compiled.
    """

    def __init__(self, words: str, pattern: str) -> None:
        """Take the words, with spaces between, and the pattern."""
        self.words = frozenset(words.split())
        self._pattern = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self._pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first of the phrases in a text."""
        low, words = _folded(text)
        return None if self.words.isdisjoint(words) else self.pattern.search(low)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the phrase with which a text begins."""
        low, words = _folded(text)
        return None if self.words.isdisjoint(words) else self.pattern.match(low)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the phrases in a text, in order."""
        low, words = _folded(text)
        return iter(()) if self.words.isdisjoint(words) else self.pattern.finditer(low)


def as_in(text: str, match: re.Match[str], group: str | int = 0) -> str:
    """Return the words of a match as they stand in the text, in upper and lower case."""
    start, end = match.span(group)
    return text[start:end] if start >= 0 else ""


def shingles(tokens: Sequence[str], size: int = 5) -> Iterator[int]:
    """Yield a 64-bit key for each run of ``size`` words, in order."""
    for start in range(len(tokens) - size + 1):
        yield shingle_key(" ".join(tokens[start : start + size]))


def shingle_key(run: str) -> int:
    """Return a 64-bit key of a run of words, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, white space at both ends left out.

    A line feed always ends a sentence: documents separate paragraphs by it.
    """
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        given, at = line.group(), line.start()
        spans.extend((at + start, at + end) for start, end in line_sentences(given))
    return spans


def line_sentences(line: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each sentence of one line."""
    return _cut_short(line) if len(line) <= _KEPT_LINE else _cut(line)


def _cut(given: str) -> tuple[tuple[int, int], ...]:
    from nupunkt import sent_spans  # its model takes 0.1 s to load: only when used

    rough = [trimmed for start, end in sent_spans(given) for trimmed in _trimmed(given, start, end)]
    return tuple(_parted(given, _joined(given, _closed(given, rough))))


_cut_short = lru_cache(maxsize=512)(_cut)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _closed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give closing marks at the head of a sentence to the one before: '.' and '” Vale left.'."""
    moved: list[tuple[int, int]] = []
    for start, end in spans:
        marks = _CLOSERS.match(text, start, end)
        if marks and moved and marks.end() > start:
            moved[-1] = (moved[-1][0], marks.end())
            moved.extend(_trimmed(text, marks.end(), end))
        else:
            moved.append((start, end))
    return moved


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join what an abbreviation, the number of a list or "?” she asked" has parted."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held is None:
            held = start, end
        elif end - held[0] < _LONGEST_JOINED and _belongs(text, held, start):
            held = held[0], end
        else:
            yield held
            held = start, end
    if held is not None:
        yield held


def _belongs(text: str, before: tuple[int, int], start: int) -> bool:
    if before[1] - before[0] < 6 and _NUMBER.fullmatch(text, *before):
        return True
    if text[start] in ",;)" or (text[start] == "." and text[start : start + 2] != ".."):
        return True
    last = text[max(before[0], before[1] - 12) : before[1]]
    if text[start].islower():
        return bool(_NO_END.search(last) or last[-1] in "\u201d\"'\u2019!?")
    asked = last[-2:-1] in ("?", "!") and not last[-1].isalnum() and _ASKED.match(text, start)
    return bool(asked or _TITLE.search(last))


def _parted(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Part what was left in one piece: ends behind closing marks, before a name or a title."""
    for start, end in spans:
        begin = start
        for match in _END.finditer(text, start, end):
            if _ends(text, begin, match, end):
                yield from _trimmed(text, begin, match.end())
                begin = match.end()
        yield from _trimmed(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends with these marks; what follows begins with a capital."""
    last = _LAST.search(text, max(begin, match.start() - 30), match.start())
    word = last.group() if last else ""
    marks, space = match["close"], match["space"]
    if not space:
        near = max(begin, match.end() - _LONGEST_JOINED)
        glued = "\u201d" in marks or text.count('"', near, match.end()) % 2 == 0
        return glued if marks else word.islower() and len(word) > 2 and "." not in word
    if match["stop"] != ".":
        return not _ASKED.match(text, match.end(), min(end, match.end() + 80))
    if marks.strip(")]") and not _ASKED.match(text, match.end(), min(end, match.end() + 80)):
        return len(word) > 2 or text[begin:end].isupper()
    plain = word.isalpha() and len(word) > 1 and not _SHORT.fullmatch(word)
    return plain and (word.islower() or (len(word) > 3 and word[1:].islower()))
