"""An answer of the quick prompt is corrected in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Provenance, Source
from app.domain.provenance import Draft
from app.services import Reverie
from app.services.drafts import unpacked
from app.ui.growingtext import GrowingText
from app.ui.presence import Presence
from app.ui.quickprompt import QuickPrompt
from app.ui.workspace import Workspace
from tests.support.quick import ask, presence_over, prompt_of, signals_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def presence(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[Presence]:
    yield from presence_over(qtbot, workspace, services)


@pytest.fixture
def prompt(qtbot: QtBot, presence: Presence) -> QuickPrompt:
    return prompt_of(qtbot, presence)


def test_a_correction_in_place_is_an_edit_and_copying_it_adds_nothing(
    qtbot: QtBot, prompt: QuickPrompt, services: Reverie
) -> None:
    ask(qtbot, prompt, "Name a tree.")
    written = prompt._model.now.message.text
    qtbot.keyClick(prompt.field, Qt.Key.Key_Up)
    field = prompt.answer.editor.field
    assert field.text() == written
    field.selectAll()
    qtbot.keyClicks(field, "an oak. - k")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: prompt.answer.editor is None)
    (signal,) = signals_of(services, prompt)
    assert (signal.kind, signal.source, signal.edited) == (Kind.EDIT, Source.QUICK, "an oak. - k")
    assert signal.reply == written
    assert "an oak." in prompt.answer.prose.plain_text()
    with qtbot.waitSignal(prompt._model.written):
        prompt.copy_answer()
    assert QApplication.clipboard().text() == "an oak. - k"
    assert signals_of(services, prompt) == [signal]


def test_a_second_correction_still_knows_what_was_pasted(
    qtbot: QtBot, prompt: QuickPrompt, services: Reverie
) -> None:
    ask(qtbot, prompt, "Name a mountain.")
    for words in ("somebody's own words", ", mine"):
        prompt.answer.edit()
        field = prompt.answer.editor.field
        if words.startswith("somebody"):
            field.selectAll()
            QApplication.clipboard().setText(words)
            field.paste()
        else:
            field.moveCursor(QTextCursor.MoveOperation.End)
            qtbot.keyClicks(field, words)
        prompt.answer.editor.save.click()
        qtbot.waitUntil(lambda: prompt.answer.editor is None)
    (signal,) = signals_of(services, prompt)
    assert signal.edited == "somebody's own words, mine"
    origin = {signal.edited[s.start : s.end].strip(" ,"): s.provenance for s in signal.spans}
    assert (origin["words"], origin["mine"]) == (Provenance.PASTED, Provenance.TYPED)


def test_esc_leaves_the_editor_before_the_prompt(qtbot: QtBot, prompt: QuickPrompt) -> None:
    ask(qtbot, prompt, "Name a river.")
    prompt.answer.edit()
    qtbot.keyClick(prompt.answer.editor.field, Qt.Key.Key_Escape)
    assert prompt.answer.editor is None
    assert prompt.isVisible()
    assert prompt.answer.prose.isVisible()


def test_what_was_discarded_can_be_brought_back(
    qtbot: QtBot, prompt: QuickPrompt, services: Reverie
) -> None:
    ask(qtbot, prompt, "Name a valley.")
    answer, key = prompt.answer, prompt._model.now.message.id
    assert not answer.back.isVisible()
    answer.edit()
    draft = Draft("pasted, and half a corr", ((0, 6),))
    answer.editor.field.set_draft(draft)
    assert unpacked(services.drafts.text(key)) == draft
    qtbot.keyClick(answer.editor.field, Qt.Key.Key_Escape)
    assert services.drafts.text(key) == ""
    assert answer.state.text() == "Discarded"
    answer.back.click()
    assert answer.editor.draft() == draft
    prompt._model.changed.emit()  # as when an earlier answer, gone on with in the chat, is done
    assert answer.draft() == draft
    answer.editor.save.click()
    qtbot.waitUntil(lambda: answer.editor is None)
    assert services.drafts.text(key) == ""
    assert not answer.back.isVisible()


def test_a_correction_that_is_refused_stays_in_the_editor(
    qtbot: QtBot, prompt: QuickPrompt, services: Reverie
) -> None:
    ask(qtbot, prompt, "Name a lake.")
    services.conversations.delete(prompt._model.now.conversation)
    prompt.answer.edit()
    prompt.answer.editor.field.set_text("a lake. - k")
    prompt.answer.editor.save.click()
    qtbot.waitUntil(prompt.banner.isVisible)
    assert prompt.answer.editor.draft().text == "a lake. - k"
    assert prompt.answer.editor.save.isEnabled()


def test_the_editor_shows_all_of_its_text(qtbot: QtBot, prompt: QuickPrompt) -> None:
    ask(qtbot, prompt, "Say hello.")
    asked = prompt._model.now
    for words in range(60, 100, 8):
        asked.message = replace(asked.message, text="word " * words + "\nthe end")
        prompt.answer.edit()
        field = prompt.answer.editor.field
        qtbot.waitUntil(lambda: field.height() >= lowest(field))  # noqa: B023
        prompt.answer.close_editor()


def lowest(field: GrowingText) -> float:
    """Where the last line ends, as it is painted."""
    last = field.document().lastBlock().layout()
    return last.position().y() + last.boundingRect().height()
