"""Noun phrases of a unit, to the left and right of a verb, found without a parser.

A phrase is bounded by punctuation, by words that join clauses, and by verbs. "Of" binds on
either side; what stands between commas beside a noun belongs to it; an adverbial before the
subject does not. Each look reads at most a fixed number of words.
"""

import re

from provenance.attribution import words as w
from provenance.attribution.cues import VERBS, Form
from provenance.attribution.roles import IN_TITLES, ROLES
from provenance.attribution.units import QUOTE, Unit, word_set

FAR = 45  # words looked at on one side
_RELATIVE = ("who", "which", "that")
_PARENTHESIS = 10
_SHORT = 4  # words; an age between commas, and then the office
_BESIDE = 35  # words of an apposition


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
_NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?")
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
_STOPS = word_set(": ; ( ) [ ] \u2014 \u2013 - ! ? *") | {QUOTE}
_OPENING = word_set(
    "but and yet so however meanwhile still earlier instead then now also later perhaps indeed "
    "moreover finally today yesterday or while as although though when because that if after "
    "before since until nor for"
)


def adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def group_start(unit: Unit, at: int) -> int:
    """Return where the verb group begins whose main verb stands at a word."""
    low = unit.low
    begin = at
    while begin > 0 and at - begin < 9:
        word = low[begin - 1]
        if word == "to" and begin > 1 and low[begin - 2] in SEEMING:
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


def before(unit: Unit, end: int) -> tuple[int, int] | None:
    """Return the words of the noun phrase that ends before a word, beside it included."""
    low = unit.low
    if end <= 0:
        return None
    if CLITIC.fullmatch(low[end]) if end < len(low) else None:
        return end, end + 1
    if low[end - 1] in ("\u2014", "\u2013", "-"):
        end = _before_dashes(unit, end)
    if end > 0 and low[end - 1] == ",":
        return _with_apposition(unit, end)
    begin = _leftward(unit, end)
    return _trimmed(unit, begin, end)


def _before_dashes(unit: Unit, end: int) -> int:
    """Return where a phrase ends after which something stands between dashes."""
    for at in range(end - 2, max(0, end - _BESIDE), -1):
        if unit.low[at] == unit.low[end - 1]:
            return at
    return end


def _with_apposition(unit: Unit, end: int) -> tuple[int, int] | None:
    """Return a phrase that ends in what stands between two commas beside it."""
    low = unit.low
    at = _comma_before(low, end - 1)
    if at is None or low[at + 1] in ("and", "but", "adding", "saying"):
        return None
    inner = _trimmed(unit, _leftward(unit, at), at)
    if inner is None:
        return None
    further = inner[0] - 1
    if further > 0 and low[further] == "," and unit.capital[further - 1]:
        name = _trimmed(unit, _leftward(unit, further), further)
        if name is not None and (name[0] == 0 or low[name[0] - 1] not in PREPOSITIONS):
            return name[0], end - 1  # "Ann Roe, the clerk for ports, docks and locks,"
    if inner[0] > 0 and low[inner[0] - 1] in PREPOSITIONS:
        return _trimmed(unit, at + 1, end - 1)  # "In Ohio, the governor, ..."
    return (inner[0], end - 1) if low[inner[0]] not in PRONOUNS else inner


def _comma_before(low: list[str], end: int) -> int | None:
    """Return where the comma stands that opens what another comma closes."""
    for at in range(end - 1, max(0, end - _BESIDE), -1):
        if low[at] == ",":
            return at
        named = low[at] == QUOTE and low[at - 1] in ("titled", "called", "entitled", "named")
        if low[at] in (";", ":", QUOTE) and not named:
            return None
    return None


def _leftward(unit: Unit, end: int) -> int:
    """Return where a phrase that ends before a word begins."""
    stop = max(0, end - FAR)
    at = end
    while at > stop:
        further = _one_left(unit, at, end, stop)
        if further is None:
            break
        at = further
    return at


def _one_left(  # noqa: PLR0911  # a case for each kind of word
    unit: Unit, at: int, end: int, stop: int
) -> int | None:
    """Return where a phrase begins that reaches one word or one clause further, or None."""
    low = unit.low
    word = low[at - 1]
    if word == ")":
        return _opening(low, at)
    if word in _STOPS or word == ".":
        return None
    if word == ",":
        return at - 1 if _list_comma(unit, at - 1) else None
    if word in JOINERS:
        relative = word in _RELATIVE and at > 1 and _noun(unit, at - 2) and end - at > 1
        return at - 1 if relative else None
    if word == "and":
        return None if _joins_clauses(unit, at - 1, end) else at - 1
    if not finite(unit, at - 1):
        return at - 1
    if word not in AUXILIARIES and (at == end or low[at] in PREPOSITIONS):
        return at - 1  # "a book published in May says"
    for back in range(at - 2, max(at - 6, stop) - 1, -1):
        if low[back] in _RELATIVE:
            return back if back > 0 and low[back - 1] != "," else None
    return None


