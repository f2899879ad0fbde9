"""What a language model marks in texts that the rules have read, where the case allows one.

Its statements join those of the rules: one that stands already stays as it is, and what only the
model found is recorded under its name. Answers are kept by text, model, parameters and
instructions, so that the same text is not sent twice. What cannot be asked is said in one finding;
the reading by the rules never waits for it. A model is asked of documents in the language that
the rules read, because all that follows reads that language too.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from provenance.assistance import (
    PROMPT,
    PROMPT_DIGEST,
    Answered,
    Asking,
    Bound,
    Budget,
    Endpoint,
    LanguageModel,
    Marked,
    kept_answers,
    marked,
    named,
)
from provenance.assistance.asking import Kept
from provenance.canonical import content_key
from provenance.languages import is_read
from provenance.model import (
    Appearance,
    Document,
    Finding,
    ModelUse,
    Record,
)
from provenance.workspace import configuration
from provenance.workspace.assess.places import RulesReader
from provenance.workspace.assess.recording import Sources, records_of
from provenance.workspace.assess.sending import TOOL, key_of, sender
from provenance.workspace.assist import NOT_ASKED, permission, permits, spent
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture

STEP = "ask language model"
_OFFLINE = "offline: the network is closed"

Progress = Callable[[str, int, int], None]


def ask_model(workspace: Workspace, picture: Picture, tell: Progress) -> int:
    """Record what a language model adds to the documents; return how many appearances."""
    given = permission(workspace)
    if given is None:  # the case never had to do with one
        return 0
    if not given.allowed:
        _say(workspace, (), "")
        return 0
    model = configuration.read_configuration(workspace.root).llm
    if model is None or not permits(given, model):
        todo = [each for each in picture.documents.values() if is_read(each.language, each.text)]
        _say(workspace, todo, _not_permitted(model, given.host))
        return 0
    return _Run(workspace, picture, model, tell).ask()


def _not_permitted(model: configuration.LanguageModel | None, host: str) -> str:
    if model is None:
        return f"{configuration.FILE} names none"
    return (
        f"the case allows one at {host}, and {configuration.FILE} names {model.model} at "
        f"{model.host}; to allow that one: provenance llm on"
    )


class _Run:
    """One run over the documents of a case."""

    def __init__(
        self,
        workspace: Workspace,
        picture: Picture,
        model: configuration.LanguageModel,
        tell: Progress,
    ) -> None:
        self._workspace = workspace
        self._picture = picture
        self._model = model
        self._tell = tell
        self._asking = Asking(
            model=model.model,
            seed=model.seed,
            max_tokens=model.max_tokens,
            json_mode=model.json_mode,
        )
        self._sources = Sources(workspace)
        self._uses = workspace.store.every(ModelUse)

    def ask(self) -> int:
        """Ask about every document that was not asked about to its end."""
        last = {each.place: each for each in self._workspace.store.current(ModelUse)}
        todo = [
            each
            for each in self._picture.documents.values()
            if is_read(each.language, each.text) and not self._is_done(last, each)
        ]
        if not todo:
            _say(self._workspace, (), "")
            return 0
        key, trouble = key_of(self._model)
        endpoint = self._endpoint(key)
        endpoint.closed = _OFFLINE if self._workspace.settings.offline else trouble
        finder = LanguageModel(endpoint, RulesReader())
        added, short = 0, list[tuple[Document, str]]()
        for number, document in enumerate(todo, 1):
            self._tell(f"asking {self._model.model} at {self._model.host}", number - 1, len(todo))
            count, reason = self._document(finder, document)
            added += count
            if reason:
                short.append((document, reason))
            self._tell(f"asking {self._model.model} at {self._model.host}", number, len(todo))
        _say(self._workspace, [each for each, _ in short], short[0][1] if short else "")
        return added

    def _is_done(self, last: Mapping[tuple[str, str], ModelUse], document: Document) -> bool:
        use = last.get((document.id, f"{self._model.model} {PROMPT_DIGEST}"))
        return use is not None and use.outcome == "complete" and self._is_mine(use, document)

    def _is_mine(self, use: ModelUse, document: Document) -> bool:
        """Whether the answers of a use are what would be asked for now."""
        return (
            use.text == document.text_digest
            and use.asked == self._model.model
            and use.parameters == self._asking.parameters
            and use.prompt == PROMPT_DIGEST
        )

    def _endpoint(self, key: str) -> Endpoint:
        requests, tokens = spent(self._workspace)
        model = self._model
        budget = Budget(
            min(model.run_requests, model.case_requests - requests),
            min(model.run_tokens, model.case_tokens - tokens),
        )
        return Endpoint(self._asking, sender(self._workspace, model, key), budget, time.sleep)

    def _document(self, finder: LanguageModel, document: Document) -> tuple[int, str]:
        """Record what is answered about a document; return how much is new, and what is short."""
        began = self._workspace.clock.now()
        answered = finder.ask(document, self._kept(document))
        complete = len(answered.answered) == answered.passages
        reason = "" if complete else answered.reason
        if not answered.answered and not answered.sent and answered.passages:
            return 0, reason
        marks = marked(answered, document.text)
        fresh, known = self._sifted(document, marks)
        outlet = self._picture.outlet(document).value
        published = self._picture.published(document).value
        records: list[Record] = records_of(
            self._workspace,
            document,
            finder.reading(document.model_copy(update={"published": published}), outlet, fresh),
            self._sources,
            finder.name,
        )
        use = self._use(document, answered, marks, began, reason)
        use = use.model_copy(update={"taken": len(marks.bound) - known, "known": known})
        self._workspace.steps(STEP, [use, *records])
        return len(fresh), reason

    def _kept(self, document: Document) -> Kept:
        """Return what was answered about the same text before, asked for in the same way."""
        found: dict[tuple[int, int], str] = {}
        for use in self._uses:
            if use.answers is not None and self._is_mine(use, document):
                found |= kept_answers(self._workspace.blobs.get(use.answers))
        return found

    def _sifted(self, document: Document, marks: Marked) -> tuple[list[Bound], int]:
        """Return what does not stand yet, and how much others have found already."""
        name = named(self._model.model)
        there = [e for e in self._picture.appearances.values() if e.document == document.id]
        fresh, known = [], 0
        for bound in marks.bound:
            same = [each for each in there if _same(each, bound)]
            known += any(each.finder != name for each in same)
            if not same:
                fresh.append(bound)
        return fresh, known

    def _use(
        self,
        document: Document,
        answered: Answered,
        marks: Marked,
        began: str,
        reason: str,
    ) -> ModelUse:
        workspace = self._workspace
        tokens = [each.tokens for each in answered.replies]
        before = [each for each in self._uses if each.document == document.id]
        place = (document.id, f"{self._model.model} {PROMPT_DIGEST}")
        use = ModelUse(
            id=workspace.new_id(),
            document=document.id,
            text=document.text_digest,
            host=self._model.host,
            asked=self._model.model,
            models=_each(each.model for each in answered.replies),
            fingerprints=_each(each.fingerprint for each in answered.replies),
            parameters=self._asking.parameters,
            prompt=workspace.blobs.put(PROMPT),
            answers=workspace.blobs.put(answered.kept()) if answered.answered else None,
            outcome="complete" if not reason else "partial" if answered.answered else "failed",
            reason=reason,
            passages=answered.passages,
            answered=len(answered.answered),
            sent=answered.sent,
            taken=0,
            known=0,
            refused=marks.refused,
            tokens=None if None in tokens else sum(each or 0 for each in tokens),
            charged=answered.charged,
            began_at=began,
            ended_at=workspace.clock.now(),
            tool=TOOL,
            supersedes=next((each.id for each in reversed(before) if each.place == place), None),
        )
        self._uses.append(use)
        return use


def _same(appearance: Appearance, bound: Bound) -> bool:
    """Whether two spans share at least half of what they cover together."""
    one, other = appearance.selector, bound.selector
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= max(one.end, other.end) - min(one.start, other.start)


def _each(names: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _say(workspace: Workspace, documents: Sequence[Document], reason: str) -> None:
    """Open, change or close the finding that says of which texts no model was asked, and why."""
    key = content_key(NOT_ASKED, workspace.case.of)
    known = next(iter(workspace.store.current(Finding, key=key)), None)
    if not documents and (known is None or not known.open):
        return
    identity = workspace.new_id()
    count = "1 text" if len(documents) == 1 else f"{len(documents)} texts"
    wanted = Finding(
        id=identity,
        of=known.of if known else identity,
        rule=NOT_ASKED,
        about=tuple(each.id for each in documents) or (known.about if known else ()),
        sentence=f"The language model has not read {count} to the end: {reason}. "
        "What the rules found stands."
        if documents
        else known.sentence
        if known
        else "",
        open=bool(documents),
        key=key,
        supersedes=known.id if known else None,
    )
    same = {"id", "supersedes"}
    if known is None or known.model_dump(exclude=same) != wanted.model_dump(exclude=same):
        workspace.step(STEP, [wanted])
