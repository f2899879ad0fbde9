"""Word lists of the claim rules: closed classes in full, open classes as far as rules need them.

Every entry is a dictionary word of general English; none is the name of a topic. Forms of
regular verbs are made from their base by the spelling rules. What is left out: rare verbs; a
sentence whose verb is not listed falls to the rules at the end of the table.
"""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


def third_person(base: str) -> str:
    """Return the -s form of a verb."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


BE = word_set("is are was were am isn't aren't wasn't weren't")
HAVE = word_set("has have had hasn't haven't hadn't")
DO = word_set("does do did doesn't don't didn't")
MODALS = word_set(
    "will would can could may might must should shall ought won't wouldn't can't cannot "
    "couldn't shouldn't mustn't mightn't"
)
PAST_AUXILIARIES = word_set("had hadn't did didn't")
AUXILIARIES = BE | HAVE | DO | MODALS

DETERMINERS = word_set(
    "the a an this that these those my your his her its our their some any no every each either "
    "neither another such what which whose both all many several few more most"
)
PREPOSITIONS = word_set(
    "of in on at by for from with to into onto over under about after before between among "
    "against through during without within across along around near since until toward towards "
    "upon off despite like amid via per beyond behind below above as than"
)
RELATIVES = word_set("that which who whom whose where")
SUBORDINATORS = word_set(
    "because although though while whereas if unless when whenever once after before since "
    "until as so whether lest provided"
)
CONNECTIVES = word_set(
    "but and yet or so still however moreover furthermore meanwhile nevertheless nonetheless "
    "indeed thus therefore hence besides also instead"
)
PERSONAL = word_set("i you he she it we they there")

VERBS = word_set(
    "owe earn date originate point span comprise dump disable pollute leak spill trace amount "
    "belong flow pour rumble swim "
    "compound stretch accept accuse achieve acknowledge acquire act add admit adopt advise "
    "affect agree aim allege allow announce answer appeal appear appoint approve argue arm "
    "arrest arrive ask assert assess attack attend attract auction authorise authorize ban bar "
    "become begin believe bid block board bomb borrow break bring broadcast build burn buy call "
    "cancel carry cast catch cause cease challenge change charge check cite claim clash clear "
    "climb close coach collapse collect come command commission commit compete complain "
    "complete concede conclude conduct confirm conquer consider consist contain contend "
    "continue contract control convict cost count cover create criticise criticize cross cut "
    "damage deal decide declare decline decrease defeat defend delay deliver demand deny depart "
    "depend deploy describe destroy detail detain detect develop die direct disclose discover "
    "dismiss display dispute distribute divide document double draft draw drill drive drop earn "
    "eat edge employ enable end enforce enter equal escape establish estimate evacuate exceed "
    "exchange exert exclude execute exercise exist expand expect expel experience explain "
    "explode export express extend face fail fall feature feed feel fight file fill find fine "
    "finish fire fix flee flood fly follow forbid force form found fund gain gather get give go "
    "govern grant grow guarantee halt handle happen harbour harvest head hear help hide hike "
    "hire hit hold host house identify ignore impose improve include increase indicate inform "
    "injure inspect install insure intend interview introduce invade invest investigate invite "
    "involve issue join judge keep kidnap kill know lack land last launch lay lead learn lease "
    "leave lend level license lie lift limit link list live load lobby locate lock lose "
    "maintain make manage manufacture march mark measure meet mention merge mine miss mount "
    "move name need negotiate note number obtain occupy occur offer open operate oppose order "
    "organise organize oversee own pass patrol pay perform permit place plan plant play plead "
    "pledge point poll possess post postpone praise predict prepare present prevent print probe "
    "process produce prohibit project promise promote propose prosecute prove provide publish "
    "pull purchase push put qualify quit quote raid raise range rank rate reach read receive "
    "recommend record recover recruit reduce refer refuse register reject release rely remain "
    "remove rent repair repeat replace reply report represent request require rescue resign "
    "resist resolve respond restore restrict result retain retire retreat return reveal review "
    "rise rule run sail sanction save say score search secure see seek seize sell send sentence "
    "serve set settle share shell ship shoot show shrink shut sign sink sit smuggle speak spend "
    "split sponsor stage stand start state steal step stop store strengthen strike study submit "
    "sue suffer suggest supply support surge suspend swear take target teach tell test testify "
    "threaten total trade train transfer transport travel treat trigger triple try turn uncover "
    "underline understand unveil urge use vaccinate vary veto visit vote vow wait walk want "
    "warn watch weigh welcome win withdraw withhold work worsen wound write yield"
)
THIRD = frozenset(third_person(base) for base in VERBS) - word_set("news means")

IRREGULAR_PAST = word_set(
    "said told went fell rose bought sold made took gave got came became began broke brought "
    "built caught chose cost cut dealt drew drove ate fought found flew forbade forgot froze "
    "grew hid hit held kept knew laid led left lent lost meant met paid put quit ran rang sang "
    "sank sat saw sent set shook shot shut slept slid spoke spent split spread stood stole "
    "struck stuck swam swore swept taught thought threw understood woke won wore wrote withdrew "
    "withheld heard felt fled bid hurt let bore beat drank dug fed hung oversaw overran sought "
    "shrank stung undertook upheld outlined"
)
NOT_PAST = word_set(
    "hundred indeed need speed seed feed bleed breed exceed proceed succeed united red bed shed "
    "shred wed led sacred naked wicked allied embed"
)

DURATIONS = word_set("year month week day hour minute second decade century generation moment")
"""Units of time: how long something takes does not make a view a fact."""

DRIFTING = word_set("becoming getting nothing something anything everything")

REPORTING = word_set(
    "say says said tell tells told add adds added announce announces announced argue argues "
    "argued claim claims claimed state states stated report reports reported reveal reveals "
    "revealed show shows showed shown confirm confirms confirmed warn warns warned insist "
    "insists insisted note notes noted suggest suggests suggested indicate indicates indicated "
    "allege alleges alleged admit admits admitted acknowledge acknowledges acknowledged "
    "fear fears think thinks hope hopes suspect suspects worry worries "
    "estimate estimates estimated predict predicts predicted believe believes believed conclude "
    "concludes concluded find finds found disclose discloses disclosed explain explains "
    "explained maintain maintains maintained assert asserts asserted testify testifies "
    "testified write writes wrote deny denies denied"
)
"""Verbs that put a proposition into somebody's mouth or a document."""

