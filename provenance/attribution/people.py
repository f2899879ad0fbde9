"""Persons as a text introduces them: title and organisation beside a name or instead of one.

A title stands before the name ("Port Office spokesman Tom Example"), in an apposition on either
side ("Ada Example, deputy head of the Port Office"; "the deputy head of the Port Office, Ada
Example"), or in a clause ("who runs the Port Office"). Title and organisation are words of the
text; where it gives none they are empty. Every look is bounded, so time is linear in the text.
Left out: whether somebody still holds a post, and names that are not written in capitals.
"""

import re
from typing import NamedTuple

from provenance.attribution import words as w
from provenance.attribution.roles import COURTESY, IN_TITLES, ROLES

_NEAR = 160  # code points looked at on either side of a name
_UPPER = r"[A-Z\u00c0-\u00de]"
CAPITALS = (
    rf"{_UPPER}[\w\u2019'&.-]*(?: (?:(?:of|for|and|de|&)(?: the)? )?{_UPPER}[\w\u2019'&.-]*){{0,7}}"
)
_AT = re.compile(
    rf" (?P<by>of|for|at|with|from|in|on|to)"
    rf" (?P<the>the |The )?(?P<name>{CAPITALS})"
)
_AT_COMMON = re.compile(
    r" (?:of|for|at|with|from|in)"
    r" (?P<name>(?:the|a|an|its|his|her|their|this|our)(?: [a-z-]+){1,4})"
)
_BODYS = re.compile(r"(?:[a-z-]+ )?(?P<name>[a-z-]+)[\u2019']s? ")
_OWNER = re.compile(rf"^(?P<name>(?:the |The )?{CAPITALS})[\u2019']s? ")
_APPOSITION_END = re.compile(
    r"[,;:()\u201c\u201d\"\u2014\u2013]|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\b[A-Z])[.!?](?=\s|$)|\s(?:who|whom|whose|which|that|said|says"
    r"|told|tells|wrote|added|adds|argued|and (?:said|told|the|a|an)|is|was|has|had|in a|in an"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s"
)
_AFTER_NAME = re.compile(
    r"(?:, (?P<age>\d{1,3})| \((?P<also>\d{1,3})\))?"
    r"(?:,? (?P<who>who )|, (?:who (?:is|was) )?| \(| \u2013 | \u2014 )(?=[A-Za-z])"
)
_RUNS = re.compile(
    r"(?:(?:now|currently|then|once|previously|also) )?(?:runs?|ran|heads?|headed|leads?|led"
    r"|directs?|directed|chairs?|chaired|manages?|managed|founded|owns?|owned|edits?|edited"
    r"|oversees|oversaw|represents?|represented|teaches|taught|studies|studied|coaches|coached"
    r"|work(?:s|ed) (?:for|at|with|as)|serve[sd] (?:as|on))"
    r" (?P<what>.+)"
)
_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our|one of the|another)\s", re.IGNORECASE)
_ACCESS = re.compile(
    r",? (?:who|whose|which|that|familiar|close|briefed|involved|speaking|with (?:[a-z]+ )?"
    r"(?:knowledge|access))\b"
)
_NOBODY = frozenset(("person", "people", "individual", "man", "woman", "source", "insider"))


class Introduction(NamedTuple):
    """What a text says of a person where it names one."""

    title: str
    organisation: str


NOBODY = Introduction("", "")


def introduced(sentence: str, start: int, end: int) -> Introduction:
    """Return the title and organisation that stand beside the name at ``sentence[start:end]``."""
    before = sentence[max(0, start - _NEAR) : start]
    after = sentence[end : end + _NEAR]
    ahead = _title_before(before)
    if not ahead.title:
        ahead = _apposition_before(before)
    behind = _apposition_after(after)
    if not ahead.title:
        return behind
    return Introduction(ahead.title, ahead.organisation or behind.organisation)


def described(phrase: str) -> Introduction:
    """Return title and organisation in "the deputy head of the Port Office", or nothing."""
    phrase = _DETERMINER.sub("", _ACCESS.split(phrase.strip(), maxsplit=1)[0], count=1)
    if whose := _BODYS.match(phrase):
        rest = described(phrase[whose.end() :])
        body = whose["name"] in w.ORGANISATIONS and not rest.organisation
        return Introduction(rest.title, f"the {whose['name']}" if body else rest.organisation)
    owner = _OWNER.match(phrase)
    if owner:
        rest = described(phrase[owner.end() :])
        return (
            Introduction(rest.title, rest.organisation or owner["name"]) if rest.title else NOBODY
        )
    at = next((match for match in _AT.finditer(phrase) if _is_body(match)), None)
    common = None if at else _at_common(phrase)
    cut = at or common
    core = phrase[: cut.start()] if cut else phrase
    place = next(_AT.finditer(core), None)
    head = core[: place.start()] if place else core
    if not _has_role(re.split(r" (?:of|for|at|in|with|on) ", head, maxsplit=1)[0]):
        return NOBODY
    organisation = ""
    if at:
        organisation = ((at["the"] or "") + at["name"]).rstrip(".,'\u2019")
        organisation = organisation.removesuffix("\u2019s").removesuffix("'s")
    elif common:
        organisation = common["name"]
    title, ahead = _body_ahead(core.strip())
    if title.rsplit(" ", 1)[-1].lower() in _NOBODY:  # a person is no title
        title = ""
    return Introduction(title, organisation or ahead)


