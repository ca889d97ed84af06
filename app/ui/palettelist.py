"""The rows of the command palette: sections under headings, painted one calm line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui import icons, theme
from app.ui.language import tr
from app.ui.sources import Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT, HEADING_HEIGHT = 40, 32
MOST_HEIGHT = 440


@dataclass(frozen=True, slots=True)
class Section:
    """What one source found."""

    heading: str
    rows: Sequence[Row]


class PaletteRows(QAbstractListModel):
    """A heading has no row and cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, Row | None]] = []

    def show(self, sections: Sequence[Section]) -> None:
        self.beginResetModel()
        self._lines = []
        for section in sections:
            if section.rows:
                self._lines.append((section.heading, None))
                self._lines += [(section.heading, row) for row in section.rows]
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        return self._lines[index.row()][1] if index.isValid() else None

    def places(self) -> list[int]:
        """The lines that can be chosen."""
        return [place for place, (_, row) in enumerate(self._lines) if row is not None]

    def place_of(self, wanted: tuple[str, str] | None) -> int | None:
        """Where a row is now, known by its heading and its key."""
        return next((place for place in self.places() if self.name_at(place) == wanted), None)

    def name_at(self, place: int) -> tuple[str, str] | None:
        heading, row = self._lines[place]
        return (heading, row.key) if row is not None else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        heading, row = self._lines[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if row is not None else heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if row is not None else tr("{title}, heading", title=heading)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if self.row_at(index) is None:
            return flag.ItemIsEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable


class PaletteList(QListView):
    """As tall as its rows, up to a limit. `picked` with a row that was clicked."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Found", "what a search found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows = PaletteRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(PaletteDelegate(self))
        theme.current().changed.connect(self.viewport().update)

    def show_first(self, sections: Sequence[Section]) -> None:
        """An answer to something new: the first row is the one that Enter takes."""
        self._fill(sections)
        self._choose(next(iter(self.rows.places()), None))
        self.scrollToTop()

    def show_more(self, sections: Sequence[Section]) -> None:
        """More came for the same question: the chosen row stays where it is on the screen."""
        current = self.currentIndex()
        if not current.isValid():
            self.show_first(sections)
            return
        name, before = self.rows.name_at(current.row()), self.visualRect(current).top()
        self._fill(sections)
        place = self.rows.place_of(name)
        if place is None:
            place = next(iter(self.rows.places()), None)
        self._choose(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - before)

    def step(self, by: int) -> None:
        """One row down or up, and around at the ends; headings are passed over."""
        places = self.rows.places()
        if places:
            here = self.currentIndex().row()
            at = places.index(here) if here in places else -1
            self._choose(places[(at + by) % len(places)])
            if self.currentIndex().row() == places[0]:
                self.scrollToTop()  # with its heading
            else:
                self.scrollTo(self.currentIndex())

    def chosen(self) -> Row | None:
        return self.rows.row_at(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(found)

    def _fill(self, sections: Sequence[Section]) -> None:
        self.rows.show(sections)
        px, choosable = theme.current().px, len(self.rows.places())
        headings = self.rows.rowCount() - choosable
        height = choosable * px(ROW_HEIGHT) + headings * px(HEADING_HEIGHT)
        self.setFixedHeight(min(height, px(MOST_HEIGHT)))
        self.setVisible(height > 0)
        self.doItemsLayout()

    def _choose(self, place: int | None) -> None:
        self.setCurrentIndex(QModelIndex() if place is None else self.rows.index(place))


class PaletteDelegate(QStyledItemDelegate):
    """Icon, title, and at the end the key or the day."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = theme.current().px
        return QSize(px(200), px(ROW_HEIGHT if index.data(ROW) is not None else HEADING_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = index.data(ROW)
        if isinstance(found, Row):
            self._row(painter, option, found)
        else:
            self._heading(painter, option.rect, str(index.data()))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        now = theme.current()
        painter.setFont(now.font("caption", weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(now.colours.muted))
        area = rect.adjusted(now.px(14), 0, 0, -now.px(5))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, found: Row) -> None:
        now = theme.current()
        rect = option.rect.adjusted(now.px(4), now.px(1), -now.px(4), -now.px(1))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.colours.pressed if chosen else now.colours.hover))
            painter.drawRoundedRect(rect, now.px(9), now.px(9))
        side = now.px(18)
        colour = now.colours.text if chosen else now.colours.muted
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(found.icon, colour, side, ratio)
        painter.drawPixmap(rect.left() + now.px(10), rect.center().y() - side // 2, picture)
        inner = rect.adjusted(now.px(10) + side + now.px(12), 0, -now.px(14), 0)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(colour))
        painter.drawText(inner, end, found.detail)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(found.detail))
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(now.font("small"))
        painter.setPen(QColor(now.colours.text))
        room = inner.width() - now.px(16)
        elided = Qt.TextElideMode.ElideRight
        painter.drawText(inner, start, painter.fontMetrics().elidedText(found.title, elided, room))


def spoken(found: Row) -> str:
    return f"{found.title}, {found.detail}" if found.detail else found.title
