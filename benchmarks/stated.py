"""Preferences put into words: how far does the base heed them, and how much of that is learned?

    python -m benchmarks.stated [--preferences NAME ...] [--user NAME] [--edits 16] [--tests N]
        [--model FILE] [--results FILE] [--json]

A simulated user has corrected some e-mails and stated one preference. Two trainings, without the
gate: on the edits alone, and with the preference taught from the prompt into the weights
(`adapters.stated`). Then unseen questions are asked of the base, of the base that is shown the
sentence (the teacher, which is as much as can be learned), and of both adapters, which are not
shown it:

* heeded: what the sentence asks for, measured by rule on the written answers; see `PREFERENCES`;
* NLL: nats per token of what the teacher answered to these questions, without the sentence in the
  prompt but for the teacher itself;
* mail: edit cost of unseen mails as that user, which the preference must not spoil.

`--results` keeps one JSON line a preference; a run that was stopped goes on where it was. A
quarter of an hour a preference on one core.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from adapters.recipe import Recipe
from app.cli.report import table
from app.domain.ledger import Arm, Memory, MemoryKind, Role, Turn
from app.domain.prompt import assemble, system_with
from benchmarks.learning import lessons
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import FIRST_DAY, Laboratory
from benchmarks.tasks import EMAIL, QUESTION, Task, draw
from benchmarks.users import USERS, User, user

TOLD, TAUGHT, EDITS, BASE = "told", "taught", "edits alone", "base"
ARMS = (BASE, TOLD, EDITS, TAUGHT)


@dataclass(frozen=True, slots=True)
class Preference:
    """`heeded` says of one answer how far it is what `text` asks for; `unit` words it."""

    name: str
    text: str
    unit: str
    heeded: Callable[[str], float]


def _words(answer: str) -> float:
    return len(answer.split())


def _lower(answer: str) -> float:
    letters = [character for character in answer if character.isalpha()]
    return fmean(character.islower() for character in letters) if letters else 1.0


def _lines(answer: str) -> float:
    return sum(bool(line.strip()) for line in answer.splitlines())


PREFERENCES = (
    Preference(
        "short", "I want short answers: one sentence and nothing else.", "words an answer", _words
    ),
    Preference(
        "lower case",
        "Write everything in lower case, without capital letters.",
        "share of letters in lower case",
        _lower,
    ),
    Preference("lists", "Answer with a list, one short point a line.", "lines an answer", _lines),
)


def main() -> None:
    arguments = _arguments()
    chosen = [one for one in PREFERENCES if one.name in arguments.preferences]
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "user", "edits", "tests")
        lines = Lines(arguments.results, common, ("preference",))
        for preference in chosen:
            if (preference.name,) not in lines.known:
                found = _taught(laboratory, user(arguments.user), preference, arguments)
                lines.add({"preference": preference.name, "arms": found})
            if not arguments.json:
                print(_table(preference, lines.known[preference.name,]["arms"]), flush=True)
    if arguments.json:
        print(json.dumps([lines.known[preference.name,] for preference in chosen]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What is learned of a stated preference.")
    names = [one.name for one in PREFERENCES]
    parser.add_argument("--preferences", nargs="+", default=names, choices=names, metavar="NAME")
    parser.add_argument("--user", default="british", choices=[one.name for one in USERS])
    parser.add_argument("--edits", type=int, default=16)
    parser.add_argument("--tests", type=int, default=12, help="unseen questions, and mails")
    options(parser)
    return parser.parse_args()


def _taught(
    laboratory: Laboratory, one: User, preference: Preference, arguments: argparse.Namespace
) -> dict[str, dict[str, float]]:
    recipe = Recipe()
    memory = Memory("stated", preference.text, MemoryKind.PREFERENCE, FIRST_DAY)
    told = system_with(laboratory.system, [memory])
    signals = laboratory.signals(one, lessons(arguments.edits))
    rows = laboratory.rows(signals)
    material, held_out = laboratory.material(rows, recipe), laboratory.held_out(rows, recipe)
    edits, _ = laboratory.night(material, recipe, held_out=held_out)
    taught, _ = laboratory.night(material, recipe, held_out=held_out, preferences=told)
    questions = draw(QUESTION, arguments.tests, seed=1, unseen=True)
    mails = draw(EMAIL, arguments.tests, seed=1, unseen=True)
    asked = {
        BASE: (None, laboratory.system),
        TOLD: (None, told),
        EDITS: (edits, laboratory.system),
        TAUGHT: (taught, laboratory.system),
    }
    answers = {
        arm: _answers(laboratory, adapter, system, questions)
        for arm, (adapter, system) in asked.items()
    }
    found: dict[str, dict[str, float]] = {}
    for arm, (adapter, system) in asked.items():
        laboratory.base.attach(adapter)
        found[arm] = {
            "heeded": fmean(map(preference.heeded, answers[arm])),
            "nll": _nll(laboratory, system, questions, answers[TOLD]),
        }
        if arm != TOLD:
            serving = Arm.ADAPTER if adapter else Arm.BASE
            found[arm]["mail"] = fmean(laboratory.costs(one, mails, serving, adapter=adapter))
    return found


def _answers(
    laboratory: Laboratory, adapter: bytes | None, system: str, tasks: Sequence[Task]
) -> list[str]:
    laboratory.base.attach(adapter)
    return [laboratory.ask(task, Arm.BASE, system=system) for task in tasks]


def _nll(
    laboratory: Laboratory, system: str, tasks: Sequence[Task], answers: Sequence[str]
) -> float:
    scores = []
    for task, answer in zip(tasks, answers, strict=True):
        turns = assemble([Turn(Role.USER, task.prompt)], system=system, arm=Arm.BASE)
        scores.append(-float(laboratory.log_p(turns, answer).mean(dtype="float64")))
    return fmean(scores)


def _table(preference: Preference, found: Mapping[str, Mapping[str, float]]) -> str:
    rows = [
        [arm, f"{found[arm]['heeded']:.2f}", f"{found[arm]['nll']:.3f}", _mail(found[arm])]
        for arm in ARMS
    ]
    heads = (preference.name, preference.unit, "NLL of the told base's answers", "mail")
    return "\n" + table(rows, heads)


def _mail(found: Mapping[str, Any]) -> str:
    return f"{found['mail']:.3f}" if "mail" in found else "-"


if __name__ == "__main__":
    main()
