"""One writer: the first process that opens a profile keeps an advisory lock on its `lock` file.

The kernel frees the lock when the process ends, however it ends, so there is no stale lock to
clean up. Only a wipe removes the file itself. So that no two processes lock two different files
then, a lock counts only if its file is still the one in the folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from app.store.errors import StoreInUseError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        # flock belongs to the open file, not to the process, so a second open of the same
        # file in this process is refused as well.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _require_place(descriptor: int, path: Path) -> None:
    """BlockingIOError where whoever had the lock has removed the file meanwhile."""
    if sys.platform == "win32":
        return
    if not path.exists() or not os.path.samestat(os.fstat(descriptor), path.stat()):
        raise BlockingIOError


def is_held(path: Path) -> bool:
    """Whether somebody has the profile of that lock open now."""
    try:
        if path.exists():
            ProfileLock(path).release()
    except StoreInUseError:
        return True
    except OSError:
        return False  # whoever opens the profile is told
    return False


class ProfileLock:
    """Held from construction until `release`, or for a `with` block."""

    def __init__(self, path: Path) -> None:
        """Locks `path`. Raises StoreInUseError if somebody else holds it, OSError otherwise."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_lock(descriptor)
            _require_place(descriptor, path)
        except (BlockingIOError, PermissionError) as error:
            os.close(descriptor)
            raise StoreInUseError(path.parent) from error
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self, path: Path) -> None:
        """Its file too, where the platform lets go of an open one; then releases it."""
        if sys.platform == "win32":
            self.release()
            path.unlink(missing_ok=True)
        else:
            path.unlink(missing_ok=True)
            self.release()

    def __enter__(self) -> ProfileLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
