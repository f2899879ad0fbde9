"""Closed classes of words, and what a word does in a clause: verb groups, number, heads.

What neither a list nor an ending shows is not known: a verb that stands in no list is taken for
one in the past tense alone.
"""

import re

from provenance.attribution import words as w
from provenance.attribution.cues import VERBS, Form
from provenance.attribution.units import QUOTE, Unit, word_set

FAR = 45  # words looked at on one side
BESIDE = 35  # words of an apposition
PARENTHESIS = 10  # words between brackets
BE = word_set(
    "is are was were be been being am isn't aren't wasn't weren't 's 're 'm he's she's it's "
    "i'm we're they're you're that's who's there's"
)
AUXILIARIES = BE | word_set(
    "has have had having hasn't haven't hadn't do does did don't doesn't didn't will would can "
    "could shall should may might must won't wouldn't can't cannot couldn't shouldn't i've we've "
    "they've you've who've i'd he'd she'd we'd they'd you'd i'll he'll she'll we'll they'll "
    "you'll it'll 've 'd 'll ought"
)
_PASTS = word_set(
    "became took gave went came made got began ran won lost held stood sat kept met paid sent "
    "spent built bought brought caught drove fell flew grew led sold threw rose drew"
)
SEEMING = word_set(
    "appear appears appeared seem seems seemed purport purports purported help helps helped"
)
STARTING = word_set(
    "begin begins began begun start starts started keep keeps kept continue continues continued "
    "stop stops stopped"
)
CLITIC = re.compile(r"(?:i|you|he|she|it|we|they|who|that|there)'(?:s|re|m|ve|d|ll)")
MODALS = word_set(
    "do does did don't doesn't didn't will would can could shall should may might must won't "
    "wouldn't can't cannot couldn't shouldn't i'd he'd she'd we'd they'd you'd i'll he'll she'll "
    "we'll they'll you'll to"
)
ADVERBS = word_set(
    "also never not ever often still already now then later recently just even once long first "
    "again soon only always sometimes further instead too both all rather so yesterday today "
    "tonight long once twice reportedly previously initially subsequently since himself herself "
    "themselves itself really very well more most less earlier ultimately essentially almost "
    "likewise perhaps maybe simply quite much nevertheless nonetheless thus therefore famously "
    "have has had"
)
_NOT_ADVERBS = word_set(
    "family ally rally reply supply july italy assembly bully fly apply rely only"
)
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday today tonight week month year "
    "morning afternoon evening night jan. feb. aug. sept. oct. nov. dec."
)
NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?")
PRONOUNS = word_set(
    "i you he she it we they who this these those some many others everyone someone nobody "
    "everybody anyone none both several most few"
)
DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any no every each another "
    "other many several few most all both such"
)
JOINERS = word_set(
    "that because if while when whether although though but than where why how what after before "
    "since until unless or as so which who whom whose whereas like"
)
PREPOSITIONS = word_set(
    "in on at by for from with to about against between among during under over near behind "
    "through after before since into within without despite amid following regarding including "
    "throughout across toward towards around upon off out per via until as like"
)
_PLURAL = w.PLURALS | word_set(
    "percent majority half third quarter number two three four five six seven eight nine ten "
    "they we you i who these those some many others both several most few surveyed polled"
)
STOPS = word_set(": ; ( ) [ ] \u2014 \u2013 - ! ? *") | {QUOTE}


def adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def group_start(unit: Unit, at: int) -> int:
    """Return where the verb group begins whose main verb stands at a word."""
    low = unit.low
    begin = at
    while begin > 0 and at - begin < 9:
        word = low[begin - 1]
        if begin == at and word in STARTING and low[at].endswith("ing"):
            begin -= 1  # "began yelling"
        elif word == "to" and begin > 1 and low[begin - 2] in SEEMING:
            begin -= 2
        elif word in AUXILIARIES or (adverb(word) and not unit.capital[begin - 1]):
            begin -= 1
        elif word in DAYS and begin > 1:
            begin -= 2 if low[begin - 2] in ("on", "last", "this", "in", "late", "early") else 1
        else:
            break
    return begin


def finite(unit: Unit, at: int) -> bool:
    """Whether a word looks like a finite verb."""
    word = unit.low[at]
    if word in AUXILIARIES:
        return True
    if unit.capital[at] and at > 0 and unit.capital[at - 1]:
        return False
    papers = word in w.DOCUMENTS and (at == 0 or not unit.capital[at - 1])
    if papers or _before_papers(unit, at):
        return False
    if word in _PASTS:
        return True
    verb = VERBS.get(word)
    if verb is not None and verb.form in (Form.PAST, Form.THIRD):
        return at > 0 and unit.low[at - 1] not in DETERMINERS
    return word.endswith("ed") and at > 0 and unit.low[at - 1] not in DETERMINERS


def _before_papers(unit: Unit, at: int) -> bool:
    """Whether a participle opens a noun: ", leaked letters show"."""
    low = unit.low
    opens = at == 0 or low[at - 1] in (",", ";", "as")
    return opens and low[at].endswith("ed") and at + 1 < len(low) and low[at + 1] in w.DOCUMENTS


def plural(unit: Unit, begin: int, end: int) -> bool:
    """Whether a phrase takes a verb without -s."""
    low = unit.low
    head = head_end(unit, begin, end)
    last = low[head - 1]
    many = last in _PLURAL or last.endswith("s") or "and" in low[begin:head] or last in CLITICS
    return many or any(word in w.GROUPS for word in low[begin:head])


CLITICS = word_set(
    "i've we've they've you've i'd he'd she'd we'd they'd you'd i'll he'll she'll we'll"
)


def head_end(unit: Unit, begin: int, end: int) -> int:
    """Return where the head of a phrase ends: before its first preposition, comma or clause."""
    low = unit.low
    for at in range(begin + 1, end):
        if low[at] in PREPOSITIONS or low[at] in (",", "of", "who", "that", "which", "("):
            return at
        if at + 1 < end and low[at].endswith("ed") and low[at + 1] in PREPOSITIONS:
            return at
    return end
