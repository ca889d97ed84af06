"""`docs/learning.md` from what is kept: every table between its marks, and the fortnight's plots.

    python -m benchmarks.learning_page [--results FOLDER] [--page FILE.md] [--plots FOLDER]

Measures nothing, needs no model and takes a second. The plots are drawn with matplotlib, which
`benchmarks/requirements.txt` installs, of the arms that have lived through everything.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from adapters.recipe import Recipe
from benchmarks import plots
from benchmarks.averages import points
from benchmarks.evidence import TABLES, section
from benchmarks.fortnight_tables import everywhere
from benchmarks.page import filled
from benchmarks.results import read
from benchmarks.scoreboard import RESULTS

DOCS = RESULTS.parent


def main() -> None:
    parser = argparse.ArgumentParser(description="What was measured, on a page.")
    parser.add_argument("--results", type=Path, default=RESULTS, help="a folder of kept results")
    parser.add_argument("--page", type=Path, default=DOCS / "learning.md")
    parser.add_argument("--plots", type=Path, default=DOCS / "images")
    arguments = parser.parse_args()
    if complaint := plots.missing():
        parser.error(complaint)
    recipe = Recipe().hash
    sections = {
        name: section(table, read(arguments.results / table.file), recipe)
        for name, table in TABLES.items()
    }
    try:
        page = filled(arguments.page.read_text(encoding="utf-8"), sections)
    except (OSError, ValueError) as fault:
        parser.error(f"--page {arguments.page}: {fault}")
    arguments.page.write_text(page, encoding="utf-8")
    lived = read(arguments.results / TABLES["fortnight"].file)
    drawn = plots.draw(points(lived, everywhere(lived)), arguments.plots)
    for path in (arguments.page, *drawn):
        print(f"Written: {path}")


if __name__ == "__main__":
    main()
