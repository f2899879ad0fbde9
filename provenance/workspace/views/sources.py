"""Sources as they are shown, those of one name together.

That two records stand for one source is a person's word (SameAs), which can be taken back. Named
records whose names are equal after folding are proposed: one agency is an outlet here and an
organisation there. Nothing is joined by a program, and what a person refused is not proposed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from provenance.model import SameAs, Source
from provenance.model.dossier import SourceView
from provenance.text import fold
from provenance.workspace.views.judged import Judged
from provenance.workspace.views.lookup import Lookup, number


class Sources:
    """Who states things."""

    def __init__(self, lookup: Lookup, judged: Judged) -> None:
        """Show what one picture holds."""
        self._lookup, self._judged = lookup, judged
        self._picture = lookup.picture

    def views(self) -> tuple[SourceView, ...]:
        """Return every source with its letter and the claims that stand on it."""
        claims: dict[str, list[str]] = defaultdict(list)
        for claim, members in self._picture.members.items():
            for source in {
                step.source
                for each in members
                for step in self._picture.attributions[each.of].steps
                if step.source
            }:
                claims[source].append(self._lookup.handle(claim))
        return tuple(
            self._view(each, sorted(claims.get(each.of, ()), key=number)) for each in self._ordered
        )

    def proposed(self) -> tuple[tuple[str, ...], ...]:
        """Return sources that may be one, by identity: one group for each name."""
        groups: dict[frozenset[str], None] = {}
        for each in self._ordered:
            if others := self._may_be(each):
                groups[frozenset((each.of, *others))] = None
        order = [each.of for each in self._ordered]
        return tuple(tuple(sorted(group, key=order.index)) for group in groups)

    def _view(self, each: Source, claims: Sequence[str]) -> SourceView:
        grades = self._picture.grades.get(each.of, ())
        program = self._lookup.workspace.program.id
        best = sorted(grades, key=lambda grade: grade.rater == program)
        handle = self._lookup.handle
        return SourceView(
            id=each.of,
            handle=handle(each.of),
            name=each.name,
            named=each.named,
            type=each.type,
            domain=each.domain,
            grade=self._judged.grade(best[0]) if best else None,
            claims=tuple(claims),
            same_as=tuple(handle(e.of) for e in self._joined(each) if e.of != each.of),
            may_be=tuple(handle(other) for other in self._may_be(each)),
            ours=each.ours,
        )

    @cached_property
    def _ordered(self) -> Sequence[Source]:
        """Sources in order of their handles; those that are or may be one stand together."""
        together: dict[str, list[Source]] = defaultdict(list)
        for each in self._picture.sources.values():
            root = self._picture.sources.get(self._root(each), each)
            together[fold(root.name) if root.named else root.of].append(each)
        return [each for group in together.values() for each in group]

    @cached_property
    def _named(self) -> Mapping[str, Sequence[Source]]:
        """Named sources by folded name."""
        found: dict[str, list[Source]] = defaultdict(list)
        for each in self._picture.sources.values():
            if each.named:
                found[fold(each.name)].append(each)
        return found

    @cached_property
    def _groups(self) -> Mapping[str, Sequence[Source]]:
        """Sources by the one that stands for them."""
        found: dict[str, list[Source]] = defaultdict(list)
        for each in self._picture.sources.values():
            found[self._root(each)].append(each)
        return found

    def _joined(self, source: Source) -> Sequence[Source]:
        """Return the sources that a person has joined with one, itself included."""
        return self._groups[self._root(source)]

    def _root(self, source: Source) -> str:
        return self._picture.same.get(source.of, source.of)

    @cached_property
    def _refused(self) -> frozenset[frozenset[str]]:
        """Pairs of sources that a person says are not one, each by the source it stands for."""
        same = self._picture.same
        return frozenset(
            frozenset(same.get(each, each) for each in (pair.one, pair.other))
            for pair in self._lookup.store.current(SameAs)
            if pair.state == "refused"
        )

    def _may_be(self, source: Source) -> Sequence[str]:
        """Return other named sources of the same name about which nobody has said anything."""
        if not source.named:
            return ()
        root = self._root(source)
        return [
            other.of
            for other in self._named[fold(source.name)]
            if self._root(other) != root
            and frozenset((root, self._root(other))) not in self._refused
        ]
