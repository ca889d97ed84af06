"""Conversations out of the window and in: asks where, says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.ledger import Conversation
from app.domain.transcripts.markdown import file_name
from app.domain.transcripts.transcript import Transcript
from app.services.transcripts import Imported
from app.ui.conversationmenu import Format
from app.ui.language import mark, told, tr
from app.ui.librarymodel import LibraryModel
from app.ui.notice import Toast
from app.ui.sidebar import Progress

JSON_FILES, MARKDOWN_FILES = "JSON (*.json)", "Markdown (*.md)"
READABLE = mark("Conversations (*.json *.zip);;All files (*)")
ALL = "reverie-conversations.json"


class Exchange(QObject):
    """Dialogs that nothing waits for: the window goes on while one is open."""

    def __init__(
        self, window: QWidget, library: LibraryModel, progress: Progress, toast: Toast
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._progress = progress
        self._toast = toast
        library.progressed.connect(progress.show_step)
        library.imported.connect(self._imported)
        library.exported.connect(toast.announce)

    def ask_import(self) -> QFileDialog:
        """ChatGPT's export is a .zip, Open WebUI's and ours are JSON."""
        dialog = QFileDialog(
            self._window, tr("Import conversations"), str(Path.home()), tr(READABLE)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _opened(dialog, self._library.bring_in)

    def ask_export(self, chosen: Sequence[Conversation], form: Format) -> QFileDialog:
        """One Markdown file, or a folder of them; JSON is one file always."""
        ids = [conversation.id for conversation in chosen]
        if form is Format.JSON:
            name = f"{_stem(chosen[0])}.json" if len(chosen) == 1 else ALL
            return _opened(
                self._saving(name, JSON_FILES), lambda file: self._library.export_json(file, ids)
            )
        if len(chosen) == 1:
            return _opened(
                self._saving(f"{_stem(chosen[0])}.md", MARKDOWN_FILES),
                lambda file: self._library.export_markdown(file, ids[0]),
            )
        dialog = QFileDialog(
            self._window, tr("Export into a folder (not encrypted)"), str(Path.home())
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        return _opened(dialog, lambda folder: self._library.export_folder(folder, ids))

    def _saving(self, name: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._window, tr("Export (not encrypted)"), str(Path.home()), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        return dialog

    def _imported(self, done: Imported | None) -> None:
        self._progress.hide()
        if done is not None:
            self._toast.announce(str(told(done.sentence)))


def _opened(dialog: QFileDialog, use: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda path: use(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _stem(conversation: Conversation) -> str:
    return Path(file_name(Transcript(conversation, ()), set())).stem
