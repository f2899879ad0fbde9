"""One sentence as the rules see it: its words, its first finite verb, what stands before it.

A shallow reading without a tagger: closed classes, endings and neighbours decide. It names
the first finite verb of the main clause where it can, and says None where it cannot.
Cost is linear in the words of the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from provenance.claims import words as w

TOKEN = re.compile(r"[^\W_]+(?:['\u2019.\-][^\W_]+)*|[,;:()\u2014\u2013]")
LIMIT = 400  # words of one sentence that are read; what is longer is no prose
_MARKS = (",", "\u2014", "\u2013")
_ASIDE = 25  # words of an aside between subject and verb
_PLURAL_LIKE = w.word_set("people police men women children they we you i both many who them us")
_NOT_PLURAL = ("ss", "us", "is", "'s")
_CONTRACTED = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am", "s": "is"}
_CONTRACTING = w.word_set("it that there he she what who here where how")
_AUXILIARY_FOLLOWS = frozenset((word,) for word in w.AUXILIARIES)
_NO_VERB_AFTER = w.DETERMINERS | w.PREPOSITIONS | w.AUXILIARIES | w.SUBORDINATORS
_PLURAL_SAY = w.word_set(
    "expect say argue believe fear think want warn insist predict agree disagree hope suspect"
)
"""Verbs, never nouns, by which people speak and think."""
_MAY_BE_FINITE = (
    _PLURAL_SAY
    | w.AUXILIARIES
    | w.IRREGULAR_PAST
    | w.VERBS
    | w.THIRD
    | w.FIGURATIVE
    | w.FIGURATIVE_FORMS
)
_ALSO_NOUNS = frozenset(("will", "can", "might", "may", "must"))
_PRONOUN_LIKE = w.word_set("this that these those all some both many few most any neither")
_NO_NOUN = w.DETERMINERS | w.PREPOSITIONS | w.CONNECTIVES | frozenset(("even", "only", ","))
_PLURAL_VERBS = w.word_set("do have are were don't haven't aren't weren't ,")
_SPEAKERS = frozenset(("they", "we", "he", "she"))
_NOT_VERBS = (
    _NO_VERB_AFTER
    | w.CONNECTIVES
    | w.word_set(
        "who whom whose themselves ourselves himself herself alone too else not never ever then "
        "now often always just soon here there perhaps either well even still"
    )
)
"""What may follow a pronoun and is no verb, beside the closed classes."""
_IDEA_ENDINGS = (
    "ity",
    "ness",
    "tion",
    "sion",
    "ment",
    "ism",
    "cracy",
    "ship",
    "hood",
    "ance",
    "ence",
)
_COMMON_FIRST = w.DETERMINERS | w.PREPOSITIONS | w.SUBORDINATORS | w.CONNECTIVES | w.PERSONAL


@dataclass(frozen=True)
class Sentence:
    """Words of one sentence, as they stand and folded, and its main verb."""

    text: str
    raw: tuple[str, ...]
    low: tuple[str, ...]
    verb: int | None  # index of the first finite verb of the main clause
    clause: int  # index where the main clause begins

    def starts(self) -> Iterator[int]:
        """Yield where each word begins in the text."""
        end = 0
        for word in self.raw:
            start = self.text.find(word, end)
            end = start + len(word)
            yield start

    @cached_property
    def main_verb(self) -> str:
        """The first finite verb, folded, or nothing."""
        return self.low[self.verb] if self.verb is not None else ""

    def start_of(self, index: int) -> int:
        """Return where a word begins in the text."""
        return next(islice(self.starts(), index, None))

    @cached_property
    def subject(self) -> tuple[str, ...]:
        """Folded words from the start of the main clause up to its verb."""
        return self.low[self.clause : self.verb] if self.verb is not None else ()

    @cached_property
    def predicate(self) -> tuple[str, ...]:
        """Folded words after the verb, up to the end of the clause."""
        if self.verb is None:
            return ()
        rest = self.low[self.verb + 1 :]
        for index, word in enumerate(rest):
            if word in ";:\u2014\u2013":
                return rest[:index]
        return rest

    @cached_property
    def named(self) -> bool:
        """Whether a proper name stands in it."""
        return self.named_in(0, len(self.raw))

    def named_in(self, start: int, end: int) -> bool:
        """Whether a proper name stands between two words."""
        return any(
            word[0].isupper() and word != "I" and (index > 0 or self.looks_named_first)
            for index, word in enumerate(self.raw[start:end], start)
        )

    @property
    def looks_named_first(self) -> bool:
        """Whether the first word looks like a name though every first word has a capital."""
        if len(self.raw) < 2 or not self.raw[0][0].isupper():
            return False
        follows = self.low[1]
        if _plural(self.low[0]) and (follows in w.VERBS or follows in _PLURAL_VERBS):
            return False
        if self.low[0].endswith(_IDEA_ENDINGS) and not self.raw[1][0].isupper():
            return False
        return (
            self.low[0] not in _COMMON_FIRST
            and self.low[0] not in w.ABSTRACT
            and (
                self.raw[1][0].isupper()
                or follows in w.AUXILIARIES
                or follows in w.THIRD
                or follows in w.IRREGULAR_PAST
                or (follows == "and" and len(self.raw) > 2 and self.raw[2][0].isupper())
                or self.low[0].endswith(("'s", "n", "ese", "ish"))
                or follows in ("already", "also", ",")
            )
        )


@lru_cache(maxsize=256)  # a sentence of one proposition is cut and judged in the same words
def read(text: str) -> Sentence:
    """Return the sentence with its main verb, as far as that can be told."""
    raw = TOKEN.findall(text)[:LIMIT]
    if "'" in text or "\u2019" in text:
        raw, low = _parted(raw)
    else:
        low = tuple([word.lower() for word in raw])
    clause = _main_clause(low)
    return Sentence(text, tuple(raw), low, _first_verb(low, clause), clause)


def _parted(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return words as they stand and folded; a contraction is two, subject and verb."""
    raw: list[str] = []
    low: list[str] = []
    for word in words:
        folded = word.lower().replace("\u2019", "'")
        stem, mark, ending = folded.partition("'")
        verb = _CONTRACTED.get(ending) if mark else None
        if verb is None or (ending == "s" and stem not in _CONTRACTING):
            raw.append(word)
            low.append(folded)
        else:
            raw += (word[: len(stem)], word[len(stem) :])
            low += (stem, verb)
    return raw, tuple(low)