def _opening(low: list[str], at: int) -> int | None:
    """Return where a parenthesis opens that closes before a word, if it is short."""
    for back in range(at - 2, max(-1, at - 1 - _PARENTHESIS), -1):
        if low[back] == "(":
            return back
    return None


def noun_before(unit: Unit, end: int) -> tuple[int, int] | None:
    """Return the noun right before a participle: "paid a group | backing"."""
    low = unit.low
    begin = max(end - 1, 0)
    while begin > 0 and end - begin < 8:
        word = low[begin]
        if word in DETERMINERS or word in PRONOUNS:
            break
        left = low[begin - 1]
        if left in _STOPS or left in (",", ".", "and", "but") or left in JOINERS:
            break
        if (left in PREPOSITIONS and left != "of") or finite(unit, begin - 1):
            break
        begin -= 1
    return _trimmed(unit, begin, end)


def _noun(unit: Unit, at: int) -> bool:
    word = unit.low[at]
    return word in w.SOURCE_NOUNS or word.endswith("s") or unit.capital[at]


def _list_comma(unit: Unit, at: int) -> bool:
    """Whether a comma parts names of a list or a name from "Jr."."""
    low = unit.low
    return (
        0 < at < len(low) - 1
        and unit.capital[at - 1]
        and unit.capital[at + 1]
        and "and" in low[at + 1 : at + 8]
        and low[at - 1] != "however"
        and at > 2
        and not any(low[k] in PREPOSITIONS for k in range(max(0, at - 4), at))
    )


def _joins_clauses(unit: Unit, at: int, end: int) -> bool:
    """Whether an "and" joins two clauses and not two nouns."""
    low = unit.low
    if at + 1 < end and low[at + 1] in PRONOUNS:
        return True
    if low[at + 2 : at + 3] == ["by"]:  # "obtained by one and seen by another"
        return False
    for back in range(at - 1, max(-1, at - 14), -1):
        if low[back] in (",", ";", ":", QUOTE, "that"):
            return low[back] == "," and back == at - 1
        if finite(unit, back):
            return True
    return False


def _trimmed(unit: Unit, begin: int, end: int) -> tuple[int, int] | None:
    """Leave out an adverbial at the beginning of a phrase, and refuse what is no phrase."""
    low = unit.low
    while end > begin and (low[end - 1] in (",", "and") or adverb(low[end - 1])):
        end -= 1
    while begin < end and (low[begin] in _OPENING or adverb(low[begin]) or low[begin] == ","):
        if low[begin] in ("both", "all", "most"):
            break
        begin += 1
    if begin >= end:
        return None
    last = low[end - 1]
    if last in PRONOUNS or CLITIC.fullmatch(last):
        return end - 1, end
    while begin < end and low[begin] in PREPOSITIONS:
        after = _past_preposition(unit, begin, end)
        if after >= end:
            return None
        begin = after
    if (
        last in PREPOSITIONS
        or last in DETERMINERS
        or last == "of"
        or last in ("there", "here", "let", "not", "'")
    ):
        return None
    if not (last[0].isalnum() or last == ")") or (last.isdigit() and not unit.capital[end - 2]):
        return None
    return begin, end


def _past_preposition(unit: Unit, begin: int, end: int) -> int:
    """Return where the subject begins after a phrase with a preposition: "in May the crew"."""
    low = unit.low
    at = begin + 1
    while at < end and (
        low[at] in DAYS
        or low[at] in ("the", "last", "this", "a", "early", "late")
        or _NUMBER.fullmatch(low[at])
    ):
        at += 1
    if at > begin + 1 and low[at - 1] not in ("the", "a"):
        return at
    for at in range(end - 1, begin + 1, -1):
        if low[at] in DETERMINERS and low[at - 1] not in PREPOSITIONS and low[at - 1] != "of":
            return at
    return end


def after(unit: Unit, begin: int, *, strict: bool = False) -> int:
    """Return where the noun phrase ends that begins at a word; the same where there is none.

    Where it is strict, only what stands between two commas belongs to the noun.
    """
    low = unit.low
    at, stop = begin, min(len(low), begin + FAR)
    relative = False
    while at < stop:
        word = low[at]
        if word == "(" and ")" in low[at : at + _PARENTHESIS]:
            at = low.index(")", at) + 1
            continue
        if word == ",":
            beside = _between(unit, at) if strict else _beside(unit, at)
            if not beside:
                break
            at = _end_of_apposition(unit, at + 1, stop)
            if strict or at - begin > _SHORT or low[at : at + 1] != [","]:
                break
            continue
        if at > begin and not relative and _ends_phrase(unit, at):
            break
        if strict and at > begin and _begins_anew(unit, at):
            break
        if word in _STOPS or word == "." or (word in JOINERS and word != "who"):
            break
        relative = relative or word == "who"
        at += 1
    while at > begin and low[at - 1] in (",", "and", "'"):
        at -= 1
    return at


