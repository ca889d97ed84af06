"""The only module that opens a SQLCipher database, and the one handle that all tables share.

A connection that was not given a key would write a plaintext file without a word, and one to
an empty file would look like an empty ledger; so nothing else in Reverie may connect.

The database's salt is derived from the key instead of being random. SQLCipher keeps the salt
in the first 16 bytes of the file, so these bytes tell, before anything is opened for writing,
whether a file belongs to this key. (A salt only has to differ between keys; every page has a
random initialisation vector of its own. https://www.zetetic.net/sqlcipher/design/)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

# sqlite-utils prefers a driver of this name. Under it, it also recognises our driver's errors.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

from sqlite_utils import Database  # noqa: E402

from app.domain.phrases import phrase  # noqa: E402
from app.store.errors import (  # noqa: E402
    DamagedStoreError,
    PlaintextStoreError,
    ReadOnlyStoreError,
    ScrubUnfinishedError,
    StoreError,
)
from app.store.faults import told  # noqa: E402
from app.store.key import Key  # noqa: E402

SALT_BYTES = 16
PAGE_BYTES = 4096
PLAINTEXT_HEADER = b"SQLite format 3\x00"

_SCRUB = "scrub"


def store_salt(key: Key) -> bytes:
    """What the first 16 bytes of a store under `key` must be."""
    return key.subkey("store salt", SALT_BYTES)


def connect(path: Path, key: Key, *, inspect_only: bool = False) -> dbapi2.Connection:
    """A keyed connection to an existing file, in autocommit mode.

    With `inspect_only` it neither writes, locks nor looks at the write-ahead log: the file and
    its folder stay exactly as they are.
    """
    mode = "mode=ro&immutable=1" if inspect_only else "mode=rw"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(_key_pragma(key))
        _require_cipher(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _key_pragma(key: Key) -> str:
    """Raw key and salt, so no slow key derivation. Never kept in a variable of a caller."""
    return f"PRAGMA key = \"x'{key.subkey('store').hex()}{store_salt(key).hex()}'\""


def _require_cipher(connection: dbapi2.Connection) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this SQLite driver cannot encrypt")


def check_header(path: Path, key: Key) -> None:
    """Raises unless the file starts with the key's salt, as only an encrypted store does."""
    with path.open("rb") as stream:
        head = stream.read(SALT_BYTES)
    if head == PLAINTEXT_HEADER:
        raise PlaintextStoreError(path)
    if head != store_salt(key):
        raise DamagedStoreError(path, phrase("its first bytes are not the key's"))


class Handle:
    """One connection for the whole process: thread-safe, short transactions, typed errors."""

    def __init__(self, path: Path, key: Key) -> None:
        """Opens an existing store for writing. Raises StoreError; the caller inspects first."""
        self._path = path
        self._lock = RLock()
        if not os.access(path, os.W_OK):
            # SQLite would open it for reading, then call every write an I/O error.
            raise ReadOnlyStoreError(path)
        with told(path):
            self._connection = connect(path, key)
            try:
                self._configure()
                self.db = Database(self._connection, execute_plugins=False)
            except BaseException:
                self._connection.close()
                raise

    def _configure(self) -> None:
        # One process holds the store, so the log's index can live in memory, not in a file.
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "foreign_keys = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "trusted_schema = OFF",
            "journal_mode = WAL",
            # An acknowledged write outlives a power cut, not only a crash.
            "synchronous = FULL",
        ):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        self._connection.execute("SELECT count(*) FROM sqlite_master").fetchall()

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """All or nothing. On return the writes are on the disk; inside another it is a part."""
        with self._lock, told(self._path), self.db.atomic():
            yield self.db

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keeps the other threads out over several steps."""
        with self._lock:
            yield

    @property
    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)

    def rows(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()
    ) -> list[dict[str, Any]]:
        with self._lock, told(self._path):
            return list(self.db.query(sql, parameters))

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> dict[str, Any] | None:
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def schema_version(self) -> int:
        return int(self.rows("PRAGMA user_version")[0]["user_version"])

    def identity(self) -> tuple[int, int]:
        """Schema version and application id."""
        application = self.rows("PRAGMA application_id")[0]["application_id"]
        return self.schema_version(), int(application)

    def checkpoint(self) -> None:
        """Moves the write-ahead log into the store and empties its file."""
        with self._lock, told(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def failing_pages(self) -> list[str]:
        """SQLCipher's own check of every page's seal: one line for each that is broken."""
        with self._lock, told(self._path):
            return failing_pages(self._connection)

    def copy_to(self, path: Path) -> None:
        """An encrypted copy under the same key. `path` must be an empty file."""
        with self._lock, told(path):
            self._connection.execute("VACUUM INTO ?", [str(path)])

    def want_scrub(self, db: Database) -> None:
        """Notes, within a transaction that deletes, that old bytes are to be overwritten.

        The note is committed with the deletion, so a crash in between cannot lose it.
        """
        db.execute("INSERT OR IGNORE INTO housekeeping (task) VALUES (?)", [_SCRUB])

    def scrub(self) -> None:
        """Overwrites every remnant of deleted rows, if a deletion asked for it.

        `secure_delete` zeroes a deleted cell, but not the stale copies that SQLite leaves in
        a page's gap when it moves cells between pages. VACUUM rebuilds all pages from the
        live rows; the truncating checkpoint then empties the write-ahead log. Within a
        transaction nothing happens: whoever began it scrubs after its end.
        """
        with self._lock:
            if self._connection.in_transaction:
                return
            if not self.rows("SELECT task FROM housekeeping WHERE task = ?", [_SCRUB]):
                return
            try:
                with told(self._path):
                    self._connection.execute("VACUUM")
                    self._connection.execute("DELETE FROM housekeeping WHERE task = ?", [_SCRUB])
                self.checkpoint()
            except StoreError as error:
                raise ScrubUnfinishedError(error) from error

    def close(self) -> None:
        with self._lock:
            self._connection.close()


class MemoryHandle(Handle):
    """The same tables where nothing can ever reach a disk; gone with the process."""

    def __init__(self) -> None:
        self._path = Path("memory")
        self._lock = RLock()
        self._connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        for pragma in ("foreign_keys = ON", "temp_store = MEMORY", "secure_delete = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self.db = Database(self._connection, execute_plugins=False)


def failing_pages(connection: dbapi2.Connection) -> list[str]:
    return [line for (line,) in connection.execute("PRAGMA cipher_integrity_check")]
