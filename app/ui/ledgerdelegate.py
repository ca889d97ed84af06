"""Paints the rows of memories and corrections: a margin to choose by, two lines, badges.

Everything is laid out from left to right and mirrored where the language runs the other way.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import icons, theme
from app.ui.founddelegate import units
from app.ui.ledgerrows import ROW, Entry, Heading, Index

if TYPE_CHECKING:
    from app.ui.ledgerview import LedgerView

ROW_HEIGHT = 62
HEADING = 42
WIDTH = 860
"""Design pixels: the widest that rows and heads of these pages are."""
_GUTTER = 40
_BOX = 16


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line. `colour` and `ground` are names of the theme's colours."""

    text: str
    colour: str = "text"
    ground: str = ""
    struck: bool = False
    underlined: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in a row: an icon, two lines, a word at the end of the second, and badges (text
    and tone) at the end of the first."""

    icon: tuple[str, str]
    first: Sequence[Run]
    second: Sequence[Run]
    aside: str = ""
    badges: Sequence[tuple[str, str]] = ()


class LedgerDelegate(QStyledItemDelegate):
    """Who makes one says how a row looks."""

    @abstractmethod
    def look(self, entry: Entry) -> Look:
        """How the row of that entry looks."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = theme.current().px
        height = HEADING if isinstance(index.data(ROW), Heading) else ROW_HEIGHT
        return QSize(px(120), px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = cast("LedgerView", option.widget)
        if view.indexWidget(index) is not None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(ROW)
        area = inner(view, option.rect)
        brush = Brush(painter, option.rect, option.direction)
        if isinstance(row, Heading):
            now = theme.current()
            place = area.adjusted(now.px(12), 0, 0, -now.px(8))
            brush.line(place, [Run(row.text, "muted", bold=True)], "caption", bottom=True)
        else:
            self._row(brush, option, area, self.look(row), view.choosing)
        painter.restore()

    def _row(
        self, brush: Brush, option: QStyleOptionViewItem, area: QRect, look: Look, choosing: bool
    ) -> None:
        px = theme.current().px
        state, flag = option.state, QStyle.StateFlag
        chosen = bool(state & flag.State_Selected)
        hovered = bool(state & flag.State_MouseOver)
        rect = area.adjusted(0, px(1), 0, -px(1))
        if chosen or hovered:
            tone = "accent_soft" if chosen and choosing else "hover" if chosen else "bubble"
            brush.ground(rect, tone)
        if state & flag.State_HasFocus:
            brush.ring(rect.adjusted(1, 1, -1, -1))
        middle = QRect(area.left(), area.top(), px(_GUTTER), area.height())
        if hovered or choosing:
            brush.box(middle, checked=chosen and choosing)
        else:
            brush.icon(middle, *look.icon)
        text = area.adjusted(px(_GUTTER), px(10), -px(14), -px(10))
        end = text.right()
        first = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        for word, tone in look.badges:
            end = brush.badge(first, end, word, tone) - px(6)
        brush.line(first.adjusted(0, 0, min(0, end - px(4) - first.right()), 0), look.first, "body")
        second = QRect(text.left(), first.bottom() + 1, text.width(), text.height() // 2)
        room = brush.aside(second, look.aside) if look.aside else 0
        brush.line(second.adjusted(0, 0, -room, 0), look.second, "caption")


class Brush:
    """Draws into a row, mirrored if need be."""

    def __init__(self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._row = row
        self._direction = direction
        self._colours = theme.current().colours

    def ground(self, rect: QRect, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(getattr(self._colours, colour)))
        radius = theme.current().px(10)
        self._painter.drawRoundedRect(self._seen(rect), radius, radius)

    def ring(self, rect: QRect) -> None:
        self._painter.setPen(QColor(self._colours.accent))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.current().px(10)
        self._painter.drawRoundedRect(self._seen(rect), radius, radius)

    def box(self, place: QRect, *, checked: bool) -> None:
        """A check box in the middle of a place."""
        side = theme.current().px(_BOX)
        box = QRect(0, 0, side, side)
        box.moveCenter(self._seen(place).center())
        colours = self._colours
        self._painter.setPen(QPen(QColor(colours.accent if checked else colours.control), 1.2))
        self._painter.setBrush(QColor(colours.accent if checked else colours.surface))
        radius = side / 4
        self._painter.drawRoundedRect(box, radius, radius)
        if checked:
            self._picture(box, "check", colours.on_accent)

    def icon(self, place: QRect, name: str, colour: str) -> None:
        side = theme.current().px(17)
        box = QRect(0, 0, side, side)
        box.moveCenter(self._seen(place).center())
        self._picture(box, name, getattr(self._colours, colour))

    def badge(self, line: QRect, end: int, text: str, tone: str) -> int:
        """Ends there; says where it begins."""
        now = theme.current()
        font = now.font("caption", weight=QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(text) + now.px(16)
        height = metrics.height() + now.px(3)
        rect = QRect(end - width, line.center().y() - height // 2, width, height)
        colour, ground = _TONES[tone]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(getattr(self._colours, ground)))
        self._painter.drawRoundedRect(self._seen(rect), height / 2, height / 2)
        self._painter.setFont(font)
        self._painter.setPen(QColor(getattr(self._colours, colour)))
        self._painter.drawText(self._seen(rect), Qt.AlignmentFlag.AlignCenter, text)
        return rect.left()

    def aside(self, line: QRect, text: str) -> int:
        """At the end of a line, in at most four tenths of it; says how much room it takes."""
        now = theme.current()
        font = now.font("caption")
        metrics = QFontMetrics(font)
        most = line.width() * 4 // 10
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, most)
        width = metrics.horizontalAdvance(shown) + 1
        rect = QRect(line.right() - width, line.top(), width + 1, line.height())
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours.muted))
        self._painter.drawText(self._seen(rect), Qt.AlignmentFlag.AlignCenter, shown)
        return width + now.px(16)

    def line(self, rect: QRect, runs: Sequence[Run], role: str, *, bottom: bool = False) -> None:
        """One line, with an ellipsis where more would follow."""
        font = theme.current().font(role)
        metrics = QFontMetrics(font)
        whole = "".join(run.text for run in runs)
        layout = QTextLayout(_elided(whole, metrics, rect.width()), font)
        option = layout.textOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        start = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(start | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(option.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats(runs))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, rect.width()))
        layout.endLayout()
        seen = self._seen(rect)
        height = line.height()
        top = seen.bottom() - height if bottom else seen.top() + (seen.height() - height) / 2
        self._painter.setPen(QColor(self._colours.text))
        layout.draw(self._painter, QPointF(seen.left(), top))

    def _formats(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        made, at = [], 0
        for run in runs:
            form = QTextCharFormat()
            form.setForeground(QColor(getattr(self._colours, run.colour)))
            if run.ground:
                form.setBackground(QColor(getattr(self._colours, run.ground)))
            form.setFontStrikeOut(run.struck)
            form.setFontUnderline(run.underlined)
            if run.bold:
                form.setFontWeight(QFont.Weight.DemiBold)
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = at, units(run.text), form
            at += piece.length
            made.append(piece)
        return made

    def _picture(self, box: QRect, name: str, colour: str) -> None:
        ratio = self._painter.device().devicePixelRatioF()
        self._painter.drawPixmap(box.topLeft(), icons.pixmap(name, colour, box.width(), ratio))

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._row, rect)


def sides(view: QWidget) -> tuple[int, int]:
    """The margins before and after what is read in a list, so that it stands under its head."""
    px = theme.current().px
    side = max(px(28), (view.width() - px(WIDTH)) // 2)
    bar = view.width() - view.viewport().width() if isinstance(view, QAbstractScrollArea) else 0
    return side, max(px(4), side - bar)


def inner(view: QWidget, rect: QRect) -> QRect:
    """What of a row is not margin, laid out from left to right."""
    before, after = sides(view)
    return rect.adjusted(before, 0, -after, 0)


def in_gutter(view: QWidget, rect: QRect, x: int) -> bool:
    """Whether a click into a row is meant for its check box."""
    area = inner(view, rect)
    gutter = QRect(area.left(), area.top(), theme.current().px(_GUTTER), area.height())
    seen = QStyle.visualRect(view.layoutDirection(), rect, gutter)
    return seen.left() <= x <= seen.right()


_TONES = {
    "neutral": ("muted", "bubble"),
    "warn": ("warn", "warn_soft"),
    "accent": ("accent", "accent_soft"),
}


def _elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """Long texts are cut before they are measured."""
    return metrics.elidedText(text[:600], Qt.TextElideMode.ElideRight, width)
