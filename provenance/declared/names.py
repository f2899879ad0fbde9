"""What is taken for the name of an outlet: an agency, or a name that is made like an outlet's.

"The Harbour Times" is one, "the Ministry of Fisheries" is not: a ministry that "reported"
something is a source, no credit. Names of outlets that are made like anything else are known
only where the outlet is captured, which is for ``lineage`` to say.
"""

import re
from functools import lru_cache

from provenance.declared.agencies import OUTLETS, PROSE, usual_name

_KIND = (
    r"(?:Times|Post|News|Herald|Gazette|Tribune|Journal|Daily|Wire|Press|Agency|Courier|Observer"
    r"|Guardian|Standard|Monitor|Chronicle|Mail|Today|Television|TV|Radio|Broadcasting|Telegraph"
    r"|Review|Dispatch|Sentinel|Bulletin|Examiner|Independent|Register|Star|Echo|Mirror|Weekly"
    r"|Bugle|Argus|Ledger|Record|Express|Insider|Magazine|Newswire"
    r"|Online|Globe|Sun|Zeitung|Le Monde)"
)
_SERVICE = re.compile(r"(?:\b[Ww]ires?|[a-z]wire|Newswire|Press Agency|News Agency|News Service)\b")
# A full stop is part of a name inside a word and after an initial; else the sentence ends there.
_WORD = r"(?:(?:[A-Z]\.){1,4}|(?:St|Mt|Ft|Dr)\.|[A-ZÀ-Þ](?:[\w&'’-]|\.(?=\w)){0,30})"
NAME = rf"{_WORD}(?:\s(?:of\s|de\s|and\s|&\s)?{_WORD}){{0,4}}"
NAMED = rf"(?:[Tt]he\s)?\b(?P<a>{NAME})"
# Of what is credited by hand: a name, an account or an address.
ANYONE = rf"(?:{NAMED}|(?P<b>@\w{{1,30}}|[a-z0-9][\w-]{{0,40}}\.[a-z][\w-]{{1,20}}))"
_KNOWN = re.compile(rf"(?:{PROSE}|{OUTLETS})")
_OUTLET_LIKE = re.compile(rf"\b{_KIND}\b")
_POSSESSIVE = re.compile(r"['’]s$")
# Of which nation an outlet is stands before its name, and is no part of it.
_NATION = re.compile(
    r"(?:America|Argentina|Australia|Austria|Belgium|Brazil|Britain|Canada|China|Cuba|Egypt|England"
    r"|France|Germany|Greece|India|Iran|Iraq|Ireland|Israel|Italy|Japan|Jordan|Kenya|Lebanon|Mexico"
    r"|Nigeria|Norway|Pakistan|Poland|Russia|Scotland|Spain|Sweden|Switzerland|Syria|Turkey"
    r"|Ukraine|U\.?K\.?|U\.?S\.?)['’]s\s"
)


def bare(name: str) -> str:
    """Return a name without what stands around it."""
    return _POSSESSIVE.sub("", name.strip(" .,-"))


@lru_cache(maxsize=1 << 14)  # texts name the same few again and again
def outlet_name(name: str) -> str | None:
    """Return the outlet's name with which a run of capitalised words begins, or None.

    An agency has its usual name, whatever the text calls it.
    """
    given = bare(name)
    if (nation := _NATION.match(given)) and _OUTLET_LIKE.search(given, nation.end()):
        return outlet_name(given[nation.end() :]) or given[nation.end() :]
    one, _, other = given.partition(" and ")  # not "Globe and Mail", of which neither is one
    if other and (first := outlet_name(one)) and outlet_name(other):
        return first
    parts = given.split()
    for count in range(len(parts), 0, -1):  # "Reuters Monday" holds "Reuters"
        head = " ".join(parts[:count])
        if _KNOWN.fullmatch(head):
            return usual_name(head) or head
    return given if len(parts) > 1 and _OUTLET_LIKE.search(given) else None


def is_service(name: str) -> bool:
    """Return whether a name that no table has is made like an agency's."""
    return _SERVICE.search(name) is not None
