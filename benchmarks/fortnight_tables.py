"""What is kept of the simulated fortnight, as Markdown: a table a measure, by night."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.arms import ARMS
from benchmarks.averages import MEASURES, Point, points
from benchmarks.page import markdown
from benchmarks.results import Line


def as_markdown(lines: Sequence[Line]) -> str:
    """A table a measure: arms down, nights across, means over users and seeds. An arm that has not
    lived all these lives yet comes after the others, on the lives that it has."""
    whole = everywhere(lines)
    parts = [_section(lines, whole)]
    if set(whole) != {line["arm"] for line in lines}:
        parts.append(_section(lines, ARMS))
    return "\n\n".join(parts)


def everywhere(lines: Sequence[Line]) -> list[str]:
    """The arms that have lived every night of every user and seed in `lines`."""
    lived = {arm: {_night(line) for line in lines if line["arm"] == arm} for arm in ARMS}
    every = {_night(line) for line in lines}
    return [arm for arm in ARMS if lived[arm] == every]


def _night(line: Line) -> tuple[str, int, int]:
    return line["user"], line["seed"], line["night"]


def _section(lines: Sequence[Line], arms: Sequence[str]) -> str:
    found = points(lines, arms)
    nights = sorted({point.night for point in found})
    tables = [_table(found, measure, nights) for measure in MEASURES]
    return "\n\n".join([_told(found, lines), *(it for it in tables if it)])


def _told(found: Sequence[Point], lines: Sequence[Line]) -> str:
    """What a section rests on."""
    arms = ", ".join(dict.fromkeys(point.arm for point in found))
    users = sorted({point.users for point in found})
    seeds = ", ".join(str(seed) for seed in sorted({line["seed"] for line in lines}))
    tests = "/".join(sorted({str(line["setup"]["tests"]) for line in lines}))
    many = " to ".join(str(count) for count in dict.fromkeys((users[0], users[-1])))
    many += " users" if users[-1] > 1 else " user"
    return f"**{arms}**: means over {many}, seed {seeds}, {tests} unseen tasks of each kind."


def _table(found: Sequence[Point], measure: str, nights: Sequence[int]) -> str:
    form = MEASURES[measure].form
    cells = {(it.arm, it.night): f"{it.mean:{form}}" for it in found if it.measure == measure}
    arms = [arm for arm in ARMS if any(arm == known for known, _ in cells)]
    rows = [[arm, *(cells.get((arm, night), "") for night in nights)] for arm in arms]
    head = [f"{MEASURES[measure].title}, night", *map(str, nights)]
    return markdown(head, rows) if rows else ""
