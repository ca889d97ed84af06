from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import gguf_lora
from adapters.errors import LearnerError
from adapters.gguf_base import Geometry

GEOMETRY = Geometry("qwen2", 4, 16, 32, 4, 2, 4, 128, 10000.0, 1.0, 1e-5)


def lora(architecture: str = "qwen2", module: str = "down") -> gguf_lora.Lora:
    geometry = replace(GEOMETRY, architecture=architecture)
    rows, columns = geometry.shape(module)
    name = gguf_lora.tensor_name(3, module)
    random = np.random.default_rng(0)
    tensors = {
        f"{name}.lora_b": random.standard_normal((rows, 2)).astype(np.float32),
        f"{name}.lora_a": random.standard_normal((2, columns)).astype(np.float32),
    }
    return gguf_lora.Lora(tensors, 16.0, geometry, "1-abc")


GOOD = gguf_lora.export(lora(), base_sha256="5" * 64)


def test_written_and_read_back() -> None:
    stored = gguf_lora.read(GOOD)
    for name, tensor in lora().tensors.items():
        assert np.array_equal(stored.tensors[name], tensor)


def test_the_gguf_library_reads_it(tmp_path: Path) -> None:
    (tmp_path / "lora.gguf").write_bytes(GOOD)
    reader = gguf.GGUFReader(tmp_path / "lora.gguf")
    assert {tensor.name: tensor.data.shape for tensor in reader.tensors} == {
        "blk.3.ffn_down.weight.lora_a": (2, 32),
        "blk.3.ffn_down.weight.lora_b": (16, 2),
    }
    assert reader.get_field("adapter.lora.alpha").contents() == 16.0


def test_it_says_what_is_needed_and_nothing_about_anyone() -> None:
    assert gguf_lora.read(GOOD).metadata == {
        "general.architecture": "qwen2",
        "general.type": "adapter",
        "adapter.type": "lora",
        "adapter.lora.alpha": 16.0,
        "reverie.base_sha256": "5" * 64,
        "reverie.recipe": "1-abc",
    }


def test_same_adapter_same_bytes_in_any_order() -> None:
    turned = lora()
    turned = gguf_lora.Lora(dict(reversed(turned.tensors.items())), 16.0, GEOMETRY, "1-abc")
    assert gguf_lora.export(turned, base_sha256="5" * 64) == GOOD


@pytest.mark.parametrize(("module", "moves"), [("q", True), ("k", True), ("v", False)])
def test_rows_of_b_move_where_llama_rotates(module: str, moves: bool) -> None:
    ours = lora("llama", module)
    stored = gguf_lora.read(gguf_lora.export(ours, base_sha256=""))
    name = gguf_lora.tensor_name(3, module)
    before, after = ours.tensors[f"{name}.lora_b"], stored.tensors[f"{name}.lora_b"]
    assert np.array_equal(stored.tensors[f"{name}.lora_a"], ours.tensors[f"{name}.lora_a"])
    order = [0, 2, 1, 3] if moves else [0, 1, 2, 3]  # a head of four: halves become pairs
    assert np.array_equal(after[:4], before[order])


@given(st.data())
def test_damaged_bytes_are_an_error_and_never_a_crash(data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(GOOD)))
    flipped = bytearray(GOOD[:cut])
    for _ in range(data.draw(st.integers(0, 4))):
        if flipped:
            place = data.draw(st.integers(0, min(len(flipped), 600) - 1))
            flipped[place] = data.draw(st.integers(0, 255))
    try:
        stored = gguf_lora.read(bytes(flipped))
    except LearnerError:
        return
    assert all(tensor.ndim == 2 for tensor in stored.tensors.values())


def test_cut_short_is_noticed() -> None:
    with pytest.raises(LearnerError):
        gguf_lora.read(GOOD[:-40])
