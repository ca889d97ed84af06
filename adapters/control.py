"""Pause, resume and cancel for long work: any thread asks, the worker obeys at checkpoints."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """Raised by `checkpoint` once the work is cancelled: somebody's choice, not an error."""


def _nobody(_halted: bool) -> None:
    """Nobody listens."""


class Control:
    """A gate in the way of the working thread.

    `pause`, `resume` and `cancel` may be called from any thread and return at once. The working
    thread calls `checkpoint` between two steps; it blocks there while paused, without using the
    processor. `on_halt(True)` is called from the working thread when it has really stopped, and
    `on_halt(False)` when it goes on. Cancelling wakes a paused worker, and is final.
    """

    def __init__(self, on_halt: Callable[[bool], None] = _nobody) -> None:
        self._free = threading.Event()
        self._free.set()
        self._cancelled = threading.Event()
        self._on_halt = on_halt
        self._halted_s = 0.0

    def pause(self) -> None:
        self._free.clear()

    def resume(self) -> None:
        self._free.set()

    def cancel(self) -> None:
        self._cancelled.set()
        self._free.set()

    @property
    def paused(self) -> bool:
        """Whether a pause has been asked for (the worker halts at its next checkpoint)."""
        return not self._free.is_set() and not self._cancelled.is_set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    @property
    def halted_s(self) -> float:
        """Seconds that the worker has spent halted: to be left out of every rate."""
        return self._halted_s

    def checkpoint(self) -> None:
        """Let the work go on, or block until it may. Raises Cancelled."""
        if self.paused:
            self._halt()
        if self._cancelled.is_set():
            raise Cancelled

    def _halt(self) -> None:
        started = time.monotonic()
        self._on_halt(True)
        while self.paused:
            self._free.wait()
        self._halted_s += time.monotonic() - started
        if not self._cancelled.is_set():
            self._on_halt(False)


@dataclass(frozen=True, slots=True)
class Pace:
    """What long work calls on its way: `checkpoint` between two tokens, where it may block or
    raise, and `step` when a countable piece of the work is done."""

    checkpoint: Callable[[], None]
    step: Callable[[], None]
