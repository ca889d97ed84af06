"""A simulated fortnight: what ten nights are worth, night by night, to users that are rules.

    python -m benchmarks.fortnight --results FILE [--users NAME ...] [--seeds N] [--nights N]
        [--tests N] [--arms NAME ...] [--model FILE] [--json]

Twenty signals a day and a night after each; on day six the user turns into another one, on day
eight five texts are poisoned (`benchmarks.diary`). Arms: the base, memory alone, TRL's trainer,
ours, ours chained (`benchmarks.arms`). A person corrects what they see, so the signals answer to
what the arm itself says by then. Measured after each night, on tasks never trained on and the same
all along: edit cost of e-mails, notes (reach) and questions (bleed), each against who the user is
by then; how many replies repeat the poison; and what the trained arms have forgotten.

`--results` gets one JSON line a user, seed, arm and night. What is in it is not done again, and the
folder FILE.lives beside it says where each arm stands, so a run that was stopped goes on with the
night that it was in. Where everything is there, the table is all that is made. What is kept of it
in `docs/results` comes onto the page, with plots, by `benchmarks.learning_page`.

**It takes days.** For a user and seed there are at most 3,764 optimizer steps (ours 2,193, stock
931, chained 640): at 1 to 2.5 s a step on two cores 1.0 to 2.6 hours. Asking is some 2,000 replies,
which with measuring takes as long again, or longer beside other work. All users and three seeds
come to two to five days, which need not be in one go. These are estimates from counts of steps
and replies, not measurements.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

from adapters.recipe import Recipe
from benchmarks import averages, lives, stock_trainer
from benchmarks.arms import (
    ARMS,
    CHAINED,
    OURS,
    STOCK,
    TRAINED,
    Bench,
    live,
    measure,
    without_trl,
)
from benchmarks.diary import NIGHTS, SIGNALS, day
from benchmarks.results import Lines
from benchmarks.simulation import Laboratory
from benchmarks.tasks import EMAIL, NOTE, QUESTION, Task, draw
from benchmarks.users import USERS, User, user

FORMAT = 1
"""Of the results. Change it when a line means something else than before."""
SECONDS_A_STEP = (1.0, 2.5)

Key = tuple[str, int, str, int]
"""User, seed, arm, night."""


@dataclass(frozen=True, slots=True)
class Course:
    """One arm's nights with one user and seed."""

    user: User
    seed: int
    arm: str

    def key(self, night: int) -> Key:
        return self.user.name, self.seed, self.arm, night


class Results:
    """The lines of a results file, and where each arm stands."""

    def __init__(self, path: Path, setup: Mapping[str, Any]) -> None:
        self._lives = path.with_name(f"{path.name}.lives")
        self._lines = Lines(path, setup, ("user", "seed", "arm", "night"))
        self.add = self._lines.add

    def missing(self, course: Course, nights: int) -> list[int]:
        """Which of the first `nights` are not there, in order."""
        return [n for n in range(1, nights + 1) if course.key(n) not in self._lines.known]

    @property
    def lines(self) -> list[dict[str, Any]]:
        return list(self._lines.known.values())

    def life_file(self, course: Course) -> Path:
        name = course.user.name.replace(" ", "-")
        return self._lives / f"{name}-{course.seed}-{course.arm}.npz"


def setup(laboratory: Laboratory, recipe: Recipe, tests: int) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "model": laboratory.sha256[:16],
        "recipe": f"{recipe.version}-{recipe.hash}",
        "tests": tests,
    }


# The nights


def courses(users: Sequence[User], seeds: Sequence[int], arms: Sequence[str]) -> list[Course]:
    """One user and seed after another, each with all arms, so that a run that is stopped has whole
    comparisons to show."""
    return [Course(*which) for which in product(users, seeds, arms)]


def unseen_tasks(count: int, seed: int) -> dict[str, list[Task]]:
    """The tests: `count` tasks of each kind, the same after every night and for every arm."""
    return {kind: draw(kind, count, seed=seed, unseen=True) for kind in (EMAIL, NOTE, QUESTION)}


