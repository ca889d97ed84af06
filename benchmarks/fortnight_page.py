"""What is kept of the simulated fortnight, into `docs/learning.md`: tables by night, and plots.

    python -m benchmarks.fortnight_page [--results FILE] [--page FILE.md] [--plots FOLDER]

Measures nothing, needs no model and takes a second. It replaces what stands between two marks on
the page, and draws with matplotlib, which `benchmarks/requirements.txt` installs.
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
    """A table a measure: arms down, nights across, means over users and seeds."""
    found = points(lines, ARMS)
    nights = sorted({point.night for point in found})
    tables = [_table(found, measure, nights) for measure in MEASURES]
    return "\n\n".join([_told(found, lines), *(it for it in tables if it)])


def _told(found: Sequence[Point], lines: Sequence[Line]) -> str:
    """How many lives the tables rest on."""
    users = sorted({line["user"] for line in lines})
    seeds = sorted({line["seed"] for line in lines})
    least = min((point.users for point in found), default=0)
    tests = "/".join(sorted({str(line["setup"]["tests"]) for line in lines}))
    return (
        f"Lived by {len(users)} users ({', '.join(users)}), seeds {', '.join(map(str, seeds))}; "
        f"{tests} unseen tasks of each kind. Each mean is over at least {least} of them."
    )


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
    for path in (arguments.page, *plots.draw(points(lines, ARMS), arguments.plots)):
        print(f"Written: {path}")


if __name__ == "__main__":
    main()
