"""The list of conversations as rows: pinned ones, folders that open and close, the rest by age."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.domain.ledger import Conversation
from app.ui import words
from app.ui.language import tr

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
DRAGGED = "application/x-reverie-conversations"


class Kind(Enum):
    HEADING = auto()
    FOLDER = auto()
    CONVERSATION = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """`key` is a conversation's id or a folder's name; a heading has none and cannot be chosen."""

    kind: Kind
    text: str
    key: str = ""
    inside: bool = False  # a conversation in a folder
    closed: bool = False  # a folder whose conversations are not listed
    count: int = 0

    @property
    def spoken(self) -> str:
        """For those who hear the list."""
        match self.kind:
            case Kind.HEADING:
                return tr("{title}, heading", title=self.text)
            case Kind.FOLDER:
                name, count = self.text, self.count
                if self.closed:
                    return tr("{name}, folder, %n conversation(s), closed", "", count, name=name)
                return tr("{name}, folder, %n conversation(s), open", "", count, name=name)
            case Kind.CONVERSATION:
                return self.text


def rows_of(
    conversations: Sequence[Conversation],
    closed: Collection[str] = (),
    now: datetime | None = None,
) -> list[Row]:
    """`conversations` come newest first; a pinned one stands under Pinned alone."""
    pinned = [c for c in conversations if c.pinned]
    rows = [Row(Kind.HEADING, tr("Pinned")), *map(_row, pinned)] if pinned else []
    for name in folders_of(c for c in conversations if not c.pinned):
        inside = [c for c in conversations if c.folder == name and not c.pinned]
        shut = name in closed
        rows.append(Row(Kind.FOLDER, name, name, closed=shut, count=len(inside)))
        rows += [] if shut else map(_row, inside)
    heading = None
    for conversation in conversations:
        if conversation.pinned or conversation.folder:
            continue
        group = words.age_group(conversation.updated, now)
        if group != heading:
            heading = group
            rows.append(Row(Kind.HEADING, group))
        rows.append(_row(conversation))
    return rows


def folders_of(conversations: Iterable[Conversation]) -> list[str]:
    """Their names, as a dictionary has them."""
    return sorted({c.folder for c in conversations if c.folder}, key=str.casefold)


def _row(conversation: Conversation) -> Row:
    inside = bool(conversation.folder) and not conversation.pinned
    return Row(Kind.CONVERSATION, conversation.title, conversation.id, inside=inside)


class ConversationList(QAbstractListModel):
    """The rows for Qt: renamed in place, dragged onto folders."""

    renamed = Signal(str, str)  # id, title
    folder_renamed = Signal(str, str)  # old name, new name
    dropped = Signal(tuple, object)  # ids, the folder that they were dropped on

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.conversations: dict[str, Conversation] = {}

    def show(self, conversations: Sequence[Conversation], closed: Collection[str] = ()) -> bool:
        """Whether the rows are others than before."""
        self.conversations = {c.id: c for c in conversations}
        rows = rows_of(conversations, closed)
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row_of(self, key: str | None, kind: Kind = Kind.CONVERSATION) -> int:
        """-1 when it is not listed."""
        places = (at for at, row in enumerate(self._rows) if (row.kind, row.key) == (kind, key))
        return next(places, -1)

    def at(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not row.key or name in ("", row.text):
            return False
        self._rows[index.row()] = replace(row, text=name)
        self.dataChanged.emit(index, index)
        renamed = self.folder_renamed if row.kind is Kind.FOLDER else self.renamed
        renamed.emit(row.key, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        row = self.at(index)
        if row is None or row.kind is Kind.HEADING:
            return flag.NoItemFlags  # the arrow keys pass over it
        if row.kind is Kind.FOLDER:
            return flag.ItemIsEnabled | flag.ItemIsEditable | flag.ItemIsDropEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable
        return usual | flag.ItemIsDragEnabled

    # dragging

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Ids alone: nothing of a conversation leaves the window by being dragged out of it."""
        data = QMimeData()
        data.setData(DRAGGED, "\n".join(row.key for i in indexes if (row := self.at(i))).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        folder = self.at(parent)
        ids = bytes(data.data(DRAGGED).data()).decode().split()
        known = tuple(identity for identity in ids if identity in self.conversations)
        if folder is None or folder.kind is not Kind.FOLDER or not known:
            return False
        self.dropped.emit(known, folder.key)
        return True
