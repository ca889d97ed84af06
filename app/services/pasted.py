"""What was pasted into a message lately, in memory alone: others may have written it."""

from __future__ import annotations

import threading
from collections import deque

MOST = 8
"""Texts: more than one message is put together from."""


class Pasted:
    """Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: deque[str] = deque(maxlen=MOST)

    def note(self, text: str) -> None:
        with self._lock:
            self._texts.append(_plain(text))

    def holds(self, words: str) -> bool:
        """Whether they stand in one of these texts."""
        with self._lock:
            texts = tuple(self._texts)
        return any(_plain(words) in text for text in texts)

    def clear(self) -> None:
        with self._lock:
            self._texts.clear()


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").casefold().split())
