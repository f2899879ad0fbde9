"""Words of attribution: verbs and phrases that bind a statement to a source, nouns for sources."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPEECH = _set(
    "say says said saying tell tells told add adds added announce announces announced argue "
    "argues argued claim claims claimed state states stated declare declares declared report "
    "reports reported confirm confirms confirmed warn warns warned insist insists insisted note "
    "notes noted allege alleges alleged admit admits admitted acknowledge acknowledges "
    "acknowledged estimate estimates estimated predict predicts predicted believe believes "
    "believed conclude concludes concluded disclose discloses disclosed explain explains "
    "explained maintain maintains maintained assert asserts asserted testify testifies "
    "testified write writes wrote deny denies denied accuse accuses accused contend contends "
    "contended complain complains complained recall recalls recalled remark remarks remarked "
    "reply replies replied respond responds responded stress stresses stressed emphasise "
    "emphasised emphasize emphasized vow vows vowed pledge pledges pledged promise promises "
    "promised urge urges urged demand demands demanded caution cautions cautioned boast boasts "
    "boasted concede concedes conceded suggest suggests suggested reveal reveals revealed "
    "indicate indicates indicated tweet tweets tweeted think thinks thought expect expects "
    "expected forecast forecasts describe describes described call calls called criticise "
    "criticised criticize criticized blame blames blamed question questioned fear fears hope "
    "hopes praise praises praised condemn condemns condemned reject rejects rejected dismiss "
    "dismisses dismissed observe observes observed quip quipped joke joked propose proposes "
    "proposed shout shouts shouted continue continued thundered lamented laments mused "
    "countered counters retorted fumed confessed bragged telling cried hinted hints jokes "
    "reiterated reiterates signalled signaled posted recommend recommends recommended rule "
    "ruled find finds found ask asks asked"
)
"""Verbs that a person, group or institution speaks with."""

EVIDENCE = _set(
    "show shows showed shown reveal reveals revealed indicate indicates indicated suggest "
    "suggests suggested detail details detailed describe describes described list lists listed "
    "contain contains contained state states stated say says said outline outlines outlined "
    "record records recorded find finds found conclude concludes concluded confirm confirms "
    "confirmed note notes noted allege alleges alleged report reports reported estimate "
    "estimates estimated warn warns warned claim claims claimed disclose discloses disclosed "
    "demonstrate demonstrates demonstrated prove proves proved document documented mention "
    "mentions mentioned name names named identify identifies identified specify specifies "
    "specified explain explains explained call calls called recommend recommends recommended "
    "accuse accuses accused argue argues argued expose exposes exposed add adds added refer "
    "capture captures captured uncover uncovers uncovered depict depicts depicted trace traces "
    "traced tell tells told point points pointed implicate implicates implicated chart charts "
    "charted establish establishes established corroborate corroborates corroborated imply "
    "implies implied illustrate illustrates illustrated paint paints painted unmask unmasks "
    "make makes made leave leaves "
    "refers referred predict predicts predicted put puts read reads lay lays laid set sets"
)
"""Verbs that a document speaks with."""

BELIEF = _set(
    "believe believes believed think thinks thought feel feels felt fear fears feared expect "
    "expects expected hope hopes hoped doubt doubts doubted suspect suspects suspected know knows "
    "knew worry worries worried imagine imagines imagined assume assumes assumed understand "
    "understands understood"
)
"""Verbs of holding something true: with a clause, whoever holds it is its source."""
ONLY_RESEARCH = _set("find finds found rule ruled")
"""Verbs that mean a statement only where a court, a study or an inquiry is the subject."""

BASE_FORMS = frozenset(
    verb
    for verb in SPEECH | EVIDENCE
    if {verb + "s", verb + "es", verb.removesuffix("y") + "ies"} & (SPEECH | EVIDENCE)
)
"""Forms that only a plural subject takes: those whose -s form is listed as well."""

ALSO_NOUNS = _set(
    "question questions hope hopes state states fear fears claim claims report reports document "
    "documents call calls demand demands promise promises estimate estimates forecast forecasts "
    "list lists record records note notes name names detail details set sets put puts rule find "
    "finds ask praise blame caution cautions pledge pledges vow vows warning urge urges reply "
    "replies remark remarks stress stresses boast boasts mention mentions lay lays read reads "
    "address contain think thought suggest outline outlines point points trace traces chart charts "
    "make makes leave leaves capture paint"
)
"""Of the verbs, those whose base or -s form is a common noun: neighbours decide."""

DOCUMENTS = _set(
    "annex annexes appendix attachment roster rosters schedule schedules document documents "
    "file files paper papers memo memos memorandum memoranda dossier dossiers cache trove "
    "archive archives record records report reports letter letters email emails e-mail e-mails "
    "cable cables transcript transcripts contract contracts agreement agreements invoice "
    "invoices study studies survey surveys poll polls analysis audit audits review assessment "
    "assessments briefing briefings filing filings indictment affidavit complaint lawsuit "
    "ruling judgment judgement verdict statement statements communique communiqu\u00e9 "
    "declaration resolution bulletin data figures statistics minutes notes diary diaries log "
    "logs logbook spreadsheet spreadsheets leak leaks footage video videos photographs photos "
    "images recording recordings message messages testimony census index database ledger "
    "ledgers manifest manifests plan plans list inventory accounts texts receipts certificate "
    "certificates inquiry investigation article articles book books findings evidence material "
    "materials presentation presentations slides correspondence draft drafts tape tapes wiretap "
    "wiretaps intercept intercepts chat chats imagery screenshot screenshots scan scans blueprint "
    "blueprints excerpt excerpts dataset datasets tip-off diary telegram telegrams dispatches "
    "communications communication pictures page pages post posts proposal proposals summary "
    "payslips disclosure disclosures revelations timetable memoir memoirs dump printout printouts"
)
OURSELVES = _set("newspaper paper magazine website outlet publication site correspondent reporter")
"""Nouns by which a publication speaks of itself after "this" or "our"."""

NOT_SPEAKING = _set("contract contracts agreement agreements plan plans list notes accounts")
"""Document nouns that are as often things spoken of: sources only with a word like "leaked"."""

COLLECTIONS = _set(
    "cache trove archive dossier collection set batch bundle series haul tranche raft pile stash "
    "dump hoard stack mass wealth package handful string leak host pair number mountain selection"
)
LEAKED = _set(
    "leaked internal confidential classified secret declassified unpublished newly-released "
    "court official intercepted stolen hacked private public draft secret smuggled unreleased "
    "unsigned undisclosed restricted signed confirmed verified authenticated"
)
PERSONS = _set(
    "source official spokesman spokeswoman spokesperson analyst expert officer diplomat "
    "minister adviser advisor aide lawyer attorney doctor nurse teacher researcher scientist "
    "economist witness resident neighbour neighbor insider whistleblower employee worker driver "
    "soldier commander engineer professor lecturer judge prosecutor detective inspector critic "
    "supporter activist campaigner executive trader investor banker broker farmer student "
    "patient relative friend colleague member politician lawmaker senator councillor mayor "
    "governor president chairman chairwoman chair director manager coach player captain trainer "
    "physician surgeon historian academic author journalist reporter editor correspondent man "
    "woman mother father parent owner founder boss chief leader secretary ambassador envoy "
    "negotiator investigator auditor accountant contractor operator pilot sailor fisherman "
    "shopkeeper tenant landlord strategist commentator observer veteran specialist consultant "
    "linguist archivist forger geolocator cryptographer translator pollster lobbyist regulator "
    "inspector programmer developer hacker technician biologist chemist ecologist "
    "epidemiologist geologist physicist pathologist"
)
GROUPS = frozenset(word + "s" for word in PERSONS) | _set(
    "people witnesses secretaries businessmen fishermen men women spokesmen police authorities "
    "staff lawmakers locals observers some many others critics families neighbors circles those "
    "opponents sceptics skeptics proponents activists intelligence rescuers firefighters "
    "prosecutors markets voters commentators democrats republicans conservatives liberals "
    "protesters demonstrators rebels militants insurgents"
)
ORGANISATIONS = _set(
    "ministry department government company firm agency council committee commission court "
    "police army navy military force board bank university hospital school club union party "
    "federation association authority office bureau institute centre center foundation charity "
    "group organisation organization regulator parliament senate congress cabinet embassy "
    "consulate administration campaign corporation inspectorate watchdog tribunal secretariat "
    "newsroom thinktank think-tank ngo non-profit union collective lab congregation league "
    "service network team prosecution defence coalition alliance airline manufacturer "
    "supplier operator utility insurer developer publisher broadcaster newspaper magazine paper "
    "outlet daily weekly station channel website prosecutor's panel trust society church fund "
    "college institution laboratory consortium syndicate faculty exchange customs treasury "
    "presidency chancellery directorate jury chamber assembly town city county state mission "
    "delegation observatory site blog portal tabloid"
)


def plural(noun: str) -> str:
    """Return the plural of a noun by its ending."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


