"""A layout that goes on in the next line, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle


class Flow(QLayout):
    """As the language runs and then down; or, `to_right`, each line against the right edge."""

    def __init__(self, space: int, *, to_right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._to_right = to_right
        self.setContentsMargins(QMargins())
        self.setSpacing(space)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self.spacing() for item in self._items)
        return QSize(width, max(map(_height, [self._items]), default=0))

    def minimumSize(self) -> QSize:
        widths = (item.minimumSize().width() for item in self._items)
        return QSize(max(widths, default=0), _height(self._items))

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        top = room.top()
        for line in self._lines(room.width()):
            sizes = [_size(item, room.width()) for item in line]
            used = sum(size.width() for size in sizes) + self.spacing() * (len(line) - 1)
            left = room.left() + (room.width() - used if self._to_right else 0)
            for item, size in zip(line, sizes, strict=True):
                middle = top + (_height(line) - size.height()) // 2
                place = QRect(QPoint(left, middle), size)
                item.setGeometry(place if self._to_right else self._mirrored(room, place))
                left += size.width() + self.spacing()
            top += _height(line) + self.spacing()

    def _mirrored(self, room: QRect, place: QRect) -> QRect:
        """Where the language runs from right to left."""
        widget = self.parentWidget()
        return QStyle.visualRect(widget.layoutDirection(), room, place) if widget else place

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = width + 1
        for item in self._items:
            wide = _size(item, width).width()
            if left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines


def _size(item: QLayoutItem, width: int) -> QSize:
    return item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 10_000))


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
