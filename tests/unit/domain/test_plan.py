"""A night's rows: how old they are, and how many it checks itself with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.ledger import Kind, Role, Signal, Source, Turn
from app.sleep.job import MOST_HELD_OUT, plan

START = datetime(2026, 1, 1, tzinfo=UTC)


def signal(number: int) -> Signal:
    return Signal(
        id=f"{number:04}",
        at=START + timedelta(minutes=number),
        session=f"s{number // 3}",
        source=Source.CHAT,
        kind=Kind.EDIT,
        messages=(Turn(Role.USER, f"write mail {number}"),),
        reply="Dear all",
        edited="hi",
    )


def test_rows_know_how_many_signals_are_newer() -> None:
    rows = plan([signal(number) for number in range(60)], [], "You help.").rows
    assert {row["id"]: row["age"] for row in rows} == {f"{n:04}": 59 - n for n in range(60)}


def test_a_night_checks_itself_with_the_newest_held_out_rows() -> None:
    the_plan = plan([signal(number) for number in range(600)], [], "You help.")
    held_out = [row for row in the_plan.rows if row["held_out"]]
    assert {row["id"] for row in held_out} == {s.id for s in the_plan.split.held_out}
    asked_about = [row["id"] for row in held_out if row["memory_prompt"]]
    assert len(held_out) > len(asked_about) == MOST_HELD_OUT
    assert sorted(asked_about) == sorted(row["id"] for row in held_out)[-MOST_HELD_OUT:]


def test_held_out_rows_carry_examples_from_the_training_rows_only() -> None:
    the_plan = plan([signal(number) for number in range(60)], [], "You help.")
    held_out = {f"write mail {int(s.id)}" for s in the_plan.split.held_out}
    for row in the_plan.rows:
        assert (row["memory_prompt"] is not None) == row["held_out"]
        turns = (row["memory_prompt"] or [])[1:-1]
        shown = [turn["content"] for turn in turns if turn["role"] == "user"]
        assert len(shown) == (3 if row["held_out"] else 0)
        assert held_out.isdisjoint(shown)
