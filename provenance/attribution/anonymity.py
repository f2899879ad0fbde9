"""Anonymous or merely unnamed, with the words that say so.

A source is anonymous where the writer knows who it is and withholds it: the text says so ("on
condition of anonymity", "who was not authorised to speak", "not her real name"), or speaks of
one known person or a counted few by what they have access to ("a person familiar with the
talks", "two senior officials"). Whoever is simply not named ("a resident") is not anonymous,
and a crowd ("officials", "experts") is nobody in particular. Without words there is no verdict.
ICS 206-01 wants the reason beside the source. Left out: whether the reason is a good one.
"""

import re
from functools import lru_cache

from provenance.text import Phrases, as_in


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASKS = (
    r"(?:ask(?:ed|ing|s)?|request(?:ed|ing|s)?|wish(?:ed|ing|es)?|want(?:ed|ing|s)?|prefer(?:red"
    r"|ring|s)?|chose|choosing|opted|begged|insist(?:ed|ing|s)?|demanded|sought|seeking|agreed)"
)
_DECLINES = (
    r"(?:declin(?:ed|ing|es)|refus(?:ed|ing|es)|unwilling|reluctant|afraid"
    r"|(?:did|does|do)(?:n[\u2019']t| not) (?:want|wish)|not want(?:ing)?)"
)
_NAMED = r"(?:publicly |fully |further )?(?:named|identified|quoted by name)"
_OWN = r"(?:his|her|their)(?: [a-z]+){0,2} (?:names?|surnames?|identity|identities)"
_ALLOWED = r"(?:authori[sz]ed|permitted|allowed|cleared)"
_SPEAK = r"(?:speak|talk|discuss|comment|disclose|brief|share)"
_OPENLY = r"(?: (?:publicly|openly|about|on|to|with|the|record|media|press|matter|reporters)){0,6}"
_SAYINGS = (
    r"on (?:the )?(?:strict )?conditions? of (?:strict )?anonymity",
    rf"on (?:the )?conditions? (?:that )?(?:he|she|they|it) (?:would )?not (?:to )?be {_NAMED}",
    r"under (?:the |a )?(?:condition|cover|cloak|promise|pledge|guarantee) of anonymity",
    r"(?:granted|given|offered|promised|guaranteed) anonymity",
    (
        rf"{_ASKS}(?: to speak)?(?: (?:for|on|to (?:retain|keep|maintain|stay|remain|be)))?"
        r" (?:(?:his|her|their) )?(?:anonym(?:ity|ous)|unnamed|unidentified)"
    ),
    rf"{_ASKS} (?:not to|to not|(?:that )?(?:he|she|they) not|only to) be {_NAMED}",
    (
        rf"{_ASKS} (?:not to|that|(?:that )?[a-z]+ not) (?:use |give |print |publish )?{_OWN}"
        r"(?: (?:not |to )?be (?:not )?(?:used|withheld|published|printed))?"
    ),
    rf"{_DECLINES} to be {_NAMED}",
    (
        rf"{_DECLINES} (?:to (?:give|reveal|provide|share|disclose|use) {_OWN}"
        rf"|{_OWN} (?:used|published|printed|revealed|known|disclosed))"
    ),
    rf"(?:cannot|can[\u2019']t|could not|couldn[\u2019']t|may not|must not) be {_NAMED}",
    r"(?:responded|answered|replied|wrote|posted) anonymously",
    (
        r"(?:spoke|speaks?|speaking|talked|talking|briefed|briefing)(?: [a-z]+){0,4}?"
        r" (?:on (?:deep )?background|off the record|anonymously|(?:without|not for) attribution)"
    ),
    (
        r"(?:was|were|is|are|been|being)(?: not|n[\u2019']t) (?:been )?(?:publicly |yet )?"
        rf"{_ALLOWED} to (?:[a-z]+ )?{_SPEAK}{_OPENLY}"
    ),
    rf"not (?:being )?{_ALLOWED} to (?:[a-z]+ )?{_SPEAK}{_OPENLY}",
    rf"(?:lack(?:ed|s|ing)?|without|no) authori[sz]ation to {_SPEAK}{_OPENLY}",
    (
        r"(?:whose|his|her|their)(?: real| full| last| first| actual)? (?:names?|surnames?|identity"
        r"|identities)(?: [a-z]+)? (?:has been|have been|had been|is|are|was|were)(?: not)?"
        r"(?: being)? (?:withheld|changed|altered|concealed|protected|disclosed|revealed|used)"
    ),
    r"(?:not|isn[\u2019']t) (?:his|her|their) real names?",
    rf"with(?:holding|held|hold|holds) {_OWN}",
    r"(?:identified|named|known) only (?:as|by)(?: (?:his|her|their|an?)(?: [a-z]+){1,2})?",
    r"(?:under|using) (?:a|the) (?:pseudonym|alias)",
    (
        r"(?:for|in|out of|over|from) fear (?:of|for) (?:[a-z]+ ){0,2}?(?:retaliation|reprisals?"
        r"|retribution)"
    ),
    r"fear(?:ed|ing) (?:[a-z]+ ){0,2}?(?:retaliation|reprisals?|retribution)",
    (
        rf"{_DECLINES} (?:to )?(?:speak|talk|be quoted) (?:on the record|publicly|openly"
        r"|for attribution|by name)"
    ),
)
_REASON = (
    r"(?: (?:because|since|for fear|out of|citing|due to|owing to|given|in order|so as|lest|to"
    r" (?:discuss|describe|speak|talk|reveal|share|offer|avoid|protect|preserve|address|be))\b"
    r"[^,.;:()\u201c\u201d\"\u2014\u2013]{1,160})?"
)
_SAID = Phrases(
    "anonymity anonymously anonymous background record named known identified quoted unnamed "
    "unidentified authorised authorized authorisation authorization permitted allowed cleared "
    "name names surname surnames identity identities pseudonym alias retaliation reprisal "
    "reprisals retribution attribution publicly openly",
    # A line end may stand for a blank.
    rf"\b(?:{'|'.join(_SAYINGS)})\b{_REASON}".replace(" ", r"\s{1,3}"),
)
_LINE = re.compile(r"[^\n]{1,4000}")  # a longer line is no prose; it is looked at in pieces
_ASIDE = 120  # code points from its comma to the words that withhold
_PARTING = (",", "\u2014", "\u2013", " - ")
_WHO = re.compile(
    r"(?:,|\u2014|\u2013| - )\s?(?:(?:all|both|most|each) of whom|who|whose|speaking|asking"
    r"|requesting|declining|insisting|wishing|preferring|granted|not|withholding|identified|fearing)\b"
)
_TO_COMMA = re.compile(r"[^,.;:!?\u201c\u201d\"\n\u2014\u2013]{0,160}(?:,|\u2014|\u2013| - )(?=\s)")
_HIDDEN = re.compile(
    r"\b(?:anonymous|unnamed|unidentified|undisclosed|confidential)\b", re.IGNORECASE
)
_ACCESS = re.compile(
    r"\b(?:(?:directly |closely |intimately )?(?:familiar|acquainted|conversant) with"
    r"|with (?:[a-z-]+ )?(?:knowledge|insight|access)"
    r"|(?:who |that )?(?:has|have|had) (?:[a-z-]+ )?knowledge of"
    r"|close to|near to|inside|privy to|briefed (?:on|about|by)"
    r"|(?:directly |closely )?involved (?:in|with)|in the know"
    r"|who (?:(?:has|have|had) )?(?:seen|read|reviewed|attended|was in|were in|worked"
    r"|works?|know|knows|knew))\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:senior|high-ranking|high-level|highly placed|highly-placed|top|well-placed|ranking"
    r"|mid-level|retired|former)\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"(?:an?|one|another|the|two|three|four|five|six|seven|eight|nine|ten|both)\b", re.IGNORECASE
)
_SOURCES = _set(
    "source sources insider insiders whistleblower whistleblowers informant informants tipster "
    "tipsters leaker leakers"
)
_POSTS = _set("official diplomat aide adviser advisor staffer operative negotiator strategist")
"""One or a counted few of these need no word of rank: the post is told instead of the name."""
_ROLES = _POSTS | _set(
    "envoy lawmaker executive employee investigator agent minister commander officer donor "
    "lobbyist ally confidant associate administrator bureaucrat banker trader attorney lawyer "
    "consultant manager engineer prosecutor politician regulator figure member person people "
    "individual man woman colleague friend relative worker contractor congressman senator"
)
"""Who may know what others do not; a word of rank or of access must stand beside."""
_UNRANKED = _set("man woman person people individual")
_PLURALS = {"allies": "ally", "men": "man", "women": "woman"}


