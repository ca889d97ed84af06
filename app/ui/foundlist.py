"""What a search found, in place of the list of conversations: places under their titles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.domain.ledger import Role
from app.services.search import Hit
from app.ui import theme, words
from app.ui.founddelegate import FIRST, HIT, FoundDelegate
from app.ui.language import tr

Index = QModelIndex | QPersistentModelIndex


class FoundRows(QAbstractListModel):
    """The first hit of each conversation bears its title."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at = index.row()
        hit = self.hits[at]
        if role == HIT:
            return hit
        if role == FIRST:
            return at == 0 or self.hits[at - 1].conversation != hit.conversation
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(hit)
        return None


class FoundView(QListView):
    """The search field leads through it and keeps the focus. `chosen` with a hit to open."""

    chosen = Signal(object)  # Hit
    moved = Signal(str)  # the current hit in words

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Found in your conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a snippet is as tall as it is wrapped
        self.rows = FoundRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(FoundDelegate(self))
        self._question = ""
        self._stepped = False
        self.selectionModel().currentChanged.connect(self._tell)
        theme.current().changed.connect(self.viewport().update)

    def show_hits(self, question: str, hits: Sequence[Hit]) -> None:
        """The hit that the person went to stays the current one as long as it is found; before
        that it is the first."""
        current, place = self.current(), self.verticalScrollBar().value()
        same = question == self._question
        self._stepped = self._stepped and (same or current in hits)
        self._question = question
        if list(hits) == self.rows.hits:
            return
        self.rows.show(hits)
        kept = next((at for at, hit in enumerate(hits) if _key(hit) == _key(current)), None)
        at = kept if kept is not None and (self._stepped or same) else 0
        self.setCurrentIndex(self.rows.index(at) if hits else QModelIndex())
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place if same else 0)
        if self._stepped:
            self.scrollTo(self.currentIndex())

    def current(self) -> Hit | None:
        index = self.currentIndex()
        return self.rows.hits[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Down or up, to the ends and no further: what is next is always beside it."""
        if self.rows.hits:
            self._stepped = True
            at = self.currentIndex().row() + by
            self.setCurrentIndex(self.rows.index(min(max(at, 0), len(self.rows.hits) - 1)))

    def open_current(self) -> None:
        hit = self.current()
        if hit is not None:
            self.chosen.emit(hit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._stepped = True
            self.setCurrentIndex(index)
            self.open_current()

    def _tell(self) -> None:
        hit = self.current()
        self.moved.emit(spoken(hit) if hit is not None else "")


def spoken(hit: Hit) -> str:
    said = f"{hit.title.text}, {words.day(hit.at)}"
    if hit.message is None:
        return said
    text = hit.snippet.text
    if hit.role is Role.USER:
        return tr("{place}, you wrote: {text}", place=said, text=text)
    return tr("{place}, reply: {text}", place=said, text=text)


def _key(hit: Hit | None) -> tuple[str, str | None] | None:
    return (hit.conversation, hit.message) if hit is not None else None
