"""The one write path: what is inserted, what is refused, what is current afterwards."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from provenance.audit import check_entry, step_root
from provenance.canonical import Preimage, all_committed
from provenance.clock import FixedClock
from provenance.entropy import FixedEntropy, new_id
from provenance.errors import ConflictError, SchemaVersionError, UnknownHandleError
from provenance.model import Claim, ClaimKind, Inquiry, InquiryResult, Withdrawal
from provenance.store.migrations import HEAD
from provenance.store.store import MAX_STEP, PART, STEP
from provenance.workspace.core import Workspace
from provenance.workspace.verify import verify_workspace


def _claim(workspace: Workspace, wording: str, of: Claim | None = None) -> Claim:
    identity = workspace.new_id()
    return Claim(
        id=identity,
        of=of.of if of else identity,
        supersedes=of.id if of else None,
        wording=wording,
        type=ClaimKind.FACT,
    )


def _wordings(workspace: Workspace) -> Sequence[str]:
    return [claim.wording for claim in workspace.store.current(Claim)]


def test_a_step_leaves_one_signed_entry_over_its_records(empty: Workspace) -> None:
    claims = [_claim(empty, f"claim {number}") for number in range(5)]
    entry = empty.step("test", claims)
    kept, signature = empty.store.entries()[-1]
    assert kept == entry
    assert (entry.seq, entry.kind, entry.count) == (2, "test", 5)
    assert entry.root == step_root([empty.store.commitment(claim) for claim in claims])
    check_entry(entry, signature, empty.keys.identity().public())
    assert entry.actor == empty.store.commitment(empty.me)


def test_commitments_may_be_made_elsewhere_a_part_at_a_time(empty: Workspace) -> None:
    begun: list[int] = []

    def commit(preimages: Sequence[Preimage]) -> Callable[[], Sequence[bytes]]:
        begun.append(len(preimages))
        return partial(all_committed, preimages)

    claims = [_claim(empty, f"claim {number}") for number in range(PART + 1)]
    with empty.store.committing(commit):
        empty.step("test", claims)
    empty.step("test", [_claim(empty, "later")])
    empty.close()
    assert begun[-2:] == [PART, 1]
    assert verify_workspace(empty).clean


def test_records_come_back_in_the_order_of_the_log(empty: Workspace) -> None:
    empty.step("test", [_claim(empty, "b"), _claim(empty, "a")])
    empty.step("test", [_claim(empty, "c")])
    assert _wordings(empty) == ["b", "a", "c"]
    assert [record.wording for record in empty.store.of_step(2)] == ["b", "a"]  # type: ignore[attr-defined]


def test_a_correction_takes_the_place_of_what_it_names(empty: Workspace) -> None:
    first = _claim(empty, "first")
    empty.step("test", [first])
    empty.step("test", [_claim(empty, "second", of=first)])
    assert _wordings(empty) == ["second"]
    assert empty.store.get(Claim, first.id) == first


def test_a_correction_of_what_is_no_longer_current_is_a_conflict(empty: Workspace) -> None:
    first = _claim(empty, "first")
    empty.step("test", [first])
    empty.step("test", [_claim(empty, "second", of=first)])
    with pytest.raises(ConflictError, match="changed meanwhile"):
        empty.step("test", [_claim(empty, "third", of=first)])
    assert _wordings(empty) == ["second"]
    assert empty.store.size() == 3


def test_a_place_that_is_taken_is_a_conflict_and_nothing_is_written(empty: Workspace) -> None:
    first = _claim(empty, "first")
    empty.step("test", [first])
    rival = first.model_copy(update={"id": empty.new_id()})
    with pytest.raises(ConflictError, match="meanwhile"):
        empty.step("test", [_claim(empty, "beside"), rival])
    assert _wordings(empty) == ["first"]
    assert empty.store.get(Claim, rival.id) is None
    assert verify_workspace(empty).clean


def test_a_withdrawn_step_stands_no_longer_and_can_stand_again(empty: Workspace) -> None:
    first = _claim(empty, "first")
    empty.step("test", [first])
    empty.step("test", [_claim(empty, "second", of=first), _claim(empty, "new")])
    empty.step("undo", [Withdrawal(id=empty.new_id(), step=3, why="wrong")])
    assert _wordings(empty) == ["first"]
    empty.step("undo", [Withdrawal(id=empty.new_id(), step=4, why="right after all")])
    assert _wordings(empty) == ["second", "new"]
    assert verify_workspace(empty).clean


def test_a_step_with_something_on_top_is_not_withdrawn(empty: Workspace) -> None:
    first = _claim(empty, "first")
    empty.step("test", [first])
    empty.step("test", [_claim(empty, "second", of=first)])
    with pytest.raises(ConflictError, match="undo the later one first"):
        empty.step("undo", [Withdrawal(id=empty.new_id(), step=2, why="")])
    assert _wordings(empty) == ["second"]


def test_handles_are_numbered_in_order_and_never_reused(empty: Workspace) -> None:
    first = _claim(empty, "first")
    empty.step("test", [first])
    empty.step("undo", [Withdrawal(id=empty.new_id(), step=2, why="")])
    second = _claim(empty, "second")
    empty.step("test", [second, _claim(empty, "second again", of=None)])
    assert empty.store.identity("c1") == (Claim, first.of)
    assert empty.store.identity("C2") == (Claim, second.of)
    assert empty.store.handles("c")[second.of] == "c2"


@pytest.mark.parametrize("handle", ["", "c", "c0x", "z1", "c99", "c1234567890", "c1; DROP", "c²"])
def test_a_handle_that_stands_for_nothing_says_so(empty: Workspace, handle: str) -> None:
    with pytest.raises(UnknownHandleError):
        empty.store.identity(handle)


@pytest.mark.parametrize("verb", ["UPDATE claim SET wording = 'x'", "DELETE FROM entry"])
def test_the_database_refuses_to_change_what_is_kept(empty: Workspace, verb: str) -> None:
    empty.step("test", [_claim(empty, "first")])
    with (
        pytest.raises(IntegrityError, match="append-only"),
        empty.store.database.writing() as connection,
    ):
        connection.exec_driver_sql(verb)


@pytest.mark.parametrize("count", [0, MAX_STEP + 1])
def test_a_step_has_a_size(empty: Workspace, count: int) -> None:
    with pytest.raises(ValueError, match="a step holds"):
        empty.step("test", [_claim(empty, "x")] * count)


def test_many_records_make_several_steps(empty: Workspace) -> None:
    entries = empty.steps("test", [_claim(empty, "x") for _ in range(STEP + 1)])
    assert [entry.count for entry in entries] == [STEP, 1]


def test_a_database_of_another_program_is_refused(empty: Workspace) -> None:
    database = empty.store.database
    assert database.revision() == HEAD
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaVersionError, match="use a newer version"):
        database.check_revision()


def test_a_fixed_source_never_repeats_and_is_the_same_again() -> None:
    one, other = FixedEntropy("seed"), FixedEntropy("seed")
    drawn = [one.take(32) for _ in range(50)]
    assert drawn == [other.take(32) for _ in range(50)]
    assert len(set(drawn)) == 50
    assert len(new_id(one)) == 26


def test_an_inquiry_has_a_handle(empty: Workspace, tmp_path: Path) -> None:
    assert tmp_path.exists()
    inquiry = Inquiry(
        id=empty.new_id(),
        about=(),
        sought="annex",
        where="register",
        words="annex 7",
        at=FixedClock().now(),
        result=InquiryResult.NOTHING_FOUND,
        by=empty.me.id,
    )
    empty.step("inquiry", [inquiry])
    assert empty.store.identity("i1") == (Inquiry, inquiry.id)
