"""Nouns and adjectives that ascribe: "Roe's claim that", "calls for", "was confident that".

A noun counts with its owner before it and what is claimed after it; without an owner only where
"that" follows. An adjective counts after a form of "be", with the subject of that.
"""

from provenance.attribution import grammar as g
from provenance.attribution import phrases as p
from provenance.attribution.cues import Form, Kind
from provenance.attribution.ends import end_of
from provenance.attribution.units import QUOTE, Unit, word_set

Bind = tuple[tuple[int, int] | None, tuple[int, int], tuple[int, int], Kind]
SPOKEN = word_set(
    "claim claims allegation allegations accusation accusations assertion assertions statement "
    "statements argument arguments contention insistence warning warnings promise promises pledge "
    "pledges vow vows criticism criticisms call calls demand demands request requests praise "
    "endorsement comments remarks complaint complaints admission acknowledgment "
    "acknowledgement confession denial denials announcement declaration speculation rumors rumours "
    "suggestion suggestions prediction predictions message response reaction condemnation charge "
    "charges apology testimony threat threats characterization description defense rhetoric "
    "critique critiques account advice reference references"
)
THOUGHT = word_set(
    "belief beliefs view views opinion opinions concern concerns fear fears worry worries hope "
    "hopes desire intention intentions question questions doubt doubts suspicion suspicions "
    "conclusion notion theory perception impression position positions stance support opposition "
    "decision decisions plan plans proposal proposals willingness refusal commitment conviction "
    "confidence skepticism interest distrust dissatisfaction embrace push bid quest preference "
    "sense wish expectation expectations understanding attitude attitudes judgment assessment"
)
NOUNS = SPOKEN | THOUGHT
_LINKS = word_set("that to of for about on over against toward towards whether with")
ADJECTIVES = word_set(
    "confident sure certain convinced adamant concerned worried afraid aware hopeful optimistic "
    "pessimistic skeptical sceptical critical supportive willing unwilling eager reluctant "
    "determined committed happy unhappy proud glad disappointed surprised wary fearful doubtful "
    "dismissive mindful keen anxious angry furious opposed grateful sympathetic hesitant "
    "enthusiastic outspoken vocal expected prepared unsure uncertain "
    "interested excited pleased displeased frustrated upset comfortable uncomfortable open "
    "hostile inclined"
)
_ADJECTIVE_LINKS = word_set("that to of about with in on over by whether for")
_OWNERS = word_set("his her its their my our your whose")


def noun(unit: Unit, at: int) -> Bind | None:
    """Return what a noun ascribes to its owner, or to nobody where "that" follows."""
    low = unit.low
    if at + 2 >= len(low) or low[at + 1] not in _LINKS:
        return None
    kind = Kind.SPEECH if low[at] in SPOKEN else Kind.BELIEF
    link = low[at + 1]
    owner = _owner(unit, at)
    if owner is None and link != "that":
        return None
    if owner is None and low[at - 1 : at] and low[at - 1] not in g.DETERMINERS | g.PREPOSITIONS:
        return None
    begin = at + 1 if link in ("that", "to", "whether") else at + 2
    end = end_of(unit, begin, Form.PAST, short=link not in ("that", "to"))
    if link != "that":
        end = _predicate(unit, begin, end)
    if end <= begin:
        return None
    first = owner[1] if owner is not None else at
    return owner, (max(first, at - 4), max(at + 1, begin)), (begin, end), kind


def _predicate(unit: Unit, begin: int, end: int) -> int:
    """Return where the verb stands of which a noun is the subject: "his refusal to go | is"."""
    low = unit.low
    for at in range(begin + 1, end):
        if low[at] in ("who", "which", "that", "whether", "what", "how", "why"):
            return end
        if low[at] in g.AUXILIARIES and low[at] not in g.CLITICS and low[at - 1] != "to":
            return at
    return end


def _owner(unit: Unit, at: int) -> tuple[int, int] | None:
    low = unit.low
    for back in range(at - 1, max(-1, at - 5), -1):
        word = low[back]
        if word in _OWNERS:
            return back, back + 1
        if word.endswith(("'s", "s'")) and word not in g.AUXILIARIES:
            found = p.noun_before(unit, back + 1)
            return found or (back, back + 1)
        if not word.isalpha() or word in g.PREPOSITIONS or word in g.DETERMINERS or word == QUOTE:
            return None
    return None


def adjective(unit: Unit, at: int) -> Bind | None:
    """Return what a subject is said to be sure of, willing to do, critical of."""
    low = unit.low
    if at + 2 >= len(low) or low[at + 1] not in _ADJECTIVE_LINKS:
        return None
    begin = g.group_start(unit, at)
    if not any(word in g.BE for word in low[begin:at]):
        return None
    subject = p.before(unit, begin)
    if subject is None or low[subject[1] - 1] in ("it", "there"):
        return None
    link = low[at + 1]
    first = at + 1 if link in ("that", "to", "whether") else at + 2
    end = end_of(unit, first, Form.PAST, short=link not in ("that", "to"))
    if end <= first:
        return None
    return subject, (max(begin, subject[1]), max(first, at + 1)), (first, end), Kind.BELIEF
