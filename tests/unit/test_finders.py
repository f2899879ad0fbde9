"""Every finder keeps the same promises: exact places, a chain for each statement, a name."""

import json
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest

from provenance import pipeline
from provenance.assistance import Asking, Budget, Endpoint, LanguageModel
from provenance.errors import UsageError
from provenance.model import Appearance, AttributionStatus, ClaimKind, Document, SourceType
from provenance.model.reading import Finder
from provenance.network import Exchange
from provenance.workspace.assess import assess
from provenance.workspace.assess.places import RulesReader
from provenance.workspace.capture import capture
from provenance.workspace.jobs import RULES, finder_of
from tests.desks import NoNetwork, desk, write
from tests.samples import DIGEST, ID
from tests.speaking import completion, marked

TEXT = """Two cranes were sold on Monday, Ines Vale told reporters on the quay.

Ferries of the Kelso Line ran late in March. The harbour is, as dockers put it, a ruin.

"""
HOSTILE = ("", "\n\n", '"' * 300, "A" * 3000, "\u202e\u200b said X", "said said said according to")


def _document(text: str) -> Document:
    return Document(
        id=ID,
        capture=ID,
        payload=DIGEST,
        uri="https://post.example/1",
        extractor="plain",
        extractor_version="1",
        media_type="text/plain",
        charset="utf-8",
        text=text,
        text_digest=DIGEST,
        whole=None,
        title=None,
        authors=(),
        site=None,
        section=None,
        published="2026-03-04",
        published_basis="page",
        language="en",
        links=(),
    )


@dataclass
class Word:
    """A token as a parser gives it."""

    text: str
    idx: int
    i: int
    dep_: str = ""
    pos_: str = ""
    lemma_: str = ""
    is_quote: bool = False
    is_space: bool = False
    children: list["Word"] = field(default_factory=list)
    head: "Word | None" = None

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def is_punct(self) -> bool:
        return not self.text.isalnum()

    @property
    def subtree(self) -> list["Word"]:
        found = [self, *(each for child in self.children for each in child.subtree)]
        return sorted(found, key=lambda each: each.i)

    def __len__(self) -> int:
        return len(self.text)


@dataclass
class Stretch:
    """A sentence or a name as a parser gives it."""

    words: list[Word]
    label_: str = ""

    @property
    def start_char(self) -> int:
        return self.words[0].idx

    @property
    def end_char(self) -> int:
        return self.words[-1].idx + len(self.words[-1])

    @property
    def start(self) -> int:
        return self.words[0].i

    @property
    def end(self) -> int:
        return self.words[-1].i + 1

    @property
    def text(self) -> str:
        return " ".join(each.text for each in self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)


@dataclass
class Parsed:
    """One text as a parser gives it, in one sentence; two words before a cue are its subject."""

    text: str

    @property
    def words(self) -> list[Word]:
        found, at = [], 0
        for i, each in enumerate(self.text.split()):
            at = self.text.index(each, at)
            found.append(Word(each, at, i))
            at += len(each)
        for place, word in enumerate(found):
            if word.text == "told" and place > 1:
                word.pos_, word.lemma_ = "VERB", "tell"
                subject, first = found[place - 1], found[place - 2]
                subject.dep_, first.dep_ = "nsubj", "compound"
                word.children, subject.children = [subject], [first]
        return found

    @property
    def sents(self) -> list[Stretch]:
        return [Stretch(self.words)] if self.words else []

    @property
    def ents(self) -> list[Stretch]:
        return [
            Stretch(self.words[place - 2 : place], "PERSON")
            for place, word in enumerate(self.words)
            if word.text == "told" and place > 1
        ]


class FakeParser:
    """Parses as the fake sentences above say."""

    name = "fake parser 1"

    def parsed(self, texts: Iterable[str]) -> Iterator[Any]:
        """Yield each text, parsed."""
        yield from map(Parsed, texts)


def _model() -> Finder:
    def send(body: bytes) -> Exchange:
        passage = json.loads(json.loads(body)["messages"][-1]["content"])["passage"]
        quotes = [each for each in passage.split("\n") if each]
        said = completion(json.dumps({"statements": [marked(each) for each in quotes]}))
        return Exchange(
            requested="", uri="", outcome="complete", status=200, body=said.body, peer="here"
        )

    asking = Asking(model="spoken-1", seed=1, max_tokens=100, json_mode=True)
    endpoint = Endpoint(asking, send, Budget(100, 1_000_000), lambda _: None)
    return LanguageModel(endpoint, RulesReader())


