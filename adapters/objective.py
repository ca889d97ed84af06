"""The losses of a night, each with its source. Pure functions of tensors.

All sums are in fp32. Positions are rows: logits [n, vocabulary] score one target token each.
"""

from __future__ import annotations

import torch
from torch import Tensor

_FULL = 1.0 - 1e-6
"""The most probability that the top-k may hold together: rounding must not make the tail's
logarithm infinite."""


def supervised(log_p: Tensor, weights: Tensor, counted: float) -> Tensor:
    """Weighted negative log-likelihood of a step's tokens, over the number of tokens that count in
    an average step.

    The divisor is the same for all steps: with each step's own, a token of a long text would weigh
    less than one of a short text, because texts of like length go together. And the weight is
    absolute: a batch of tokens with weight 0.2 pulls with a fifth of the force, as it would not if
    the sum of weights were the divisor. Compare the selective loss of Rho-1 (Lin et al. 2024,
    arXiv 2404.07965). log_p, weights [n] -> scalar.
    """
    return -(weights * log_p).sum() / max(counted, 1.0)


def hindsight(log_p: Tensor, advantage: Tensor) -> Tensor:
    """Lifts the tokens of a logged reply that the base finds likelier after seeing how the user
    corrected it, and lowers the others: -mean of advantage * log p, with the advantage fixed.

    Aligning Language Models from User Interactions (arXiv 2603.12273), on logged replies, without
    sampling: the advantage is log p(y_t | x, o) - log p(y_t | x), o what the user said afterwards.
    log_p, advantage [n] -> scalar.
    """
    return -(advantage * log_p).mean()


def rise(gain: Tensor, slope: float) -> Tensor:
    """The half of APO-zero that lifts what the user preferred: 1 - sigmoid(slope * gain).

    `gain` [...] is log pi(y) - log pi_base(y), summed over the tokens that the edit changed. The
    two halves add up to APO-zero (D'Oosterlinck et al. 2024, arXiv 2408.06266), which lifts the
    chosen and lowers the rejected text each for itself. DPO's difference of the two can instead
    push both down when the texts are nearly the same, as edits are (Razin et al. 2024, arXiv
    2410.08847); scoring only the changed tokens is that paper's other advice. Both halves are
    bounded in [0, 1] and their pull fades as they are satisfied.
    """
    return 1.0 - torch.sigmoid(slope * gain)


def fall(gain: Tensor, slope: float) -> Tensor:
    """The other half of APO-zero, which lowers what the user replaced or rejected."""
    return torch.sigmoid(slope * gain)


def forward_kl(student: Tensor, top_log_p: Tensor) -> Tensor:
    """KL(base || student) per position over the base's top-k and one bucket for all the rest.

    Knowledge distillation (Hinton et al. 2015, arXiv 1503.02531) with the base as its own
    teacher; forward KL to the base is what predicts forgetting (RL's Razor, arXiv 2509.04259).
    Merging outcomes into a bucket can only lower a KL, so this is a lower bound of the exact one.
    student, top_log_p: log p [n, k] of the same tokens under the student and the base -> [n].
    """
    inside = (top_log_p.exp() * (top_log_p - student)).sum(dim=-1)
    base_tail, student_tail = _log_tail(top_log_p), _log_tail(student)
    return inside + base_tail.exp() * (base_tail - student_tail)


def clamped_mean(
    per_token: Tensor,
    lengths: list[int],
    weights: list[tuple[float, float]],
    *,
    opening: int,
    token: float,
    text: float,
) -> Tensor:
    """Mean over texts of each text's mean and the mean of its first `opening` tokens, each times
    its weight. No token counts more than `token` nats and no mean more than `text`: one odd text
    must not steer a step (after iSDFT's budget, arXiv 2609.24646).

    per_token [sum of lengths], weights (whole, opening) of each text -> scalar.
    """
    parts = torch.split(per_token.clamp(max=token), lengths)
    means = [
        whole * part.mean().clamp(max=text) + first * part[:opening].mean().clamp(max=text)
        for (whole, first), part in zip(weights, parts, strict=True)
    ]
    return torch.stack(means).mean()


def _log_tail(top_log_p: Tensor) -> Tensor:
    """log of the probability outside the given tokens: [n, k] -> [n]."""
    inside = top_log_p.logsumexp(dim=-1).exp().clamp(max=_FULL)
    return torch.log1p(-inside)
