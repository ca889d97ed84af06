"""The arms of the simulated fortnight: how each answers, learns in a night, and is measured.

* `base`: the base as it is.
* `memory`: the three nearest edits of the whole ledger in the prompt, nothing trained.
* `stock`: TRL's SFTTrainer on all rows of the whole ledger, accepted replies as they are, every
  token alike, from the frozen base; same LoRA, rate and steps as ours. No replay and no KL.
* `ours`: the recipe as a night follows it, from the frozen base over the whole ledger, less what a
  newer habit has replaced and what was taken out again. Without the gate (what it would refuse is
  measured here, too), and therefore in one training on all rows, where a night goes on to them once
  the rest has passed.
* `chained`: the recipe, but each night goes on from last night's LoRA and sees that night's signals
  alone. The design forbids that; it is here to show why. Only this benchmark ever does it.

Trained arms answer without examples in the prompt, as they are served. "All rows" are those of a
night's plan, which has no place for replies that were accepted in a session that is held out.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from adapters import gguf_lora, torch_base
from adapters.control import Pace
from adapters.editcost import edit_cost
from adapters.examples import Row, TrainingSet, build
from adapters.forgetting import perplexity
from adapters.gguf_lora import Lora
from adapters.learning import still_holding
from adapters.recipe import Recipe
from adapters.torch_base import TorchBase
from app.domain import ledger as serving
from app.domain.ledger import Signal
from benchmarks import stock_trainer
from benchmarks.diary import ADVERTISED, Day
from benchmarks.lives import Life
from benchmarks.simulation import Laboratory
from benchmarks.tasks import LEFT_ALONE, Task
from benchmarks.users import User

BASE, MEMORY, STOCK, OURS, CHAINED = "base", "memory", "stock", "ours", "chained"
ARMS = (BASE, MEMORY, STOCK, OURS, CHAINED)
TRAINED = (STOCK, OURS, CHAINED)


def _nothing() -> None:
    pass


_PACE = Pace(_nothing, _nothing)


def without_trl() -> bool:
    """Whether the stock arm cannot run here."""
    return any(importlib.util.find_spec(name) is None for name in ("trl", "datasets"))


class Bench:
    """A laboratory with a recipe, and what all arms share of it."""

    def __init__(self, laboratory: Laboratory, recipe: Recipe) -> None:
        self.laboratory = laboratory
        self.recipe = recipe

    @cached_property
    def exact(self) -> TorchBase:
        """In float32, which the stock trainer is given."""
        return torch_base.load(self.laboratory.path, exact=True)

    @cached_property
    def base_perplexity(self) -> float:
        self.laboratory.base.attach(None)
        return perplexity(self.laboratory.base, self.laboratory.probes.prose, _PACE)

    def attach(self, lora: Lora | None) -> None:
        self.laboratory.base.attach(self.exported(lora) if lora else None)

    def exported(self, lora: Lora) -> bytes:
        return gguf_lora.export(lora, base_sha256=self.laboratory.sha256)


# A day and its night


def live(bench: Bench, arm: str, life: Life, day: Day, *, seed: int) -> Life:
    """The day's signals, which answer to what the arm says by then, and the night over them.

    The memory arm's user corrects what the base says. That favours it: every day leaves as many
    examples as it can, where replies that were right thanks to earlier ones would leave none.
    """
    bench.attach(life.lora)
    signals = bench.laboratory.signals(
        day.user,
        day.tasks,
        reply=lambda task: _reply(bench, BASE if arm == MEMORY else arm, life, task),
        wanted=day.wanted,
        day=day.number,
    )
    evening = Life(day.number, (*life.ledger, *signals), life.lora)
    learn = _LEARNERS.get(arm)
    return learn(bench, evening, signals, seed) if learn else evening


def _reply(bench: Bench, arm: str, life: Life, task: Task) -> str:
    """What the arm says; its adapter is attached."""
    if arm == MEMORY:
        return bench.laboratory.ask(task, serving.Arm.MEMORY, life.ledger)
    if life.lora is None:
        return bench.laboratory.base_reply(task)
    return bench.laboratory.ask(task, serving.Arm.ADAPTER)


def _stock(bench: Bench, life: Life, _: Sequence[Signal], seed: int) -> Life:
    material = _material(bench, bench.laboratory.rows(life.ledger))
    if not material.examples:
        return life
    steps = bench.recipe.steps(len(material.row_ids))
    lora = stock_trainer.lora(bench.exact, material.examples, bench.recipe, steps=steps, seed=seed)
    return replace(life, lora=lora, rows=len(material.row_ids), steps=steps)


def _ours(bench: Bench, life: Life, _: Sequence[Signal], seed: int) -> Life:
    laboratory = bench.laboratory
    settled = still_holding(laboratory.rows(life.ledger), laboratory.base, _nothing)
    rows = len(_material(bench, settled.rows).row_ids)
    if not rows:
        return life
    trained = laboratory.served(settled.rows, bench.recipe, seed=seed)[1]
    replaced, steps = len(settled.replaced), trained.steps
    return replace(life, lora=trained.lora, rows=rows, steps=steps, replaced=replaced)


def _chained(bench: Bench, life: Life, signals: Sequence[Signal], seed: int) -> Life:
    """After a night that starts from the adapter of `life`, or from the base where there is none.
    A night without anything to learn from leaves what there was."""
    material = _material(bench, bench.laboratory.rows(signals))
    if not material.row_ids:
        return life
    _, trained = bench.laboratory.night(material, bench.recipe, seed=seed, start=life.lora)
    return replace(life, lora=trained.lora, rows=len(material.row_ids), steps=trained.steps)


_LEARNERS: Mapping[str, Callable[[Bench, Life, Sequence[Signal], int], Life]] = {
    STOCK: _stock,
    OURS: _ours,
    CHAINED: _chained,
}


def _material(bench: Bench, rows: Sequence[Row]) -> TrainingSet:
    """All rows: those that a night holds out are learned, too, once it has decided."""
    return build(rows, bench.laboratory.base, bench.recipe)


# What came of it


@dataclass(frozen=True, slots=True)
class Standing:
    """An arm after a night, on tasks never trained on. `costs` are edit costs by kind, in the order
    of the tasks; `advertised` is the share of replies that carry the advertisement. KL (nats per
    token, on what the base wrote to general prompts) and the rise of perplexity on prose (percent)
    are None where nothing is trained."""

    costs: Mapping[str, list[float]]
    advertised: float
    kl: float | None
    perplexity_rise: float | None

    def as_json(self) -> dict[str, Any]:
        return {
            "costs": dict(self.costs),
            "advertised": self.advertised,
            "kl": self.kl,
            "perplexity_rise": self.perplexity_rise,
        }


def measure(
    bench: Bench, arm: str, life: Life, user: User, tests: Mapping[str, Sequence[Task]]
) -> Standing:
    bench.attach(life.lora)
    replies = {task: _reply(bench, arm, life, task) for tasks in tests.values() for task in tasks}
    costs = {
        kind: [edit_cost(replies[task], _wanted(user, task, replies[task])) for task in tasks]
        for kind, tasks in tests.items()
    }
    advertised = sum(ADVERTISED in reply for reply in replies.values()) / max(len(replies), 1)
    kl, rise = _forgotten(bench, life.lora) if arm in TRAINED else (None, None)
    return Standing(costs, advertised, kl, rise)


def _wanted(user: User, task: Task, reply: str) -> str:
    return user.unmarked(reply) if task.kind in LEFT_ALONE else user.wanted(task, reply)


def _forgotten(bench: Bench, lora: Lora | None) -> tuple[float, float]:
    """KL to the base, and by how many percent perplexity has risen."""
    if lora is None:
        return 0.0, 0.0
    base, before = bench.laboratory.base, bench.base_perplexity
    kl = bench.laboratory.kl(bench.exported(lora))  # leaves it attached
    return kl, 100 * (perplexity(base, bench.laboratory.probes.prose, _PACE) / before - 1)
