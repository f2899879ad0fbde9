"""Words by which a text credits somebody, in English: who tells, how they tell, what is shared."""

from provenance.lineage.wording import word_set

# Verbs by which somebody is credited: as one who reports, one who says, one who answers.
REPORTS = word_set(
    """
    report reports reported reporting reveal reveals revealed revealing disclose discloses
    disclosed publish publishes published wrote writes post posts posted tweet tweets tweeted
    broke claim claims claimed claiming allege alleges alleged announce announces announced quotes
    quoted cites cited obtained aired broadcast uploaded
    """
)
SAYS = word_set(
    """
    say says said saying tell tells told states stated stating explain explains explained
    explaining insist insists insisted believe believes believed recall recalls recalled describe
    describes described suggest suggests suggested estimate estimates estimated predict predicts
    predicted understands identified identifies concluded disputes disputed debunked questioned
    questioning doubts confirm confirms confirmed confirming testified maintains maintained
    asserts asserted
    """
)
ANSWERS = word_set(
    """
    add adds added adding note notes noted noting warn warns warned warning admit admits admitted
    deny denies denied denying declined refused dismisses dismissed rejects rejected responded
    replied reacted joked
    """
)
VERBS = {
    **dict.fromkeys(ANSWERS, 1),
    **dict.fromkeys(SAYS, 2),
    **dict.fromkeys(REPORTS, 3),
}
TELLING = word_set("told tells tell telling")
# What stands before "by", "in", "to", "with", "from", and makes a source of what comes after it.
STANDS_BEFORE = {
    "by": word_set(
        """
        report reported revealed published posted cited quoted released issued uploaded shared
        obtained compiled conducted seen confirmed disclosed announced aired broadcast leaked
        provided distributed carried taken filmed captured recorded story article study survey
        poll post video statement photo photos footage research reviewed verified broken claims
        claim investigation analysis
        """
    ),
    "in": word_set("reported published revealed article story report interview column appeared"),
    "on": word_set(
        """
        posted published revealed aired appeared reported speaking interview uploaded broadcast
        spoke
        """
    ),
    "to": word_set(
        """
        according said confirmed speaking spoke talking talked statement statements email emailed
        comments comment remarks told revealed interview provided posted leaked claimed disclosed
        admitted explained denied
        """
    ),
    "with": word_set(
        "started began interview interviews spoke speaking talked conversation interviewed"
    ),
    "from": word_set(
        """
        report reports statement video footage photo photos story article email letter figures
        data came originated originates stems study reported tweet tweets information
        """
    ),
    "of": word_set("courtesy"),
}
AT_ONCE = {"citing": 4, "quoting": 4, "via": 3, "per": 3}  # and what that weighs
LABELS = word_set("source sources credit via")
DAYS = word_set("on late early monday tuesday wednesday thursday friday saturday sunday")
BETWEEN = word_set(
    """
    first earlier later on today yesterday monday tuesday wednesday thursday friday saturday
    sunday last this week month night morning afternoon evening online exclusively originally
    recently live also and late early back out widely
    """
)
ADVERBS = word_set(
    """
    also has have had later first recently now originally earlier just exclusively reportedly
    allegedly previously since further all both apparently even initially repeatedly falsely
    """
)
# Who gives out a thing, or casts doubt, is credited with what it shows or leaves open.
GIVEN = word_set(
    "shared released sent filmed launched made provided issued cast casts raised raises"
)
DOUBTS = word_set("doubt doubts")
IS = word_set("is are was were be been being am isn't wasn't gets got")
NOT = word_set("to not will would could can may might should did do does didn't doesn't never n't")
# Nouns of those who tell.
OFFICES = word_set(
    """
    media official officials police authority authorities government newspaper newspapers press
    researcher researchers scientist scientists officer officers prosecutor prosecutors spokesman
    spokeswoman spokesperson spokesmen agency agencies website websites site outlet outlets expert
    experts analyst analysts ministry minister ministers army military court reporter journalist
    resident residents militant militants activist activists cleric doctor doctors lawyer lawyers
    attorney attorneys diplomat diplomats broadcaster channel magazine paper tabloid blog blogger
    company group organisation organization study users lawmaker lawmakers senator mayor sheriff
    detective detectives investigators investigator coroner commander astronomer professor
    publication network station firefighters rescuers paramedics medics locals villagers
    neighbours neighbors relatives family general secretary department observatory monitor charity
    scholar scholars engineer engineers astronomers geologists economists hospital airline embassy
    """
)
SPOKEN_FOR = word_set(
    """
    spokesman spokeswoman spokesperson spokesmen official officials officer head director chief
    leader member representative officers minister secretary adviser editor researchers researcher
    scientists police lawyer attorney doctors doctor expert experts president analyst journalist
    reporter
    """
)
WITHHELD = word_set(
    """
    source sources insider insiders tipster tipsters witness witnesses eyewitness eyewitnesses
    people person individual onlookers bystanders observers
    """
)
# What texts can share without sharing a speaker, each under one name.
THINGS = {
    **{
        word: word
        for word in word_set(
            """
            video photo recording tweet post statement letter memo email lawsuit affidavit
            complaint document study survey poll patent petition diary leak blog listing clip
            disclaimer
            """
        )
    },
    "footage": "video",
    "audio": "recording",
    "tape": "recording",
    "photograph": "photo",
    "image": "photo",
    "leaked": "leak",
    "filing": "document",
    "papers": "document",
    "images": "photo",
    "videos": "video",
    "photos": "photo",
    "photographs": "photo",
    "tweets": "tweet",
    "posts": "post",
    "documents": "document",
    "filings": "document",
}
ISSUED = word_set(
    """
    report story article interview account blog post tweet page website video statement findings
    study survey exclusive investigation newspaper site documentary magazine column
    """
)
# What stands first in a sentence or a name and is no part of one.
LEADING = word_set(
    """
    online several unconfirmed everyone reports a an and as at but by for from he her his i if in
    into it its my no nor now of on or one our she so that than thus the their them there these
    they this those to we what when where whether which while who whom whose why will with would
    you your after although because before during however meanwhile since though until according
    then yet both still here how not some many most other another each all monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august
    september october november december via per about over under between among against through is
    are was were be been has have had do does did can could may might must should said says say
    told jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. aug. sept. oct. nov. dec. like
    near inc live
    """
)
# "Britain's Fenby Post" is the Fenby Post; "Britain's Ministry of Fish" is not any such ministry.
NATIONS = word_set(
    """
    america argentina australia austria belgium brazil britain canada china cuba egypt england
    france germany greece india iran iraq ireland israel italy japan jordan kenya lebanon mexico
    nigeria norway pakistan poland russia scotland spain sweden switzerland syria turkey uk u.k
    ukraine us u.s
    """
)
BODIES = word_set("ministry president parliament king office minister prime bureau service council")
TITLES = word_set("mr mrs ms dr sir mr. mrs. ms. dr.")
PLACES = word_set(
    """
    twitter facebook instagram youtube reddit tumblr vine snapchat whatsapp telegram tiktok google
    internet web imgur 4chan pinterest linkedin
    """
)
LINKS = word_set("of de la las los der du van von bin al for & del da ibn on")
ARTICLES = word_set("the a an his her its their our this that one two three several some another")
PREPOSITIONS = word_set(
    """
    for of from at with in to close inside near within on familiar around across under
    """
)
FOR = word_set("for of at with from")
TAKEN = word_set(
    "report reports story news rumour rumours rumor rumors claim claims it this that the a"
)
SHOWING = word_set(
    """
    shows show showed showing posted uploaded released published appears purporting purports
    purported claiming surfaced emerged circulated circulating entitled titled obtained handed
    captured reveals shared viral leaked
    """
)
