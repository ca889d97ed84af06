"""No word that somebody wrote in the chat window is lost, whatever comes in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Role, State
from app.domain.provenance import Draft
from app.services import Reverie
from app.services.drafts import NEW, unpacked
from app.ui.message import ReplyMessage
from app.ui.usermessage import UserMessage
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS
from tests.support.story import LONG_STORY

Ask = Callable[[str], ReplyMessage]
CONTROL = Qt.KeyboardModifier.ControlModifier


def settled(qtbot: QtBot, workspace: Workspace) -> None:
    """Until a reply is written and what is shown is what is stored."""
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    with qtbot.waitSignal(workspace.chat.settled):
        workspace.chat.synchronize()


def user_view(workspace: Workspace) -> UserMessage:
    view = next(v for v in workspace.chat_page.transcript.views if isinstance(v, UserMessage))
    assert view.message is not None
    return view


@pytest.fixture
def long_replies(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[None]:
    """One can be begun, and is being written until the test is over."""
    services.change_settings(max_tokens=1500)
    yield
    workspace.chat.stop()
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    services.change_settings(max_tokens=24)


def begin_long_reply(qtbot: QtBot, workspace: Workspace) -> str:
    """Elsewhere; the id of its conversation."""
    workspace.new_conversation()
    workspace.chat.send(LONG_STORY)
    qtbot.waitUntil(lambda: len(workspace.chat.live.text) > 10, timeout=PATIENCE_MS)
    return workspace.chat.live.conversation


def go_to(qtbot: QtBot, workspace: Workspace, conversation: str) -> None:
    workspace.open_conversation(conversation)
    qtbot.waitUntil(
        lambda: (
            workspace.chat.now.conversation is not None
            and workspace.chat.now.conversation.id == conversation
        )
    )


# messages that are being edited


def test_a_message_that_cannot_be_sent_again_now_stays_in_its_editor(
    qtbot: QtBot,
    workspace: Workspace,
    services: Reverie,
    ask: Ask,
    request: pytest.FixtureRequest,
) -> None:
    here = ask("Name a colour.").message.conversation
    settled(qtbot, workspace)
    request.getfixturevalue("long_replies")
    begin_long_reply(qtbot, workspace)
    go_to(qtbot, workspace, here)
    view = user_view(workspace)
    view.edit()
    view.editor.field.set_text("Name an animal.")
    view.editor.send.click()
    assert workspace.chat.live is not None, "else it was accepted"
    assert view.editor is not None and view.editor.text() == "Name an animal."
    assert "a reply is being written" in view.editor.hint.text()
    assert unpacked(services.drafts.text(view.message.id)) == Draft("Name an animal.")

    workspace.chat.stop()
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    services.change_settings(max_tokens=24)
    view.editor.send.click()
    settled(qtbot, workspace)
    assert services.conversations.messages(here)[0].text == "Name an animal."
    assert user_view(workspace).editor is None
    assert services.drafts.text(view.message.id) == ""


def test_a_message_that_could_not_be_changed_stays_in_its_editor(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    ask("Name a color.")
    settled(qtbot, workspace)
    view = user_view(workspace)
    view.edit()
    view.editor.field.set_text("Name a colour.")
    with services.store._handle.transaction() as db:
        db.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON messages BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    try:
        view.editor.keep.click()
        qtbot.waitUntil(workspace.banner.isVisible)
    finally:
        with services.store._handle.transaction() as db:
            db.execute("DROP TRIGGER refuse")
    assert view.editor is not None and view.editor.text() == "Name a colour."
    view.editor.keep.click()
    qtbot.waitUntil(lambda: view.editor is None)
    assert view.message.text == "Name a colour."


def test_copying_a_reply_leaves_the_correction_of_it_alone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about tea.")
    reply.edit()
    editor = reply.editor
    editor.field.set_text("tea, half a corr")
    with qtbot.waitSignal(workspace.chat.marked):
        workspace.chat_page.copy_last()
    assert [s.kind for s in reply.signals] == [Kind.ACCEPT]
    assert reply.editor is editor and editor.field.text() == "tea, half a corr"
    assert not reply.prose.isVisible() and not reply.tools.isVisible()
    assert unpacked(services.drafts.text(reply.message.id)) == Draft("tea, half a corr")


def test_a_correction_changed_on_its_page_leaves_the_next_one_alone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Write one sentence about bread.")
    written = reply.message.text
    reply.edit()
    reply.editor.field.set_text("bread. - k")
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None)
    reply.edit()
    reply.editor.field.set_text("bread, half a corr")
    (edit,) = reply.signals
    for change, state in (
        (lambda: services.gestures.set_learning(edit.id, False), [State.EXCLUDED]),
        (lambda: services.gestures.take_back(edit.id), []),
    ):
        change()
        with qtbot.waitSignal(workspace.chat.marked):
            workspace.chat.synchronize()
        assert [s.state for s in reply.signals] == state
        assert reply.editor is not None and reply.editor.field.text() == "bread, half a corr"
    assert reply.message.text == written
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None)
    assert [(s.reply, s.edited) for s in reply.signals] == [(written, "bread, half a corr")]


def test_undo_brings_back_nothing_that_was_written_elsewhere(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    page = workspace.chat_page
    here = ask("Name a bird.").message.conversation
    workspace.temporary_chat()
    qtbot.keyClicks(page.composer.field, "Wistfulcanary")
    go_to(qtbot, workspace, here)
    qtbot.keyClick(page.composer.field, Qt.Key.Key_Z, CONTROL)
    assert page.composer.text() == ""
    qtbot.keyClicks(page.composer.field, "half")
    workspace.chat.reload()
    with qtbot.waitSignal(workspace.chat.opened):
        pass
    assert page.composer.text() == "half"
    qtbot.keyClick(page.composer.field, Qt.Key.Key_Z, CONTROL)
    assert page.composer.text() in ("", "hal"), "one's own steps can still be undone"
    services.drafts.save()
    assert not any("Wistfulcanary" in text for text in services.store.dump())


def test_undo_leaves_a_draft_that_came_back_its_marks(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write one sentence about salt.")
    key, here = reply.message.id, reply.message.conversation
    reply.edit()
    draft = Draft("pasted, and mine", ((0, 6),))
    reply.editor.field.set_draft(draft)
    workspace.new_conversation()
    go_to(qtbot, workspace, here)
    editor = workspace.chat_page.transcript.reply(key).editor
    for _ in range(2):
        qtbot.keyClick(editor.field, Qt.Key.Key_Z, CONTROL)
        assert editor.draft() == draft


# what could not be sent


@pytest.fixture
def refuses(services: Reverie) -> Iterator[Callable[[str], None]]:
    """The store takes no more of a table, until the test is over."""

    def refuse(table: str) -> None:
        with services.store._handle.transaction() as db:
            db.execute(
                f"CREATE TRIGGER refuse BEFORE INSERT ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'full'); END"
            )

    yield refuse
    with services.store._handle.transaction() as db:
        db.execute("DROP TRIGGER IF EXISTS refuse")


def send(workspace: Workspace, text: str) -> None:
    workspace.chat_page.composer.set_text(text)
    workspace.chat_page.composer.button.click()


def test_what_was_not_stored_stands_before_what_was_written_since(
    qtbot: QtBot, workspace: Workspace, ask: Ask, refuses: Callable[[str], None], tmp_path: Path
) -> None:
    page = workspace.chat_page
    here = ask("Name a fish.").message.conversation
    (tmp_path / "pond.txt").write_text("Carp.")
    page.attach([tmp_path / "pond.txt"])
    qtbot.waitUntil(lambda: bool(workspace.chat.files.ready(here)))
    refuses("messages")
    send(workspace, "Which one is in the pond?")
    page.composer.set_text("and then")
    qtbot.waitUntil(workspace.banner.isVisible, timeout=PATIENCE_MS)
    whole = "Which one is in the pond?\n\nand then"
    qtbot.waitUntil(lambda: page.composer.text() == whole)
    assert [file.name for file in workspace.chat.files.ready(here)] == ["pond.txt"]
    assert len(page.transcript.views) == 2
    page.composer.clear()


def test_it_goes_back_to_where_it_was_written_and_leads_nobody_away(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, refuses: Callable[[str], None]
) -> None:
    page = workspace.chat_page
    there = ask("Name a star.").message.conversation
    for leave in (workspace.new_conversation, workspace.temporary_chat):
        go_to(qtbot, workspace, there)
        refuses("messages")
        send(workspace, "And a planet?")
        leave()
        qtbot.keyClicks(page.composer.field, "a new thought")
        qtbot.waitUntil(lambda: services.drafts.text(there) == "And a planet?")
        assert workspace.chat.now.conversation is None
        assert page.composer.text() == "a new thought"
        with services.store._handle.transaction() as db:
            db.execute("DROP TRIGGER refuse")
        services.drafts.write(there, "")
        page.composer.clear()


def test_a_first_message_that_was_not_stored_is_back_on_its_page(
    qtbot: QtBot, workspace: Workspace, services: Reverie, refuses: Callable[[str], None]
) -> None:
    page = workspace.chat_page
    workspace.new_conversation()
    refuses("conversations")
    send(workspace, "Name a river.")
    qtbot.waitUntil(lambda: page.composer.text() == "Name a river.", timeout=PATIENCE_MS)
    assert page.transcript.views == [] and page.empty.isVisible()
    send(workspace, "Name a river.")
    workspace.temporary_chat()
    qtbot.waitUntil(lambda: services.drafts.text(NEW) == "Name a river.", timeout=PATIENCE_MS)
    assert page.composer.text() == ""


def test_a_message_that_was_not_sent_again_is_back_in_its_editor(
    qtbot: QtBot, workspace: Workspace, ask: Ask, refuses: Callable[[str], None]
) -> None:
    ask("Name a metal.")
    settled(qtbot, workspace)
    view = user_view(workspace)
    view.edit()
    view.editor.field.set_text("Name a gas.")
    refuses("messages")
    view.editor.send.click()
    assert workspace.chat.live is not None
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: user_view(workspace).editor is not None)
    assert user_view(workspace).editor.text() == "Name a gas."
    assert workspace.chat_page.composer.text() == ""
    assert len(workspace.chat_page.transcript.views) == 2


# what was discarded


def test_what_was_discarded_comes_back_from_anywhere(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Write one sentence about silk.")
    key, here = reply.message.id, reply.message.conversation
    for leave in (workspace.new_conversation, workspace.temporary_chat, workspace.show_nights):
        workspace.chat_page.transcript.edit(key, Draft("silk, half a corr"))
        qtbot.keyClick(workspace.chat_page.transcript.reply(key).editor.field, Qt.Key.Key_Escape)
        leave()
        workspace.toast.button.click()
        qtbot.waitUntil(lambda: workspace.chat.now.holds(key))
        back = workspace.chat_page.transcript.reply(key)
        assert workspace.chat.now.conversation.id == here
        assert workspace.chat_page.isVisible()
        assert back.draft() == Draft("silk, half a corr")
        back.close_editor()


def test_ones_own_message_can_be_brought_back_after_esc(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    ask("Name a cloth.")
    settled(qtbot, workspace)
    view = user_view(workspace)
    view.edit()
    view.editor.field.set_text("Name a fine cloth.")
    qtbot.keyClick(view.editor.field, Qt.Key.Key_Escape)
    assert view.editor is None and services.drafts.text(view.message.id) == ""
    workspace.toast.button.click()
    assert view.editor is not None and view.editor.text() == "Name a fine cloth."
    view.close_editor()


# what is sent while a reply is being written


def test_what_is_sent_during_a_reply_waits_for_its_end(
    qtbot: QtBot, workspace: Workspace, services: Reverie, long_replies: None
) -> None:
    composer = workspace.chat_page.composer
    here = begin_long_reply(qtbot, workspace)
    qtbot.keyClicks(composer.field, "Shorter, please.")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.waiting and "as soon as the reply is done" in composer.hint.accessibleName()
    qtbot.keyClick(composer.field, Qt.Key.Key_Escape)
    assert workspace.chat.live is not None, "the first Esc is for what waits"
    assert not composer.waiting and composer.text() == "Shorter, please."
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    services.change_settings(max_tokens=24)
    first = workspace.chat.live
    composer.button.click()
    qtbot.waitUntil(lambda: workspace.chat.live not in (None, first), timeout=PATIENCE_MS)
    assert composer.text() == "" and not composer.waiting
    assert composer.button.accessibleName() == "Stop the reply"
    settled(qtbot, workspace)
    asked = [m.text for m in services.conversations.messages(here) if m.role is Role.USER]
    assert asked[1:] == ["Shorter, please."]


def test_what_waits_stays_where_it_is_when_the_reply_fails_or_the_person_leaves(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, refuses: Callable[[str], None]
) -> None:
    composer = workspace.chat_page.composer
    here = ask("Name a spice.").message.conversation
    refuses("messages")
    send(workspace, "And a herb?")
    composer.set_text("And a tree?")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.waiting
    qtbot.waitUntil(lambda: composer.text() == "And a herb?\n\nAnd a tree?", timeout=PATIENCE_MS)
    assert workspace.chat.live is None and not composer.waiting
    workspace.new_conversation()
    assert services.drafts.text(here) == "And a herb?\n\nAnd a tree?"
    services.drafts.write(here, "")
