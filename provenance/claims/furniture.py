"""What on a page is no statement of the article: credits, notices, links, headlines, bylines.

Decided line by line, by general forms. Furniture is never a claim: a line that could be either
is taken as furniture only where it lacks the end of a sentence.
"""

import re

from provenance.text import Phrases

_I = re.IGNORECASE
NOTICE = re.compile(
    r"(?:you (?:must|need to|have to) (?:be logged|log|sign|register|subscribe|enable)"
    r"|(?:please )?(?:log|sign) in\b|sign up\b|subscribe (?:to|now|today|here|for)\b|register "
    r"(?:now|for)\b"
    r"|share (?:this|on|via|article)\b|follow us\b|like us\b|(?:click|tap) here\b|leave a "
    r"(?:comment|reply)\b"
    r"|post a comment\b|add a comment\b|copyright\b|\u00a9|\(c\) ?\d{4}|cookies? (?:policy"
    r"|notice|settings)"
    r"|we (?:and our partners )?use cookies\b|this (?:site|website|page) uses\b|by "
    r"(?:continuing|clicking|signing up|submitting)\b"
    r"|accept (?:all|cookies)\b|manage (?:cookies|consent|preferences)\b|skip to\b|back to top\b"
    r"|become a (?:member|subscriber|supporter)\b|download (?:the|our) app\b|get (?:the|our) "
    r"(?:app|newsletter)\b"
    r"|(?:please )?enter your e-?mail\b|your e-?mail address\b|don[\u2019']t miss\b"
    r"|this (?:article|story|piece|post|column|commentary|essay|analysis|interview|text|blog"
    r"|op-ed|report) (?:(?:will|may) be updated|was (?:first"
    r"|originally|amended|updated"
    r"|corrected)|has been"
    r"|is part of|appeared|first|originally)\b|(?:the )?(?:views|opinions) expressed\b|about "
    r"the author\b"
    r"|(?:the author|the writer) (?:is|was|has been|works|teaches|lives)\b|want to (?:read"
    r"|receive|get|write|know) more\b|(?:already "
    r")?a subscriber\?)",
    _I,
)
NOTICE_INSIDE = Phrases(
    "reserved comment privacy newsletter newsletters terms",
    r"\ball rights reserved\b|\bto (?:post|leave) a comment\b"
    r"|\bour (?:privacy policy|newsletters?|terms)\b",
)
PITCH = re.compile(
    r"(?:(?:enjoy(?:ed|ing)|like[ds]?|loved?) (?:this|what you)|(?:got|have|do you have) (?:a"
    r"|any) "
    r"(?:tip|story|news|question|view|comment)|do you (?:agree|have a view)|join (?:the|our) "
    r"(?:conversation|discussion|debate|newsletter)|have your say|let us know|(?:e-?mail"
    r"|contact|write to) "
    r"(?:us|the editor)|send (?:us )?(?:your )?letters|letters (?:to the editor|should be)"
    r"|for more \w+"
    r"(?: \w+)?,? (?:visit|see|follow|go to|read)|to (?:read|continue|comment|get|receive) "
    r"|continue reading"
    r"|subscribe to|you have \w+ (?:free )?articles?|we value your|this (?:content|article"
    r"|page) is "
    r"(?:only|for|available|free|exclusive)|please (?:consider|support|subscribe|donate|note)"
    r"|(?:get|receive) (?:the|our|all|a|more|unlimited|full|daily|weekly)|thank you for reading"
    r"|a version of this|this is an? (?:edited|updated|abridged|extract|excerpt)"
    r"|editor[\u2019']s note"
    r"|submit (?:an?|your) (?:\w+ )?(?:event|story|photo|tip|letter)\b"
    r"|sorry, (?:there (?:are|is)|no|we|this)\b"
    r"|correction:|disclosure:|comments (?:are|will|on)|(?:the )?writer is\b|translated (?:from"
    r"|by)\b|tell us (?:your|about|what)|if you (?:have been|are|were) affected|your browser\b"
    r"|image (?:source|caption)|media caption|reuse this|republish|the author\b.{0,40}\bis\b)",
    _I,
)
PITCH_INSIDE = Phrases(
    "inbox journalism trial fields published contributed tell newsletter email opinion opinions",
    r"\b(?:in|to) your inbox\b|\bsupport (?:our|independent|quality) journalism\b|\bfree trial\b"
    r"|\b(?:required fields|will not be published)\b|\bcontributed to this (?:report|article"
    r"|story)\b|\btell us (?:your (?:story|view)|what you think)"
    r"|\bthis (?:newsletter|email) (?:was|is)\b"
    r"|\bopinions? (?:expressed|are) (?:here|in this|those of)",
)
LINK = re.compile(
    r"(?:read (?:more|next|also|on)\b|related\b|see also\b|also read\b|more (?:on|from|about)\b"
    r"|recommended\b|most (?:read|popular|viewed)\b|trending\b|advertisement\b|sponsored\b|\d* "
    r"?comments?\b"
    r"|terms (?:of|and)\b|privacy (?:policy|notice)\b|support (?:us|our|independent)\b|donate\b"
    r"|newsletter\b"
    r"|watch(?: now| live| the video|:)|listen(?: now| to|:)|loading\b|tags?:|filed under\b"
    r"|topics?:"
    r"|categor(?:y|ies):|(?:first |last )?(?:published|updated|modified|posted)\b|in pictures\b"
    r"|analysis:|opinion:"
    r"|explainer:|exclusive:|live:|video:|podcast:|subscribe\b|sign in\b|log in\b|home\b|menu\b"
    r"|search\b)",
    _I,
)
CREDIT = re.compile(
    r"(?:(?:main|cover|header|feature|featured|lead|top|hero)?\s{0,3}"
    r"(?:image|photo|photograph|photography|picture|pic|illustration|graphic|credit|caption|video"
    r"|cartoon|map|chart)s?(?:\s{1,3}(?:credit|by|source|courtesy|caption))?s?\s{0,3}[:/\u2013\u2014\-|]"
    r"|(?:image|photo|photograph|picture|illustration|graphic)s? (?:by|courtesy|credit)\b"
    r"|courtesy of\b|credit:)",
    _I,
)
LICENCE = Phrases(
    "cc creative getty shutterstock reuters epa afp ap",
    r"\bcc[ -]by\b|\bcc0\b|creative commons|getty images|shutterstock|via reuters connect"
    r"|\bepa-efe\b|/afp\b|/getty\b|/reuters\b|/ap\b|\bgetty/",
)
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)[^\s@]{1,64}@[^\s@.]{1,60}(?:\.[^\s@.]{1,60}){1,4}", _I
)
BYLINE = re.compile(
    r"(?:by|from|words by|text by|story by|written by|reporting by|edited by|additional reporting)"
    r"[ :](?=[A-Z\u00c0-\u00de])[^.!?]{2,90}$"
)
STAFF = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|translation|production) by\b", _I
)
DATELINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
    r"[^a-z]{0,40}(?:[A-Z]{2,4})?$"
)
PLACE_LINE = re.compile(
    r"[A-Z][A-Z .\u2019'/-]{2,30}(?:, [A-Z\d][\w .]{2,14})?(?: ?\([A-Z][\w ]{1,14}\))? "
    r"?[-\u2013\u2014]+ "
)
BIO = re.compile(
    r"[A-Z][\w.\u2019'-]+(?: [A-Z][\w.\u2019'-]+){1,3} (?:is|was) (?:a|an|the|our) [^.]{0,80}"
    r"\b(?:columnist|correspondent|reporter|editor|fellow|author of|freelance|commentator"
    r"|contributor)\b"
)
BIO_VERB = re.compile(
    r"(?:(?:Dr|Prof|Professor|Sir|Dame"
    r"|Lord)\.? )?[A-Z][\w.\u2019'-]+(?: [A-Z][\w.\u2019'-]+){1,3} "
    r"(?:teaches|lectures|writes|covers|reports (?:on|from)|edits|blogs|tweets|works (?:as|for"
    r"|at|on)"
    r"|researches|studies|(?:is|was|has been) (?:an?|the|professor|director|head|chair|former"
    r"|writing))\b"
)
BULLET = re.compile(r"\s{0,8}(?:[-*\u2022\u25aa\u25cf\u2013]|\d{1,2}[.)])\s{1,8}")
ORDER = re.compile(
    r"\W{0,6}(?:\d{1,2}[.)] )?(?:download|contact|read|see|view|share|print|save|sign|log|subscribe"
    r"|follow|listen|watch|visit|join|click|browse|search|get|find|learn|buy|order|donate|register"
    r"|open|more)\b",
    _I,
)
"""How links of a list begin."""
SIGNED = re.compile(
    r"[\"\u201c\u201d\s]{0,8}[\u2012-\u2015-]{1,2} ?[A-Z\u00c0-\u00de][\w.\u2019'-]*"
    r"(?:,? (?:[a-z]{1,3}|[A-Z\u00c0-\u00de][\w.\u2019'-]*)){0,5}$"
)
"""Who said what stands above: a dash and a name."""
NAMES_ONLY = re.compile(
    r"[A-Z\u00c0-\u00de][\w\u2019'-]+(?: [A-Z\u00c0-\u00de](?:\.|[\w\u2019'-]*)){1,3}\.?$"
)
REPORTING_ONLY = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[A-Z\u00c0-\u00de][\w.\u2019'-]* ){0,3}"
    r"[A-Z\u00c0-\u00de][\w\u2019'-]*) (?:said|says|asked|asks|added|adds|replied|wrote|writes"
    r"|reported|reports|recalled|explained|continued|concluded)\.?$"
)
"""Who spoke, without what: the quotation beside it is another sentence."""
FIELD = re.compile(
    r"(?:sub-?)?(?:headline|title|heading|head)s?:|(?:standfirst|byline|authors?|publisher|outlet"
    r"|dateline|slug|section):\s",
    _I,
)
"""A label that a pasted text puts before its own parts."""
ROW = re.compile(r"[^|\n]{0,200}\|[^|\n]{0,200}\||[^\t\n]{0,200}\t[^\t\n]{0,200}\t")
_END = re.compile(r"[.!?\u2026:;,\u3002][\"'\u201d\u2019)\]\u00bb*_]*$")
REPORTING_END = re.compile(r"\b(?:said|says|added|wrote|writes|asked|replied|told \w+):$")
_LIST_HEAD = 8  # words; a longer line with a colon at its end states something
_LONG_LINE = 25  # words; a headline is shorter
_SHORT_LINE = 7  # words; a line like a link that ends with a stop is one only if it is short
_LONG_PARAGRAPH = 60  # words; a longer line is judged sentence by sentence alone
_SENTENCES = (
    ("page notice", NOTICE.match),
    ("page notice", NOTICE_INSIDE.search),
    ("page notice", PITCH.match),
    ("page notice", PITCH_INSIDE.search),
    ("image credit", CREDIT.match),
    ("image credit", LICENCE.search),
    ("signature", SIGNED.match),
    ("names alone", NAMES_ONLY.match),
    ("reporting clause alone", REPORTING_ONLY.match),
)
_LINES = (
    ("labelled field", FIELD.match),
    ("row of a table", ROW.match),
    ("image credit", CREDIT.match),
    ("image credit", LICENCE.search),
    ("byline", BYLINE.match),
    ("byline", STAFF.match),
    ("date line", DATELINE.match),
    ("note on the author", BIO.match),
)


