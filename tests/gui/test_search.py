"""Search over all conversations in the sidebar: as one types, to the message, and back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain.ledger import Conversation, Message, Role, utc_now
from app.services import Reverie
from app.ui.textview import TextView
from app.ui.workspace import Workspace

Tell = Callable[..., list[str]]


@pytest.fixture
def tell(services: Reverie) -> Iterator[Tell]:
    """Stores a conversation, one message after the other; returns their ids."""
    told: list[str] = []

    def store(*texts: str, title: str = "A talk") -> list[str]:
        conversation, now = uuid.uuid4().hex, utc_now()
        ids = [f"{conversation}-{at}" for at in range(len(texts))]
        services.store.conversations.add(Conversation(conversation, title, now, now))
        for at, text in enumerate(texts):
            role = Role.USER if at % 2 == 0 else Role.ASSISTANT
            moment, parent = now + timedelta(seconds=at), ids[at - 1] if at else None
            services.store.messages.append(
                Message(ids[at], conversation, at, role, text, moment, parent)
            )
        told.append(conversation)
        return ids

    yield store
    for conversation in told:
        services.conversations.delete(conversation)


def type_in(qtbot: QtBot, workspace: Workspace, typed: str) -> None:
    """As a person does, and waits for what is found."""
    line = workspace.sidebar.search.line
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.waitUntil(lambda: workspace.sidebar.found._question == typed)


def found(workspace: Workspace) -> list[str | None]:
    return [hit.message for hit in workspace.sidebar.found.rows.hits]


def press(qtbot: QtBot, workspace: Workspace, key: Qt.Key) -> None:
    qtbot.keyClick(workspace.sidebar.search.line, key)


def go_to(qtbot: QtBot, workspace: Workspace, message: str) -> None:
    """With the arrows."""
    by = found(workspace).index(message) - workspace.sidebar.found.currentIndex().row()
    for _ in range(abs(by)):
        press(qtbot, workspace, Qt.Key.Key_Down if by > 0 else Qt.Key.Key_Up)
    assert workspace.sidebar.found.current().message == message


def opened_at(workspace: Workspace, message: str) -> bool:
    """Whether a message is shown, and in view."""
    view = workspace.chat_page.transcript.view_of(message)
    return view is not None and not view.visibleRegion().isEmpty()


def test_hits_take_the_place_of_the_list_while_one_types(
    qtbot: QtBot, workspace: Workspace, tell: Tell
) -> None:
    asked, told = tell("Where is the quokka?", "The Quokka lives on an island.")
    type_in(qtbot, workspace, "quok")
    assert set(found(workspace)[:2]) == {asked, told}, "before what may have been meant"
    assert workspace.sidebar.list.isHidden()
    assert workspace.sidebar.found.isVisible()
    type_in(qtbot, workspace, "quokak islnad")
    assert found(workspace) == [told]
    (hit,) = workspace.sidebar.found.rows.hits
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["Quokka", "island"]


def test_esc_clears_and_goes_back_to_where_one_was(
    qtbot: QtBot, workspace: Workspace, tell: Tell
) -> None:
    tell("The wombat digs.")
    workspace.activateWindow()
    composer = workspace.chat_page.composer.field
    composer.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(composer, Qt.Key.Key_F, modifiers)
    line = workspace.sidebar.search.line
    qtbot.waitUntil(line.hasFocus)
    type_in(qtbot, workspace, "wombat")
    press(qtbot, workspace, Qt.Key.Key_Escape)
    qtbot.waitUntil(composer.hasFocus)
    assert line.text() == ""
    qtbot.waitUntil(workspace.sidebar.list.isVisible)
    assert workspace.sidebar.found.isHidden()


def test_the_key_shows_a_hidden_sidebar(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.show_sidebar(False)
    workspace.search_conversations()
    qtbot.waitUntil(workspace.sidebar.search.line.hasFocus)
    assert workspace.sidebar.isVisible()


def test_enter_opens_the_conversation_at_the_message(
    qtbot: QtBot, workspace: Workspace, services: Reverie, tell: Tell
) -> None:
    ids = tell(*(f"Turn {at}. " + "Some talk. " * 40 for at in range(20)), "The numbat sleeps.")
    first = tell("A numbat once.", *(f"Turn {at}. " + "More talk. " * 40 for at in range(21)))[0]
    workspace.show_nights()
    type_in(qtbot, workspace, "numbat")
    assert set(found(workspace)) == {ids[-1], first}
    go_to(qtbot, workspace, first)
    press(qtbot, workspace, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened_at(workspace, first))
    assert workspace.pages.currentWidget() is workspace.chat_page
    assert not workspace.chat_page.transcript.at_bottom
    assert workspace.sidebar.found.isVisible(), "the next hit is one click away"


@pytest.mark.parametrize("role", [0, 1], ids=["question", "reply"])
def test_what_was_found_in_a_long_message_is_marked_and_in_view(
    qtbot: QtBot, workspace: Workspace, tell: Tell, role: int
) -> None:
    long = "Some words of a long text. " * 15
    text = "\n\n".join([long] * 60 + ["There the bilby digs. No bilbying here.", *[long] * 30])
    ids = tell(*["A beginning."] * role, text, "The end.", title="A long talk")
    type_in(qtbot, workspace, "bilby digs")
    go_to(qtbot, workspace, ids[role])
    press(qtbot, workspace, Qt.Key.Key_Return)
    transcript = workspace.chat_page.transcript

    def marks() -> list[tuple[TextView, QTextEdit.ExtraSelection]]:
        view = transcript.view_of(ids[role])
        texts = view.texts() if view is not None else []
        return [(text, mark) for text in texts for mark in text.extraSelections()]

    qtbot.waitUntil(lambda: [m.cursor.selectedText() for _, m in marks()] == ["bilby", "digs"])
    text, mark = marks()[0]

    def in_view() -> bool:
        spot = text.viewport().mapTo(transcript.viewport(), text.cursorRect(mark.cursor).center())
        return transcript.viewport().rect().contains(spot)

    qtbot.waitUntil(in_view)
    workspace.finding.open()
    assert marks() == []


def test_from_one_place_in_a_conversation_to_another(
    qtbot: QtBot, workspace: Workspace, tell: Tell
) -> None:
    talk = (f"Turn {at}. " + "Some talk. " * 40 for at in range(21))
    first, *_, last = tell("A potoroo hops.", *talk, "Two potoroos hop.")
    type_in(qtbot, workspace, "potoroo")
    for wanted in (last, first, last):
        go_to(qtbot, workspace, wanted)
        press(qtbot, workspace, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda wanted=wanted: opened_at(workspace, wanted))


def test_a_message_on_another_branch_is_brought_into_view(
    qtbot: QtBot, workspace: Workspace, services: Reverie, tell: Tell
) -> None:
    asked, old = tell("Which animal?", "The bilby, of course.")
    conversation = services.store.messages.get(asked).conversation
    other = Message("", conversation, 0, Role.ASSISTANT, "The dingo.", utc_now(), asked)
    services.store.messages.append(
        Message(uuid.uuid4().hex, conversation, 2, other.role, other.text, other.at, other.parent)
    )
    workspace.chat.open(conversation)
    qtbot.waitUntil(lambda: [m.text for m in workspace.chat.now.messages][-1:] == ["The dingo."])
    type_in(qtbot, workspace, "bilby")
    workspace.sidebar.found.open_current()
    qtbot.waitUntil(lambda: opened_at(workspace, old))
    assert services.conversations.get(conversation).leaf == old


def test_what_one_went_to_stays_chosen_while_one_types_on(
    qtbot: QtBot, workspace: Workspace, tell: Tell
) -> None:
    ids = tell("A cassowary here.", "A cassowary there.", "A cassowary anywhere.")
    type_in(qtbot, workspace, "casso")
    press(qtbot, workspace, Qt.Key.Key_Down)
    chosen = workspace.sidebar.found.current()
    assert chosen.message in ids
    type_in(qtbot, workspace, "cassow")
    assert workspace.sidebar.found.current().message == chosen.message
    description = workspace.sidebar.search.line.accessibleDescription()
    assert chosen.snippet.text in description


def test_nothing_found_is_said_calmly(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.activateWindow()
    workspace.search_conversations()
    qtbot.waitUntil(workspace.sidebar.search.line.hasFocus)
    type_in(qtbot, workspace, "zzqqxx")
    said = workspace.sidebar._nothing
    assert said.isVisible()
    assert "zzqqxx" in said.text()
    press(qtbot, workspace, Qt.Key.Key_Return)
    assert workspace.sidebar.search.line.hasFocus()


def test_a_deleted_conversation_leaves_the_hits_and_comes_back_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, tell: Tell
) -> None:
    (only,) = tell("An echidna walks by.")
    conversation = services.store.messages.get(only).conversation
    workspace.chat.listing.refresh()
    qtbot.waitUntil(lambda: workspace.sidebar.list.rows.row_of(conversation) >= 0)
    type_in(qtbot, workspace, "echidna")
    workspace.sidebar.list.asked.deleted.emit((conversation,))
    qtbot.waitUntil(lambda: found(workspace) == [])
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: found(workspace) == [only])


def test_model_text_in_a_snippet_is_plain(qtbot: QtBot, workspace: Workspace, tell: Tell) -> None:
    tell("What?", '<b>platypus</b> 😀😀 <img src="file:///etc/passwd"> platypus')
    type_in(qtbot, workspace, "platypus")
    (hit,) = workspace.sidebar.found.rows.hits
    assert "<b>platypus</b>" in hit.snippet.text
    assert not workspace.sidebar.found.grab().isNull()


def test_the_palette_finds_messages_too(qtbot: QtBot, workspace: Workspace, tell: Tell) -> None:
    _, told = tell("Which bird?", "The kookaburra laughs.")
    workspace.toggle_palette()
    palette = workspace.command_palette
    qtbot.keyClicks(palette.field, "kookabura")
    qtbot.waitUntil(lambda: palette.list.chosen() is not None)
    assert palette.list.chosen().key == told
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened_at(workspace, told))
    assert QApplication.activePopupWidget() is None
