"""The output head over the tokens that a night is about, and log-probabilities from it.

A small model spends a third of a training step on logits of tokens that neither the user nor the
base ever considers here. So only those that somebody writes, or that the base holds likely, are
computed (a quarter of the starter's vocabulary); what the base gives to all others together stays
what it was, as one constant for each place. Before the first step that is exact.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from adapters.torch_base import TorchBase

_LEAST_TAIL = -60.0
"""Log of a probability that is as good as none."""


class Head:
    """Scores the tokens `vocabulary` [v], full ids in ascending order."""

    def __init__(self, base: TorchBase, vocabulary: Tensor) -> None:
        self._index = torch.full((base.vocabulary_size,), -1, device=base.device)
        self._index[vocabulary] = torch.arange(len(vocabulary), device=base.device)
        self._weight = base.head_weight[vocabulary].contiguous()
        self._half = self._weight.bfloat16() if base.precision == "bf16" else None

    def places_of(self, ids: Tensor) -> Tensor:
        """Where in the vocabulary these tokens are, same shape. All must be in it."""
        return self._index[ids.to(self._index.device, torch.int64)]

    def log_tail(self, hidden: Tensor, log_z: Tensor) -> Tensor:
        """log of the exp-sum over all tokens that are left out, where `log_z` is that over all:
        [n, width], [n] of any device -> [n] of the base's."""
        hidden, log_z = hidden.to(self._weight.device), log_z.to(self._weight.device)
        known = functional.linear(hidden, self._weight).logsumexp(dim=-1)
        left = torch.log1p(-(known - log_z).exp().clamp(max=1.0))
        return log_z + left.clamp(min=_LEAST_TAIL)

    def log_p(self, hidden: Tensor, places: Tensor, tail: Tensor) -> Tensor:
        """log p [n, k] of the tokens at `places` [n, k] of the vocabulary, after states
        [n, width], with `tail` [n] for all tokens that are left out."""
        half = self._weight if self._half is None else self._half
        scores: Tensor = _LogP.apply(hidden, self._weight, half, places, tail)  # type: ignore[no-untyped-call]
        return scores


class _LogP(torch.autograd.Function):
    """Product, normalisation and choice in one, so that the wide matrix is passed over once each
    way. Logits are float32: eight bits of mantissa would blur them; their gradient may be half."""

    @staticmethod
    def forward(ctx: Any, *given: Any) -> Any:
        hidden, weight, half, places, tail = given
        logits = functional.linear(hidden, weight)
        log_z = torch.logaddexp(logits.logsumexp(dim=-1), tail)
        ctx.save_for_backward(logits, log_z, half, places)
        return logits.gather(1, places) - log_z[:, None]

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        (given,) = gradients
        logits, log_z, half, places = ctx.saved_tensors
        pull = logits.sub_(log_z[:, None]).exp_()  # no second backward: the buffer is spent
        pull.mul_(-given.sum(dim=1, keepdim=True)).scatter_add_(1, places, given)
        return (pull.to(half.dtype) @ half).float(), None, None, None, None
