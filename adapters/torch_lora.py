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
        tensors = {name: _array(linear) for name, linear in self._parts()}
        recipe = f"{self.recipe.version}-{self.recipe.hash}"
        return Lora(tensors, self.recipe.alpha, self.base.geometry, recipe)

    @torch.no_grad()
    def go_on_from(self, start: Lora) -> None:
        """Take the weights of another LoRA of the same form; KeyError where it lacks one."""
        for name, linear in self._parts():
            linear.weight.copy_(torch.from_numpy(start.tensors[name]))

    def _parts(self) -> Iterator[tuple[str, nn.Linear]]:
        """A and B of each changed weight, by their names in GGUF."""
        short = {projection: module for module, projection in _PROJECTIONS.items()}
        for path, layer in self.model.named_modules():
            if isinstance(layer, LoraLayer):
                parts = path.split(".")
                name = tensor_name(int(parts[parts.index("layers") + 1]), short[parts[-1]])
                yield f"{name}.lora_a", layer.lora_A["default"]
                yield f"{name}.lora_b", layer.lora_B["default"]


@contextmanager
def attached(
    base: TorchBase, recipe: Recipe, seed: int, start: Lora | None = None
) -> Iterator[TorchLora]:
    """Put a LoRA on the recipe's layers and modules of `base`: a fresh one, or one with the weights
    of `start`, which was made with the same recipe. It comes off at the end."""
    config = LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,
        target_modules=[_PROJECTIONS[module] for module in recipe.modules],
        layers_to_transform=list(recipe.layers(base.n_layers)),
        layers_pattern="layers",
        lora_dropout=0.0,
        bias="none",
    )
    with torch.random.fork_rng(devices=()):  # PEFT draws on the processor, wherever it trains
        torch.default_generator.manual_seed(seed)
        model = LoraModel(base.model, config, "default")
        for layer in model.modules():  # PEFT gives a LoRA the precision of the weights beside it
            if isinstance(layer, LoraLayer):
                layer.lora_A.float()
                layer.lora_B.float()
    try:
        weights = [weight for weight in model.parameters() if weight.requires_grad]
        lora = TorchLora(model, weights, base, recipe)
        if start is not None:
            lora.go_on_from(start)
        yield lora
    finally:
        model.unload()


def _array(linear: nn.Linear) -> Array:
    copied: Array = linear.weight.detach().cpu().numpy().copy()
    return copied
