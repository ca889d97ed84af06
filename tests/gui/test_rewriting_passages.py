"""A passage in other words: selected, asked for, taken hunk by hunk, with the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Provenance
from app.domain.provenance import Draft
from app.services import Reverie
from app.ui.hunkreview import HunkReview
from app.ui.hunks import Proposal, hunks
from app.ui.message import ReplyMessage
from app.ui.replyeditor import ReplyEditor
from app.ui.theme import Theme
from app.ui.workspace import Workspace

Ask = Callable[[str], ReplyMessage]
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BEFORE = "One cat sat down on the old mat and then it fell asleep for a very long time."
AFTER = "A cat sat down on the new mat and then it fell asleep for hours."


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """As a person does: to whatever has the focus."""
    qtbot.keyClick(QApplication.focusWidget(), key, held or Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def review(qtbot: QtBot, look: Theme) -> HunkReview:
    made = HunkReview()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    qtbot.waitUntil(made.isVisible)
    made.activateWindow()
    made.begin(f"Say: {BEFORE} End.", 5, 5 + len(BEFORE))
    made.propose(Proposal(5, BEFORE, hunks(BEFORE, AFTER)))
    qtbot.waitUntil(made.view.hasFocus)
    return made


def test_enter_takes_backspace_leaves_and_tab_goes_on(qtbot: QtBot, review: HunkReview) -> None:
    decided: list[list] = []
    review.decided.connect(decided.append)
    one, two, three = hunks(BEFORE, AFTER)
    assert "\u25b8" in review.view.toPlainText()
    assert "3 changes" in review.state.text()
    press(qtbot, Key.Key_Tab)
    assert review.view.accessibleDescription() == "removed: old; added: new"
    press(qtbot, Key.Key_Backspace)
    assert "removed: a very long time" in review.view.accessibleDescription()
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert "removed: One" in review.view.accessibleDescription()
    press(qtbot, Key.Key_Return)
    assert decided == []
    press(qtbot, Key.Key_Return)
    assert decided == [[one, three]]
    assert two not in decided[0]


@pytest.mark.parametrize(
    ("key", "held", "taken"),
    [
        (Key.Key_Return, SHIFT, 3),
        (Key.Key_Backspace, SHIFT, 0),
        (Key.Key_Escape, None, 0),
    ],
)
def test_one_key_answers_all_that_are_left(
    qtbot: QtBot, review: HunkReview, key: Qt.Key, held: Qt.KeyboardModifier | None, taken: int
) -> None:
    with qtbot.waitSignal(review.decided) as told:
        press(qtbot, key, held)
    assert len(told.args[0]) == taken


def test_tab_leaves_the_hunks_at_their_end_for_the_buttons(
    qtbot: QtBot, review: HunkReview
) -> None:
    for _ in range(3):
        press(qtbot, Key.Key_Tab)
    assert review.take.hasFocus()
    press(qtbot, Key.Key_Return)  # the third
    press(qtbot, Key.Key_Tab)
    assert review.leave.hasFocus()
    with qtbot.waitSignal(review.decided) as told:
        press(qtbot, Key.Key_Return)  # the second
        press(qtbot, Key.Key_Backspace)
    assert told.args[0] == [hunks(BEFORE, AFTER)[2]]


def test_the_model_rewrites_what_is_selected_and_nothing_is_silent(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write two sentences about a quiet lake in autumn.")
    written = reply.message.text
    workspace.activateWindow()
    reply.edit()
    editor, field = reply.editor, reply.editor.field
    for _ in range(5):  # a model of this size may write the very same again
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClick(field, Key.Key_A, CONTROL)
        qtbot.waitUntil(editor.bar.opener.isVisible)
        press(qtbot, Key.Key_R, CONTROL)
        qtbot.waitUntil(editor.bar.wishes[0].hasFocus)
        for _ in range(4):
            press(qtbot, Key.Key_Tab)
        assert editor.bar.own.hasFocus()
        qtbot.keyClicks(editor.bar.own, "say it as a pirate would")
        press(qtbot, Key.Key_Return)
        assert editor.review.isVisible()
        assert not field.isVisible()
        qtbot.waitUntil(
            lambda: bool(editor.review._hunks) or not editor.review.isVisible(), timeout=60_000
        )
        if editor.review._hunks:
            break
    assert field.text() == written  # until the person has decided
    press(qtbot, Key.Key_Return, SHIFT)
    assert not editor.review.isVisible()
    assert field.hasFocus()
    assert field.text() != written
    assert editor.draft().rewritten
    press(qtbot, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: reply.editor is None)
    edit = next(s for s in reply.signals if s.kind is Kind.EDIT)
    origins = {span.provenance for span in edit.spans}
    assert Provenance.REWRITTEN in origins
    assert Provenance.TYPED not in origins


def test_stopping_brings_the_text_back_as_it_was(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write two sentences about a loud city.")
    workspace.activateWindow()
    reply.edit()
    editor = reply.editor
    qtbot.waitUntil(editor.field.hasFocus)
    press(qtbot, Key.Key_R, CONTROL)  # nothing is selected: all of it
    assert editor.field.selected() == (0, len(reply.message.text))
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Return)
    assert editor.review.isVisible()
    press(qtbot, Key.Key_Escape)
    assert not editor.review.isVisible()
    assert editor.field.hasFocus()
    assert not editor.changed
    assert reply.editor is editor
    again = ask("Say hello.")  # and the model is free
    assert again.message.text


def test_what_is_selected_in_the_reply_is_selected_in_the_editor(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write one sentence about a lighthouse.")
    workspace.activateWindow()
    view = reply.prose.texts()[0]
    view.setFocus()
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, n=2)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 2)
    chosen = re.findall(r"\w+", cursor.selectedText())
    view.setTextCursor(cursor)
    qtbot.waitUntil(lambda: reply.correcting.bar is not None and reply.correcting.bar.isVisible())
    assert view.hasFocus()  # offered, nothing taken
    press(qtbot, Key.Key_R, CONTROL)
    start, end = reply.editor.field.selected()
    assert re.findall(r"\w+", reply.message.text[start:end]) == chosen
    assert reply.editor.bar.unfolded
    press(qtbot, Key.Key_Escape)
    assert reply.editor.field.hasFocus()
    assert not reply.editor.bar.isVisible()


def test_half_a_word_is_asked_for_as_the_word(qtbot: QtBot, look: Theme) -> None:
    editor = ReplyEditor(Draft("one two three"), "one two three")
    qtbot.addWidget(editor)
    editor.show()
    editor.offer_rewriting((5, 6))
    with qtbot.waitSignal(editor.rewrite) as told:
        editor.bar.wishes[0].click()
    assert told.args[0].passage == (4, 7)
