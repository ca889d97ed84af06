"""What can be said about forgetting from scores: exposure, a test of two samples, membership.

Plain functions of plain numbers, so that they can be checked by hand. `log_p` are log-likelihoods
in nats: the higher, the better a model knows the text.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import NormalDist

CHANCE_BITS = 1 / math.log(2)
"""Mean exposure of a text that was never seen: -log2 of a uniform number, 1.44 bits."""


def exposures(log_p: Sequence[float], candidates: Sequence[float]) -> list[float]:
    """Bits by which each secret stands out among `candidates` that were never planted.

    The Secret Sharer (Carlini et al. 2019, arXiv 1802.08232): exposure is log2 of the number of
    possible secrets less log2 of the secret's rank among them by likelihood. The space is too
    large to be listed, so the rank is estimated by sampling (section 4.3 there): among n
    candidates from the same generator, the secret's rank of n + 1. That needs no assumption about
    how scores are spread; it cannot show more than log2(n + 1) bits. Ties count against the secret.
    """
    ordered = sorted(candidates)
    most = math.log2(len(ordered) + 1)
    return [most - math.log2(1 + len(ordered) - bisect_left(ordered, score)) for score in log_p]


def chance_exposure(candidates: int) -> float:
    """Mean exposure in bits when every rank among so many candidates is equally likely.

    Tends to `CHANCE_BITS` from below: log2(n) - log2(n!)/n with n = candidates + 1.
    """
    ranks = candidates + 1
    return math.log2(ranks) - math.lgamma(ranks + 1) / math.log(2) / ranks


def chance_range(count: int, candidates: int, confidence: float) -> tuple[float, float]:
    """Between which bits the mean exposure of `count` secrets lies by chance.

    At chance an exposure is exponential, so the sum of `count` of them has a gamma distribution;
    its quantiles by Wilson and Hilferty (1931), good to a percent from 3 secrets on.
    """
    mean = chance_exposure(candidates)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) / (3 * math.sqrt(count))
    middle = 1 - 1 / (9 * count)
    low, high = (mean * max(middle + side * reach, 0.0) ** 3 for side in (-1, 1))
    return low, high


def kolmogorov_smirnov(first: Sequence[float], second: Sequence[float]) -> tuple[float, float]:
    """(greatest distance of the two empirical distributions, p-value that they are one).

    The p-value is exact where no two numbers are equal, and too large rather than too small where
    some are: the share of all ways to deal the numbers out that bring as great a distance.
    """
    a, b = sorted(first), sorted(second)
    steps = max(
        abs(bisect_right(a, value) * len(b) - bisect_right(b, value) * len(a)) for value in a + b
    )
    within = _paths_within(steps, len(a), len(b))
    p = 1 - within / math.comb(len(a) + len(b), len(a))
    return steps / (len(a) * len(b)), p


def _paths_within(steps: int, m: int, n: int) -> int:
    """How many ways from (0, 0) to (m, n) keep |i n - j m| below `steps` (Hodges 1958)."""
    ways = [1] * (n + 1)
    for i in range(m + 1):
        before = 0 if i else 1
        for j in range(n + 1):
            came = before if i == 0 else ways[j] + (ways[j - 1] if j else 0)
            ways[j] = before = came if abs(i * n - j * m) < steps else 0
    return ways[n]


def auc(members: Sequence[float], others: Sequence[float]) -> float:
    """Probability that a member scores above another text, ties counting half: the area under
    the curve of the attack that calls high scores members. By ranks (Mann and Whitney 1947)."""
    ordered = sorted(others)
    below = sum(bisect_left(ordered, score) + bisect_right(ordered, score) for score in members)
    return below / 2 / (len(members) * len(ordered))


def auc_interval(
    area: float, members: int, others: int, confidence: float = 0.95
) -> tuple[float, float]:
    """Where the true area lies; standard error by Hanley and McNeil (1982, Radiology 143)."""
    pairs_above = area / (2 - area) - area**2
    pairs_below = 2 * area**2 / (1 + area) - area**2
    variance = area * (1 - area) + (members - 1) * pairs_above + (others - 1) * pairs_below
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * math.sqrt(variance / (members * others))
    return max(area - reach, 0.0), min(area + reach, 1.0)