MANY_BODIES = frozenset(map(plural, ORGANISATIONS | {"country", "nation"})) - DOCUMENTS
"""Bodies of which several speak as one."""
OUTLET_WORDS = _set(
    "brief ledger monitor leader insider wire signal beacon digest times post guardian "
    "telegraph herald tribune courier gazette chronicle observer mirror mail journal news press "
    "sun star standard independent record bulletin examiner dispatch inquirer echo argus "
    "mercury advertiser express bbc cnn nbc abc cbs sky itv npr radio television tv magazine "
    "weekly daily review broadcaster bloomberg forbes mashable newsweek gawker"
)
AGENCIES = _set("afp reuters ap upi dpa tass interfax xinhua ansa efe kyodo pti anp apa ria yonhap")
COMPANY_WORDS = _set(
    "marine optics yards motors motor energy steel airlines airways systems industries holdings "
    "partners technologies foods pharma pharmaceuticals oil gas power electric dynamics media "
    "shipping shipyards logistics capital securities insurance railways rail lines works mines "
    "mining labs laboratories software telecom inc ltd plc corp llc gmbh & brothers sons stores "
    "markets enterprises international"
)
PLAIN_SPEECH = _set("said says told tells added adds")
HONORIFICS = _set(
    "mr mrs ms miss dr prof sir dame lord lady rev fr sen rep gov gen col lt sgt capt maj adm "
    "hon st president minister professor senator councillor mayor governor judge chancellor "
    "secretary ambassador commissioner general colonel major captain lieutenant sergeant "
    "admiral inspector superintendent constable detective prince princess pope bishop "
    "archbishop cardinal imam rabbi sheikh chairman chairwoman director congressman "
    "congresswoman representative premier speaker spokesman spokeswoman spokesperson coach "
    "prime vice deputy former attorney vice-president doctor nurse analyst economist lawyer "
    "researcher resident engineer historian officer ceo editor reporter author witness "
    "campaigner activist farmer then secretary-general father sister brother nobel laureate"
)
UNTITLING = ("ian", "ean", "ish", "ese", "can")
"""Endings of adjectives of nationality, which give a document no title."""

