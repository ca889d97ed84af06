"""Thirty nights in a row, with new signals every day: does what is forgotten grow with the nights?

    python -m benchmarks.thirty --data DIR --results FILE [--users NAME ...] [--signals N]
        [--measure-after N ...] [--every-night] [--tests N] [--quick] [--model FILE] [--json]

A simulated user leaves `--signals` signals a day (mails, and after every fourth a question), none
asked twice. A night starts from the frozen base and reads the whole ledger, less what a change of
mind has replaced; it is trained on all rows, without the gate (`ours` in `benchmarks.arms`), and
also where the assistant would still wait for more. After the nights of `--measure-after`, the last
of which ends the run: the edit cost of unseen mails, and all that `benchmarks.retention` asks, from
the sets in `--data` (`--quick`: a tenth of each).

**Only the measured nights are trained**, because by default the user corrects what the plain base
says: nothing then goes from one night to the next but the ledger, and to train those between would
change no figure. So this shows what a growing ledger does. As people have it, there is one more
way: they correct what last night's adapter says, and accept what it got right. With
`--every-night` so does the user here, and all nights are trained, for their replies are needed.

The line "drift" is the last measured night less the first, judged by the limits of one adapter
against the base; LOST in another line is that night against the base. On 200 items one point is two
of them: a verdict is about the limit, not about chance.

`--results` gets one JSON line a user and measured night, and the folder FILE.lives beside it says
where each user stands; what is there is not done again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any

from adapters.recipe import Recipe
from app.cli.report import table
from app.domain.ledger import Arm
from benchmarks import exam, lives, testsets
from benchmarks.arms import BASE, OURS, Bench, live
from benchmarks.diary import Day
from benchmarks.learning import lessons
from benchmarks.lives import Life
from benchmarks.results import Line, Lines
from benchmarks.retention import MEASURES, compare, within
from benchmarks.simulation import Laboratory
from benchmarks.tasks import EMAIL, Task, draw
from benchmarks.users import USERS, User, user

SEED = 1
COSTS = (Arm.BASE, Arm.ADAPTER)

Measurer = Callable[[User, Life], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Course:
    """A user's nights: so many `signals` a day, and which nights are `measured`, in order."""

    user: User
    signals: int
    measured: tuple[int, ...]
    every_night: bool

    def day(self, number: int) -> Day:
        total = self.signals * number
        tasks = lessons(total * 4 // 5 + 1, seed=SEED)[total - self.signals : total]
        return Day(number, self.user, tuple(tasks), frozenset())


@dataclass(frozen=True, slots=True)
class Drift:
    """By how much a measure's change against the base differs on the last night from the first."""

    measure: str
    change: float
    within: bool


# The nights


def follow(bench: Bench, lines: Lines, file: Path, course: Course, measure: Measurer) -> None:
    """The measured nights that `lines` do not hold yet."""
    missing = [n for n in course.measured if (course.user.name, n) not in lines.known]
    if not missing:
        return
    life = lives.load(file, bench.laboratory.path)
    if life.night >= missing[0]:  # a night can only be reached from those before it
        life = Life()
    for number in range(life.night + 1, missing[-1] + 1):
        began = time.perf_counter()
        trained = course.every_night or number in missing
        seen = life if course.every_night else replace(life, lora=None)  # whose replies are seen
        life = live(bench, OURS if trained else BASE, seen, course.day(number), seed=SEED)
        if number in missing:
            line = {"user": course.user.name, "night": number, "signals": len(life.ledger)}
            line |= {"rows": life.rows, "steps": life.steps, "replaced": life.replaced}
            line |= measure(course.user, life)
            lines.add({**line, "seconds": round(time.perf_counter() - began, 1)})
        lives.save(life, file)
        if trained:
            seconds = time.perf_counter() - began
            _tell(f"{course.user.name}, night {number}: {life.rows} rows, {seconds:.0f} s")


def measured(bench: Bench, asked: exam.Exam, mails: Sequence[Task]) -> Measurer:
    """What is asked after a night."""

    def measure(one: User, life: Life) -> dict[str, Any]:
        adapter = bench.exported(life.lora) if life.lora else None
        costs = {
            arm.value: bench.laboratory.costs(one, mails, arm, adapter=adapter) for arm in COSTS
        }
        changes = compare(exam.sit(asked, None), exam.sit(asked, adapter))
        return {"costs": costs, "retention": [asdict(change) for change in changes]}

    return measure


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# What they come to


def drift(nights: Sequence[Line]) -> list[Drift]:
    """The last of one user's nights against the first; nothing where there is one alone."""
    if len(nights) < 2:
        return []
    first, last = (_changes(night) for night in (nights[0], nights[-1]))
    grown = {name: last[name] - first[name] for name in MEASURES}
    return [Drift(name, change, within(name, change)) for name, change in grown.items()]


def as_table(nights: Sequence[Line]) -> str:
    """One user's nights, and the drift where there are two or more."""
    limits = [
        f"{'+' if name == 'perplexity' else '-'}{it.limit:g}" for name, it in MEASURES.items()
    ]
    rows = [["limit", *[""] * (2 + len(COSTS)), *limits], *map(_row, nights)]
    if found := drift(nights):
        first, last = (
            fmean(night["costs"][Arm.ADAPTER.value]) for night in (nights[0], nights[-1])
        )
        verdicts = [f"{it.change:+.2f} {'within' if it.within else 'LOST'}" for it in found]
        rows.append(["drift", "", "", "", f"{last - first:+.3f}", *verdicts])
    names = (name.replace("_", " ") for name in MEASURES)
    return table(rows, ("night", "signals", "rows", "mail, base", "adapter", *names))


def _row(night: Line) -> list[str]:
    costs = [f"{fmean(night['costs'][arm.value]):.3f}" for arm in COSTS]
    changes = [f"{it['change']:+.2f}{'' if it['within'] else ' LOST'}" for it in night["retention"]]
    return [*(str(night[name]) for name in ("night", "signals", "rows")), *costs, *changes]


def _changes(night: Line) -> dict[str, float]:
    return {change["measure"]: change["change"] for change in night["retention"]}


# The command


def main() -> None:
    arguments = _arguments()
    with Laboratory(arguments.model) as laboratory:
        bench = Bench(laboratory, Recipe())
        setup = _setup(bench, arguments)
        lines = Lines(arguments.results, setup, ("user", "night"))
        asked = exam.Exam(
            base=laboratory.base,
            sets=testsets.read(arguments.data, quick=arguments.quick),
            system=laboratory.system,
            safety=exam.gate_safety(),
            kept=exam.Kept(laboratory.cache, laboratory.sha256),
            on_part=lambda name, seconds: _tell(f"{name}, {seconds:.0f} s"),
        )
        mails = draw(EMAIL, arguments.tests, seed=SEED, unseen=True)
        for course in _courses(arguments):
            file = _life_file(arguments.results, course.user, setup)
            follow(bench, lines, file, course, measured(bench, asked, mails))
    _report(lines, _courses(arguments), as_json=arguments.json)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Does what is forgotten grow with the nights?")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the test sets")
    parser.add_argument("--results", type=Path, required=True, help="JSON lines; a run goes on")
    names = [one.name for one in USERS]
    parser.add_argument("--users", nargs="+", choices=names, default=names[:1], metavar="NAME")
    parser.add_argument("--signals", type=int, default=6, help="a day")
    parser.add_argument(
        "--measure-after", type=int, nargs="+", default=[1, 10, 20, 30], metavar="NIGHT"
    )
    parser.add_argument(
        "--every-night", action="store_true", help="train all; the user corrects what they say"
    )
    parser.add_argument("--tests", type=int, default=12, help="unseen mails")
    parser.add_argument("--quick", action="store_true", help="a tenth of every test set")
    parser.add_argument("--model", type=Path, help="a chat GGUF; default: the starter")
    parser.add_argument("--json", action="store_true", help="the lines instead of the tables")
    arguments = parser.parse_args()
    if min(arguments.signals, arguments.tests, *arguments.measure_after) < 1:
        parser.error("signals, tests and nights are one or more")
    try:
        _courses(arguments)[0].day(max(arguments.measure_after))
        draw(EMAIL, arguments.tests, seed=SEED, unseen=True)
    except ValueError as fault:
        parser.error(str(fault))
    return arguments


