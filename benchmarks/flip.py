"""A change of mind: is the old habit gone forty signals later, and is none imagined where none was?

    python -m benchmarks.flip [--pairs OLD:NEW ...] [--before 60] [--after 40] [--seed N]
        [--tests N] [--only-look] [--model FILE] [--results FILE] [--json]

A simulated user corrects `--before` replies as OLD and then `--after` replies as NEW, mails with an
accepted answer after every fourth, all on the same kinds of task. What `adapters.change` makes of
that ledger is told, and, unless `--only-look`, two nights are trained: one on that ledger, one for
a user who was never anybody but NEW and gave the same last signals. Edit cost as NEW on unseen
mails; "without looking" is the first night if no row were left out. OLD:OLD is a user who did not
change. `--results` keeps one JSON line a pair; a run that was stopped goes on where it was. By
an estimate, ten to fifteen minutes a pair on two cores; a minute with `--only-look`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any

from adapters.learning import still_holding
from adapters.recipe import Recipe
from app.cli.report import table
from app.domain.ledger import Arm, Signal
from benchmarks.learning import lessons
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import Laboratory
from benchmarks.tasks import EMAIL, draw
from benchmarks.users import User, user

PAIRS = ("terse:warm", "warm:headline", "british:plain", "terse:terse", "by reader:by reader")
A_DAY = 20


def main() -> None:
    arguments = _arguments()
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "before", "after", "seed", "tests")
        lines = Lines(arguments.results, common, ("pair", "only_look"))
        for pair in arguments.pairs:
            key = pair, arguments.only_look
            if key not in lines.known:
                old, new = map(user, pair.split(":"))
                found = _flip(laboratory, old, new, arguments)
                lines.add({"pair": pair, "only_look": arguments.only_look, **found})
            if not arguments.json:
                print(_line(lines.known[key]), flush=True)
    results = [lines.known[pair, arguments.only_look] for pair in arguments.pairs]
    if arguments.json:
        print(json.dumps(results))
    elif not arguments.only_look:
        print(_table(results))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What becomes of a changed preference.")
    parser.add_argument("--pairs", nargs="+", default=PAIRS, metavar="OLD:NEW")
    parser.add_argument("--before", type=int, default=60)
    parser.add_argument("--after", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", type=int, default=12, help="unseen mails")
    parser.add_argument("--only-look", action="store_true", help="train nothing")
    options(parser)
    return parser.parse_args()


def _flip(
    laboratory: Laboratory, old: User, new: User, arguments: argparse.Namespace
) -> dict[str, Any]:
    before, after = _signals(laboratory, old, new, arguments)
    rows = laboratory.rows([*before, *after])
    found = still_holding(rows, laboratory.base, lambda: None)
    result: dict[str, Any] = {
        "old": old.name,
        "new": new.name,
        "rows": len(rows),
        "replaced_before": len(found.replaced & {signal.id for signal in before}),
        "replaced_after": len(found.replaced & {signal.id for signal in after}),
    }
    if not arguments.only_look:
        ledgers = {
            "changed": found.rows,
            "without looking": rows,
            "never the old one": still_holding(
                laboratory.rows(after), laboratory.base, lambda: None
            ).rows,
        }
        tasks = draw(EMAIL, arguments.tests, seed=arguments.seed, unseen=True)
        result["base"] = fmean(laboratory.costs(new, tasks, Arm.BASE))
        for name, ledger in ledgers.items():
            adapter, _ = laboratory.served(ledger, Recipe())
            costs = laboratory.costs(new, tasks, Arm.ADAPTER, adapter=adapter)
            result[name] = fmean(costs)
    return result


def _signals(
    laboratory: Laboratory, old: User, new: User, arguments: argparse.Namespace
) -> tuple[list[Signal], list[Signal]]:
    total = arguments.before + arguments.after
    tasks = lessons(total * 4 // 5 + 1, seed=arguments.seed)[:total]
    cut = arguments.before
    first = laboratory.signals(old, tasks[:cut], day=0)
    return first, laboratory.signals(new, tasks[cut:], day=1 + cut // A_DAY)


def _line(result: Mapping[str, Any]) -> str:
    replaced = result["replaced_before"], result["replaced_after"]
    return (
        f"{result['old']} to {result['new']}: of {result['rows']} rows {replaced[0]} from before "
        f"the change are left out, {replaced[1]} from after it"
    )


def _table(results: Sequence[Mapping[str, Any]]) -> str:
    names = ("base", "never the old one", "changed", "without looking")
    rows = [
        [f"{result['old']} to {result['new']}", *(f"{result[name]:.3f}" for name in names)]
        for result in results
    ]
    return "\n" + table(rows, ("user", *names))


if __name__ == "__main__":
    main()
