"""Edit cost: known values, and what holds for any two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.editcost import edit_cost

WORDS = st.lists(st.sampled_from(["a", "b", "c", "hey", "-"]), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("written", "wanted", "cost"),
    [
        ("", "", 0.0),
        ("same words here", "same  words\nhere", 0.0),
        ("", "all new", 1.0),
        ("all gone", "", 1.0),
        ("one two three four", "one two four", 0.25),
        ("one two three", "one 2 three", 1 / 3),
        ("one two", "two one", 1.0),
        ("Hello there", "hello there", 0.5),
        ("a b c", "x y z p q r", 1.0),
    ],
)
def test_known_values(written: str, wanted: str, cost: float) -> None:
    assert edit_cost(written, wanted) == pytest.approx(cost)


@given(WORDS, WORDS)
def test_it_is_a_symmetric_share(left: str, right: str) -> None:
    cost = edit_cost(left, right)
    assert 0 <= cost <= 1
    assert cost == edit_cost(right, left)
    assert (cost == 0) == (left.split() == right.split())


@given(WORDS, WORDS, WORDS)
def test_distances_obey_the_triangle(a: str, b: str, c: str) -> None:
    def distance(x: str, y: str) -> float:
        return edit_cost(x, y) * max(len(x.split()), len(y.split()))

    assert distance(a, c) <= distance(a, b) + distance(b, c) + 1e-9
