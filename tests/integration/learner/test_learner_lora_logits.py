"""An exported adapter does in llama.cpp what it did in torch, for every module it may sit on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from adapters import gguf_lora, torch_base, torch_lora
from adapters.gguf_base import FAMILIES, MODULES
from adapters.packing import pack
from adapters.recipe import Recipe
from adapters.runtime import Base
from tests.integration.learner.test_learner_torch_base import limit
from tests.support import llama_reference
from tests.support.tiny_gguf import write_tiny

TOKENS = [1, *range(40, 90), 2]
ALL = Recipe(modules=tuple(MODULES), rank=4, alpha=12.0, first_layer_fraction=0.5)


def logits_of(base: torch_base.TorchBase, tokens: list[int], layer: int) -> np.ndarray:
    hidden = base.below(tokens, layer)
    return base.logits(base.above(hidden, pack([tokens], base.device), layer)).cpu().numpy()


def with_random_lora(
    path: Path, recipe: Recipe, tokens: list[int] = TOKENS
) -> tuple[np.ndarray, bytes]:
    """(torch logits, exported bytes) of the base with an adapter that changes a lot."""
    base = torch_base.load(path, threads=1, exact=True)
    first = recipe.layers(base.n_layers).start
    with torch_lora.attached(base, recipe, seed=3) as lora, torch.no_grad():
        random = torch.Generator().manual_seed(5)
        for weight in lora.weights:
            weight.copy_(torch.randn(weight.shape, generator=random) / weight.shape[-1] ** 0.5 / 3)
        logits = logits_of(base, tokens, first)
        return logits, gguf_lora.export(lora.export(), base_sha256="0" * 64)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("modules", [tuple(MODULES), ("q",), ("k",), ("gate", "up", "down")])
def test_exact_on_fp32(family: str, modules: tuple[str, ...], tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", family)
    recipe = Recipe(modules=modules, rank=4, alpha=12.0, first_layer_fraction=0.5)
    ours, adapter = with_random_lora(path, recipe)
    plain, theirs = (llama_reference.logits(path, TOKENS, data) for data in (None, adapter))
    assert np.abs(ours - theirs).max() < limit(family)
    assert np.abs(plain - theirs).max() > 0.1  # the adapter did something


@pytest.mark.parametrize("family", FAMILIES)
def test_quantized_no_further_apart_than_without(family: str, tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", family, "Q4_K_M")
    base = torch_base.load(path, threads=1, exact=True)
    with torch.no_grad():
        plain = logits_of(base, TOKENS, 0)
    without = np.abs(plain - llama_reference.logits(path, TOKENS)).mean()
    ours, adapter = with_random_lora(path, ALL)
    assert np.abs(ours - llama_reference.logits(path, TOKENS, adapter)).mean() < 1.5 * without


def test_the_starter(starter: Path) -> None:
    tokens = [1, 4093, 198, 19161, 253, 1165, 19024, 288, 502, 24206, 30, 2, 198, 1, 520, 9531, 198]
    base = torch_base.load(starter, threads=1, exact=True)
    with torch.no_grad():
        plain = logits_of(base, tokens, 0)
    without = np.abs(plain - llama_reference.logits(starter, tokens)).mean()
    recipe = Recipe(modules=tuple(MODULES), rank=16, alpha=48.0, first_layer_fraction=0.4)
    ours, adapter = with_random_lora(starter, recipe, tokens)
    theirs = llama_reference.logits(starter, tokens, adapter)
    assert np.abs(ours - theirs).mean() < 1.5 * without
    assert np.abs(plain - theirs).mean() > 3 * without


def test_rows_of_q_left_in_their_old_order_would_be_seen(tmp_path: Path) -> None:
    """That the test above can fail: the same adapter without the permutation is far off."""
    path = write_tiny(tmp_path / "tiny.gguf", "llama")
    ours, adapter = with_random_lora(path, Recipe(modules=("q",), rank=4, first_layer_fraction=0.5))
    stored = gguf_lora.read(adapter)
    halves = {
        name: tensor.reshape(4, 32, 2, -1).swapaxes(1, 2).reshape(tensor.shape)
        if name.endswith("lora_b")
        else tensor
        for name, tensor in stored.tensors.items()
    }
    wrong = gguf_lora._write(stored.metadata, halves)
    assert np.abs(ours - llama_reference.logits(path, TOKENS, wrong)).max() > 0.1


def test_it_attaches_where_it_is_served(tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", "llama", "Q8_0")
    base = Base(path, n_ctx=256, n_threads=1)
    try:
        before = base.logprobs(TOKENS, 1)
        base.attach(gguf_lora.random_adapter(path, seed=1, size=0.3))
        changed = base.logprobs(TOKENS, 1)
        base.attach(None)
        assert np.abs(changed - before).max() > 0.1
        assert np.array_equal(base.logprobs(TOKENS, 1), before)
    finally:
        base.close()
