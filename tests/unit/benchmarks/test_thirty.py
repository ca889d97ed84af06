"""Thirty nights: their days, which are trained, how a run goes on, and what they come to."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from app.domain.exchange import parse_lines
from app.domain.ledger import Signal
from benchmarks import lives, thirty
from benchmarks.arms import BASE, OURS, Bench
from benchmarks.diary import Day
from benchmarks.lives import Life
from benchmarks.results import Lines
from benchmarks.retention import MEASURES, within
from benchmarks.simulation import FIRST_DAY
from benchmarks.tasks import EMAIL, QUESTION
from benchmarks.thirty import Course
from benchmarks.users import USERS, User

COURSE = Course(USERS[0], 6, (1, 3), every_night=False)
NAMES = ("user", "night")


def night(number: int, cost: float = 0.1, **changes: float) -> dict[str, Any]:
    found = dict.fromkeys(MEASURES, 0.0) | changes
    return {
        "night": number,
        "signals": 6 * number,
        "rows": 6 * number,
        "costs": {"base": [0.6], "adapter": [cost, cost]},
        "retention": [
            {"measure": name, "change": change, "within": within(name, change)}
            for name, change in found.items()
        ],
    }


def accepted(number: int) -> Signal:
    line = {"prompt": f"mail {number}", "reply": "Done.", "kind": "accept"}
    return parse_lines([json.dumps(line).encode()], name="day", now=FIRST_DAY)[0]


class Nights:
    """Stands in for `live`: notes which nights were trained, and on whose replies."""

    def __init__(self) -> None:
        self.lived: list[tuple[int, str, bool]] = []

    def __call__(self, _: Bench, arm: str, life: Life, day: Day, **__: int) -> Life:
        self.lived.append((day.number, arm, life.lora is not None))
        lora: Any = object() if arm == OURS else life.lora
        return Life(day.number, (*life.ledger, accepted(day.number)), lora)


@pytest.fixture
def nights(monkeypatch: pytest.MonkeyPatch) -> Nights:
    """No adapter is kept on disk."""
    found, save = Nights(), lives.save
    monkeypatch.setattr(thirty, "live", found)
    monkeypatch.setattr(lives, "save", lambda life, file: save(replace(life, lora=None), file))
    return found


def measure(_: User, life: Life) -> dict[str, Any]:
    return {key: night(life.night)[key] for key in ("costs", "retention")}


def follow(folder: Path, course: Course, measurer: thirty.Measurer = measure) -> Lines:
    bench = cast(Bench, SimpleNamespace(laboratory=SimpleNamespace(path=Path("base.gguf"))))
    lines = Lines(folder / "thirty.jsonl", {}, NAMES)
    thirty.follow(bench, lines, folder / "life.npz", course, measurer)
    return lines


def test_every_day_has_new_tasks_and_a_fifth_are_questions() -> None:
    tasks = [task for number in range(1, 31) for task in COURSE.day(number).tasks]
    assert len(tasks) == len(set(tasks)) == 180
    assert [task.kind for task in tasks[:6]] == [EMAIL] * 4 + [QUESTION, EMAIL]
    assert sum(task.kind == QUESTION for task in tasks) == 36


def test_nights_between_are_not_trained_and_the_user_sees_the_base(
    nights: Nights, tmp_path: Path
) -> None:
    lines = follow(tmp_path, COURSE)
    assert nights.lived == [(1, OURS, False), (2, BASE, False), (3, OURS, False)]
    assert {key: line["signals"] for key, line in lines.known.items()} == {
        ("terse", 1): 1,
        ("terse", 3): 3,
    }


def test_where_every_night_is_trained_the_user_sees_the_last_one(
    nights: Nights, tmp_path: Path
) -> None:
    follow(tmp_path, replace(COURSE, every_night=True))
    assert nights.lived == [(1, OURS, False), (2, OURS, True), (3, OURS, True)]


def test_a_run_goes_on_with_the_night_it_was_in(nights: Nights, tmp_path: Path) -> None:
    def stopped(one: User, life: Life) -> dict[str, Any]:
        if life.night == 3:
            raise KeyboardInterrupt
        return measure(one, life)

    with pytest.raises(KeyboardInterrupt):
        follow(tmp_path, COURSE, stopped)
    nights.lived.clear()
    assert list(follow(tmp_path, COURSE).known) == [("terse", 1), ("terse", 3)]
    assert nights.lived == [(3, OURS, False)]
    follow(tmp_path, COURSE)
    assert len(nights.lived) == 1


def test_a_night_that_was_passed_is_reached_from_the_first(nights: Nights, tmp_path: Path) -> None:
    follow(tmp_path, COURSE)
    nights.lived.clear()
    lines = follow(tmp_path, replace(COURSE, measured=(1, 2, 3)))
    assert nights.lived == [(1, BASE, False), (2, OURS, False)]
    assert sorted(lines.known) == [("terse", 1), ("terse", 2), ("terse", 3)]


def test_a_life_belongs_to_its_set_up() -> None:
    files = {
        thirty._life_file(Path("thirty.jsonl"), USERS[7], {"every_night": way})
        for way in (False, True)
    }
    assert len(files) == 2
    assert all(file.match("thirty.jsonl.lives/by-reader-*.npz") for file in files)


@pytest.mark.parametrize(
    ("name", "last", "fine"),
    [
        ("perplexity", 1.5, True),
        ("perplexity", 1.6, False),
        ("piqa", -0.5, True),
        ("piqa", -0.6, False),
        ("ifeval_prompts", -1.6, False),
        ("lambada", 9.0, True),
    ],
)
def test_drift_is_the_last_night_less_the_first(name: str, last: float, fine: bool) -> None:
    found = thirty.drift([night(1, **{name: 0.5}), night(9), night(30, **{name: last})])
    drifted = next(it for it in found if it.measure == name)
    assert drifted.change == pytest.approx(last - 0.5)
    assert drifted.within is fine
    assert all(it.within for it in found if it is not drifted)


def test_one_night_alone_cannot_drift() -> None:
    assert thirty.drift([night(1)]) == []
    assert "drift" not in thirty.as_table([night(1)])


def test_the_table_has_a_line_a_night_and_one_for_drift() -> None:
    text = thirty.as_table([night(1, piqa=0.5), night(30, 0.3, piqa=-1.5, perplexity=0.4)])
    head, _, limits, first, last, drift = text.splitlines()
    assert head.split()[:3] == ["night", "signals", "rows"]
    assert limits.split()[:3] == ["limit", "+1", "-1"]
    assert first.split()[:7] == ["1", "6", "6", "0.600", "0.100", "+0.00", "+0.50"]
    assert last.split()[:8] == ["30", "180", "180", "0.600", "0.300", "+0.40", "-1.50", "LOST"]
    assert drift.split()[:6] == ["drift", "+0.200", "+0.40", "within", "-2.00", "LOST"]