def _ends_phrase(unit: Unit, at: int) -> bool:
    """Whether a word after a noun is none of its phrase."""
    low = unit.low
    word = low[at]
    following = low[at + 1] if at + 1 < len(low) else ""
    if word in PRONOUNS and word != "who":
        return low[at - 1] not in PREPOSITIONS and low[at - 1] != "of"
    verb = VERBS.get(word)
    if verb is not None and verb.form is Form.THIRD and not unit.capital[at]:
        return word not in w.DOCUMENTS
    if word in AUXILIARIES or word in DAYS or word in ("during", "late", "earlier", "last"):
        return True
    if word in ("in", "on", "at"):
        return (
            following in DAYS
            or following in ("a", "an", "response")
            or (_NUMBER.fullmatch(following) is not None)
        )
    return word == "and" and (following in PRONOUNS or following in VERBS)


def _begins_anew(unit: Unit, at: int) -> bool:
    """Whether another noun begins at a word: "according to officials | the yard …"."""
    left = unit.low[at - 1]
    if left in PREPOSITIONS or left in ("of", "and", "or", ","):
        return False
    titled = left in w.PERSONS and all(unit.capital[at : at + 2])  # "spokesman Ina Vale"
    common = left in w.SOURCE_NOUNS and not unit.capital[at - 1] and not titled
    return unit.low[at] in DETERMINERS or (common and unit.capital[at])


def _between(unit: Unit, comma: int) -> bool:
    """Whether what follows a comma stands between two commas beside a noun."""
    low = unit.low
    if comma + 1 < len(low) and not _opens_apposition(unit, comma + 1):
        return False
    relative = low[comma + 1 : comma + 2] in (["who"], ["which"])
    for at in range(comma + 2, min(len(low), comma + _BESIDE)):
        if low[at] in (",", "."):
            return at > comma + 2 and (relative or not _stating(unit, comma + 2, at))
    return False


def _opens_apposition(unit: Unit, at: int) -> bool:
    word = unit.low[at]
    office = word in ROLES or word in IN_TITLES
    return word in ("a", "an", "the", "who", "which") or (office and not unit.capital[at])


def _stating(unit: Unit, begin: int, end: int) -> bool:
    """Whether a clause is told: "the harbour office closed", not "a firm based in Ila"."""
    return any(
        finite(unit, at) and (unit.low[at] in AUXILIARIES or unit.low[at + 1] not in PREPOSITIONS)
        for at in range(begin, end)
    )


def _beside(unit: Unit, comma: int) -> bool:
    """Whether what follows a comma stands beside the noun before it."""
    low = unit.low
    if comma + 2 >= len(low):
        return False
    word = low[comma + 1]
    if word in PRONOUNS or word in JOINERS or word in PREPOSITIONS:
        return word in ("who", "whose") and low[comma + 2] not in VERBS
    if word in ("and", "but", "or", QUOTE, "also", "then") or word.endswith("ing"):
        return False
    return not any(word in AUXILIARIES for word in low[comma + 1 : comma + 7])


def _end_of_apposition(unit: Unit, at: int, stop: int) -> int:
    low = unit.low
    limit = min(stop, at + _BESIDE)
    while at < limit and low[at] not in (",", ".", ";", ":", "\u2014", "\u2013", QUOTE, ")", "("):
        at += 1
    return at


def following(unit: Unit, begin: int) -> tuple[int, int] | None:
    """Return the subject after the comma that ends a participle's phrase: "Noting it, X …"."""
    low = unit.low
    stop = min(len(low), begin + FAR)
    comma = next((at for at in range(begin, stop) if low[at] == ","), None)
    if comma is None:
        return None
    for at in range(comma + 2, min(len(low), comma + _BESIDE)):
        if finite(unit, at):
            return _trimmed(unit, comma + 1, group_start(unit, at))
    return None


def leading(unit: Unit) -> tuple[int, int] | None:
    """Return the capitalised words with which a unit begins."""
    end = 0
    while end < len(unit.low) and unit.capital[end]:
        end += 1
    return (0, end) if end > 1 or (end and unit.low[0] in PRONOUNS) else None


def plural(unit: Unit, begin: int, end: int) -> bool:
    """Whether a phrase takes a verb without -s."""
    low = unit.low
    head = head_end(unit, begin, end)
    last = low[head - 1]
    return last in _PLURAL or last.endswith("s") or "and" in low[begin:head] or last in CLITICS


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
