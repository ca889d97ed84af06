"""Log-probabilities of texts under the model in training, at the least cost.

The layers below the first trained one are computed once per text and kept; above them, texts go
together, padded at their ends; the output head runs only at positions that somebody asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from adapters import objective
from adapters.examples import Example, Tokens
from adapters.torch_base import TorchBase

_CACHE_BYTES = 2 * 2**30
"""Hidden states kept; beyond that they are computed again when needed, with the same bits."""


class Scorer:
    """Scores texts with the layers from `first_layer` on, which may carry a LoRA."""

    def __init__(self, base: TorchBase, first_layer: int) -> None:
        self.base = base
        self.first_layer = first_layer
        self._hidden: dict[Tokens, Tensor] = {}
        self._bytes = 0

    def hidden(self, tokens: Tokens) -> Tensor:
        """[length, width]: what enters the first trained layer. Each text is computed alone, so
        that it does not depend on which others are trained on."""
        known = self._hidden.get(tokens)
        if known is not None:
            return known
        fresh = self.base.below(tokens, self.first_layer)
        if self._bytes < _CACHE_BYTES:
            self._hidden[tokens] = fresh
            self._bytes += fresh.nbytes
        return fresh

    def logits(self, hidden: Sequence[Tensor], rows: Sequence[Tensor]) -> Tensor:
        """Logits [total, vocabulary] at the given positions of each text, one text after another.

        `hidden[i]` is [length, width], `rows[i]` the positions in it. A position's logits predict
        the token after it.
        """
        padded = pad_sequence([states.to(self.base.device) for states in hidden], batch_first=True)
        above = self.base.above(padded, self.first_layer)
        wanted = [above[text, places] for text, places in enumerate(rows)]
        return self.base.logits(torch.cat(wanted))

    def log_probs(self, texts: Sequence[Example]) -> list[Tensor]:
        """For each text log p [targets] of its targets; 0 at those whose weight is 0."""
        marked = [self.weights(text) != 0 for text in texts]
        places = [
            text.target_start - 1 + mark.nonzero().flatten()
            for text, mark in zip(texts, marked, strict=True)
        ]
        logits = self.logits([self.hidden(text.tokens) for text in texts], places)
        targets = [
            torch.tensor(text.tokens, device=self.base.device)[place + 1]
            for text, place in zip(texts, places, strict=True)
        ]
        scores = objective.log_probs(logits, torch.cat(targets))
        parts = torch.split(scores, [len(place) for place in places])
        return [
            torch.zeros_like(mark, dtype=scores.dtype).masked_scatter(mark, part)
            for mark, part in zip(marked, parts, strict=True)
        ]

    def weights(self, text: Example) -> Tensor:
        """The weights of a text's targets, where the model is."""
        return torch.tensor(text.weights, device=self.base.device)
