"""What is kept of the simulated fortnight, into `docs/learning.md`: tables by night, and plots.

    python -m benchmarks.fortnight_page [--results FILE] [--page FILE.md] [--plots FOLDER]

Measures nothing, needs no model and takes a second. It replaces what stands between two marks on
the page, and draws the arms that have lived through everything with matplotlib, which
`benchmarks/requirements.txt` installs.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks import plots, results
from benchmarks.arms import ARMS
from benchmarks.averages import MEASURES, Point, points
from benchmarks.results import Line

DOCS = Path(__file__).parents[1] / "docs"
BEGIN, END = "<!-- the fortnight, as `make fortnight-page` writes it -->", "<!-- end of it -->"


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
    table = [head, ["---", *["---:"] * len(nights)], *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in table) if rows else ""


def replaced(page: str, text: str) -> str:
    """`page` with `text` between its marks. Raises ValueError where it has not both."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page needs the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def main() -> None:
    parser = argparse.ArgumentParser(description="The fortnight, as it was measured, on a page.")
    parser.add_argument("--results", type=Path, default=DOCS / "results" / "fortnight.jsonl")
    parser.add_argument("--page", type=Path, default=DOCS / "learning.md")
    parser.add_argument("--plots", type=Path, default=DOCS / "images")
    arguments = parser.parse_args()
    lines = results.read(arguments.results)
    if not lines:
        parser.error(f"{arguments.results} holds no results; `make bench-fortnight` makes them")
    if complaint := plots.missing():
        parser.error(complaint)
    try:
        page = replaced(arguments.page.read_text(encoding="utf-8"), as_markdown(lines))
    except (OSError, ValueError) as fault:
        parser.error(f"--page {arguments.page}: {fault}")
    arguments.page.write_text(page, encoding="utf-8")
    found = points(lines, everywhere(lines))
    for path in (arguments.page, *plots.draw(found, arguments.plots)):
        print(f"Written: {path}")


if __name__ == "__main__":
    main()
