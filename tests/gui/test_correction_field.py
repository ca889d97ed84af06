"""The field of a correction knows what was pasted into it, and shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.provenance import Draft
from app.ui.correctionfield import CorrectionField
from app.ui.hunks import hunks
from app.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
START, END = QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End


@pytest.fixture
def field(qtbot: QtBot, look: Theme) -> CorrectionField:
    made = CorrectionField("Your version")
    qtbot.addWidget(made)
    made.set_draft(Draft("good day."))
    made.breathe()
    made.resize(400, 200)
    made.show()
    return made


def paste(qtbot: QtBot, field: CorrectionField, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(field, Key.Key_V, CONTROL)


def pasted(field: CorrectionField) -> list[str]:
    draft = field.draft()
    return [draft.text[start:end] for start, end in draft.pasted]


def test_typing_before_within_and_after_never_counts_as_pasted(
    qtbot: QtBot, field: CorrectionField
) -> None:
    field.moveCursor(START)
    paste(qtbot, field, "http://a.example ")
    qtbot.keyClicks(field, "so ")
    assert pasted(field) == ["http://a.example "]
    field.moveCursor(START)
    qtbot.keyClicks(field, "see ")
    assert field.text() == "see http://a.example so good day."
    assert pasted(field) == ["http://a.example "]
    for _ in range(4):
        qtbot.keyClick(field, Key.Key_Right)
    qtbot.keyClicks(field, "XY")
    assert pasted(field) == ["http", "://a.example "]


def test_what_is_typed_over_is_no_longer_pasted_and_undo_brings_it_back(
    qtbot: QtBot, field: CorrectionField
) -> None:
    field.moveCursor(END)
    paste(qtbot, field, " bye bye")
    field.select((10, 13))
    qtbot.keyClicks(field, "ok")
    assert field.text() == "good day. ok bye"
    assert pasted(field) == [" ", " bye"]
    while "ok" in field.text() or "o " in field.text():
        qtbot.keyClick(field, Key.Key_Z, CONTROL)
    assert pasted(field) == [" bye bye"]


def test_a_line_typed_under_a_pasted_one_is_ones_own(qtbot: QtBot, field: CorrectionField) -> None:
    field.moveCursor(END)
    paste(qtbot, field, "one\ntwo")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.keyClicks(field, "mine")
    assert field.text() == "good day.one\ntwo\nmine"
    assert pasted(field) == ["one\ntwo"]


def test_what_an_input_method_writes_is_ones_own(qtbot: QtBot, field: CorrectionField) -> None:
    field.moveCursor(END)
    paste(qtbot, field, "pasted")
    event = QInputMethodEvent()
    event.setCommitString("\u4f60\u597d")
    QApplication.sendEvent(field, event)
    assert field.text().endswith("pasted\u4f60\u597d")
    assert pasted(field) == ["pasted"]


def test_dropping_counts_as_pasting(qtbot: QtBot, field: CorrectionField) -> None:
    data = QMimeData()
    data.setText("dropped")
    place = QPointF(field.cursorRect().center())
    event = QDropEvent(
        place,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    field.dropEvent(event)
    assert "dropped" in field.text()
    assert pasted(field) == ["dropped"]


def test_moving_ones_own_words_is_no_pasting(qtbot: QtBot, field: CorrectionField) -> None:
    field.select((0, 4))
    qtbot.keyClick(field, Key.Key_X, CONTROL)
    field.moveCursor(END)
    qtbot.keyClick(field, Key.Key_V, CONTROL)
    assert field.text() == " day.good"
    assert pasted(field) == []


def test_pasted_words_that_are_moved_stay_pasted(qtbot: QtBot, field: CorrectionField) -> None:
    field.moveCursor(START)
    paste(qtbot, field, "foreign ")
    field.select((0, 8))
    qtbot.keyClick(field, Key.Key_X, CONTROL)
    field.moveCursor(END)
    qtbot.keyClick(field, Key.Key_V, CONTROL)
    assert pasted(field) == ["foreign "]


def test_places_are_counted_in_characters(qtbot: QtBot, field: CorrectionField) -> None:
    field.moveCursor(START)
    qtbot.keyClicks(field, "a")
    field.insertPlainText("\U0001f331\U0001f331")
    paste(qtbot, field, "\U0001f332!")
    assert pasted(field) == ["\U0001f332!"]
    field.select((1, 3))
    assert field.selected() == (1, 3)


def test_a_draft_comes_back_with_its_marks_and_they_are_shown(
    qtbot: QtBot, field: CorrectionField
) -> None:
    draft = Draft("one \U0001f331 two three", pasted=((4, 6),), rewritten=((10, 15),))
    field.set_draft(draft)
    assert field.draft() == draft
    shown = [
        (mark.cursor.selectedText(), mark.format.underlineStyle().name)
        for mark in field.extraSelections()
    ]
    assert shown == [("\U0001f331 ", "DotLine"), ("three", "DashUnderline")]


def test_hunks_are_taken_as_one_step_and_leave_other_marks(
    qtbot: QtBot, field: CorrectionField
) -> None:
    text = "pasted words that I would very much like to keep, and some that are long"
    field.set_draft(Draft(text, pasted=((0, 6),)))
    after = "pasted words that I would very much like to keep, and some short"
    field.take(0, hunks(text, after))
    draft = field.draft()
    assert draft.text == after
    assert draft.pasted == ((0, 6),)
    assert [after[s:e] for s, e in draft.rewritten] == ["short"]
    qtbot.keyClick(field, Key.Key_Z, CONTROL)
    assert field.draft() == Draft(text, pasted=((0, 6),))


def test_undo_cannot_take_the_marks_off_a_draft(qtbot: QtBot, field: CorrectionField) -> None:
    draft = Draft("pasted, and mine", ((0, 6),))
    field.set_draft(draft)
    qtbot.keyClicks(field, "!")
    for _ in range(3):
        field.undo()
    assert field.draft() == draft
