"""Adapter files: sealed, bound to their adapter, and refused when anything about them changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from store_support import KEY, OTHER_KEY, adapter

from app.store.errors import AdapterAlteredError, AdapterMissingError
from app.store.vault import Vault

DATA = b"GGUF" + bytes(range(256)) * 8
ONE = adapter("one", DATA)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "adapters", KEY)


def file_of(vault: Vault, identity: str = "one") -> Path:
    return vault._folder / f"{identity}.bin"


def test_round_trip_and_nothing_in_the_clear(vault: Vault) -> None:
    vault.write(ONE, DATA)
    assert vault.read(ONE) == DATA
    content = file_of(vault).read_bytes()
    assert b"GGUF" not in content
    assert bytes(range(64)) not in content
    assert [path.name for path in vault._folder.iterdir()] == ["one.bin"]


def test_the_same_bytes_are_sealed_differently_each_time(vault: Vault) -> None:
    vault.write(ONE, DATA)
    first = file_of(vault).read_bytes()
    vault.write(ONE, DATA)
    assert file_of(vault).read_bytes() != first


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=some.floats(0, 1, exclude_max=True), flip=some.integers(1, 255))
def test_any_altered_byte_is_refused(vault: Vault, place: float, flip: int) -> None:
    vault.write(ONE, DATA)
    content = bytearray(file_of(vault).read_bytes())
    content[int(place * len(content))] ^= flip
    file_of(vault).write_bytes(content)
    with pytest.raises(AdapterAlteredError):
        vault.read(ONE)


@pytest.mark.parametrize("size", [0, 3, 4, 10, 16, 20, 40, -1])
def test_any_cut_is_refused(vault: Vault, size: int) -> None:
    vault.write(ONE, DATA)
    file_of(vault).write_bytes(file_of(vault).read_bytes()[:size])
    with pytest.raises(AdapterAlteredError):
        vault.read(ONE)


@pytest.mark.parametrize(
    "changed",
    [
        {"night": "night-other"},
        {"base": "0ther"},
        {"sha256": "0" * 64},
    ],
)
def test_it_belongs_to_its_night_base_and_hash(vault: Vault, changed: dict[str, str]) -> None:
    vault.write(ONE, DATA)
    with pytest.raises(AdapterAlteredError):
        vault.read(replace(ONE, **changed))


def test_a_file_in_anothers_place_is_refused(vault: Vault) -> None:
    other = adapter("two", DATA, night=ONE.night)
    vault.write(ONE, DATA)
    vault.write(other, DATA)
    file_of(vault, "two").write_bytes(file_of(vault, "one").read_bytes())
    with pytest.raises(AdapterAlteredError):
        vault.read(other)


def test_another_key_does_not_open_it(vault: Vault) -> None:
    vault.write(ONE, DATA)
    with pytest.raises(AdapterAlteredError):
        Vault(vault._folder, OTHER_KEY).read(ONE)


def test_missing(vault: Vault) -> None:
    with pytest.raises(AdapterMissingError):
        vault.read(ONE)


def test_bytes_that_are_not_what_the_row_says_are_not_written(vault: Vault) -> None:
    with pytest.raises(AdapterAlteredError):
        vault.write(ONE, DATA + b"x")
    assert not vault._folder.exists()


@pytest.mark.parametrize("identity", ["", "../up", "a/b", "a\\b", ".hidden", "a" * 200, "a\n"])
def test_an_id_cannot_leave_the_folder(vault: Vault, identity: str) -> None:
    with pytest.raises(ValueError, match="file name"):
        vault.write(adapter(identity, DATA), DATA)
