"""Says whether the UI thread was ever held up, and by what.

A heartbeat on the UI thread marks each turn of its event loop. What counts is the processor time
that this thread used between two beats, not the time on the wall: other work on the machine makes
a beat late, but not the thread busy. Nor does it count that a full collection looks through what
earlier tests have left: as in the window, what stood at the start is not looked through. (Waiting
is therefore not seen; no service may be called on the UI thread at all, and other tests hold
that.) A second thread looks on and keeps the stack of the longest stretch.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEventLoop, QObject, QTimer

LIMIT_S = 0.1
LOOK_S = 0.01
TRIES = 5
STACK = 16  # innermost frames


class Watchdog(QObject):
    """`with watchdog: …` fails when one turn of the event loop took longer than it may;
    `watchdog.guard(act)` when that happens each time that `act` is done."""

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        super().__init__()
        self.limit_s = limit_s
        self.longest_s = 0.0
        self.stack = ""
        self._thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self._beat = 0.0
        self._stack_at = 0.0
        self._done = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._mark)

    def __enter__(self) -> Self:
        self.longest_s, self.stack, self._stack_at = 0.0, "", 0.0
        self._done.clear()
        gc.freeze()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._beat = time.clock_gettime(self._clock)
        self._looking.start()
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._mark()
        turn()
        self._timer.stop()
        self._done.set()
        self._looking.join()
        gc.unfreeze()
        if kind is None:
            told = f"the UI thread was busy for {1000 * self.longest_s:.0f} ms at a stretch"
            assert self.longest_s <= self.limit_s, f"{told}:\n{self.stack}"

    def guard(self, act: Callable[[], object]) -> None:
        """What holds up the thread does so every time; what other processes do to the caches of
        this machine, which costs a thread up to twice its time, does not."""
        for _ in range(TRIES - 1):
            with suppress(AssertionError), self:
                act()
                turn()
            if self.longest_s <= self.limit_s:
                return
        with self:
            act()
            turn()

    def _mark(self) -> None:
        now = time.clock_gettime(self._clock)
        self.longest_s = max(self.longest_s, now - self._beat)
        self._beat = now

    def _look(self) -> None:
        while not self._done.wait(LOOK_S):
            busy = time.clock_gettime(self._clock) - self._beat
            if busy > max(self.limit_s / 2, self._stack_at):
                self._stack_at = busy
                frame = sys._current_frames().get(self._thread)
                self.stack = "".join(traceback.format_stack(frame)[-STACK:]) if frame else ""


def turn(ms: int = 0) -> None:
    """Lets the event loop go round, for at least so long."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
