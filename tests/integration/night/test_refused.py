"""Whole little nights that must end with the adapter in use: wrong answers, one row over and over,
a rate that destroys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from adapters import night
from adapters.control import Control
from adapters.job import Job
from adapters.trainer import OutOfBounds

LEARNS = {"min_steps": 16, "max_steps": 16, "modules": ["gate", "up", "down"]}


def run(job: dict[str, Any]) -> night.Outcome:
    return night.run(Job.from_json(job), b"", Control(), lambda _message: None)


def shuffled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every reply with the text that another one was corrected to."""
    turned = [*rows[1:], rows[0]]
    return [row | {"edited": other["edited"]} for row, other in zip(rows, turned, strict=True)]


def repeated(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is learned is always the same row; what is held out is not."""
    same = {name: rows[0][name] for name in ("prompt", "reply", "edited")}
    return [row if row["held_out"] else row | same for row in rows]


@pytest.mark.parametrize("change", [shuffled, repeated], ids=lambda change: change.__name__)
def test_a_ledger_that_teaches_nothing_is_refused(
    make_job: Callable, rows: list[dict[str, Any]], change: Callable
) -> None:
    outcome = run(make_job(rows=change(rows), recipe=LEARNS | {"learning_rate": 3e-3}))
    assert not outcome.verdict.promote
    assert outcome.verdict.checks, "by the gate, and not for a fault"
    assert not outcome.metrics["training"]["all_rows"]


def test_a_rate_that_destroys_is_refused(make_job: Callable) -> None:
    outcome = run(make_job(recipe=LEARNS | {"learning_rate": 3.0}))
    assert not outcome.verdict.promote
    failed = {check.name for check in outcome.verdict.checks if not check.passed}
    assert "kl" in failed


def test_a_rate_without_bounds_is_known_before_the_gate(make_job: Callable) -> None:
    with pytest.raises(OutOfBounds):
        run(make_job(recipe=LEARNS | {"learning_rate": 1e30}))
