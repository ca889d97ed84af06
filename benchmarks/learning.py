"""What one night is worth: edit cost by simulated user and arm, on prompts never trained on.

    python -m benchmarks.learning [--edits N] [--users NAME ...] [--tests N] [--model FILE]
        [--results FILE] [--json]

Each user corrects e-mails and accepts answers to questions (one to four); one night, through the
command line and with its gate, learns from them; then unseen e-mails, notes (a kind never edited:
reach), questions (a kind always accepted: bleed) and documents (texts that are no messages, never
asked for before: bleed, too) are asked of the base, of three nearest edits in the prompt, of the
adapter alone, and of both as they are served: what the night knew leaves the prompt, so that is
the adapter alone again. Where the gate refused, it is the base and the examples that are served.
Five to twenty minutes a user on two cores; `--results` keeps one JSON line a user, and a run that
was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from statistics import fmean, median
from typing import Any

from app.cli.report import table
from app.domain.ledger import Arm, Signal
from benchmarks import commandline
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import Laboratory
from benchmarks.tasks import DOCUMENT, EMAIL, NOTE, QUESTION, Task, draw
from benchmarks.users import NEWCOMERS, USERS, User, user

KINDS = (EMAIL, NOTE, QUESTION, DOCUMENT)
EDITS_TO_AN_ACCEPT = 4

Costs = dict[str, dict[str, list[float]]]
"""Edit costs by kind of task and arm, in the order of the tasks."""


def main() -> None:
    arguments = _arguments()
    users = [user(name) for name in arguments.users] if arguments.users else list(USERS)
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "tests")
        lines = Lines(arguments.results, common, ("user", "edits"))
        results: dict[str, dict[str, Any]] = {}
        for one in users:
            key = one.name, arguments.edits
            if key not in lines.known:
                night = night_of(laboratory, one, arguments.edits, arguments.tests)
                lines.add({"user": one.name, "edits": arguments.edits, **night})
            results[one.name] = lines.known[key]
            if not arguments.json:
                print(_rows_of(one.name, results[one.name]["costs"]))
                print(results[one.name]["outcome"], results[one.name]["reason"], flush=True)
    summary = {"edits": arguments.edits, "users": results, "median": _medians(results)}
    print(json.dumps(summary) if arguments.json else _closing(summary))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What one night is worth, by simulated user.")
    parser.add_argument("--edits", type=int, default=48)
    parser.add_argument("--users", nargs="+", choices=[one.name for one in (*USERS, *NEWCOMERS)])
    parser.add_argument("--tests", type=int, default=12, help="unseen prompts of each kind")
    options(parser)
    return parser.parse_args()


def night_of(laboratory: Laboratory, one: User, edits: int, tests: int) -> dict[str, Any]:
    """Teach, sleep, and ask."""
    signals = laboratory.signals(one, lessons(edits))
    slept = commandline.night(signals, laboratory.path)
    asked = {kind: draw(kind, tests, seed=1, unseen=True) for kind in KINDS}
    costs = ask_all(laboratory, one, asked, signals, slept.adapter)
    return {
        "costs": costs,
        "outcome": slept.outcome,
        "reason": slept.reason,
        "seconds": slept.seconds,
        "phases": slept.metrics.get("seconds"),
    }


def lessons(edits: int, *, seed: int = 1) -> list[Task]:
    """E-mails to correct, and after every fourth a question whose answer is accepted."""
    mails = draw(EMAIL, edits, seed=seed, unseen=False)
    questions = iter(draw(QUESTION, edits // EDITS_TO_AN_ACCEPT, seed=seed, unseen=False))
    tasks: list[Task] = []
    for number, mail in enumerate(mails, start=1):
        tasks.append(mail)
        if number % EDITS_TO_AN_ACCEPT == 0:
            tasks.append(next(questions))
    return tasks


def ask_all(
    laboratory: Laboratory,
    one: User,
    asked: Mapping[str, Sequence[Task]],
    signals: Sequence[Signal],
    adapter: bytes | None,
) -> Costs:
    found: Costs = {}
    for kind, tasks in asked.items():
        found[kind] = {
            arm.value: laboratory.costs(one, tasks, arm, adapter=adapter, signals=signals)
            for arm in (Arm.BASE, Arm.MEMORY, Arm.ADAPTER)
        }
        served = Arm.ADAPTER if adapter else Arm.MEMORY
        found[kind][Arm.BOTH.value] = found[kind][served.value]
    return found


def _means(costs: Costs, kind: str) -> dict[str, float]:
    return {arm: fmean(values) for arm, values in costs[kind].items()}


def _rows_of(name: str, costs: Costs) -> str:
    rows = [
        [name, kind, *(f"{value:.3f}" for value in _means(costs, kind).values())] for kind in KINDS
    ]
    return table(rows, ("user", "kind", *(arm.value for arm in Arm)))


def _medians(results: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    """Medians over users of the mail costs, and of the change that the adapter alone makes."""
    means = [_means(result["costs"], EMAIL) for result in results.values()]
    medians = {arm.value: median(mean[arm.value] for mean in means) for arm in Arm}
    changes = [mean["adapter"] / mean["base"] - 1 for mean in means if mean["base"]]
    return {**medians, "adapter_change": median(changes) if changes else 0.0}


def _closing(summary: Mapping[str, Any]) -> str:
    medians = dict(summary["median"])
    change = medians.pop("adapter_change")
    costs = ", ".join(f"{arm} {value:.3f}" for arm, value in medians.items())
    return (
        f"\nAfter {summary['edits']} edits, median over {len(summary['users'])} users, on unseen "
        f"mail: {costs}.\nThe adapter alone changes the edit cost by {change:+.0%}."
    )


if __name__ == "__main__":
    main()
