"""Correcting a reply in place: the gesture that all learning comes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Via
from app.services import Reverie
from app.ui.message import ReplyMessage
from app.ui.workspace import Workspace

Ask = Callable[[str], ReplyMessage]
CONTROL = Qt.KeyboardModifier.ControlModifier


def edits(services: Reverie, reply: ReplyMessage) -> list:
    found = services.gestures.signals_of(reply.message.conversation).get(reply.message.id, [])
    return [s for s in found if s.kind is Kind.EDIT]


def test_one_click_edits_in_place_and_saving_leaves_a_signal_a_mark_and_a_diff(
    qtbot: QtBot, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about rain.")
    written = reply.message.text
    reply.change.click()
    field = reply.editor.field
    assert field.text() == written
    assert field.hasFocus()
    assert not reply.prose.isVisible()
    field.selectAll()
    qtbot.keyClicks(field, "rain again. - k")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: reply.editor is None)

    (edit,) = edits(services, reply)
    assert (edit.via, edit.reply, edit.edited) == (Via.EDIT, written, "rain again. - k")
    assert reply.message.text == "rain again. - k"
    assert "rain again." in reply.prose.plain_text()
    assert reply.correction.isVisible()
    assert not reply.correction.unfolded
    reply.correction.mark.click()
    shown = reply.correction._diff.toPlainText()
    assert "+" in shown
    assert "\N{MINUS SIGN}" in shown
    assert "added:" in reply.correction._diff.accessibleDescription()


def test_take_back_restores_what_the_model_wrote(qtbot: QtBot, services: Reverie, ask: Ask) -> None:
    reply = ask("Write one sentence about snow.")
    written = reply.message.text
    reply.edit()
    reply.editor.field.set_text("snow. - k")
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None and reply.correction.isVisible())
    reply.correction.back.click()
    qtbot.waitUntil(lambda: not reply.correction.isVisible())
    assert edits(services, reply) == []
    assert reply.message.text == written
    assert services.conversations.messages(reply.message.conversation)[-1].text == written


def test_ctrl_e_opens_the_last_reply_and_esc_leaves_it_as_it_was(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about wind.")
    written = reply.message.text
    workspace.activateWindow()
    qtbot.keyClick(workspace.chat_page.composer.field, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: reply.editor is not None)
    qtbot.keyClicks(reply.editor.field, "xyz")
    qtbot.keyClick(reply.editor.field, Qt.Key.Key_Escape)
    assert reply.editor is None
    assert reply.prose.isVisible()
    assert reply.change.hasFocus()
    assert reply.message.text == written
    assert edits(services, reply) == []


def test_up_in_an_empty_box_edits_the_last_reply(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write one sentence about fog.")
    field = workspace.chat_page.composer.field
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert reply.editor is None
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert reply.editor is not None


def test_saving_without_a_change_is_no_signal(services: Reverie, ask: Ask) -> None:
    reply = ask("Write one sentence about hail.")
    reply.edit()
    reply.editor.save.click()
    assert reply.editor is None
    assert edits(services, reply) == []


def test_an_emptied_reply_is_told_and_the_editor_stays_open(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about ice.")
    reply.edit()
    reply.editor.field.set_text("  ")
    reply.editor.save.click()
    qtbot.waitUntil(workspace.banner.isVisible)
    assert workspace.banner.problem.known
    assert workspace.banner.details.isHidden()
    assert reply.editor is not None
    assert reply.editor.field.text() == "  "
    assert reply.editor.save.isEnabled()
    assert edits(services, reply) == []


def test_a_half_written_correction_survives_a_look_elsewhere(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write one sentence about dew.")
    conversation = reply.message.conversation
    reply.edit()
    reply.editor.field.set_text("half a correction")
    workspace.new_conversation()
    workspace.chat.open(conversation)
    page = workspace.chat_page
    qtbot.waitUntil(lambda: page.transcript.last_reply() is not None)
    again = page.transcript.last_reply()
    assert again is not reply
    assert again.editor is not None
    assert again.editor.text() == "half a correction"


def test_a_second_correction_replaces_the_first(qtbot: QtBot, services: Reverie, ask: Ask) -> None:
    reply = ask("Write one sentence about sun.")
    written = reply.message.text
    for version in ("sun. - k", "sun, again. - k"):
        reply.edit()
        reply.editor.field.set_text(version)
        reply.editor.save.click()
        qtbot.waitUntil(lambda: reply.editor is None)
    (edit,) = edits(services, reply)
    assert (edit.reply, edit.edited) == (written, "sun, again. - k")
