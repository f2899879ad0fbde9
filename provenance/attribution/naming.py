"""A proper name → person, organisation or outlet, by its words and its shape.

A name of two to four words in capitals is a person's unless a word of it, its ending or an
article shows a body or a place; a single one is a surname unless it is a country, an acronym or
known as a body. What the rest of the text tells of a name is not looked at here (``memory``).
"""

from provenance.attribution import words as w
from provenance.model import SourceType


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COUNTRIES = _set(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain "
    "bangladesh belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei "
    "bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba "
    "cyprus denmark djibouti ecuador egypt england eritrea estonia eswatini ethiopia fiji finland "
    "france gabon gambia georgia germany ghana greece guatemala guinea guyana haiti honduras "
    "hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan "
    "kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya "
    "lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius "
    "mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal "
    "netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru "
    "philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia "
    "seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria "
    "taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan uganda ukraine "
    "uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe america europe africa asia "
    "washington moscow beijing tehran kyiv kiev london paris berlin brussels ankara jerusalem "
    "tokyo delhi seoul pyongyang damascus baghdad kabul riyadh cairo rome madrid vienna geneva"
)
"""Countries, parts of the world and capitals that stand for their governments."""
PLACES_FIRST = COUNTRIES - {"jordan", "chad", "georgia", "israel", "america"}
"""Of these none is a given name: whoever is named after one of them is somebody else."""
STATES = _set(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania "
    "tennessee texas utah vermont wisconsin wyoming ontario quebec manitoba saskatchewan alberta "
    "bavaria saxony catalonia siberia crimea lombardy sicily tuscany brittany normandy cornwall "
    "ulster queensland tasmania punjab kashmir gujarat kerala"
)
"""Parts of countries by which bodies are named."""
_BODIES_ALONE = _set(
    "pentagon kremlin congress parliament nato unicef interpol europol greenpeace amnesty oxfam "
    "google facebook twitter microsoft amazon apple youtube instagram tiktok whatsapp uber tesla "
    "boeing airbus gazprom rosneft hamas hezbollah taliban unesco eurostat gallup nielsen "
    "bundestag knesset duma wikipedia wikileaks bellingcat breitbart buzzfeed politico vox slate "
    "axios euronews aljazeera telegram mossad fema nasa"
)
_PLACES = _set(
    "york angeles francisco diego hampshire carolina dakota jersey mexico virginia zealand korea "
    "arabia emirates kingdom states republic islands island city county street avenue road "
    "square valley hill hills beach bay coast river lake mountain mountains park harbour harbor "
    "airport station bridge house hall palace building tower district region province territory"
)
_BODY_WORDS = _set(
    "watch parenthood works rights affairs security health justice education safety transport "
    "transportation defense treasury services program programme project initiative monitor "
    "legislature "
    "committee forum summit council alliance movement front resistance action survey census "
    "academy conservancy archive archives museum library hospital clinic theatre theater "
    "orchestra airport port office cross crescent brotherhood guard police force forces fire "
    "corps bureau division unit branch pac voice voices international worldwide "
    "global national federal united central royal institute institution group partners ventures "
    "technologies solutions associates holdings motors foods pharmaceuticals enterprises airways"
)
_ENDINGS = ("tion", "ment", "ship", "ance", "ency", "ology", "ics", "ism", "ware", "corp", "soft")
BODIES = _set("court college school centre center institute board house office bank museum fund")
"""Heads that, in capitals, begin a body's name with "of" or "for"."""
OFFICES = _set(
    "government ministry campaign administration office team police army military navy parliament "
    "court embassy department council senate congress cabinet party treasury presidency city "
    "county town delegation mission university consulate prosecution regime authorities"
)
"""Of these each place or person has one, so that whose it is names it."""
MANY_OFFICES = frozenset(map(w.plural, OFFICES)) & w.MANY_BODIES
"""Of these each of several places has one."""
PEOPLES = ("icans", "ricans", "ussians", "ermans", "ritons", "aelis", "anians", "tinians", "opeans")
_BODY_NOUNS = w.ORGANISATIONS | w.MANY_BODIES | w.COMPANY_WORDS
_ACRONYM = 2  # letters at least


def type_of_name(name: list[str], low: list[str], *, titled: bool, articled: bool) -> SourceType:
    """Return what a name is a name of: its words as they stand, and in lower case.

    ``titled``: a title stood before it; ``articled``: "the" did.
    """
    if low[0] in w.AGENCIES:
        return SourceType.ORGANISATION
    if _outlet(low) and not titled:
        return SourceType.OUTLET
    if not _BODY_NOUNS.isdisjoint(low):
        return SourceType.ORGANISATION
    if titled:
        return SourceType.PERSON
    if articled or _body(name, low):
        return SourceType.ORGANISATION
    return SourceType.PERSON if len(name) <= 4 else SourceType.ORGANISATION


def _outlet(low: list[str]) -> bool:
    if low[-1] == "bloomberg" and len(low) > 1:
        return False
    return low[-1] in w.OUTLET_WORDS or low[0] in w.OUTLET_WORDS


def _body(name: list[str], low: list[str]) -> bool:
    """Whether words or the shape of a name show a body or a place."""
    if len(name) == 1:
        word = name[0]
        acronym = len(word) >= _ACRONYM and sum(map(str.isupper, word)) >= _ACRONYM
        camel = acronym and not word.startswith(("Mc", "Mac", "O'", "O\u2019", "De", "Le", "La"))
        return camel or low[0] in COUNTRIES or low[0] in _BODIES_ALONE or _ends(low[0])
    capitals = [word.isupper() and len(word) > 2 and word.isalpha() for word in name]
    if any(capitals) and not all(capitals):
        return True
    if low[-1] in COUNTRIES or low[-1] in STATES or low[-1] in _PLACES or _ends(low[-1]):
        return True
    return any(word in _BODY_WORDS or word in _BODIES_ALONE for word in (low[0], low[-1]))


def _ends(word: str) -> bool:
    return len(word) > 7 and word.endswith(_ENDINGS)
