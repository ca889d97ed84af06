"""A reply in the making belongs to one place; what is read or written there stays as it is when
something else comes or goes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.domain.ledger import Message, Role
from app.services import Reverie
from app.services.rewriting import Wish
from app.ui.hunks import Proposal
from app.ui.message import ReplyMessage
from app.ui.replyeditor import Request
from app.ui.workspace import Workspace
from benchmarks.conversations import conversation
from tests.gui.conftest import PATIENCE_MS, SHORT_REPLY

Ask = Callable[[str], ReplyMessage]


def replies(workspace: Workspace) -> list[ReplyMessage]:
    return [v for v in workspace.chat_page.transcript.views if isinstance(v, ReplyMessage)]


def stored(services: Reverie, count: int) -> str:
    """A conversation of so many messages, in the store."""
    made, parent = services.conversations.new(), None
    for message in conversation(count):
        one = replace(message, id=uuid.uuid4().hex, conversation=made.id, parent=parent)
        parent = services.conversations.append(one).id
    return made.id


def test_a_reply_that_is_written_again_stands_alone_also_after_a_look_elsewhere(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    first = ask("Tell me about the sea.").message
    services.change_settings(max_tokens=400)
    try:
        workspace.chat.regenerate()
        workspace.new_conversation()
        workspace.open_conversation(first.conversation)
        qtbot.waitUntil(lambda: workspace.chat_page.transcript.live is not None)
        assert len(replies(workspace)) == 1
    finally:
        services.change_settings(max_tokens=SHORT_REPLY)
        workspace.chat.stop()
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    assert len(replies(workspace)) == 1


def test_what_is_asked_while_the_store_is_busy_stays_of_its_kind(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    """As while an import runs: another kind of page is shown before there is a conversation."""
    before = {c.id for c in services.conversations.all()}
    workspace.new_conversation()
    with services.store.transaction():
        workspace.chat.send("Name a colour.")
        workspace.temporary_chat()
        assert workspace.chat.live_here is None
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    assert workspace.chat.now.conversation is None and workspace.chat.now.temporary
    assert workspace.chat_page.transcript.views == []
    workspace.new_conversation()
    qtbot.waitUntil(lambda: len(services.conversations.all()) == len(before) + 1)


def test_a_temporary_chat_that_is_left_at_once_ends_and_shows_up_nowhere(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    before = [c.id for c in services.conversations.all()]
    workspace.temporary_chat()
    workspace.chat.send("Name a secret.")
    live = workspace.chat.live
    workspace.new_conversation()
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    assert workspace.chat.now.conversation is None and not workspace.chat.now.temporary
    assert workspace.chat_page.composer.text() == ""
    qtbot.waitUntil(lambda: not services.conversations.is_temporary(live.conversation))
    assert [c.id for c in services.conversations.all()] == before


def test_what_is_forgotten_elsewhere_does_not_move_what_is_read(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    shown, page = stored(services, 30), workspace.chat_page
    workspace.open_conversation(shown)
    qtbot.waitUntil(lambda: len(workspace.chat.now.messages) == 30)
    page.reveal_message(workspace.chat.now.messages[9].id)
    read = page.transcript._anchor.entry.message.id
    workspace.sidebar.list.setFocus()
    with qtbot.waitSignal(workspace.chat.settled):
        workspace.deleting.forgotten.emit()
    assert workspace.sidebar.list.hasFocus()
    assert page.transcript._anchor.entry.message.id == read and not page.transcript.at_bottom


def test_what_is_shown_anew_keeps_the_place_the_caret_and_the_focus(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    """A message more, written by somebody else."""
    shown, page = stored(services, 29), workspace.chat_page
    workspace.open_conversation(shown)
    qtbot.waitUntil(lambda: len(workspace.chat.now.messages) == 29)
    page.reveal_message(workspace.chat.now.messages[9].id)
    read = page.transcript._anchor.entry.message.id
    page.composer.set_text("half a thought")
    cursor = page.composer.field.textCursor()
    cursor.setPosition(4)
    page.composer.field.setTextCursor(cursor)
    last = workspace.chat.now.messages[-1]
    more = Message(uuid.uuid4().hex, shown, 0, Role.ASSISTANT, "More.", last.at, last.id)
    services.conversations.append(more)
    workspace.chat.read_again(shown)
    qtbot.waitUntil(lambda: len(workspace.chat.now.messages) == 30)
    assert page.transcript._anchor.entry.message.id == read and not page.transcript.at_bottom
    assert page.composer.field.textCursor().position() == 4
    page.composer.clear()


def test_one_rewriting_overtakes_another_and_each_is_stopped_alone(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    rewriting, told = workspace.chat.rewriting, list[tuple[str, Proposal | None]]()
    rewriting.proposed.connect(lambda key, proposal: told.append((key, proposal)))
    text = "I am writing to let you know that I will unfortunately not be able to attend."
    request = Request(text, (0, len(text)), Wish.SHORTER)
    rewriting.ask("a", request)
    rewriting.ask("b", request)
    assert told == [("a", None)]
    rewriting.stop("a")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE_MS)
    assert told[1][0] == "b" and told[1][1] is not None