EVALUATIVE = word_set(
    "boring tiring exhausting frustrating humiliating misleading infuriating heartbreaking "
    "inspiring depressing misplaced unwarranted warranted unjustified deserved undeserved "
    "outdated overblown exaggerated unfounded ill-advised ill-judged well-deserved long-overdue "
    "disgusting vivid bitter sweet beautiful lovely hideous noble petty tiresome nasty absurd "
    "acceptable alarming ambitious appalling astonishing awful bad baffling best better bold "
    "brave bleak brilliant careless clear clumsy compelling contemptible courageous cowardly "
    "craven critical crucial cruel cynical damning dangerous daunting dead deplorable desirable "
    "desperate different difficult disappointing disastrous disgraceful dishonest dismal "
    "disturbing divisive doomed easy elegant embarrassing encouraging enough essential ethical "
    "excellent exciting extraordinary fair false familiar fatal feeble fine fitting flawed "
    "foolish fragile frightening futile generous genuine global good grave great grim grotesque "
    "hard harmful harsh heroic high hollow honest hopeful hopeless horrifying humane "
    "hypocritical ideal immense immoral imperative important impossible impressive inadequate "
    "incompetent incredible indefensible inevitable inexcusable inhumane insufficient "
    "intolerable invaluable ironic irresponsible just justified lamentable laughable lazy "
    "legitimate ludicrous magnificent meaningful meaningless misguided mistaken modest moral "
    "naive natural necessary needless nonsense obscene obvious odd ominous outrageous overdue "
    "painful paltry pathetic perfect perilous pernicious plain pleasant poor positive powerful "
    "precious predictable premature profound promising prudent questionable radical rare real "
    "reasonable reckless regrettable remarkable repugnant responsible ridiculous right risky "
    "ruinous sad scandalous senseless sensible serious severe shaky shameful shocking "
    "short-sighted significant silly simple sincere slow sobering sound stark strange strategic "
    "strong stunning stupid subtle superb surprising telling terrible tempting thoughtless "
    "toothless toxic tragic transactional transparent tremendous trivial troubling true ugly "
    "unacceptable uncomfortable understandable undeniable uneasy unfair unforgivable "
    "unfortunate unhelpful unjust unnecessary unreasonable unrealistic unsurprising "
    "devastating messy shabby shabbiest absurdly sickening bizarre farcical familiar glamorous "
    "stale "
    "pitiful perverse corrosive brazen chilling ruthless rotten unsustainable unthinkable "
    "unwise unworthy urgent useless vague vain valuable vile vital "
    "vulnerable weak welcome wise wonderful worrying worse worst worthless worthwhile worthy "
    "wrong wretched"
)
EVALUATIVE_NOUNS = word_set(
    "abomination achievement affront answer axis balance bargain beacon bet betrayal blessing "
    "blow blunder breakthrough catastrophe challenge choice con consequence contest crisis "
    "crossroads cure curse danger deterrent dilemma disaster disgrace distraction dream "
    "embarrassment enemy error excuse failing failure fallacy fantasy farce fig-leaf folly "
    "foundation future game gamble gem gift goal hallmark harbinger hope humiliation hypocrisy "
    "illusion indictment injustice insult integration irony joke key lesson lie lifeline luxury "
    "masterclass masterpiece matter menace message milestone miracle mirage mistake mockery "
    "moment myth necessity nightmare nonsense obligation obstacle omen opportunity outrage "
    "panacea paradox peril point power precedent pretence priority privilege problem prize "
    "promise proof question reality recipe reflection relic reminder remedy responsibility "
    "revolution risk ruse scandal scapegoat shame shambles shortcut sign signal solution "
    "statement step symbol symptom temptation test testament threat tragedy trap travesty "
    "treasure trick triumph truth turning-point vanity verdict victory virtue vision waste "
    "weapon win windfall wonder world fault line sham charade circus fiction delusion start "
    "insanity madness lunacy sideshow whitewash cover-up stunt racket swindle bribe pity decoration"
)
ABSTRACT = word_set(
    "advantage alternative ambition answer appeal argument aim appetite aspiration balance "
    "belief benefit benefits burden case challenge challenges choice complacency confidence "
    "consequence consequences consensus cost courage credibility culture danger dangers "
    "democracy deterrence difference dilemma diplomacy doubt effect essence excuse fact failure "
    "faith fate fear fears freedom future goal hope hopes ideal idea illusion impact "
    "implication implications importance incentive irony issue justice key legacy lesson "
    "lessons liberty logic loyalty meaning message moment mood momentum moral morality motive "
    "myth nature need objective opportunity options order outcome outlook paradox patience "
    "peace perception point politics power precedent pressure principle priority problem "
    "problems progress promise prospect prospects question reality reason reputation response "
    "responsibility result rhetoric risk risks role secret significance signal silence solution "
    "stakes strategy success symbolism task temptation tension threat timing tragedy trend "
    "trust truth urgency value values victory virtue vision will wisdom worry"
)
"""Nouns for ideas: what is said of them with a copula weighs rather than reports."""

