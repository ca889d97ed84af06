"""Nothing of Qt dies on a worker thread: neither collected there nor let go there last."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.ui.garbage import Collector
from app.ui.runner import Runner

died: list[int] = []


class Cycle(QTimer):
    """Held by nothing but itself once the test lets it go, and running."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.start(0)

    def __del__(self) -> None:
        died.append(threading.get_ident())


class Held(QTimer):
    def __del__(self) -> None:
        died.append(threading.get_ident())

    def hear(self, _result: object) -> None:
        pass


@pytest.fixture(autouse=True)
def nobody_died() -> Iterator[None]:
    gc.collect()
    died.clear()
    yield


def allocate() -> None:
    """More than the youngest generation takes before it is collected."""
    for _ in range(20):
        assert len([[number] for number in range(gc.get_threshold()[0] * 2)]) > 0


def test_a_worker_that_allocates_collects_nothing(qtbot: QtBot, collector: Collector) -> None:
    Cycle()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(allocate).result()
    assert died == []
    allocated = [[number] for number in range(gc.get_threshold()[0] * 2)]
    collector.look()
    assert allocated
    assert died == [threading.get_ident()]


def test_without_it_a_worker_would(qtbot: QtBot) -> None:
    """What the test above is worth; the timer is stopped first, for it would bring down the run."""
    cycle = Cycle()
    cycle.stop()
    del cycle
    gc.enable()
    try:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(allocate).result()
    finally:
        gc.disable()
    assert died
    assert threading.get_ident() not in died


def test_it_looks_by_itself_and_older_generations_come_round(
    qtbot: QtBot, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(gc, "collect", seen.append)
    counts = [(10, 99, 99), (701, 3, 0), (701, 11, 2), (701, 11, 11)]
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    for now in counts:
        monkeypatch.setattr(gc, "get_count", lambda now=now: now)
        collector.look()
    assert seen == [0, 1, 2]
    qtbot.waitUntil(lambda: len(seen) > 3)


def test_a_threshold_of_nothing_means_never(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(gc, "collect", seen.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (0, 0, 0))
    collector.look()
    assert seen == []


def plainly(runner: Runner, work: Callable[[], object], held: Held) -> None:
    runner.call(work, held.hear)


def in_a_lane(runner: Runner, work: Callable[[], object], held: Held) -> None:
    runner.in_turn("lane", work, held.hear)


@pytest.mark.parametrize("ask", [plainly, in_a_lane])
def test_what_a_job_was_given_is_let_go_on_the_thread_of_the_window(
    qtbot: QtBot, ask: Callable[[Runner, Callable[[], object], Held], None]
) -> None:
    for _ in range(50):  # who lets go last is a race
        runner, gate = Runner(), threading.Event()
        ask(runner, lambda gate=gate: gate.wait(10), Held())
        before = len(died)
        gate.set()
        qtbot.waitUntil(lambda before=before: len(died) > before)
        runner.close()
    assert set(died) == {threading.get_ident()}
