import json
import time

import pytest

from benchmarks.command import BENCHMARKS, main
from benchmarks.figures import Figure, Target, lines, number, of_times
from benchmarks.growth import assess_one, check, impact
from benchmarks.ingest import ingest
from benchmarks.log import log
from benchmarks.machine import machine
from benchmarks.report import report
from benchmarks.room import readable, room
from benchmarks.screen import Screen
from benchmarks.startup import startup
from benchmarks.stopwatch import Spent, Stopwatch
from benchmarks.verify import verify
from benchmarks.writes import copies, mix, writes
from provenance.model import ClaimKind, Finding
from provenance.model.dossier import ClaimRow
from provenance.workspace.core import Workspace
from seeds.generator import generate

pytestmark = pytest.mark.slow  # whole desks, one after the other


def test_a_target_is_a_bound_from_above_or_from_below() -> None:
    assert Figure("x", 0.3, "s", Target(0.3)).met
    assert not Figure("x", 0.31, "s", Target(0.3)).met
    assert Figure("x", 31, "a/s", Target(30, at_least=True)).met
    assert not Figure("x", 29, "a/s", Target(30, at_least=True)).met
    assert Figure("x", 29, "a/s").met is None


def test_several_runs_give_their_median_and_say_how_far_apart_they_lie() -> None:
    figure = of_times("x", [Spent(0.9, 0.1), Spent(0.2, 0.3), Spent(0.4, 0.2)], 0.3)
    assert (figure.reached, figure.cpu) == (0.4, 0.2)
    first, second = lines(figure)
    assert "MISSED" in first
    assert second.strip() == "median of 3, 0.200 to 0.900"


def test_numbers_keep_the_digits_that_mean_something() -> None:
    assert [number(each) for each in (12345.6, 45.67, 4.567, 0.2345)] == [
        "12,346",
        "45.7",
        "4.57",
        "0.234",
    ]


class Kitchen:
    def knead(self) -> str:
        time.sleep(0.01)
        return "dough"

    def bake(self) -> str:
        return self.knead() + " baked"


def test_a_part_within_another_stops_the_clock_of_the_outer_one() -> None:
    kitchen, watch = Kitchen(), Stopwatch()
    with watch.timing((kitchen, "knead", "hands"), (kitchen, "bake", "oven")):
        assert kitchen.bake() == "dough baked"
    assert watch.parts["hands"].wall >= 0.01
    assert watch.parts["oven"].wall < watch.parts["hands"].wall
    assert vars(kitchen) == {}


def test_what_was_timed_is_put_back_after_an_error() -> None:
    watch, before = Stopwatch(), Kitchen.bake
    with pytest.raises(ZeroDivisionError), watch.timing((Kitchen, "bake", "oven")):
        raise ZeroDivisionError
    assert Kitchen.bake is before


def test_a_screen_shows_what_was_written_where_the_cursor_stood() -> None:
    screen = Screen(columns=10, rows=3)
    screen.feed(b"\x1b[?1049h\x1b[2;3H\x1b[1;38;2;1;2;3mc1\x1b[0m \xc3")
    screen.feed(b"\xa9\r\nlow\x1b[")
    screen.feed(b"1;9Hedge\x1b]22;default\x07")
    assert screen.lines == ["        ed", "  c1 \u00e9    ", "low       "]
    screen.feed(b"\x1b[2J")
    assert not "".join(screen.lines).strip()


def test_a_row_can_be_read_when_its_grade_and_its_words_stand_there() -> None:
    row = ClaimRow(
        id="a" * 26,
        handle="c7",
        wording="The mill burnt down before the harvest.",
        type=ClaimKind.FACT,
        cell="F6",
        proposed=True,
        state="proposed",
        origins=1,
        appearances=1,
        flags=(),
        document="d1",
    )
    below = "|      The mill burnt down before"
    assert readable(["| c7   F6 proposed  fact", below], [row])
    assert not readable(["| c7   F6 proposed  fact", ""], [row])
    assert not readable(["| c77  F6 proposed  fact", below], [row])
    assert not readable(["", below], [row])


def test_copies_of_records_are_new_ones_that_refer_to_each_other(workspace: Workspace) -> None:
    records = mix(workspace)
    made = copies(records)
    first = [next(made) for _ in records]
    second = [next(made) for _ in records]
    assert [type(each) for each in first] == [type(each) for each in records]
    places = {(each.kind, *each.place) for each in (*records, *first, *second)}
    assert len(places) == 3 * len({(each.kind, *each.place) for each in records})
    known = {each.identity for each in second}
    about = {each for record in second if isinstance(record, Finding) for each in record.about}
    assert about
    assert about <= known


def test_machine_and_versions_are_said() -> None:
    said = machine()
    assert {"processor", "memory", "python", "libraries"} <= said.keys()
    assert "pydantic" in said["libraries"]


def test_one_name_runs_one_benchmark_and_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["startup", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed.keys() == {"machine", "load before", "startup", "load after"}
    (figure,) = printed["startup"]
    assert figure["target"] == {"limit": 0.3, "at_least": False}
    assert len(figure["runs"]) == 7


def test_a_name_that_no_benchmark_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["warp"])
    assert "warp" in capsys.readouterr().err


def test_the_command_line_starts() -> None:
    (figure,) = startup(1)
    assert 0 < figure.reached < 30
    assert "startup" in BENCHMARKS


def test_the_room_opens_after_its_first_frame() -> None:
    frame, queue = room(1, generate(3, 1))
    assert 0 < frame.reached <= queue.reached


def test_articles_go_through_every_step() -> None:
    rate, *shares = ingest(3, 120)
    assert rate.reached > 0
    names = {share.name.removeprefix("share: ") for share in shares}
    steps = {"extract", "find claims", "attribute", "corroborate", "lineage", "grade", "store"}
    assert steps <= names
    assert sum(share.reached for share in shares) == pytest.approx(100)


def test_records_are_written_and_verified() -> None:
    written, locked, verified = writes(300, generate(3, 1))
    assert written.reached > 0
    assert verified.reached > 0
    assert locked.reached > 0
    assert "fields in the mean" in written.notes[-1]


@pytest.mark.slow
def test_a_full_check_says_how_fast_it_was_and_what_it_held_in_memory() -> None:
    checked, memory = verify(600, generate(3, 1))
    assert "fields in the mean" in checked.notes[-1]
    assert checked.reached > 0
    assert memory.reached > 1


def test_the_dossier_is_rendered_in_each_format() -> None:
    names = [figure.name for figure in report(1, generate(3, 1))]
    assert names == ["dossier gathered", *(f"report as {f}" for f in ("html", "md", "csv", "json"))]


def test_what_one_more_text_a_question_and_a_draft_cost_is_measured() -> None:
    one = assess_one((5,), words=60)
    assert [each.name for each in one] == [
        "assess one text more at 5 articles",
        "assess nothing new at 5 articles",
    ]
    assert one[1].reached < one[0].reached
    (asked,) = impact(5, words=60)
    assert "0 not looked at" in asked.notes[0]
    few, more = check((5, 10), 5, words=60)
    assert few.name == "check of 5 sentences"
    assert "10 facts" in more.notes[0] or "9 facts" in more.notes[0]


def test_the_log_alone_is_measured() -> None:
    figures = {figure.name: figure for figure in log(3000, 20)}
    assert all(figure.reached > 0 for figure in figures.values())
    assert {"root of 3,000 entries, times a bare loop", "export of 3,000 entries as tiles"} <= set(
        figures
    )
    assert figures["export of 3,000 entries as tiles"].notes == ("25 files",)
