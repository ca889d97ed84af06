"""Lines that outlive a run: gone on with, refused where they do not belong, never shared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.results import Lines

SETUP = {"recipe": "one"}
NAMES = ("user", "night")

HOLD = """
import sys
from pathlib import Path
from benchmarks.results import Lines
lines = Lines(Path(sys.argv[1]), {"recipe": "one"}, ("user", "night"))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_run_goes_on_where_one_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lines.jsonl"
    lines = Lines(path, SETUP, NAMES)
    lines.add({"user": "terse", "night": 1})
    del lines
    with path.open("a") as file:
        file.write('{"user": "terse", "nig')
    again = Lines(path, SETUP, NAMES)
    assert list(again.known) == [("terse", 1)]
    again.add({"user": "terse", "night": 2})
    del again
    assert list(Lines(path, SETUP, NAMES).known) == [("terse", 1), ("terse", 2)]


def test_lines_of_another_set_up_are_refused_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    Lines(path, SETUP, NAMES).add({"user": "terse", "night": 1})
    before = path.read_bytes()
    with pytest.raises(SystemExit, match="Name another file"):
        Lines(path, {"recipe": "two"}, NAMES)
    assert path.read_bytes() == before


def test_a_second_run_on_the_same_file_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    command = [sys.executable, "-c", HOLD, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdin and other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(SystemExit, match="Another run is writing"):
            Lines(path, SETUP, NAMES)
        other.kill()
    Lines(path, SETUP, NAMES).add({"user": "terse", "night": 1})


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    lines = Lines(None, SETUP, NAMES)
    lines.add({"user": "terse", "night": 1})
    assert list(lines.known) == [("terse", 1)]
    assert not list(tmp_path.iterdir())
