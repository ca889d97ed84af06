"""Several texts as one run of tokens: nothing is padding, and what texts begin with in common is
computed once.

Prompts share their first third: the system prompt, and the chat template around it. A text is a
path in a trie of tokens; each node is one row of the packed run. Everything in a layer but
attention works on rows alone. Attention gathers the rows of each text, and since it is causal, a
shared row comes out the same in every text, so it is read back from the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from adapters import frozen


@dataclass(frozen=True, slots=True)
class Pack:
    """positions [rows]: each row's place in its text. grid [texts * longest]: the row of each
    place of each text, padded with row 0. home [rows]: where in the grid a row is read back.
    owners [rows]: (text, place) that `home` stands for."""

    positions: Tensor
    grid: Tensor
    home: Tensor
    paths: tuple[tuple[int, ...], ...]
    longest: int

    def rows_of(self, text: int, places: Tensor) -> Tensor:
        """The rows of some places of a text."""
        return torch.tensor(self.paths[text], device=self.home.device)[places]

    def gather(self, hidden: Sequence[Tensor]) -> Tensor:
        """Rows [rows, width] from each text's own states [length, width]."""
        parts = [states.to(self.home.device) for states in hidden]
        padded = torch.nn.utils.rnn.pad_sequence(parts, batch_first=True)
        return padded.flatten(0, 1)[self.home]


def pack(texts: Sequence[Sequence[int]], device: torch.device) -> Pack:
    """Lay out `texts`, which are token ids and not empty."""
    longest = max(map(len, texts))
    children: dict[tuple[int, int], int] = {}
    positions: list[int] = []
    home: list[int] = []
    paths: list[tuple[int, ...]] = []
    for number, text in enumerate(texts):
        row, path = -1, []
        for place, token in enumerate(text):
            known = children.get((row, token))
            if known is None:
                known = children[row, token] = len(positions)
                positions.append(place)
                home.append(number * longest + place)
            row = known
            path.append(row)
        paths.append(tuple(path))
    grid = [row for path in paths for row in (*path, *[0] * (longest - len(path)))]
    return Pack(
        torch.tensor(positions, device=device),
        torch.tensor(grid, device=device),
        torch.tensor(home, device=device),
        tuple(paths),
        longest,
    )


Attend = Callable[[Tensor, Tensor, Tensor], Tensor]
"""Causal attention over query [texts, heads, longest, size] and key and value of perhaps fewer
heads -> like query."""


def run_layer(
    layer: Any,
    hidden: Tensor,
    rotary: tuple[Tensor, Tensor],
    where: Pack,
    attend: Attend,
    *,
    only: Tensor | None = None,
) -> Tensor:
    """One decoder layer on packed rows [rows, width] -> the same, or only the rows numbered in
    `only`: nobody reads the others behind the last layer. Gemma 3 norms what comes out of attention
    and of the feed-forward block, too."""
    home = where.home if only is None else where.home[only]
    seen = _attention(layer.self_attn, layer.input_layernorm(hidden), rotary, where, attend)
    mixed = layer.self_attn.o_proj(seen.index_select(0, home))
    hidden = hidden if only is None else hidden.index_select(0, only)
    if not hasattr(layer, "post_feedforward_layernorm"):
        hidden = hidden + mixed
        fed: Tensor = hidden + layer.mlp(layer.post_attention_layernorm(hidden))
        return fed
    hidden = hidden + layer.post_attention_layernorm(mixed)
    fed = layer.mlp(layer.pre_feedforward_layernorm(hidden))
    normed: Tensor = hidden + layer.post_feedforward_layernorm(fed)
    return normed


def _attention(
    attention: Any, hidden: Tensor, rotary: tuple[Tensor, Tensor], where: Pack, attend: Attend
) -> Tensor:
    """What each place of each text has looked at: [rows, width] -> [texts * longest, width]."""

    def heads(product: Tensor, norm: Any = None) -> Tensor:
        split = product.view(len(hidden), -1, attention.head_dim)
        return split if norm is None else norm(split)

    layers = (attention.q_proj, attention.k_proj, attention.v_proj)
    query, key, value = frozen.products(hidden, *layers)
    query = _turned(heads(query, getattr(attention, "q_norm", None)), rotary)
    key = _turned(heads(key, getattr(attention, "k_norm", None)), rotary)
    mixed = attend(*(_by_text(rows, where) for rows in (query, key, heads(value))))
    return mixed.transpose(1, 2).flatten(2).flatten(0, 1)


def _by_text(rows: Tensor, where: Pack) -> Tensor:
    """[rows, heads, size] -> [texts, heads, longest, size]."""
    texts = rows.flatten(1).index_select(0, where.grid)
    return texts.view(-1, where.longest, *rows.shape[1:]).transpose(1, 2)


def _turned(heads: Tensor, rotary: tuple[Tensor, Tensor]) -> Tensor:
    """Rotary position embedding (Su et al. 2021, arXiv 2104.09864), halves rotated."""
    turned: Tensor = _Turned.apply(heads, *rotary)  # type: ignore[no-untyped-call]
    return turned


class _Turned(torch.autograd.Function):
    """A rotation, which the way back undoes."""

    @staticmethod
    def forward(ctx: Any, heads: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        ctx.save_for_backward(cos, sin)
        return _Turned.by(heads, cos, sin)

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        cos, sin = ctx.saved_tensors
        return _Turned.by(gradients[0], cos, -sin), None, None

    @staticmethod
    def by(heads: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        size = heads.shape[-1] // 2
        turned, sin = heads * cos, sin[..., :size]
        turned[..., :size].addcmul_(heads[..., size:], sin, value=-1)
        turned[..., size:].addcmul_(heads[..., :size], sin)
        return turned
