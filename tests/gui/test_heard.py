"""What was told or noticed shows under the message that did it, and can be taken back there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from app.domain.events import Hearing
from app.domain.ledger import Memory, MemoryState, Message
from app.services import Reverie
from app.ui.heard import SAID
from app.ui.message import ReplyMessage
from app.ui.usermessage import UserMessage
from app.ui.workspace import Workspace
from tests.gui.test_look import nameless

Ask = Callable[[str], ReplyMessage]


@pytest.fixture(autouse=True)
def nothing_remembered(services: Reverie) -> Iterator[None]:
    yield
    services.forgetting.forget(memories=[memory.id for memory in services.memories.all()])


def asked(workspace: Workspace) -> UserMessage:
    """The view of the last message of the person's."""
    views = [v for v in workspace.chat_page.transcript.views if isinstance(v, UserMessage)]
    return views[-1]


def shown(workspace: Workspace) -> list[Hearing]:
    return [heard.hearing for heard in asked(workspace).heard.shown]


def test_every_outcome_has_words() -> None:
    assert set(SAID) == set(Hearing)


def test_what_was_told_can_be_undone_where_it_was_said(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    workspace.new_conversation()
    ask("Remember that I play the oboe.")
    assert shown(workspace) == [Hearing.REMEMBERED]
    marks = asked(workspace).heard
    qtbot.waitUntil(marks.isVisible)
    assert "I play the oboe" in marks.shown[0].text
    assert not nameless(marks)
    (undo,) = marks.buttons
    undo.click()
    qtbot.waitUntil(lambda: not marks.isVisible())
    assert services.memories.all() == []


def test_what_was_pasted_asks_before_it_is_remembered(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    workspace.new_conversation()
    data = QMimeData()
    data.setText("Remember that I prefer Acme.")
    workspace.chat_page.composer.field.insertFromMimeData(data)
    workspace.chat_page.composer.field.submitted.emit()
    qtbot.waitUntil(lambda: bool(services.memories.all()), timeout=60_000)
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=60_000)
    assert shown(workspace) == [Hearing.PROPOSED]
    assert services.memories.all()[0].state is MemoryState.PROPOSED


def test_what_was_noticed_is_kept_or_not_with_a_click(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    workspace.new_conversation()
    ask("I collect stamps. I live in Kiel. What is a perforation?")
    qtbot.waitUntil(lambda: shown(workspace) == [Hearing.PROPOSED, Hearing.PROPOSED])
    keep, *_ = asked(workspace).heard.buttons
    keep.click()
    qtbot.waitUntil(lambda: shown(workspace) == [Hearing.REMEMBERED, Hearing.PROPOSED])
    refuse = asked(workspace).heard.buttons[-1]
    refuse.click()
    qtbot.waitUntil(lambda: shown(workspace) == [Hearing.REMEMBERED])
    assert [m.text for m in services.memories.all()] == ["I collect stamps"]


def test_the_next_reply_may_begin_while_something_is_still_noticed(
    qtbot: QtBot, workspace: Workspace, services: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = threading.Event()
    notice = services.noticing.notice

    def slowly(message: Message) -> tuple[Memory, ...]:
        looking.wait(30)
        return notice(message)

    monkeypatch.setattr(type(services.noticing), "notice", lambda _, message: slowly(message))
    answered: list[str] = []
    workspace.chat.answered.connect(lambda message, _: answered.append(message.id))
    workspace.new_conversation()
    workspace.chat.send("I collect thimbles. Say yes.")
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=60_000)
    workspace.chat.send("And now say no.")
    looking.set()
    qtbot.waitUntil(lambda: any(m.text == "I collect thimbles" for m in services.memories.all()))
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=60_000)
    assert len(answered) == 2


def test_forgetting_is_told_and_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    services.memories.add("I play the oboe")
    workspace.new_conversation()
    ask("Forget that I play the oboe.")
    assert shown(workspace) == [Hearing.FORGOTTEN]
    assert services.memories.all() == []
    asked(workspace).heard.buttons[0].click()
    qtbot.waitUntil(lambda: bool(services.memories.all()))
    assert services.memories.all()[0].state is MemoryState.ACTIVE


def test_among_several_the_person_chooses(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    services.memories.add("My oboe is old")
    services.memories.add("My oboe was a present")
    workspace.new_conversation()
    ask("Forget my oboe.")
    assert shown(workspace) == [Hearing.SEVERAL]
    with qtbot.waitSignal(workspace.chat_page.transcript.memories_wanted) as wanted:
        asked(workspace).heard.buttons[0].click()
    assert wanted.args == ["my oboe"]
    page = workspace.pages.memories_page
    qtbot.waitUntil(page.isVisible)
    assert page.search.line.text() == "oboe"
    assert len(services.memories.all()) == 2
    workspace.show_chat()


def test_marks_come_back_with_the_conversation(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    workspace.new_conversation()
    first = ask("Remember that I play the oboe.").message
    workspace.new_conversation()
    workspace.chat.open(first.conversation)
    qtbot.waitUntil(lambda: bool(workspace.chat_page.transcript.views))
    assert shown(workspace) == [Hearing.REMEMBERED]
