"""What on a page is no statement of the article: credits, notices, links, headlines, bylines.

Decided line by line, by general forms. Furniture is never a claim: a line that could be either
is taken as furniture only where it lacks the end of a sentence.
"""

import re

_I = re.IGNORECASE
NOTICE = re.compile(
    r"^(?:you (?:must|need to|have to) (?:be logged|log|sign|register|subscribe|enable)"
    r"|(?:please )?(?:log|sign) in\b|sign up\b|subscribe\b|register (?:now|for|to)\b"
    r"|share (?:this|on|via|article)\b|follow us\b|like us\b|click here\b|tap here\b"
    r"|read (?:more|next|also|on)\b|related\b.{0,60}$|see also\b|also read\b|more (?:on|from|about)\b"
    r"|recommended\b|most (?:read|popular|viewed)\b|trending\b|advertisement\b|sponsored\b"
    r"|leave a (?:comment|reply)\b|post a comment\b|comments?\b.{0,30}$|add a comment\b"
    r"|all rights reserved\b|copyright\b|\u00a9|\(c\) ?\d{4}|terms (?:of|and)\b.{0,60}$"
    r"|privacy (?:policy|notice)\b|cookie|we use cookies\b|this (?:site|website|page) uses cookies"
    r"|by (?:continuing|clicking|using|signing|submitting)\b"
    r"|accept (?:all|cookies)\b|manage (?:cookies|consent|preferences)\b|skip to\b|back to top\b"
    r"|support (?:us|our|independent)\b|donate\b|become a (?:member|subscriber|supporter)\b"
    r"|download (?:the|our) app\b|get (?:the|our) (?:app|newsletter)\b|newsletter\b"
    r"|your (?:e-?mail|email) (?:address)?\b|enter your e-?mail\b|don[\u2019']t miss\b"
    r"|watch (?:now|live|the video|:)|listen (?:now|to)\b.{0,80}$|loading\b|tags?:|filed under\b"
    r"|topics?:|categor(?:y|ies):|published(?: on| at)?:?\s+\S{0,12}\d|updated(?: on| at)?:?\s+\S{0,12}\d"
    r"|last (?:updated|modified)\b|posted (?:on|by|in)\b|(?:first )?published\b.{0,50}$"
    r"|this (?:article|story|piece|post|column) (?:was|has been|is|appeared|first|originally)\b"
    r"|(?:the )?views expressed\b|the opinions expressed\b|opinions? expressed\b"
    r"|about the author\b|the author is\b|the writer is\b"
    r"|want to (?:read|receive|get|write|know) more\b|(?:already )?a? ?subscriber\?)",
    _I,
)
CREDIT = re.compile(
    r"^(?:(?:main|cover|header|feature|featured|lead|top|hero)?\s*"
    r"(?:image|photo|photograph|photography|picture|pic|illustration|graphic|credit|caption|video"
    r"|cartoon|map|chart)s?(?:\s+(?:credit|by|source|courtesy|caption))?s?\s*[:/\u2013\u2014\-|]"
    r"|(?:image|photo|photograph|picture|illustration|graphic)s? (?:by|courtesy|credit)\b"
    r"|courtesy of\b|credit:)",
    _I,
)
LICENCE = re.compile(
    r"\bCC[ -]BY\b|\bCC0\b|creative commons|getty images|shutterstock|via reuters connect|\bEPA-EFE\b|/AFP\b|/Getty\b|/Reuters\b|/AP\b",
    _I,
)
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+", _I)
BYLINE = re.compile(
    r"^(?:by|from|words by|text by|story by|written by|reporting by|edited by|additional reporting)"
    r"[ :](?=[A-Z\u00c0-\u00de])[^.!?]{2,90}$"
)
STAFF = re.compile(
    r"^\(?(?:additional )?(?:reporting|writing|editing|translation|production) by\b", _I
)
DATELINE = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
    r"[^a-z]{0,40}(?:[A-Z]{2,4})?$"
)
BIO = re.compile(
    r"^[A-Z][\w.\u2019'-]+(?: [A-Z][\w.\u2019'-]+){1,3} (?:is|was) (?:a|an|the) [^.]{0,80}"
    r"\b(?:columnist|correspondent|reporter|editor|fellow|author of|freelance|commentator|contributor)\b"
)
BULLET = re.compile(r"^\s*(?:[-*\u2022\u25aa\u25cf\u2013]|\d{1,2}[.)])\s+")
_END = re.compile(r"[.!?\u2026:;,\u3002][\"'\u201d\u2019)\]\u00bb*_]*$")
_LONG_LINE = 25  # words; a headline is shorter


def line_rule(line: str, *, prose: bool) -> str | None:
    """Return the rule by which a line is furniture, or None.

    ``prose`` says that the text ends its sentences with stops, so that a line without one is
    a headline or a link.
    """
    line = line.strip()
    head = line[:400]
    if not any(character.isalpha() for character in head):
        return "no words"
    if NOTICE.search(head):
        return "page notice"
    if CREDIT.search(head) or LICENCE.search(head):
        return "image credit"
    if BYLINE.search(head) or STAFF.search(head):
        return "byline"
    if DATELINE.search(head):
        return "date line"
    if len(ADDRESS.sub("", head).split()) < 4:
        return "address"
    if prose and not _END.search(line[-40:]) and not BULLET.match(head):
        if len(head.split()) <= _LONG_LINE:
            return "headline"
    return None


def has_prose(text: str) -> bool:
    """Return whether the text closes sentences with stops."""
    return bool(re.search(r"[a-z0-9\u201d\"')][.!?][\"'\u201d\u2019)]*(?:\s|$)", text[:20000]))
