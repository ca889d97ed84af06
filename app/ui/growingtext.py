"""A plain text field that grows with what is typed: the composer and the reply editor."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from app.ui import keymap, theme
from app.ui.files import local_paths

LINE_HEIGHT = 140  # percent
LONGEST_LINE = 400  # characters; no field is that wide
LONG_PASTE = 10_000  # characters
LONG, TALLEST = 20_000, 24  # characters, and the lines that a field with so many shows
_PAGE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingText(QTextEdit):
    """`submitted` on Enter (or Ctrl+Enter where `enter_breaks`), `cancelled` on Esc, `up_in_empty`
    on the up key in an empty field, `files` when some are pasted, `pasted` with a text that is.
    `most_lines` None: grows without end and never scrolls, unless the text is so long that its
    height takes too long to know."""

    submitted = Signal()
    cancelled = Signal()
    up_in_empty = Signal()
    files = Signal(list)  # of Path
    pasted = Signal(str)

    def __init__(self, name: str, *, most_lines: int | None, enter_breaks: bool) -> None:
        super().__init__()
        self._most_lines = most_lines
        self._enter_breaks = enter_breaks
        self._measured: tuple[tuple[int, int, int], float] | None = None
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        size.setHeightForWidth(True)
        self.setSizePolicy(size)
        self.document().setDocumentMargin(theme.current().px(2))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._changed())

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replaces all, with the caret at the end; can be undone by the person. In an editor a text
        that is long is read from its beginning: to show its end, all of it must be laid out."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        with self._laid_out_later(len(text)):
            cursor.insertText(text)
            at_start = self._most_lines is None and len(text) > LONG
            place = QTextCursor.MoveOperation
            cursor.movePosition(place.Start if at_start else place.End)
            self.setTextCursor(cursor)

    def breathe(self) -> None:
        """The line height of the transcript, so that text stays where it was read; ends undo."""
        form = QTextBlockFormat()
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        with self._laid_out_later(self.document().characterCount()):
            cursor.mergeBlockFormat(form)
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field that has the focus, before any shortcut of the window; a Ctrl
        key that edits nothing belongs to the window, whatever this desktop's text fields do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if keymap.for_the_window(event):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER and not shift and (control or not self._enter_breaks):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Up and not self.text():
            self.up_in_empty.emit()
        elif event.key() in _PAGE and not shift and not self._scrolls():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._most_lines is None and not self._scrolls():
            event.ignore()
        else:
            super().wheelEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file that is dropped here is the window's to take, not text."""
        return not local_paths(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = local_paths(source)
        if paths:
            self.files.emit(paths)
        else:
            with self._laid_out_later(len(source.text())):
                super().insertFromMimeData(source)
            self.pasted.emit(source.text())

    def put(self, text: str, form: QTextCharFormat) -> None:
        """In place of what is selected."""
        with self._laid_out_later(len(text)):
            self.textCursor().insertText(text, form)
        self.ensureCursorVisible()

    @contextmanager
    def _laid_out_later(self, characters: int) -> Iterator[None]:
        """While a long text is put in, the document has no page and lays nothing out; with its
        width back it does that bit by bit, so that the window is not held up. A field that was
        never shown gets its width then."""
        if characters < LONG_PASTE:
            yield
            return
        document = self.document()
        width = document.textWidth()
        document.setPageSize(QSizeF(0, 0))
        yield
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
            document.setTextWidth(width)
        QTimer.singleShot(0, self, self.ensureCursorVisible)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bar = self.verticalScrollBar()
        room = width - (bar.width() if bar.isVisible() else 0)
        line = self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        return math.ceil(max(line, min(self._most(), self._needed(room))))

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(200), self.heightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(40), self.heightForWidth(self.viewport().width()))

    def _scrolls(self) -> bool:
        return self.verticalScrollBar().maximum() > 0

    def _lines(self) -> int | None:
        """The most that are shown; None: as many as there are."""
        long = self.document().characterCount() > LONG
        return TALLEST if self._most_lines is None and long else self._most_lines

    def _most(self) -> float:
        most = self._lines()
        if most is None:
            return math.inf
        return most * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()

    def _is_tall(self) -> bool:
        """Whether it has to scroll."""
        return self._needed(self.viewport().width()) > self._most()

    def _needed(self, room: int) -> float:
        """The height of the text in that much room. The document is put back as it was, silently:
        else each question about another width asks for a new layout, which asks again, and so on
        for ever. A text that is plainly too long is not laid out to find out."""
        document = self.document()
        lines, characters = document.blockCount(), document.characterCount()
        most = self._lines()
        if most is not None and (lines > most or characters > most * LONGEST_LINE):
            return math.inf
        now = room, document.revision(), self.fontMetrics().lineSpacing()
        if self._measured is None or self._measured[0] != now:
            before = document.textWidth()
            with QSignalBlocker(document.documentLayout()):
                document.setTextWidth(room)
                self._measured = now, document.size().height()
                document.setTextWidth(before)
        return self._measured[1]

    def _changed(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._is_tall() else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()
