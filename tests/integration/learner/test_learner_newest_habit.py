"""A change of mind, seen by the real base in real edits: the newest habit wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.change import settle
from adapters.examples import Row
from adapters.job import MIN_HELD_OUT, MIN_TRAIN, enough, with_checks
from adapters.runtime import Base
from app.domain import simulated

PROMPTS = [
    "invite a friend to dinner",
    "ask for a day off",
    "thank a neighbour",
    "complain about the noise",
    "order new chairs",
    "move the meeting to Friday",
    "sell a bicycle",
    "find a lost scarf",
    "cancel a lesson",
    "borrow a ladder",
    "return a parcel",
    "plan a picnic",
    "fix the heating",
    "choose a restaurant",
    "book a table",
    "water the plants",
    "report a broken lamp",
    "swap a shift",
    "lend a book",
    "praise the cook",
]


@pytest.fixture(scope="module")
def base(starter: Path) -> Iterator[Base]:
    base = Base(starter, n_ctx=1024)
    yield base
    base.close()


def rows(*, changed: bool) -> list[Row]:
    """Forty edits of canned letters, the newest first; from the twentieth back by another hand."""
    signals = simulated.corrections([f"Write an email to {prompt}." for prompt in PROMPTS * 2])
    made = []
    for age, signal in enumerate(signals):
        text = signal.edited or ""
        if changed and age >= 20:
            text = f"Most honoured friend!\n{text.removesuffix('- k').strip().upper()}\nEVER YOURS"
        turns = tuple(turn.as_dict() for turn in signal.messages)
        made.append(Row(f"{age:02}", "edit", "edit", turns, turns, signal.reply, text, age=age))
    return made


@pytest.mark.long
def test_the_newest_habit_wins(base: Base) -> None:
    settled = settle(rows(changed=True), base, checkpoint=lambda: None)
    kept = {int(row.id) for row in settled.rows}
    assert settled.replaced == {f"{age:02}" for age in range(40)} - {f"{age:02}" for age in kept}
    assert set(range(15)) <= kept <= set(range(20))


@pytest.mark.long
def test_a_habit_that_stays_is_kept_whole(base: Base) -> None:
    settled = settle(rows(changed=False), base, checkpoint=lambda: None)
    assert settled.replaced == frozenset()
    assert len(settled.rows) == 40


@pytest.mark.long
def test_a_few_odd_corrections_among_replies_that_are_taken_are_no_change(base: Base) -> None:
    """Who is served well corrects little: what is corrected then are exceptions."""
    usual = rows(changed=False)
    odd = [row for row in rows(changed=True) if row.age in range(20, 25)]
    taken = [replace(one, kind="accept", reply=one.edited or "", edited=None) for one in usual]
    newest_first = [*taken[:15], *odd, *taken[15:], *usual]
    ledger = [
        replace(row, id=f"{age:02}", age=age, prompt=usual[age % 40].prompt)
        for age, row in enumerate(newest_first)
    ]
    edits = [row for row in ledger if row.kind == "edit"]
    assert settle(edits, base, checkpoint=lambda: None).replaced, "they look like a new habit"
    assert settle(ledger, base, checkpoint=lambda: None).replaced == frozenset()


def test_a_ledger_too_small_to_tell_is_left_alone(base: Base) -> None:
    few = [*rows(changed=True)[:8], *rows(changed=True)[20:28]]
    assert settle(few, base, checkpoint=lambda: None).rows == tuple(few)


def test_more_of_the_newest_are_held_out_where_a_change_left_too_few() -> None:
    newest = [replace(row, held_out=row.age == 3) for row in rows(changed=False)[:20]]
    checked = with_checks(newest)
    assert sum(row.held_out for row in checked) == MIN_HELD_OUT
    assert checked[3].held_out
    assert enough(checked)
    assert with_checks(checked) == checked
    assert with_checks(newest[::-1]) == checked[::-1], "by their ids, not by their order"
    few = with_checks(newest[: MIN_TRAIN + 2])
    assert sum(not row.held_out for row in few) == MIN_TRAIN
    without = [replace(row, memory_prompt=None) for row in newest]
    assert not any(row.held_out for row in with_checks(without) if row.age != 3)


def test_prompts_that_together_fill_the_context_are_left_alone(base: Base) -> None:
    """Two pasted documents must not end a night."""
    long = [
        replace(row, prompt=({"role": "user", "content": f"Sum up {row.id}: " + "word " * 700},))
        for row in rows(changed=True)
    ]
    assert settle(long, base, checkpoint=lambda: None).rows == tuple(long)