def _is_body(match: re.Match[str]) -> bool:
    """Whether a capitalised complement is where somebody works: not a place, not a subject."""
    if match["by"] in {"at", "for", "with"}:
        return True
    low = [word.lower().strip(".'\u2019") for word in match["name"].split()]
    body = bool(match["the"]) or len(low) > 1 or match["name"].isupper()
    known = any(word in w.ORGANISATIONS or word in w.COMPANY_WORDS for word in low)
    return known or (match["by"] == "of" and body)


def _at_common(phrase: str) -> re.Match[str] | None:
    for match in _AT_COMMON.finditer(phrase):
        if match["name"].rsplit(" ", 1)[-1] in w.ORGANISATIONS:
            return match
    return None


def _has_role(words: str) -> bool:
    return any(word in ROLES for word in re.findall(r"[a-z-]+", words.lower()))


def _body_ahead(words: str) -> tuple[str, str]:
    """Part "Port Office spokesman" into title and organisation."""
    tokens = words.split()
    at = 0
    for index, word in enumerate(tokens):
        if not word[0].isupper():
            at = index
            break
    else:
        bodies = [i for i, word in enumerate(tokens[:-1], 1) if word.lower() in w.ORGANISATIONS]
        at = bodies[-1] if bodies else 0
    ahead, title = tokens[:at], tokens[at:]
    if not ahead or not title or not _names_body(ahead, " ".join(title)):
        return words, ""
    return " ".join(title), " ".join(ahead)


def _names_body(tokens: list[str], title: str) -> bool:
    """Whether capitalised words before a title name a body, not a people, party or rank."""
    if not _has_role(title):
        return False
    last = tokens[-1].lower()
    return (
        last not in ROLES
        and last not in IN_TITLES
        and not last.endswith((*w.UNTITLING, "crat", "cratic", "ican", "ive", "ist"))
    )


def _title_before(before: str) -> Introduction:
    """Return the title in words that run up to the name: "former energy minister"."""
    if not before.endswith(" "):
        return NOBODY
    tokens: list[str] = []
    for word in reversed(before.split()):
        bare = word.strip("\u201c\u201d\"'(").rstrip(".").lower()
        lower = bare in ROLES or bare in IN_TITLES or bare in w.ORGANISATIONS
        capital = word[:1].isupper() and bare not in w.NEVER_NAMES
        if word[-1] in ',;:!?)\u201d"' or len(tokens) > 7 or not (lower or capital):
            break
        if word[-1] in "\u2019'" and word[-2:-1] in ".,!?":
            break
        ends = word.endswith(".") and len(bare) > 2 and "." not in bare
        if ends and bare not in ROLES and bare not in w.COMPANY_WORDS:
            break
        tokens.append(word.lstrip("\u201c\"'("))
    tokens.reverse()
    while tokens and tokens[0].lower() in {"and", "then"}:
        tokens.pop(0)
    while tokens and tokens[-1].lower().rstrip(".") in COURTESY:
        tokens.pop()
    if not tokens or tokens[-1].lower().rstrip(".") not in ROLES:
        return NOBODY
    title, organisation = _body_ahead(" ".join(tokens))
    owner = before[: before.rfind(" ".join(tokens))].rstrip() if not organisation else ""
    if owner.endswith(("\u2019s", "'s")):
        organisation = _last_capitals(owner[:-2])
    return Introduction(title, organisation)


def _last_capitals(words: str) -> str:
    """Return the capitalised words with which a stretch ends: "the Port Office"."""
    taken: list[str] = []
    for word in reversed(words.split()[-6:]):
        if not (word[0].isupper() or (taken and word in {"of", "for", "and", "the"})):
            break
        taken.append(word)
    while taken and taken[-1] in {"of", "for", "and"}:
        taken.pop()
    return " ".join(reversed(taken))


def _apposition_before(before: str) -> Introduction:
    """Return the title in "the deputy head of the Port Office, " before a name."""
    if not before.endswith(", "):
        return NOBODY
    part = re.split(
        r"[,;:.!?()\u201c\u201d\"\u2014\u2013]\s|\s(?:said|says|told|adds?|added) ", before[:-2]
    )[-1]
    starts = [
        match.start()
        for match in re.finditer(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) ", part)
    ]
    for start in starts[:4]:
        if (found := described(part[start:])).title:
            return found
    return described(part) if part[:1].isupper() and part == before[:-2] else NOBODY


def _apposition_after(after: str) -> Introduction:
    """Return the title in ", deputy head of the Port Office" or " who runs the Port Office"."""
    at_once = _AT.match(after)
    if at_once and _is_body(at_once):
        return Introduction("", (at_once["the"] or "") + at_once["name"].rstrip(".,"))
    begins = _AFTER_NAME.match(after)
    if begins is None:
        return NOBODY
    rest = after[begins.end() :]
    ends = _APPOSITION_END.search(rest)
    phrase = rest[: ends.start()] if ends else rest
    if begins["who"]:
        runs = _RUNS.match(phrase)
        if runs is None:
            return NOBODY
        at = next(_AT.finditer(" of " + runs["what"]), None)
        organisation = (at["the"] or "") + at["name"] if at and _is_body(at) else ""
        common = re.match(r"(?:the|a|an|its|his|her|their)(?: [a-z-]+){1,4}", runs["what"])
        return Introduction(
            phrase, (organisation or (common.group() if common else "")).rstrip(".")
        )
    return described(phrase)