def follow(bench: Bench, results: Results, course: Course, *, nights: int, tests: int) -> None:
    """The nights of a course that `results` does not hold yet."""
    missing = results.missing(course, nights)
    if not missing:
        return
    asked = unseen_tasks(tests, course.seed)
    file = results.life_file(course)
    life = lives.load(file, bench.laboratory.path)
    if life.night >= missing[0]:  # a line was lost, and a night can only be reached from the first
        life = lives.Life()
    for number in range(life.night + 1, missing[-1] + 1):
        began = time.perf_counter()
        today = day(course.user, number, seed=course.seed)
        life = live(bench, course.arm, life, today, seed=course.seed)
        if number in missing:
            standing = measure(bench, course.arm, life, today.user, asked)
            line = dict(zip(("user", "seed", "arm", "night"), course.key(number), strict=True))
            line |= {"rows": life.rows, "steps": life.steps, "replaced": life.replaced}
            line |= standing.as_json()
            results.add({**line, "seconds": round(time.perf_counter() - began, 1)})
        lives.save(life, file)
        seconds = time.perf_counter() - began
        _tell(
            f"{course.user.name}, seed {course.seed}, {course.arm}, night {number}: "
            f"{life.rows} rows, {life.steps} steps, {seconds:.0f} s"
        )


def most_steps(arm: str, nights: int, recipe: Recipe) -> int:
    """How many optimizer steps an arm can take in so many nights, with every signal a row."""
    a_day = sum(SIGNALS.values())
    if arm not in TRAINED:
        return 0
    if arm == CHAINED:
        return nights * recipe.steps(a_day)
    of_night = recipe.most_steps if arm == OURS else recipe.steps
    return sum(of_night(a_day * night) for night in range(1, nights + 1))


def forecast(left: Sequence[Course], nights: int, recipe: Recipe) -> str:
    steps = sum(most_steps(course.arm, nights, recipe) for course in left)
    low, high = (steps * seconds / 3600 for seconds in SECONDS_A_STEP)
    return (
        f"At most {steps:,} optimizer steps: {low:.1f} to {high:.1f} hours of training on two "
        "cores, and as long again, or longer, for asking and measuring."
    )


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# The command


def main() -> None:
    arguments = _arguments()
    recipe, nights, tests = Recipe(), arguments.nights, arguments.tests
    users = [user(name) for name in arguments.users] if arguments.users else list(USERS)
    seeds = range(1, arguments.seeds + 1)
    with Laboratory(arguments.model) as laboratory, tempfile.TemporaryDirectory() as folder:
        stock_trainer.stay_on_this_machine(Path(folder))
        results = Results(arguments.results, setup(laboratory, recipe, tests))
        planned = courses(users, seeds, _possible(arguments.arms))
        if left := [course for course in planned if results.missing(course, nights)]:
            _tell(forecast(left, nights, recipe))
        bench = Bench(laboratory, recipe)
        for course in left:
            follow(bench, results, course, nights=nights, tests=tests)
    asked_for = {course.key(0)[:2] for course in courses(users, seeds, arguments.arms)}
    lines = [
        line
        for line in results.lines
        if (line["user"], line["seed"]) in asked_for and line["night"] <= nights
    ]
    _report(averages.points(lines, arguments.arms), as_json=arguments.json)


def _report(found: Sequence[averages.Point], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([asdict(point) for point in found]))
    else:
        print(averages.as_table(found))
        print("\nMeans over users and seeds; in brackets 95 % of bootstrap draws over users.")


def _possible(arms: Sequence[str]) -> list[str]:
    if STOCK in arms and without_trl():
        _tell(f"Skipped: {STOCK} needs TRL (`pip install -r benchmarks/requirements.txt`).")
        return [arm for arm in arms if arm != STOCK]
    return list(arms)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What ten nights are worth, night by night.")
    parser.add_argument("--results", type=Path, required=True, help="JSON lines; a run goes on")
    parser.add_argument("--users", nargs="+", choices=[one.name for one in USERS])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--nights", type=int, default=NIGHTS)
    parser.add_argument("--tests", type=int, default=12, help="unseen tasks of each kind")
    parser.add_argument("--arms", nargs="+", choices=ARMS, default=list(ARMS))
    parser.add_argument("--model", type=Path, help="a chat GGUF; default: the starter")
    parser.add_argument("--json", action="store_true", help="the points instead of the table")
    arguments = parser.parse_args()
    if min(arguments.seeds, arguments.nights, arguments.tests) < 1:
        parser.error("seeds, nights and tests are one or more")
    try:
        unseen_tasks(arguments.tests, 1)
    except ValueError as fault:
        parser.error(f"--tests: {fault}")
    return arguments


if __name__ == "__main__":
    main()
