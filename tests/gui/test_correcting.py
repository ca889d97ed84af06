"""Correcting a reply in place: the gesture that all learning comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Provenance, State, Via
from app.domain.provenance import Draft
from app.services import Reverie
from app.ui.correction import Changes
from app.ui.diffview import DiffView, Form
from app.ui.message import ReplyMessage
from app.ui.replyeditor import ReplyEditor
from app.ui.theme import Theme
from app.ui.workspace import Workspace

Ask = Callable[[str], ReplyMessage]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def forms_as_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReplyEditor, "form", Form.OFF)
    monkeypatch.setattr(Changes, "form", Form.INLINE)


def edits(services: Reverie, reply: ReplyMessage) -> list:
    found = services.gestures.signals_of(reply.message.conversation).get(reply.message.id, [])
    return [s for s in found if s.kind is Kind.EDIT]


def test_one_click_edits_in_place_and_saving_leaves_a_signal_a_mark_and_a_diff(
    qtbot: QtBot, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about rain.")
    written = reply.message.text
    reply.tools.change.click()
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
    assert reply.notes.correction.isVisible()
    assert not reply.notes.correction.unfolded
    reply.notes.correction.mark.click()
    whole = reply.notes.correction.changes.diff.whole
    qtbot.waitUntil(lambda: "+" in whole.toPlainText())
    assert "\N{MINUS SIGN}" in whole.toPlainText()
    assert "added:" in whole.accessibleDescription()


def test_take_back_restores_what_the_model_wrote(qtbot: QtBot, services: Reverie, ask: Ask) -> None:
    reply = ask("Write one sentence about snow.")
    written = reply.message.text
    reply.edit()
    reply.editor.field.set_text("snow. - k")
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None and reply.notes.correction.isVisible())
    reply.notes.correction.back.click()
    qtbot.waitUntil(lambda: not reply.notes.correction.isVisible())
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
    assert reply.tools.change.hasFocus()
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
    assert again.editor.field.text() == "half a correction"


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


def test_only_here_keeps_the_text_and_learns_nothing_until_it_is_switched(
    qtbot: QtBot, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about mist.")
    reply.edit()
    reply.editor.field.set_text("mist. - k")
    qtbot.keyClick(reply.editor.field, Qt.Key.Key_Return, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: reply.editor is None)
    (edit,) = edits(services, reply)
    assert edit.state is State.EXCLUDED
    assert reply.notes.correction.mark.text() == "Corrected, only here"
    for state, mark in (
        (State.ACTIVE, "Corrected"),
        (State.EXCLUDED, "Corrected, only here"),
    ):
        reply.notes.correction.switch.click()
        qtbot.waitUntil(lambda mark=mark: reply.notes.correction.mark.text() == mark)
        assert edits(services, reply)[0].state is state


def test_what_was_discarded_can_be_brought_back_with_its_marks(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write one sentence about frost.")
    reply.edit()
    QApplication.clipboard().setText("pasted ")
    reply.editor.field.moveCursor(QTextCursor.MoveOperation.Start)
    reply.editor.field.paste()
    draft = reply.editor.draft()
    qtbot.keyClick(reply.editor.field, Qt.Key.Key_Escape)
    assert reply.editor is None
    assert workspace.toast.isVisible()
    workspace.toast.button.click()
    assert reply.editor.draft() == draft
    assert draft.pasted == ((0, 7),)


def test_what_was_pasted_is_explained_and_reaches_the_ledger(
    qtbot: QtBot, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about clouds.")
    reply.edit()
    assert "Dotted" not in reply.editor._hint.text()
    QApplication.clipboard().setText("https://a.example/clouds ")
    reply.editor.field.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(reply.editor.field, Qt.Key.Key_V, CONTROL)
    assert "Dotted" in reply.editor._hint.text()
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None)
    (edit,) = edits(services, reply)
    pasted = [s for s in edit.spans if s.provenance is Provenance.PASTED]
    assert [edit.edited[s.start : s.end] for s in pasted] == ["https://a.example/clouds "]
    reply.edit()  # once more: nothing is forgotten
    assert reply.editor.draft().pasted == ((0, 25),)


def test_ctrl_z_after_saving_goes_back_one_version(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about thunder.")
    written = reply.message.text
    workspace.activateWindow()
    for version in ("thunder. - k", "thunder, again. - k"):
        reply.edit()
        reply.editor.field.set_text(version)
        qtbot.keyClick(reply.editor.field, Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: reply.editor is None)
        qtbot.waitUntil(reply.tools.change.hasFocus)
    qtbot.keyClick(reply.tools.change, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: reply.message.text == "thunder. - k")
    assert [e.edited for e in edits(services, reply)] == ["thunder. - k"]
    reply.edit()
    reply.editor.field.set_text("other")
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None)
    reply.notes.correction.back.click()
    qtbot.waitUntil(lambda: reply.message.text == written)
    qtbot.keyClick(reply.tools.change, Qt.Key.Key_Z, CONTROL)  # was taken back: nothing to undo
    assert workspace.banner.isHidden()
    assert edits(services, reply) == []


def test_changes_are_shown_while_one_writes_in_either_form(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write two sentences about a long river.")
    reply.edit()
    editor = reply.editor
    assert not editor.changes.isVisible()
    editor.forms.buttons[Form.INLINE].click()
    qtbot.keyClicks(editor.field, " zebra")
    qtbot.waitUntil(lambda: "+zebra" in editor.changes.whole.toPlainText().replace("+ ", "+"))
    assert "added: zebra" in editor.changes.whole.accessibleDescription()
    editor.forms.buttons[Form.SIDES].click()
    assert "zebra" in editor.changes.after.toPlainText()
    assert "zebra" not in editor.changes.before.toPlainText()
    editor.forms.buttons[Form.OFF].click()
    assert not editor.changes.isVisible()


def test_the_sides_stand_one_above_the_other_where_it_is_narrow(qtbot: QtBot, look: Theme) -> None:
    changes = DiffView()
    qtbot.addWidget(changes)
    changes.set_form(Form.SIDES)
    changes.show()
    with qtbot.waitSignal(changes.shown):
        changes.compare("one two", "one three")
    for width, beside in ((900, True), (300, False)):
        changes.resize(width, 400)
        qtbot.waitUntil(lambda beside=beside: (changes.before.x() < changes.after.x()) is beside)


def test_long_equal_parts_unfold_with_a_key_and_fold_again(qtbot: QtBot, look: Theme) -> None:
    words = " ".join(f"word{n}" for n in range(60))
    changes = DiffView()
    qtbot.addWidget(changes)
    changes.show()
    with qtbot.waitSignal(changes.shown):
        changes.compare(words + " end", words + " finish")
    assert "word3 " not in changes.whole.toPlainText()
    changes.activateWindow()
    changes.whole.setFocus()
    qtbot.keyClick(changes.whole, Qt.Key.Key_Tab)
    qtbot.keyClick(changes.whole, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "word3 " in changes.whole.toPlainText())
    qtbot.keyClick(changes.whole, Qt.Key.Key_Tab)
    qtbot.keyClick(changes.whole, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "word3 " not in changes.whole.toPlainText())


def test_in_a_temporary_chat_the_editor_promises_no_learning(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    workspace.temporary_chat()
    reply = ask("Write one sentence about dusk.")
    reply.edit()
    editor = reply.editor
    assert editor.save.text() == "Save" and not editor.only_here.isVisible()
    assert "nothing is learned" in editor._hint.text()
    editor.field.set_draft(Draft("dusk. - k", ((0, 4),)))
    assert "nothing is learned" in editor._hint.text()
    editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None)
    assert reply.message.text == "dusk. - k" and reply.signals == ()
