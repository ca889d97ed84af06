"""Where a profile keeps its files, and the only functions that create them.

Folders are 0700 and files 0600 from their first moment, whatever the umask. Permissions are
only ever narrowed: a folder that its owner made read-only stays so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one profile."""

    profile: Path

    @property
    def store(self) -> Path:
        return self.profile / "store.db"

    @property
    def wal(self) -> Path:
        return self.profile / "store.db-wal"

    @property
    def lock(self) -> Path:
        return self.profile / "lock"

    @property
    def key_file(self) -> Path:
        return self.profile / "key.json"

    @property
    def adapters(self) -> Path:
        return self.profile / "adapters"

    @property
    def backups(self) -> Path:
        return self.profile / "backups"

    @property
    def wiping(self) -> Path:
        """Is there from the moment in which a wipe of everything begins to its very end."""
        return self.profile / "wiping"

    def holds_data(self) -> bool:
        """True while anything here was encrypted with the profile's key."""
        return self.store.exists() or self.holds_more_than_the_store()

    def holds_more_than_the_store(self) -> bool:
        """True if something shows that there was a store, even if its file is gone."""
        adapters = self.adapters.glob("*.bin") if self.adapters.is_dir() else iter(())
        backups = self.backups.glob("*.db") if self.backups.is_dir() else iter(())
        return self.wal.exists() or any(adapters) or any(backups)

    def prepare(self) -> None:
        """Makes the profile folder and takes every right of others away from what is ours."""
        make_folder(self.profile)
        for folder in (self.adapters, self.backups):
            if folder.is_dir():
                make_folder(folder)
        for path in self._own_files():
            narrow(path)

    def _own_files(self) -> Iterator[Path]:
        for path in (self.store, self.wal, self.lock, self.key_file):
            if path.is_file():
                yield path
        for folder in (self.adapters, self.backups):
            if folder.is_dir():
                yield from (path for path in folder.iterdir() if path.is_file())


def make_folder(folder: Path) -> None:
    """Makes `folder` (and its parents) for this user only, or narrows the one that is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    narrow(folder)


def narrow(path: Path) -> None:
    """Takes group's and others' rights away; touches nothing if they have none."""
    mode = path.stat().st_mode & 0o7777
    if mode & _OTHERS:
        path.chmod(mode & ~_OTHERS)


def create_file(path: Path) -> int:
    """Creates `path`, which must not exist, empty and 0600; returns its file descriptor."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def write_file(path: Path, content: bytes) -> None:
    """Puts `content` at `path` so that a crash leaves the old file, the new one or none.

    Written beside it as `<name>.tmp`, flushed to the disk, then renamed over `path`.
    """
    draft = path.with_name(path.name + ".tmp")
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(create_file(draft), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        move_into_place(draft, path)
    except OSError:
        with suppress(OSError):  # The first fault is the one to tell.
            draft.unlink(missing_ok=True)
        raise


def overwrite_and_unlink(path: Path) -> None:
    """Random bytes in the place of a small file's own, then no file. Where a disk writes new bytes
    elsewhere, as flash does, the old ones may survive all the same. No error if it is gone."""
    # To unlink it needs no right to the file itself; that of its folder decides.
    with suppress(FileNotFoundError, PermissionError), path.open("r+b") as stream:
        stream.write(os.urandom(path.stat().st_size))
        stream.flush()
        os.fsync(stream.fileno())
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def move_into_place(draft: Path, path: Path) -> None:
    """Renames, and makes the rename itself last over a power cut."""
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; its renames are journalled.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
