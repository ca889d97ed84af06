"""The wish that one reply ends, whether it is being written or still waits for its turn."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stop:
    """Of one request. Asked for by any thread, also before the request is made."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._hear: Callable[[], None] | None = None

    @property
    def is_asked(self) -> bool:
        return self._asked.is_set()

    def ask(self) -> None:
        self._asked.set()
        hear = self._hear
        if hear is not None:
            hear()

    def withdraw(self) -> None:
        """It ended what it was meant for; what follows is to be written."""
        self._asked.clear()

    @contextmanager
    def heard_by(self, hear: Callable[[], None]) -> Iterator[None]:
        """Meanwhile `hear` is called whenever it is asked, or at once if it was asked before."""
        self._hear = hear
        try:
            if self.is_asked:
                hear()
            yield
        finally:
            self._hear = None