FIGURATIVE = word_set(
    "belittle betray blur complicate contradict cripple defy deepen demean demonstrate deserve "
    "embody embolden endanger epitomise erode evaporate exacerbate exemplify expose hang haunt "
    "highlight hinge ignore illustrate imperil insult jeopardise linger loom magnify matter "
    "mean mock obscure outweigh poison prove reek reflect reinforce remind represent resonate "
    "reverberate reward risk sharpen shatter signal signify smack sow speak squander stem "
    "strain suffice symbolise symbolize taint tarnish teach test threaten undermine underline "
    "underpin underscore vindicate"
)
FIGURATIVE_FORMS = (
    FIGURATIVE
    | frozenset(third_person(base) for base in FIGURATIVE)
    | frozenset(base + ("d" if base.endswith("e") else "ed") for base in FIGURATIVE)
) - word_set("spoke taught meant risked tested exposed reminded")

STANCE_ADVERBS = word_set(
    "arguably clearly obviously frankly sadly unfortunately regrettably thankfully hopefully "
    "surely undoubtedly undeniably inevitably ironically tragically shamefully rightly wrongly "
    "naturally alas understandably admittedly honestly fortunately luckily absurdly"
    " disgracefully perhaps "
    "maybe"
)
FACTUAL_COMPLEMENTS = word_set(
    "part member members president minister chair chairman chairwoman director chief founder "
    "owner author captain mayor governor senator citizen resident subsidiary headquarters "
    "capital parent home largest smallest biggest highest lowest longest oldest youngest "
    "last among tallest second third fourth fifth located based owned made called named known"
    " closed open "
    "empty full dead alive missing available legal illegal due absent present pregnant married"
)
"""Complements of a copula that can be looked up: offices, ranks, places, states."""

EVIDENCE_NOUNS = word_set(
    "documents document files records papers memos memo emails letters images photographs "
    "photos footage video videos data figures statistics report reports study studies survey "
    "surveys poll polls audit accounts minutes transcripts logs contracts invoices census "
    "results"
)
EVIDENCE_VERBS = word_set(
    "show shows showed reveal reveals revealed indicate indicates indicated detail details "
    "detailed describe describes described list lists listed contain contains contained record "
    "records"
)
"""Things that are read, and how they speak."""

MENTAL = word_set(
    "understand understands understood know knows knew hope hopes hoped fear fears feared "
    "imagine imagines imagined assume assumes assumed dream dreams dreamed dreamt pretend "
    "pretends pretended realise realises realised realize realizes realized prefer prefers "
    "preferred crave craves yearn yearns care cares trust trusts doubt doubts love loves loved "
    "hate hates hated deserve deserves deserved believe believes believed think thinks thought "
    "feel feels felt want wants wanted wish wishes wished"
)
"""Verbs of the mind: what others think is the writer's reading of them, unless they said so."""

FADING = FIGURATIVE_FORMS | word_set(
    "vanished died prevailed failed worked begun changed grown deepened hardened shifted gone "
    "faded collapsed won lost replaced become arrived passed run come evaporated mattered "
    "triumphed"
)
"""What ideas do when a writer speaks of them as if they were things."""

PARTICIPLES = word_set(
    "done seen known given taken gone been written broken spoken stolen shown driven grown "
    "thrown flown drawn chosen frozen sworn torn worn beaten eaten fallen hidden ridden risen "
    "woken withdrawn undergone sunk sung begun become come run gotten forgotten forgiven "
    "forbidden proven mistaken overtaken undertaken overthrown born built"
)
