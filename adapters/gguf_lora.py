"""A LoRA as the GGUF file that llama.cpp attaches, made and read in memory.

`gguf.GGUFWriter` writes to named files only, and an adapter must never be on disk in the clear;
the format is small, so it is written here (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md,
version 3) and the tests read it back with `gguf` and llama.cpp. Same adapter, same bytes.

llama.cpp prints every key and value of an adapter in its log: nothing personal goes there, only
what it needs, the hash of the base and the recipe's.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from adapters.errors import LearnerError
from adapters.gguf_base import MODULES, Geometry, open_base
from adapters.phrases import phrase
from adapters.recipe import Recipe

Array = np.ndarray[Any, np.dtype[np.float32]]

_MAGIC, _VERSION, _ALIGNMENT = b"GGUF", 3, 32
_FLOAT, _STRING = 6, 8  # kinds of metadata values
_F32 = 0  # kind of tensor


@dataclass(frozen=True, slots=True)
class Lora:
    """An adapter's tensors by their GGUF names, with rows in the order of transformers.

    For each changed weight `<name>.lora_a` [rank, in] and `<name>.lora_b` [out, rank]; it adds
    alpha / rank * B A to the weight (Hu et al. 2021, arXiv 2106.09685).
    """

    tensors: Mapping[str, Array]
    alpha: float
    geometry: Geometry
    recipe: str


@dataclass(frozen=True, slots=True)
class LoraFile:
    """What `read` finds: metadata (strings and floats) and fp32 tensors, as stored."""

    metadata: dict[str, str | float]
    tensors: dict[str, Array]


def tensor_name(layer: int, module: str) -> str:
    """The GGUF name of the weight of one of `gguf_base.MODULES` in a layer."""
    return f"blk.{layer}.{MODULES[module]}.weight"


def export(lora: Lora, *, base_sha256: str) -> bytes:
    """The adapter as GGUF bytes for the base whose file has this hash."""
    metadata: dict[str, str | float] = {
        "general.architecture": lora.geometry.architecture,
        "general.type": "adapter",
        "adapter.type": "lora",
        "adapter.lora.alpha": float(lora.alpha),
        "reverie.base_sha256": base_sha256,
        "reverie.recipe": lora.recipe,
    }
    tensors = {name: _as_served(name, value, lora.geometry) for name, value in lora.tensors.items()}
    return _write(metadata, dict(sorted(tensors.items())))


def random_adapter(
    base: Path,
    *,
    seed: int,
    recipe: Recipe | None = None,
    size: float = 0.02,
    base_sha256: str = "",
) -> bytes:
    """An adapter of the recipe's shape with random weights, for benches and tests.

    `size` is the standard deviation of B's entries; A's are scaled like a trained adapter's.
    Raises LearnerError when the base cannot carry one.
    """
    recipe = recipe or Recipe()
    _, geometry = open_base(base)
    random = np.random.default_rng(seed)
    tensors: dict[str, Array] = {}
    for layer in recipe.layers(geometry.n_layers):
        for module in recipe.modules:
            rows, columns = geometry.shape(module)
            down = random.standard_normal((recipe.rank, columns)) / np.sqrt(columns)
            up = random.standard_normal((rows, recipe.rank)) * size
            tensors[f"{tensor_name(layer, module)}.lora_a"] = down.astype(np.float32)
            tensors[f"{tensor_name(layer, module)}.lora_b"] = up.astype(np.float32)
    return export(Lora(tensors, recipe.alpha, geometry, "random"), base_sha256=base_sha256)


def read(data: bytes) -> LoraFile:
    """What an adapter made by `export` holds. Raises LearnerError for any other bytes."""
    try:
        return _read(data)
    except (struct.error, UnicodeDecodeError, ValueError, KeyError) as fault:
        raise LearnerError(
            phrase("Adapter is damaged"),
            phrase("The adapter's bytes are not what this program writes."),
            phrase("Go back to an earlier night, or let the next one make a new adapter."),
        ) from fault


def _as_served(name: str, value: Array, geometry: Geometry) -> Array:
    """Rows of B in the order of the GGUF weight that it is added to.

    The converter to GGUF turns each rotated head's two halves into neighbouring pairs; the rows
    of B are rows of the weight, so they move alike. A acts on the inputs, which do not move.
    """
    _, _, short, _, part = name.split(".")
    module = next(key for key, gguf_name in MODULES.items() if gguf_name == short)
    heads = geometry.rotated_heads(module)
    value = np.ascontiguousarray(value, dtype=np.float32)
    if part == "lora_a" or heads is None:
        return value
    halves = value.reshape(heads, 2, value.shape[0] // heads // 2, value.shape[1])
    return np.ascontiguousarray(halves.swapaxes(1, 2).reshape(value.shape))


def _write(metadata: Mapping[str, str | float], tensors: Mapping[str, Array]) -> bytes:
    head = bytearray(_MAGIC + struct.pack("<IQQ", _VERSION, len(tensors), len(metadata)))
    for key, value in metadata.items():
        if isinstance(value, str):
            head += _text(key) + struct.pack("<I", _STRING) + _text(value)
        else:
            head += _text(key) + struct.pack("<If", _FLOAT, value)
    body = bytearray()
    for name, tensor in tensors.items():
        sizes = tensor.shape[::-1]  # ggml counts the fastest dimension first
        head += _text(name) + struct.pack(f"<I{len(sizes)}Q", len(sizes), *sizes)
        head += struct.pack("<IQ", _F32, len(body))
        body += _padded(tensor.astype("<f4").tobytes())
    return _padded(bytes(head)) + bytes(body)


def _text(value: str) -> bytes:
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNMENT)


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int) -> bytes:
        if size > len(self.data) - self.at:
            raise ValueError("cut short")
        self.at += size
        return self.data[self.at - size : self.at]

    def numbers(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(layout, self.take(struct.calcsize(layout)))

    def text(self) -> str:
        return self.take(self.numbers("<Q")[0]).decode()


def _read(data: bytes) -> LoraFile:
    cursor = _Cursor(data)
    version, n_tensors, n_keys = cursor.numbers("<4x" + "IQQ") if data[:4] == _MAGIC else (0, 0, 0)
    if version != _VERSION:
        raise ValueError("not an adapter of ours")
    metadata = dict(_read_pair(cursor) for _ in range(n_keys))
    infos = [_read_info(cursor) for _ in range(n_tensors)]
    start = cursor.at + -cursor.at % _ALIGNMENT
    tensors: dict[str, Array] = {}
    for name, shape, offset in infos:
        cursor.at = start + offset
        size = 4 * int(np.prod(shape, dtype=object))
        tensors[name] = np.frombuffer(cursor.take(size), "<f4").reshape(shape)
    return LoraFile(metadata, tensors)


def _read_pair(cursor: _Cursor) -> tuple[str, str | float]:
    key, (kind,) = cursor.text(), cursor.numbers("<I")
    if kind not in (_STRING, _FLOAT):
        raise ValueError("a kind of value that we do not write")
    return key, cursor.text() if kind == _STRING else cursor.numbers("<f")[0]


def _read_info(cursor: _Cursor) -> tuple[str, tuple[int, ...], int]:
    name, (n_dims,) = cursor.text(), cursor.numbers("<I")
    if n_dims != 2:
        raise ValueError("LoRA tensors are matrices")
    sizes, (kind, offset) = cursor.numbers("<2Q"), cursor.numbers("<IQ")
    if kind != _F32:
        raise ValueError("LoRA tensors are fp32")
    return name, (sizes[1], sizes[0]), offset