def _spacy() -> Finder:
    try:
        return finder_of("spacy")
    except UsageError:
        pytest.skip("the extra nlp is not installed")


FINDERS: dict[str, Callable[[], Finder]] = {
    "rules": lambda: finder_of("rules"),
    "language model": _model,
    "pipeline beside rules": lambda: pipeline.Pipeline(RULES, FakeParser()),
    "spacy": _spacy,
}


@pytest.mark.parametrize("which", FINDERS)
@pytest.mark.parametrize("text", [TEXT, *HOSTILE])
def test_a_finder_gives_exact_places_and_a_chain_for_each(which: str, text: str) -> None:
    finder = FINDERS[which]()
    found, chains = finder.read(_document(text), "Kelso Post")
    assert len(found) == len(chains)
    assert bool(found) or text != TEXT
    for each, chain in zip(found, chains, strict=True):
        assert each.selector.holds(text)
        assert all(step.words in text for step in chain.steps)
        assert bool(chain.steps) is (chain.status is not AttributionStatus.UNATTRIBUTED)
        for entity in each.entities or ():
            assert text[entity.start : entity.start + len(entity.words)] == entity.words
    assert any(character.isdigit() for character in finder.name)
    assert finder.read(_document(text), "Kelso Post") == (found, chains)


def test_the_pipeline_names_a_source_where_the_rules_see_none() -> None:
    text = "Two cranes were sold on Monday, Ines Vale told reporters on the quay."
    finder = pipeline.Pipeline(_Blind(), FakeParser())
    found, chains = finder.read(_document(text), None)
    assert found
    assert [chain.rule for chain in chains] == [pipeline.RULE] * len(found)
    step = chains[0].steps[0]
    assert (step.name, step.named, step.type) == ("Ines Vale", True, SourceType.PERSON)
    assert step.cue == "told"
    assert finder.name == "fake parser 1 (parse 1) beside blind 1"


class _Blind:
    """A finder that sees statements and no source."""

    name = "blind 1"

    def read(self, document: Document, outlet: str | None) -> Any:
        """Return the statements of the rules, each without a source."""
        found, chains = RULES.read(document, outlet)
        bare = {"status": AttributionStatus.UNATTRIBUTED, "steps": (), "rule": "not looked for"}
        fact = {"type": ClaimKind.FACT}
        return (
            tuple(each.model_copy(update=fact) for each in found),
            tuple(each.model_copy(update=bare) for each in chains),
        )


@pytest.mark.parametrize("which", ["rules", "pipeline beside rules", "spacy"])
def test_a_finder_that_runs_in_processes_can_be_sent_to_one(which: str) -> None:
    finder = FINDERS[which]()
    sent = pickle.loads(pickle.dumps(finder))  # noqa: S301  # our own bytes
    assert sent.name == finder.name
    assert sent.read(_document(TEXT), None) == finder.read(_document(TEXT), None)


def test_the_file_of_a_workspace_chooses_and_appearances_name_who_found_them(
    tmp_path: Path,
) -> None:
    workspace = desk(tmp_path)
    capture(workspace, [write(tmp_path, "report.txt", TEXT)], fetcher=NoNetwork())
    chosen = pipeline.Pipeline(RULES, FakeParser())
    assess(workspace, finder=chosen)
    assert {each.finder for each in workspace.store.current(Appearance)} == {chosen.name}
    assert len(chosen.name) > len(RULES.name)
    assess(workspace)  # the file names none: the rules read again
    (workspace.root / "workspace.toml").write_text('[finder]\nengine = "spacy"\n')
    if _spacy_is_missing():
        size = workspace.store.size()
        with pytest.raises(UsageError, match="not installed"):
            assess(workspace)
        assert workspace.store.size() == size
    workspace.close()


def _spacy_is_missing() -> bool:
    try:
        version(pipeline.MODEL)
    except PackageNotFoundError:
        return True
    return False


def test_a_missing_extra_says_what_to_install() -> None:
    if _spacy_is_missing():
        with pytest.raises(UsageError, match=r"provenance-desk\[nlp\]"):
            finder_of("spacy")
    else:
        assert finder_of("spacy").name.startswith("spacy ")
