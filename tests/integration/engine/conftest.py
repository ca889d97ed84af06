"""Real models, real adapters, real processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import gguf
import numpy as np
import pytest

from adapters.runtime import Base
from app.engine.client import Engine

LoraMaker = Callable[..., bytes]


@pytest.fixture(scope="session")
def shared_base(starter: Path) -> Iterator[Base]:
    base = Base(starter)
    yield base
    base.close()


@pytest.fixture
def base(shared_base: Base) -> Base:
    """The starter with no adapter and an empty cache."""
    shared_base.attach(None)
    return shared_base


@pytest.fixture(scope="session")
def shared_engine(starter: Path) -> Iterator[Engine]:
    engine = Engine(starter)
    yield engine
    engine.close()


@pytest.fixture
def engine(shared_engine: Engine) -> Engine:
    """A running engine with no adapter."""
    shared_engine.set_adapter(None, None)
    return shared_engine


@pytest.fixture
def own_engine(starter: Path) -> Iterator[Engine]:
    """For tests that break it."""
    engine = Engine(starter, n_ctx=1024)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def make_lora(tmp_path_factory: pytest.TempPathFactory) -> LoraMaker:
    """Random LoRAs, by default on `ffn_down` of the starter's upper layers, as GGUF bytes."""

    def make(
        seed: int = 1,
        *,
        strength: float = 0.05,
        arch: str = "llama",
        shape: tuple[int, int] = (1536, 576),
        layers: range = range(12, 30),
    ) -> bytes:
        path = tmp_path_factory.mktemp("lora") / "lora.gguf"
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

    return make
