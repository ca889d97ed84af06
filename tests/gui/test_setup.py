"""How a conversation is set up, and how full the context will be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Arm, Setup
from app.services import Reverie
from app.ui.message import ReplyMessage
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS
from tests.gui.test_look import nameless

Ask = Callable[[str], ReplyMessage]


def write(qtbot: QtBot, line, text: str) -> None:
    line.setText(text)
    line.editingFinished.emit()


def test_a_conversation_is_set_up_in_the_window_and_marked(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    conversation = ask("Say hello.").message.conversation
    header, panel = workspace.chat_page.header, workspace.chat_page.setup
    assert "changed" not in header.setup.accessibleName()
    header.setup.click()
    assert panel.isVisible() and nameless(panel) == []
    panel.system.set_text("Answer in one word.")
    panel.arm.activated.emit(1)
    write(qtbot, panel.numbers["temperature"].line, "0,5")
    write(qtbot, panel.numbers["max_tokens"].line, "16")
    panel.close_panel()
    wanted = Setup("Answer in one word.", Arm.BASE, temperature=0.5, max_tokens=16)
    qtbot.waitUntil(lambda: services.conversations.get(conversation).setup == wanted)
    assert "changed" in header.setup.accessibleName()
    assert ask("And again.").message.arm is Arm.BASE

    workspace.new_conversation()
    assert "changed" not in header.setup.accessibleName()
    workspace.open_conversation(conversation)
    qtbot.waitUntil(lambda: "changed" in header.setup.accessibleName())
    header.setup.click()
    assert panel.system.text() == "Answer in one word."
    panel.reset.click()
    panel.close_panel()
    qtbot.waitUntil(lambda: services.conversations.get(conversation).setup == Setup())
    assert panel.system.text() == "" and "changed" not in header.setup.accessibleName()


def test_numbers_out_of_range_are_told_and_not_taken(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.new_conversation()
    workspace.chat_page.setup.toggle()
    field = workspace.chat_page.setup.numbers["temperature"]
    for wrong in ("3", "-1", "warm", "nan"):
        write(qtbot, field.line, wrong)
        assert not field.error.isHidden(), wrong
        assert workspace.setup.now == Setup()
    seed = workspace.chat_page.setup.numbers["seed"]
    write(qtbot, seed.line, "1.5")
    assert not seed.error.isHidden() and workspace.setup.now.seed is None
    write(qtbot, field.line, "")
    assert field.error.isHidden()
    workspace.chat_page.setup.close_panel()


def test_an_empty_page_can_be_set_up_before_anything_is_sent(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    workspace.new_conversation()
    workspace.setup.change(arm=Arm.BASE, seed=7)
    reply = ask("Say hello.").message
    assert reply.arm is Arm.BASE
    assert services.conversations.get(reply.conversation).setup == Setup(arm=Arm.BASE, seed=7)
    workspace.new_conversation()
    assert workspace.setup.now == Setup()


def test_presets_are_saved_used_and_deleted(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    panel = workspace.chat_page.setup
    workspace.new_conversation()
    panel.toggle()
    panel.system.set_text("Be a poet.")
    panel.preset_name.setText("  Poet ")
    panel.save.click()
    wanted = Setup(system="Be a poet.")
    qtbot.waitUntil(lambda: workspace.setup.presets.get("Poet") == wanted)
    assert services.store.presets.all()["Poet"] == wanted
    panel.reset.click()
    assert workspace.setup.now == Setup()
    panel.preset.activated.emit(panel.preset.findText("Poet"))
    assert workspace.setup.now == wanted and panel.system.text() == "Be a poet."
    panel.preset_name.setText("Poet")
    panel.delete.click()
    qtbot.waitUntil(lambda: "Poet" not in workspace.setup.presets)
    assert workspace.setup.now == wanted, "what is in force stays"
    panel.close_panel()


def test_esc_closes_the_panel_and_gives_the_focus_back(qtbot: QtBot, workspace: Workspace) -> None:
    panel, button = workspace.chat_page.setup, workspace.chat_page.header.setup
    workspace.activateWindow()
    button.click()
    qtbot.waitUntil(panel.system.hasFocus)
    qtbot.keyClick(panel.system, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    qtbot.waitUntil(button.hasFocus)


def test_the_meter_follows_what_is_typed(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.new_conversation()
    meter, composer = workspace.chat_page.composer.meter, workspace.chat_page.composer
    qtbot.waitUntil(lambda: not meter.bar.isHidden())
    empty = meter.bar.value()
    composer.set_text("A few words more. " * 20)
    qtbot.waitUntil(lambda: meter.bar.value() > empty + 60)
    assert meter.warning.isHidden()
    assert "tokens" in meter.bar.toolTip()
    composer.set_text("word " * 6000)
    qtbot.waitUntil(lambda: not meter.warning.isHidden(), timeout=PATIENCE_MS)
    assert meter.bar.value() == meter.bar.maximum()
    composer.clear()


def test_the_meter_keeps_its_figure_where_the_engine_cannot_tell(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    ask("Say hello.")
    meter = workspace.chat_page.composer.meter
    qtbot.waitUntil(lambda: not meter.bar.isHidden())
    figure = meter.bar.value()
    workspace.weighing._show(None)  # what a busy engine comes to
    assert (meter.bar.isHidden(), meter.bar.value()) == (False, figure)
    workspace.new_conversation()
    assert meter.bar.isHidden(), "a figure of another conversation"
