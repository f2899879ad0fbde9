"""What falls with a source, a document or a capture: which grades would change, and to what.

Nothing is written: the same functions that propose grades look at a picture without it
(``Picture.without``), and at the claims alone that it can bear on. Both are proposals of the
program, so what a reviewer decided is neither used nor told.

A digit that goes from one to another weighs as many steps as lie between them. One that becomes
6, or was 6, has no place among the others: what can no longer be judged weighs ``LOST`` steps,
which says that everything is lost and not that 6 follows 5. A letter that changes weighs one.
``points`` are the single points of failure of a case: each document and each named source,
by how much hangs on it alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from provenance import grading
from provenance.errors import UnknownHandleError
from provenance.lineage import Fallen
from provenance.lineage.credits import outlet_key
from provenance.model import Capture, Document, Source, SourceType
from provenance.model.dossier import ImpactChange, ImpactView
from provenance.model.judgement import Axis
from provenance.model.rules import UNKNOWN
from provenance.text import fold
from provenance.workspace.core import quiet
from provenance.workspace.features import is_graded, standing
from provenance.workspace.picture import Picture
from provenance.workspace.views import Views

LOST = 5  # steps
MOST = 50_000  # claims graded anew, after which no further document or source is looked at
_SUBJECTS = (Document, Source, Capture)
Progress = Callable[[str, int, int], None]


class _Graded(NamedTuple):
    """What is proposed for a claim, and how many reports stand behind it."""

    letter: str
    digit: str
    because: str
    reports: int

    @property
    def cell(self) -> str:
        return f"{self.letter}{self.digit}"


def impact(views: Views, handle: str) -> ImpactView:
    """Return what falls with a document, a capture or a source; UnknownHandleError for another."""
    kind, identity = views.workspace.store.identity(handle)
    if kind not in _SUBJECTS:
        raise UnknownHandleError(
            f"{handle} is a {kind.kind}; this wants a source, a document or a capture, such as s1"
        )
    return Impacts(views).of(identity)


def points(views: Views, tell: Progress = quiet) -> tuple[ImpactView, ...]:
    """Return the documents and named sources on which grades hang alone, the heaviest first."""
    impacts = Impacts(views)
    subjects = impacts.subjects()
    found: list[ImpactView] = []
    for number, subject in enumerate(subjects):
        tell("what hangs on each alone", number, len(subjects))
        if impacts.looked_at < MOST:
            found.append(impacts.of(subject))
    tell("what hangs on each alone", len(subjects), len(subjects))
    found = [each for each in found if each.changes]
    found.sort(key=lambda each: (-each.steps, -len(each.changes), _in_order(each.handle)))
    return tuple(found)


def _in_order(handle: str) -> tuple[str, int]:
    return handle[0], int(handle[1:])


class Impacts:
    """What falls with each of many things, in one picture."""

    def __init__(self, views: Views) -> None:
        """Grade nothing yet."""
        self._views, self._picture = views, views.picture
        self._before: dict[str, _Graded] = {}
        self.looked_at = 0  # claims graded anew

    def subjects(self) -> list[str]:
        """Return the documents and named sources that bear on graded claims, each once."""
        same, named = self._picture.same, self._picture.sources
        sources = {same.get(of, of) for of in self._of_source if named[of].named}
        outlets = {same.get(each.of, each.of) for each in self._picture.outlets.values()}
        return [*self._of_document, *sorted(sources | outlets, key=self._order)]

    def of(self, subject: str) -> ImpactView:
        """Return what falls with one of them, by identity."""
        supposed = self._picture.without(subject)
        fallen = supposed.fallen
        documents = sorted(
            (fallen.documents - self._picture.fallen.documents) & self._picture.documents.keys(),
            key=self._order,
        )
        changes: list[ImpactChange] = []
        bare: list[str] = []
        for claim in sorted(self._reached(documents, fallen), key=self._order):
            self.looked_at += 1
            before, after = self._now(claim), _graded(supposed, claim)
            if before.cell != after.cell:
                changes.append(self._change(claim, before, after))
            if before.reports and not after.reports:
                bare.append(self._views.handle(claim))
        changes.sort(key=lambda each: (-each.steps, _in_order(each.claim)))
        return ImpactView(
            handle=self._views.handle(subject),
            name=self._views.name(subject),
            documents=tuple(map(self._views.handle, documents)),
            changes=tuple(changes),
            left_bare=tuple(bare),
            note=self._why_nothing(subject, documents),
        )

    def _order(self, identity: str) -> tuple[str, int]:
        return _in_order(self._views.handle(identity))

    def _change(self, claim: str, before: _Graded, after: _Graded) -> ImpactChange:
        return ImpactChange(
            claim=self._views.handle(claim),
            wording=self._picture.claims[claim].wording,
            before=before.cell,
            after=after.cell,
            because_before=before.because,
            because_after=after.because,
            steps=_steps(before.digit, after.digit) + (before.letter != after.letter),
        )

    def _why_nothing(self, subject: str, documents: list[str]) -> str:
        if any(each.subject == subject for each in self._picture.retractions):
            return "it is said to have fallen already"
        if subject in self._picture.captures and not documents:
            kept = self._picture.captures[subject].payload is not None
            return "the same bytes were captured there another time" if kept else "it has no text"
        return ""

    def _now(self, claim: str) -> _Graded:
        if claim not in self._before:
            self._before[claim] = _graded(self._picture, claim)
        return self._before[claim]

    # ---- which claims a thing can bear on

    def _reached(self, documents: Iterable[str], fallen: Fallen) -> set[str]:
        """Return the graded claims on which documents and what else fell can bear, near or far."""
        found: set[str] = set()
        for source in fallen.sources:
            found |= self._of_source.get(source, set())
        for document in documents:
            found |= self._naming(document)
        seen, waiting = set(documents), list(documents)
        waiting += [each for name in fallen.names for each in self._crediting.get(name, ())]
        while waiting:
            document = waiting.pop()
            seen.add(document)
            found |= self._of_document.get(document, set())
            waiting.extend(self._below.get(document, set()) - seen)
            if document in self._picture.ties.up:  # its way up is theirs too
                beside = self._picture.ties.beside.get(document, ())
                ends = {end for tie in beside for end in (tie.downstream, tie.upstream) if end}
                waiting.extend(ends - seen)
        return found

    def _naming(self, document: str) -> set[str]:
        """Return the claims that name a document as what shows them, or are compared with it."""
        record = self._picture.documents[document]
        named = self._of_name.get(fold(record.title or ""), set())
        linking = {
            claim
            for of in self._linking.get(record.uri, ())
            for claim in self._of_document.get(of, ())
        }
        return named | linking | self._compared.get(document, set())

    @cached_property
    def _crediting(self) -> Mapping[str, set[str]]:
        """Which documents go back to an outlet by its name."""
        found: dict[str, set[str]] = defaultdict(set)
        for tie in self._picture.live:
            if tie.upstream_name:
                found[outlet_key(tie.upstream_name)].add(tie.downstream)
        return found

    @cached_property
    def _below(self) -> Mapping[str, set[str]]:
        """Which documents go back to each."""
        found: dict[str, set[str]] = defaultdict(set)
        for tie in self._picture.live:
            if tie.upstream is not None and tie.directed:
                found[tie.upstream].add(tie.downstream)
        return found

    def _bearing(self) -> Iterator[tuple[str, str]]:
        """Yield each graded claim with each appearance that makes it or bears on it."""
        picture = self._picture
        for claim, members in picture.members.items():
            if is_graded(picture.claims[claim]):
                yield from ((claim, each.of) for each in members)
                yield from ((claim, link.appearance) for link in picture.bearing.get(claim, ()))

    @cached_property
    def _of_document(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, appearance in self._bearing():
            found[self._picture.appearances[appearance].document].add(claim)
        return found

    @cached_property
    def _of_source(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, appearance in self._bearing():
            chain = self._picture.attributions.get(appearance)
            for step in chain.steps if chain else ():
                if step.source:
                    found[step.source].add(claim)
        return found

    @cached_property
    def _of_name(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, appearance in self._bearing():
            chain = self._picture.attributions.get(appearance)
            for step in chain.steps if chain else ():
                if step.type is SourceType.DOCUMENT and step.named:
                    found[fold(step.name)].add(claim)
        return found

    @cached_property
    def _linking(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for document in self._picture.documents.values():
            for link in document.links:
                found[link.uri].add(document.id)
        return found

    @cached_property
    def _compared(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim, comparison in self._picture.comparisons.items():
            if comparison.record and claim in self._picture.members:
                found[comparison.record].add(claim)
        return found


def _graded(picture: Picture, claim: str) -> _Graded:
    found = standing(picture, picture.claims[claim])
    proposal = grading.credibility(found.features, picture.policy)
    letter = grading.cell(found.features.origins).letter
    if proposal is None:
        return _Graded(letter, UNKNOWN[Axis.CREDIBILITY], "", len(found.mentions))
    because = " ".join(reason.sentence for reason in proposal.rationale)
    return _Graded(letter, proposal.value, because, len(found.mentions))


def _steps(before: str, after: str) -> int:
    if before == after:
        return 0
    unknown = UNKNOWN[Axis.CREDIBILITY]
    return LOST if unknown in (before, after) else abs(int(before) - int(after))
