"""The state of the queue: order, filter, search, selection, what is shown. No Textual here.

A ``QueueState`` is frozen; each change gives a new one. The selection is a claim, not a line:
it stays on its claim when lines come, go or change their order. When its claim is no longer
shown, the selection goes to the claim that took its line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Self

from provenance.model.dossier import ClaimRow, ClaimView

DECIDED = frozenset({"second-reviewed", "refused"})


@dataclass(frozen=True)
class Filter:
    """Which claims are shown: an empty set lets everything through.

    Of kinds, states and handles one must fit; of flags, all that are asked for.
    """

    kinds: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()

    def admits(self, row: ClaimRow) -> bool:
        """Return whether a claim is shown."""
        return (
            (not self.kinds or row.type.value in self.kinds)
            and (not self.states or row.state in self.states)
            and self.flags.issubset(row.flags)
            and (not self.handles or row.handle in self.handles)
        )

    @property
    def words(self) -> str:
        """The filter in words, empty where it lets everything through."""
        chosen = (self.kinds, self.states, self.flags, self.handles)
        return "; ".join("/".join(sorted(each, key=_natural)) for each in chosen if each)


def _natural(word: str) -> tuple[str, int, str]:
    stem = word.rstrip("0123456789")
    digits = word[len(stem) :]
    return stem, int(digits) if digits else -1, word


@dataclass(frozen=True)
class QueueState:
    """The queue as it is shown."""

    rows: tuple[ClaimRow, ...] = ()
    filter: Filter = field(default_factory=Filter)
    search: str = ""
    shown: tuple[ClaimRow, ...] = ()
    index: int = 0
    reviewers: int = 1
    mine: tuple[str, ...] = ()  # claims decided here, the last one last
    open: int = 0  # how many claims, shown or not, wait for a decision
    at_row: Mapping[str, int] = field(default_factory=dict)  # claim → its place in ``rows``
    at_line: Mapping[str, int] = field(default_factory=dict)  # claim → its place in ``shown``

    @property
    def selected(self) -> ClaimRow | None:
        """The selected claim's line."""
        return self.shown[self.index] if self.shown else None

    def row(self, identity: str) -> ClaimRow | None:
        """Return a claim's line, shown or not."""
        return self.rows[self.at_row[identity]] if identity in self.at_row else None

    def with_rows(self, rows: tuple[ClaimRow, ...]) -> Self:
        """Return the state over another queue."""
        waiting = sum(1 for row in rows if _waits(row, self.reviewers, self.mine))
        return self._over(rows=rows, open=waiting, at_row=_places(rows))

    def in_order(self, rows: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
        """Return another queue in the order of this one, what is new at its end."""
        end = len(self.at_row)
        return tuple(sorted(rows, key=lambda row: self.at_row.get(row.id, end)))

    def with_filter(self, chosen: Filter) -> Self:
        """Return the state under another filter."""
        return self._over(filter=chosen)

    def with_search(self, words: str) -> Self:
        """Return the state under another search."""
        return self._over(search=words)

    def with_view(self, view: ClaimView) -> Self:
        """Return the state in which the claim's line says what its view says.

        The line stays where it is, even under a filter that it no longer fits, so that
        nothing moves under the hands of the person who decides.
        """
        if view.id not in self.at_row:
            return self
        old = self.rows[self.at_row[view.id]]
        new = _row_of(view, old)
        if new == old:
            return self
        waits = partial(_waits, reviewers=self.reviewers, mine=self.mine)
        return replace(
            self,
            rows=_with(self.rows, self.at_row[view.id], new),
            shown=_with(self.shown, self.at_line.get(view.id), new),
            open=self.open + waits(new) - waits(old),
        )

    def decided(self, identity: str) -> Self:
        """Return the state in which the person here has decided about a claim."""
        others = tuple(each for each in self.mine if each != identity)
        return self._with_mine((*others, identity), identity)

    def undone(self, identity: str | None, *, decision: bool) -> Self:
        """Return the state at the claim that a step was about, if it is shown; a decision is off.

        A step that was about no one claim leaves the selection where it is.
        """
        if identity is None:
            return self
        left = tuple(each for each in self.mine if each != identity)
        state = self._with_mine(left, identity) if decision else self
        return state.selecting(identity)

    def without(self, identity: str) -> Self:
        """Return the state without a claim, which is gone."""
        return self.with_rows(tuple(row for row in self.rows if row.id != identity))

    def moved(self, by: int) -> Self:
        """Return the state with the selection some lines further, stopping at the ends."""
        return self.at(self.index + by)

    def at(self, index: int) -> Self:
        """Return the state with the selection on a line, the nearest where there is none."""
        return replace(self, index=max(0, min(index, len(self.shown) - 1)))

    def selecting(self, identity: str) -> Self:
        """Return the state with a claim selected, unchanged where it is not shown."""
        line = self.at_line.get(identity)
        return self if line is None else self.at(line)

    def next_open(self) -> Self | None:
        """Return the state at the next claim that waits, from here on and round; None without."""
        count = len(self.shown)
        for step in range(1, count + 1):
            index = (self.index + step) % count
            if _waits(self.shown[index], self.reviewers, self.mine):
                return self.at(index)
        return None

    def _with_mine(self, mine: tuple[str, ...], identity: str) -> Self:
        state = replace(self, mine=mine)
        if identity not in self.at_row:
            return state
        row = self.rows[self.at_row[identity]]
        after, before = _waits(row, self.reviewers, mine), _waits(row, self.reviewers, self.mine)
        return replace(state, open=self.open + after - before)

    def _over(self, **changes: Any) -> Self:
        """Return the state with another queue, filter or search, its lines chosen anew."""
        state = replace(self, **changes)
        found = state.search.casefold().split()
        shown = tuple(row for row in state.rows if state.filter.admits(row) and _holds(row, found))
        state = replace(state, shown=shown, at_line=_places(shown)).at(self.index)
        return state.selecting(self.selected.id) if self.selected else state


def _waits(row: ClaimRow, reviewers: int, mine: tuple[str, ...]) -> bool:
    if not row.awaits:
        return False
    if row.state == "proposed":
        return True
    return reviewers == 2 and row.state not in DECIDED and row.id not in mine


def _holds(row: ClaimRow, words: Iterable[str]) -> bool:
    if not words:
        return True
    text = f"{row.handle} {row.document} {row.cell} {row.wording}".casefold()
    return all(word in text for word in words)


def _places(rows: tuple[ClaimRow, ...]) -> dict[str, int]:
    return {row.id: index for index, row in enumerate(rows)}


def _with(rows: tuple[ClaimRow, ...], index: int | None, row: ClaimRow) -> tuple[ClaimRow, ...]:
    return rows if index is None else (*rows[:index], row, *rows[index + 1 :])


def _row_of(view: ClaimView, row: ClaimRow) -> ClaimRow:
    return row.model_copy(
        update={
            "wording": view.wording,
            "type": view.type,
            "cell": view.cell,
            "proposed": view.proposed,
            "state": view.state,
            "flags": tuple(each for each in row.flags if each != "stale" or view.stale),
        }
    )


def flags_of(rows: Iterable[ClaimRow]) -> tuple[str, ...]:
    """Return every flag that some claim carries, in order."""
    return tuple(sorted({flag for row in rows for flag in row.flags}))
