"""When a change of mind is seen, and when it is not: numbers in, a moment out."""

from __future__ import annotations

import numpy as np
import pytest

from adapters.change import LEAST_GAIN, SAMPLE, _replaced, _taken_since, changed_after, fall
from adapters.examples import Row
from adapters.runtime import Base

HABIT = 0.8
"""Nats per token by which an example of the same habit helps more than one of another."""


def gains(habits: list[int], seed: int, noise: float = 0.15) -> np.ndarray:
    """What examples do for texts where each row follows one of several habits: more for the same
    habit; and some texts are easier to help, some examples better at it."""
    draw = np.random.default_rng(seed)
    count = len(habits)
    same = np.equal.outer(habits, habits)
    texts, examples = draw.normal(0, 0.3, (count, 1)), draw.normal(0, 0.3, (1, count))
    return 0.5 + HABIT * same + texts + examples + draw.normal(0, noise, (count, count))


def alike(seed: int, count: int = SAMPLE) -> np.ndarray:
    half = np.random.default_rng(seed).uniform(0.2, 0.8, (count, count))
    return (half + half.T) / 2


@pytest.mark.parametrize("newer", [3, 5, 6, 9])
@pytest.mark.parametrize("seed", range(5))
def test_the_moment_is_found(newer: int, seed: int) -> None:
    habits = [1] * newer + [0] * (SAMPLE - newer)
    assert changed_after(gains(habits, seed), alike(seed)) == newer


def test_one_habit_is_never_taken_for_two() -> None:
    found = [changed_after(gains([0] * SAMPLE, seed), alike(seed)) for seed in range(40)]
    assert sum(moment is not None for moment in found) <= 2


def test_habits_that_alternate_with_the_task_are_no_change() -> None:
    found = [changed_after(gains([0, 1] * (SAMPLE // 2), seed), alike(seed)) for seed in range(20)]
    assert found == [None] * 20


@pytest.mark.parametrize("seed", range(5))
def test_new_tasks_explain_new_habits(seed: int) -> None:
    habits = [1] * 6 + [0] * 6
    tasks = alike(seed) * 0.3 + 0.6 * np.equal.outer(habits, habits)
    assert changed_after(gains(habits, seed), tasks) is None


def test_a_difference_that_nobody_would_notice_is_none() -> None:
    habits = [1] * 6 + [0] * 6
    slight = gains(habits, 1, noise=0.001) - (HABIT - 0.05) * np.equal.outer(habits, habits)
    assert changed_after(slight, alike(1)) is None


def test_the_diagonal_is_not_read() -> None:
    """A text is no example for itself."""
    habits = [1] * 6 + [0] * 6
    found, nearness = gains(habits, 2), alike(2)
    np.fill_diagonal(found, 1e6)
    np.fill_diagonal(nearness, -1e6)
    assert changed_after(found, nearness) == 6


def test_the_two_ends_of_the_sample_show_a_change_wherever_it_was() -> None:
    """What is looked at first, because mostly there was none."""
    for newer in (3, 6, 9):
        habits = [1] * newer + [0] * (SAMPLE - newer)
        ends = [0, 1, 2, SAMPLE - 3, SAMPLE - 2, SAMPLE - 1]
        falls = [fall(gains(habits, seed)[np.ix_(ends, ends)], 3) for seed in range(20)]
        assert min(falls) > LEAST_GAIN
    same = [fall(gains([0] * SAMPLE, seed)[np.ix_(ends, ends)], 3) for seed in range(20)]
    assert np.mean(same) == pytest.approx(0, abs=0.05)


def row(age: int, kind: str, asked: str, *, pinned: bool = False) -> Row:
    turn = {"role": "user", "content": asked}
    edited = "hi Sam" if kind == "edit" else None
    return Row(f"row{age}", kind, "edit", (turn,), None, "Dear Sam", edited, age=age, pinned=pinned)


def test_what_is_pinned_is_replaced_by_no_newer_habit(base: Base) -> None:
    rows = [row(n, "edit", "write a mail to Sam", pinned=n == 7) for n in range(10)]
    assert _replaced(rows, 4, base) == {"row5", "row6", "row8", "row9"}


def test_what_was_taken_since_is_asked_about_where_it_is_of_that_kind(base: Base) -> None:
    newer = [row(n, "edit", f"write a mail to Sam{n}") for n in range(4, 8)]
    others = [
        row(0, "accept", "write a mail to Tom"),
        row(1, "accept", "why is it dark?"),
        row(2, "reject", "write a mail to Tom"),
        row(3, "accept", "write a mail to Ann"),
        row(8, "accept", "write a mail to Tim"),
    ]
    assert [one.id for one in _taken_since([*others, *newer], newer, base)] == ["row0", "row3"]
