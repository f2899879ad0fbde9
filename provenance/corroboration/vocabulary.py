"""Word lists and stems for English: general, small, the same for every text."""

import re
from functools import lru_cache

_STOP = """
    a about above after again against all also although am among an and any are aren't as at be
    became because been before being between both but by can cannot could couldn't did didn't do
    does doesn't doing don't down during each either else ever every few for from further get gets
    got had hadn't has hasn't have haven't having he her here hers herself him himself his how
    however if in into is isn't it it's its itself just last latest least less let like made make
    makes making many may me meanwhile might more most much must my myself near nearly next no nor
    not now of off on once one only onto or other our ours out over own per put quite rather same
    she should shouldn't since so some soon still such take taken takes than that that's the their
    theirs them themselves then there these they this those though through thus till to too toward
    towards under until up upon us very was wasn't we were weren't what when where whether which
    while who whom whose why will with within without won't would wouldn't yet you your yours
    never none nothing nobody nowhere neither
    said say says saying told tell tells telling reported report reports reporting reportedly
    according announced announce announces statement stated state claimed claim claims claiming
    added adding adds quoted cited citing revealed reveal reveals reveal shows show showed shown
    confirmed confirm confirms confirming insisted insists argued argues alleged allegedly alleges
    believed believe believes appear appears appeared apparently seem seems seemed
    denied deny denies denying denial refuted refute refutes false untrue incorrect baseless
    unfounded hoax fabricated
    today yesterday tomorrow tonight morning afternoon evening night week month year day hour
    monday tuesday wednesday thursday friday saturday sunday weekend
    january february march april june july august september october november december
    earlier later recently early late ago new million billion thousand hundred trillion bn
    percent cent dollar dollars usd euro euros eur pound pounds
"""
STOP = frozenset(_STOP.split())

# Words that news of any kind is full of: they count half.
_COMMON = """
    people man men woman women person official officials government minister ministry country
    president spokesman spokeswoman spokesperson police group company city town area region
    part number total time source sources public national international local major large big
    mr mrs ms dr use used using work go come came went give given gave set hold held call called
    know first second including include includes
"""
COMMON = frozenset(_COMMON.split())

_IRREGULAR = {
    form: base
    for base, forms in {
        "sell": "sold sale sales seller",
        "buy": "bought purchase purchased purchases purchasing",
        "die": "died dead death deaths dying killed kill kills killing fatality fatalities",
        "injure": "injured injury injuries hurt wounded wound",
        "pay": "paid payment payments",
        "send": "sent",
        "lose": "lost loss losses",
        "win": "won winner",
        "leave": "left",
        "find": "found",
        "hold": "held",
        "build": "built",
        "begin": "began begun start started starts starting",
        "rise": "rose risen",
        "fall": "fell fallen",
        "meet": "met meeting",
        "break": "broke broken",
        "strike": "struck",
        "shoot": "shot",
        "fly": "flew flown flight",
        "sink": "sank sunk",
        "lead": "led",
        "choose": "chose chosen",
        "steal": "stole stolen theft",
        "write": "wrote written",
        "speak": "spoke spoken speech",
        "grow": "grew grown growth",
        "bring": "brought",
        "teach": "taught",
        "train": "training trained",
        "agree": "agreed agreement agreements",
        "supply": "supplied supplies supplying",
        "deliver": "delivered delivery deliveries",
        "arrest": "arrested detained detain",
        "resign": "resigned resignation",
        "explode": "exploded explosion blast",
        "withdraw": "withdrew withdrawn withdrawal",
        "approve": "approved approval",
        "child": "children",
    }.items()
    for form in (base, *forms.split())
}

_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: str(number) for number, word in enumerate(_NUMBERS.split(), start=2)}

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {
    short: number
    for number, name in enumerate(_MONTHS.split(), start=1)
    for short in (name, name[:3], name[:4])
}
MONTH_PARTS = tuple(name[:3] for name in _MONTHS.split())
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS.split())}

DAY_NAME = re.compile(_WEEKDAYS.replace(" ", "|"), re.IGNORECASE)

# Before "to" or "of" these say that it did not happen.
FAILING = frozenset(
    {
        *("failed", "fails", "fail", "refused", "refuses", "refuse", "declined", "declines"),
        *("unable", "incapable", "neglected", "omitted", "yet"),
    }
)
NEGATIONS = FAILING | {
    *("not", "never", "no", "without", "neither", "nobody", "none", "cannot", "hardly", "nor"),
}
DENIAL = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|refut(?:es?|ed|ing)|debunk(?:s|ed)?|false|untrue|no truth|denial"
    r"|baseless|unfounded|groundless|hoax|fabricat(?:ed|ion)|retract(?:s|ed)|nonsense|not true"
    r"|never happened|fake news|an? (?:outright |complete |blatant |pure )?(?:lie|invention)"
    r"|(?:reject|dismiss|disput|rubbish|contradict)(?:s|es|ed|e|ing)? (?:\w+ ){0,3}?"
    r"(?:report|claim|allegation|accusation|suggestion|rumou?r|assertion|account)s?)\b"
)
# Words in which a denial is put: they tell nothing of what is denied.
DENIAL_FRAME = (
    "reject dismiss dispute rubbish call describe nonsense rumour rumor allegation accusation"
    " suggestion account talk lie invention groundless fake retract outright categorically"
    " flatly strongly wholly completely"
)
PROSPECT = re.compile(
    r"\b(?:agreed? to|agrees to|plan(?:s|ned|ning)? to|intends? to|will|would|is to|are to|set to"
    r"|due to|expected to|expects? to|promised? to|pledged? to|vow(?:s|ed) to|hopes? to|wants? to"
    r"|may|might|could|offered to|threaten(?:s|ed)? to|considering|proposed? to)\b"
)
# Each match of the two holds one of these: to look for them costs a tenth.
DENIAL_PARTS = (
    *("deni", "deny", "refut", "debunk", "false", "true", "truth", "baseless", "unfounded"),
    *("groundless", "nonsense", "happened", "fake news", "lie", "invention"),
    *("hoax", "fabricat", "retract", "reject", "dismiss", "disput", "rubbish", "contradict"),
)
PROSPECT_PARTS = (
    *("will", "would", "may", "might", "could", "considering", "agree", "plan", "intend", "is to"),
    *("are to", "set to", "due to", "expect", "promise", "pledge", "vow", "hope", "want"),
    *("offered to", "threaten", "propose"),
)
# What was expected in a clause of time is not what the sentence states.
TIME_CLAUSE = re.compile(r"\b(?:before|until|after|when|while|since)\b[^,;.]*")

SAID = frozenset(
    {
        *("said", "says", "told", "reported", "reports", "announced", "announces", "confirmed"),
        *("confirms", "claimed", "claims", "stated", "states", "insisted", "insists", "added"),
        *("revealed", "reveals", "reveal", "showed", "shows", "show"),
    }
)

_SUFFIXES = (
    "ational", "ization", "isation", "fulness", "iveness", "ations", "ation", "ments", "ment",
    "ings", "ing", "ness", "ions", "ion", "edly", "ies", "ied", "ers", "ed", "es", "ly", "al",
    "er", "or", "s", "e", "y",
)  # fmt: skip
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a folded word: a fixed table of irregular forms, then one suffix off."""
    word = word.removesuffix("'s").strip("'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            if suffix == "ies":
                return stem(f"{word[:-3]}y")
            rest = word[: -len(suffix)]
            return _IRREGULAR.get(rest, _DOUBLED.sub(r"\1", rest))
    return word
