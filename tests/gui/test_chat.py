"""Sending, streaming, stopping and writing again, with the real model behind the real window."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Role, Via
from app.services import Reverie
from app.ui.message import ReplyMessage
from app.ui.workspace import Workspace
from benchmarks.conversations import conversation
from tests.gui.conftest import PATIENCE_MS
from tests.support.story import LONG_STORY

Ask = Callable[[str], ReplyMessage]


def shown_text(reply: ReplyMessage) -> str:
    return reply.prose.plain_text()


def test_a_sent_message_is_answered_in_pieces_and_stored(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    page, grown = workspace.chat_page, []
    workspace.chat.grew.connect(lambda: grown.append(len(workspace.chat.live.text)))
    qtbot.keyClicks(page.composer.field, "Say hello to Ann.")
    qtbot.keyClick(page.composer.field, Qt.Key.Key_Return)
    assert page.composer.text() == ""
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)

    assert len(set(grown)) > 3, "the reply came all at once"
    conversation = services.conversations.all()[0]
    question, answer = services.conversations.messages(conversation.id)
    assert (question.role, question.text) == (Role.USER, "Say hello to Ann.")
    assert shown_text(page.transcript.last_reply()).split()[0] in answer.text
    assert conversation.title == "Say hello to Ann."
    qtbot.waitUntil(lambda: page.header.title.accessibleName() == "Say hello to Ann.")
    assert workspace.sidebar.list.rows.row_of(conversation.id) >= 0


def test_shift_enter_breaks_the_line_and_sends_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    field = workspace.chat_page.composer.field
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "two")
    assert field.text() == "one\ntwo"
    assert workspace.chat.live is None


def test_esc_stops_a_reply_and_keeps_what_was_written(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    services.change_settings(max_tokens=1500)
    try:
        workspace.chat.send(LONG_STORY)
        qtbot.waitUntil(
            lambda: workspace.chat.live is not None and len(workspace.chat.live.text) > 20,
            timeout=PATIENCE_MS,
        )
        composer = workspace.chat_page.composer
        assert composer.button.accessibleName() == "Stop the reply"
        qtbot.keyClick(composer.field, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=2000)
    finally:
        services.change_settings(max_tokens=24)
    reply = workspace.chat_page.transcript.last_reply()
    assert reply.message.partial
    assert reply.message.text
    assert composer.button.accessibleName() == "Send"


def test_writing_again_replaces_the_reply_and_is_a_reject(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    services.change_settings(max_tokens=200)
    try:
        first = ask("Name one colour, in one word.").message
    finally:
        services.change_settings(max_tokens=24)
    rejected = len([s for s in services.signals.all() if s.via is Via.REGENERATE])
    workspace.chat_page.transcript.last_reply().tools.redo.click()
    assert workspace.chat.live is not None
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    second = workspace.chat_page.transcript.last_reply().message
    assert second.id != first.id
    stored = services.conversations.messages(first.conversation)
    assert [m.id for m in stored if m.role is Role.ASSISTANT] == [second.id]
    again = [s for s in services.signals.all() if s.via is Via.REGENERATE]
    assert len(again) == rejected + (not first.partial)


def test_thumbs_toggle_and_exclude_each_other(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Say good night.")
    conversation = reply.message.conversation

    def kinds() -> list[Kind]:
        return [
            s.kind for s in services.gestures.signals_of(conversation).get(reply.message.id, [])
        ]

    reply.tools.up.click()
    qtbot.waitUntil(reply.tools.up.isChecked)
    assert kinds() == [Kind.ACCEPT]
    reply.tools.down.click()
    qtbot.waitUntil(lambda: reply.tools.down.isChecked() and not reply.tools.up.isChecked())
    assert kinds() == [Kind.REJECT]
    reply.tools.down.click()
    qtbot.waitUntil(lambda: not reply.tools.down.isChecked())
    assert kinds() == []


def test_copying_accepts_once_and_can_be_taken_back(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Say good morning.")

    def signals() -> list[Via]:
        found = services.gestures.signals_of(reply.message.conversation)
        return [s.via for s in found.get(reply.message.id, [])]

    reply.tools.copy.click()
    qtbot.waitUntil(reply.notes.marks.isVisible)
    reply.tools.copy.click()
    qtbot.wait(50)
    assert signals() == [Via.COPY]
    reply.notes.marks.buttons[0].click()
    qtbot.waitUntil(lambda: not reply.notes.marks.isVisible())
    assert signals() == []


def test_switching_away_keeps_the_draft_and_the_reply_in_the_making(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    first = ask("Say one.").message.conversation
    workspace.new_conversation()
    workspace.chat_page.composer.set_text("half a thought")
    workspace.chat.open(first)
    qtbot.waitUntil(lambda: workspace.chat_page.transcript.last_reply() is not None)
    assert workspace.chat_page.composer.text() == ""
    workspace.chat.send("And now say two.")
    workspace.new_conversation()
    assert workspace.chat_page.composer.text() == "half a thought"
    assert workspace.chat_page.transcript.live is None
    workspace.chat.open(first)
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(workspace.chat_page.transcript.views) == 4, timeout=PATIENCE_MS)
    texts = [shown_text(v) for v in workspace.chat_page.transcript.views if hasattr(v, "prose")]
    assert all(texts)


def test_a_killed_engine_costs_the_rest_of_one_reply(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    import os
    import signal

    ask("Say one.")
    services.change_settings(max_tokens=800)
    try:
        workspace.chat.send(LONG_STORY)
        qtbot.waitUntil(
            lambda: workspace.chat.live is not None and len(workspace.chat.live.text) > 20,
            timeout=PATIENCE_MS,
        )
        os.kill(services.models.engine().pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    finally:
        services.change_settings(max_tokens=24)
    assert workspace.banner.isVisible()
    assert workspace.banner.problem.title == "The model stopped in mid-reply"
    assert workspace.chat_page.transcript.last_reply().message.partial
    workspace.banner.hide()
    assert ask("Say two.").message.text


def test_a_prompt_that_is_too_long_is_told_and_not_lost(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    text = "word " * 6000
    workspace.chat.send(text)
    qtbot.waitUntil(workspace.banner.isVisible, timeout=PATIENCE_MS)
    problem = workspace.banner.problem
    assert problem.known
    assert all((problem.title, problem.sentence, problem.remedy))
    qtbot.waitUntil(lambda: workspace.chat.live is None)
    stored = [
        m.text
        for c in services.conversations.all()[:1]
        for m in services.conversations.messages(c.id)
    ]
    assert text.strip() in stored or workspace.chat_page.composer.text() == text.strip()


def test_page_keys_in_the_composer_turn_the_conversation_over(
    qtbot: QtBot, workspace: Workspace
) -> None:
    page = workspace.chat_page
    page.transcript.show_messages(conversation(40), {})
    page._stack.setCurrentWidget(page.transcript)
    qtbot.keyClick(page.composer.field, Qt.Key.Key_PageUp)
    assert not page.transcript.at_bottom
    qtbot.keyClick(page.composer.field, Qt.Key.Key_PageDown)
    assert page.transcript.at_bottom


def test_a_question_can_be_looked_for_once_it_is_answered(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    ask("Say hello to Bob.")
    qtbot.waitUntil(lambda: len(workspace.chat.now.messages) == 2)
    question = workspace.chat.now.messages[0]
    assert question.role is Role.USER
    assert workspace.chat_page.reveal_message(question.id)


def test_while_a_model_is_loaded_its_name_and_size_are_told(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    header, said = workspace.chat_page.header, []
    show = header.show_model
    monkeypatch.setattr(header, "show_model", lambda *told: (said.append(told[0]), show(*told)))
    workspace.serving.start()
    qtbot.waitUntil(lambda: header.model.text().startswith("SmolLM2"))
    assert re.fullmatch(r"Loading SmolLM2-135M \([\d.]+ MB\) …", said[1])
