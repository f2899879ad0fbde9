"""How far what a workspace found agrees with the truth of a world: precision and recall.

Everything found is told in the world's own document ids and story ids, so that this module
knows nothing of workspaces. What counts as right:

- **origins**, by pairs: for each story, each pair of documents that stand in one origin. A pair
  with a document that does not belong to the story is wrong.
- **derivations**: copy, rewrite, citation, quotation and translation are one kind of edge,
  "depends on"; correction and original are kinds of their own. A directed edge is right if the
  truth leads from its downstream to its upstream by any number of steps (a copy of a copy is a
  copy); an undirected one is a wrong direction. An edge of the truth is found if found edges
  lead along it, or lead from both its ends to one document.
- **direction**: of the found "depends on" edges that join two documents of which the truth says
  that one depends on the other, those that say which.
- **chains**: of the sentences of which the truth says who says them or that nobody does, each
  name of who says or told it; a name on a sentence that nobody is said to say is wrong.
- **drift**, by document, document next upstream and kind of change, of claims that are stories;
  attribution lost only where the truth tells of both who says it.
- **rings**, **grades** (one cell for each story and document), **kinds** of sentences: equal or
  not.

Precision is None where nothing was found, recall None where there is nothing to find: neither
is a number then.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations, permutations

from seeds.world import Truth

DEPENDS_ON = frozenset({"copy", "rewrite", "citation", "quotation", "translation"})
EXACT = frozenset({"correction", "original"})
LOST = "attribution lost"


@dataclass(frozen=True)
class FoundDerivation:
    """A derivation as a workspace has it."""

    downstream: str
    upstream: str
    kind: str
    directed: bool


@dataclass(frozen=True)
class Found:
    """What a workspace found, in the world's ids."""

    origins: Mapping[str, Iterable[frozenset[str]]] = field(default_factory=dict)  # by story
    derivations: tuple[FoundDerivation, ...] = ()
    rings: frozenset[frozenset[str]] = frozenset()
    grades: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (story, document)
    kinds: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (document, fragment)
    chains: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)  # the same
    drifts: frozenset[tuple[str, str, str]] = frozenset()  # (downstream, upstream, change)


@dataclass(frozen=True)
class Score:
    """How many were right among those found and among those to be found."""

    name: str
    right: int  # of the found ones
    found: int
    recalled: int  # of the expected ones
    expected: int

    @property
    def precision(self) -> float | None:
        """Right among found; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Found among expected; None where there was nothing to find."""
        return self.recalled / self.expected if self.expected else None

    def __add__(self, other: "Score") -> "Score":
        """Return the score over both worlds, each pair or edge counted once."""
        return Score(
            self.name,
            self.right + other.right,
            self.found + other.found,
            self.recalled + other.recalled,
            self.expected + other.expected,
        )


def evaluate(truth: Truth, found: Found) -> tuple[Score, ...]:
    """Return the scores of what was found, in a fixed order."""
    return (
        _origins(truth, found),
        _derivations(truth, found),
        _direction(truth, found),
        _sets("circular", truth.rings, found.rings),
        _cells(truth, found),
        _kinds(truth, found),
        _chains(truth, found),
        _drifts(truth, found),
    )


def total(worlds: Iterable[tuple[Score, ...]]) -> tuple[Score, ...]:
    """Return the scores over several worlds; ValueError if there is none."""
    first, *others = worlds
    sums = list(first)
    for scores in others:
        sums = [one + other for one, other in zip(sums, scores, strict=True)]
    return tuple(sums)


def perfect(truth: Truth) -> Found:
    """Return what a workspace would find that misses nothing: the truth in the form of findings."""
    return Found(
        origins={story.id: story.origins for story in truth.stories},
        derivations=tuple(
            FoundDerivation(edge.downstream, edge.upstream, edge.kind, directed=True)
            for edge in truth.derivations
        ),
        rings=truth.rings,
        grades=_expected_cells(truth),
        kinds={(one.document, one.fragment): one.kind for one in truth.sentences},
        chains={
            (one.document, one.fragment): frozenset(filter(None, (one.says,)))
            for one in truth.chains
        },
        drifts=_changes(truth),
    )


def table(scores: Iterable[Score]) -> str:
    """Return the scores as a table of plain text."""
    lines = [f"{'':<12} {'precision':>9} {'recall':>7}   {'right/found':>11}   found/expected"]
    lines += [
        f"{score.name:<12} {_figure(score.precision):>9} {_figure(score.recall):>7}"
        f"   {f'{score.right}/{score.found}':>11}   {score.recalled}/{score.expected}"
        for score in scores
    ]
    return "\n".join(lines)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _origins(truth: Truth, found: Found) -> Score:
    expected = {(story.id, *pair) for story in truth.stories for pair in _pairs(story.origins)}
    stated = {(story, *pair) for story, groups in found.origins.items() for pair in _pairs(groups)}
    return _sets("origins", expected, stated)