def finite_at(low: tuple[str, ...], index: int) -> bool:
    """Return whether the word at an index reads as a finite verb, by form and neighbours."""
    word = low[index]
    if word not in _MAY_BE_FINITE and not word.endswith("ed"):
        return after_pronoun(low, index)
    before = low[index - 1] if index else ""
    if word in w.AUXILIARIES:
        if word not in _ALSO_NOUNS or before not in w.DETERMINERS:
            return True
        follows = low[index + 1] if index + 1 < len(low) else ""
        return before in _PRONOUN_LIKE and (
            follows in w.VERBS or follows in ("be", "have", "not", "never")
        )
    if before in _NO_VERB_AFTER or low[index + 1 : index + 2] in _AUXILIARY_FOLLOWS:
        return False
    return index > 0 if word in w.IRREGULAR_PAST else _regular_at(low, index)


def after_pronoun(low: tuple[str, ...], index: int) -> bool:
    """Return whether a word that no list knows stands where a pronoun's verb stands."""
    if index == 0 or low[index - 1] not in _SPEAKERS:
        return False
    word, before = low[index], low[index - 1]
    if not word.isalpha() or word.endswith(("ly", "ing")) or word in _NOT_VERBS:
        return False
    third = word.endswith("s") and not word.endswith("ss")
    return third or before in ("they", "we")


