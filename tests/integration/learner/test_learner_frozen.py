"""What is made fast for training is what transformers computes, both ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from adapters import packing, torch_base
from adapters.frozen import HalfLinear, Norm, halve, products
from adapters.gguf_base import FAMILIES
from adapters.packing import pack
from adapters.recipe import Recipe
from adapters.torch_base import TorchBase
from adapters.torch_lora import attached
from tests.support.tiny_gguf import write_tiny

TEXTS = [(1, 40, 41, 42, 2), (1, 40, 41, 50, 51, 52, 2), (1, 40, 41, 42, 60, 2)]
ROUNDING = 0.05
"""Of a few layers in bfloat16, each of which keeps a number to within 0.4 %."""


def drawn(*shape: int, seed: int = 1, dtype: torch.dtype = torch.float64) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(shape, generator=generator, dtype=dtype)


def distance(ours: Tensor, theirs: Tensor) -> float:
    return float(((ours - theirs).norm() / theirs.norm()).detach())


def test_a_norm_is_torchs_both_ways() -> None:
    given, scale = drawn(5, 3, 8).requires_grad_(), drawn(8, seed=2)
    norm = Norm(scale, 1e-5)
    assert torch.allclose(norm(given), torch.nn.functional.rms_norm(given, (8,), scale, 1e-5))
    assert torch.autograd.gradcheck(norm, given)


def test_turning_back_is_the_way_back() -> None:
    angles = drawn(5, 1, 4, seed=3)
    cos, sin = (torch.cat((part, part), dim=-1) for part in (angles.cos(), angles.sin()))
    heads = drawn(5, 3, 8).requires_grad_()
    assert torch.allclose(packing._turned(packing._turned(heads, (cos, sin)), (cos, -sin)), heads)
    assert torch.autograd.gradcheck(lambda it: packing._turned(it, (cos, sin)), heads)


def test_joined_products_are_those_of_each_layer() -> None:
    block = torch.nn.Module()
    for name, width in (("q_proj", 8), ("k_proj", 4), ("v_proj", 4)):
        setattr(block, name, torch.nn.Linear(16, width, bias=name != "v_proj"))
    halve(block, 1e-5)
    layers = [block.q_proj, block.k_proj, block.v_proj]
    assert all(isinstance(layer, HalfLinear) for layer in layers)
    given = drawn(6, 16, dtype=torch.float32)
    for part, layer in zip(products(given, *layers), layers, strict=True):
        assert torch.allclose(part, layer(given), rtol=0.01, atol=1e-3)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("modules", [("down",), ("q", "v", "gate", "o")], ids=" ".join)
def test_the_fast_base_pulls_a_lora_where_the_exact_one_does(
    family: str, modules: tuple[str, ...], tmp_path: Path
) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", family)
    exact = torch_base.load(path, threads=1, exact=True)
    fast = torch_base.load(path, threads=1, exact=True)
    halve(fast.model.model, fast.geometry.norm_epsilon, torch_base._norm_centre(family))
    fast = replace(fast, precision="bf16")
    ours, theirs = (pulls(base, replace(Recipe(), modules=modules)) for base in (fast, exact))
    assert 0 < distance(ours, theirs) < ROUNDING


def pulls(base: TorchBase, recipe: Recipe) -> Tensor:
    """What a LoRA is asked to change, all in one."""
    where = pack(TEXTS, base.device)
    hidden = where.gather([base.below(text, 0) for text in TEXTS])
    weight = drawn(len(where.positions), base.geometry.hidden, seed=4, dtype=torch.float32)
    with attached(base, recipe, seed=1) as lora:
        with torch.no_grad():
            for number, part in enumerate(lora.weights):
                part.add_(0.05 * drawn(*part.shape, seed=number, dtype=torch.float32))
        (base.above(hidden, where, 0) * weight).sum().backward()  # type: ignore[no-untyped-call]
        return torch.cat([part.grad.flatten() for part in lora.weights if part.grad is not None])


@pytest.mark.parametrize("family", FAMILIES)
def test_rows_that_nobody_reads_may_be_left_out(family: str, tmp_path: Path) -> None:
    base = torch_base.load(write_tiny(tmp_path / "tiny.gguf", family), threads=1, exact=True)
    where = pack(TEXTS, base.device)
    hidden = where.gather([base.below(text, 0) for text in TEXTS])
    only = torch.tensor([4, 0, 4, 7])
    whole = base.above(hidden, where, 0)
    assert torch.allclose(base.above(hidden, where, 0, only), whole[only], atol=1e-5)
