"""Small and large ledgers: what a whole night over so many rows comes to, and how long it takes.

    python -m benchmarks.ledgers [--rows N ...] [--user NAME] [--tests N] [--seed N] [--model FILE]
        [--results FILE] [--json]

Each night runs through the command line, gate and all, in an empty profile, and needs what the base
writes by itself to be there: the first one of a model takes some minutes more. Rows are e-mails
that the user corrects and, after every fourth, an answer they accept. Beyond 200 the same tasks
come again day after day, 200 a day, so that no replies have to be written for five thousand: what
is asked of the night is what it leaves out, and why, and whether it is done in time. Only the last
day's e-mails are new, since the gate checks the newest rows: had they a twin in the ledger,
examples in the prompt would hold the wanted text word for word, and no adapter writes that. Edit
cost on unseen mails of the base and of what is served afterwards without examples. `--results`
keeps one JSON line a night; a run that was stopped goes on where it was. Two to ten minutes a night
on two cores with bfloat16, longer without; eight rows are too few for one, and the table says so.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any

from app.cli.report import table
from app.domain.ledger import Arm, Signal
from benchmarks import commandline
from benchmarks.learning import lessons
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import Laboratory
from benchmarks.tasks import EMAIL, Task, draw
from benchmarks.users import USERS, User, user

ROWS = (8, 14, 48, 200, 5000)
A_DAY = 200
PHASES = ("train", "measure")


def main() -> None:
    arguments = _arguments()
    one = user(arguments.user)
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "user", "tests", "seed")
        lines = Lines(arguments.results, common, ("rows",))
        for rows in arguments.rows:
            if (rows,) not in lines.known:
                lines.add({"rows": rows, **_night(laboratory, one, rows, arguments)})
            if not arguments.json:
                print(f"{rows} rows: {lines.known[rows,]['reason']}", flush=True)
    found = [lines.known[rows,] for rows in arguments.rows]
    print(json.dumps(found) if arguments.json else _table(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Nights over small and large ledgers.")
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS, metavar="N")
    parser.add_argument("--user", default=USERS[0].name, choices=[one.name for one in USERS])
    parser.add_argument("--tests", type=int, default=8, help="unseen mails")
    parser.add_argument("--seed", type=int, default=1)
    options(parser)
    return parser.parse_args()


def _night(
    laboratory: Laboratory, one: User, rows: int, arguments: argparse.Namespace
) -> dict[str, Any]:
    slept = commandline.night(ledger(laboratory, one, rows, seed=arguments.seed), arguments.model)
    tasks = draw(EMAIL, arguments.tests, seed=arguments.seed, unseen=True)
    costs = {
        arm.value: fmean(laboratory.costs(one, tasks, arm, adapter=slept.adapter))
        for arm in (Arm.BASE, Arm.ADAPTER)
    }
    training = slept.metrics.get("training") or {}
    return {
        "outcome": slept.outcome,
        "reason": slept.reason,
        "seconds": slept.seconds,
        "phases": slept.metrics.get("seconds") or {},
        "training": {name: training.get(name) for name in ("rows", "steps", "scale", "left_out")},
        "kl": slept.metrics.get("kl"),
        "perplexity": slept.metrics.get("perplexity"),
        "costs": costs,
    }


def ledger(laboratory: Laboratory, one: User, rows: int, *, seed: int) -> list[Signal]:
    """So many signals, at most `A_DAY` of them a day; each day but the last asks the same again."""
    tasks = lessons(min(rows, A_DAY) * 4 // 5 + 1, seed=seed)
    days = -(-rows // A_DAY)
    found: list[Signal] = []
    for day in range(days):
        asked = _with_other_mails(tasks, seed) if 0 < day == days - 1 else tasks
        today = asked[: min(rows - len(found), A_DAY)]
        found += laboratory.signals(one, today, day=day)
    return found


def _with_other_mails(tasks: Sequence[Task], seed: int) -> list[Task]:
    mails = sum(task.kind == EMAIL for task in tasks)
    others = iter(draw(EMAIL, 2 * mails, seed=seed, unseen=False)[mails:])
    return [next(others) if task.kind == EMAIL else task for task in tasks]


def _table(found: Sequence[Mapping[str, Any]]) -> str:
    heads = ("rows", "night", "minutes", *PHASES, "learned from", "steps", "mail: base", "served")
    notes = [
        f"{line['rows']} rows, left out: {count} {why}"
        for line in found
        for why, count in (line["training"]["left_out"] or {}).items()
    ]
    return "\n".join(["", table([_cells(line) for line in found], heads), *notes])


def _cells(line: Mapping[str, Any]) -> list[str]:
    minutes = [line["seconds"], *(line["phases"].get(phase) for phase in PHASES)]
    return [
        str(line["rows"]),
        line["outcome"],
        *("-" if seconds is None else f"{seconds / 60:.1f}" for seconds in minutes),
        *(str(line["training"][name] or "-") for name in ("rows", "steps")),
        *(f"{line['costs'][arm.value]:.3f}" for arm in (Arm.BASE, Arm.ADAPTER)),
    ]


if __name__ == "__main__":
    main()
