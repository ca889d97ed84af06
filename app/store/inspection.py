"""Looks at a store file before it is opened for writing, and changes nothing.

Tells apart what people must treat differently: empty, cut short, damaged, foreign, made with
another key, made by a newer Reverie. Every page is checked against its seal (HMAC-SHA-512), so
one altered byte anywhere in the file is found here. About 2 ms a megabyte.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.phrases import phrase
from app.store import faults
from app.store.connection import (
    PAGE_BYTES,
    PLAINTEXT_HEADER,
    SALT_BYTES,
    Handle,
    connect,
    failing_pages,
    store_salt,
)
from app.store.errors import (
    DamagedStoreError,
    EmptyStoreError,
    ForeignStoreError,
    NewerStoreError,
    PlaintextStoreError,
    StoreError,
    TruncatedStoreError,
    WrongKeyError,
)
from app.store.key import Key

APPLICATION_ID = 0x52657665  # "Reve"

# Write-ahead log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
_WAL_HEADER = 32
_FRAME_HEADER = 24


def inspect(path: Path, key: Key, newest_schema: int) -> bool:
    """Returns if `path` is a sound store under `key`; else raises the StoreError that fits.

    True means that a crash left rows in the write-ahead log, which only `inspect_replayed` can
    judge, after opening.
    """
    with faults.told(path):
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(PAGE_BYTES)
        if not start:
            raise EmptyStoreError(path)
        if start.startswith(PLAINTEXT_HEADER):
            raise PlaintextStoreError(path)
        if start[:SALT_BYTES] != store_salt(key):
            raise _stranger(path, key, start)
        logged = _logged_pages(path)
        _check_pages(path, key, size, logged)
        if not logged:
            _check_schema(path, key, newest_schema)
        return bool(logged)


def _stranger(path: Path, key: Key, start: bytes) -> StoreError:
    """Why a file does not begin with this key's salt."""
    if len(start) < SALT_BYTES and store_salt(key).startswith(start):
        return TruncatedStoreError(path, len(start))
    if len(start) == PAGE_BYTES and 1 not in _broken_pages(path, key):
        return DamagedStoreError(path, phrase("its first {count} bytes", count=SALT_BYTES))
    return WrongKeyError(path) if _looks_encrypted(start) else ForeignStoreError(path)


def _looks_encrypted(page: bytes) -> bool:
    """Pearson's chi-squared of the byte counts against evenly spread ones.

    For ciphertext it is 255 give or take 23; for text, pictures and archives, whose first
    page has structure, it is in the thousands.
    """
    if len(page) < PAGE_BYTES:
        return False
    counts = Counter(page)
    expected = PAGE_BYTES / 256
    statistic = sum((counts[value] - expected) ** 2 / expected for value in range(256))
    return statistic < 400


def _check_pages(path: Path, key: Key, size: int, logged: set[int]) -> None:
    # A crash in the middle of a checkpoint leaves pages half written that are whole in the log.
    broken = _broken_pages(path, key) - logged
    if size % PAGE_BYTES and broken == {size // PAGE_BYTES + 1}:
        raise TruncatedStoreError(path, size)
    if broken:
        first = ", ".join(str(page) for page in sorted(broken)[:5])
        where = phrase("{count} of its pages (first: {first})", count=len(broken), first=first)
        raise DamagedStoreError(path, where)


def _broken_pages(path: Path, key: Key) -> set[int]:
    """Numbers, from 1, of the pages whose seal does not fit."""
    connection = connect(path, key, inspect_only=True)
    try:
        lines = failing_pages(connection)
    finally:
        connection.close()
    found = (re.search(r"page (\d+)", line) for line in lines)
    return {int(match[1]) if match else 0 for match in found}


def _logged_pages(path: Path) -> set[int]:
    """Numbers of the pages that the write-ahead log holds; frames of older rounds left out."""
    log = path.with_name(path.name + "-wal")
    if not log.exists():
        return set()
    content = log.read_bytes()
    salts = content[16:24]
    return {
        int.from_bytes(content[at : at + 4], "big")
        for at in range(_WAL_HEADER, len(content), _FRAME_HEADER + PAGE_BYTES)
        if content[at + 8 : at + 16] == salts
    }


def _check_schema(path: Path, key: Key, newest: int) -> None:
    connection = connect(path, key, inspect_only=True)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    except dbapi2.DatabaseError as error:
        if faults.primary_code(error) != faults.SQLITE_CORRUPT:
            raise
        # All pages are genuine, yet there are fewer than the first one says.
        raise TruncatedStoreError(path, path.stat().st_size) from error
    finally:
        connection.close()
    _judge_schema(path, version, application, newest)


def _judge_schema(path: Path, version: int, application: int, newest: int) -> None:
    if application != APPLICATION_ID:
        raise ForeignStoreError(path, phrase("{path} is another program's database."))
    if version > newest:
        raise NewerStoreError(path, version, newest)


def inspect_replayed(handle: Handle, path: Path, newest_schema: int) -> None:
    """The same once more for an open store whose pages partly lay in the write-ahead log."""
    handle.checkpoint()
    broken = handle.failing_pages()
    if broken:
        raise DamagedStoreError(path, phrase("{count} of its pages", count=len(broken)))
    version, application = handle.identity()
    _judge_schema(path, version, application, newest_schema)
