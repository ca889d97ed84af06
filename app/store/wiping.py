"""Destroys a profile, key first. Needs neither key nor sound store, and can be killed anywhere.

The marker `wiping` comes first and goes last: as long as it is there, the profile is not opened,
and whoever wants to open it finishes the wipe. Only files of Reverie's own names are touched.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.store import keyrings
from app.store.errors import DiskFullError, MasterKeyError
from app.store.faults import told
from app.store.keyrings import IsSecure
from app.store.keys import destroy_key
from app.store.layout import Layout, create_file, overwrite_and_unlink, sync_folder
from app.store.lock import ProfileLock


class Part(StrEnum):
    """What a profile is made of, in the order in which it is destroyed."""

    KEY = "key"
    STORE = "store"
    BACKUPS = "backups"
    ADAPTERS = "adapters"
    SETTINGS = "settings"


_NAMES = {
    Part.KEY: ("key.json", "key.json.tmp"),
    Part.STORE: ("store.db", "store.db-*", "store.new*"),
    Part.BACKUPS: ("backups/*.db", "backups/*.db.tmp", "backups/*.db-*"),
    Part.ADAPTERS: ("adapters/*.bin", "adapters/*.bin.tmp"),
    Part.SETTINGS: ("settings.json", ".settings-*", "window.json", ".window.json.new"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """How many files a part has, and how many bytes."""

    files: int
    bytes: int


def held(profile: Path) -> dict[Part, Held]:
    """What is there, without opening anything. StoreError where the folder cannot be read."""
    with told(profile):
        sizes = {part: [p.lstat().st_size for p in _files(profile, part)] for part in Part}
    return {part: Held(len(all_), sum(all_)) for part, all_ in sizes.items()}


def is_begun(profile: Path) -> bool:
    """Whether a wipe of this profile was begun and is not over."""
    return Layout(profile).wiping.exists()


def destroy(
    profile: Path,
    on_part: Callable[[Part], object] = lambda _: None,
    *,
    before_the_end: Callable[[], object] = lambda: None,
    secure: IsSecure = keyrings.is_secure,
) -> MasterKeyError | None:
    """All of it, or the rest of it; `on_part` is called before each part, `before_the_end`
    while a kill would still lead to another try.

    Returns why the keyring could not be made to let go of the key, None if it has none any more.
    The rest is destroyed all the same. Raises StoreInUseError if the profile is open, and other
    StoreErrors from the disk; then the next start goes on.
    """
    layout = Layout(profile)
    if not profile.is_dir():
        before_the_end()
        return None
    with told(profile), ProfileLock(layout.lock) as lock:
        _mark(layout)
        problem = None
        for part in Part:
            on_part(part)
            if part is Part.KEY:
                problem = _destroy_key(profile, secure)
            _remove(profile, part)
        for folder in (layout.backups, layout.adapters):
            _remove_folder(folder)
        before_the_end()
        layout.wiping.unlink(missing_ok=True)
        lock.remove(layout.lock)
        _remove_folder(profile)
    return problem


def _destroy_key(profile: Path, secure: IsSecure) -> MasterKeyError | None:
    try:
        destroy_key(profile, secure=secure)
    except MasterKeyError as error:
        overwrite_and_unlink(Layout(profile).key_file)
        return error
    return None


def _mark(layout: Layout) -> None:
    """An empty file: it must also be possible on a full disk."""
    if layout.wiping.exists():
        return
    try:
        with told(layout.wiping):
            descriptor = create_file(layout.wiping)
    except DiskFullError:
        # Not even a name fits. Backups are the part whose loss leaves the rest as it was.
        _remove(layout.profile, Part.BACKUPS)
        descriptor = create_file(layout.wiping)
    os.close(descriptor)
    sync_folder(layout.profile)


def _remove(profile: Path, part: Part) -> None:
    folders = set()
    for path in _files(profile, part):
        path.unlink(missing_ok=True)
        folders.add(path.parent)
    for folder in folders:
        sync_folder(folder)


def _remove_folder(folder: Path) -> None:
    """Unless a stranger's file is in it."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _files(profile: Path, part: Part) -> Iterator[Path]:
    for name in _NAMES[part]:
        yield from (path for path in profile.glob(name) if path.is_symlink() or path.is_file())
