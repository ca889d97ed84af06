"""A message's Markdown as a column of text views and code blocks; grows without flicker."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.highlight import highlighted
from app.ui.markdown import Code, Prose, Segment, segments
from app.ui.textview import TextView


class CodeBlock(Panel):
    """Fenced code with its language and a copy button."""

    def __init__(self) -> None:
        super().__init__("code")
        self._shown = Code("", "")
        self._language = Label(role="caption")
        self._copy = Button("quiet", "Copy", icon="copy", name="Copy code", on=self._copied)
        self.view = TextView("Code", wraps=False)
        head = row(self._language, None, self._copy, margins=(14, 4, 6, 0))
        body = row(self.view, margins=(14, 2, 14, 12))
        outer = column(space=0)
        outer.addLayout(head)
        outer.addLayout(body)
        self.setLayout(outer)
        theme.current().changed.connect(self._paint)

    def show_code(self, code: Code) -> None:
        self._shown = code
        self._language.setText(code.language or "text")
        self._paint()

    def _paint(self) -> None:
        shown = self._shown
        self.view.set_html(highlighted(shown.text, shown.language, theme.current().colours))

    def _copied(self) -> None:
        QApplication.clipboard().setText(self._shown.text)
        self._copy.flash("Copied")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected on the screen; `occurrence` counts the same text before it, and `end` is
    where it ends, in the view's coordinates."""

    text: str
    occurrence: int
    end: QRect


class ProseView(QWidget):
    """Shows a text; a later, longer text of the same message repaints only what changed."""

    link = Signal(QUrl)
    selected = Signal()  # another part of the text is selected, or none

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._selecting: TextView | None = None  # where something was selected last
        self._segments: list[Segment] = []
        self._views: list[TextView | CodeBlock] = []
        self._column = column(space=14)
        self.setLayout(self._column)

    def show_text(self, text: str) -> None:
        new = segments(text)
        for position, segment in enumerate(new):
            old = self._segments[position] if position < len(self._segments) else None
            if old != segment:
                self._put(position, segment, same_kind=type(old) is type(segment))
        while len(self._views) > len(new):
            self._drop(len(self._views) - 1)
        self._segments = new

    def plain_text(self) -> str:
        """What can be read on the screen, segment by segment."""
        return "\n".join(view.toPlainText() for view in self.texts())

    def texts(self) -> list[TextView]:
        """The views of the segments, in reading order."""
        return [view.view if isinstance(view, CodeBlock) else view for view in self._views]

    def selection(self) -> Selection | None:
        """What the person has selected, while the focus is there."""
        view = self._selecting
        if view is None or not view.hasFocus() or not view.textCursor().hasSelection():
            return None
        cursor = view.textCursor()
        text = cursor.selection().toPlainText()
        position = self.texts().index(view)
        before = [other.toPlainText() for other in self.texts()[:position]]
        before.append(view.toPlainText()[: cursor.selectionStart()])
        cursor.setPosition(cursor.selectionEnd())
        end = view.cursorRect(cursor)
        place = QRect(view.viewport().mapTo(self, end.topLeft()), end.size())
        return Selection(text, "\n".join(before).count(text), place)

    def _select(self, view: TextView) -> None:
        self._selecting = view
        self.selected.emit()

    def _put(self, position: int, segment: Segment, *, same_kind: bool) -> None:
        if not same_kind:
            if position < len(self._views):
                self._drop(position)
            self._insert(position, segment)
        view = self._views[position]
        if isinstance(view, CodeBlock) and isinstance(segment, Code):
            view.show_code(segment)
        elif isinstance(view, TextView) and isinstance(segment, Prose):
            view.set_html(segment.html)

    def _insert(self, position: int, segment: Segment) -> None:
        view: TextView | CodeBlock
        if isinstance(segment, Code):
            view = CodeBlock()
        else:
            view = TextView(self._name)
            view.link.connect(self.link)
        inner = view.view if isinstance(view, CodeBlock) else view
        inner.selectionChanged.connect(lambda: self._select(inner))
        self._views.insert(position, view)
        self._column.insertWidget(position, view)

    def _drop(self, position: int) -> None:
        view = self._views.pop(position)
        self._selecting = None
        self._column.removeWidget(view)
        view.hide()
        view.deleteLater()
