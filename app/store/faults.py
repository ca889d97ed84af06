"""Turns what the disk and SQLCipher raise into the store's own errors."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.phrases import phrase
from app.store.errors import (
    DamagedStoreError,
    DiskFaultError,
    DiskFullError,
    ReadOnlyStoreError,
    StoreError,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}

# Primary result codes, https://www.sqlite.org/rescode.html
SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT = 8, 10, 11
SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_NOTADB = 13, 14, 26


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raises a StoreError about `path` for every fault of the environment inside the block.

    What is our own fault (bad SQL, a broken constraint) passes through unchanged.
    """
    try:
        yield
    except OSError as error:
        raise from_os(error, path) from error
    except dbapi2.Error as error:
        known = from_sqlite(error, path)
        if known is None:
            raise
        raise known from error


def from_os(error: OSError, path: Path) -> StoreError:
    if error.errno in _FULL:
        return DiskFullError(path)
    if error.errno in _READ_ONLY:
        return ReadOnlyStoreError(path)
    return DiskFaultError(path, error.strerror or type(error).__name__)


def primary_code(error: Exception) -> int:
    """SQLite's primary result code; 0 when the driver gave none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def from_sqlite(error: Exception, path: Path) -> StoreError | None:
    code = primary_code(error)
    if code == SQLITE_FULL:
        return DiskFullError(path)
    if code in (SQLITE_READONLY, SQLITE_CANTOPEN):
        return ReadOnlyStoreError(path)
    if code == SQLITE_IOERR:
        return DiskFaultError(path, getattr(error, "sqlite_errorname", "I/O error"))
    if code in (SQLITE_CORRUPT, SQLITE_NOTADB):
        return DamagedStoreError(path, phrase("a page does not carry its seal"))
    return None
