"""The statistics of a proof, against brute force, published values and their own definitions."""

from __future__ import annotations

import math
import random
from itertools import combinations
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters import evidence

scores = some.lists(some.integers(-20, 20).map(float), min_size=1, max_size=30)


def test_the_likeliest_text_stands_out_by_all_bits_and_the_least_likely_by_none() -> None:
    candidates = [float(n) for n in range(255)]
    assert evidence.exposures([1e9, -1e9], candidates) == [8.0, 0.0]


def test_ties_count_against_the_secret() -> None:
    assert evidence.exposures([1.0], [1.0, 1.0, 0.0]) == [math.log2(4) - math.log2(3)]


@given(secret=some.integers(-20, 20), candidates=scores)
def test_exposure_is_the_rank_in_bits(secret: int, candidates: list[float]) -> None:
    rank = 1 + sum(score >= secret for score in candidates)
    expected = math.log2((len(candidates) + 1) / rank)
    assert evidence.exposures([float(secret)], candidates)[0] == pytest.approx(expected)


def test_uniform_ranks_have_the_mean_of_chance() -> None:
    """1/ln 2 bits, as for any text that was never seen."""
    chance = random.Random(1)
    candidates = [chance.random() for _ in range(4095)]
    found = evidence.exposures([chance.random() for _ in range(20_000)], candidates)
    assert fmean(found) == pytest.approx(evidence.CHANCE_BITS, abs=0.05)
    assert evidence.chance_exposure(4095) == pytest.approx(evidence.CHANCE_BITS, abs=0.003)


@pytest.mark.parametrize("candidates", [1, 7, 511])
def test_the_mean_of_chance_is_that_of_all_ranks(candidates: int) -> None:
    ranks = range(1, candidates + 2)
    expected = fmean(math.log2((candidates + 1) / rank) for rank in ranks)
    assert evidence.chance_exposure(candidates) == pytest.approx(expected)


@pytest.mark.parametrize("count", [3, 16])
def test_means_of_chance_fall_into_their_range(count: int) -> None:
    chance = random.Random(2)
    low, high = evidence.chance_range(count, 511, 0.95)
    means = [
        fmean(math.log2(512 / chance.randint(1, 512)) for _ in range(count)) for _ in range(8000)
    ]
    assert sum(low <= mean <= high for mean in means) / 8000 == pytest.approx(0.95, abs=0.012)


def test_two_samples_apart_and_alike() -> None:
    assert evidence.kolmogorov_smirnov([1, 2, 3], [1, 2, 3]) == (0.0, 1.0)
    distance, p = evidence.kolmogorov_smirnov(range(20), range(100, 120))
    assert distance == 1.0
    assert p < 1e-6


@given(first=scores, second=scores)
def test_the_distance_is_the_greatest_between_the_two_staircases(
    first: list[float], second: list[float]
) -> None:
    def share(sample: list[float], at: float) -> float:
        return sum(value <= at for value in sample) / len(sample)

    expected = max(abs(share(first, at) - share(second, at)) for at in first + second)
    assert evidence.kolmogorov_smirnov(first, second)[0] == pytest.approx(expected)


def test_the_p_value_is_the_share_of_all_ways_to_deal() -> None:
    """Every way to deal ten numbers into a hand of four and one of six."""
    pooled = [float(n) for n in range(10)]
    results = []
    for hand in combinations(pooled, 4):
        rest = [value for value in pooled if value not in hand]
        results.append(evidence.kolmogorov_smirnov(hand, rest))
    for distance, p in results:
        as_far = sum(other >= distance - 1e-9 for other, _ in results)
        assert p == pytest.approx(as_far / len(results))


def test_the_p_value_is_the_published_one() -> None:
    """Two samples of eight that lie 6/8 apart: p is 240 in 12870, 0.0186 in the tables."""
    distance, p = evidence.kolmogorov_smirnov(range(8), [n + 5.5 for n in range(8)])
    assert distance == 0.75
    assert p == pytest.approx(240 / 12870)


def test_one_distribution_is_seldom_called_two() -> None:
    chance = random.Random(3)
    draws = 1500
    p_values = [
        evidence.kolmogorov_smirnov(
            [chance.random() for _ in range(16)], [chance.random() for _ in range(128)]
        )[1]
        for _ in range(draws)
    ]
    assert sum(p < 0.01 for p in p_values) / draws < 0.02
    assert 0.25 < sum(p < 0.5 for p in p_values) / draws < 0.6


@given(members=scores, others=scores)
def test_auc_counts_the_pairs_that_a_member_wins(members: list[float], others: list[float]) -> None:
    wins = sum((m > o) + 0.5 * (m == o) for m in members for o in others)
    expected = wins / (len(members) * len(others))
    assert evidence.auc(members, others) == pytest.approx(expected)


def test_auc_at_chance_spreads_as_mann_and_whitney_say() -> None:
    chance = random.Random(4)

    def draw() -> list[float]:
        return [chance.random() for _ in range(60)]

    areas = [evidence.auc(draw(), draw()) for _ in range(1500)]
    assert fmean(areas) == pytest.approx(0.5, abs=0.01)
    assert pstdev(areas) == pytest.approx(math.sqrt((60 + 60 + 1) / (12 * 60 * 60)), rel=0.08)


def test_the_interval_covers_the_true_area() -> None:
    """Scores of members are shifted by one standard deviation: the true area is 0.760."""
    chance = random.Random(5)
    covered = 0
    for _ in range(600):
        members = [chance.gauss(1, 1) for _ in range(80)]
        others = [chance.gauss(0, 1) for _ in range(80)]
        low, high = evidence.auc_interval(evidence.auc(members, others), 80, 80)
        covered += low <= 0.7602 <= high
    assert covered / 600 == pytest.approx(0.95, abs=0.03)
