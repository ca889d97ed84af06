"""What the lines of the simulated fortnight come to: means over users and seeds, with intervals.

A user counts once: their seeds and tasks are averaged first. The interval is a percentile bootstrap
over users (Efron 1979), because users are what one would want to generalise to; seeds of one user
are no new users. It is drawn with a fixed seed, and there is none for a single user.
A line is one night of one arm, user and seed, as `benchmarks.fortnight` writes it.

Arms are compared on the same lives: a user and seed counts on a night only where every arm that is
in the table has lived through that night.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import numpy as np

from app.cli.report import table
from benchmarks.results import Line
from benchmarks.tasks import EMAIL, NOTE, QUESTION

DRAWS = 2000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Measure:
    """`of` gives a line's value, None where the arm has none."""

    title: str
    form: str
    of: Callable[[Line], float | None]


def _cost(kind: str) -> Callable[[Line], float | None]:
    return lambda line: fmean(line["costs"][kind])


MEASURES = {
    EMAIL: Measure("e-mails", ".3f", _cost(EMAIL)),
    NOTE: Measure("notes (reach)", ".3f", _cost(NOTE)),
    QUESTION: Measure("questions (bleed)", ".3f", _cost(QUESTION)),
    "kl": Measure("KL to base", ".4f", lambda line: line["kl"]),
    "perplexity_rise": Measure("perplexity, %", "+.2f", lambda line: line["perplexity_rise"]),
    "advertised": Measure("advertised", ".3f", lambda line: line["advertised"]),
}


@dataclass(frozen=True, slots=True)
class Point:
    """`low` and `high` are None where one user says nothing about others."""

    arm: str
    night: int
    measure: str
    mean: float
    low: float | None
    high: float | None
    users: int


def points(lines: Sequence[Line], arms: Sequence[str]) -> list[Point]:
    """In the order of `arms`, nights and measures. Arms without a line are left out."""
    kept = _comparable([line for line in lines if line["arm"] in arms])
    found = []
    for arm in arms:
        for night in sorted({line["night"] for line in kept if line["arm"] == arm}):
            here = [line for line in kept if (line["arm"], line["night"]) == (arm, night)]
            for name, measure in MEASURES.items():
                if values := _by_user(here, measure):
                    low, high = interval(values) or (None, None)
                    found.append(Point(arm, night, name, fmean(values), low, high, len(values)))
    return found


def interval(values: Sequence[float], *, seed: int = 0) -> tuple[float, float] | None:
    """Where the mean over users would lie if they were drawn again from those there are."""
    if len(values) < 2:
        return None
    draw = np.random.default_rng(seed)
    means = draw.choice(np.asarray(values, np.float64), (DRAWS, len(values))).mean(axis=1)
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def as_table(found: Sequence[Point]) -> str:
    """A row an arm and night; intervals in brackets, where there are any."""
    cells: dict[tuple[str, int], dict[str, str]] = {}
    for point in found:
        cells.setdefault((point.arm, point.night), {})[point.measure] = _cell(point)
    users = {(point.arm, point.night): str(point.users) for point in found}
    rows = [
        [arm, str(night), *(row.get(name, "") for name in MEASURES), users[arm, night]]
        for (arm, night), row in cells.items()
    ]
    return table(rows, ("arm", "night", *(it.title for it in MEASURES.values()), "users"))


def _cell(point: Point) -> str:
    form = MEASURES[point.measure].form
    if point.low is None or point.high is None:
        return f"{point.mean:{form}}"
    return f"{point.mean:{form}} [{point.low:{form}}, {point.high:{form}}]"


def _by_user(lines: Sequence[Line], measure: Measure) -> list[float]:
    """The mean over the seeds of each user, by name."""
    values: dict[str, list[float]] = {}
    for line in lines:
        value = measure.of(line)
        if value is not None:
            values.setdefault(line["user"], []).append(value)
    return [fmean(values[name]) for name in sorted(values)]


def _comparable(lines: Sequence[Line]) -> list[Line]:
    arms = {line["arm"] for line in lines}
    lived: dict[tuple[Any, ...], set[str]] = {}
    for line in lines:
        lived.setdefault(_life(line), set()).add(line["arm"])
    return [line for line in lines if lived[_life(line)] == arms]


def _life(line: Line) -> tuple[Any, ...]:
    return line["user"], line["seed"], line["night"]
