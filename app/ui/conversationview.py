"""The list of conversations as it is seen and used, by mouse and by keyboard alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from app.domain.ledger import Conversation
from app.ui import theme
from app.ui.conversationlist import ConversationList, Kind, Row, folders_of
from app.ui.conversationmenu import ConversationActions, conversation_menu, folder_menu
from app.ui.language import tr
from app.ui.sidebardelegate import Delegate, in_more

_TO_MANY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ConversationView(QListView):
    """Enter or a click opens a conversation or a folder; Left and Right close and open a folder.
    Ctrl and Shift choose several. F2 renames, Del deletes, the menu has everything."""

    chosen = Signal(str)
    toggled = Signal(str)  # a folder's name

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(Delegate(self))
        self.rows = ConversationList(self)
        self.asked = ConversationActions(self)
        self._shown: str | None = None
        self.setModel(self.rows)
        self.rows.dropped.connect(self.asked.moved)
        self.customContextMenuRequested.connect(self._context_menu)
        theme.current().changed.connect(self.viewport().update)

    # what is shown

    def show_conversations(
        self, listed: Sequence[Conversation], shown: str | None, closed: Collection[str] = ()
    ) -> None:
        """What was chosen stays chosen, unless another conversation is shown now."""
        if self._is_naming():
            return  # never take a name away that is being typed
        here, chosen = self._here(), self.chosen_ids()
        place = self.verticalScrollBar().value()
        changed = self.rows.show(listed, closed)
        if shown != self._shown:
            self.mark(shown)
        elif changed:
            self._return_to(here, chosen)
            self.verticalScrollBar().setValue(place)

    def mark(self, conversation_id: str | None) -> None:
        """The one that is shown is the one that is chosen."""
        self._shown = conversation_id
        index = self._index(conversation_id)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()

    def beside(self, step: int) -> str | None:
        """The conversation one further down (1) or up (-1); from none, the first or the last."""
        found = [self.rows.at(self.rows.index(at)) for at in range(self.rows.rowCount())]
        ids = [row.key for row in found if row and row.kind is Kind.CONVERSATION]
        here = self._shown
        if here not in ids:
            return ids[0 if step > 0 else -1] if ids else None
        place = ids.index(here) + step
        return ids[place] if 0 <= place < len(ids) else None

    def chosen_ids(self) -> tuple[str, ...]:
        """In the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = (self.rows.at(self.rows.index(number)) for number in rows)
        return tuple(row.key for row in found if row is not None)

    def _return_to(self, here: Row | None, chosen: Collection[str]) -> None:
        at = self._index(here.key, here.kind) if here else QModelIndex()
        if not at.isValid():
            self.mark(self._shown)
            return
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(at, flag.NoUpdate)
        for key in chosen:
            model.select(self._index(key), flag.Select)

    # keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self._here()
        if self._is_naming():
            event.accept()  # the name field has heard it already
        elif here is None or not self._takes(event.key(), here):
            super().keyPressEvent(event)

    def _takes(self, key: int, here: Row) -> bool:
        """Whether the key means something of ours on that row."""
        folder = here.kind is Kind.FOLDER
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._use(here)
            case Qt.Key.Key_Space if folder:
                self._use(here)
            case Qt.Key.Key_Left if folder and not here.closed:
                self._use(here)
            case Qt.Key.Key_Right if folder and here.closed:
                self._use(here)
            case Qt.Key.Key_Delete if not folder:
                self.asked.deleted.emit(self._meant(self.currentIndex()))
            case _:
                return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        row = self.rows.at(index)
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _TO_MANY
        super().mouseReleaseEvent(event)
        if row is None or row.kind is Kind.HEADING or not left or self._is_naming():
            return
        if in_more(self.visualRect(index), spot):
            self._menu(index, spot)
        else:
            self._use(row)

    def _use(self, row: Row) -> None:
        (self.toggled if row.kind is Kind.FOLDER else self.chosen).emit(row.key)

    # the menu

    def _context_menu(self, spot: QPoint) -> None:
        self._menu(self.indexAt(spot), spot)

    def _menu(self, index: QModelIndex, spot: QPoint) -> None:
        menu = self.menu_of(index)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(spot))

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """Of all that are chosen, if that row is one of them; else of that row."""
        row = self.rows.at(index)
        if row is None or row.kind is Kind.HEADING:
            return None
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        known = self.rows.conversations
        if row.kind is Kind.FOLDER:
            inside = tuple(key for key, one in known.items() if one.folder == row.key)
            return folder_menu(
                self, lambda: self.edit(index), lambda: self.asked.moved.emit(inside, None)
            )
        chosen = [known[key] for key in self._meant(index)]
        folders = folders_of(known.values())
        return conversation_menu(self, chosen, folders, self.asked, lambda: self.edit(index))

    def _meant(self, index: QModelIndex) -> tuple[str, ...]:
        row = self.rows.at(index)
        chosen = self.chosen_ids()
        if row is None or row.key in chosen:
            return chosen
        return (row.key,)

    def _is_naming(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _here(self) -> Row | None:
        return self.rows.at(self.currentIndex())

    def _index(self, key: str | None, kind: Kind = Kind.CONVERSATION) -> QModelIndex:
        number = self.rows.row_of(key, kind)
        return self.rows.index(number) if number >= 0 else QModelIndex()
