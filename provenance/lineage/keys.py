"""The keys under which an index finds the documents that another may be tied to.

========  ===================================================================================
kind      what its keys stand for
========  ===================================================================================
run       runs of five words, quoted or not: of each four in a row the one with the least key
          (winnowing, Schleimer, Wilkerson and Aiken 2003), so that two texts with the same
          eight words in a row share one
mark      numbers, and words with a capital: of names, credits, authors
address   its own address
link      addresses that it links to, and the one its collector names
outlet    the outlet it belongs to
========  ===================================================================================

Keys are kept. They rest on how Python hashes a tuple of integers, which is the same on every
machine and may change with a version of Python: ``VERSION`` holds a sample of it, so that keys
are then made anew. What is found is tied by ``derive``, which looks at the texts: more found
than needed changes nothing.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from provenance.lineage.credits import address_key, outlet_key
from provenance.lineage.reading import SIZE, Reading
from provenance.lineage.texts import Text
from provenance.model.retrieval import Index
from provenance.text import WORD, fold, shingle_key

RULES = 3  # of what is keyed and tied; another number has everything read anew
VERSION = RULES << 32 | hash((1, 2, 3, 4, 5)) & 0xFFFFFFFF
WINDOW = 4  # runs of which one is kept
RUNS, MARKS = 2, 3  # keys that tied texts share: `shared` asks for more, `credits` for three marks
# Of a key: in how many documents it leads to all of them, and to how many of more than that.
BOUNDS = {
    "run": (60, 12),
    "mark": (120, 0),
    "outlet": (200, 200),
    "address": (60, 12),
    "link": (60, 12),
}
SPOKEN_OF = 2000  # documents that may speak of an outlet, and are looked at when it comes
MOST = 200  # documents that one kind of key leads to
LONGEST_NAME = 4  # words of an outlet's name
# Runs that stand in the index for one text, and by which others are asked for: the least ones.
# All of a text of 300,000 words; all that a text of 80,000 words is looked up by.
POSTED, ASKED = 1 << 17, 1 << 15
MASK = (1 << 63) - 1
Keys = Mapping[str, Collection[int]]  # by kind
_CAPITAL = re.compile(r"[A-Z](?<!\w[A-Z])[\w&'’-]*")  # with \b at its head it is ten times slower
_PROPER = re.compile(r"\b[A-Z][\w&'’-]*(?: (?:of |de |and |& )?[A-Z][\w&'’-]*)*")


def keys(reading: Reading) -> Keys:
    """Return the keys of a document by kind."""
    runs = winnowed([key & MASK for key in reading.runs(SIZE)])
    return {"run": bounded(runs, POSTED), **told(reading)}


def told(reading: Reading) -> Keys:
    """Return the keys of a document besides its runs."""
    text = reading.text
    links = [link.uri for link in text.links if link.start is not None]
    capitals = set(chain.from_iterable(map(_CAPITAL.findall, _said(text))))
    return {
        "mark": _keyed({*reading.marks, *WORD.findall(fold(" ".join(capitals)))}),
        "address": _keyed([address_key(text.uri)]),
        "link": _keyed(map(address_key, [*links, *filter(None, [text.said_uri])])),
        "outlet": _keyed([outlet_key(text.outlet)] if text.outlet else []),
    }


def related(text: Text, index: Index) -> frozenset[str]:
    """Return the documents in an index to which a text may be tied, either way."""
    own = keys(Reading(text))
    asked: list[tuple[str, Iterable[int], int]] = [
        ("run", bounded(own["run"], ASKED), min(RUNS, len(own["run"]) or 1)),
        ("mark", bounded(own["mark"], ASKED), MARKS),
        ("address", own["link"], 1),
        ("link", own["address"], 1),
        ("address", own["address"], 1),
        ("outlet", bounded(_keyed(_names(text)), ASKED), 1),
    ]
    found: set[str] = set()
    if text.outlet and (words := set(outlet_key(text.outlet).split())):
        spoken_of = index.sharing(
            "mark", _keyed(words), least=len(words), often=SPOKEN_OF, first=0, most=SPOKEN_OF
        )
        found.update(spoken_of)
    for kind, wanted, least in asked:
        often, first = BOUNDS[kind]
        found.update(index.sharing(kind, wanted, least=least, often=often, first=first, most=MOST))
    return frozenset(found)


def winnowed(runs: Sequence[int]) -> frozenset[int]:
    """Return of each four runs in a row the one with the least key."""
    if len(runs) < WINDOW:
        return frozenset([min(runs)] if runs else [])
    return frozenset(map(min, zip(*(runs[n:] for n in range(WINDOW)), strict=False)))


def bounded(keys: Collection[int], most: int) -> Collection[int]:
    """Return the keys, or of very many the least ones: of two texts the same ones."""
    return keys if len(keys) <= most else sorted(keys)[:most]


def _said(text: Text) -> tuple[str, ...]:
    return text.text, text.title or "", *text.authors


def _names(text: Text) -> set[str]:
    """Return what may be the names of outlets: words with capitals, one after another."""
    found: set[str] = set()
    for part in _said(text):
        for match in _PROPER.findall(part):
            words = outlet_key(match).split()
            for start in range(len(words)):
                for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1):
                    found.add(" ".join(words[start:end]))
    return found


def _keyed(said: Iterable[str]) -> frozenset[int]:
    return frozenset(map(_key, said))


@lru_cache(maxsize=1 << 16)
def _key(said: str) -> int:
    return shingle_key(said) & MASK
