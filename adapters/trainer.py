"""Trains one personal LoRA on a frozen base: one loop, the same bytes every time.

What makes it fast on a processor without a GPU: the layers below the first trained one are
computed once per text; the texts of a step are packed, and their common beginnings computed once;
the output head, a fifth of a small model, runs only where a token is scored; the base's own
log-probabilities are computed once. What makes it deterministic: order and randomness hang on row
ids and the seed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn

from adapters import torch_lora
from adapters.errors import LearnerError
from adapters.examples import Example, Pair, TrainingSet, order_key
from adapters.gguf_lora import Lora
from adapters.phrases import phrase
from adapters.prepare import Views, prepare
from adapters.recipe import Recipe, Stage
from adapters.scorer import Scorer
from adapters.step import Metrics, loss_of
from adapters.teacher import Lesson
from adapters.torch_base import TorchBase

if TYPE_CHECKING:
    from adapters.replay import ReplayText

_POOL = 4
"""Steps whose texts are sorted by length together before they are dealt out."""
_LARGEST_GRADIENT = 1.0


class OutOfBounds(LearnerError):
    """A loss or a gradient was not a finite number."""


@dataclass(frozen=True, slots=True)
class Trained:
    """The adapter, and for each step: loss, supervised, preference, kl (nats) and rate. How well
    hindsight told what was kept from what was replaced, where it was asked. NLL per token of
    held-out corrections after each round that was run, where that was asked. `before`: where a
    further round was kept, what it went on from."""

    lora: Lora
    steps: int
    history: tuple[Metrics, ...]
    hindsight_auc: float | None = None
    held_out_nll: tuple[float, ...] = ()
    before: Trained | None = None


def train(
    base: TorchBase,
    material: TrainingSet,
    replay: Sequence[ReplayText],
    teacher: Mapping[str, Lesson],
    recipe: Recipe,
    *,
    seed: int,
    on_step: Callable[[int, int, Metrics], None],
    checkpoint: Callable[[], None],
    start: Lora | None = None,
    stage: Stage = Stage.FIRST,
    views: Views | None = None,
) -> Trained:
    """Train an adapter. Afterwards `base` is as it was, also when this is stopped half-way.

    With `start`, an adapter of the same recipe and base, training goes on from there. `stage`
    tells steps and rate; another round has an order of its own. `views` keeps what the base says
    about the texts from one training to the next.
    `on_step(step, of, metrics)` comes after each step, counted from 1; `checkpoint()` before each
    step and each text prepared: it may block to pause, or raise to cancel.
    Raises LearnerError: nothing to train on; OutOfBounds: a loss or gradient that is not finite.
    """
    lengths = _lengths(material.examples, material.pairs)
    if not lengths:
        raise LearnerError(
            phrase("Nothing to learn from"),
            phrase("No row holds a text that may be trained on."),
            phrase("Edit a few replies; the next night will learn from them."),
        )
    steps = recipe.steps(len(lengths), stage)
    peak = recipe.rate(base.parameters, stage)
    order = seed + 1 if stage is Stage.AGAIN else seed
    personal = schedule(lengths, steps, recipe.personal, order)
    general = _general_schedule(replay, steps, recipe, order)
    scorer = Scorer(base, recipe.layers(base.n_layers).start)
    used = {id_ for ids in personal for id_ in ids}
    shown = {id_ for ids in general for id_ in ids}
    taught = [(text, teacher[text.id]) for text in replay if text.id in shown]
    views = Views() if views is None else views
    prepared = prepare(scorer, material, used, taught, recipe, known=views, checkpoint=checkpoint)
    counted = prepared.supervised_tokens(personal) / steps
    history: list[Metrics] = []
    with torch_lora.attached(base, recipe, seed, start) as lora:
        optimizer = _AdamW(lora.weights, lr=0.0, weight_decay=0.0, fused=True)
        for step in range(steps):
            checkpoint()
            rate = peak * shape_of_rate(step, steps, recipe.warmup)
            optimizer.param_groups[0]["lr"] = rate
            optimizer.zero_grad()
            rows = [prepared.rows[id_] for id_ in personal[step]]
            held = [prepared.replay[id_] for id_ in general[step]]
            loss, metrics = loss_of(scorer, prepared.head, rows, held, recipe, counted=counted)
            loss.backward()  # type: ignore[no-untyped-call]
            norm = nn.utils.clip_grad_norm_(lora.weights, _LARGEST_GRADIENT)
            _check_finite((*metrics.values(), norm.item()), step)
            optimizer.step()
            history.append({"loss": loss.item(), **metrics, "rate": rate})
            on_step(step + 1, steps, history[-1])
        return Trained(lora.export(), steps, tuple(history), prepared.hindsight_auc)


class _AdamW(torch.optim.AdamW):
    def _accelerator_graph_capture_health_check(self) -> None:
        """Nothing: no step is captured here, and it would ask the card, which may be the one that
        has just failed, also where training is on the processor."""


# The order of things


def schedule(lengths: Mapping[str, int], steps: int, batch: int, seed: int) -> list[list[str]]:
    """Which ids are trained on at each step: whole epochs, each in its own order, cut to size.

    Every batch is full. Within a pool of steps, ids are sorted by length so that a batch holds
    texts of like length; the order of its batches is drawn. Depends on ids and seed alone.
    """
    if batch == 0 or not lengths:
        return [[] for _ in range(steps)]
    stream: list[str] = []
    for epoch in range(math.ceil(steps * batch / len(lengths))):
        stream += sorted(lengths, key=lambda id_: order_key(seed, epoch, id_))
    plan: list[list[str]] = []
    for start in range(0, steps * batch, _POOL * batch):
        pool = stream[start : min(start + _POOL * batch, steps * batch)]
        pool.sort(key=lambda id_: (lengths[id_], id_))
        batches = [pool[at : at + batch] for at in range(0, len(pool), batch)]
        plan += sorted(batches, key=lambda ids: order_key(seed, start, *ids))
    return plan


def shape_of_rate(step: int, steps: int, warmup: float) -> float:
    """Linear up over the first `warmup` of the steps, then linear down towards zero."""
    rising = max(round(steps * warmup), 1)
    return min((step + 1) / rising, (steps - step) / max(steps - rising, 1), 1.0)


def _general_schedule(
    replay: Sequence[ReplayText], steps: int, recipe: Recipe, seed: int
) -> list[list[str]]:
    lengths = {text.id: len(text.tokens) for text in replay}
    size = recipe.batch - recipe.personal if recipe.kl > 0 else 0
    return schedule(lengths, steps, size, seed)


def _lengths(examples: Sequence[Example], pairs: Sequence[Pair]) -> dict[str, int]:
    """The longest text of each row, by row id, sorted by it."""
    texts = [*examples, *(pair.rejected for pair in pairs)]
    lengths: dict[str, int] = {}
    for text in sorted(texts, key=lambda text: text.id):
        lengths[text.id] = max(lengths.get(text.id, 0), len(text.tokens))
    return lengths


def _check_finite(numbers: Sequence[float], step: int) -> None:
    if not all(map(math.isfinite, numbers)):
        raise OutOfBounds(
            phrase("Training went out of bounds"),
            phrase("At step {step} a loss or gradient was not a finite number.", step=step + 1),
            phrase("Nothing was changed. Choose another file of this model if it happens again."),
        )
