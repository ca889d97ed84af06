"""Fixtures of the store's tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from store_support import KEY, adapter, night, signal

from app.store import Store, keyfile, open_store


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def store(profile: Path) -> Iterator[Store]:
    with open_store(profile, KEY) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with some rows; copied, never opened, by the tests."""
    profile = tmp_path_factory.mktemp("sample") / "profile"
    with open_store(profile, KEY) as store:
        store.signals.add_many([signal(f"s{i}", "words " * 40) for i in range(40)])
        store.promote(night("n"), adapter("a", b"weights", night="n"), b"weights")
    return profile


@pytest.fixture
def copy(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample, tmp_path / "copy"))


@pytest.fixture(autouse=True)
def no_real_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps the machine's own keyring out of the tests."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)


@pytest.fixture(autouse=True)
def quick_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfile, "DEFAULT_COST", keyfile.Cost(n=2**4))
