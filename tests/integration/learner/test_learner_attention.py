"""Attention in half precision is that of torch, and texts may be viewed by the base together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import Tensor

from adapters import attention, torch_base
from adapters.examples import Tokens
from adapters.recipe import Recipe
from adapters.teacher import Spoken, views_of
from tests.support.tiny_gguf import write_tiny

SHAPE = (3, 4, 29, 16)
ROUNDING = 0.01
"""A bfloat16 keeps a number to within 0.4 %."""


def drawn(seed: int, group: int = 1) -> list[Tensor]:
    """Query, key and value; as many heads share a key as `group` says."""
    generator = torch.Generator().manual_seed(seed)
    texts, heads, *rest = SHAPE
    shapes = (SHAPE, *[(texts, heads // group, *rest)] * 2)
    return [torch.randn(shape, generator=generator, requires_grad=True) for shape in shapes]


def distance(ours: Tensor, theirs: Tensor) -> float:
    return float(((ours - theirs).norm() / theirs.norm()).detach())


@pytest.mark.parametrize("group", [1, 2, 4])
@pytest.mark.parametrize("window", [None, 5, 29])
def test_it_is_torchs_attention_both_ways(window: int | None, group: int) -> None:
    given, pull = drawn(1, group), torch.randn(SHAPE, generator=torch.Generator().manual_seed(2))
    ours, theirs = attention.half(*given, window), attention.exact(*given, window)
    assert 0 < distance(ours, theirs) < ROUNDING
    gradients = torch.autograd.grad(ours, given, pull)
    for mine, exact in zip(gradients, torch.autograd.grad(theirs, given, pull), strict=True):
        assert distance(mine, exact) < ROUNDING


@pytest.mark.parametrize("attend", [attention.half, attention.exact])
def test_neighbouring_heads_share_a_key(attend: Callable[..., Tensor]) -> None:
    query, key, value = drawn(6, group=2)
    copied = [part.repeat_interleave(2, dim=1) for part in (key, value)]
    assert torch.allclose(attend(query, key, value), attend(query, *copied), atol=1e-6)


def test_no_place_sees_a_later_one() -> None:
    query, key, value = drawn(3)
    before = attention.half(query, key, value)
    with torch.no_grad():
        key[:, :, 20:] += 5
        value[:, :, 20:] -= 5
    after = attention.half(query, key, value)
    assert torch.equal(before[:, :, :20], after[:, :, :20])
    assert not torch.equal(before[:, :, 20:], after[:, :, 20:])


@pytest.mark.parametrize("attend", [attention.half, attention.exact])
def test_a_window_ends_behind_its_last_place(attend: Callable[..., Tensor]) -> None:
    """Of five places, the own included: place 10 is seen by 14 and no longer by 15."""
    query, key, value = drawn(5)
    before = attend(query, key, value, 5)
    with torch.no_grad():
        value[:, :, 10] += 5
    moved = (attend(query, key, value, 5) - before).abs().amax(dim=(0, 1, 3)) > 0
    assert moved.nonzero().flatten().tolist() == [10, 11, 12, 13, 14]


def test_long_texts_are_left_to_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    given = drawn(4)
    monkeypatch.setattr(attention, "_LARGEST_TABLE", 3 * 4 * 29 * 29 - 1)
    assert torch.equal(attention.half(*given), attention.exact(*given))
    assert torch.equal(attention.half(*given, 5), attention.exact(*given, 5))


def test_views_taken_together_are_those_taken_alone(tmp_path: Path) -> None:
    base = torch_base.load(write_tiny(tmp_path / "tiny.gguf"), threads=1, exact=True)
    tokens: list[Tokens] = [(1, 40, 41, 42, 2), (1, 40, 41, 50, 51, 52, 2), (1, 40, 41, 42, 60, 2)]
    texts = [Spoken(text, 3) for text in tokens]
    together = views_of(base, texts, Recipe())
    for text, view in zip(texts, together, strict=True):
        (alone,) = views_of(base, [text], Recipe())
        assert view.log_p.shape == (len(text.tokens) - 3,)
        assert torch.allclose(view.log_p, alone.log_p, atol=1e-5)
        assert torch.allclose(view.lesson.log_z, alone.lesson.log_z, atol=1e-5)
        assert torch.equal(view.lesson.top_ids, alone.lesson.top_ids)
        assert view.surprise == pytest.approx(alone.surprise, abs=1e-5)
