"""Replies that are being written, or wait for it: who waits for their end, and who ends them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.engine.client import Stop


class Underway:
    """Thread-safe."""

    def __init__(self) -> None:
        self._ended = threading.Condition()
        self._writing: set[int] = set()
        self._stops: set[Stop] = set()

    def stop(self) -> None:
        """All of them."""
        with self._ended:
            stops = tuple(self._stops)
        for stop in stops:
            stop.ask()

    def settle(self, timeout_s: float) -> None:
        """Wait until what other threads have of a reply is stored: they end once the engine has,
        and to close the store before would lose that half."""
        mine = {threading.get_ident()}
        with self._ended:
            self._ended.wait_for(lambda: self._writing <= mine, timeout_s)

    @contextmanager
    def written(self) -> Iterator[None]:
        """`settle` waits for the thread until then; one within another is a part of it."""
        thread = threading.get_ident()
        with self._ended:
            outermost = thread not in self._writing
            self._writing.add(thread)
        try:
            yield
        finally:
            if outermost:
                with self._ended:
                    self._writing.discard(thread)
                    self._ended.notify_all()

    @contextmanager
    def stopped_by(self, stop: Stop) -> Iterator[None]:
        """`stop` is asked when all are."""
        with self._ended:
            self._stops.add(stop)
        try:
            yield
        finally:
            with self._ended:
                self._stops.discard(stop)
