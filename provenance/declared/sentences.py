"""Signs within sentences: syndication, first reports, hat tips, translations, credits."""

from provenance.declared.names import ANYONE, NAMED
from provenance.declared.row import AGENCY, GIVEN, Sign, sign

_THIS = (
    r"\b(?:[Tt]his|[Tt]he|[Aa]n?)\s(?:\w+\s)?"
    r"(?:article|story|column|piece|post|essay|report|interview|text|version)"
)
_REPORTED = (
    r"(?:also\s|has\s|had\s|have\s)?"
    r"(?:reported|reports|is\sreporting|revealed|wrote|writes|said\sin\sa\sreport)"
)
_PAPER = (
    r"(?:newspaper|paper|tabloid|daily|weekly|magazine|publication|(?:web\s?|news\s)site|site|blog"
    r"|broadcaster|channel|network|station|agency|outlet)"
)
# Whoever is introduced as one is an outlet: "the Norvan news site Skarnwatch".
_INTRODUCED = rf"(?:[Tt]he\s|an?\s|its\s)?(?:[\w-]{{2,20}}\s){{0,3}}?{_PAPER}\s{ANYONE}"
_AT_FIRST = (
    r"(?:(?:was\s|were\s)?(?:the\s)?first\sto\s(?:report|reveal|disclose)"
    r"|(?:has\s|had\s)?first\s(?:reported|revealed|disclosed))"
)

