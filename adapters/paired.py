"""Tests of paired differences: could chance alone have made them?

The sign-flip permutation test (Fisher, The Design of Experiments, 1935, section 21): under the
hypothesis of no difference each row's sign is a coin. All 2^n sign patterns are counted up to
n = 14, else 9,999 drawn with a fixed seed; no assumption is made about the shape of the
differences, which are mostly zeros and a few large ones.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

EXACT_UP_TO = 14
DRAWS = 9_999
ABSURD = 1e9


def sign_flip_p(differences: ArrayLike) -> float:
    """One-sided p that the mean difference is above zero by luck of the signs alone.

    Exact for up to 14 differences; no differences, or any that is not finite, give 1.
    """
    values = np.asarray(differences, dtype=np.float64)
    if values.size == 0 or not are_measured(values):
        return 1.0
    observed = values.sum()
    slack = 1e-12 * max(1.0, float(np.abs(values).sum()))
    if values.size <= EXACT_UP_TO:
        codes = np.arange(2**values.size)[:, None] >> np.arange(values.size)[None, :]
        sums = (1 - 2 * (codes & 1)) @ values
        return float(np.mean(sums >= observed - slack))
    signs = np.random.default_rng(0).integers(0, 2, (DRAWS, values.size), dtype=np.int8)
    sums = (1 - 2 * signs) @ values
    return float((1 + np.count_nonzero(sums >= observed - slack)) / (1 + DRAWS))


def sign_p(differences: ArrayLike) -> float:
    """One-sided p that so many differences are above zero by luck: the sign test (Arbuthnott
    1710). Ties count for neither side; nothing to count gives 1."""
    values = np.asarray(differences, dtype=np.float64)
    above, counted = int((values > 0).sum()), int((values != 0).sum())
    ways = sum(math.comb(counted, more) for more in range(above, counted + 1))
    return float(ways / 2**counted)


def are_measured(values: np.ndarray) -> bool:
    """Numbers that a measurement can give: not NaN, not infinite, nothing that overflows."""
    return bool((np.abs(values) < ABSURD).all())
