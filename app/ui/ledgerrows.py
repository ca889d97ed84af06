"""Memories and corrections as rows for Qt: headings among them, changed as little as possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.language import tr

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


class Entry(Protocol):
    """Something that stands in a row and can be opened, chosen, forgotten."""

    @property
    def key(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Heading:
    """Cannot be chosen: the arrow keys pass over it."""

    text: str

    @property
    def key(self) -> str:
        return f"heading {self.text}"


class LedgerRows(QAbstractTableModel):
    """One column. `told` puts a row into words, for those who hear the list."""

    def __init__(self, told: Callable[[Entry], str], parent: QObject) -> None:
        super().__init__(parent)
        self._told = told
        self._places: dict[str, int] | None = {}
        self._keys: list[str] = []
        self.rows: list[Entry] = []

    def show(self, rows: Sequence[Entry]) -> None:
        """Rows that were there before, at the beginning and at the end, stay the rows they are."""
        old, new, keys = self.rows, list(rows), [row.key for row in rows]
        head = _alike(self._keys, keys)
        tail = _alike(self._keys[head:][::-1], keys[head:][::-1])
        nowhere = QModelIndex()
        if len(old) > head + tail:
            self.beginRemoveRows(nowhere, head, len(old) - tail - 1)
            self._set(old[:head] + old[len(old) - tail :])
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(nowhere, head, len(new) - tail - 1)
            self._set(new)
            self.endInsertRows()
        self._set(new)
        self._keys = keys
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))

    def at(self, index: Index) -> Entry | None:
        """What can be opened there; None for a heading."""
        if not index.isValid():
            return None
        found = self.rows[index.row()]
        return None if isinstance(found, Heading) else found

    def number_of(self, key: str) -> int:
        """-1 when it is not listed."""
        if self._places is None:
            self._places = {row.key: at for at, row in enumerate(self.rows)}
        return self._places.get(key, -1)

    def index_of(self, key: str) -> QModelIndex:
        number = self.number_of(key)
        return self.index(number, 0) if number >= 0 else QModelIndex()

    def entry(self, key: str) -> Entry | None:
        number = self.number_of(key)
        return self.rows[number] if number >= 0 else None

    def headings(self) -> list[int]:
        return [at for at, row in enumerate(self.rows) if isinstance(row, Heading)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if isinstance(row, Heading):
                    return tr("{title}, heading", title=row.text)
                return self._told(row)
            case _:
                return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _set(self, rows: list[Entry]) -> None:
        self.rows = rows
        self._places = None  # numbered when somebody asks


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many keys are the same at the beginning."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
