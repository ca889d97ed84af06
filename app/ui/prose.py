"""A message's Markdown as a column of text views and code blocks; grows without flicker."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, repolish, row
from app.ui.highlight import highlighted
from app.ui.language import tr
from app.ui.markdown import Code, Growing, Prose, Quote, Segment, Table, segments
from app.ui.textview import TableView, TextView

PLAIN_WHILE_GROWING = 4000  # characters of code; longer code is coloured once it is complete


class CodeBlock(Panel):
    """Fenced code with its language and a copy button."""

    def __init__(self) -> None:
        super().__init__("code")
        self._shown = Code("", "")
        self.rough = False
        self._language = Label(role="caption")
        self._copy = Button("quiet", tr("Copy"), icon="copy", name=tr("Copy code"), on=self._copied)
        self.view = TextView(tr("Code"), wraps=False)
        head = row(self._language, None, self._copy, margins=(14, 4, 6, 0))
        body = row(self.view, margins=(14, 2, 14, 12))
        outer = column(space=0)
        outer.addLayout(head)
        outer.addLayout(body)
        self.setLayout(outer)
        theme.current().changed.connect(self._paint)

    def show_code(self, code: Code, *, growing: bool) -> None:
        """Long code that is `growing` only gets its new text; the colours come at the end."""
        before, self._shown = self._shown, code
        self._language.setText(code.language or tr("text", "code in no language"))
        self.rough = growing and len(code.text) > PLAIN_WHILE_GROWING
        if self.rough and before.text and code.text.startswith(before.text):
            self.view.append_plain(code.text[len(before.text) :])
        else:
            self._paint()

    def _paint(self) -> None:
        shown = self._shown
        self.view.set_html(highlighted(shown.text, shown.language, theme.current().colours))

    def _copied(self) -> None:
        QApplication.clipboard().setText(self._shown.text)
        self._copy.flash(tr("Copied"))


class QuoteBlock(Panel):
    """A quote, with a bar beside it."""

    def __init__(self, name: str) -> None:
        super().__init__("quote")
        self.view = TextView(name)
        self.setLayout(row(self.view, margins=(14, 2, 14, 2)))

    def show_quote(self, quote: Quote) -> None:
        self.view.set_html(quote.html)
        direction = self.view.document().firstBlock().textDirection()
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("side", "right" if mirrored else "left")
        repolish(self)


SegmentView = TextView | CodeBlock | QuoteBlock


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
        self._growing = Growing()
        self._segments: list[Segment] = []
        self._views: list[SegmentView] = []
        self._column = column(space=14)
        self.setLayout(self._column)

    def show_text(self, text: str) -> None:
        self._show(segments(text), growing=False)

    def show_growing(self, text: str) -> None:
        """The text so far: only its last segment is read and painted."""
        self._show(self._growing.segments(text), growing=True)

    def _show(self, new: list[Segment], *, growing: bool) -> None:
        for position, segment in enumerate(new):
            old = self._segments[position] if position < len(self._segments) else None
            if old != segment or (not growing and self._is_rough(position)):
                self._put(position, segment, growing=growing, same_kind=type(old) is type(segment))
        while len(self._views) > len(new):
            self._drop(len(self._views) - 1)
        self._segments = new

    def plain_text(self) -> str:
        """What can be read on the screen, segment by segment."""
        return "\n".join(view.toPlainText() for view in self.texts())

    def texts(self) -> list[TextView]:
        """The views of the segments, in reading order."""
        return [_text_of(view) for view in self._views]

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

    def _is_rough(self, position: int) -> bool:
        view = self._views[position]
        return isinstance(view, CodeBlock) and view.rough

    def _put(self, position: int, segment: Segment, *, growing: bool, same_kind: bool) -> None:
        if not same_kind:
            if position < len(self._views):
                self._drop(position)
            self._insert(position, segment)
        view = self._views[position]
        match view, segment:
            case CodeBlock(), Code():
                view.show_code(segment, growing=growing)
            case TableView(), Table():
                view.show_table(segment.html, segment.columns)
            case QuoteBlock(), Quote():
                view.show_quote(segment)
            case TextView(), Prose():
                view.set_html(segment.html)

    def _insert(self, position: int, segment: Segment) -> None:
        view = _view_for(segment, self._name)
        inner = _text_of(view)
        inner.link.connect(self.link)
        inner.selectionChanged.connect(lambda: self._select(inner))
        self._views.insert(position, view)
        self._column.insertWidget(position, view)

    def _drop(self, position: int) -> None:
        view = self._views.pop(position)
        self._selecting = None
        self._column.removeWidget(view)
        view.hide()
        view.deleteLater()


def _view_for(segment: Segment, name: str) -> SegmentView:
    match segment:
        case Code():
            return CodeBlock()
        case Table():
            return TableView(tr("{name}, table", name=name))
        case Quote():
            return QuoteBlock(tr("{name}, quote", name=name))
        case Prose():
            return TextView(name)


def _text_of(view: SegmentView) -> TextView:
    return view if isinstance(view, TextView) else view.view
