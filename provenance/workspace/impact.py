"""What falls with a source, a document or a capture: which grades would change, and to what.

Nothing is written: the same functions that propose grades look at a picture without it
(``Picture.without``), and at the claims alone that rest on it (``reach``). Both are proposals of
the program, so what a reviewer decided is neither used nor told.

A digit that goes from one to another weighs as many steps as lie between them. One that becomes
6, or was 6, has no place among the others: what can no longer be judged weighs ``LOST`` steps,
which says that everything is lost and not that 6 follows 5. A letter that changes weighs one.
``points`` are the single points of failure of a case: each document and each named source,
by how much hangs on it alone.
"""

from collections.abc import Callable
from typing import NamedTuple

from provenance import grading
from provenance.errors import UnknownHandleError
from provenance.model import Capture, Document, Source, Stance
from provenance.model.dossier import ImpactChange, ImpactView
from provenance.model.judgement import Axis
from provenance.model.rules import UNKNOWN
from provenance.workspace.assess.alike import alone
from provenance.workspace.core import quiet
from provenance.workspace.features import letter_of, standing
from provenance.workspace.picture import Picture
from provenance.workspace.reach import Reach
from provenance.workspace.views import Views

LOST = 5  # steps
MOST = 200_000  # claims graded anew, after which no further document or source is looked at
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


class Points(NamedTuple):
    """What grades hang on alone, the heaviest first."""

    found: tuple[ImpactView, ...]
    left: int  # documents and sources that were not looked at


def points(views: Views, tell: Progress = quiet, most: int = MOST) -> Points:
    """Return the documents and named sources on which grades hang alone.

    After so many claims are graded anew the others are not looked at: how many is said.
    """
    impacts = Impacts(views)
    subjects = impacts.subjects()
    found: list[ImpactView] = []
    left = 0
    for number, subject in enumerate(subjects):
        tell("what hangs on each alone", number, len(subjects))
        if impacts.looked_at >= most:
            left = len(subjects) - number
            break
        found.append(impacts.of(subject))
    tell("what hangs on each alone", len(subjects), len(subjects))
    found = [each for each in found if each.changes]
    found.sort(key=lambda each: (-each.steps, -len(each.changes), _in_order(each.handle)))
    return Points(tuple(found), left)


def _in_order(handle: str) -> tuple[str, int]:
    return handle[0], int(handle[1:])


class Impacts:
    """What falls with each of many things, in one picture."""

    def __init__(self, views: Views) -> None:
        """Grade nothing yet."""
        self._views, self._picture = views, views.picture
        self._reach = Reach(views.picture)
        self._before: dict[str, _Graded] = {}
        self._first: _Graded | None = None  # of the claims on which nothing else bears
        self._bare: dict[str, _Graded] = {}  # of these, when they fell: by outlet
        self.looked_at = 0  # claims graded anew, one by one

    def subjects(self) -> list[str]:
        """Return the documents and named sources that bear on graded claims, each once."""
        same, named = self._picture.same, self._picture.sources
        sources = {same.get(of, of) for of in self._reach.sources if named[of].named}
        outlets = {same.get(each.of, each.of) for each in self._picture.outlets.values()}
        return [*self._reach.documents, *sorted(sources | outlets, key=self._order)]

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
        for claim in sorted(self._reach.of(documents, fallen), key=self._order):
            before, after = self._now(claim), self._then(supposed, claim)
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
            self._before[claim] = self._as_it_is(claim)
        return self._before[claim]

    def _as_it_is(self, claim: str) -> _Graded:
        """Return what is proposed for a claim; of those that stand alone the digit is one."""
        picture = self._picture
        lone = alone(picture, picture.claims[claim])
        if lone is None or self._first is None:
            found = self._graded(picture, claim)
            self._first = self._first if lone is None else found
            return found
        return self._first._replace(letter=letter_of(picture, lone).letter)

    def _then(self, supposed: Picture, claim: str) -> _Graded:
        """Return what is proposed for a claim in a picture in which something fell.

        Of a claim whose only report fell nothing is left but which outlet's report it was.
        """
        lone = alone(self._picture, self._picture.claims[claim])
        if lone is None or not supposed.fallen.takes(supposed.mention(lone, Stance.REPEATS)):
            return self._graded(supposed, claim)
        outlet = supposed.outlet(supposed.documents[lone.document]).value or ""
        if outlet not in self._bare:
            self._bare[outlet] = self._graded(supposed, claim)
        return self._bare[outlet]

    def _graded(self, picture: Picture, claim: str) -> _Graded:
        self.looked_at += 1
        return _graded(picture, claim)


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