def _regular_at(low: tuple[str, ...], index: int) -> bool:
    word = low[index]
    past = word.endswith("ed") and len(word) > 4 and word not in w.NOT_PAST
    return _past_at(low, index) if past else _present_at(low, index)


def _present_at(low: tuple[str, ...], index: int) -> bool:
    word, before = low[index], low[index - 1] if index else ""
    if word in w.VERBS or word in w.FIGURATIVE or word in _PLURAL_SAY:
        return _plural(before) or (word in _PLURAL_SAY and _plural_head(low, index))
    third = word in w.THIRD or (word in w.FIGURATIVE_FORMS and word.endswith("s"))
    if before.endswith("'s"):  # "the town's judges": a noun
        return False
    if low[index + 1 : index + 2] == (",",) and before not in w.PERSONAL:  # "leaked documents, …"
        return False
    return third and index > 0 and before != "to" and not _plural_subject(low, index)


def _plural_head(low: tuple[str, ...], index: int) -> bool:
    """Whether a plural stands before a phrase and the verb: "analysts at the bank expect"."""
    return any(
        _plural(low[at]) and low[at + 1] in w.PREPOSITIONS
        for at in range(max(0, index - 6), index - 2)
    )


def _past_at(low: tuple[str, ...], index: int) -> bool:
    """Whether an -ed form is a verb: something nominal before it, no agent after it."""
    before = low[index - 1] if index else ""
    if low[index + 1 : index + 2] == ("by",):
        return False
    if all(word in _NO_NOUN or word.endswith("ly") for word in low[max(0, index - 4) : index]):
        return False
    return not (before.endswith("ly") and (index < 2 or low[index - 2] in (",", "the", "a", "an")))


def _plural_subject(low: tuple[str, ...], index: int) -> bool:
    """Whether the noun before is a plural that is not itself inside "of …"."""
    return _plural(low[index - 1]) and not any(
        word in w.PREPOSITIONS for word in low[max(0, index - 4) : index - 1]
    )


def _plural(word: str) -> bool:
    if word in _PLURAL_LIKE:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _main_clause(low: tuple[str, ...]) -> int:
    """Return where the main clause begins: after an opening connective, adverbial or clause."""
    begin = 0
    while begin < len(low) and low[begin] in w.CONNECTIVES:
        begin += 1
    if begin < len(low) and (low[begin] in w.SUBORDINATORS or low[begin] in w.PREPOSITIONS):
        clause = low[begin] in w.SUBORDINATORS  # has a verb of its own
        for index in range(begin, min(len(low), begin + 40)):
            if not clause and finite_at(low, index):
                break
            if low[index] == "," and index + 1 < len(low) and index - begin > 1:
                return index + 1
    return begin


def _first_verb(low: tuple[str, ...], begin: int) -> int | None:
    """Return the first finite verb from ``begin`` on that is not inside a relative clause."""
    skip, index = False, begin
    while index < len(low):
        word = low[index]
        if word in _MARKS and index > begin:
            behind = _behind_aside(low, index)
            if behind is not None and not skip:
                return behind
            index = index if behind is None else behind - 1
        elif word in w.RELATIVES and index > begin and low[index - 1] not in w.PREPOSITIONS:
            skip = True
        elif (
            word in _MAY_BE_FINITE or word.endswith("ed") or low[index - 1] in _SPEAKERS
        ) and finite_at(low, index):
            if not skip:
                return index
            skip = False
        index += 1
    return None


def _behind_aside(low: tuple[str, ...], mark: int) -> int | None:
    """Return the verb behind an aside: "the yard, built in May, sells"."""
    for index in range(mark + 2, min(len(low) - 1, mark + _ASIDE)):
        if low[index] == low[mark]:
            verb = low[index + 1]
            plain = verb in w.VERBS or verb in w.FIGURATIVE or verb in _PLURAL_SAY
            if finite_at(low, index + 1) or (plain and _plural(low[mark - 1])):
                return index + 1
    return None
