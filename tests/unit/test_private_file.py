"""A file that leaves the profile: its mode, what is there already, and a disk that is full."""

from __future__ import annotations

import resource
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.services.privatefile import write_private

MOST = 4096


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few pages."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("replace", [False, True])
def test_it_is_for_its_owner_alone_and_nothing_lies_beside_it(
    tmp_path: Path, replace: bool
) -> None:
    path = tmp_path / "style.gguf"
    if replace:
        path.write_bytes(b"old")
        path.chmod(0o644)
    open_draft = tmp_path / "style.gguf.part"
    open_draft.touch(0o666)
    write_private(path, b"new", replace=replace)
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600
    assert sorted(file.name for file in tmp_path.iterdir()) == ["style.gguf", "style.gguf.part"]
    assert open_draft.read_bytes() == b""


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "style.gguf"
    path.write_bytes(b"old")
    with pytest.raises(KnownError, match="already there"):
        write_private(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("replace", [False, True])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, full_disk: None, replace: bool
) -> None:
    path = tmp_path / "style.gguf"
    if replace:
        path.write_bytes(b"old")
    with pytest.raises(KnownError, match="could not be exported"):
        write_private(path, b"x" * 2 * MOST, replace=replace)
    assert [file.name for file in tmp_path.iterdir()] == (["style.gguf"] if replace else [])
    assert not replace or path.read_bytes() == b"old"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be exported"):
        write_private(tmp_path / "none" / "style.gguf", b"new")
