"""Paints conversations and folders in the sidebar, and edits their names in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui import icons, theme
from app.ui.conversationlist import ROW, Index, Kind, Row
from app.ui.language import tr


def in_more(item: QRect, spot: QPoint) -> bool:
    """Whether a click on an item hits its menu button at the end."""
    return spot.x() > item.right() - theme.current().px(34)


class Delegate(QStyledItemDelegate):
    """A title in a soft rounded row; headings; folders with a chevron and their number."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = theme.current().px
        return QSize(px(120), px(34) if index.data(ROW).kind is Kind.HEADING else px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: Row = index.data(ROW)
        if row.kind is Kind.HEADING:
            self._heading(painter, option, row.text)
        else:
            self._row(painter, option, row)
        painter.restore()

    def createEditor(self, parent: QWidget, _: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        folder = index.data(ROW).kind is Kind.FOLDER
        field.setAccessibleName(
            tr("Name of the folder") if folder else tr("Name of the conversation")
        )
        field.setMaxLength(200)
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        px = theme.current().px
        editor.setGeometry(option.rect.adjusted(0, px(2), 0, -px(2)))

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        now = theme.current()
        painter.setFont(now.font("caption", weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(now.colours.muted))
        area = option.rect.adjusted(now.px(10), 0, 0, -now.px(4))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        now = theme.current()
        state = option.state
        rect = option.rect.adjusted(0, now.px(1), 0, -now.px(1))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.colours.hover if chosen else now.colours.bubble))
            painter.drawRoundedRect(rect, now.px(8), now.px(8))
        if focused:
            painter.setPen(QColor(now.colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), now.px(8), now.px(8))
        room = now.px(34) if chosen or hovered else now.px(10)
        area = rect.adjusted(now.px(10), 0, -room, 0)
        if row.kind is Kind.FOLDER:
            self._folder(painter, area, row)
        else:
            indent = now.px(20) if row.inside else 0
            self._text(painter, area.adjusted(indent, 0, 0, 0), row.text)
        if chosen or hovered:
            self._more(painter, rect)

    def _folder(self, painter: QPainter, area: QRect, row: Row) -> None:
        now = theme.current()
        side = now.px(14)
        picture = icons.pixmap(
            "chevron-right" if row.closed else "chevron-down",
            now.colours.muted,
            side,
            painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(area.left(), area.center().y() - side // 2, picture)
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.colours.muted))
        number = str(row.count)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        left = now.px(20)
        right = painter.fontMetrics().horizontalAdvance(number) + now.px(8)
        name = area.adjusted(left, 0, -right, 0)
        self._text(painter, name, row.text, QFont.Weight.DemiBold)

    def _text(
        self, painter: QPainter, area: QRect, text: str, weight: QFont.Weight | None = None
    ) -> None:
        now = theme.current()
        painter.setFont(now.font("small", weight=weight))
        painter.setPen(QColor(now.colours.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _more(self, painter: QPainter, rect: QRect) -> None:
        now = theme.current()
        side = now.px(18)
        picture = icons.pixmap(
            "more", now.colours.muted, side, painter.device().devicePixelRatioF()
        )
        left = rect.right() - now.px(8) - side
        painter.drawPixmap(left, rect.center().y() - side // 2, picture)
