from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.trainer import schedule, shape_of_rate

LENGTHS = {f"row{number}": 10 + number % 7 * 30 for number in range(24)}


def test_every_row_is_seen_once_an_epoch() -> None:
    plan = schedule(LENGTHS, steps=18, batch=4, seed=1)
    assert all(len(batch) == 4 for batch in plan)
    assert set(Counter(id_ for batch in plan for id_ in batch).values()) == {3}


def test_it_hangs_on_ids_and_seed_and_not_on_order() -> None:
    turned = dict(reversed(LENGTHS.items()))
    assert schedule(LENGTHS, 10, 4, seed=1) == schedule(turned, 10, 4, seed=1)
    assert schedule(LENGTHS, 10, 4, seed=1) != schedule(LENGTHS, 10, 4, seed=2)


def test_texts_of_like_length_go_together() -> None:
    def padding(plan: list[list[str]]) -> int:
        return sum(
            max(LENGTHS[id_] for id_ in batch) - LENGTHS[id_] for batch in plan for id_ in batch
        )

    ids = sorted(LENGTHS)
    unsorted = [ids[start : start + 4] for start in range(0, 24, 4)]
    assert padding(schedule(LENGTHS, 6, 4, seed=1)) < 0.5 * padding(unsorted)


@given(rows=st.integers(1, 30), steps=st.integers(1, 60), batch=st.integers(1, 8))
def test_every_batch_is_full_whatever_the_numbers(rows: int, steps: int, batch: int) -> None:
    plan = schedule({f"r{n}": n for n in range(rows)}, steps, batch, seed=0)
    assert [len(ids) for ids in plan] == [batch] * steps
    counts = Counter(id_ for ids in plan for id_ in ids)
    assert max(counts.values()) - min([*counts.values(), steps * batch // rows]) <= 1


def test_no_replay_is_an_empty_half() -> None:
    assert schedule({}, 3, 4, seed=0) == schedule(LENGTHS, 3, 0, seed=0) == [[], [], []]


def test_the_rate_rises_then_falls() -> None:
    shape = [shape_of_rate(step, 40, 0.1) for step in range(40)]
    assert shape[:4] == [0.25, 0.5, 0.75, 1.0]
    assert shape[4:] == sorted(shape[4:], reverse=True)
    assert max(shape) == 1.0
    assert 0 < shape[-1] < 0.05
    assert shape_of_rate(0, 1, 0.1) == pytest.approx(1.0)
