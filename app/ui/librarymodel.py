"""What is done with conversations as a whole, without a single widget: order, files out and in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.services import Reverie
from app.services.transcripts import NOT_ENCRYPTED, Imported
from app.ui.language import tr
from app.ui.runner import Problem, Runner


class LibraryModel(QObject):
    """Folders that are closed, and commands for many conversations. Lives on the UI thread."""

    arranged = Signal()  # pinned, moved, imported: the list is to be read anew
    folded = Signal()  # `closed` is new
    progressed = Signal(int, int)  # an import: done, of (0 while the file is read)
    imported = Signal(object)  # Imported, or None where it failed
    exported = Signal(str)  # a sentence about the files
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversations = services.conversations
        self._transcripts = services.transcripts
        self._runner = runner
        self.closed: frozenset[str] = frozenset()
        self.importing = False

    def refresh(self) -> None:
        read = self._conversations.closed_folders
        self._runner.latest("folders", read, self._show_closed, lane="folders")

    # order

    def pin(self, ids: Collection[str], pinned: bool) -> None:
        self._arrange(lambda: self._conversations.pin(ids, pinned))

    def move(self, folders: Mapping[str, str | None]) -> None:
        """By id: the folder that it goes into, or None."""
        self._arrange(lambda: self._conversations.put_into(folders))

    def toggle(self, folder: str) -> None:
        self._close(self.closed ^ {folder})

    def rename_folder(self, old: str, new: str, ids: Collection[str]) -> None:
        """`ids` are the conversations in it."""
        if old in self.closed:
            self._close(self.closed - {old} | {new})
        self.move(dict.fromkeys(ids, new))

    # files

    def bring_in(self, file: Path) -> None:
        """One import at a time."""
        if self.importing:
            return
        self.importing = True
        self._step(0, 0)
        self._runner.call(
            lambda: self._transcripts.import_file(file, self._report), self._in, self._not_in
        )

    def export_json(self, file: Path, ids: Collection[str]) -> None:
        """Over the file of that name, if there is one: the dialog has asked."""
        self._export(file, lambda: self._transcripts.export_json(file, ids, replace=True))

    def export_markdown(self, file: Path, identity: str) -> None:
        """As `export_json`, one conversation as it is shown."""
        self._export(file, lambda: self._transcripts.export_markdown(file, identity, replace=True))

    def export_folder(self, folder: Path, ids: Collection[str]) -> None:
        """A Markdown file for each; nothing in that folder is written over."""
        self._export(folder, lambda: self._transcripts.export_folder(folder, ids))

    # inside

    def _arrange(self, work: Callable[[], object]) -> None:
        self._runner.in_turn("library", work, lambda _: self.arranged.emit())

    def _close(self, folders: frozenset[str]) -> None:
        self._runner.overtake("folders")
        self._show_closed(folders)
        self._runner.in_turn(
            "folders",
            lambda: self._conversations.keep_closed_folders(folders),
            failed=self.problem.emit,
        )

    def _show_closed(self, folders: frozenset[str]) -> None:
        self.closed = folders
        self.folded.emit()

    def _report(self, done: int, of: int) -> None:
        """From the thread that imports; a hundred steps are enough for any bar."""
        if done * 100 // of != (done - 1) * 100 // of:
            self._runner.post(lambda: self._step(done, of))

    def _step(self, done: int, of: int) -> None:
        self.progressed.emit(done, of)

    def _in(self, done: Imported) -> None:
        self.importing = False
        self.imported.emit(done)
        self.arranged.emit()

    def _not_in(self, problem: Problem) -> None:
        self.importing = False
        self.imported.emit(None)
        self.problem.emit(problem)

    def _export(self, path: Path, work: Callable[[], object]) -> None:
        told = tr("Saved as {name}. {warning}", name=path.name, warning=NOT_ENCRYPTED)
        self._runner.call(work, lambda _: self.exported.emit(told), self.problem.emit)
