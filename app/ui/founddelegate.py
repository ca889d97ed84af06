"""Paints a hit: the title of its conversation and its age, and the place with what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.searching import Excerpt, Range
from app.services.search import Hit
from app.ui import theme, words

HIT = Qt.ItemDataRole.UserRole + 1
FIRST = Qt.ItemDataRole.UserRole + 2
LINES = 2
Index = QModelIndex | QPersistentModelIndex


class FoundDelegate(QStyledItemDelegate):
    """What was found is bold and stands out in colour as well; everything is plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, hit = theme.current().px, index.data(HIT)
        height = px(7) + px(8)
        if index.data(FIRST):
            height += px(6) + _height("small")
        if hit.message is not None:
            width = option.widget.viewport().width() - 2 * px(10)  # type: ignore[attr-defined]
            height += _snippet(hit.snippet, width).lineCount() * _height("caption") + px(1)
        return QSize(px(120), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, hit = theme.current(), index.data(HIT)
        rect = option.rect.adjusted(0, now.px(1), 0, -now.px(1))
        if index.data(FIRST):
            rect.setTop(rect.top() + now.px(6))
        _ground(painter, option, rect)
        inner = rect.adjusted(now.px(10), now.px(6), -now.px(10), -now.px(6))
        if index.data(FIRST):
            self._head(painter, inner, hit)
            inner.setTop(inner.top() + _height("small") + now.px(1))
        if hit.message is not None:
            painter.setPen(QColor(now.colours.muted))
            _snippet(hit.snippet, inner.width()).draw(painter, QPointF(inner.topLeft()))
        painter.restore()

    def _head(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        now = theme.current()
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.colours.muted))
        age = words.day(hit.at)
        line = QRect(area.left(), area.top(), area.width(), _height("small"))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, end, age)
        room = area.width() - painter.fontMetrics().horizontalAdvance(age) - now.px(10)
        painter.setPen(QColor(now.colours.text))
        _laid_out(hit.title, "small", room, 1).draw(painter, QPointF(area.topLeft()))


def _ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
    now = theme.current()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.colours.hover if chosen else now.colours.bubble))
        painter.drawRoundedRect(rect, now.px(8), now.px(8))


def _snippet(excerpt: Excerpt, width: int) -> QTextLayout:
    return _laid_out(excerpt, "caption", width, LINES)


def _laid_out(excerpt: Excerpt, role: str, width: int, most: int) -> QTextLayout:
    """In at most so many lines; an ellipsis where more would follow."""
    layout = _wrapped(excerpt.text, excerpt.marks, role, width)
    if layout.lineCount() <= most:
        return layout
    start = layout.lineAt(most - 1).textStart()
    before, rest = _split(excerpt.text, start)
    bold = QFontMetrics(theme.current().font(role, weight=QFont.Weight.Bold))
    shown = before + bold.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return _wrapped(shown, excerpt.marks, role, width, most)


def _wrapped(
    text: str, marks: tuple[Range, ...], role: str, width: int, most: int | None = None
) -> QTextLayout:
    now = theme.current()
    layout = QTextLayout(text, now.font(role))
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(QColor(now.colours.accent))
    layout.setFormats([_format(text, mark, form) for mark in marks if mark[1] <= len(text)])
    layout.beginLayout()
    top = 0
    while most is None or layout.lineCount() < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += _height(role)
    layout.endLayout()
    return layout


def _format(text: str, mark: Range, form: QTextCharFormat) -> QTextLayout.FormatRange:
    start, end = (units(text[:at]) for at in mark)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def units(text: str) -> int:
    """Qt counts in UTF-16: a character outside of its first plane takes two places."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _split(text: str, units: int) -> tuple[str, str]:
    """At a place that Qt counted."""
    raw = text.encode("utf-16-le", "surrogatepass")
    before, rest = raw[: 2 * units], raw[2 * units :]
    return before.decode("utf-16-le", "surrogatepass"), rest.decode("utf-16-le", "surrogatepass")


def _height(role: str) -> int:
    """Of a line."""
    return QFontMetrics(theme.current().font(role)).lineSpacing()
