"""The field in which a reply is corrected: it remembers which of its text was not typed.

Where text came from is a property of its characters' format, so that it moves, goes and comes back
with them, also through undo; typing never takes it over. It is shown without touching the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit

from app.domain.ledger import Provenance
from app.domain.provenance import Draft, Range
from app.ui import theme
from app.ui.growingtext import GrowingText
from app.ui.hunks import Hunk

ORIGIN = QTextFormat.Property.UserProperty.value + 1
_PASTED, _REWRITTEN = 1, 2
_OF = {Provenance.PASTED: _PASTED, Provenance.REWRITTEN: _REWRITTEN}
_UNDERLINE = {
    _PASTED: QTextCharFormat.UnderlineStyle.DotLine,
    _REWRITTEN: QTextCharFormat.UnderlineStyle.DashUnderline,
}


class CorrectionField(GrowingText):
    """`settled` once a selection has stood for a moment, or none is left."""

    settled = Signal()
    marked = Signal()  # what is marked may have changed

    def __init__(self, name: str) -> None:
        super().__init__(name, most_lines=None, enter_breaks=True)
        self._read: tuple[int, Draft] | None = None
        self._own = ""  # what was last copied from here: to move one's own words is no pasting
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(theme.SETTLE_MS)
        self._wait.timeout.connect(self.settled)
        self.selectionChanged.connect(self._wait.start)
        self.textChanged.connect(self._show_marks)
        theme.current().changed.connect(self._show_marks)

    # the draft

    def draft(self) -> Draft:
        """Read once for each state of the text: several ask for it with every key."""
        state = self.document().revision()
        if self._read is None or self._read[0] != state:
            found = list(self._runs())
            pasted, rewritten = _ranges(found, _PASTED), _ranges(found, _REWRITTEN)
            self._read = state, Draft(self.text(), tuple(pasted), tuple(rewritten))
        return self._read[1]

    def set_draft(self, draft: Draft) -> None:
        """Ends undo: a step of it would leave the text without its marks."""
        self.set_text(draft.text)
        for ranges, origin in ((draft.pasted, _PASTED), (draft.rewritten, _REWRITTEN)):
            form = QTextCharFormat()
            form.setProperty(ORIGIN, origin)
            for start, end in ranges:
                self._cursor(start, end).mergeCharFormat(form)
        self.document().clearUndoRedoStacks()
        self._show_marks()

    def take(self, start: int, hunks: Sequence[Hunk]) -> None:
        """Puts hunks of a passage that begins at `start` in their place, as one step to undo."""
        form = QTextCharFormat()
        form.setProperty(ORIGIN, _REWRITTEN)
        group = self.textCursor()
        group.beginEditBlock()
        for hunk in sorted(hunks, key=lambda hunk: hunk.start, reverse=True):
            cursor = self._cursor(start + hunk.start, start + hunk.end)
            cursor.insertText(hunk.added, form)
        group.endEditBlock()

    # the selection, in characters of the text

    def selected(self) -> Range | None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._index(cursor.selectionStart()), self._index(cursor.selectionEnd())

    def select(self, part: Range) -> None:
        self.setTextCursor(self._cursor(*part))

    def end_of_selection(self) -> QRect:
        """Where the selection ends, in the field's own coordinates."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        return self.cursorRect(cursor).translated(self.viewport().pos())

    # typing and pasting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _writes(event) and self.textCursor().hasSelection() and not self.isReadOnly():
            self.textCursor().insertText(event.text(), QTextCharFormat())
            self.ensureCursorVisible()
            return
        self._write_plainly()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and self.textCursor().hasSelection():
            self.textCursor().removeSelectedText()
        self._write_plainly()
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied, cut or dragged."""
        data = super().createMimeDataFromSelection()
        marked = bool(set(self._marked_in(self.selected() or (0, 0))))
        self._own = "" if marked else data.text()
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted or dropped."""
        form = QTextCharFormat()
        if source.text() != self._own:
            form.setProperty(ORIGIN, _PASTED)
        self.put(source.text(), form)

    def _write_plainly(self) -> None:
        """Text takes over the format of what stands before it: not this one."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and cursor.charFormat().hasProperty(ORIGIN):
            self.setCurrentCharFormat(QTextCharFormat())

    # marks

    def _show_marks(self) -> None:
        shown = []
        draft = self.draft()
        for origin, ranges in ((_PASTED, draft.pasted), (_REWRITTEN, draft.rewritten)):
            style = _UNDERLINE[origin]
            for start, end in ranges:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(start, end)
                mark.format.setUnderlineStyle(style)
                mark.format.setUnderlineColor(QColor(theme.current().colours.accent))
                shown.append(mark)
        self.setExtraSelections(shown)
        self.marked.emit()

    def _marked_in(self, part: Range) -> Iterator[int]:
        return (origin for start, end, origin in self._runs() if start < part[1] and part[0] < end)

    def _runs(self) -> Iterator[tuple[int, int, int]]:
        """Start, end and origin of what is marked; a line break within it belongs to it."""
        if not any(form.hasProperty(ORIGIN) for form in self.document().allFormats()):
            return
        place = ended = 0
        block = self.document().begin()
        while block.isValid():
            pieces = block.begin()
            origin = 0
            first = True
            while not pieces.atEnd():
                piece = pieces.fragment()
                origin = int(piece.charFormat().property(ORIGIN) or 0)
                end = place + len(piece.text())
                if origin:
                    yield place - int(first and origin == ended), end, origin
                place, first = end, False
                pieces += 1
            ended = origin
            place += 1
            block = block.next()

    # places: the document counts UTF-16 units, texts count characters

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text = self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _index(self, position: int) -> int:
        encoded = self.text().encode("utf-16-le")[: 2 * position]
        return len(encoded.decode("utf-16-le", errors="ignore"))


def _ranges(runs: Sequence[tuple[int, int, int]], origin: int) -> Iterator[Range]:
    """Runs of that origin, those that touch as one."""
    open_: Range | None = None
    for start, end, found in runs:
        if found != origin:
            continue
        if open_ is not None and open_[1] == start:
            open_ = open_[0], end
        else:
            if open_ is not None:
                yield open_
            open_ = start, end
    if open_ is not None:
        yield open_


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _writes(event: QKeyEvent) -> bool:
    """Whether the key puts a character into the text."""
    text, held = event.text(), event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    third_level = control and bool(held & Qt.KeyboardModifier.AltModifier)  # AltGr
    return bool(text) and text.isprintable() and (not control or third_level)
