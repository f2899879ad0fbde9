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
