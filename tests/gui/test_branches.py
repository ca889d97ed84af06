"""Versions of messages, replies that go on, and chats that leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Arm
from app.domain.provenance import Draft
from app.services import Reverie
from app.ui.message import ReplyMessage
from app.ui.usermessage import UserMessage
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS

Ask = Callable[[str], ReplyMessage]


def texts(services: Reverie, conversation: str) -> list[str]:
    return [message.text for message in services.conversations.messages(conversation)]


def user_view(workspace: Workspace) -> UserMessage:
    view = next(v for v in workspace.chat_page.transcript.views if isinstance(v, UserMessage))
    assert view.message is not None
    return view


@pytest.fixture
def settled(qtbot: QtBot, workspace: Workspace) -> Callable[[], None]:
    """Waits until a reply is written and what is shown is what is stored."""

    def wait() -> None:
        qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
        with qtbot.waitSignal(workspace.chat.settled):
            workspace.chat.synchronize()

    return wait


@pytest.fixture
def cut_replies(services: Reverie) -> Iterator[None]:
    services.change_settings(max_tokens=16, arm=Arm.BASE)
    yield
    services.change_settings(max_tokens=24, arm=None)


def test_a_message_sent_again_is_a_branch_and_the_picker_leads_back(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, settled: Callable[[], None]
) -> None:
    reply = ask("Name a colour.")
    conversation, first = reply.message.conversation, reply.message.text
    settled()
    view = user_view(workspace)
    view.edit()
    assert view.editor is not None and view.editor.field.hasFocus()
    view.editor.field.selectAll()
    qtbot.keyClicks(view.editor.field, "Name an animal.")
    qtbot.keyClick(view.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert texts(services, conversation)[0] == "Name an animal."
    view = user_view(workspace)
    assert view.versions.told.text() == "2 of 2"
    view.versions.back.click()
    qtbot.waitUntil(lambda: user_view(workspace).message.text == "Name a colour.")
    assert workspace.chat_page.transcript.last_reply().message.text == first
    assert texts(services, conversation) == ["Name a colour.", first]
    assert user_view(workspace).versions.told.text() == "1 of 2"


def test_the_old_reply_can_be_seen_again(
    qtbot: QtBot, workspace: Workspace, ask: Ask, settled: Callable[[], None]
) -> None:
    first = ask("Tell me something.").message
    settled()
    workspace.chat_page.transcript.last_reply().tools.redo.click()
    settled()
    reply = workspace.chat_page.transcript.last_reply()
    assert reply.message.id != first.id and reply.tools.versions.told.text() == "2 of 2"
    reply.tools.versions.back.click()
    qtbot.waitUntil(lambda: workspace.chat_page.transcript.last_reply().message.id == first.id)


def test_ones_own_words_are_put_right_without_an_answer(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, settled: Callable[[], None]
) -> None:
    reply = ask("Name a color.").message
    settled()
    view = user_view(workspace)
    view.edit()
    view.editor.field.set_text("Name a colour.")
    view.editor.keep.click()
    qtbot.waitUntil(lambda: texts(services, reply.conversation)[0] == "Name a colour.")
    settled()
    assert user_view(workspace).texts()[0].toPlainText() == "Name a colour."


def test_a_message_that_is_being_edited_survives_a_look_elsewhere(
    qtbot: QtBot, workspace: Workspace, ask: Ask, settled: Callable[[], None]
) -> None:
    here = ask("Name a tree.").message.conversation
    settled()
    user_view(workspace).edit(Draft("Name a big tree"))
    workspace.new_conversation()
    workspace.open_conversation(here)
    qtbot.waitUntil(lambda: workspace.chat.now.conversation is not None)
    qtbot.waitUntil(lambda: user_view(workspace).editor is not None)
    assert user_view(workspace).editor.text() == "Name a big tree"
    qtbot.keyClick(user_view(workspace).editor.field, Qt.Key.Key_Escape)
    assert user_view(workspace).editor is None


def test_a_cut_reply_goes_on_in_its_own_place(
    workspace: Workspace,
    services: Reverie,
    ask: Ask,
    settled: Callable[[], None],
    cut_replies: None,
) -> None:
    reply = ask("Write a long story about the sea.")
    settled()
    cut = reply.message
    assert reply.notes.resume.isVisible()
    reply.notes.resume.click()
    settled()
    after = workspace.chat_page.transcript.last_reply()
    assert after is reply and after.message.id == cut.id
    assert after.message.text.startswith(cut.text) and len(after.message.text) > len(cut.text)
    assert texts(services, cut.conversation)[-1] == after.message.text


def test_a_temporary_chat_is_marked_and_gone_once_it_is_left(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    before = [c.id for c in services.conversations.all()]
    qtbot.keyClick(
        workspace,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert workspace.chat_page.header.private.isVisible()
    reply = ask("Name a flower.")
    assert not reply.tools.up.isVisible() and not reply.tools.down.isVisible()
    assert reply.tools.copy.isVisible() and reply.tools.change.isVisible()
    conversation = reply.message.conversation
    assert services.conversations.is_temporary(conversation)
    reply.tools.copy.click()
    workspace.new_conversation()
    qtbot.waitUntil(lambda: not services.conversations.is_temporary(conversation))
    assert not workspace.chat_page.header.private.isVisible()
    assert [c.id for c in services.conversations.all()] == before
    assert conversation not in {s.session for s in services.signals.all()}
