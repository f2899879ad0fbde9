"""``assess``: from captured documents to graded claims, in five stages.

``declare`` what documents not read yet say of themselves: genre, where they come from
``find``    claims and attributions of documents that are to be read
``ask``     what a language model marks beside them, where the case allows one
``derive``  which document goes back to which
``gather``  which appearances make one claim; what supports or contradicts it
``judge``   letters, digits, findings

The first stages look at new documents, and at those that another finder read or whose date was
corrected since. The others are computed over all that may be touched by what is new (``extent``),
and only what differs from what is recorded is written: so any order of capture ends in the same
claims, origins and grades, and running it twice changes nothing. What a person decided is never
touched.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from provenance.canonical import all_committed
from provenance.corroboration.keys import KIND
from provenance.model import Record, Value
from provenance.model.reading import Finder
from provenance.workspace.assess.added import follow_new
from provenance.workspace.assess.ask import ask_model
from provenance.workspace.assess.declare import declare_texts
from provenance.workspace.assess.derive import Ahead, ahead, derive
from provenance.workspace.assess.extent import Keys, concerned, extent, follow_up
from provenance.workspace.assess.find import AGAIN, find_claims
from provenance.workspace.assess.gather import gather_claims
from provenance.workspace.assess.judge import judge
from provenance.workspace.assess.memory import undisturbed
from provenance.workspace.configuration import read_configuration
from provenance.workspace.core import Step, Workspace, quiet
from provenance.workspace.jobs import finder_of
from provenance.workspace.narrow import Narrowed
from provenance.workspace.picture import Picture
from provenance.workspace.processes import kept, spare


class Assessed(Value):
    """What a run of ``assess`` recorded."""

    documents: int  # read for the first time
    appearances: int  # new ones
    reread: int
    changed: int  # appearances in documents that were read again
    withdrawn: int
    claims: int  # new or changed
    links: int
    uncompared: int  # pairs of look-alike passages of which nothing was decided
    derivations: int
    grades: int
    findings: int


NOTHING = Assessed(**dict.fromkeys(Assessed.model_fields, 0))
Progress = Callable[[str, int, int], None]
# May change what lineage and corroboration read, or which claims there are.
_COMPARED = {"correct", "say", "mark", "merge claims", "move appearance", "part claim", AGAIN}
_ALONE = {"case", "review"}  # nothing follows from them


def assess(
    workspace: Workspace, *, progress: Progress | None = None, finder: Finder | None = None
) -> Assessed:
    """Bring claims, links, derivations, grades and findings up to what was captured.

    Read by the finder that the workspace's file names, unless another one is given.
    """
    finder = finder or finder_of(read_configuration(workspace.root).finder.engine)
    with undisturbed(), kept():
        return _assessed(workspace, progress or quiet, finder)


def refresh(workspace: Workspace, kind: str, records: Sequence[Record]) -> None:
    """Bring what follows up to date after a person's step of this kind; read nothing new.

    ``records`` are what was recorded, or taken back.
    """
    if kind in _ALONE:
        return
    with undisturbed():
        course = _Course(workspace, concerned(workspace, records))
        if kind in _COMPARED:
            _compared(course, quiet)
        else:
            judge(workspace, course.picture)


def _assessed(workspace: Workspace, tell: Progress, finder: Finder) -> Assessed:
    given = extent(workspace, finder.name)
    if not (given.new or given.whole):
        return NOTHING
    new = None if given.whole else given.new
    course = _Course(workspace, new)
    with course.stage("declarations") as picture:
        declare_texts(workspace, picture, tell)
    with ahead(course.picture) as begun:  # lineage does not look at claims
        changed = ("sources", "appearances", "attributions", "findings", "examinations")
        with course.stage(*changed) as picture:
            read = find_claims(workspace, picture, tell, finder)
        with course.stage("sources", "appearances", "attributions", "findings") as picture:
            ask_model(workspace, picture, tell)
        # The processes have found all claims by now, and time for what is to be written.
        with workspace.store.committing(partial(spare, all_committed)):
            if new is None:
                made, keys = _compared(course, tell, begun)
            else:
                made, keys = follow_new(workspace, course.picture, tell)
    follow_up(workspace, given, keys)
    return Assessed(**read._asdict(), **made)


def _compared(
    course: "_Course", tell: Progress, lineage: Ahead | None = None
) -> tuple[dict[str, int], Keys]:
    tell("tracing lineage", 0, 1)
    with course.stage("derivations") as picture:
        derivations, keys = derive(course.workspace, picture, lineage)
    tell("tracing lineage", 1, 1)
    tell("corroborating", 0, 1)
    with course.stage("claims", "links") as picture:
        gathered = gather_claims(course.workspace, picture)
    tell("corroborating", 1, 1)
    tell("grading", 0, 1)
    grades, findings = judge(course.workspace, course.picture)
    tell("grading", 1, 1)
    made = {
        "derivations": derivations,
        "claims": gathered.claims,
        "links": gathered.links,
        "uncompared": gathered.uncompared,
        "grades": grades,
        "findings": findings,
    }
    return made, {of: {**each, KIND: gathered.keys.get(of, ())} for of, each in keys.items()}


class _Course:
    """What the stages look at, one after another: each sees what the ones before it wrote.

    What was written is handed on, and read back only where somebody else wrote meanwhile.
    """

    def __init__(self, workspace: Workspace, documents: Collection[str] | None = None) -> None:
        self.workspace = workspace
        self._size = workspace.store.size()
        narrowed = None if documents is None else Narrowed(workspace.store, documents)
        self.picture = Picture(workspace, narrowed)

    @contextmanager
    def stage(self, *changed: str) -> Iterator[Picture]:
        """Yield the picture that a stage looks at; it changes records of these kinds alone."""
        with self.workspace.noting() as steps:
            yield self.picture
        self.picture = self.picture.renewed(*changed, written=self._written(steps))

    def _written(self, steps: Sequence[Step]) -> list[Record] | None:
        before, self._size = self._size, self.workspace.store.size()
        if self._size != before + len(steps):
            return None
        return [record for _, records in steps for record in records]
