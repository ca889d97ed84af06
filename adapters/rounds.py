"""The first training of a night, in rounds: another one as long as it helps rows held out from it.

How often a text may be visited depends on what is learned from it. A style that is corrected here
and there is still being learned after the eighth visit; letters typed as a whole are known by heart
after the fifth, and so are sixteen rows in all after the twentieth. What was not trained on tells
the difference (early stopping; Prechelt 1998, "Early stopping, but when?"); see decision 26.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Protocol

from adapters.examples import Example
from adapters.gguf_lora import Lora
from adapters.recipe import Recipe, Stage
from adapters.teacher import TOGETHER, Spoken, views_of
from adapters.torch_base import TorchBase
from adapters.torch_lora import attached
from adapters.trainer import OutOfBounds, Trained


class Training(Protocol):
    """`trainer.train` with everything but these."""

    def __call__(self, *, start: Lora | None = ..., stage: Stage = ...) -> Trained: ...


def run(
    base: TorchBase,
    recipe: Recipe,
    held_out: Sequence[Example],
    train: Training,
    checkpoint: Callable[[], None],
) -> Trained:
    """Train from the base, and on, until `held_out` is likeliest or the rounds are over. Without
    anything held out there is one round. A later round that goes out of bounds counts for nothing.
    """
    chosen = train(stage=Stage.FIRST)
    texts = sorted(held_out, key=lambda it: (len(it.tokens), it.id))
    if recipe.rounds == 1 or not texts:
        return chosen
    found = [nll(base, recipe, chosen.lora, texts, checkpoint)]
    while len(found) < recipe.rounds:
        try:
            further = train(start=chosen.lora, stage=Stage.AGAIN)
        except OutOfBounds:
            break
        found.append(nll(base, recipe, further.lora, texts, checkpoint))
        if not found[-1] < found[-2]:
            break
        history = (*chosen.history, *further.history)
        chosen = replace(further, steps=len(history), history=history, before=chosen)
    return replace(chosen, held_out_nll=tuple(found))


def nll(
    base: TorchBase,
    recipe: Recipe,
    lora: Lora,
    texts: Sequence[Example],
    checkpoint: Callable[[], None],
) -> float:
    """Nats per token of the texts with the adapter, over the tokens that would be learned; each
    text counts alike. Infinite where it is not a number."""
    scores = []
    with attached(base, recipe, 0, lora):
        for start in range(0, len(texts), TOGETHER):
            checkpoint()
            few = texts[start : start + TOGETHER]
            views = views_of(base, [Spoken.of(text) for text in few], recipe)
            for text, view in zip(few, views, strict=True):
                counted = [
                    float(log_p)
                    for log_p, weight in zip(view.log_p, text.weights, strict=True)
                    if weight
                ]
                if counted:
                    scores.append(-fmean(counted))
    mean = fmean(scores) if scores else math.inf
    return mean if math.isfinite(mean) else math.inf
