"""Frozen parts, made fast for training: products at half the width, several at once, norms in few
passes.

bfloat16 keeps a quantized weight to within 0.2 %, far below its own rounding. Sums are taken in
float32 by the processor, and everything between two products stays in float32. Measured on a
processor with AVX512-BF16: 2.1 times as fast as float32 at this model's shapes.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

_SIDE_BY_SIDE = ("q_proj", "k_proj", "v_proj")
"""Products of one input, which run as one where none of them carries a LoRA."""


def halves_pay() -> bool:
    """Whether this processor multiplies bfloat16 itself."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def halve(model: nn.Module, epsilon: float, centre: float = 0.0) -> None:
    """Make every linear layer under `model` multiply in bfloat16 and every RMS norm a fast one, in
    place. `epsilon` is that of the norms, `centre` what their stored weights are added to."""
    for module in list(model.modules()):
        for name, child in module.named_children():
            if type(child) is nn.Linear:
                setattr(module, name, HalfLinear(child))
            elif name.endswith("norm"):
                setattr(module, name, Norm(child.get_parameter("weight") + centre, epsilon))
        together = [getattr(module, name, None) for name in _SIDE_BY_SIDE]
        _join([layer for layer in together if isinstance(layer, HalfLinear)])


class HalfLinear(nn.Linear):
    """A frozen linear layer with bfloat16 weights; takes and gives float32. `joint`: the matrix
    that its weight is a part of, with those of the layers beside it."""

    joint: Tensor | None = None

    def __init__(self, exact: nn.Linear) -> None:
        nn.Module.__init__(self)
        self.in_features, self.out_features = exact.in_features, exact.out_features
        self.weight = nn.Parameter(exact.weight.bfloat16(), requires_grad=False)
        self.bias = exact.bias

    def forward(self, given: Tensor) -> Tensor:
        return self.of(_Product.apply(given, self.weight))  # type: ignore[no-untyped-call]

    def of(self, product: Tensor) -> Tensor:
        """What the layer gives where its product is there already."""
        return product if self.bias is None else product + self.bias


def products(given: Tensor, *layers: nn.Module) -> list[Tensor]:
    """What each layer makes of the same input: in one product where their weights are joined."""
    plain = [layer for layer in layers if isinstance(layer, HalfLinear)]
    if len(plain) < len(layers):  # one of them carries a LoRA, or all are exact
        return [layer(given) for layer in layers]
    whole: Tensor = _Product.apply(given, plain[0].joint)  # type: ignore[no-untyped-call]
    parts = torch.split(whole, [layer.out_features for layer in plain], dim=-1)
    return [layer.of(part) for layer, part in zip(plain, parts, strict=True)]


class Norm(nn.Module):
    """RMS norm (Zhang and Sennrich 2019, arXiv 1910.07467) with a frozen scale, [..., width] -> the
    same; `RMSNorm` of transformers goes over what it is given twice as often, both ways."""

    def __init__(self, scale: Tensor, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(scale.detach(), requires_grad=False)
        self._epsilon = epsilon

    def forward(self, given: Tensor) -> Tensor:
        normed: Tensor = _Norm.apply(given, self.weight, self._epsilon)  # type: ignore[no-untyped-call]
        return normed


def _join(layers: list[HalfLinear]) -> None:
    """Put their weights into one matrix, without keeping them twice."""
    if not layers:
        return
    joint = torch.cat([layer.weight.detach() for layer in layers])
    parts = torch.split(joint, [layer.out_features for layer in layers])
    for layer, part in zip(layers, parts, strict=True):
        layer.weight = nn.Parameter(part, requires_grad=False)
        layer.joint = joint


class _Product(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, given: Tensor, weight: Tensor) -> Tensor:
        ctx.save_for_backward(weight)
        return functional.linear(given.bfloat16(), weight).float()

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        (weight,) = ctx.saved_tensors
        return (gradients[0].bfloat16() @ weight).float(), None


class _Norm(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, given: Tensor, scale: Tensor, epsilon: float) -> Tensor:
        square = torch.linalg.vector_norm(given, dim=-1, keepdim=True).square_()
        inverse = square.div_(given.shape[-1]).add_(epsilon).rsqrt_()
        ctx.save_for_backward(given, inverse, scale)
        normed: Tensor = (given * inverse).mul_(scale)
        return normed

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        given, inverse, scale = ctx.saved_tensors
        pull = gradients[0] * scale
        along = torch.linalg.vecdot(pull, given)[..., None]
        along = along.mul_(inverse.pow(3)).div_(-given.shape[-1])
        pull = torch.addcmul(pull.mul_(inverse), given, along)
        return pull, None, None
