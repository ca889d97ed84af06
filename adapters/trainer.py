"""Trains one personal LoRA on a frozen base: one loop, the same bytes every time.

What makes it fast on a processor without a GPU: the layers below the first trained one are
computed once per text; texts of like length share a step, so little is padding; the output head,
a fifth of a small model, runs only where a token is scored; the base's own log-probabilities are
computed once. What makes it deterministic: order and randomness hang on row ids and the seed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from adapters import objective, torch_lora
from adapters.errors import LearnerError
from adapters.examples import Example, Pair, TrainingSet, order_key
from adapters.gguf_lora import Lora
from adapters.recipe import Recipe
from adapters.scorer import Scorer
from adapters.teacher import Lesson
from adapters.torch_base import TorchBase

if TYPE_CHECKING:
    from adapters.replay import ReplayText

_POOL = 4
"""Steps whose texts are sorted by length together before they are dealt out."""
_LARGEST_GRADIENT = 1.0

Metrics = dict[str, float]


@dataclass(frozen=True, slots=True)
class Trained:
    """The adapter, and for each step: loss, supervised, preference, kl (nats) and rate."""

    lora: Lora
    steps: int
    history: tuple[Metrics, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A text whose marked tokens the preference term scores, and their log p under the base."""

    text: Example
    base: float

    def gain(self, log_p: Tensor, marks: Tensor) -> Tensor:
        """How much likelier the marked tokens have become since the base, in nats."""
        return (marks * log_p).sum() - self.base


@dataclass(frozen=True, slots=True)
class _Row:
    """All that is trained on for one row of the ledger."""

    id: str
    example: Example | None
    chosen: _Judged | None = None
    rejected: _Judged | None = None
    weight: float = 0.0


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
) -> Trained:
    """Train an adapter. Afterwards `base` is as it was, also when this is stopped half-way.

    `on_step(step, of, metrics)` comes after each step, counted from 1; `checkpoint()` before each
    step and each text prepared: it may block to pause, or raise to cancel.
    Raises LearnerError: nothing to train on, or a loss or gradient that is not finite.
    """
    lengths = _lengths(material.examples, material.pairs)
    if not lengths:
        raise LearnerError(
            "Nothing to learn from",
            "No row holds a text that may be trained on.",
            "Edit a few replies; the next night will learn from them.",
        )
    steps, first = recipe.steps(len(lengths)), recipe.first_layer(base.n_layers)
    personal = schedule(lengths, steps, recipe.personal, seed)
    general = _general_schedule(replay, steps, recipe, seed)
    texts = {text.id: text for text in replay}
    scorer = Scorer(base, first)
    used = {id_ for ids in personal for id_ in ids}
    rows = _rows(scorer, material, used, checkpoint)
    history: list[Metrics] = []
    with torch_lora.attached(base, recipe, seed) as lora:
        optimizer = torch.optim.AdamW(lora.weights, lr=0.0, weight_decay=0.0)
        for step in range(steps):
            checkpoint()
            rate = recipe.rate(base.parameters) * shape_of_rate(step, steps, recipe.warmup)
            optimizer.param_groups[0]["lr"] = rate
            optimizer.zero_grad()
            batch = [rows[id_] for id_ in personal[step]]
            losses = _wanted(scorer, batch, recipe)
            losses["preference"] += _unwanted(scorer, batch, recipe)
            losses["kl"] = _unchanged(
                scorer, [(texts[i], teacher[i]) for i in general[step]], recipe
            )
            norm = nn.utils.clip_grad_norm_(lora.weights, _LARGEST_GRADIENT)
            _check_finite((*losses.values(), norm.item()), step)
            optimizer.step()
            history.append({"loss": sum(losses.values()), **losses, "rate": rate})
            on_step(step + 1, steps, history[-1])
        return Trained(lora.export(), steps, tuple(history))


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


