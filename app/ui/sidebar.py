"""The list of conversations: newest first, renamed in place, deleted with an undo elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from app.domain.ledger import Conversation
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, Picture, column, row
from app.ui.sidebardelegate import ID, Delegate, in_more

Index = QModelIndex | QPersistentModelIndex


class ConversationList(QAbstractListModel):
    """Conversations under headings of age. A heading has no id and cannot be chosen."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str | None, str]] = []

    def show(self, conversations: Sequence[Conversation], now: datetime | None = None) -> None:
        rows: list[tuple[str | None, str]] = []
        heading = None
        for conversation in conversations:
            group = words.age_group(conversation.updated, now)
            if group != heading:
                heading = group
                rows.append((None, group))
            rows.append((conversation.id, conversation.title))
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_of(self, conversation_id: str | None) -> int:
        """-1 when it is not listed."""
        ids = [key for key, _ in self._rows]
        return ids.index(conversation_id) if conversation_id in ids and conversation_id else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key, text = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text if key else f"{text}, heading"
        return key if role == ID else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key, text = self._rows[index.row()]
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or key is None or not title or title == text:
            return False
        self._rows[index.row()] = (key, title)
        self.dataChanged.emit(index, index)
        self.renamed.emit(key, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()][0] is None:
            return Qt.ItemFlag.ItemIsEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable


class ConversationView(QListView):
    """Enter or a click opens, F2 or a double click renames, Del deletes, the menu has both."""

    chosen = Signal(str)
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Conversations")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(Delegate(self))
        self.rows = ConversationList(self)
        self.setModel(self.rows)
        self.customContextMenuRequested.connect(lambda spot: self._menu(self.indexAt(spot), spot))
        theme.current().changed.connect(self.viewport().update)

    def show_conversations(self, listed: Sequence[Conversation], shown: str | None) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # never take a name away that is being typed
        self.rows.show(listed)
        self.mark(shown)

    def mark(self, conversation_id: str | None) -> None:
        row_number = self.rows.row_of(conversation_id)
        index = self.rows.index(row_number) if row_number >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()

    def beside(self, step: int) -> str | None:
        """The conversation one further down (1) or up (-1); from none, the first or the last."""
        ids = [key for at in range(self.rows.rowCount()) if (key := self._id(self.rows.index(at)))]
        here = self._id(self.currentIndex())
        if here not in ids:
            return ids[0 if step > 0 else -1] if ids else None
        place = ids.index(here) + step
        return ids[place] if 0 <= place < len(ids) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self._id(self.currentIndex())
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # the name field has heard it already
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key:
            self.chosen.emit(key)
        elif event.key() == Qt.Key.Key_Delete and key:
            self.deleted.emit(key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        key = self._id(index)
        if key and event.button() == Qt.MouseButton.LeftButton:
            if in_more(self.visualRect(index), event.position().toPoint()):
                self._menu(index, event.position().toPoint())
            else:
                self.chosen.emit(key)
        super().mouseReleaseEvent(event)

    def _menu(self, index: QModelIndex, spot: QPoint) -> None:
        key = self._id(index)
        if not key:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCurrentIndex(index)
        menu.addAction("Rename").triggered.connect(lambda: self.edit(index))
        menu.addAction("Delete").triggered.connect(lambda: self.deleted.emit(key))
        menu.popup(self.viewport().mapToGlobal(spot))

    def _id(self, index: QAbstractItemModel | QModelIndex) -> str | None:
        if isinstance(index, QModelIndex) and index.isValid():
            found = index.data(ID)
            return found if isinstance(found, str) else None
        return None


class Sidebar(Panel):
    """Conversations, and the way to the nights and the settings."""

    def __init__(self) -> None:
        super().__init__("sidebar")
        self.new = Button("plain", "New conversation", icon="plus")
        self.fold = Button("icon", icon="sidebar", name="Hide the sidebar")
        self.list = ConversationView()
        self.nights = Button("nav", "Nights", icon="moon")
        self.settings = Button("nav", "Settings", icon="settings")
        self._empty = Label("Your conversations will be listed here.", "caption", wrap=True)
        head = row(
            Picture("spark", colour="accent", side=20),
            Label("Reverie", "brand"),
            None,
            self.fold,
            margins=(10, 0, 0, 0),
        )
        self.setLayout(
            column(
                head,
                self.new,
                4,
                self._empty,
                self.list,
                6,
                self.nights,
                self.settings,
                space=6,
                margins=(10, 12, 10, 12),
            )
        )
        self._empty.setContentsMargins(*(theme.current().px(m) for m in (10, 8, 10, 0)))
        self.setFixedWidth(theme.current().px(264))

    def show_conversations(self, listed: Sequence[Conversation], shown: str | None) -> None:
        self._empty.setVisible(not listed)
        self.list.show_conversations(listed, shown)
