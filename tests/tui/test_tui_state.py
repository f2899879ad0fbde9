"""The queue's state by itself: what is shown, what is selected, what comes next."""

from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_views import identity, row
from tui.state import Filter, QueueState, flags_of


def state(*, reviewers: int = 1) -> QueueState:
    return QueueState(reviewers=reviewers).with_rows(FakeDesk().queue())


def handles(of: QueueState) -> list[str]:
    return [each.handle for each in of.shown]


def decided(of: QueueState, number: int, to: str = "reviewed") -> QueueState:
    view = FakeDesk().views[identity("c", number)]
    return of.with_view(view.model_copy(update={"state": to}))


def test_the_selection_stops_at_both_ends() -> None:
    assert state().moved(-1).index == 0
    assert state().moved(99).index == 5
    assert QueueState().moved(1).selected is None


def test_the_selection_stays_on_its_claim_when_the_order_changes() -> None:
    before = state().moved(2)
    after = before.with_rows(tuple(reversed(before.rows)))
    assert after.selected is not None
    assert after.selected.handle == "c3"
    assert after.index == 3


def test_the_selection_stays_on_its_line_when_its_claim_is_gone() -> None:
    before = state().moved(2)
    after = before.with_rows(before.rows[:2] + before.rows[3:])
    assert after.selected is not None
    assert after.selected.handle == "c4"


def test_another_queue_is_put_in_the_order_of_this_one_and_what_is_new_at_its_end() -> None:
    rows = FakeDesk().queue()
    before = QueueState().with_rows(rows[:4])
    assert before.in_order((rows[5], rows[3], rows[0], rows[4])) == (
        rows[0],
        rows[3],
        rows[5],
        rows[4],
    )


def test_a_filter_lets_through_one_of_each_kind_of_word_and_all_flags() -> None:
    assert handles(state().with_filter(Filter(kinds=frozenset({"opinion", "norm"})))) == [
        "c4",
        "c5",
    ]
    assert handles(state().with_filter(Filter(flags=frozenset({"circular", "drift"})))) == ["c1"]
    assert handles(state().with_filter(Filter(flags=frozenset({"circular", "unnamed"})))) == []
    both = Filter(kinds=frozenset({"fact"}), handles=frozenset({"c2", "c4"}))
    assert handles(state().with_filter(both)) == ["c2"]
    assert handles(state().with_filter(Filter(states=frozenset({"refused"})))) == []


def test_a_filter_is_said_in_words_in_natural_order() -> None:
    chosen = Filter(kinds=frozenset({"fact"}), handles=frozenset({"c10", "c9"}))
    assert chosen.words == "fact; c9/c10"
    assert Filter().words == ""


def test_search_wants_every_word_without_case() -> None:
    assert handles(state().with_search("CRANES valmora")) == ["c1"]
    assert handles(state().with_search("c3")) == ["c3"]
    assert handles(state().with_search("  ")) == ["c1", "c2", "c3", "c4", "c5", "c6"]


def test_search_and_filter_hold_together() -> None:
    both = state().with_search("cranes").with_filter(Filter(flags=frozenset({"unnamed"})))
    assert handles(both) == ["c2"]


def test_a_decision_changes_the_line_in_place_even_under_a_filter() -> None:
    open_only = state().with_filter(Filter(states=frozenset({"proposed"})))
    after = decided(open_only, 1)
    assert handles(after)[0] == "c1"
    assert after.shown[0].state == "reviewed"
    assert after.open == 5


def test_next_goes_round_and_passes_over_what_is_decided() -> None:
    of = decided(decided(state(), 1), 2).moved(5)
    found = of.next_open()
    assert found is not None
    assert found.selected is not None
    assert found.selected.handle == "c3"


def test_next_is_none_when_nothing_waits() -> None:
    of = state()
    for number in range(1, 7):
        of = decided(of, number)
    assert of.next_open() is None
    assert of.open == 0
    assert QueueState().next_open() is None


def test_with_two_reviewers_what_another_reviewed_waits_and_what_i_reviewed_does_not() -> None:
    of = state(reviewers=2)
    for number in range(1, 7):
        of = decided(of, number)
    for number in (1, 2, 3, 4, 6):
        of = of.decided(identity("c", number))
    found = of.next_open()
    assert found is not None
    assert found.selected is not None
    assert found.selected.handle == "c5"
    of = decided(of, 5, "second-reviewed")
    assert of.next_open() is None


def test_undo_selects_the_claim_decided_last() -> None:
    both = state().decided(identity("c", 2)).decided(identity("c", 5))
    of = both.undone(identity("c", 5), decision=True)
    assert of.selected is not None
    assert of.selected.handle == "c5"
    assert of.mine == (identity("c", 2),)
    assert state().undone(None, decision=False) == state()


def test_a_stale_flag_goes_when_the_claim_is_no_longer_stale() -> None:
    view = FakeDesk().views[identity("c", 1)]
    of = QueueState().with_rows((row(view, "stale", "drift"),)).with_view(view)
    assert of.shown[0].flags == ("drift",)


def test_flags_are_gathered_in_order() -> None:
    assert flags_of(state().rows) == ("circular", "drift", "unnamed")
