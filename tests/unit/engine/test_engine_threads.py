"""The engine takes the cores that are free, and gives way to busy programs."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.machine import Threads, fitting_threads, usable_cores


@given(st.integers(1, 64), st.integers(1, 64), st.floats(0, 128))
def test_always_between_one_and_most_and_never_far_off(a: int, b: int, free: float) -> None:
    now, most = min(a, b), max(a, b)
    chosen = fitting_threads(now, most, free)
    assert 1 <= chosen <= most
    assert chosen == now or abs(chosen - max(1.0, min(free, most))) < 1


@pytest.mark.parametrize(
    ("now", "free", "chosen"),
    [
        (2, 2.0, 2),  # alone
        (2, 1.7, 2),  # something small beside us
        (2, 1.0, 1),  # one core is taken
        (2, 0.3, 1),  # all are wanted by others
        (1, 1.5, 1),  # half a core is no core
        (1, 1.9, 2),  # it is ours again
        (8, 7.1, 7),
        (4, 99.0, 8),
    ],
)
def test_decisions(now: int, free: float, chosen: int) -> None:
    assert fitting_threads(now, 8 if now > 2 else 2, free) == chosen


@given(st.integers(1, 16), st.integers(1, 16), st.floats(0, 20))
def test_it_settles_at_once(a: int, b: int, free: float) -> None:
    now, most = min(a, b), max(a, b)
    chosen = fitting_threads(now, most, free)
    assert fitting_threads(chosen, most, free) == chosen


@pytest.mark.skipif(usable_cores() < 2, reason="one core leaves no choice")
def test_busy_neighbours_are_noticed() -> None:
    threads = Threads(usable_cores())
    spin = [sys.executable, "-c", "print(flush=True)\nwhile True: pass"]
    hogs = [subprocess.Popen(spin, stdout=subprocess.PIPE) for _ in range(usable_cores())]
    try:
        for hog in hogs:
            assert hog.stdout is not None
            hog.stdout.readline()
        deadline = time.monotonic() + 5
        while not threads.look() and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        for hog in hogs:
            hog.kill()
            hog.communicate()
    assert threads.now < usable_cores()
