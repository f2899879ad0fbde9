"""Verbs that show that something is said, believed, wanted or felt, and what must follow each.

A verb is kept with its kind and its frames: it counts with ANYTHING after it ("says"), with a
CLAUSE, a question or a quotation ("found that"), with an INFINITIVE ("plans to"), with an OBJECT
("criticised the bill"), or with certain prepositions ("called for"). Forms are made by rule
from the base form; irregular ones are listed. General English, taken from no data set.
"""

from enum import StrEnum
from typing import NamedTuple

from provenance.attribution.units import word_set


class Kind(StrEnum):
    """What a cue shows of the one to whom something is ascribed."""

    SPEECH = "speech"
    BELIEF = "belief"
    INTENTION = "intention"
    ATTITUDE = "attitude"
    EVIDENCE = "evidence"  # a document or a result speaks
    SEEMING = "seeming"  # nobody is named: "appears to", "is expected to"


class Form(StrEnum):
    """Which form of a verb a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"


class Frame(StrEnum):
    """What must follow a verb so that it is a cue."""

    ANYTHING = "anything"
    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    OBJECT = "object"


class Verb(NamedTuple):
    """What one form of a verb may do."""

    base: str
    kind: Kind
    form: Form
    frames: frozenset[Frame]
    prepositions: frozenset[str]
    told: bool  # takes the one spoken to as its object: "told her that"


_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought",
    "know": "knew known", "see": "saw seen", "feel": "felt", "find": "found", "hold": "held",
    "mean": "meant", "hear": "heard", "understand": "understood", "forget": "forgot forgotten",
    "show": "showed shown", "speak": "spoke spoken", "swear": "swore sworn", "read": "read",
    "choose": "chose chosen", "seek": "sought", "lay": "laid", "put": "put",
    "foresee": "foresaw foreseen", "forbid": "forbade forbidden", "draw": "drew drawn",
    "give": "gave given", "take": "took taken", "cast": "cast", "go": "went gone",
    "make": "made", "bet": "bet", "tear": "tore torn", "set": "set", "come": "came",
    "shoot": "shot", "spell": "spelled spelt", "learn": "learned learnt", "hit": "hit",
    "dream": "dreamed dreamt", "uphold": "upheld", "foretell": "foretold", "begin": "began begun",
    "overhear": "overheard", "fight": "fought", "keep": "kept", "rip": "ripped", "get": "got",
    "strive": "strove striven", "withdraw": "withdrew withdrawn", "sing": "sang sung",
}  # fmt: skip
_DOUBLED = word_set(
    "quip admit plan refer prefer concur regret rap rebut nod slam pan shrug beg brag permit opt "
    "sum wax plot commit allot rip hit set put shun pin flip"
)
_SPEECH = (
    "say claim argue insist warn allege assert contend retort quip joke complain "
    "lament remark reiterate caution concede acknowledge admit confess confide vow pledge "
    "promise swear declare announce proclaim testify deny explain stress emphasize emphasise "
    "underscore suggest imply insinuate hint predict forecast estimate disclose tweet retweet "
    "exclaim whisper mutter murmur recount recall reminisce opine speculate conclude recommend "
    "advocate propose confirm affirm reaffirm attest certify profess narrate fume gush deadpan "
    "implore clarify disagree concur protest marvel report write tell remind inform assure urge "
    "ask advise criticize criticise denounce condemn decry deride mock ridicule blast slam "
    "assail lambast lambaste accuse blame praise laud applaud commend tout extol dispute rebut "
    "chide scold chastise berate excoriate disparage belittle malign vilify castigate deplore "
    "bemoan cite characterize characterise reject refute describe portray call disavow "
    "repudiate denigrate reply note wonder muse demand reveal foretell insult eviscerate "
    "theorize rebuke downplay envision invoke apologize mention reassure notify counsel exhort "
    "beseech instruct question trumpet contrast liken chant defend dismiss endorse cry shout "
    "discuss outline detail highlight lambaste exaggerate overstate understate lie repeat add "
    "fault ponder retell reference"
)
_CLAUSE_SPEECH = (
    "offer state maintain counter answer continue thunder shoot post blog email text project "
    "address order calculate present relate charge begin interject start conclude respond laugh "
    "comment sum volunteer signal specify elaborate indicate read preach mandate require "
    "stipulate teach rule sing scream yell venture chime snap bark intone chide joke echo "
    "recite agree boast brag"
)
_BELIEF = (
    "think believe suspect assume fear hope doubt realize realise anticipate deem worry imagine "
    "envision reckon surmise disbelieve distrust agree regret regard"
)
_CLAUSE_BELIEF = (
    "feel find know see consider understand learn mean remember forget decide determine guess "
    "hold hear judge presume suppose expect figure notice recognize recognise discover view "
    "wish perceive dream foresee sense bet trust pray care accept infer deduce calculate love"
)
_INTENTION = (
    "want plan intend aim hope seek need refuse decline agree vow pledge promise threaten offer "
    "decide choose opt prefer prepare hesitate resolve wish propose desire volunteer long "
    "aspire elect like love hate swear strive care expect fear"
)
_ATTITUDE = (
    "want prefer support oppose favor favour resent admire dislike despise loathe detest "
    "mistrust embrace welcome champion disdain appreciate mull consider weigh seek expect "
    "request contemplate challenge attack hail credit thank congratulate promote celebrate back "
    "love hate reflect petition threaten insinuate urge plot see view propose pitch sue label "
    "brand dub paint interpret depict approve value hammer knock bash skewer savage rap compare "
    "explain compliment salute express voice convey cheer float oversell"
)
_EVIDENCE = (
    "show indicate suggest reveal demonstrate prove find conclude detail describe list document "
    "warn underscore illustrate establish depict outline say state note report estimate project "
    "allege confirm imply mean include contain"
)
_TELLING = word_set(
    "tell ask remind inform assure advise notify urge implore beg instruct persuade convince "
    "reassure exhort beseech warn caution challenge press counsel promise teach order email text"
)
_PREPOSITIONS = {
    "call": "for on upon", "refer": "to", "point": "to out", "comment": "on about",
    "talk": "about of up", "speak": "about of out against", "respond": "to by with", "react": "to",
    "push": "for back", "focus": "on", "vote": "for against", "argue": "for against",
    "lobby": "for against", "allude": "to", "object": "to", "disapprove": "of",
    "rail": "against", "campaign": "on for against", "look": "forward", "care": "about",
    "hint": "at", "go": "on", "lash": "out", "hit": "back", "fire": "back",
    "ask": "about for", "inquire": "about", "elaborate": "on", "expand": "on", "touch": "on",
    "dwell": "on", "side": "with", "sympathize": "with", "scoff": "at", "lean": "toward towards",
    "know": "about", "hear": "about", "learn": "about", "fret": "about over", "grumble": "about",
    "gripe": "about", "commit": "to", "vouch": "for", "press": "for", "plead": "for with",
    "long": "for", "plan": "on for", "aim": "at for", "opt": "for", "rip": "into", "tear": "into",
    "weigh": "in", "brush": "aside off", "shrug": "off", "rule": "out", "lay": "out bare",
    "spell": "out", "set": "out forth", "single": "out", "make": "clear fun", "put": "it forward",
    "double": "down", "walk": "back", "back": "away", "decide": "on against", "conceive": "of",
    "take": "issue aim", "cast": "doubt", "raise": "questions concerns doubts alarm", "draw":
    "attention", "heap": "praise", "give": "credit", "approve": "of", "root": "for", "yearn":
    "for", "zero": "in", "harp": "on", "warn": "of against about", "pass": "along on", "get":
    "into", "stand": "by", "come": "out", "clash": "over with", "dream": "of about",
    "react-to": "", "appeal": "for to", "agitate": "for against", "quarrel": "with over",
    "seize": "on", "crow": "about", "obsess": "over about", "demand": "for", "pine": "for",
    "balk": "at", "bristle": "at", "think": "of about", "wonder": "about", "believe": "in",
    "worry": "about over", "complain": "about of", "brag": "about", "boast": "about of",
}  # fmt: skip


def _forms(base: str) -> list[tuple[str, Form]]:
    """Return the forms of a verb."""
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("e"):
        past, ing = base + "d", base.removesuffix("e") + "ing"
    elif base.endswith("y") and base[-2] not in "aeiou":
        past, ing = base[:-1] + "ied", base + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if base == "lie":
        ing = "lying"
    third = base + "s"
    if base.endswith(("s", "sh", "ch", "x", "z", "go", "do")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    pasts = _IRREGULAR.get(base, past).split()
    return [(base, Form.BASE), (third, Form.THIRD), (ing, Form.ING)] + [
        (each, Form.PAST) for each in pasts
    ]


def _table() -> dict[str, Verb]:
    frames: dict[str, set[Frame]] = {}
    kinds: dict[str, Kind] = {}
    for words, kind, frame in (
        (_SPEECH, Kind.SPEECH, Frame.ANYTHING),
        (_CLAUSE_SPEECH, Kind.SPEECH, Frame.CLAUSE),
        (_BELIEF, Kind.BELIEF, Frame.ANYTHING),
        (_CLAUSE_BELIEF, Kind.BELIEF, Frame.CLAUSE),
        (_EVIDENCE, Kind.EVIDENCE, Frame.CLAUSE),
        ("seem appear", Kind.SEEMING, Frame.INFINITIVE),
        ("seem appear", Kind.SEEMING, Frame.OBJECT),
        (_INTENTION, Kind.INTENTION, Frame.INFINITIVE),
        (_ATTITUDE, Kind.ATTITUDE, Frame.OBJECT),
        (" ".join(_PREPOSITIONS), Kind.SPEECH, None),
    ):
        for base in words.split():
            kinds.setdefault(base, kind)
            kept = frames.setdefault(base, set())
            if frame is not None:
                kept.add(frame)
    table: dict[str, Verb] = {}
    for base, kept in frames.items():
        for form, which in _forms(base):
            taken = frozenset(_PREPOSITIONS.get(base, "").split())
            verb = Verb(base, kinds[base], which, frozenset(kept), taken, base in _TELLING)
            if form in table and which is Form.BASE:  # "found", "read": the past of a verb first
                continue
            table[form] = verb
    for preposition in ("regarding", "including", "like"):
        table.pop(preposition)
    return table


EVIDENCE = frozenset(_EVIDENCE.split())
"""Verbs that a document or a result may be the subject of."""

VERBS = _table()
"""Every form of every verb of attribution."""
