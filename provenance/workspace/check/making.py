"""How the rules of ``wording`` and ``measures`` put what they find: words on both sides.

Words are put in the place of a draft's only where a sentence remains: not where they say again
what stands beside them, nor where the verb of who says so would go.
"""

from collections.abc import Sequence

from provenance.model import StepRole
from provenance.model.checking import AmissView, SideView
from provenance.text import words
from provenance.workspace.check.evidence import Held, Upstream

CREDIT = ", "  # with this begins what is put behind a sentence, and not in place of its words
_TELLING = 4  # letters of a word that is not said twice in one sentence


def who(upstream: Upstream) -> str:
    """Return who says so in a text, or its outlet where nobody is named."""
    names = [each.name for each in upstream.says]
    return ", ".join(names) or upstream.mention.outlet or ""


def made(
    held: Held,
    rule: str,
    sentence: str,
    beside: Sequence[SideView],
    *,
    said: str = "",
    instead: str = "",
) -> AmissView:
    """Return one thing that is amiss; ``said`` are its words, by default the whole statement."""
    return AmissView(
        rule=rule,
        sentence=sentence,
        words=said or held.mention.wording,
        beside=tuple(dict.fromkeys(each for each in beside if each.words)),
        instead=instead,
    )


def about(held: Held, rule: str, sentence: str) -> AmissView:
    """Return one thing that is amiss with the claim itself."""
    return made(held, rule, sentence, [each.side() for each in held.every])


def sides(held: Held) -> list[SideView]:
    """Return the quotes furthest upstream, or all of the claim where the text itself is that."""
    return [each.side() for each in held.upstream or held.every]


def credit(held: Held) -> str:
    """Return who says so, as the first text upstream has it, to be put behind a sentence."""
    if not held.upstream or held.alarms:  # to credit one on a circle mends nothing
        return ""
    first = held.upstream[0]
    named = next((each.name for each in reversed(first.says) if each.named), None)
    if named is not None:
        return f"{CREDIT}according to {named}"
    return f"{CREDIT}{first.mention.outlet} reported" if first.mention.outlet else ""


def in_place(theirs: tuple[str, str], own: tuple[str, str]) -> bool:
    """Return whether words of one wording stand where words of another do: (wording, words).

    They end alike, the same word stands before both or after both, or both are the whole.
    """
    (before, first, after), (behind, second, beyond) = _around(*theirs), _around(*own)
    whole = not (before or after or behind or beyond)
    alike = first[-1:] == second[-1:] != []
    return whole or alike or before == behind != "" or after == beyond != ""


def _around(wording: str, part: str) -> tuple[str, list[str], str]:
    """Return the word before a part of a wording, its own, and the word after it."""
    every, own = words(wording), words(part)
    at = next((n for n in range(len(every)) if every[n : n + len(own)] == own), 0)
    return "".join(every[max(0, at - 1) : at]), own, "".join(every[at + len(own) :][:1])


def put(held: Held, sentence: str, amiss: AmissView) -> str:
    """Return a sentence with words put in, or as it is where no sentence would remain."""
    before, after = sentence.split(amiss.words)
    added, lost = set(words(amiss.instead)), set(words(amiss.words))
    more = {word for word in added - lost if len(word) >= _TELLING}
    cues = {
        word
        for step in held.piece.stated.steps
        if step.role is not StepRole.VERIFIED
        for word in words(step.cue)
    }
    if more & {*words(before), *words(after)} or cues & (lost - added):
        return sentence
    begins = not before.strip() and amiss.words[:1].isupper()
    instead = amiss.instead[:1].upper() + amiss.instead[1:] if begins else amiss.instead
    return f"{before}{instead}{after}"