SENTENCES: tuple[Sign, ...] = (
    sign(
        "material of an agency",
        "wire",
        "agency",
        "begins",
        "With |with ",
        rf"[Ww]ith\s(?:additional\s)?{GIVEN}\s(?:from|by)\s{AGENCY}",
    ),
    sign(
        "contributed by an agency",
        "wire",
        "agency",
        "begins",
        "Contributing: ",
        rf"Contributing:\s[^\n]{{0,120}}?{AGENCY}",
    ),
    sign(
        "contributed by an agency",
        "wire",
        "agency",
        "ends",
        "contributed",
        rf"{AGENCY}[^\n.]{{0,60}}?\scontributed\s(?:\w+\s)?to\sth(?:is|e)\b",
    ),
    sign(
        "first published elsewhere",
        "syndication",
        "anyone",
        "begins",
        "This |this |The |the |A |An ",
        rf"{_THIS}(?:\s(?:was|has|had|been|is)){{0,2}}\s(?:originally|first|previously)"
        rf"\s(?:published|appeared|posted|written|ran|run)\s(?:in|on|at|by|for)\s{ANYONE}",
        beside=True,
    ),
    sign(
        "first published elsewhere",
        "syndication",
        "outlet",
        "begins",
        "riginally |irst ",
        rf"(?:riginally|irst)\s(?:published|appeared|posted|printed)\s(?:in|on|at|by)\s{NAMED}",
    ),
    sign(
        "with permission",
        "syndication",
        "anyone",
        "begins",
        "eprinted|epublished|eproduced|yndicated",
        r"(?:eprinted|epublished|eproduced|yndicated)(?:\shere)?"
        r"(?:\s(?:with|by)\s(?:the\s)?(?:\w+\s)?permission)?"
        rf"\s(?:from|of|by)\s{ANYONE}",
        beside=True,
    ),
    sign(
        "with permission",
        "syndication",
        "nobody",
        "begins",
        "eprinted|epublished|eproduced",
        r"(?:eprinted|epublished|eproduced)(?:\shere)?\s(?:with|by)\s(?:the\s)?(?:\w+\s)?permission"
        r"(?!\s(?:of|from|by)\b)",
        unnamed="an unnamed publisher",
        beside=True,
    ),
    sign(
        "via",
        "syndication",
        "anyone",
        "begins",
        "(via |(Via |[via ",
        rf"[(\[][Vv]ia:?\s{ANYONE}[)\]]",
    ),
    sign(
        "first reported by",
        "first reported by",
        "outlet",
        "begins",
        "irst ",
        rf"irst\s(?:reported|revealed|disclosed)\s(?:\w+\s)?in\s{NAMED}",
    ),
    sign(
        "first reported by",
        "first reported by",
        "anyone",
        "begins",
        "irst ",
        rf"irst\s(?:reported|revealed|disclosed)\s(?:(?:on\s)?\w+\s)?by\s{NAMED}",
    ),
    sign(
        "first reported by",
        "first reported by",
        "outlet",
        "begins",
        "broken by |broke by ",
        rf"brok(?:en|e)\sby\s{NAMED}",
    ),
    sign(
        "was first to report",
        "first reported by",
        "outlet",
        "ends",
        " first ",
        rf"{NAMED}(?:,[^\n,.]{{1,60}},)?\s{_AT_FIRST}\b",
    ),
    sign(
        "hat tip",
        "hat tip",
        "anyone",
        "begins",
        "h/t|H/T|H/t|hat tip|Hat tip|Hat Tip|hat-tip|Hat-tip|HT @|HAT TIP",
        rf"(?:[hH]/[tT]|[hH][aA][tT][ -][tT][iI][pP]|HT(?=\s@))\s?:?\s?(?:to\s)?{ANYONE}",
    ),
    sign(
        "translated from",
        "translated from",
        "anyone",
        "line",
        "ranslated ",
        rf"(?:^|[(\[]|{_THIS}\s(?:was|has\sbeen|is)\s)[Tt]ranslated\s"
        r"(?:from\s(?:the\s)?(?:original\s)?(?P<a>[A-Z][a-z]{2,20})\b"
        r"|by\s(?P<b>[A-Z][^\n,.;()]{1,60}?)(?=\sfrom\s|[\n,.;()]|$))",
        beside=True,
    ),
    sign(
        "translation by",
        "translated from",
        "anyone",
        "line",
        "ranslation by |ranslation: ",
        rf"(?:^|[(\[])(?:English\s)?[Tt]ranslation(?:\sby|:)\s{NAMED}",
        beside=True,
    ),
    sign(
        "reported by",
        "credit",
        "outlet",
        "begins",
        "reported|published|revealed|disclosed",
        rf"(?:reported|published|revealed|disclosed)\s(?:(?:on\s)?\w+\s)?(?:by|in)\s{NAMED}",
    ),
    sign(
        "reported by one introduced",
        "credit",
        "anyone",
        "begins",
        "reported|published|revealed|disclosed",
        rf"(?:reported|published|revealed|disclosed)\s(?:(?:on\s)?\w+\s)?(?:by|in|on)\s{_INTRODUCED}",
    ),
    sign(
        "according to one introduced",
        "credit",
        "anyone",
        "begins",
        "According|according|Citing|citing|Cited|cited|Quoting|quoting",
        rf"(?:[Aa]ccording\sto|[Cc]iting|[Cc]ited\sby|[Qq]uoting)\s{_INTRODUCED}",
    ),
    sign(
        "one introduced reported",
        "credit",
        "anyone",
        "ends",
        " report| revealed| is reporting",
        rf"\b{_PAPER}\s{ANYONE}\s(?:has\s)?(?:reported|reports|is\sreporting|revealed)\b",
    ),
    # Who "reports" behind what is told is an outlet; people and ministries "say" and "reported".
    sign(
        "reports, it closes",
        "credit",
        "anyone",
        "ends",
        " reports| is reporting",
        rf"(?<=,\s){ANYONE}\s(?:reports|is\sreporting)(?=[.,;]|\n|$)",
    ),
    sign(
        "reports, it closes",
        "credit",
        "anyone",
        "begins",
        ", reports ",
        rf",\sreports\s{ANYONE}(?=[.,;]|\n|$)",
    ),
    sign(
        "according to",
        "credit",
        "outlet",
        "begins",
        "According|according|Citing|citing|Cited|cited|Quoting|quoting",
        r"(?:[Aa]ccording\sto|[Cc]iting|[Cc]ited\sby|[Qq]uoting)"
        rf"\s(?:an?\s(?:\w+\s)?(?:by|in|from)\s)?{NAMED}",
    ),
    sign(
        "a report by",
        "credit",
        "outlet",
        "begins",
        "report |story |article |investigation |account ",
        rf"(?:report|story|article|investigation|account)\s(?:by|in|from)\s{NAMED}",
    ),
    sign(
        "told",
        "credit",
        "outlet",
        "begins",
        "told |tells |interview |speaking ",
        rf"(?:told|tells|(?:interview|speaking)\s(?:with|to))\s{NAMED}",
    ),
    sign(
        "reported",
        "credit",
        "outlet",
        "ends",
        "report|revealed|wrote|writes",
        rf"{NAMED}\s{_REPORTED}\b",
    ),
)
