"""Random LoRAs as GGUF: what they do to a model is no use to anybody, but differs by their seed."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np


def random_lora(
    path: Path,
    seed: int = 1,
    *,
    strength: float = 0.05,
    arch: str = "llama",
    shape: tuple[int, int] = (1536, 576),
    layers: range = range(12, 30),
) -> bytes:
    """By default on `ffn_down` of the starter's upper layers. Written to `path` on the way."""
    random = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, arch)
    writer.add_string("general.type", "adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 16.0)
    rank, (n_in, n_out) = 8, shape
    for layer in layers:
        name = f"blk.{layer}.ffn_down.weight"
        a, b = random.normal(size=(rank, n_in)), random.normal(size=(n_out, rank))
        writer.add_tensor(f"{name}.lora_a", (a * strength).astype(np.float32))
        writer.add_tensor(f"{name}.lora_b", (b * strength).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path.read_bytes()