def _derivations(truth: Truth, found: Found) -> Score:
    ancestors = _reach((edge.downstream, edge.upstream) for edge in truth.derivations)
    exact = {(e.downstream, e.upstream, e.kind) for e in truth.derivations if e.kind in EXACT}
    edges = {edge for edge in found.derivations if edge.kind in DEPENDS_ON | EXACT}
    right = sum(
        edge.directed
        and (
            (edge.downstream, edge.upstream, edge.kind) in exact
            if edge.kind in EXACT
            else edge.upstream in ancestors.get(edge.downstream, ())
        )
        for edge in edges
    )
    reached = _reach((edge.downstream, edge.upstream) for edge in edges if edge.directed)
    stated = {(edge.downstream, edge.upstream, edge.kind) for edge in edges if edge.directed}
    recalled = sum(
        (edge.downstream, edge.upstream, edge.kind) in stated
        if edge.kind in EXACT
        else _joined(reached, edge.downstream, edge.upstream)
        for edge in truth.derivations
    )
    return Score("derivations", right, len(edges), recalled, len(truth.derivations))


def _direction(truth: Truth, found: Found) -> Score:
    ancestors = _reach((edge.downstream, edge.upstream) for edge in truth.derivations)
    related = right = 0
    for edge in {edge for edge in found.derivations if edge.kind in DEPENDS_ON}:
        along = edge.upstream in ancestors.get(edge.downstream, ())
        against = edge.downstream in ancestors.get(edge.upstream, ())
        related += along or against
        right += along and edge.directed
    return Score("direction", right, related, right, related)


def _cells(truth: Truth, found: Found) -> Score:
    expected = _expected_cells(truth)
    stated = {key: cell for key, cell in found.grades.items() if key in expected}
    right = sum(expected[key] == cell for key, cell in stated.items())
    return Score("grades", right, len(stated), right, len(expected))


def _kinds(truth: Truth, found: Found) -> Score:
    expected = {(one.document, one.fragment): one.kind for one in truth.sentences}
    stated = {key: kind for key, kind in found.kinds.items() if key in expected}
    right = sum(expected[key] == kind for key, kind in stated.items())
    return Score("kinds", right, len(stated), right, len(expected))


def _chains(truth: Truth, found: Found) -> Score:
    """Compare names; a sentence that was not found has none, and is missed if it has one."""
    told = {(one.document, one.fragment): one.says for one in truth.chains}
    expected = {(*key, says) for key, says in told.items() if says}
    stated = {
        (*key, told[key] if alike(told[key], name) else name)
        for key, names in found.chains.items()
        if key in told
        for name in names
    }
    return _sets("chains", expected, stated)


def _drifts(truth: Truth, found: Found) -> Score:
    """Compare changes; who said it is compared only where the truth tells it of both."""
    told = {(one.document, one.fragment) for one in truth.chains}
    known = {
        (down.document, up.document)
        for story in truth.stories
        for down, up in permutations(story.appearances, 2)
        if {(down.document, down.fragment), (up.document, up.fragment)} <= told
    }
    stated = {each for each in found.drifts if each[2] != LOST or each[:2] in known}
    return _sets("drift", _changes(truth), stated)


def _changes(truth: Truth) -> frozenset[tuple[str, str, str]]:
    return frozenset((one.downstream, one.upstream, one.change) for one in truth.drifts)


def alike(one: str, other: str) -> bool:
    """Return whether two names are one, articles and titles before a name aside."""
    first, second = (name.casefold().removeprefix("the ") for name in (one, other))
    return bool(first and second) and (first in second or second in first)


def _expected_cells(truth: Truth) -> dict[tuple[str, str], str]:
    return {
        (story.id, document): story.cell for story in truth.stories for document in story.documents
    }


def _sets(name: str, expected: AbstractSet[object], stated: AbstractSet[object]) -> Score:
    right = len(expected & stated)
    return Score(name, right, len(stated), right, len(expected))


def _pairs(groups: Iterable[frozenset[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _joined(reached: Mapping[str, frozenset[str]], one: str, other: str) -> bool:
    """Return whether edges lead from one to the other, or from both to a third."""
    beyond = reached.get(other, frozenset()) - {one}
    return not reached.get(one, frozenset()).isdisjoint({other} | beyond)


def _reach(edges: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return all that can be reached from each start of an edge, by any number of steps."""
    steps: dict[str, set[str]] = {}
    for downstream, upstream in edges:
        steps.setdefault(downstream, set()).add(upstream)
    reached: dict[str, frozenset[str]] = {}
    for start in steps:
        seen: set[str] = set()
        pending = [start]
        while pending:
            fresh = steps.get(pending.pop(), set()) - seen
            seen |= fresh
            pending.extend(fresh)
        reached[start] = frozenset(seen)
    return reached
