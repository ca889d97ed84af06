"""The same figures as the plots', as a table: to be read aloud, sorted and copied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from app.domain.ledger import Outcome
from app.ui import nightseries, theme, words
from app.ui.language import tr
from app.ui.nightseries import COLUMNS, Column, Point

Index = QModelIndex | QPersistentModelIndex
NIGHT, OUTCOME = 0, 1
FIRST = 2
"""Columns before it are the night and how it ended."""

SORT = Qt.ItemDataRole.UserRole
POINT = Qt.ItemDataRole.UserRole + 1
SIGNS = {Qt.SortOrder.AscendingOrder: "▴", Qt.SortOrder.DescendingOrder: "▾"}
MOST_ROWS = 12  # that are seen at once


class Nights(QAbstractTableModel):
    """The newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._series: tuple[Point, ...] = ()
        self.sorting = (NIGHT, Qt.SortOrder.DescendingOrder)

    def show_points(self, series: Sequence[Point]) -> None:
        self.beginResetModel()
        self._series = tuple(reversed(series))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._series)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIRST + len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            own = (tr("Night"), tr("Outcome"))
            name = own[section] if section < FIRST else tr(COLUMNS[section - FIRST].short)
            by, order = self.sorting
            return f"{name} {SIGNS[order]}" if section == by else name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(COLUMNS[section - FIRST].title) if section >= FIRST else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        point, at = self._series[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(point, at)
        if role == SORT:
            return _key(point, at)
        if role == POINT:
            return point
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(at)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _text(point, at) if at < FIRST else _said(COLUMNS[at - FIRST], point)
        return None


class NightTable(QTableView):
    """`chosen` with the id of a night whose report is wanted."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._nights = Nights()
        self._shown: tuple[Point, ...] = ()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._nights)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self.setAccessibleName(tr("Nights as a table"))
        self.setProperty("look", "figures")
        self.setAccessibleDescription(tr("S sorts by the column, Enter opens the report."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setAccessibleName(tr("Rows"))
        self.verticalHeader().setDefaultSectionSize(theme.current().px(32))
        header = self.horizontalHeader()
        header.setAccessibleName(tr("Figures of a night"))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.sort)
        header.setStretchLastSection(True)
        header.setCursor(Qt.CursorShape.PointingHandCursor)
        header.setResizeContentsPrecision(MOST_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.activated.connect(self._open)

    def show_points(self, series: Sequence[Point]) -> None:
        if tuple(series) == self._shown:
            return
        self._shown = tuple(series)
        self._nights.show_points(series)
        self._sorted.sort(*self._nights.sorting)
        px = theme.current().px
        rows = min(len(series), MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(px(40) + rows * px(32) + bar)
        if series and not self.currentIndex().isValid():
            self.setCurrentIndex(self._sorted.index(0, 0))
            self.clearSelection()

    def sort(self, column: int) -> None:
        """By that column; once more, the other way round."""
        by, order = self._nights.sorting
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        turned = ascending if order is descending else descending
        self._nights.sorting = (column, turned if column == by else descending)
        self._sorted.sort(*self._nights.sorting)
        self._nights.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, FIRST + len(COLUMNS) - 1)

    def text(self) -> str:
        """The rows that are selected, or all, in the order that is shown, between tabs."""
        selected = {index.row() for index in self.selectionModel().selectedRows()}
        rows = sorted(selected) if len(selected) > 1 else range(self._sorted.rowCount())
        return nightseries.tab_separated([self._point(row) for row in rows])

    def copy(self) -> None:
        QApplication.clipboard().setText(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_S and self.currentIndex().isValid():
            self.sort(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._point(index.row()).night)

    def _point(self, row: int) -> Point:
        found = self._sorted.index(row, NIGHT).data(POINT)
        assert isinstance(found, Point)  # noqa: S101
        return found


def _said(column: Column, point: Point) -> str:
    return tr("{name}: {value}", name=tr(column.title), value=column.text(point))


def _text(point: Point, at: int) -> str:
    if at == NIGHT:
        return f"{words.sentence(words.day(point.at))} {point.at.astimezone():%H:%M}"
    if at == OUTCOME:
        return tr(words.OUTCOMES[Outcome.PROMOTED if point.promoted else Outcome.KEPT])
    return COLUMNS[at - FIRST].text(point)


def _key(point: Point, at: int) -> float:
    """Unmeasured ones come before all others."""
    if at == NIGHT:
        return _seconds(point.at)
    if at == OUTCOME:
        return float(point.promoted)
    value = COLUMNS[at - FIRST].of(point)
    return -1e12 if value is None else value


def _seconds(at: datetime) -> float:
    return at.timestamp()


def _alignment(at: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if at >= FIRST else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
