"""The list on the pages of memories and corrections: thousands of rows that are only painted, of
which one at a time opens into a card; and cards that stand open, made when they come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui import theme
from app.ui.controls import holds_focus
from app.ui.later import tab_stops
from app.ui.ledgercard import Card
from app.ui.ledgerdelegate import HEADING, ROW_HEIGHT, LedgerDelegate, in_gutter, sides
from app.ui.ledgerrows import Entry, Heading, Index, LedgerRows

_FLAG = QItemSelectionModel.SelectionFlag
_TO_MANY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
AT_ONCE = 1  # cards that are made before the next frame; one costs 17 ms
FAR = 60  # rows away from what is seen where cards are given up


class LedgerView(QTableView):
    """Enter or a click opens a row, Esc closes it; F2 opens it with the caret in its text. Space,
    a click into the margin, Ctrl and Shift choose several, Del forgets what is chosen."""

    chosen = Signal()  # `chosen_keys` or `choosing` is new
    forgotten = Signal(tuple)  # keys
    menu_wanted = Signal(QPoint)  # on the screen; of what is chosen

    def __init__(
        self,
        name: str,
        rows: LedgerRows,
        delegate: LedgerDelegate,
        make: Callable[[Entry], Card],
        stands_open: Callable[[Entry], bool] = lambda _: False,
    ) -> None:
        super().__init__()
        self.rows = rows
        self.choosing = False
        self.opened: str | None = None
        self.cards: dict[str, Card] = {}
        self._make = make
        self._stands_open = stands_open
        self.setAccessibleName(name)
        self.setProperty("look", "ledger")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setAccessibleName(name)
            header.hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.current().px(ROW_HEIGHT))
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.verticalScrollBar().setSingleStep(theme.current().px(24))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._build_seen())
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.customContextMenuRequested.connect(self._context_menu)
        theme.current().changed.connect(self.viewport().update)

    # what is shown

    def show_rows(self, entries: Sequence[Entry]) -> None:
        """What is open and what is chosen stays so, as long as it is listed. The focus of a card
        that is made anew, since its row moved, goes to its row."""
        had_focus = any(map(holds_focus, self.cards.values()))
        current = self.currentIndex()
        chosen, here = self.chosen_keys(), self._key(current)
        at = current.row()
        before = {key: self.rows.number_of(key) for key in self.cards}
        self.rows.show(entries)
        for at in self.rows.headings():
            self.setRowHeight(at, theme.current().px(HEADING))
        for key in before:
            self._keep_card(key)
        self._choose_again(chosen, here, at)
        self._build_seen()
        if had_focus and not any(map(holds_focus, self.cards.values())):
            self.setFocus()

    def open(self, key: str, *, edit: bool = False) -> None:
        """In place; what was open before closes."""
        if self.opened not in (None, key):
            self.close_card()
        entry = self.rows.entry(key)
        if entry is None:
            return
        if not self._stands_open(entry):
            self.opened = key
        self._card(entry)
        index = self.rows.index_of(key)
        self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self._fit(key)
        self._reveal(index)
        if edit:
            self.cards[key].edit()

    def close_card(self) -> None:
        key, self.opened = self.opened, None
        if key is not None:
            self._drop(key)

    def reveal(self, widget: QWidget, part: QRect) -> None:
        """Scrolls just enough to show a part of a widget in a card."""
        room, margin = self.viewport().height(), theme.current().px(48)
        top = widget.mapTo(self.viewport(), part.topLeft()).y()
        below = max(0, top + part.height() + margin - room)
        above = min(0, top - margin)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (below or above))

    # what is chosen

    def chosen_keys(self) -> tuple[str, ...]:
        """In the order of the list. A row that is merely the current one counts, too."""
        found: list[str] = []
        selection = self.selectionModel().selection()
        parts = (selection.at(at) for at in range(selection.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        for top, bottom in ranges:
            rows = self.rows.rows[top : bottom + 1]
            found += [row.key for row in rows if not isinstance(row, Heading)]
        return tuple(dict.fromkeys(found))

    def choose_all(self) -> None:
        self._set_choosing(True)
        self.selectAll()

    def choose_none(self) -> None:
        self.clearSelection()
        self._set_choosing(False)

    def toggle(self, index: Index) -> None:
        """The first one begins the choice, whatever was the current one."""
        begins = not self.choosing
        self._set_choosing(True)
        self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self.selectionModel().select(index, _FLAG.ClearAndSelect if begins else _FLAG.Toggle)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """While several are being chosen, the arrow keys alone choose nothing."""
        key = event if isinstance(event, QKeyEvent) else None
        if self.choosing and key and key.key() in _MOVES and not key.modifiers() & _TO_MANY:
            return _FLAG.NoUpdate
        return super().selectionCommand(index, event)

    # keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        here = self._key(index)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if here:
                self.open(here, edit=True)
            case Qt.Key.Key_F2 if here:
                self.open(here, edit=True)
            case Qt.Key.Key_Space if here:
                self.toggle(index)
            case Qt.Key.Key_Delete if here:
                self.forgotten.emit(self.chosen_keys() or (here,))
            case Qt.Key.Key_A if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.choose_all()
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._to_end(event)
            case key if key in _MOVES and here is None:
                self._step_to(0, 1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if not left or self._key(index) is None:
            return
        if self._in_gutter(event) or (self.choosing and not event.modifiers() & _TO_MANY):
            self.toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._key(self.indexAt(event.position().toPoint()))
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _TO_MANY
        if key is not None and left and not self.choosing and not self._in_gutter(event):
            self.open(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._step_to(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for key in list(self.cards):
            self._fit(key)
        self._build_seen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card grew or shrank."""
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, Card):
            self._fit(watched.key)
        return super().eventFilter(watched, event)

    # cards

    def _card(self, entry: Entry) -> Card:
        card = self.cards.get(entry.key)
        if card is None:
            card = self._make(entry)
            card.closed.connect(self._closed)
            self.cards[entry.key] = card
            card.installEventFilter(self)
            self.setIndexWidget(self.rows.index_of(entry.key), card)
            before: QWidget = self
            for stop in tab_stops(card):
                QWidget.setTabOrder(before, stop)
                before = stop
        return card

    def _keep_card(self, key: str) -> None:
        """After the rows changed. Qt deletes the widget of a row that went, also if it came back
        elsewhere."""
        entry, index = self.rows.entry(key), self.rows.index_of(key)
        if entry is None or (self.opened != key and not self._stands_open(entry)):
            self._drop(key)
            if self.opened == key:
                self.opened = None
        elif self.indexWidget(index) is not self.cards[key]:
            del self.cards[key]
            self._card(entry)
        else:
            self.cards[key].show_entry(entry)

    def _drop(self, key: str) -> None:
        card = self.cards.pop(key, None)
        index = self.rows.index_of(key)
        if card is None or not index.isValid():
            return
        had_focus = holds_focus(card)
        self.setIndexWidget(index, None)  # type: ignore[arg-type]
        self.setRowHeight(index.row(), theme.current().px(ROW_HEIGHT))
        if had_focus:
            self.setFocus()

    def _closed(self, key: str) -> None:
        if key == self.opened:
            self.close_card()
        self.setFocus()

    def _fit(self, key: str) -> None:
        card, at = self.cards.get(key), self.rows.number_of(key)
        if card is None or at < 0:
            return
        card.set_margins(*sides(self))
        height = card.height_at(self.viewport().width())
        if self.rowHeight(at) != height:
            self.setRowHeight(at, height)

    def _build_seen(self) -> None:
        """The cards that stand open, of the rows in view."""
        if not self.rows.rows:
            return
        built = 0
        first = max(0, self.rowAt(0))
        for entry in self.rows.rows[first:]:
            if self.rowViewportPosition(self.rows.number_of(entry.key)) > self.viewport().height():
                break
            if self._stands_open(entry) and entry.key not in self.cards:
                if built == AT_ONCE:
                    QTimer.singleShot(0, self, self._build_seen)
                    break
                built += 1
                self._card(entry)
                self._fit(entry.key)
        self._give_up_far(first)

    def _give_up_far(self, first: int) -> None:
        """Cards that stand open and are far from what is seen; their rows keep their height."""
        for key in list(self.cards):
            far = abs(self.rows.number_of(key) - first) > FAR
            if far and key != self.opened and not holds_focus(self.cards[key]):
                self.setIndexWidget(self.rows.index_of(key), None)  # type: ignore[arg-type]
                del self.cards[key]

    def _reveal(self, index: QModelIndex) -> None:
        tall = self.rowHeight(index.row()) > self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtTop if tall else hint.EnsureVisible)

    # inside

    def _key(self, index: Index) -> str | None:
        entry = self.rows.at(index)
        return entry.key if entry is not None else None

    def _in_gutter(self, event: QMouseEvent) -> bool:
        spot = event.position().toPoint()
        return in_gutter(self, self.visualRect(self.indexAt(spot)), spot.x())

    def _selection_changed(self) -> None:
        keys = self.chosen_keys()
        if len(keys) > 1:
            self.choosing = True
        elif not keys:
            self.choosing = False
        self._show_chosen(keys)

    def _show_chosen(self, keys: Sequence[str]) -> None:
        for key, card in self.cards.items():
            card.show_chosen(self.choosing and key in keys)
        self.viewport().update()
        self.chosen.emit()

    def _set_choosing(self, choosing: bool) -> None:
        if choosing != self.choosing:
            self.close_card()
            self.choosing = choosing
            self._show_chosen(self.chosen_keys())

    def _choose_again(self, chosen: Sequence[str], here: str | None, at: int) -> None:
        """Where the current row is gone, what stands in its place is the current one."""
        model = self.selectionModel()
        if here is not None and self._key(self.currentIndex()) != here:
            index = self.rows.index_of(here)
            model.setCurrentIndex(index if index.isValid() else self._near(at), _FLAG.NoUpdate)
        if chosen and self.chosen_keys() != chosen:
            for key in chosen:
                model.select(self.rows.index_of(key), _FLAG.Select)

    def _near(self, at: int) -> QModelIndex:
        """The row there, the next one or the last one that is no heading."""
        count = len(self.rows.rows)
        places = (*range(at, count), *range(min(at, count) - 1, -1, -1))
        found = (self.rows.index(place, 0) for place in places)
        return next((index for index in found if self.rows.at(index)), QModelIndex())

    def _to_end(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_End
        self._step_to(len(self.rows.rows) - 1 if down else 0, -1 if down else 1)

    def _step_to(self, at: int, step: int) -> None:
        """There, or the next row that is no heading."""
        while 0 <= at < len(self.rows.rows):
            index = self.rows.index(at, 0)
            if self.rows.at(index) is not None:
                flag = _FLAG.NoUpdate if self.choosing else _FLAG.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, flag)
                self.scrollTo(index)
                return
            at += step

    def _context_menu(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        if self._key(index) is None:
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(self.viewport().mapToGlobal(spot))
