"""Keys really pressed: what they do, and how they are changed, switched off and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.services import Reverie
from app.settings import FILE, load_settings
from app.ui.actions import FIXED, Place
from app.ui.message import ReplyMessage
from app.ui.quickmodel import QuickModel
from app.ui.quickprompt import QuickPrompt
from app.ui.runner import Runner
from app.ui.shortcutsdialog import ShortcutsDialog
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS

Ask = Callable[[str], ReplyMessage]


@pytest.fixture(autouse=True)
def usual_keys(services: Reverie) -> Iterator[None]:
    yield
    services.change_settings(shortcuts={})


@pytest.fixture
def dialog(workspace: Workspace) -> Iterator[ShortcutsDialog]:
    made = workspace.show_shortcuts()
    made.activateWindow()
    yield made
    if isValid(made):
        made.reject()


def press(qtbot: QtBot, key: str, on: QWidget | None = None) -> None:
    """As typed: by the widget that has the focus."""
    pressed = QKeySequence(key)[0]
    target = on or QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, pressed.key(), pressed.keyboardModifiers())


def stored(services: Reverie) -> dict[str, str | None]:
    return load_settings(services.profile).shortcuts


def sidebar_toggles(qtbot: QtBot, workspace: Workspace, key: str) -> bool:
    before = workspace.sidebar.isHidden()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    press(qtbot, key, workspace.chat_page.composer.field)
    return workspace.sidebar.isHidden() != before


def test_every_usual_key_of_the_window_works_from_the_composer(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Say one.")
    page, field = workspace.chat_page, workspace.chat_page.composer.field
    workspace.activateWindow()
    QApplication.clipboard().clear()
    press(qtbot, "Ctrl+Shift+C", field)
    assert QApplication.clipboard().text() == reply.message.text
    press(qtbot, "Ctrl+E", field)
    assert reply.editor is not None
    press(qtbot, "Esc", reply.editor.field)
    assert reply.editor is None
    press(qtbot, "Ctrl+Shift+H", field)
    assert workspace.pages.currentWidget() is workspace.nights_page
    press(qtbot, "Ctrl+L", workspace)
    assert workspace.pages.currentWidget() is page
    press(qtbot, "Ctrl+N", field)
    assert workspace.chat.now.conversation is None
    press(qtbot, "Ctrl+K", field)
    assert workspace.command_palette.isVisible()
    press(qtbot, "Ctrl+K")
    assert not workspace.command_palette.isVisible()
    press(qtbot, "Ctrl+/", field)
    qtbot.waitUntil(lambda: bool(workspace.findChildren(ShortcutsDialog)))
    workspace.findChildren(ShortcutsDialog)[0].reject()


def test_up_in_an_empty_box_edits_the_last_reply(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Say one.")
    qtbot.keyClicks(workspace.chat_page.composer.field, "x")
    press(qtbot, "Up", workspace.chat_page.composer.field)
    assert reply.editor is None
    workspace.chat_page.composer.clear()
    press(qtbot, "Up", workspace.chat_page.composer.field)
    assert reply.editor is not None


def test_a_reply_is_written_again_but_never_over_a_correction(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Say one.")
    field = workspace.chat_page.composer.field
    workspace.activateWindow()
    reply.edit()
    press(qtbot, "Ctrl+Shift+R", field)
    assert workspace.chat.live is None
    reply.close_editor()
    press(qtbot, "Ctrl+Shift+R", field)
    assert workspace.chat.live is not None
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)


def test_keys_step_through_the_conversations(qtbot: QtBot, workspace: Workspace, ask: Ask) -> None:
    older = ask("Say one.").message.conversation
    workspace.new_conversation()
    newer = ask("Say two.").message.conversation
    field, rows = workspace.chat_page.composer.field, workspace.sidebar.list.rows
    qtbot.waitUntil(lambda: 0 < rows.row_of(newer) < rows.row_of(older))
    workspace.activateWindow()
    for key, there in (("Ctrl+PgDown", older), ("Alt+Up", newer), ("Ctrl+PgUp", newer)):
        press(qtbot, key, field)
        qtbot.waitUntil(lambda there=there: workspace.chat.now.conversation.id == there)


def test_sleep_now_shows_why_a_night_cannot_begin(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.waitUntil(lambda: bool(workspace.nights.state.missing))
    assert not workspace.nights.state.ready, "the ledger of these tests is too small for a night"
    workspace.activateWindow()
    press(qtbot, "Ctrl+Shift+L", workspace.chat_page.composer.field)
    assert workspace.pages.currentWidget() is workspace.nights_page
    assert not workspace.nights.running


def test_nothing_else_makes_shortcuts(workspace: Workspace) -> None:
    assert workspace.findChildren(QShortcut) == []
    listed = [key for keys in workspace.commands.map.in_force().values() for key in keys]
    assert len(listed) == len(set(listed)) > 15
    made = [key.toString() for a in workspace.commands._made.values() for key in a.shortcuts()]
    assert sorted(made) == sorted(listed)


def test_a_changed_key_holds_at_once_and_after_a_restart(
    qtbot: QtBot, workspace: Workspace, services: Reverie, dialog: ShortcutsDialog
) -> None:
    line = dialog.rows["sidebar"]
    line.key.setFocus()
    press(qtbot, "Space", line.key)
    assert line.key.text() == "Press a key …"
    press(qtbot, "Ctrl+J", line.key)
    assert line.key.text() == "Ctrl+J"
    assert line.key.accessibleName() == "Show or hide the sidebar: Ctrl+J"
    dialog.accept()
    assert sidebar_toggles(qtbot, workspace, "Ctrl+J")
    assert not sidebar_toggles(qtbot, workspace, "Ctrl+B")
    assert workspace.sidebar.fold.toolTip() == "Hide the sidebar (Ctrl+J)"
    assert workspace.chat_page.header.unfold.toolTip() == "Show the sidebar (Ctrl+J)"
    qtbot.waitUntil(lambda: stored(services) == {"sidebar": "Ctrl+J"})

    workspace.hide()
    runner = Runner()
    again = Workspace(services, runner)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.chat_page.header.model.text().startswith("SmolLM2"))
    assert sidebar_toggles(qtbot, again, "Ctrl+J")
    assert not sidebar_toggles(qtbot, again, "Ctrl+B")
    runner.close()


def test_a_key_that_is_taken_is_told_and_moves_only_when_agreed(
    qtbot: QtBot, workspace: Workspace, services: Reverie, dialog: ShortcutsDialog
) -> None:
    line = dialog.rows["sidebar"]

    def want(key: str) -> None:
        line.key.setFocus()
        press(qtbot, "Return", line.key)
        press(qtbot, key, line.key)

    want("Ctrl+N")
    assert "“New conversation”" in line.told.text()
    assert line.key.text() == "Ctrl+B"
    press(qtbot, "Space", line.leave)
    assert not line.told.isVisible()
    assert workspace.commands.keys("new-conversation") == ("Ctrl+N",)

    want("Ctrl+N")
    assert dialog.focusWidget() is line.use
    press(qtbot, "Space", line.use)
    assert line.key.text() == "Ctrl+N"
    assert dialog.rows["new-conversation"].key.text() == "No key"
    assert workspace.sidebar.new.toolTip() == "New conversation"
    qtbot.waitUntil(lambda: stored(services) == {"sidebar": "Ctrl+N", "new-conversation": None})
    dialog.accept()
    assert sidebar_toggles(qtbot, workspace, "Ctrl+N")


def test_a_shortcut_is_switched_off_and_put_back(
    qtbot: QtBot, workspace: Workspace, services: Reverie, dialog: ShortcutsDialog
) -> None:
    line = dialog.rows["sidebar"]
    line.off.click()
    assert line.key.text() == "No key"
    assert not line.off.isVisible()
    qtbot.waitUntil(lambda: stored(services) == {"sidebar": None})
    dialog.accept()
    assert not sidebar_toggles(qtbot, workspace, "Ctrl+B")

    again = workspace.show_shortcuts()
    line = again.rows["sidebar"]
    line.reset.click()
    assert line.key.text() == "Ctrl+B"
    assert not line.reset.isVisible()
    again.accept()
    assert sidebar_toggles(qtbot, workspace, "Ctrl+B")
    qtbot.waitUntil(lambda: stored(services) == {})


def test_a_reset_asks_before_it_takes_a_key_back(
    qtbot: QtBot, workspace: Workspace, dialog: ShortcutsDialog
) -> None:
    workspace.commands.choose(workspace.commands.map.give("sidebar", ("Ctrl+N",)))
    line = dialog.rows["new-conversation"]
    line.reset.click()
    assert "“Show or hide the sidebar”" in line.told.text()
    line.use.click()
    assert line.key.text() == "Ctrl+N"
    assert dialog.rows["sidebar"].key.text() == "No key"


def test_all_are_put_back_at_once(
    qtbot: QtBot, workspace: Workspace, services: Reverie, dialog: ShortcutsDialog
) -> None:
    assert not dialog.reset_all.isEnabled()
    dialog.rows["sidebar"].off.click()
    dialog.rows["settings"].key.heard.emit("F9")
    dialog.reset_all.click()
    assert workspace.commands.keys("settings") == ("Ctrl+,",)
    assert not dialog.reset_all.isEnabled()
    qtbot.waitUntil(lambda: stored(services) == {})


def test_a_sign_is_chosen_as_it_is_written(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    line = dialog.rows["nights"]
    line.key.setFocus()
    press(qtbot, "Space", line.key)
    qtbot.keyClick(line.key, Qt.Key.Key_Control)
    assert line.key.listening
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(line.key, Qt.Key.Key_Question, shifted)
    assert line.key.text() == "Ctrl+?"


def test_keys_for_writing_are_refused_with_the_reason(
    qtbot: QtBot, dialog: ShortcutsDialog
) -> None:
    line = dialog.rows["nights"]
    for key, why in (("Q", "writing"), ("Ctrl+C", "editing"), ("F2", "fixed")):
        line.key.setFocus()
        press(qtbot, "Space", line.key)
        press(qtbot, key, line.key)
        assert why in line.told.text()
        assert line.key.text() == "Ctrl+Shift+H"
    assert not line.use.isVisible()


def test_waiting_for_a_key_ends_with_esc_and_with_the_focus(
    qtbot: QtBot, dialog: ShortcutsDialog
) -> None:
    line = dialog.rows["nights"]
    line.key.setFocus()
    press(qtbot, "Space", line.key)
    press(qtbot, "Esc", line.key)
    assert dialog.isVisible()
    assert line.key.text() == "Ctrl+Shift+H"
    press(qtbot, "Space", line.key)
    press(qtbot, "Tab", line.key)
    assert not line.key.listening
    assert dialog.focusWidget() is line.off
    line.key.setFocus()
    press(qtbot, "Space", line.key)
    press(qtbot, "Backspace", line.key)
    assert line.key.text() == "No key"


def test_the_list_is_searched_by_name_and_by_key(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    assert dialog.focusWidget() is dialog.search

    def shown() -> set[str]:
        return {action for action, line in dialog.rows.items() if line.isVisible()}

    everything = shown()
    assert everything == set(dialog.rows)
    qtbot.keyClicks(dialog.search, "SIDEBAR")
    assert shown() == {"sidebar"}
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "ctrl+b")
    assert shown() == {"sidebar"}
    dialog.search.setText("lighthouse")
    assert shown() == set()
    assert dialog._nothing.isVisible()
    dialog.search.clear()
    assert shown() == everything
    assert len(FIXED) == sum(len(lines) for _, lines in dialog._places) - len(dialog.rows)


def test_the_keys_of_the_quick_prompt_are_listed(
    qtbot: QtBot, look: object, services: Reverie
) -> None:
    runner = Runner()
    prompt = QuickPrompt(QuickModel(services, runner))
    qtbot.addWidget(prompt)
    held = {s.key().toString() for s in prompt._outside_editor}
    told = {key for fixed in FIXED if fixed.place is Place.QUICK for key in fixed.keys}
    assert {key.replace("Return", "Enter") for key in held} <= told
    runner.close()


def test_keys_that_could_not_be_kept_do_not_hold(
    qtbot: QtBot, workspace: Workspace, services: Reverie, dialog: ShortcutsDialog
) -> None:
    file = services.profile / FILE
    file.unlink()
    file.mkdir()  # nothing can be written in its place
    try:
        dialog.rows["sidebar"].off.click()
        qtbot.waitUntil(dialog._banner.isVisible)
    finally:
        file.rmdir()
    assert dialog._banner.problem.known
    assert workspace.commands.keys("sidebar") == ("Ctrl+B",)
    assert dialog.rows["sidebar"].key.text() == "Ctrl+B"


def test_a_letter_with_ctrl_belongs_to_the_window_and_editing_to_the_field(
    qtbot: QtBot, workspace: Workspace
) -> None:
    field = workspace.chat_page.composer.field
    workspace.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "one two")
    press(qtbot, "Home", field)
    press(qtbot, "Ctrl+K", field)
    assert workspace.command_palette.isVisible()
    press(qtbot, "Esc")
    assert field.hasFocus()
    assert field.text() == "one two"
    press(qtbot, "Ctrl+A", field)
    press(qtbot, "Ctrl+X", field)
    assert field.text() == ""
    press(qtbot, "Ctrl+Z", field)
    assert field.text() == "one two"
    assert QApplication.clipboard().text() == "one two"
    workspace.chat_page.composer.clear()
