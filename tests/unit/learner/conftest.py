from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.runtime import Base
from tests.support.tiny_gguf import write_tiny


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf", hidden=64, feed_forward=64)


@pytest.fixture(scope="session")
def base(tiny: Path) -> Iterator[Base]:
    opened = Base(tiny, n_ctx=512, n_threads=1)
    yield opened
    opened.close()
