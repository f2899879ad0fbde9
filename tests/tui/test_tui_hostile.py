"""Captured text that would drive a terminal, hide or pass for markup is shown as it is."""

from tests.tui.driver import Enter
from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_views import identity

HOSTILE = (
    "The [bold]board[/bold] \x1b[31msold\x1b[0m the \u202ecranes\u202c "
    "to a\u200b firm [@click=app.quit]here[/] on Monday."
)
SHOWN = (
    "The [bold]board[/bold] \u241b[31msold\u241b[0m the \u27e8U+202E\u27e9cranes\u27e8U+202C\u27e9"
)


def hostile_desk() -> FakeDesk:
    desk = FakeDesk((HOSTILE, "A quiet sentence about the weather at sea."))
    view = desk.views[identity("c", 1)]
    finding = view.findings[0].model_copy(update={"sentence": HOSTILE, "search": (HOSTILE,)})
    desk.views[view.id] = view.model_copy(update={"findings": (finding,), "circular": (HOSTILE,)})
    doc = desk.documents["d1"]
    desk.documents["d1"] = doc.model_copy(update={"title": HOSTILE, "outlet": HOSTILE})
    desk.flags[view.id] = ("[red]flag",)
    return desk


def is_safe(drawn: str) -> bool:
    return not any(mark in drawn for mark in ("\x1b", "\u202e", "\u202c", "\u200b", "\x07"))


async def test_every_pane_shows_hostile_text_literally(enter: Enter) -> None:
    async with enter(hostile_desk()) as room:
        assert "The [bold]board[/bold] \u241b[31msold" in room.drawn("queue")
        assert "[red]flag" in room.drawn("queue")
        await room.press("d")
        drawn = room.drawn("document")
        assert SHOWN[:50] in drawn
        await room.press("3")
        assert "[bold]board[/bold]" in room.drawn("record")
        for pane in ("queue", "document", "record"):
            assert is_safe(room.drawn(pane))
        title = room.screen.shown.document_title
        assert "[bold]" in title
        assert is_safe(title)


async def test_dialogs_and_messages_show_hostile_text_literally(enter_large: Enter) -> None:
    async with enter_large(hostile_desk()) as room:
        await room.press("o")
        about = str(room.app.screen.query_one("#about").render())
        assert SHOWN in about
        assert is_safe(about)
        await room.press("escape", "f")
        assert "[ ] [red]flag" in str(room.app.screen.query_one("#flags").render())


async def test_the_marked_stretch_is_exact_though_hidden_characters_grow(enter: Enter) -> None:
    async with enter(hostile_desk()) as room:
        await room.press("d")
        page = room.screen.shown.document_sheet()[0]
        span = next(span for span in page.spans if span.style == "claim")
        assert page.text[span.start : span.end] == HOSTILE


async def test_a_quote_that_is_gone_is_said_and_not_marked_elsewhere(enter_small: Enter) -> None:
    desk = FakeDesk()
    doc = desk.documents["d1"]
    desk.documents["d1"] = doc.model_copy(update={"text": "A new first line.\n" + doc.text})
    async with enter_small(desk) as room:
        sheet, _ = room.screen.shown.document_sheet()
        assert sheet.spans == ()
        assert "does not stand at its place" in str(
            room.screen.query_one("#document").border_subtitle
        )
