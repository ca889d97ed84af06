"""The processor, as far as computing needs to know it."""

from __future__ import annotations

import os
import time

import psutil

_LOOK_S = 0.1
"""Seconds between two looks: ten ticks of the kernel's accounting."""


def usable_cores() -> int:
    """Physical cores that this process may use: hyper-threads only slow matrix products down."""
    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    return max(1, min(physical, allowed))


def fitting_threads(now: int, most: int, free: float) -> int:
    """How many threads to go on with, from 1 to `most`, when `free` cores are ours to use.

    Changes only where it is clear: half a core more or less leaves things as they are.
    """
    if free < now - 0.4:
        return max(1, int(free + 0.4))
    if free >= now + 0.8:
        return min(most, int(free + 0.2))
    return now


class Threads:
    """As many threads as there are free cores; `now` says how many.

    llama.cpp's threads meet a thousand times a token and spin while they wait, so one that has
    been pushed off its core holds up all: beside two busy programs on two cores, SmolLM2-135M
    wrote 1 to 9 tokens a second on two threads and 40 to 60 on one; alone, 160 and 135. The
    number of threads changes no result, bit for bit.
    """

    def __init__(self, most: int) -> None:
        self.now = most
        self._most = most
        self._seen = _Usage.now()

    def look(self) -> bool:
        """Adjust to what other programs used since the last look, if that is long enough ago.
        True if `now` has changed. Cheap enough for every token."""
        if self._most == 1 or time.perf_counter() - self._seen.at < _LOOK_S:
            return False
        last, self._seen = self._seen, _Usage.now()
        before = self.now
        self.now = fitting_threads(before, self._most, self._seen.free_since(last))
        return self.now != before


class _Usage:
    """Processor seconds up to a moment: idle ones of the machine, used ones of this process."""

    def __init__(self, at: float, idle: float, own: float) -> None:
        self.at = at
        self._idle = idle
        self._own = own

    @classmethod
    def now(cls) -> _Usage:
        times = psutil.cpu_times()
        idle = times.idle + getattr(times, "iowait", 0.0)
        return cls(time.perf_counter(), idle, time.process_time())

    def free_since(self, before: _Usage) -> float:
        """Cores that stood idle or worked for us, on average."""
        usable = (self._idle - before._idle) + (self._own - before._own)
        return usable / (self.at - before.at)