def line_rule(line: str, *, prose: bool, last: bool = False) -> str | None:
    """Return the rule by which a whole line is furniture, or None.

    ``prose`` says that the text ends its sentences with stops, so that a line without one is
    a headline or a link. ``last`` says that the line stands near the end of the text, where
    notes on the author stand.
    """
    line = line.strip()
    head = line[:400].strip("*_ ")
    if not any(map(str.isalpha, head)):
        return "no words"
    length = len(line[:4000].split())
    closed = bool(_END.search(line[-40:]))
    return _form(head, length, last=last) or _without_end(head, length, closed, prose=prose)


def _form(head: str, length: int, *, last: bool) -> str | None:
    """Return the rule by which a line has the form of furniture, however it ends."""
    if length <= _LONG_PARAGRAPH:
        for rule, finds in _LINES:
            if finds(head):
                return rule
        if last and BIO_VERB.match(head):
            return "note on the author"
    pitch = length <= _LONG_LINE and (PITCH.match(head) or PITCH_INSIDE.match(head))
    return "page notice" if pitch else None


def _without_end(head: str, length: int, closed: bool, *, prose: bool) -> str | None:
    """Return the rule by which a line is furniture that lacks the end of a sentence."""
    if head.endswith(":") and length <= _LIST_HEAD and not REPORTING_END.search(head):
        return "heading of a list"
    if LINK.match(head) and (not closed or length <= _SHORT_LINE):
        return "link"
    if ADDRESS.search(head) and len(ADDRESS.sub("", head).split()) < 3:
        return "address"
    if BULLET.match(head) and not closed and length <= _SHORT_LINE and ORDER.match(head):
        return "link"
    if head.startswith("#") or (prose and not closed and not BULLET.match(head)):
        return "headline" if length <= _LONG_LINE else None
    return None


def furniture_rule(sentence: str) -> str | None:
    """Return the rule by which a sentence inside a paragraph is furniture, or None."""
    head = sentence.strip()[:400]
    return next((rule for rule, finds in _SENTENCES if finds(head)), None)


def has_prose(text: str) -> bool:
    """Return whether the text closes sentences with stops."""
    return bool(re.search(r"[a-z0-9\u201d\"')][.!?][\"'\u201d\u2019)]*(?:\s|$)", text[:20000]))
