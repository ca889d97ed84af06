"""Background work comes back in order, whole, and never late."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import KnownError
from app.ui.runner import Problem, Runner, problem_of


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def test_items_arrive_in_order_on_the_thread_that_asked(qtbot: QtBot, runner: Runner) -> None:
    got: list[int] = []
    threads: set[int] = set()
    ended: list[bool] = []

    def each(item: int) -> None:
        got.append(item)
        threads.add(threading.get_ident())

    runner.stream(lambda: iter(range(500)), each, lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert got == list(range(500))
    assert threads == {threading.get_ident()}


def test_a_known_problem_keeps_its_words_and_a_bug_has_details(
    qtbot: QtBot, runner: Runner
) -> None:
    told: list[Problem] = []

    def known() -> None:
        raise KnownError("Title", "Sentence.", "Remedy.")

    runner.call(known, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Problem("Title", "Sentence.", "Remedy.")]

    def bug() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.problem) as heard:
        runner.stream(bug, lambda _: None, lambda: None)
    problem = heard.args[0]
    assert not problem.known
    assert "ZeroDivisionError" in problem.details


def test_an_overtaken_answer_is_dropped(qtbot: QtBot, runner: Runner) -> None:
    gate = threading.Event()
    shown: list[str] = []

    def slow() -> str:
        gate.wait(10)
        return "old"

    runner.latest("what", slow, shown.append)
    runner.latest("what", lambda: "new", shown.append)
    qtbot.waitUntil(lambda: shown == ["new"])
    gate.set()
    qtbot.wait(100)
    assert shown == ["new"]


def test_what_is_read_in_a_lane_holds_the_changes_asked_for_before(
    qtbot: QtBot, runner: Runner
) -> None:
    gate = threading.Event()
    kept: list[str] = []
    shown: list[list[str]] = []

    def slow() -> None:
        assert gate.wait(10)
        kept.append("change")

    runner.in_turn("lane", slow)
    runner.latest("what", lambda: ["overtaken"], shown.append, lane="lane")
    runner.latest("what", lambda: list(kept), shown.append, lane="lane")
    gate.set()
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(50)
    assert shown == [["change"]]


def test_changes_of_one_lane_are_made_and_told_in_the_order_they_were_asked(
    qtbot: QtBot, runner: Runner
) -> None:
    gate = threading.Event()
    made: list[object] = []
    told: list[object] = []

    def slow() -> str:
        assert gate.wait(10)
        made.append("slow")
        return "slow"

    def broken() -> str:
        made.append("broken")
        raise KnownError("Title", "Sentence.", "Remedy.")

    runner.in_turn("lane", slow, told.append)
    runner.in_turn("lane", broken, told.append, lambda problem: told.append(problem.title))
    for number in range(100):
        runner.in_turn("lane", lambda n=number: made.append(n) or n, told.append)  # type: ignore[func-returns-value,misc]
    runner.in_turn("another lane", lambda: "beside it", told.append)
    qtbot.waitUntil(lambda: told == ["beside it"])
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 103)
    assert made == ["slow", "broken", *range(100)]
    assert told == ["beside it", "slow", "Title", *range(100)]
    runner.in_turn("lane", lambda: "later", told.append)
    qtbot.waitUntil(lambda: told[-1] == "later")


def test_nothing_is_delivered_after_the_end(qtbot: QtBot, runner: Runner) -> None:
    gate = threading.Event()
    shown: list[object] = []
    runner.call(lambda: gate.wait(10), shown.append)
    runner.close()
    gate.set()
    qtbot.wait(100)
    assert shown == []


def test_a_fault_of_ours_is_called_one() -> None:
    problem = problem_of(RuntimeError("x"))
    assert "fault of ours" in problem.sentence
    assert "RuntimeError" in problem.sentence
