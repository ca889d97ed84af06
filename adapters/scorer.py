"""States of texts under the model in training, at the least cost.

The layers below the first trained one are computed once per text and kept; above them, texts go
together, packed; the output head needs only the places that somebody asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from adapters.examples import Tokens
from adapters.packing import pack
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
        if known is None:
            known = self.base.below(tokens, self.first_layer)
            self.remember(tokens, known)
        return known

    def remember(self, tokens: Tokens, hidden: Tensor) -> None:
        """What enters the first trained layer for `tokens`, computed before. Where that is the
        first of all, it is a row of the embedding for each token, and looked up when needed."""
        if self.first_layer and tokens not in self._hidden and self._bytes < _CACHE_BYTES:
            self._hidden[tokens] = hidden.cpu()  # a card needs its room for what is computed
            self._bytes += hidden.nbytes

    def states(self, texts: Sequence[Tokens], places: Sequence[Tensor]) -> Tensor:
        """What enters the output head [total, width] at the given places of each text, one text
        after another; the state of a place predicts the token after it."""
        where = pack(texts, self.base.device)
        hidden = where.gather([self.hidden(tokens) for tokens in texts])
        wanted = [where.rows_of(text, at) for text, at in enumerate(places)]
        return self.base.above(hidden, where, self.first_layer, torch.cat(wanted))
