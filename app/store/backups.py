"""The copies that were written before migrations: which there are, and what they still hold.

They are encrypted under the profile's key, so what was forgotten stays readable in them for whoever
has that key, until they are deleted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from app.store.connection import Handle, check_header, connect
from app.store.errors import StoreError
from app.store.faults import told
from app.store.key import Key
from app.store.layout import Layout, sync_folder

_KEPT = ("signals", "memories", "conversations")


@dataclass(frozen=True, slots=True)
class Backup:
    """`schema` is None where the file cannot be read with the profile's key. `forgotten`: rows in
    it (corrections, memories, conversations) that the store has no more."""

    name: str
    at: datetime
    bytes: int
    schema: int | None
    forgotten: int


class Backups:
    """Reads them; writing is the migrations'."""

    def __init__(self, profile: Path, key: Key, handle: Handle) -> None:
        self._folder = Layout(profile).backups
        self._key = key
        self._handle = handle

    def all(self) -> list[Backup]:
        """Newest first. Raises StoreError where the folder cannot be read."""
        live = self.live()
        with told(self._folder):
            paths = sorted(self._paths(), key=lambda path: path.stat().st_mtime, reverse=True)
            return [self._backup(path, live) for path in paths]

    def holding(self, ids: Collection[str]) -> list[str]:
        """Names of those that hold a row with one of `ids`. One that cannot be read may."""
        wanted = set(ids)
        held = ((path.name, self._read(path)[1]) for path in self._paths())
        return sorted(name for name, rows in held if rows is None or rows & wanted)

    def delete(self, names: Collection[str]) -> int:
        """For good; returns how many there were. Names that are no backup's are passed over."""
        count = 0
        with told(self._folder):
            for path in self._paths():
                if path.name in names:
                    path.unlink()
                    count += 1
            if count:
                sync_folder(self._folder)
        return count

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*.db")) if self._folder.is_dir() else []

    def _backup(self, path: Path, live: set[str]) -> Backup:
        state = path.stat()
        schema, rows = self._read(path)
        return Backup(
            path.name,
            datetime.fromtimestamp(state.st_mtime, UTC),
            state.st_size,
            schema,
            len(rows - live) if rows is not None else 0,
        )

    def _read(self, path: Path) -> tuple[int | None, set[str] | None]:
        """(schema, ids of its rows); None where it cannot be read."""
        try:
            check_header(path, self._key)
            connection = connect(path, self._key, inspect_only=True)
        except (StoreError, OSError, dbapi2.Error):
            return None, None
        try:
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
            ids = set()
            for table in _KEPT:
                ids |= {row[0] for row in connection.execute(f"SELECT id FROM {table}")}  # noqa: S608
        except dbapi2.Error:
            return None, None
        finally:
            connection.close()
        return int(schema), ids

    def live(self) -> set[str]:
        """Ids of the store's own rows: signals, memories, conversations."""
        union = " UNION ALL ".join(f"SELECT id FROM {table}" for table in _KEPT)  # noqa: S608
        return {row["id"] for row in self._handle.rows(union)}
