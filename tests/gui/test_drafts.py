"""What was being written is there again, after a look elsewhere and after the window was closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.provenance import Draft
from app.services import Reverie
from app.services.drafts import NEW, unpacked
from app.ui.desktop import Desktop
from app.ui.message import ReplyMessage
from app.ui.workspace import Workspace
from tests.gui.conftest import PASSPHRASE, PATIENCE_MS

Ask = Callable[[str], ReplyMessage]


@pytest.fixture
def opened(
    qtbot: QtBot, look: object, models_folder: Path, profile: Path
) -> Iterator[Callable[[], Desktop]]:
    made: list[Desktop] = []

    def open_one() -> Desktop:
        desktop = Desktop(profile, lambda: PASSPHRASE)
        made.append(desktop)
        desktop.open()
        qtbot.waitUntil(lambda: desktop.window.workspace is not None, timeout=PATIENCE_MS)
        desktop.services.change_settings(max_tokens=16)
        return desktop

    yield open_one
    for desktop in made:
        close(qtbot, desktop)
        desktop.window.deleteLater()


def close(qtbot: QtBot, desktop: Desktop) -> None:
    if not desktop._closing:
        with qtbot.waitSignal(desktop.ended, timeout=PATIENCE_MS):
            desktop.window.close()


def test_drafts_and_a_half_written_correction_survive_a_restart(
    qtbot: QtBot, opened: Callable[[], Desktop]
) -> None:
    first = opened()
    work = first.window.workspace
    work.chat.send("Say hello.")
    qtbot.waitUntil(
        lambda: work.chat.live is None and bool(work.chat.now.messages), timeout=PATIENCE_MS
    )
    conversation = work.chat.now.conversation.id
    reply = work.chat_page.transcript.last_reply()
    reply.edit()
    reply.editor.field.set_draft(Draft("hey, half a corr", ((0, 3),), ((5, 9),)))
    asked = work.chat_page.transcript.views[0]
    qtbot.waitUntil(lambda: asked.message is not None)
    asked.edit()
    asked.editor.field.set_text("Say hello, but")
    work.chat_page.composer.set_text("and then I want")
    work.new_conversation()
    qtbot.keyClicks(work.chat_page.composer.field, "something new")
    close(qtbot, first)

    work = opened().window.workspace
    assert work.chat_page.composer.text() == "something new"
    work.open_conversation(conversation)
    qtbot.waitUntil(lambda: work.chat_page.transcript.last_reply() is not None)
    page = work.chat_page
    assert page.composer.text() == "and then I want"
    draft = page.transcript.last_reply().draft()
    assert draft == Draft("hey, half a corr", ((0, 3),), ((5, 9),))
    assert page.transcript.views[0].editor.text() == "Say hello, but"
    assert page.composer.field.hasFocus() or not page.window().isActiveWindow()


def test_what_was_written_in_the_quick_prompt_survives_a_restart(
    qtbot: QtBot, opened: Callable[[], Desktop]
) -> None:
    first = opened()
    prompt = first.presence.prompt
    prompt.appear()
    prompt.field.set_text("Say hello.")
    qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not prompt._model.answering, timeout=PATIENCE_MS)
    asked = prompt._model.now
    prompt.answer.edit()
    prompt.answer.editor.field.set_draft(Draft("hey, half a corr", ((0, 3),)))
    prompt.field.set_text("and half a quest")
    prompt.hide()
    close(qtbot, first)

    second = opened()
    assert second.presence.prompt.field.text() == "and half a quest"
    work = second.window.workspace
    work.open_conversation(asked.conversation)
    qtbot.waitUntil(lambda: work.chat_page.transcript.last_reply() is not None)
    draft = work.chat_page.transcript.last_reply().draft()
    assert draft == Draft("hey, half a corr", ((0, 3),))


def test_what_is_written_anew_is_there_after_a_look_elsewhere(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    page = workspace.chat_page
    first = ask("Count to three.").message
    asked = page.transcript.views[0]
    qtbot.waitUntil(lambda: asked.message is not None)
    asked.edit()
    asked.editor.field.set_text("Count to four.")
    page.transcript.last_reply().edit()
    page.transcript.last_reply().editor.field.set_text("1 2")
    workspace.new_conversation()
    assert page.transcript.views == []
    workspace.open_conversation(first.conversation)
    qtbot.waitUntil(lambda: page.transcript.last_reply() is not None)
    assert [view.draft() for view in page.transcript.views] == [
        Draft("Count to four."),
        Draft("1 2"),
    ]
    for view in page.transcript.views:
        view.close_editor()
    workspace.new_conversation()
    workspace.open_conversation(first.conversation)
    qtbot.waitUntil(lambda: page.transcript.last_reply() is not None)
    assert all(view.editor is None for view in page.transcript.views)


def test_drafts_of_a_temporary_chat_end_with_it(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, tmp_path: Path
) -> None:
    page = workspace.chat_page
    qtbot.keyClicks(page.composer.field, "an ordinary thought")
    workspace.temporary_chat()
    assert page.composer.text() == ""
    qtbot.keyClicks(page.composer.field, "Wistfulcanary")
    (tmp_path / "secret.txt").write_text("Wistfulcanary")
    page.attach([tmp_path / "secret.txt"])
    workspace.new_conversation()
    assert page.composer.text() == "an ordinary thought"
    assert page.composer.file_row.chips == []
    workspace.temporary_chat()
    assert page.composer.text() == ""
    assert page.composer.file_row.chips == []

    reply = ask("Say hello.")
    place = reply.message.id
    reply.edit()
    reply.editor.field.set_text("Wistfulcanary, hello")
    workspace.chat.reload()
    qtbot.waitUntil(lambda: page.transcript.reply(place) is not reply)
    assert page.transcript.reply(place).draft() == Draft("Wistfulcanary, hello")
    assert services.drafts.text(place) == ""
    workspace.new_conversation()
    services.drafts.save()
    assert not any("Wistfulcanary" in text for text in services.store.dump())


def test_a_draft_is_saved_when_the_person_pauses(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    qtbot.keyClicks(workspace.chat_page.composer.field, "half a thought")
    qtbot.waitUntil(lambda: services.store.drafts.all().get(NEW) == "half a thought")


def test_nothing_is_left_of_a_draft_that_was_sent(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    qtbot.keyClicks(workspace.chat_page.composer.field, "Say hell")
    qtbot.waitUntil(lambda: NEW in services.store.drafts.all())
    conversation = ask("Say hello.").message.conversation
    qtbot.waitUntil(lambda: not {NEW, conversation} & set(services.store.drafts.all()))


def test_what_is_written_while_the_first_reply_is_made_belongs_to_its_conversation(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    page = workspace.chat_page
    workspace.chat.send("Say hello.")
    page.composer.set_text("and then")
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    conversation = workspace.chat.now.conversation.id
    qtbot.waitUntil(lambda: services.drafts.text(conversation) == "and then")
    assert services.drafts.text(NEW) == ""
    workspace.new_conversation()
    assert page.composer.text() == ""


def test_a_correction_that_is_saved_or_left_leaves_no_draft(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    reply = ask("Count to three.")
    place = reply.message.id
    reply.edit()
    reply.editor.field.set_text("1 2 3")
    assert unpacked(services.drafts.text(place)) == Draft("1 2 3")
    reply.editor.discarded.emit()
    assert services.drafts.text(place) == ""
    workspace.toast.button.click()
    assert unpacked(services.drafts.text(place)) == Draft("1 2 3")
    reply.close_editor()
    assert services.drafts.text(place) == ""
    reply.edit()
    reply.editor.field.set_text("1 2 3 go")
    reply.editor.save.click()
    qtbot.waitUntil(lambda: reply.editor is None)
    assert services.drafts.text(place) == ""
