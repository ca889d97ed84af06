"""The scoreboard: what a learner must reach, and what was seen so far, from kept results.

    python -m benchmarks.scoreboard [--results docs/results] [--write FILE.md]

Measures nothing itself. It reads the files that the other benchmarks leave (`--results`, or the one
object of `--json`), says for each aim how many users or nights it rests on, and keeps apart what is
not measured and what is of an older recipe.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from adapters.recipe import Recipe
from app.cli.report import table
from benchmarks.aims import AIMS, Aim
from benchmarks.page import markdown
from benchmarks.results import Line, of_recipe, read

RESULTS = Path(__file__).parents[1] / "docs" / "results"
HEADS = ("measure", "at least", "seen", "met", "command")
PAGE = """# The scoreboard

What the learner must reach, and what was seen so far, with the starter model on two cores. Written
by `make scoreboard` from the results in `docs/results`, which the commands in the last column
leave behind (`--results FILE`, or `--json` for those that give one object). "Met" stays empty
where too little was measured to say; "older" marks figures of an older recipe. In brackets: 95 %
of bootstrap draws over users. How each is measured stands on top of its benchmark; the tables
behind it stand in [learning.md](learning.md)."""


def scored(folder: Path, recipe: str) -> list[list[str]]:
    """One row an aim: what is measured, wanted and seen, whether that is enough, and the command.
    `recipe` is the hash of the recipe as it is."""
    return [
        [aim.measure, aim.wanted, *_verdict(aim, read(folder / aim.file), recipe), aim.command]
        for aim in AIMS
    ]


def _verdict(aim: Aim, lines: Sequence[Line], recipe: str) -> tuple[str, str]:
    seen = aim.seen(lines) if lines else None
    if seen is None:
        return "not measured", ""
    text = seen.text if of_recipe(lines, recipe) else f"{seen.text} (older)"
    return text, "" if seen.met is None else "yes" if seen.met else "**no**"


def as_markdown(rows: Sequence[Sequence[str]]) -> str:
    return markdown(HEADS, [[*row[:-1], f"`{row[-1]}`"] for row in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description="What was wanted, and what was seen.")
    parser.add_argument("--results", type=Path, default=RESULTS, help="a folder of kept results")
    parser.add_argument("--write", type=Path, help="a Markdown file, instead of a table here")
    arguments = parser.parse_args()
    rows = scored(arguments.results, Recipe().hash)
    if arguments.write is None:
        print(table(rows, HEADS))
    else:
        arguments.write.write_text(f"{PAGE}\n\n{as_markdown(rows)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
