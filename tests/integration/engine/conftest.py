"""Real models, real adapters, real processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.runtime import Base
from app.engine.client import Engine
from tests.support.loras import random_lora

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
        return random_lora(path, seed, strength=strength, arch=arch, shape=shape, layers=layers)

    return make
