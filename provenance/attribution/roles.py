"""Words for what somebody is: posts, trades, kin, forms of address."""

from provenance.attribution import words as w


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COURTESY = _set("mr mrs ms miss mx sir dame lord lady")
HE = _set(
    "mr sir lord father brother prince king spokesman chairman congressman businessman councilman "
    "policeman salesman fisherman father husband son uncle grandfather man boy duke "
    "assemblyman alderman frontman"
)
SHE = _set(
    "mrs ms miss dame lady sister princess queen spokeswoman chairwoman congresswoman "
    "businesswoman councilwoman policewoman mother wife daughter aunt grandmother woman girl "
    "duchess actress assemblywoman hostess"
)
_MORE_ROLES = _set(
    "head deputy co-founder cofounder founder co-owner co-author co-director co-chair "
    "vice-chair vice-president treasurer fellow member "
    "administrator clerk superintendent sheriff marshal marketer designer architect artist "
    "writer novelist poet actor actress singer musician producer filmmaker photographer "
    "columnist host anchor blogger pastor priest monk chef baker butcher mechanic carpenter "
    "plumber electrician builder retiree pensioner mechanic librarian curator dean provost "
    "principal chancellor rector intern fan enthusiast operative counsel solicitor barrister "
    "coordinator organiser organizer volunteer survivor victim defendant plaintiff "
    "psychologist psychiatrist sociologist anthropologist ethicist statistician mathematician "
    "astronomer meteorologist climatologist hydrologist seismologist virologist oceanographer "
    "surveyor planner broadcaster presenter comedian athlete swimmer runner boxer midfielder "
    "striker goalkeeper quarterback skipper cook waiter barman bartender cleaner janitor guard "
    "paramedic firefighter policeman policewoman midwife vet veterinarian dentist therapist "
    "counsellor counselor sergeant-major businessman businesswoman entrepreneur billionaire "
    "millionaire philanthropist heir heiress landowner dealer collector merchant trustee "
    "congressman congresswoman assemblyman assemblywoman councilman councilwoman candidate "
    "nominee incumbent delegate whip king queen duke duchess father mother son daughter "
    "brother sister husband wife widow uncle aunt cousin neighbor neighbour boyfriend "
    "girlfriend partner roommate classmate parishioner commuter passenger customer client "
    "mom mum dad teammate bystander onlooker protester commenter poster star colleague "
    "person individual advocate "
    "rival mogul contender loyalist foe opponent staffer organiser constituent elector "
    "frontrunner front-runner impostor assailant suspect accuser complainant "
    "ally confidant representative rep publicist agent "
    "user subscriber reader viewer listener voter cto cfo coo cio chief-of-staff"
)
ROLES = (w.PERSONS | w.HONORIFICS | _MORE_ROLES) - COURTESY - {"then", "former", "prime"}
"""Nouns that say what somebody is."""
REIGNING = _set(
    "king queen chancellor president premier minister secretary governor pope emir mayor duke "
    "prince princess ambassador spokesman spokeswoman spokesperson"
)
"""Posts that one person holds: "the Norland chancellor" names nobody."""
IN_TITLES = _set(
    "former then deputy senior chief vice acting assistant associate executive interim outgoing "
    "incoming longtime veteran retired prime junior lead principal managing regional national "
    "general local independent honorary founding late ex co-lead state federal foreign legal "
    "medical chief political military security policy press sports research leading top and "
    "attorney campaign communications marketing operations finance staff fellow union"
)
ANY_BODY = _set(
    "company firm agency group organisation organization outlet union charity association body "
    "corporation institute institution ngo"
)
"""Nouns by which any organisation may be meant that was named just before."""
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ee", "eer", "lady")
"""How nouns for persons end, where something was said by them."""
CROWDS = _set(
    "crowd public audience leadership establishment elite majority minority camp wing faction "
    "base opposition community family team side left right media press membership electorate "
    "respondents allies elites moderates superdelegates progressives users candidates public's "
    "rank-and-file grassroots others some many both"
)
"""Nouns for many persons who speak as one, or of whom none is told apart."""
PAPERS = _set(
    "result research editorial ad advert advertisement release projection calculation column "
    "essay op-ed headline tally count ranking model precedent law bill petition motion brief "
    "rule guideline guidance policy warrant subpoena deposition charter treaty pamphlet leaflet "
    "flyer poster banner song film documentary podcast episode broadcast interview speech quote "
    "caption sign plaque inscription label map chart graph table average number tweet thread "
    "photograph missive joke account passage comment remark answer reply response"
)
"""Things in words or figures that are not listed among the documents, but may say something."""
HIS_NAMES = _set(
    "james john robert michael william david richard joseph thomas charles donald mark paul steven "
    "stephen andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey gary "
    "nicholas eric jonathan larry scott brandon benjamin samuel gregory patrick jack dennis "
    "peter henry carl arthur roger keith lawrence albert bruce philip simon ian martin graham "
    "oliver harry frank raymond jeremy neil nigel stuart tony jim joe tom bob bill mike steve dave "
    "ahmed mohammed muhammad mohamed ali omar hassan ibrahim yusuf abdullah ivan vladimir sergei "
    "dmitri boris igor mikhail jose juan carlos luis miguel pedro antonio pablo hans klaus "
    "wolfgang lars ole sven pierre jean-claude luigi giovanni giuseppe hiroshi kenji rajesh amit"
)
"""Given names of men in most of the languages that news in English tells of."""
HER_NAMES = _set(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty "
    "margaret sandra ashley emily donna michelle carol amanda melissa deborah stephanie rebecca "
    "laura helen cynthia kathleen amy angela anna ann anne brenda pamela nicole emma samantha "
    "katherine catherine christine rachel carolyn janet maria heather diane ruth julie olivia "
    "joyce victoria kelly lauren christina joan judith megan hannah jacqueline martha gloria "
    "teresa sara jane kate claire fiona alice eleanor sophie charlotte hillary melania ivanka "
    "fatima aisha khadija zainab maryam leila natalia olga svetlana tatiana irina elena ekaterina "
    "sofia carmen lucia isabel ana rosa ingrid astrid greta ursula francesca giulia chiara yuki "
    "priya"
)
"""Given names of women in most of the languages that news in English tells of."""
