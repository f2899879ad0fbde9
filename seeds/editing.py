"""What a desk does to an agency's text before it prints it: pure functions over lines.

A line is one sentence and the claim that it states. Editing changes the words, never which
claim a line states or to which origin it goes back: that is the truth about a copy.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

_LOWERED = frozenset({"A", "About", "An", "Around", "Below", "For", "In", "Some", "The", "Until"})


@dataclass(frozen=True)
class Line:
    """One sentence of a story. ``story`` is the claim that it states, empty if none."""

    text: str
    story: str = ""
    origin: str = ""
    stance: str = "repeats"
    modality: str = "asserted"
    says: str | None = None  # who is said to say it, "" for nobody, None where not told
    stated: str = ""  # the part that states the claim, where that is not the whole sentence

    @property
    def fragment(self) -> str:
        """The words by which the claim is recognised."""
        return self.stated or self.text.rstrip(".")


def cut(lines: Sequence[Line], keep: int) -> tuple[Line, ...]:
    """Return the first lines: an agency's text is cut from below."""
    return tuple(lines[:keep])


def reworded(
    lines: Sequence[Line], synonyms: Sequence[Sequence[str]], rng: Random
) -> tuple[Line, ...]:
    """Return the lines with about half of the words that have a synonym exchanged."""
    return tuple(replace(line, text=_exchanged(line.text, synonyms, rng)) for line in lines)


def moved(lines: Sequence[Line], day: str) -> tuple[Line, ...]:
    """Return the lines with "on Monday" brought to the front of its sentence."""
    return tuple(replace(line, text=_fronted(line.text, day)) for line in lines)


def miscopied(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with the digits of the first line's first number turned round.

    A number that reads the same backwards gets a digit more.
    """
    first, *rest = lines
    match = re.search(r"\d{2,}", first.text)
    if match is None:
        return tuple(lines)
    number = match.group()
    turned = number[::-1].lstrip("0")
    if turned == number or len(turned) < len(number):
        turned = number + "0"
    text = first.text[: match.start()] + turned + first.text[match.end() :]
    return (replace(first, text=text), *rest)


def within(sentence: str) -> str:
    """Return a sentence as it stands after an introduction: no capital, no full stop."""
    word, _, rest = sentence.rstrip(".").partition(" ")
    return f"{word.lower() if word in _LOWERED else word} {rest}"


def _exchanged(text: str, synonyms: Sequence[Sequence[str]], rng: Random) -> str:
    for old, new in synonyms:
        if rng.random() < 0.5:
            text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text, count=1)
    return text


def _fronted(text: str, day: str) -> str:
    clause = f" on {day}"
    if clause not in text:
        return text
    return f"On {day} {within(text.replace(clause, '', 1))}."
