"""What the room shows, and how one moves in it."""

from typing import cast

from textual.widgets import Input

from provenance.errors import SchemaVersionError
from provenance.model import Selector
from provenance.model.dossier import ClaimRow
from tests.tui.driver import Enter, Room
from tests.tui.fake_desk import FakeDesk
from tui.actions import ACTIONS
from tui.app import ReviewRoom
from tui.screens.room import RoomScreen
from tui.widgets.page import Page
from tui.widgets.queue import QueueList


async def test_rows_show_handle_grade_state_kind_flags_and_wording(enter: Enter) -> None:
    async with enter() as room:
        lines = room.drawn("queue").splitlines()
        for word in ("c1", "F6 proposed", "fact", "1 origin in 2", "circular, drift"):
            assert word in lines[0]
        assert "The harbour board sold four cranes" in lines[1]
        assert "c6" in room.drawn("queue")
        assert "6 of 6 open" in room.head


async def test_the_frame_stands_before_the_desk_is_open() -> None:
    class SlowDesk(FakeDesk):
        def queue(self) -> tuple[ClaimRow, ...]:
            self.gate.wait(10)
            return super().queue()

    desk = SlowDesk()
    desk.gate.clear()
    app = ReviewRoom(lambda: desk)
    async with app.run_test(size=(80, 24)) as pilot:
        room = Room(app, pilot, desk, cast("RoomScreen", app.screen))
        await room.pilot.pause()
        assert "opening the workspace" in room.head
        assert "Opening the workspace" in str(room.screen.query_one("#empty").render())
        desk.gate.set()
        await room.settle()
        assert room.selected == "c1"
    app.close_desk()


async def test_moving_selects_and_loads_the_claim(enter: Enter) -> None:
    async with enter() as room:
        await room.press("j", "j", "k")
        assert room.selected == "c2"
        assert room.screen.shown.view is not None
        assert room.screen.shown.view.handle == "c2"
        await room.press("G")
        assert room.selected == "c6"
        await room.press("g")
        assert room.selected == "c1"


async def test_the_claim_is_marked_in_its_document_and_in_view(enter: Enter) -> None:
    async with enter() as room:
        await room.press("G", "d")
        await room.until(lambda: "\u25b6c6" in room.drawn("document"))
        drawn = room.drawn("document")
        assert "\u25b6c6 About 340 dockers" in drawn
        assert "c5 " in drawn  # another claim of the same document
        page = room.screen.query_one("#document", Page)
        styles = {span.style for span in page.sheet.spans}
        assert styles == {"claim", "other"}


async def test_the_claim_is_marked_first_where_several_begin_on_a_line(enter_small: Enter) -> None:
    desk = FakeDesk(("Five boats left.", "Two came back."))
    text = "Five boats left. Two came back. The rest was seen off Valmora."
    for view in list(desk.views.values()):
        place = view.appearances[0]
        start = text.index(view.wording)
        selector = Selector.of(text, start, start + len(view.wording))
        places = (place.model_copy(update={"selector": selector}),)
        desk.views[view.id] = view.model_copy(update={"appearances": places})
    desk.documents["d1"] = desk.documents["d1"].model_copy(update={"text": text})
    async with enter_small(desk) as room:
        await room.press("j", "d")
        assert room.drawn("document").startswith("\u25b6c2 Five boats left. Two came back.")


async def test_the_record_says_who_why_what_and_who_else(enter_large: Enter) -> None:
    async with enter_large() as room:
        text = room.screen.query_one("#record", Page).sheet.text
        for said in (
            "says it: internal minutes (UNNAMED, document)",
            "said to have verified it: port engineers",
            "carried over from an earlier sentence",
            "The last source in the chain is not named.",
            "independence not established",
            "d2 shares text with d1",
            "CIRCULAR: d1 cites d2",
            "hedge dropped",
            "clock offset unknown",
            "Said by the collector, Ada Quill, not observed:",
            "author: unknown",
            "NOTHING FOUND",
            "harbour board minutes cranes Valmora",
            "Nobody has decided yet.",
        ):
            assert said in text


async def test_places_are_stepped_through(enter_small: Enter) -> None:
    async with enter_small() as room:
        assert "place 1 of 2" in room.screen.shown.document_title
        await room.press("right_square_bracket")
        assert "d2" in room.screen.shown.document_title
        assert "place 2 of 2" in room.screen.shown.document_title
        await room.press("right_square_bracket")
        assert "place 1 of 2" in room.screen.shown.document_title


async def test_one_pane_at_a_time_where_it_is_narrow(enter_small: Enter) -> None:
    async with enter_small() as room:
        panes = {name: room.screen.query_one(f"#{name}") for name in ("queue", "document")}
        assert panes["queue"].size.width > 70
        assert panes["document"].size.width == 0
        await room.press("2")
        assert panes["queue"].size.width == 0
        assert panes["document"].size.width > 70


async def test_all_panes_at_once_where_it_is_wide(enter_large: Enter) -> None:
    async with enter_large() as room:
        for name in ("queue", "document", "record"):
            assert room.screen.query_one(f"#{name}").size.height > 10


