"""Each part of the recipe, taken out or put in: what it does for the user, and what it costs.

    python -m benchmarks.ablation [--users NAME ...] [--variants NAME ...] [--edits 48] [--tests 12]
        [--seed N] [--model FILE] [--results FILE] [--json]

One training for each user and variant, without the gate. Nothing is generated but the base's
replies, which are kept: NLL in nats per token of what the user would make of the base's reply to
unseen mails (never trained on) and notes (a kind never edited: reach), of the base's own replies to
questions (a kind whose replies are accepted: bleed), KL to the base on general prompts that no
night sees, and the change of perplexity on the probes' prose. `--results` keeps one JSON line a
training; a run that was stopped goes on where it was. One to four minutes a training on two cores.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from statistics import fmean
from typing import Any

from adapters.recipe import Recipe
from app.cli.report import table
from app.domain.ledger import Arm, Role, Signal, Turn
from app.domain.prompt import assemble
from benchmarks.learning import lessons
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import Laboratory
from benchmarks.tasks import EMAIL, LEFT_ALONE, NOTE, QUESTION, Task, draw
from benchmarks.users import USERS, User, user

FULL = Recipe()
VARIANTS = {
    "full": FULL,
    "no KL": replace(FULL, kl=0.0),
    "prose held like answers, KL weight 1": replace(FULL, kl_prose=1.0),
    "prose held like answers, KL weight 3": replace(FULL, kl=3.0, kl_prose=1.0),
    "openings held like the rest": replace(FULL, kl_opening=0.0),
    "accepted replies held like answers": replace(FULL, kl_accepted=1.0),
    "kept tokens as typed ones": replace(FULL, kept=1.0),
    "kept tokens not at all": replace(FULL, kept=0.0),
    "a cut weighs no more": replace(FULL, cut=0.0),
    "no accepted replies": replace(FULL, accepted=0.0, share_without_edit=0.0),
    "preference": replace(FULL, preference=0.5),
    "hindsight": replace(FULL, hindsight=0.1, hindsight_auc=0.0),
    "half the rate": replace(FULL, learning_rate=1e-3),
    "one round": replace(FULL, rounds=1),
    "one round of 40 steps": replace(FULL, rounds=1, min_steps=40),
    "gate, up and down, rank 8": replace(FULL, modules=("gate", "up", "down"), rank=8, alpha=8.0),
    "all layers": replace(FULL, layer_step=1),
    "every third layer": replace(FULL, layer_step=3),
    "upper 40 % of the layers": replace(FULL, first_layer_fraction=0.6, layer_step=1),
    "rank 16": replace(FULL, rank=16, alpha=16.0),
    "rank 16, upper 60 % of the layers": replace(
        FULL, rank=16, alpha=16.0, first_layer_fraction=0.4, layer_step=1
    ),
}
OWN_QUESTIONS = {"replay with 96 questions of the base's own": 96}
"""Variants that are not a recipe: the same one, with so many more texts of replay."""
CHOICES = (*VARIANTS, *OWN_QUESTIONS)
MEASURES = (EMAIL, NOTE, QUESTION, "kl", "perplexity")
Scores = dict[str, float]


def main() -> None:
    arguments = _arguments()
    variants = ("base", "memory", *arguments.variants)
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "edits", "tests", "seed")
        lines = Lines(arguments.results, common, ("user", "variant"))
        for name, variant in product(arguments.users, variants):
            if (name, variant) not in lines.known:
                scores = _scores(laboratory, user(name), variant, arguments)
                lines.add({"user": name, "variant": variant, "scores": scores})
            if not arguments.json:
                print(
                    f"{name}, {variant}: {_told(lines.known[name, variant]['scores'])}", flush=True
                )
    known = {key: line["scores"] for key, line in lines.known.items()}
    if arguments.json:
        print(json.dumps([{"user": u, "variant": v, **found} for (u, v), found in known.items()]))
    else:
        print(_table(known, arguments))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Parts of the recipe, taken out or put in.")
    names = [one.name for one in USERS]
    parser.add_argument("--users", nargs="+", default=names, choices=names, metavar="NAME")
    parser.add_argument(
        "--variants", nargs="+", default=list(CHOICES), choices=CHOICES, metavar="NAME"
    )
    parser.add_argument("--edits", type=int, default=48)
    parser.add_argument("--tests", type=int, default=12, help="unseen prompts of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options(parser)
    return parser.parse_args()


def _scores(
    laboratory: Laboratory, one: User, variant: str, arguments: argparse.Namespace
) -> Scores:
    signals = laboratory.signals(one, lessons(arguments.edits, seed=arguments.seed))
    found: Scores = {}
    adapter = None
    if variant in CHOICES:
        recipe = VARIANTS.get(variant, FULL)
        rows = laboratory.rows(signals)
        material, held_out = laboratory.material(rows, recipe), laboratory.held_out(rows, recipe)
        replay = laboratory.replay(laboratory.asked_by_the_base(OWN_QUESTIONS.get(variant, 0)))
        adapter, trained = laboratory.night(
            material, recipe, seed=arguments.seed, held_out=held_out, replay=replay
        )
        if trained.hindsight_auc is not None:
            found["hindsight_auc"] = trained.hindsight_auc
    tests = {
        kind: [
            (task, laboratory.base_reply(task))
            for task in draw(kind, arguments.tests, seed=arguments.seed, unseen=True)
        ]
        for kind in (EMAIL, NOTE, QUESTION)
    }
    laboratory.base.attach(adapter)
    arm = Arm.MEMORY if variant == "memory" else Arm.BASE
    for kind, asked in tests.items():
        found[kind] = _nll(laboratory, one, asked, arm, signals)
    found["perplexity"] = laboratory.perplexity()
    found["kl"] = laboratory.kl(adapter) if adapter else 0.0
    return found


def _nll(
    laboratory: Laboratory,
    one: User,
    asked: Sequence[tuple[Task, str]],
    arm: Arm,
    signals: Sequence[Signal],
) -> float:
    scores = []
    for task, reply in asked:
        wanted = reply if task.kind in LEFT_ALONE else one.wanted(task, reply)
        turns = assemble(
            [Turn(Role.USER, task.prompt)], system=laboratory.system, arm=arm, signals=signals
        )
        scores.append(-float(laboratory.log_p(turns, wanted).mean(dtype="float64")))
    return fmean(scores)


def _told(found: Scores) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in found.items())


def _table(known: Mapping[tuple[str, str], Scores], arguments: argparse.Namespace) -> str:
    """Means over the users; perplexity as its change against the base."""
    rows = []
    for variant in ("base", "memory", *arguments.variants):
        chosen = [known[name, variant] for name in arguments.users]
        cells: list[Any] = [variant]
        cells += [f"{fmean(found[name] for found in chosen):.3f}" for name in MEASURES[:-1]]
        rise = fmean(
            found["perplexity"] / known[name, "base"]["perplexity"] - 1
            for name, found in zip(arguments.users, chosen, strict=True)
        )
        rows.append([*cells, f"{rise:+.2%}"])
    return "\n" + table(rows, ("variant", "mail", "note", "question", "KL", "perplexity"))


if __name__ == "__main__":
    main()