def _rows(
    scorer: Scorer,
    material: TrainingSet,
    used: set[str],
    checkpoint: Callable[[], None],
) -> dict[str, _Row]:
    """The rows that the schedule uses, with the base's own scores; before there is a LoRA."""
    by_id = {pair.id: pair for pair in material.pairs}
    rows = {text.id: _Row(text.id, text) for text in material.examples if text.id in used}
    for id_ in sorted(used & by_id.keys()):
        checkpoint()
        pair, example = by_id[id_], rows[id_].example if id_ in rows else None
        chosen = _judged(scorer, pair.chosen) if pair.chosen else None
        rows[id_] = _Row(id_, example, chosen, _judged(scorer, pair.rejected), pair.weight)
    return rows


@torch.no_grad()
def _judged(scorer: Scorer, text: Example) -> _Judged | None:
    """None when no token is marked: then there is nothing to prefer."""
    if not any(text.weights):
        return None
    return _Judged(text, float((scorer.weights(text) * scorer.log_probs([text])[0]).sum()))


# The three parts of a step; each adds its gradient and returns what it cost


def _wanted(scorer: Scorer, rows: Sequence[_Row], recipe: Recipe) -> Metrics:
    """The user's own words, supervised, and lifted where they replaced the model's."""
    with_text = [(row, row.example) for row in rows if row.example]
    if not with_text:
        return {"supervised": 0.0, "preference": 0.0}
    log_p = scorer.log_probs([example for _, example in with_text])
    weights = torch.cat([scorer.weights(example) for _, example in with_text])
    loss = recipe.supervised * objective.supervised(torch.cat(log_p), weights)
    lift = torch.zeros_like(loss)
    for (row, _), scores in zip(with_text, log_p, strict=True):
        if row.chosen:
            gain = row.chosen.gain(scores, scorer.weights(row.chosen.text))
            lift = lift + row.weight * objective.rise(gain, recipe.preference_slope)
    lift = lift / len(rows)
    _backward(loss + lift)
    return {"supervised": loss.item(), "preference": lift.item()}


def _unwanted(scorer: Scorer, rows: Sequence[_Row], recipe: Recipe) -> float:
    """The words that the user replaced, or the whole of a reply that was thrown away."""
    judged = [(row.weight, row.rejected) for row in rows if row.rejected]
    if not judged:
        return 0.0
    log_p = scorer.log_probs([text.text for _, text in judged])
    terms = [
        weight
        * objective.fall(text.gain(scores, scorer.weights(text.text)), recipe.preference_slope)
        for (weight, text), scores in zip(judged, log_p, strict=True)
    ]
    loss = torch.stack(terms).sum() / len(rows)
    _backward(loss)
    return loss.item()


def _unchanged(scorer: Scorer, texts: Sequence[tuple[ReplayText, Lesson]], recipe: Recipe) -> float:
    """Everything else, held to what the base says on texts that the base wrote."""
    if not texts:
        return 0.0
    device = scorer.base.device
    places = [
        torch.arange(text.target_start - 1, len(text.tokens) - 1, device=device)
        for text, _ in texts
    ]
    logits = scorer.logits([lesson.hidden for _, lesson in texts], places)
    per_token = objective.forward_kl(
        logits,
        torch.cat([lesson.top_ids for _, lesson in texts]).to(device, torch.int64),
        torch.cat([lesson.top_log_p for _, lesson in texts]).to(device),
    )
    loss = recipe.kl * objective.clamped_mean(
        per_token,
        [len(place) for place in places],
        token=recipe.kl_per_token,
        text=recipe.kl_per_text,
    )
    _backward(loss)
    return loss.item()


def _backward(loss: Tensor) -> None:
    loss.backward()  # type: ignore[no-untyped-call]


def _check_finite(numbers: Sequence[float], step: int) -> None:
    if not all(map(math.isfinite, numbers)):
        raise LearnerError(
            "Training went out of bounds",
            f"At step {step + 1} a loss or gradient was not a finite number.",
            "Nothing was changed. Choose another file of this model if it happens again.",
        )
