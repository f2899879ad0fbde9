"""What kind of source a step has, with title, organisation, and why it is not named.

Seven kinds (``SourceKind``). A named source is a person, an organisation or a document as its
name shows. An unnamed one is anonymous where the writer knows and withholds who it is, by the
words in ``withheld``; else a group where the noun is one of many, else a person. A document is a
document, named or not. A body speaks through a spokesman who is not named. Where the words do
not tell (an "it" or a "he" that goes back to nobody) there is no kind. Also decided: whether who
is said to have checked something published it or is where it comes from. The whole is rules
over words of the text; nothing is guessed.
"""

from collections.abc import Sequence
from typing import Literal

from provenance.attribution import words as w
from provenance.attribution.anonymity import says_withheld, withheld_by_description
from provenance.attribution.memory import Memory
from provenance.attribution.mentions import source_of
from provenance.attribution.names import same_name
from provenance.attribution.nouns import Mention
from provenance.attribution.people import NOBODY, Introduction, described, introduced
from provenance.model import SourceKind, SourceType, Span, StepDetail

_NAMED = {
    SourceType.PERSON: SourceKind.NAMED_PERSON,
    SourceType.ORGANISATION: SourceKind.NAMED_ORGANISATION,
    SourceType.OUTLET: SourceKind.NAMED_ORGANISATION,
    SourceType.GROUP: SourceKind.UNNAMED_GROUP,
    SourceType.DOCUMENT: SourceKind.DOCUMENT,
    SourceType.WRITER: SourceKind.WRITER,
}
_UNNAMED = {
    SourceType.PERSON: SourceKind.UNNAMED_PERSON,
    SourceType.GROUP: SourceKind.UNNAMED_GROUP,
    SourceType.ORGANISATION: SourceKind.UNNAMED_GROUP,
    SourceType.OUTLET: SourceKind.UNNAMED_GROUP,
    SourceType.DOCUMENT: SourceKind.DOCUMENT,
}
_ALWAYS = (SourceType.DOCUMENT, SourceType.WRITER)
_OURSELVES = ("our ", "we ", "this newspaper", "this paper", "this magazine", "this website")
_NEAR = 240  # code points after a source in which its anonymity may stand
_OWN = ("its ", "their ", "his ", "her ", "our ")


def detail_of(  # what a step shows of its source
    known: Mention,
    sentence: str,
    memory: Memory,
    *,
    words: str = "",
    source: Span | None = None,
    cue: Span | None = None,
    also: Literal["publisher", "origin", ""] = "",
) -> StepDetail:
    """Return what a text says about the source of a step.

    ``known`` is the source as ``Memory.resolve`` gave it, ``words`` the phrase as it stands in
    the sentence; the spans are handed through.
    """
    phrase = words or known.words
    told = _introduction(known, phrase, sentence, memory)
    why = _withheld(known, phrase, sentence, memory)
    kind = kind_of(known, why)
    if kind is SourceKind.UNNAMED_PERSON and told.organisation and _speaks_for(told.title):
        kind = SourceKind.NAMED_ORGANISATION
    return StepDetail(
        kind=kind,
        source=source,
        cue=cue,
        title=told.title,
        organisation=told.organisation,
        withheld=why,
        also=also,
    )


def kind_of(source: Mention, withheld: str) -> SourceKind | None:
    """Return the kind of a source, given the words by which its name is withheld, if any."""
    if source.named or source.type in _ALWAYS:
        return _NAMED.get(source.type)
    if source.head in w.ALL_PRONOUNS:
        return None
    if withheld:
        return SourceKind.ANONYMOUS_SOURCE
    kind = source.type
    if kind is SourceType.UNKNOWN:
        kind = source_of(source.words).type  # by its noun alone
    many = source.head.endswith("s") and not source.head.endswith("ss")
    return _UNNAMED.get(kind, SourceKind.UNNAMED_GROUP if many else None)


def _speaks_for(title: str) -> bool:
    """Whether it is somebody's office to say what a body says."""
    return title.lower().endswith(("spokesman", "spokeswoman", "spokesperson"))


def _introduction(known: Mention, phrase: str, sentence: str, memory: Memory) -> Introduction:
    """Return title and organisation from beside the name here, or from anywhere in the text."""
    if known.type is SourceType.GROUP:
        return Introduction("", described(phrase).organisation)
    if known.type is not SourceType.PERSON:
        return NOBODY
    if not known.named:
        here = described(phrase)
        return here if here.organisation else described(known.words)
    ever = memory.about(known.name)
    if not ever.title and phrase.endswith(known.name):
        ever = described(phrase.removesuffix(known.name).strip()) if phrase != known.name else ever
    last = known.name.rsplit(maxsplit=1)[-1]
    at = sentence.find(phrase)
    at = sentence.find(last, max(at, 0))
    if at < 0 or (ever.title and ever.organisation):
        return ever
    whole = sentence.rfind(known.name, 0, at + len(last))
    here = introduced(sentence, whole if whole >= 0 else at, at + len(last))
    return Introduction(ever.title or here.title, ever.organisation or here.organisation)


def _withheld(known: Mention, phrase: str, sentence: str, memory: Memory) -> str:
    """Return the words by which the source is known to the writer and withheld, or "".

    A named person may have asked not to be named in full; that is kept with its words.
    """
    if known.type not in (SourceType.PERSON, SourceType.GROUP, SourceType.UNKNOWN):
        return ""
    if known.type is SourceType.UNKNOWN and known.named:
        return ""
    at = sentence.find(phrase)
    if at >= 0 and (beside := says_withheld(sentence[at : at + len(phrase) + _NEAR])):
        return beside
    if known.named or known.head in w.ALL_PRONOUNS:
        return ""
    described_so = withheld_by_description(phrase, known.head)
    if not described_so and known.words != phrase:
        described_so = withheld_by_description(known.words, known.head)
    return memory.withheld(known.head) or described_so


def also_of(
    verifier: str, *, publisher: str | None, origins: Sequence[str]
) -> Literal["publisher", "origin", ""]:
    """Return whether who is said to have checked something published it, or is its origin.

    ``verifier`` is the phrase or the name; "our own experts" are the publisher's, and the
    experts of an origin are the origin.
    """
    low = verifier.lower()
    if low.startswith(("our ", "this newspaper", "we ", "this paper", "this magazine")) or low in (
        "we",
        "us",
    ):
        return "publisher"
    if publisher and _of_one(verifier, publisher):
        return "publisher"
    if any(_of_one(verifier, origin) for origin in origins):
        return "origin"
    owned = low.startswith(_OWN) and len(origins) == 1
    return "origin" if owned or low.startswith("the same ") else ""


def _of_one(verifier: str, other: str) -> bool:
    """Whether a verifier is another one, or somebody of theirs: "the Courier's reporters"."""
    if same_name(verifier, other):
        return True
    owner = verifier.replace("\u2019", "'").split("'s ", 1)
    if len(owner) == 2 and same_name(owner[0], other):
        return True
    told = described(verifier)
    return bool(told.organisation) and same_name(told.organisation, other)
