"""Patterns of the kind rules: phrases of general English, none of a topic.

Each is bounded: no quantifier stands inside another, and gaps have a largest size. A pattern
that may stand anywhere in a sentence is looked for only where one of its words does.
"""

import re

from provenance.claims import words as w
from provenance.text import Phrases

_I = re.IGNORECASE
LEADING_FRAME = re.compile(r"^(?:that |how )", _I)
TRAILING_FRAME = re.compile(
    r"[,?!][\"'\u201d\u2019]?\s+(?:[^,\"\u201c\u201d;]{1,60} )?"
    r"(?P<verb>said|says|added|adds|told|argued|argues|warned|warns|wrote|writes|insisted|claimed"
    r"|explained|noted|stated|recalled|testified|according to)\b[^\"\u201c\u201d]{0,160}$"
)
LEADING_SOURCE = re.compile(r"^(?:according to|in the (?:words|view|opinion) of) [^,]{1,80}, ", _I)
INDIRECT_QUESTION = re.compile(
    r"^(?:but |and |so |yet )?(?:the|another|one|a) (?:\w+ ){0,3}question(?: \w+){0,4} (?:is"
    r"|was|remains|becomes)"
    r"[:,]? (?:\w+ )?(?:whether|how|who|what|when|why|if)\b"
    r"|^(?:but |and |yet )?it (?:is|remains|was|seems)(?: still| as yet| not)? (?:unclear|clear"
    r"|unknown"
    r"|uncertain|known|not known|not clear|anyone[\u2019']s guess"
    r"|open) (?<!is clear )(?<!is known )"
    r"(?:whether|who|how|what|when|why|if)\b"
    r"|^(?:whether|how|why|who|when) [^,]{1,200} (?:remains|is|was) (?:less |not |far from "
    r")?(?:clear|unclear|uncertain|unknown|to "
    r"be seen|an open)",
    _I,
)
NORM = Phrases(
    "must mustn should shouldn ought need needs has have had better cannot can may time "
    "obliged bound supposed",
    r"\b(?:must(?! have (?:been|\w+ed)\b)|(?<!^)should(?! be (?:enough|able|ready|possible"
    r"|available"
    r"|finished|complete|surprised|obvious|clear|familiar|no surprise))(?! (?:\w+ )?(?:worry"
    r"|surprise"
    r"|alarm|trouble"
    r"|concern|shame|shock|chill|frighten|disturb|come as|give (?:us|anyone|everyone"
    r"|everybody) pause)\b)|ought to|needs? "
    r"to (?!know\b)"
    r"|(?<!would )(?<!will )(?<!could )(?<!might )(?<!may )(?:has|have|had) to\b|(?:has"
    r"|have) (?:a|the|every) (?:duty|obligation|responsibility) to\b|had better|cannot afford"
    r"|can[\u2019']t afford|can no longer afford"
    r"|it is (?:high )?time (?:to|for|that|we)|(?:is|are) (?:obliged|duty-bound|supposed) to"
    r"|(?:cannot|can[\u2019']t|can not|can no longer|may not|must not) (?:simply |just |solely "
    r"|merely |be )?"
    r"(?:rest|rely|depend|wait|continue|remain|ignored?|stand by|left to|allowed to|tolerated?"
    r"|go on"
    r"|look (?:away|on|the other way)|hide|pretend|expect(?:ed)?|sit|turn|treated?"
    r"|taken for granted"
    r"|keep \w+ing|asked|forced|made|permitted|excused|justified|accepted?|afford"
    r"|dismissed?|trusted"
    r"|abandon(?:ed)?|postponed?|delayed?|surrender(?:ed)?)\b)",
)
APPEAL = re.compile(
    r"^(?:but |and |so |now |just )?(?:imagine|picture|consider|think of|suppose|remember|recall"
    r"|take|look at|ask yourself|forget)\b (?!the \w+ed)",
    _I,
)
"""The writer turns to the reader's mind; nothing is asked to be done."""
IMPERATIVE = re.compile(
    r"^(?:let (?:us|the|them|him|her|every|all|no)|let[\u2019']s|do not|don[\u2019']t"
    r"|stop|start|demand|ask"
    r"|vote|never|make|give|keep|put|end|build|fund|protect|support|listen|scrap|tax|ban)\b "
    r"(?!the \w+ed)",
    _I,
)
CALL = re.compile(
    r"^(?:and |but |so )?(?:no more [a-z -]{3,40}\.?$|enough is enough|enough\.$"
    r"|it is up to (?!now\b|\d)[\w ]{1,40} to\b|[^,.;]{1,80} would (?:do well|be (?:wise"
    r"|well advised"
    r"|well-advised)) to\b"
    r"|the time (?:for|to) .{3,120}(?:is over|is now|has (?:come|passed))"
    r"|it is (?:past|high) time|there can be no|there is no (?:alternative|room for|excuse for))",
    _I,
)
LEGAL = Phrases(
    "law under rule rules requires require court legally",
    r"\b(?:by law|under (?:the|a|an|its|eu|federal|state) |the law|rules? (?:say|state|require)s?"
    r"|under regulations|requires? that|court ruled|legally)\b",
)
NOVELTY = Phrases(
    "never first new unprecedented precedent last only largest smallest biggest highest "
    "lowest longest shortest oldest youngest tallest deepest fastest slowest heaviest hottest "
    "coldest wettest driest warmest richest poorest busiest costliest deadliest steepest "
    "expensive",
    r"\b(?:never before|for the first time|the first time|never (?:with|on|in|at|under|so|such"
    r"|been|had"
    r"|previously)"
    r"|(?:has|have|had) never|(?:is|was|are|were) (?:new|unprecedented|without precedent|(?:the"
    r"|his|her|its|their) "
    r"(?:first|last|only|largest|smallest|biggest|highest|lowest|longest|shortest|oldest"
    r"|youngest|tallest|deepest|fastest|slowest|heaviest|hottest|coldest|wettest|driest|warmest"
    r"|richest"
    r"|poorest|busiest|costliest|deadliest|steepest|most expensive)\b))(?P<what>(?: \w+){0,3})",
)
LIKELIHOOD = Phrases(
    "improbable probable likely unlikely certain assured plausible implausible inevitable "
    "unavoidable conceivable inconceivable possible far foreseeable matter coming way "
    "expected due planned scheduled forecast scenario outcome result set poised bound about "
    "destined course track going slated predicted projected tipped",
    r"\b(?:is|are|seems?|sounds?|looks?|appears?|remains?|becomes?)(?: \w+){0,3} "
    r"(?:improbable|probable|likely|unlikely|certain|assured|plausible|implausible|inevitable"
    r"|unavoidable"
    r"|conceivable"
    r"|inconceivable|possible|far-fetched|foreseeable|a matter of time)\b"
    r"|\b(?:is|are) (?:surely |now |already )?(?:coming\b(?! (?:from|to|under|out|back))"
    r"|on (?:its|their) way\b)"
    r"|\b(?:is|are) (?:expected|due|planned|scheduled|forecast) (?:in|on|by|for|next|this|before)\b"
    r"|\b(?:plausible|likely|probable|worst-case|best-case|possible) (?:scenario|outcome|result)\b"
    r"|\b(?:likely|unlikely|set|poised|expected|due|bound|certain|about|destined|on (?:course"
    r"|track)"
    r"|going|slated|scheduled|forecast|predicted|projected|tipped) to (?P<verb>[a-z]+)",
)
OUTLOOK = re.compile(
    r"\b(?:sees?|puts?|projects?|estimates?) (?!.{0,80}\b(?:last|ago)\b)[^;]{1,80} "
    r"\b(?:by|in|for|before|over) (?:the )?(?:end of |middle of |mid-|early |late )?"
    r"(?:next|coming|20[2-9]\d)\b",
    _I,
)
"""An expectation with a time to come: "sees growth of two percent next year"."""
BELIEF = re.compile(
    r"^(?:but |and |yet |so |still, |frankly, |personally, )?(?:i|we)(?: \w+ly)?(?: still| also"
    r"| do)? "
    r"(?:think|believe|fear|hope|suspect|doubt|wonder|feel|guess|reckon|am (?:convinced|sure"
    r"|certain|afraid|confident|told)|trust)(?: that)?\b",
    _I,
)
"""The writer's or speaker's own belief: what follows is judged as theirs."""
FEELING = re.compile(
    r"\b(?:i|we) (?:was|were|am|are|feel|felt)(?: \w+ly| so| very| not)? (?:shocked|appalled|proud"
    r"|ashamed|angry|sad|glad|grateful|afraid|worried|sorry|happy|delighted|disappointed|stunned"
    r"|struck|surprised|horrified|moved|tired|thrilled|pleased|honou?red|excited|humbled)\b",
    _I,
)
IDIOM = Phrases(
    "half two both sides first one second honest frank blunt fair",
    r"\bhalf the (?:story|battle|truth|picture|problem)\b|\b(?:two|both) sides of (?:the same"
    r"|one)\b"
    r"|^(?:the )?first things? first|\bone thing is (?:clear|certain|sure)\b|\bsecond to none\b"
    r"|^to be (?:perfectly |quite )?(?:honest|frank|blunt|fair)\b|\bone of the (?:great|worst"
    r"|best)",
)
"""Numbers that count nothing, and phrases by which somebody shows that a view follows."""
LEGALLY = Phrases(
    "law act treaty convention constitution legally statute",
    r"\bby law\b|\bunder (?:the |its |a )?(?:\w+ ){0,2}(?:law|act|treaty|convention|constitution"
    r"|statute)\b|\blegally\b",
)
SETTLED = Phrases(
    "could couldn would might may must should decline declined",
    r"\b(?:could|would|might|may) (?:not|no longer) (?:be (?:reached|verified|confirmed"
    r"|identified|independently)"
    r"|comment|say|confirm|disclose|give|elaborate|discuss|reveal|provide)"
    r"|\bcould(?: not|n[\u2019']t| no longer)\b|\bcould be (?:\w+ly )?(?:reached|verified"
    r"|confirmed)\b"
    r"|\b(?:could|would|might|may|must|should)(?: not| well| also)? have\b|\bdeclined? to\b",
)
WENT_ON = re.compile(r"\bwould (?:later )?go on to\b", _I)
"""What came later, told from a point in the past: it has happened."""
FUTURE_WORDS = w.word_set("will won't shall would wouldn't could may might")
COMMON_INFINITIVES = w.word_set(
    "be have do make survive affect happen become remain plummet soar rise collapse prompt face "
    "spark worsen double fuel shape cause reshape undermine help succeed dominate attract "
    "arrive last"
)
BANNED = re.compile(
    r"^(?:but |and |yet )?(?:no|neither|none of the) [^,.;]{1,60} (?:may|can)\b", _I
)
"""What is not allowed: "no lorry may cross"."""
PERCEIVED = re.compile(r"\bcan (?:also |clearly |now )?be (?:heard|seen|read)\b", _I)
DENYING = w.word_set("deny denies denied rejects rejected disputes disputed dismisses dismissed")
EXPECTING = w.word_set(
    "expects expect expected forecasts predicts predicted anticipates anticipate projects "
    "predict foresees"
)
BE_OR_SEEM = w.BE | w.word_set("remains remain becomes become seems seem feels feel sounds looks")
VIEW = Phrases(
    "too i we could couldn can cannot would wouldn view opinion mind mistake truth let course "
    "heart core best worst before nothing little enough beggars otherwise ourselves volumes sink "
    "ground grounds reason cause comfort hope excuse confidence consolation room treat treats "
    "worry surprise alarm trouble concern shame shock frighten disturb come doubt simply merely "
    "just",
    r"\b(?:is|are|was|were|be|been) (?:far |much )?too [a-z]+\b|"
    r"^(?:but |and |yet |so )?(?:i|we) (?:think|believe|fear|hope|suspect|doubt|wonder|feel|admire"
    r"|am|know|all)\b"
    r"|\b(?:(?:(?:could|can|would)(?: hardly| scarcely| barely| not)|(?:could|would)n[\u2019']t"
    r"|can[\u2019']t|cannot) be (?:more|less"
    r"|worse|better|[a-z]+er)"
    r"|in my (?:view|opinion)"
    r"|to my mind|make no mistake|the truth is"
    r"|let[\u2019']s be"
    r"|of course|for too long|too (?:many|much|few|often|little|late|long|far)|at its (?:heart"
    r"|core|best|worst)"
    r"|(?:have|has|had|[\u2019']ve) (?:all )?(?:seen|heard|been|read|watched) (?:this|that|it"
    r"|it all|here|all"
    r" (?:this|that))(?: \w+){0,2} before"
    r"|(?:learned|learnt|understood|forgotten|changed|offered|done|achieved|solved"
    r"|given) (?:nothing|little"
    r"|(?:too|very|so|precious) little|enough)\b"
    r"|beggars belief|(?:nothing|nobody|little|few things) could be (?:more|less|\w+er)\b"
    r"|(?:suggests?|says?) otherwise|(?:run|runs|ran) (?:its|their) course"
    r"|(?:told?|fool(?:ed)?|kidd?(?:ed|ing)?) ourselves|speaks? volumes|let that sink in"
    r"|(?:gives?|offers?|leaves?|inspires?|provides?"
    r"|is|are) (?:us )?(?:little|no|every|scant|some|much) (?:ground|grounds|reason|cause"
    r"|comfort|hope|excuse"
    r"|confidence|consolation|room)\b"
    r"|treats? [^,.;]{1,40} as\b|should (?:\w+ )?(?:worry|surprise|alarm|trouble|concern|shame"
    r"|shock"
    r"|frighten|disturb|come as)\b"
    r"|no doubt|nothing (?:short|less|more)|little (?:more|wonder)|not (?:simply|merely|just) )",
)
CLEFT = re.compile(
    r"^(?:but |and |yet |so )?(?:what (?!happened)[^.?]{1,120}? (?:is|are|was)\b"
    r"|it (?:is|was) [^.;]{1,80} (?:that|who) (?:matter|count|should|really|make|decide))",
    _I,
)
IMAGE = Phrases(
    "centre center heart edge mercy blind asleep can nerve way voice soul mind head fault "
    "crossroads brink precipice abyss tip balance stake cards slope shot wake line pandora "
    "double altar chalice ticking tightrope sleepwalk sleepwalks sleepwalked sleepwalking "
    "sleepwalker sleepwalkers elephant order dawn knell cheque leaf thin dressing goal "
    "turning",
    r"\b(?:stands? at the (?:cent(?:re|er)|heart|edge|mercy)|blind eye|asleep at the wheel"
    r"|kick(?:ed|ing)? the can|los[et] (?:its|their|his|her|our) (?:nerve|way|voice|soul|mind|head)"
    r"|fault line|crossroads|brink|precipice|abyss|tip of the iceberg|in the balance|at stake"
    r"|house of cards|slippery slope|warning shot|wake-up call|red line|line in the sand"
    r"|pandora|double-edged"
    r"|at the heart of|on the altar|poisoned chalice|ticking|tightrope"
    r"|sleepwalk(?:s|ed|ing|ers?)?|elephant in the room"
    r"|emerging order|dawn of|death knell|blank cheque|fig leaf|wearing thin|window dressing"
    r"|own goal|turning point)\b",
)
PLACE_COMPLEMENT = w.word_set("in at on near from under outside inside between")
VERBLESS = 12  # words; a longer line without a verb known here is judged by its names
DEGREE = w.word_set(
    "not no longer now still very too so also already often always only just simply more most "
    "less the a an quite rather both all about never as even perhaps purely solely far"
)
"""Words that stand between a copula and what it says."""
VOUCHING = w.word_set(
    "show shows showed shown reveal reveals revealed confirm confirms confirmed indicate "
    "indicates indicated find finds found disclose discloses disclosed admit admits admitted "
    "acknowledge acknowledges acknowledged note notes noted explain explains explained"
)
"""Verbs of a report whose writer takes what is reported for so."""
