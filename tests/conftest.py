"""Fixtures over real parts: the real starter model, real stores, no network beyond loopback."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does: no test is timed.
settings.register_profile("reverie", deadline=None)
settings.load_profile("reverie")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("LANGUAGE", None)
os.environ["LC_ALL"] = "C.UTF-8"  # the program that a test starts speaks English on any machine


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """All data stays on the device: a test that reaches out fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        local = self.family == socket.AF_UNIX or str(address[0]) in (
            "127.0.0.1",
            "::1",
            "localhost",
        )
        assert local, f"a test tried to reach {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def starter() -> Path:
    """The starter model, as `make test` put it into the models folder."""
    from app.engine import catalogue

    path = catalogue.find(catalogue.STARTER).path
    assert path.is_file(), "run `reverie models pull smollm2-135m-instruct` first"
    return path


@pytest.fixture(scope="session")
def models_folder(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A models folder of the run's own: caches start empty and leave nothing behind."""
    folder = tmp_path_factory.mktemp("models")
    (folder / starter.name).symlink_to(starter)
    before = os.environ.get("REVERIE_MODELS")
    os.environ["REVERIE_MODELS"] = str(folder)
    yield folder
    if before is None:
        del os.environ["REVERIE_MODELS"]
    else:
        os.environ["REVERIE_MODELS"] = before


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("correct horse battery staple\n")
    file.chmod(0o600)
    return file
