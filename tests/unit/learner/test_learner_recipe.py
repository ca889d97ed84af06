from __future__ import annotations

import pytest

from adapters.errors import LearnerError
from adapters.recipe import Recipe


def test_the_default_trains_every_second_layer_of_the_starter_from_the_bottom_up() -> None:
    assert list(Recipe().layers(30)) == list(range(0, 30, 2))


@pytest.mark.parametrize(
    ("first", "step", "layers"),
    [(0.0, 1, [0, 1, 2, 3]), (0.5, 1, [2, 3]), (0.5, 3, [2]), (0.99, 2, [3])],
)
def test_a_recipe_says_which_layers_are_trained(first: float, step: int, layers: list[int]) -> None:
    assert list(Recipe(first_layer_fraction=first, layer_step=step).layers(4)) == layers


@pytest.mark.parametrize(("rows", "steps"), [(8, 64), (16, 64), (48, 64), (100, 75), (5000, 150)])
def test_small_ledgers_get_enough_steps_and_large_ones_not_too_many(rows: int, steps: int) -> None:
    assert Recipe().steps(rows) == steps


def test_the_rate_falls_with_size_through_what_is_advised() -> None:
    rates = [Recipe().rate(size) for size in (135_000_000, 10**9, 3 * 10**9, 8 * 10**9)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == pytest.approx(2e-3)
    assert 3e-4 < rates[1] < 6e-4
    assert 1.6e-4 < rates[2] < 3e-4
    assert 8e-5 < rates[3] < 1.6e-4
    assert Recipe().rate(1000) == 2e-3  # never higher than was measured
    assert Recipe(learning_rate=2e-3).rate(10**9) == 2e-3


def test_the_hash_names_the_recipe() -> None:
    assert Recipe().hash == Recipe.from_json(Recipe().as_json()).hash
    assert Recipe().hash != Recipe(rank=8).hash


@pytest.mark.parametrize(
    "overrides",
    [
        {"ranks": 3},
        {"rank": 0},
        {"rank": "eight"},
        {"modules": ["embed"]},
        {"modules": []},
        {"personal": 9},
        {"min_steps": 200},
        {"version": 99},
        {"first_layer_fraction": 1.0},
        {"layer_step": 0},
        {"cut": -1.0},
        {"cut_length": 0},
    ],
)
def test_an_impossible_recipe_is_refused(overrides: dict) -> None:
    with pytest.raises(LearnerError):
        Recipe.from_json(overrides)