VERIFYING = (
    r"(?:verified|checked|cross-checked|authenticated|corroborated|validated|reviewed|examined"
    r"|vetted"
    r"|inspected|confirmed|certified|fact-checked|scrutini[sz]ed|analy[sz]ed|geolocated|tested"
    r"|vouched for|assessed|studied)"
)
"""Past forms of checking whether a thing is genuine."""

PRONOUNS = _set("he she")
THING_PRONOUNS = _set("it")
PLURAL_PRONOUNS = _set("they")
ALL_PRONOUNS = PRONOUNS | PLURAL_PRONOUNS | THING_PRONOUNS
TIME_WORDS = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday today"
)
NEVER_NAMES = TIME_WORDS | _set(
    "the a an this that these those its i we you there here what who whose which where when why "
    "how "
    "not no nobody nothing all some many few most more others such one another each every both "
    "my your our his her their if then for in on at by from with to of as is are was were do "
    "someone somebody anyone anybody everyone everybody nobody none "
    "does about after before against among between during into over under through without like "
    "despite since until while although though because did has have had will would can could "
    "may might must should yet and but or so now today even"
)
SOURCE_NOUNS = DOCUMENTS | COLLECTIONS | PERSONS | GROUPS | ORGANISATIONS
PLURALS = _set("they people police data media men women children we you i staff")
JUDGING = _set("court jury tribunal panel inspectors auditors judge")
"""Who makes a statement where they find or rule."""
