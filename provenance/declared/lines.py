"""Signs that are lines of their own: datelines, bylines, credit and desk lines."""

from provenance.declared.agencies import DATELINE
from provenance.declared.names import NAMED
from provenance.declared.row import AGENCY, GIVEN, Sign, sign

DATELINE_NAME = "dateline with a name"  # which is an agency's where it is made like one
_SHORT = rf"(?P<a>{DATELINE})"
# A place, a date, or both: "OSTREL, March 3", "Ostrel, Kettle County", "3 March".
_PLACE = r"(?:(?:[A-ZÀ-Þ][\w.'’/-]{0,24}|\d{1,4}|of|de|la|del|el|al|am|an der)[,:]?[ \t]){0,9}"
_AGENCIES = "news agencies"

LINES: tuple[Sign, ...] = (
    sign(
        "dateline of an agency",
        "wire",
        "agency",
        "line",
        "(",
        rf"^{_PLACE}\({_SHORT}(?:[/ ][A-Z]\w{{0,20}})?\)\s?[-–—:_]",
        whole=True,
        near="head",
    ),
    sign(  # of a page that has lost its dashes
        "dateline of an agency",
        "wire",
        "agency",
        "line",
        "(",
        rf"^[A-Z]{{3,24}}[A-Z,. \t]{{0,40}}\({_SHORT}\)\s(?=[A-ZÀ-Þ\"“])",
        whole=True,
        near="head",
    ),
    sign(
        "copyright of an agency",
        "wire",
        "agency",
        "line",
        "Copyright|©|(c)",
        rf"(?:\bCopyright\b|©|\(c\))[ \t]?(?:©\s)?(?:\(?\d{{4}}\)?[ \t])?(?:by\s)?{AGENCY}",
        whole=True,
        near="end",
    ),
    sign(
        DATELINE_NAME,
        "credit",
        "outlet",
        "line",
        "(",
        rf"^{_PLACE}\({NAMED}\)\s?[-–—:]",
    ),
    sign(
        "agency at the end",
        "wire",
        "agency",
        "line",
        "(",
        rf"\({_SHORT}(?:/[A-Z]\w{{0,20}})?\)[ \t]*$",
        whole=True,
        near="last",
    ),
    sign(
        "agency at the end of a line",
        "credit",
        "agency",
        "line",
        "(",
        rf"\({_SHORT}(?:/[A-Z]\w{{0,20}})?\)[ \t]*$",
    ),
    sign(
        "byline of an agency",
        "wire",
        "agency",
        "line",
        "By |by |BY ",
        r"^(?:By|by|BY)\s(?:[A-Z][^\n|]{0,80}?(?:,|\sof|\sfor|\s[|-])\s)?"
        rf"(?:[Tt]he\s|THE\s)?{_SHORT}\.?[ \t]*$",
        whole=True,
        near="head or last",
    ),
    sign(
        "desk line of an agency",
        "wire",
        "nobody",
        "line",
        "eporting by |eporting By |riting by |riting By ",
        r"\(?\b(?:Additional\sr|[Rr])eporting\s[Bb]y\s[^\n();]{2,400}[;,]\s?"
        r"(?:[Aa]dditional\s[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)\s[Bb]y\s[^\n();]{2,200}"
        r"|\([Ww]riting\s[Bb]y\s[^\n();]{2,200}[;,]\s?[Ee]diting\s[Bb]y\s[^\n();]{2,200}",
        unnamed="a news agency",
        whole=True,
        near="end",
    ),
    sign(
        "wire reports",
        "wire",
        "nobody",
        "line",
        "gencies|wire|Wire|gency",
        rf"^[(\[]?(?:[Ww]ith\s(?:additional\s)?{GIVEN}\sfrom\s(?:news\s)?(?:agencies|wires?|wire\sservices)"
        rf"|[Ww]ith\s(?:news\s)?agency\s{GIVEN}"
        r"|(?:[Cc]ompiled\s)?[Ff]rom\s(?:[Ss]taff\sand\s)?(?:[Ww]ire|[Aa]gency)\s(?:[Rr]eports|[Ss]ervices)"
        r"|(?:[Nn]ews\s)?[Aa]gencies)[)\]]?\.?[ \t]*$",
        unnamed=_AGENCIES,
    ),
    sign(
        "credit line",
        "credit",
        "outlet",
        "line",
        "Source|Via|via|By|From|Credit",
        rf"^\(?(?:Source|Via|via|By|From|Credit)[:\s]\s?{NAMED}\)?\.?[ \t]*$",
    ),
    sign(
        "byline",
        "byline",
        "anyone",
        "line",
        "By |BY ",
        r"^(?:By|BY)\s(?P<a>[A-ZÀ-Þ][\w.'’-]{0,30}"
        r"(?:\s(?:and\s|de\s|van\s|von\s)?[A-ZÀ-Þ][\w.'’-]{0,30}){1,5})[ \t]*$",
    ),
    sign(
        "reporting by",
        "byline",
        "anyone",
        "begins",
        "dditional reporting by |ontributing reporting by ",
        rf"(?:dditional|ontributing)\sreporting\sby\s{NAMED}",
    ),
)