def says_withheld(words: str) -> str:
    """Return the words by which a sentence says that a name is withheld, and why, or ""."""
    match = _SAID.search(words)
    return as_in(words, match).strip() if match else ""


@lru_cache(maxsize=1)  # a text is asked for its reasons, and then read without them
def hidden(text: str) -> tuple[tuple[int, str], ...]:
    """Return where a text says that a name is withheld, and the words that say so."""
    return tuple(
        (line.start() + match.start(), as_in(line.group(), match).strip())
        for line in _LINE.finditer(text)
        for match in _SAID.finditer(line.group())
    )


def without_asides(text: str) -> str:
    """Return a text of the same length with blanks for what stands between commas about names.

    "A clerk, who asked not to be named, said so" reads as "A clerk said so": the verbs of the
    aside say nothing about the matter.
    """
    pieces, done = [], 0
    for at, words in hidden(text):
        begin = max(text.rfind(mark, max(done, at - _ASIDE), at) for mark in _PARTING)
        after = _TO_COMMA.match(text, at + len(words))
        if begin < 0 or after is None or _WHO.match(text, begin, at + len(words)) is None:
            continue
        pieces += [text[done:begin], " " * (after.end() - begin)]
        done = after.end()
    return "".join(pieces) + text[done:] if done else text


def withheld_by_description(phrase: str, head: str) -> str:
    """Return the words by which a noun phrase shows that its unnamed person is known, or "".

    ``head`` is the noun, lower case: "source" in "a source close to the board".
    """
    if hidden := _HIDDEN.search(phrase):
        return hidden.group()
    if head in _SOURCES:
        return phrase
    role = _PLURALS.get(head, head if head in _ROLES else head.removesuffix("s"))
    if role not in _ROLES:
        return ""
    if access := _ACCESS.search(phrase):
        return phrase[access.start() :]
    if _FEW.match(phrase) is None:
        return ""
    ranked = role not in _UNRANKED and _RANK.search(phrase) is not None
    return phrase if ranked or role in _POSTS else ""
