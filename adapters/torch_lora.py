"""A LoRA on a torch base, made by PEFT, and its tensors by their names in GGUF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from peft import LoraConfig, LoraModel
from peft.tuners.lora import LoraLayer
from torch import nn

from adapters.gguf_lora import Array, Lora, tensor_name
from adapters.recipe import Recipe
from adapters.torch_base import TorchBase

_PROJECTIONS = {
    "q": "q_proj",
    "k": "k_proj",
    "v": "v_proj",
    "o": "o_proj",
    "gate": "gate_proj",
    "up": "up_proj",
    "down": "down_proj",
}
"""The recipe's modules by their names in transformers."""


@dataclass(frozen=True, slots=True)
class TorchLora:
    """What is trained: A starts random, B at zero, so that it changes nothing at first."""

    model: Any
    weights: list[nn.Parameter]
    base: TorchBase
    recipe: Recipe

    def export(self) -> Lora:
        """A copy of the weights as they are now."""
        short = {projection: module for module, projection in _PROJECTIONS.items()}
        tensors: dict[str, Array] = {}
        for path, layer in self.model.named_modules():
            if isinstance(layer, LoraLayer):
                parts = path.split(".")
                name = tensor_name(int(parts[parts.index("layers") + 1]), short[parts[-1]])
                tensors[f"{name}.lora_a"] = _array(layer.lora_A["default"])
                tensors[f"{name}.lora_b"] = _array(layer.lora_B["default"])
        recipe = f"{self.recipe.version}-{self.recipe.hash}"
        return Lora(tensors, self.recipe.alpha, self.base.geometry, recipe)


@contextmanager
def attached(base: TorchBase, recipe: Recipe, seed: int) -> Iterator[TorchLora]:
    """Put a fresh LoRA on the recipe's layers and modules of `base`; it comes off at the end."""
    config = LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,
        target_modules=[_PROJECTIONS[module] for module in recipe.modules],
        layers_to_transform=list(range(recipe.first_layer(base.n_layers), base.n_layers)),
        layers_pattern="layers",
        lora_dropout=0.0,
        bias="none",
    )
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = LoraModel(base.model, config, "default")
        for layer in model.modules():  # PEFT gives a LoRA the precision of the weights beside it
            if isinstance(layer, LoraLayer):
                layer.lora_A.float()
                layer.lora_B.float()
    try:
        weights = [weight for weight in model.parameters() if weight.requires_grad]
        yield TorchLora(model, weights, base, recipe)
    finally:
        model.unload()


def _array(linear: nn.Linear) -> Array:
    copied: Array = linear.weight.detach().cpu().numpy().copy()
    return copied
