"""The two paired tests that the gate rests on, against values that can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.paired import sign_flip_p, sign_p

NAN = float("nan")


def test_sign_flip_exact_values() -> None:
    assert sign_flip_p([1.0] * 5) == pytest.approx(1 / 32)
    assert sign_flip_p([-1.0] * 5) == 1.0
    assert sign_flip_p([0.0] * 9) == 1.0
    assert sign_flip_p([3.0, 2.0, -1.0]) == pytest.approx(2 / 8)
    assert sign_flip_p([]) == 1.0
    assert sign_flip_p([1.0, NAN]) == 1.0


def test_sign_flip_by_drawing_agrees_with_the_exact_test() -> None:
    values = np.random.default_rng(3).normal(0.3, 1.0, 15)
    codes = np.arange(2**15)[:, None] >> np.arange(15)[None, :] & 1
    exact = np.mean(((1 - 2 * codes) @ values) >= values.sum() - 1e-12)
    assert sign_flip_p(values) == pytest.approx(exact, abs=0.02)
    assert sign_flip_p(values) == sign_flip_p(values)


def test_sign_flip_holds_its_level() -> None:
    rng = np.random.default_rng(11)
    lucky = sum(sign_flip_p(rng.normal(0, 1, 10)) < 0.10 for _ in range(600))
    assert lucky / 600 < 0.14


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=9))
def test_sign_flip_is_a_probability_and_grows_with_a_worse_row(values: list[float]) -> None:
    p = sign_flip_p(values)
    assert 2.0 ** -len(values) <= p <= 1
    assert sign_flip_p([*values[:-1], values[-1] - 1.0]) >= p - 1e-12


def test_the_sign_test_counts_coins() -> None:
    assert sign_p([1, 1, 1, 1, 1]) == 1 / 32
    assert sign_p([1, 1, 1, 1, -9]) == 6 / 32
    assert sign_p([0.0, 0.0]) == 1.0
    assert sign_p([]) == 1.0
    assert sign_p([1, 0, 0]) == 0.5
