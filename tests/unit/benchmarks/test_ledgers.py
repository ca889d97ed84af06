"""Ledgers of any size: as many rows as were asked for, each of its own, and the table of nights."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.ledger import Kind
from app.sleep.job import readiness
from benchmarks import ledgers
from benchmarks.simulation import Laboratory
from benchmarks.tasks import Task
from benchmarks.users import USERS


class Written(Laboratory):
    """Replies without a model."""

    def __init__(self) -> None:
        pass

    def base_reply(self, task: Task) -> str:
        return f"Dear reader,\n\n{task.prompt} It is late. I am sorry.\n\nBest regards"


@pytest.mark.parametrize("rows", [8, 14, 48, 200, 450])
def test_a_ledger_has_so_many_rows_and_none_twice(rows: int) -> None:
    signals = ledgers.ledger(Written(), USERS[0], rows, seed=1)
    assert len({signal.id for signal in signals}) == rows
    edits = sum(signal.kind is Kind.EDIT for signal in signals)
    assert 0.75 * rows <= edits < rows
    assert readiness(signals).ready == (rows >= 14)


def test_the_last_day_asks_for_mails_that_no_day_before_asked_for() -> None:
    signals = ledgers.ledger(Written(), USERS[0], 650, seed=1)
    edits = [signal for signal in signals if signal.kind is Kind.EDIT]
    last = max(signal.at.date() for signal in edits)
    today = {signal.prompt for signal in edits if signal.at.date() == last}
    before = {signal.prompt for signal in edits if signal.at.date() != last}
    assert len(today) == sum(signal.at.date() == last for signal in edits)
    assert not today & before


def test_what_was_left_out_is_told_under_the_table() -> None:
    night: dict[str, Any] = {
        "rows": 5000,
        "outcome": "promoted",
        "seconds": 600.0,
        "phases": {"train": 300.0, "measure": 240.0},
        "training": {"rows": 600, "steps": 203, "left_out": {"older than a night has time for": 9}},
        "costs": {"base": 0.6, "adapter": 0.0},
    }
    waits = night | {"rows": 8, "outcome": "skipped", "phases": {}}
    waits["training"] = {"rows": None, "steps": None, "left_out": None}
    told = ledgers._table([waits, night])
    assert "5000 rows, left out: 9 older than a night has time for" in told
    assert "10.0" in told and "5.0" in told and "4.0" in told
