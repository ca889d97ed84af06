"""Paints a conversation in the sidebar, and edits its name in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui import icons, theme

ID = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def in_more(item: QRect, spot: QPoint) -> bool:
    """Whether a click on an item hits its menu button at the end."""
    return spot.x() > item.right() - theme.current().px(34)


class Delegate(QStyledItemDelegate):
    """A title in a soft rounded row; a heading where there is no id."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = theme.current().px
        return QSize(px(120), px(38) if index.data(ID) else px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(ID) is None:
            self._heading(painter, option, str(index.data()))
        else:
            self._row(painter, option, str(index.data()))
        painter.restore()

    def createEditor(self, parent: QWidget, *_: object) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName("Name of the conversation")
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

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
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
        painter.setFont(now.font("small"))
        painter.setPen(QColor(now.colours.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if chosen or hovered:
            self._more(painter, rect)

    def _more(self, painter: QPainter, rect: QRect) -> None:
        now = theme.current()
        side = now.px(18)
        picture = icons.pixmap(
            "more", now.colours.muted, side, painter.device().devicePixelRatioF()
        )
        left = rect.right() - now.px(8) - side
        painter.drawPixmap(left, rect.center().y() - side // 2, picture)
