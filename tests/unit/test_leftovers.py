"""Drafts in a folder that several processes write to, and what a killed one leaves there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.leftovers import draft_of, remove_leftovers
from adapters.replay import write_cache


@pytest.fixture
def dead() -> int:
    """The id of a process that was."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_a_draft_takes_the_place_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "a.json"
    with draft_of(path) as draft:
        draft.write_text("new")
        assert str(os.getpid()) in draft.name
        assert not path.exists()
    assert [file.name for file in path.parent.iterdir()] == ["a.json"]
    assert path.read_text() == "new"


def test_nothing_is_left_of_one_that_failed(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), draft_of(tmp_path / "a.json") as draft:
        draft.write_text("half")
        raise OSError("full")
    assert list(tmp_path.iterdir()) == []


def test_the_draft_of_a_process_that_lives_is_not_touched(tmp_path: Path, dead: int) -> None:
    """Two profiles that learn at once share the cache."""
    others, killed = tmp_path / f"a.{os.getppid()}.part", tmp_path / f"a.{dead}.part"
    others.write_text("half")
    killed.write_text("half")
    write_cache(tmp_path / "a.json", {"of": "ours"})
    assert others.read_text() == "half"
    assert not killed.exists()


def test_folders_go_too_and_other_names_stay(tmp_path: Path, dead: int) -> None:
    scratch = tmp_path / f".pull-{dead}-x"
    (scratch / "wheels").mkdir(parents=True)
    (scratch / "wheels" / "big").write_text("")
    (tmp_path / f"pull-{dead}").mkdir()
    remove_leftovers(tmp_path, re.compile(r"\.pull-(\d{1,9})-.*"))
    assert [path.name for path in tmp_path.iterdir()] == [f"pull-{dead}"]
