"""Ctrl+K: one field, what fits underneath, and nothing that moves under the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import Reverie
from app.ui.commandpalette import CommandPalette
from app.ui.message import ReplyMessage
from app.ui.runner import Runner
from app.ui.sources import Row, Show
from app.ui.workspace import Workspace
from tests.gui.test_look import nameless

Ask = Callable[[str], ReplyMessage]


@pytest.fixture
def palette(qtbot: QtBot, workspace: Workspace) -> CommandPalette:
    workspace.activateWindow()
    workspace.show_chat()
    qtbot.keyClick(
        workspace.chat_page.composer.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier
    )
    assert workspace.command_palette.isVisible()
    return workspace.command_palette


def titles(palette: CommandPalette) -> list[str]:
    rows = palette.list.rows
    return [str(rows.index(place).data()) for place in rows.places()]


def chosen(palette: CommandPalette) -> str:
    found = palette.list.chosen()
    return found.title if found is not None else ""


def test_it_opens_with_all_commands_and_their_keys(
    workspace: Workspace, palette: CommandPalette
) -> None:
    assert palette.field.hasFocus()
    assert palette.window() is workspace.window(), "no window of its own"
    rows = palette.list.rows
    found = {row.title: row.detail for p in rows.places() if (row := rows.row_at(rows.index(p)))}
    assert found["Settings"] == "Ctrl+,"
    assert found["New conversation"] == "Ctrl+N"
    assert "Stop the reply" not in found, "nothing is being written"
    assert "Search and commands" not in found
    assert nameless(palette) == []


def test_typing_filters_and_enter_runs(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    qtbot.keyClicks(palette.field, "sidbar")
    assert chosen(palette) == "Show or hide the sidebar"
    assert palette.field.accessibleDescription() == "Show or hide the sidebar, Ctrl+B"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert workspace.sidebar.isHidden()
    assert workspace.chat_page.composer.field.hasFocus()


def test_what_was_used_last_comes_first(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    for typed in ("nights", "write a"):
        qtbot.keyClicks(palette.field, typed)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        workspace.toggle_palette()
    assert titles(palette)[:2] == ["Write a message", "Nights"]


def test_arrows_go_round_and_pass_over_headings(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette, ask: Ask
) -> None:
    palette.close_palette()
    ask("Say hello to the lighthouse.")
    qtbot.waitUntil(lambda: bool(workspace.chat.listing.visible()))
    workspace.toggle_palette()
    every = titles(palette)
    assert len({palette.list.rows.name_at(p)[0] for p in palette.list.rows.places()}) == 2
    seen = []
    for _ in every:
        seen.append(chosen(palette))
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert seen == every
    assert chosen(palette) == every[0]
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == every[-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert chosen(palette) == every[0]
    assert palette.field.hasFocus()


def test_a_conversation_is_found_by_its_title_and_opened_with_the_mouse(
    qtbot: QtBot, workspace: Workspace, services: Reverie, palette: CommandPalette, ask: Ask
) -> None:
    palette.close_palette()
    there = ask("Say one.").message.conversation
    services.conversations.rename(there, "Émile's birthday")
    workspace.chat.listing.refresh()
    workspace.new_conversation()
    qtbot.waitUntil(lambda: workspace.chat.listing.visible()[0].title == "Émile's birthday")
    workspace.toggle_palette()
    qtbot.keyClicks(palette.field, "emile")
    assert chosen(palette) == "Émile's birthday"
    spot = palette.list.visualRect(palette.list.currentIndex()).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not palette.isVisible()
    qtbot.waitUntil(
        lambda: (here := workspace.chat.now.conversation) is not None and here.id == there
    )


def test_esc_and_a_click_beside_it_close_it_and_the_focus_goes_back(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    workspace.chat_page.composer.set_text("half a thought")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert workspace.chat_page.composer.field.hasFocus()
    workspace.sidebar.list.setFocus()
    workspace.toggle_palette()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()
    assert workspace.sidebar.list.hasFocus()
    assert workspace.chat_page.composer.text() == "half a thought"
    workspace.chat_page.composer.clear()


def test_another_key_of_the_window_closes_it_too(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not palette.isVisible()
    assert workspace.chat_page.composer.field.hasFocus()


def test_nothing_fits(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClicks(palette.field, "zqzq")
    assert titles(palette) == []
    assert palette._nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


class Late:
    """Answers in the background, once it is let."""

    heading = "Messages"

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self.let: dict[str, Event] = {}
        self.answered: list[str] = []

    def find(self, typed: str, show: Show) -> None:
        let = self.let.setdefault(typed, Event())
        rows = [Row(f"m{i}", f"{typed} {i}", "", "chat", lambda: None) for i in range(3)]

        def work() -> list[Row]:
            assert let.wait(30)
            return rows

        def tell(found: list[Row]) -> None:
            self.answered.append(typed)
            show(found)

        self._runner.call(work, tell)


class Ready:
    """Answers at once."""

    heading = "Commands"

    def find(self, typed: str, show: Show) -> None:  # noqa: ARG002
        show([Row(f"c{i}", f"Command {i}", "", "chat", lambda: None) for i in range(20)])


@pytest.fixture
def late(qtbot: QtBot, look: object) -> Iterator[tuple[Late, CommandPalette]]:
    runner = Runner()
    source = Late(runner)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    palette = CommandPalette(host, (source, Ready()))
    palette.open_palette()
    yield source, palette
    for let in source.let.values():
        let.set()
    runner.close()


def test_what_comes_late_does_not_move_what_is_chosen(
    qtbot: QtBot, late: tuple[Late, CommandPalette]
) -> None:
    source, palette = late
    qtbot.keyClicks(palette.field, "x")
    for _ in range(15):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    before = palette.list.visualRect(palette.list.currentIndex())
    field = palette.field.mapTo(palette, palette.field.rect().topLeft())
    source.let["x"].set()
    qtbot.waitUntil(lambda: len(titles(palette)) == 23)
    assert titles(palette)[-1] == "x 2"
    assert chosen(palette) == "Command 15"
    assert palette.list.visualRect(palette.list.currentIndex()) == before
    assert palette.field.mapTo(palette, palette.field.rect().topLeft()) == field


def test_a_late_answer_to_an_old_question_is_dropped(
    qtbot: QtBot, late: tuple[Late, CommandPalette]
) -> None:
    source, palette = late
    qtbot.keyClicks(palette.field, "ab")
    source.let["a"].set()
    qtbot.waitUntil(lambda: "a" in source.answered)
    assert len(titles(palette)) == 20
    source.let["ab"].set()
    qtbot.waitUntil(lambda: len(titles(palette)) == 23)
    assert titles(palette)[-3:] == ["ab 0", "ab 1", "ab 2"]


def test_it_fits_into_a_small_window(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.resize(workspace.minimumSizeHint())
    workspace.toggle_palette()
    palette = workspace.command_palette
    assert palette.rect().contains(palette.panel.geometry())
    assert QApplication.activePopupWidget() is None
