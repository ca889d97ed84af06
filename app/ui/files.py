"""Files on their way into a message: chosen, pasted or dropped, and read in the background.

Nothing that is dropped is ever opened, run or fetched: only the text of local files is read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.domain.attachments import Attachment, one_line
from app.services.attachments import read_file
from app.ui.language import tr
from app.ui.runner import Problem, Runner

MOST_FILES = 10


def too_many() -> Problem:
    return Problem(
        tr("Too many files"),
        tr("A message can hold %n file(s); the rest of them were left out.", "", MOST_FILES),
        tr("Send these first, or remove some."),
    )


@dataclass(slots=True, eq=False)
class Pending:
    """A file beside what is being written. `file` None: it is still being read."""

    name: str
    place: str
    file: Attachment | None = None


class PendingFiles(QObject):
    """By place, as drafts are: a conversation, or the page of a new one."""

    changed = Signal(str)  # place
    settled = Signal(str, bool)  # place: all is read there; False when a file could not be
    problem = Signal(object)  # Problem

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._all: list[Pending] = []
        self._queue: deque[tuple[Pending, Path]] = deque()
        self._reading: Pending | None = None

    def of(self, place: str) -> list[Pending]:
        return [one for one in self._all if one.place == place]

    def reading(self, place: str) -> bool:
        return any(one.file is None for one in self.of(place))

    def add(self, place: str, paths: Sequence[Path]) -> None:
        room = MOST_FILES - len(self.of(place))
        for path in paths[: max(room, 0)]:
            pending = Pending(one_line(path.name), place)
            self._all.append(pending)
            self._queue.append((pending, path))
        self.changed.emit(place)
        if len(paths) > room:
            self.problem.emit(too_many())
        self._read_next()

    def put_back(self, place: str, files: Sequence[Attachment]) -> None:
        """Files of a message that was not sent after all."""
        self._all += [Pending(file.name, place, file) for file in files]
        self.changed.emit(place)

    def remove(self, pending: Pending) -> None:
        if pending in self._all:
            self._all.remove(pending)
            self.changed.emit(pending.place)
            self._tell_if_settled(pending.place, whole=True)

    def ready(self, place: str) -> tuple[Attachment, ...]:
        """Those that were read."""
        return tuple(one.file for one in self.of(place) if one.file is not None)

    def clear(self, place: str) -> None:
        """They were sent, or nobody comes back to them."""
        self._all = [one for one in self._all if one.place != place]
        self.changed.emit(place)

    def move(self, place: str, to: str) -> None:
        for pending in self.of(place):
            pending.place = to

    def _read_next(self) -> None:
        """One at a time: reading must not keep the other jobs waiting."""
        if self._reading is not None or not self._queue:
            return
        pending, path = self._queue.popleft()
        if pending not in self._all:  # removed meanwhile
            self._read_next()
            return
        self._reading = pending
        self._runner.call(
            lambda: read_file(path),
            lambda file: self._done(pending, file),
            lambda problem: self._failed(pending, problem),
        )

    def _done(self, pending: Pending, file: Attachment) -> None:
        self._reading = None
        pending.file = file
        if pending in self._all:
            self.changed.emit(pending.place)
            self._tell_if_settled(pending.place, whole=True)
        self._read_next()

    def _failed(self, pending: Pending, problem: Problem) -> None:
        self._reading = None
        if pending in self._all:
            self._all.remove(pending)
            self.changed.emit(pending.place)
            self.problem.emit(problem)
            self.settled.emit(pending.place, False)
        self._read_next()

    def _tell_if_settled(self, place: str, *, whole: bool) -> None:
        if not self.reading(place):
            self.settled.emit(place, whole)


def local_paths(data: QMimeData | None) -> list[Path]:
    """Files on this machine that are named in a drop or on the clipboard; nothing else is."""
    urls = data.urls() if data is not None and data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile()]


class FileDrops(QObject):
    """Lets files be dropped anywhere on a widget."""

    hovering = Signal(bool)
    dropped = Signal(list)  # of Path

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.hovering.emit(False)
            return True
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        drop = cast("QDropEvent", event)
        paths = local_paths(drop.mimeData())
        if not paths:
            drop.ignore()
            return True
        drop.setDropAction(Qt.DropAction.CopyAction)
        drop.accept()
        self.hovering.emit(kind != QEvent.Type.Drop)
        if kind == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True