def _courses(arguments: argparse.Namespace) -> list[Course]:
    nights = tuple(sorted(set(arguments.measure_after)))
    return [
        Course(user(name), arguments.signals, nights, arguments.every_night)
        for name in arguments.users
    ]


def _setup(bench: Bench, arguments: argparse.Namespace) -> dict[str, Any]:
    return {
        "exam": exam.FORMAT,
        "model": bench.laboratory.sha256[:16],
        "recipe": f"{bench.recipe.version}-{bench.recipe.hash}",
        "signals": arguments.signals,
        "every_night": arguments.every_night,
        "tests": arguments.tests,
        "quick": arguments.quick,
    }


def _life_file(results: Path, one: User, setup: Mapping[str, Any]) -> Path:
    """Of this set-up alone: a run may stop before it has a line that says which it was."""
    mark = hashlib.sha256(json.dumps(setup).encode()).hexdigest()[:8]
    return results.with_name(f"{results.name}.lives") / f"{one.name.replace(' ', '-')}-{mark}.npz"


def _report(lines: Lines, courses: Sequence[Course], *, as_json: bool) -> None:
    found = {
        course.user.name: [lines.known[course.user.name, night] for night in course.measured]
        for course in courses
    }
    if as_json:
        drifts = {name: [asdict(it) for it in drift(nights)] for name, nights in found.items()}
        print(json.dumps({"nights": found, "drift": drifts}))
        return
    for name, nights in found.items():
        print(f"{name}\n{as_table(nights)}\n")
    print(
        "From perplexity on: change against the base; perplexity in %, leans in nats, else points."
    )


if __name__ == "__main__":
    main()
