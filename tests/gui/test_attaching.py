"""Files beside a message: attached by every way there is, read in the background, and shown."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.attachments import MOST_CHARACTERS, Attachment, FileKind
from app.domain.ledger import State
from app.services import Reverie
from app.services.drafts import NEW
from app.ui import files
from app.ui.composer import WAITING
from app.ui.files import MOST_FILES
from app.ui.fileview import FileView
from app.ui.message import ReplyMessage
from app.ui.replynotes import WAITS
from app.ui.usermessage import UserMessage
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS
from tests.support.pdf import pdf

Ask = Callable[[str], ReplyMessage]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text("# The plan\n\nLunch is at noon in the large hall, on the third of May.\n")
    return path


def mime(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) if isinstance(p, Path) else QUrl(p) for p in paths])
    data.setText("\n".join(map(str, paths)))  # as file managers do
    return data


def drop(target: object, data: QMimeData) -> bool:
    """Whether it was taken."""
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    nothing = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5), *arguments, nothing)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *arguments, nothing))
    return True


def names(workspace: Workspace) -> list[str]:
    return [chip.open.text() for chip in workspace.chat_page.composer.file_row.chips]


def read(qtbot: QtBot, workspace: Workspace, count: int = 1) -> None:
    def there() -> bool:
        waiting = workspace.chat.files.of(workspace.chat.place)
        return len(waiting) == count and all(one.file for one in waiting)

    qtbot.waitUntil(there, timeout=PATIENCE_MS)


def test_a_dropped_file_goes_out_with_the_message_and_can_be_read_in_it(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, note: Path
) -> None:
    assert drop(workspace, mime(note))
    read(qtbot, workspace)
    (chip,) = workspace.chat_page.composer.file_row.chips
    assert (chip.open.text(), chip.amount.text()) == ("notes.md", "about 17 tokens")
    reply = ask("When is lunch?")
    assert names(workspace) == []
    reading = services.conversations.read(reply.message.conversation)
    (stored,) = reading.files[reading.messages[0].id]
    assert stored.text == note.read_text().strip()
    asked = workspace.chat_page.transcript.views[0]
    assert isinstance(asked, UserMessage)
    asked.files.chips[0].open.click()
    (view,) = workspace.chat_page.findChildren(FileView)
    assert view.text.toPlainText() == stored.text
    assert view.text.isReadOnly()
    qtbot.keyClick(view, Qt.Key.Key_Escape)

    workspace.new_conversation()
    workspace.open_conversation(reply.message.conversation)
    qtbot.waitUntil(lambda: len(workspace.chat_page.transcript.views) == 2)
    again = workspace.chat_page.transcript.views[0]
    assert isinstance(again, UserMessage)
    assert [chip.open.text() for chip in again.files.chips] == ["notes.md"]


def test_what_is_done_after_a_file_is_marked_as_waiting(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, note: Path
) -> None:
    workspace.chat_page.attach([note])
    read(qtbot, workspace)
    reply = ask("When is lunch?")
    assert not reply.notes.waits.isVisible()
    reply.tools.up.click()
    qtbot.waitUntil(reply.notes.waits.isVisible)
    assert reply.notes.waits.text() == WAITS
    (signal,) = services.gestures.signals_of(reply.message.conversation)[reply.message.id]
    assert signal.state is State.QUARANTINED
    reply.tools.up.click()
    qtbot.waitUntil(lambda: not reply.notes.waits.isVisible())


def test_pasted_files_are_attached_and_pasted_text_is_text(
    qtbot: QtBot, workspace: Workspace, note: Path
) -> None:
    field = workspace.chat_page.composer.field
    QApplication.clipboard().setMimeData(mime(note))
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    read(qtbot, workspace)
    assert field.text() == ""
    QApplication.clipboard().setText("just words")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "just words"
    assert names(workspace) == ["notes.md"]


def test_a_drop_takes_local_files_and_nothing_else(
    qtbot: QtBot, workspace: Workspace, note: Path
) -> None:
    assert not drop(workspace, mime("https://example.org/a.txt"))
    words = QMimeData()
    words.setText("only words")
    assert not drop(workspace, words)
    assert not workspace.chat_page.composer.field.canInsertFromMimeData(mime(note))
    assert workspace.chat_page.composer.field.canInsertFromMimeData(words)
    workspace.show_nights()
    assert drop(workspace, mime(note, "https://example.org/a.txt"))
    assert workspace.pages.currentWidget() is workspace.chat_page
    read(qtbot, workspace)
    assert names(workspace) == ["notes.md"]


def test_the_button_asks_for_files(qtbot: QtBot, workspace: Workspace, note: Path) -> None:
    composer = workspace.chat_page.composer
    composer.clip.setFocus()
    qtbot.keyClick(composer.clip, Qt.Key.Key_Space)
    (dialog,) = workspace.chat_page.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(note)])
    dialog.close()
    dialog.deleteLater()
    read(qtbot, workspace)


def test_a_chip_is_removed_by_key_and_the_focus_goes_back_to_the_text(
    qtbot: QtBot, workspace: Workspace, note: Path
) -> None:
    workspace.activateWindow()
    workspace.chat_page.attach([note, note])
    read(qtbot, workspace, 2)
    remove = workspace.chat_page.composer.file_row.chips[0].remove
    assert remove.accessibleName() == "Remove notes.md"
    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    assert names(workspace) == ["notes.md"]
    assert workspace.chat_page.composer.field.hasFocus()


def test_a_message_waits_for_its_files_and_then_goes_out(
    qtbot: QtBot,
    workspace: Workspace,
    services: Reverie,
    note: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, reading = threading.Event(), files.read_file

    def slowly(path: Path) -> Attachment:
        gate.wait()
        return reading(path)

    monkeypatch.setattr(files, "read_file", slowly)
    composer = workspace.chat_page.composer
    workspace.chat_page.attach([note])
    composer.set_text("When is lunch?")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert workspace.chat.live is None
    assert composer.hint.text() == WAITING
    qtbot.keyClick(composer.field, Qt.Key.Key_Escape)
    assert composer.hint.text() != WAITING
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(lambda: workspace.chat.live is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
    assert composer.text() == ""
    here = workspace.chat.now.conversation
    assert len(services.conversations.read(here.id).files) == 1


def test_a_file_that_cannot_be_read_is_told_and_keeps_the_message_back(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    composer = workspace.chat_page.composer
    workspace.chat_page.attach([tmp_path / "gone.pdf"])
    composer.set_text("Sum it up.")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(workspace.banner.isVisible, timeout=PATIENCE_MS)
    assert "“gone.pdf” is not there any more" in workspace.banner.problem.sentence
    assert names(workspace) == []
    assert not composer.waiting
    assert workspace.chat.live is None
    assert composer.text() == "Sum it up."


def test_a_pdf_is_read_in_the_window_too(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "plan.pdf").write_bytes(pdf("Lunch at noon"))
    workspace.chat_page.attach([tmp_path / "plan.pdf"])
    read(qtbot, workspace)
    (pending,) = workspace.chat.files.of(NEW)
    assert pending.file.text == "Lunch at noon"


def test_files_stay_with_the_conversation_that_they_were_attached_in(
    qtbot: QtBot, workspace: Workspace, ask: Ask, note: Path
) -> None:
    first = ask("Say one.").message.conversation
    workspace.chat_page.attach([note])
    read(qtbot, workspace)
    workspace.new_conversation()
    assert names(workspace) == []
    workspace.open_conversation(first)
    qtbot.waitUntil(lambda: names(workspace) == ["notes.md"])


def test_too_many_files_and_too_much_text_are_told(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, note: Path
) -> None:
    workspace.chat_page.attach([note] * (MOST_FILES + 1))
    assert workspace.banner.problem.title == "Too many files"
    read(qtbot, workspace, MOST_FILES)
    for pending in workspace.chat.files.of(NEW):
        workspace.chat.files.remove(pending)
    (tmp_path / "long.txt").write_text("word " * 10_000)
    workspace.chat_page.attach([tmp_path / "long.txt"])
    read(qtbot, workspace)
    hint = workspace.chat_page.composer.hint.text()
    assert hint == "About 12,000 tokens of files; the model reads 4,096 at once, with its reply."


def test_a_long_file_is_shown_to_its_end_piece_by_piece(qtbot: QtBot, workspace: Workspace) -> None:
    text = "a line with <b>marks</b> in it\n" * (MOST_CHARACTERS // 31)
    view = workspace.chat_page.show_file(Attachment("f", "log.txt", FileKind.TEXT, text))
    assert len(view.text.toPlainText()) < len(text)
    qtbot.waitUntil(lambda: view.text.toPlainText() == text, timeout=PATIENCE_MS)
    assert view.text.textCursor().position() == view.text.verticalScrollBar().value() == 0
    view.accept()


def test_an_endless_line_is_broken_where_it_is_shown(qtbot: QtBot, workspace: Workspace) -> None:
    for text in ("x" * 2500, "word " * 900, "", "a\n\nb"):
        view = workspace.chat_page.show_file(Attachment("f", "a.js", FileKind.CODE, text))
        qtbot.waitUntil(lambda view=view: not view._rest)
        lines = view.text.toPlainText().split("\n")
        assert max(map(len, lines)) <= 1001
        assert "".join(lines) == text.replace("\n", "")
        view.accept()
