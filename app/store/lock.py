"""One writer: the first process that opens a profile keeps an advisory lock on its `lock` file.

The kernel frees the lock when the process ends, however it ends, so there is no stale lock to
clean up. The file itself stays: removing it would let two processes lock two different files.
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


class ProfileLock:
    """Held from construction until `release`, or for a `with` block."""

    def __init__(self, path: Path) -> None:
        """Locks `path`. Raises StoreInUseError if somebody else holds it, OSError otherwise."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_lock(descriptor)
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

    def __enter__(self) -> ProfileLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
