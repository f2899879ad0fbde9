"""Much work is shared out to processes, which a block may keep; little work is done here."""

import multiprocessing
import os
from operator import call

import pytest

from provenance.text import fold
from provenance.workspace.processes import WORTH_BEGINNING, WORTH_IT, begun, kept, mapped, spare

SEVERAL = pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor")


def test_little_work_is_done_in_this_process() -> None:
    assert set(mapped(call, [os.getpid] * (WORTH_IT - 1))) == {os.getpid()}
    with begun(call, WORTH_BEGINNING - 1) as begin:
        assert begin(os.getpid)() == os.getpid()


@SEVERAL
def test_a_block_keeps_its_processes_to_its_end() -> None:
    words = [f"Word {number}" for number in range(5 * WORTH_IT + 3)]
    with kept():
        assert list(mapped(fold, words)) == [word.lower() for word in words]  # in their order
        started = {child.pid for child in multiprocessing.active_children()}
        assert started
        with kept():
            assert set(mapped(call, [os.getpid] * WORTH_IT)) <= started
        with begun(call, WORTH_BEGINNING) as begin:
            assert begin(os.getpid)() in started
    assert not started & {child.pid for child in multiprocessing.active_children()}


@SEVERAL
def test_spare_processes_are_used_where_some_were_started() -> None:
    with kept():
        assert spare(call, os.getpid)() == os.getpid()
        started = set(mapped(call, [os.getpid] * WORTH_IT))
        assert spare(call, os.getpid)() in started