async def test_every_pane_is_reached_by_tab_and_by_number(enter: Enter) -> None:
    async with enter() as room:
        reached = []
        for key in ("tab", "tab", "tab", "shift+tab", "2", "1", "enter", "escape"):
            await room.press(key)
            assert room.screen.focused is not None
            reached.append(room.screen.focused.id)
        assert reached == [
            "document",
            "record",
            "queue",
            "record",
            "document",
            "queue",
            "record",
            "queue",
        ]


async def test_search_keeps_what_holds_the_words(enter: Enter) -> None:
    async with enter() as room:
        await room.press("slash")
        await room.write("ferry cross")
        assert [row.handle for row in room.screen.state.shown] == ["c3"]
        assert "1 of 6" in str(room.screen.query_one("#queue").border_title)
        await room.press("enter")
        assert room.screen.focused is not None
        assert room.screen.focused.id == "queue"
        await room.press("escape")
        assert len(room.screen.state.shown) == 6
        assert not room.screen.query(Input)


async def test_a_search_without_result_says_how_to_go_on(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("slash")
        await room.write("zzz")
        empty = room.screen.query_one("#empty")
        assert empty.size.height > 0
        assert "esc drops both" in str(empty.render())


async def test_filter_by_kind(enter: Enter) -> None:
    async with enter() as room:
        await room.press("f", "space", "enter")
        assert {row.type.value for row in room.screen.state.shown} == {"fact"}
        assert "fact" in str(room.screen.query_one("#queue").border_title)
        await room.press("escape")
        assert len(room.screen.state.shown) == 6


async def test_filter_by_flag_and_back_to_all(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("f", "tab", "tab", "c", "space", "enter")
        assert [row.handle for row in room.screen.state.shown] == ["c1"]
        await room.press("f", "delete", "enter")
        assert len(room.screen.state.shown) == 6


async def test_a_lead_leads_to_its_claims(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("l")
        assert "Find the minutes of the harbour board." in room.drawn("leads")
        assert "harbour board minutes cranes Valmora" in room.drawn("lead")
        await room.press("enter")
        assert [row.handle for row in room.screen.state.shown] == ["c1", "c6"]


async def test_what_would_fall_is_shown_and_nothing_is_written(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("i")
        drawn = room.app.screen.query_one("#impact", Page).sheet.text
        for words in ("If d1 fell: Valmora Post", "c1  B2 → F6", "then: No origin."):
            assert words in drawn
        assert "1 grade would change" in room.drawn("impact")
        await room.press("escape")
        assert room.app.screen is room.screen


async def test_an_alarm_is_seen_in_every_pane_without_scrolling(enter_small: Enter) -> None:
    path = "ALARM Valmora Post → Coast Radio → Valmora Post"
    async with enter_small() as room:
        assert path in str(room.screen.query_one("#queue").border_subtitle)
        await room.press("3")
        assert path in str(room.screen.query_one("#record").border_subtitle)
        assert "Coast Radio" in room.screen.query_one("#record", Page).sheet.text[:300]
        await room.press("1", "j")
        assert "ALARM" not in str(room.screen.query_one("#queue").border_subtitle)


async def test_help_lists_every_action(enter: Enter) -> None:
    async with enter() as room:
        await room.press("question_mark")
        text = room.app.screen.query_one("#help", Page).sheet.text
        for action in ACTIONS:
            assert action.sentence in text
            assert action.shown_keys in text
        await room.press("escape")
        assert room.app.screen is room.screen


async def test_the_palette_offers_every_action(enter_small: Enter) -> None:
    async with enter_small() as room:
        offered = {each.title for each in room.app.get_system_commands(room.screen)}
        for action in ACTIONS:
            if action.name != "palette":
                assert any(title.startswith(action.sentence) for title in offered)
        await room.press("ctrl+p")
        assert room.app.screen is not room.screen


async def test_an_empty_queue_says_what_to_do(enter: Enter) -> None:
    async with enter(FakeDesk(())) as room:
        assert "provenance capture" in str(room.screen.query_one("#empty").render())
        await room.press("a", "o", "d", "enter", "n", "j")
        assert room.desk.calls == []


async def test_reload_shows_what_came_in_the_meantime(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("j")
        room.desk.change_elsewhere(2)
        await room.press("f5")
        assert "C6" in room.drawn("queue")
        assert room.selected == "c2"


async def test_a_shut_workspace_ends_the_room_with_the_error() -> None:
    def factory() -> FakeDesk:
        raise SchemaVersionError("made by a newer program")

    app = ReviewRoom(factory)
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    app.close_desk()
    assert isinstance(app.return_value, SchemaVersionError)


async def test_the_first_claims_are_shown_before_all_are_read(enter_small: Enter) -> None:
    desk = FakeDesk()
    desk.first, desk.delay = 2, 0.1
    async with enter_small(desk) as room:
        await room.press("G")
        assert room.selected == "c6"
        assert room.head.endswith("6 of 6 open")
        assert "Claims 6 of 6" in str(room.screen.query_one("#queue", QueueList).border_title)
