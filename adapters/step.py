"""The loss of one training step: what the user wrote, what they threw away, and everything else.

All texts of a step go through the model together, packed. Four kinds of places are scored:
tokens that the user wrote or approved (supervised), tokens that they replaced or rejected
(preference), tokens of replies that were corrected (hindsight), and tokens at which the student is
held to what the base says (KL): replay, and the replies that the user accepted as the base wrote
them, which is how a person says "here, stay".
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from adapters import objective
from adapters.head import Head
from adapters.prepare import Held, Row, Scored
from adapters.recipe import Recipe
from adapters.scorer import Scorer

METRICS = ("supervised", "preference", "kl")
Metrics = dict[str, float]


def loss_of(
    scorer: Scorer,
    head: Head,
    rows: Sequence[Row],
    replay: Sequence[Held],
    recipe: Recipe,
    *,
    counted: float,
) -> tuple[Tensor, Metrics]:
    """The loss of a step, ready for backward, and its parts: supervised, preference, kl. `counted`
    is how many supervised tokens an average step has."""
    wanted = [row.wanted for row in rows if row.wanted]
    lifted = [(row.chosen, row.weight) for row in rows if row.chosen]
    lowered = [(row.rejected, row.weight) for row in rows if row.rejected]
    looked_back = [row.hindsight for row in rows if row.hindsight]
    judged = [text for text, _ in (*lifted, *lowered)]
    scored = [*wanted, *judged, *looked_back]
    held = [*(row.held for row in rows if row.held), *replay] if recipe.kl else []
    texts: list[Scored | Held] = [*scored, *held]
    if not texts:  # without KL, a step of nothing but replies that were taken as they were
        return torch.zeros((), requires_grad=True), dict.fromkeys(METRICS, 0.0)
    states = scorer.states([it.tokens for it in texts], [it.place for it in texts])
    n_scored = sum(len(it.place) for it in scored)
    zero = states.new_zeros(())
    supervised, preference, hindsight, kl = zero, zero, zero, zero
    if scored:
        log_p = iter(_log_p(head, states[:n_scored], scored))
        if wanted:
            weights = torch.cat([it.weight for it in wanted]).to(states.device)
            of_wanted = torch.cat([next(log_p) for _ in wanted])
            supervised = objective.supervised(of_wanted, weights, counted)
        slope = recipe.preference_slope
        for text, weight in lifted:
            preference = preference + weight * objective.rise(_gain(text, next(log_p)), slope)
        for text, weight in lowered:
            preference = preference + weight * objective.fall(_gain(text, next(log_p)), slope)
        preference = preference / len(rows)
        if looked_back:
            advantage = torch.cat([it.weight for it in looked_back]).to(states.device)
            hindsight = objective.hindsight(
                torch.cat([next(log_p) for _ in looked_back]), advantage
            )
    if held:
        kl = _kl(head, states[n_scored:], held, recipe)
    loss = recipe.supervised * supervised + preference + recipe.kl * kl
    loss = loss + recipe.hindsight * hindsight
    parts = zip(METRICS, (supervised, preference, kl), strict=True)
    return loss, {name: value.item() for name, value in parts}


def _log_p(head: Head, states: Tensor, texts: Sequence[Scored]) -> tuple[Tensor, ...]:
    token, tail = (torch.cat([getattr(it, name) for it in texts]) for name in ("token", "tail"))
    scores = head.log_p(states, token, tail)[:, 0]
    return torch.split(scores, [len(it.place) for it in texts])


def _gain(text: Scored, log_p: Tensor) -> Tensor:
    """How much likelier the marked tokens have become since the base, in nats."""
    return (text.weight.to(log_p.device) * log_p).sum() - text.base


def _kl(head: Head, states: Tensor, held: Sequence[Held], recipe: Recipe) -> Tensor:
    token, tail = (torch.cat([getattr(it, name) for it in held]) for name in ("token", "tail"))
    base = torch.cat([it.log_p for it in held]).to(states.device)
    per_token = objective.forward_kl(head.log_p(states, token, tail), base)
    return objective.clamped_mean(
        per_token,
        [len(it.place) for it in held],
        [(it.weight, it.opening) for it in held],
        opening=recipe.opening,
        token=recipe.kl_per_token,
        text=recipe.kl_per_text,
    )
