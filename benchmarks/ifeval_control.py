"""How much of IFEval is luck: the base against itself, with its words drawn by lot.

    python -m benchmarks.ifeval_control --data DIR [--temperature T ...] [--draws N] [--model FILE]

A limit on what an adapter may lose is only worth what the measure tells apart. Nothing is learned
or forgotten here: the same base answers the same requests, once with the likeliest words, which is
what `benchmarks.retention` scores, and `--draws` times with words drawn at each `--temperature`.
What it loses then is lost by any change of words. "lost : gained" and p as there. About two minutes
a draw on two cores.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from app.cli.report import table
from benchmarks.exam import Exam, Items, gate_safety, ifeval
from benchmarks.retention import sign_test
from benchmarks.simulation import Laboratory
from benchmarks.testsets import read

MEASURES = {"ifeval_prompts": "prompts", "ifeval_instructions": "instructions"}


def rows(likeliest: Items, drawn: Items) -> Iterator[list[str]]:
    """A row a measure: what drawing the words changed, in points."""
    for name, title in MEASURES.items():
        pairs = list(zip(likeliest[name], drawn[name], strict=True))
        lost, gained = (sum(sign * (b - a) > 0 for b, a in pairs) for sign in (1, -1))
        before, after = (100 * fmean(side) for side in zip(*pairs, strict=True))
        change = f"{after - before:+.2f}"
        p = f"{sign_test(lost, gained):.3f}"
        yield [title, str(len(pairs)), f"{before:.2f}", change, f"{lost} : {gained}", p]


def main() -> None:
    parser = argparse.ArgumentParser(description="How much of IFEval is luck.")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the test sets")
    parser.add_argument("--temperature", type=float, nargs="+", default=[0.3], metavar="T")
    parser.add_argument("--draws", type=int, default=3, help="of each temperature")
    parser.add_argument("--model", type=Path, help="a chat GGUF; default: the starter")
    arguments = parser.parse_args()
    if min(arguments.temperature) <= 0 or arguments.draws < 1:
        parser.error("temperatures are above 0, draws one or more")
    with Laboratory(arguments.model) as laboratory:
        sets = read(arguments.data)
        exam = Exam(laboratory.base, sets, laboratory.system, gate_safety())
        laboratory.base.attach(None)
        likeliest = ifeval(exam)
        found = [
            [f"{temperature:g}", str(draw), *row]
            for temperature in arguments.temperature
            for draw in range(1, arguments.draws + 1)
            for row in rows(likeliest, ifeval(exam, temperature=temperature, seed=draw))
        ]
    head = ("temperature", "draw", "measure", "items", "likeliest", "change", "lost : gained", "p")
    print(table(found, head))


if __name__ == "__main__":
    main()
