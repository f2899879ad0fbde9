"""Phrases to search for: exact, short enough for a search field, made of the text's own words.

Decides which words of a sentence tell it apart: names first, then its longest words. Nothing is
sent anywhere. Quotation marks inside a phrase would end it, so a phrase never spans one.
"""

import re

from provenance.text import fold, sentence_spans, words

LONGEST_PHRASE = 12  # words; search engines cut longer ones
SHORTEST_PHRASE = 6  # words; shorter ones are found everywhere
READ = 50_000  # code points of a text that are looked at
# Where an exact phrase ends: quotation marks, line ends, dashes between clauses.
_BREAKS = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u2014\n]+')
_NAME = re.compile(r"[A-Z][\w\u2019'-]{1,40}(?: [A-Z][\w\u2019'-]{1,40}){0,3}")
_WORD = re.compile(r"[^\W\d_]{7,40}")
# Capitalised only because a sentence begins with them.
_OPENERS = frozenset(
    words(
        "a an the this that these those it its he she they we i you his her their our my your "
        "there in on at by for from with of to and but or as if when while after before since "
        "until according however meanwhile earlier later today yesterday some many several most "
        "more all no not new one two three four five six seven eight nine ten each every both "
        "monday tuesday wednesday thursday friday saturday sunday"
    )
)
# Long words that stand in texts on anything.
_PLAIN = frozenset(
    words(
        "according against already although announced another anything because besides between "
        "certain confirmed currently despite different earlier everything following further "
        "however including instead meanwhile nothing official officials perhaps possible probably "
        "published recently reported reportedly sentence several similar something statement "
        "therefore through together towards various whether without yesterday"
    )
)

_NO_NAME = ("ly", "ed", "ing")


def quoted(said: str) -> str:
    """Return words as one exact phrase, or "" where nothing is left of them."""
    runs = [" ".join(run.split()) for run in _BREAKS.split(said)]
    best = max(runs, key=lambda run: len(run.split()), default="")
    cut = " ".join(best.split()[:LONGEST_PHRASE]).strip(" .,;:!?\u2013\u2014-")
    return f'"{cut}"' if cut else ""


def key_words(wording: str, beside: str = "", limit: int = 3) -> tuple[str, ...]:
    """Return what tells a sentence apart: its names, then its longest words, each in order.

    Words of ``beside`` are left out: they stand in the query already.
    """
    head, taken = wording[:READ], set(words(beside))
    chosen: list[str] = []
    for match in _NAME.finditer(head):
        name = [_bare(word) for word in match.group().split(" ")]
        name = [word for word in name if fold(word) not in taken]
        while name and fold(name[0]) in _OPENERS:
            name.pop(0)
        # A lone word at the very start may be capitalised for that reason alone.
        if name and not (match.start() == 0 and len(name) == 1 and name[0].endswith(_NO_NAME)):
            chosen.append(" ".join(name))
            taken.update(words(chosen[-1]))
    taken |= _PLAIN
    rest = [word for word in dict.fromkeys(_WORD.findall(head)) if fold(word) not in taken]
    chosen = chosen[:limit]
    longest = sorted(rest, key=len, reverse=True)[: limit - len(chosen)]
    chosen += [word for word in rest if word in longest]
    return tuple(f'"{word}"' if " " in word else word for word in chosen)


def source_search(name: str, wording: str) -> str:
    """Return a query for a source by its words in the text, beside what the claim is about."""
    return " ".join((quoted(name), *key_words(wording, name))).strip()


def exact_phrases(text: str, limit: int = 3) -> tuple[str, ...]:
    """Return up to ``limit`` long exact phrases, one from each part of the text."""
    head = text[:READ]
    sentences = [head[start:end] for start, end in sentence_spans(head)]
    phrases = [quoted(sentence) for sentence in sentences if _is_prose(sentence)]
    long = [phrase for phrase in phrases if len(phrase.split()) >= SHORTEST_PHRASE]
    parts = min(limit, len(long))
    return tuple(
        max(long[len(long) * part // parts : len(long) * (part + 1) // parts], key=len)
        for part in range(parts)
    )


def _bare(name: str) -> str:
    """Return a name without the mark of the possessive."""
    return re.sub("['\u2019]s?$", "", name)


def _is_prose(sentence: str) -> bool:
    """Return whether it reads as a sentence: page furniture is found on every page."""
    return sentence.rstrip("\"\u201d\u2019'")[-1:] in (".", "!", "?") and "://" not in sentence
