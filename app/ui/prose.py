"""A message's Markdown as a column of text views and code blocks; grows without flicker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui import theme
from app.ui.codeblock import CodeBlock
from app.ui.controls import Panel, column, repolish, row
from app.ui.gradual import Gradual
from app.ui.language import tr
from app.ui.markdown import Code, Growing, Prose, Quote, Segment, Table, segments
from app.ui.textview import TableView, TextView

READ = 2  # characters that are read at the cost of one that is laid out
ROW = 400  # what it costs to lay out a row of a table, compared with characters of prose


class TableBlock(QWidget):
    """A table; a long one in several views, one right under the other, that scroll together."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._shown: list[str] = []
        self.complete = False
        self.views: list[TableView] = []
        self._column = column(space=0)
        self.setLayout(self._column)

    def paint(self, table: Table, made: Callable[[TextView], None]) -> Iterator[int]:
        """`made` gets each view that comes."""
        self.complete = False
        while len(self.views) > len(table.parts):
            drop(self._column, self.views.pop())
        del self._shown[len(table.parts) :]
        for position, part in enumerate(table.parts):
            if self._shown[position : position + 1] == [part]:
                continue
            if position == len(self.views):
                self._add(made)
            long = len(table.parts) > 1
            self.views[position].show_table(part, table.columns, long=long)
            self._shown[position : position + 1] = [part]
            yield ROW * part.count("<tr>")
        self.complete = True

    def _add(self, made: Callable[[TextView], None]) -> None:
        view = TableView(self._name)
        made(view)
        bar = view.horizontalScrollBar()
        for other in (known.horizontalScrollBar() for known in self.views):
            bar.valueChanged.connect(other.setValue)
            other.valueChanged.connect(bar.setValue)
        self.views.append(view)
        view.resize(self.width(), 1)  # it is laid out in this width from the start
        self._column.addWidget(view)


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


SegmentView = TextView | CodeBlock | QuoteBlock | TableBlock


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
    grown = Signal()  # more of a long text has been laid out

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._selecting: TextView | None = None  # where something was selected last
        self._growing = Growing()
        self._wanted: Callable[[], None] = lambda: None
        self._segments: list[Segment] = []  # that are shown so far
        self._views: list[SegmentView] = []
        self._column = column(space=14)
        self.setLayout(self._column)
        self._painting = Gradual(self)
        self._painting.went_on.connect(self.grown)
        theme.current().changed.connect(self._restyle)

    @property
    def complete(self) -> bool:
        """Whether all of the text is there: a long one comes bit by bit."""
        return not self._painting.busy

    def show_text(self, text: str) -> None:
        """A long one is read in the next turn, and laid out in those that follow."""
        self._show(lambda: segments(text), len(text) // READ, growing=False)

    def show_growing(self, text: str) -> None:
        """The text so far: only its last segment is read and painted."""
        self._show(lambda: self._growing.segments(text), 0, growing=True)

    def _show(self, read: Callable[[], list[Segment]], cost: int, *, growing: bool) -> None:
        self._wanted = partial(self._show, read, cost, growing=growing)
        self._painting.begin(self._paint(read, cost, growing=growing))

    def _paint(
        self, read: Callable[[], list[Segment]], cost: int, *, growing: bool
    ) -> Iterator[int]:
        """Each step tells what it cost, in characters of prose."""
        yield cost
        new = read()
        while len(self._views) > len(new):
            self._drop(len(self._views) - 1)
        del self._segments[len(new) :]
        yield cost
        for position, segment in enumerate(new):
            old = self._segments[position] if position < len(self._segments) else None
            if old != segment or self._is_rough(position):
                self._make(position, segment, same_kind=type(old) is type(segment))
                self._segments[position : position + 1] = [segment]
                yield from self._put(position, segment, growing=growing)

    def _restyle(self) -> None:
        """Code has colours of the theme in it; other texts see to it themselves."""
        for view in self._views:
            if isinstance(view, CodeBlock):
                view.restyle()
        self._wanted()

    def plain_text(self) -> str:
        """What can be read on the screen, segment by segment."""
        return "\n".join(view.toPlainText() for view in self.texts())

    def texts(self) -> list[TextView]:
        """The views of the segments, in reading order."""
        return [text for view in self._views for text in _texts_of(view)]

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
        unfinished = isinstance(view, TableBlock) and not view.complete
        return unfinished or (isinstance(view, CodeBlock) and view.rough)

    def _make(self, position: int, segment: Segment, *, same_kind: bool) -> None:
        if same_kind:
            return
        if position < len(self._views):
            self._drop(position)
        view = _view_for(segment, self._name)
        for text in _texts_of(view):
            self._watch(text)
        self._views.insert(position, view)
        view.resize(self.width(), 1)  # it is laid out in this width from the start
        self._column.insertWidget(position, view)

    def _put(self, position: int, segment: Segment, *, growing: bool) -> Iterator[int]:
        match self._views[position], segment:
            case CodeBlock() as view, Code():
                yield from view.paint(segment, growing=growing)
            case TableBlock() as view, Table():
                yield from view.paint(segment, self._watch)
            case QuoteBlock() as view, Quote():
                view.show_quote(segment)
                yield len(segment.html)
            case TextView() as view, Prose():
                view.set_html(segment.html)
                yield len(segment.html)

    def _watch(self, text: TextView) -> None:
        text.link.connect(self.link)
        text.selectionChanged.connect(lambda: self._select(text))

    def _drop(self, position: int) -> None:
        self._selecting = None
        drop(self._column, self._views.pop(position))


def drop(layout: QBoxLayout, view: QWidget) -> None:
    layout.removeWidget(view)
    view.hide()
    view.deleteLater()


def _view_for(segment: Segment, name: str) -> SegmentView:
    match segment:
        case Code():
            return CodeBlock()
        case Table():
            return TableBlock(tr("{name}, table", name=name))
        case Quote():
            return QuoteBlock(tr("{name}, quote", name=name))
        case Prose():
            return TextView(name)


def _texts_of(view: SegmentView) -> Sequence[TextView]:
    match view:
        case TableBlock():
            return view.views
        case TextView():
            return [view]
        case _:
            return [view.view]
