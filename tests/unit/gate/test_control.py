"""Pausing, resuming and cancelling a worker in another thread."""

from __future__ import annotations

import threading
import time

import pytest

from adapters.control import Cancelled, Control

PATIENCE_S = 5.0


class Worker(threading.Thread):
    """Counts as fast as its checkpoints let it."""

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.control = control
        self.steps = 0
        self.cancelled = False

    def run(self) -> None:
        try:
            while True:
                self.control.checkpoint()
                self.steps += 1
                time.sleep(0.001)
        except Cancelled:
            self.cancelled = True


def until(condition) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.002)


def test_pause_halts_within_a_step_and_resume_goes_on() -> None:
    halts: list[bool] = []
    control = Control(halts.append)
    worker = Worker(control)
    worker.start()
    until(lambda: worker.steps > 2)
    control.pause()
    until(lambda: halts == [True])
    at = worker.steps
    time.sleep(0.05)
    assert worker.steps == at
    assert control.paused
    control.resume()
    until(lambda: worker.steps > at)
    assert halts == [True, False]
    assert control.halted_s >= 0.04
    control.cancel()
    worker.join(PATIENCE_S)
    assert worker.cancelled


def test_cancel_wakes_a_paused_worker() -> None:
    halts: list[bool] = []
    control = Control(halts.append)
    worker = Worker(control)
    control.pause()
    worker.start()
    until(lambda: halts == [True])
    control.cancel()
    worker.join(PATIENCE_S)
    assert worker.cancelled
    assert worker.steps == 0
    assert halts == [True], "a cancelled worker does not report that it goes on"


def test_cancel_is_final() -> None:
    control = Control()
    control.cancel()
    control.pause()
    assert not control.paused
    control.resume()
    with pytest.raises(Cancelled):
        control.checkpoint()


def test_resume_without_pause_changes_nothing() -> None:
    control = Control()
    control.resume()
    control.checkpoint()
    assert not control.paused
    assert control.halted_s == 0
