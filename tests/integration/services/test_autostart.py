"""Start at login: an entry that the desktop can read, and none once it is switched off."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import KnownError
from app.services import autostart

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the entry of freedesktop.org"
)


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


def words_of(text: str) -> list[str]:
    """An Exec line as the Desktop Entry Specification reads it: string escapes, then quoting."""
    (line,) = (row for row in text.split("\n") if row.startswith("Exec="))
    unescaped = _undo(line.removeprefix("Exec="), {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"})
    words, word, quoted, marks = [], "", False, iter(unescaped)
    for mark in marks:
        if mark == '"':
            quoted = not quoted
        elif mark == "\\" and quoted:
            word += next(marks)
        elif mark == " " and not quoted:
            words.append(word)
            word = ""
        else:
            word += mark
    return [one.replace("%%", "%") for one in [*words, word]]


def _undo(text: str, escapes: dict[str, str]) -> str:
    marks = iter(text)
    return "".join(escapes[next(marks)] if mark == "\\" else mark for mark in marks)


def test_on_and_off_again_leaves_nothing(config: Path) -> None:
    file = config / "autostart" / "reverie.desktop"
    assert not autostart.is_on()
    autostart.switch(True, None)
    assert autostart.is_on()
    assert words_of(file.read_text())[-1] == "--background"
    autostart.switch(False, None)
    assert not file.exists()
    assert not autostart.is_on()
    autostart.switch(False, None)


def test_a_profile_of_ones_own_is_named(config: Path, tmp_path: Path) -> None:
    profile = tmp_path / "my 100% $HOME `profile`"
    autostart.switch(True, profile)
    text = (config / "autostart" / "reverie.desktop").read_text()
    assert words_of(text) == autostart.command(profile)
    assert words_of(text)[-2:] == ["--profile", str(profile)]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)))
def test_every_word_comes_back_as_it_was(words: list[str]) -> None:
    line = " ".join(map(autostart.quoted, ["program", *words]))
    assert words_of(f"Exec={line}") == ["program", *words]


def test_the_command_starts_this_program(tmp_path: Path) -> None:
    """From any folder, also from one that has an `app` of its own."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__main__.py").write_text("raise SystemExit('the wrong app')")
    program = [*autostart.command(None), "--version"]
    said = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert said.stdout.startswith("reverie ")


def test_a_folder_that_cannot_be_written_is_told(config: Path) -> None:
    config.write_text("a file where the folder should be")
    with pytest.raises(KnownError):
        autostart.switch(True, None)
    assert not autostart.is_on()


def test_the_list_of_macos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    agent = autostart.LaunchAgent()
    agent.write(["/a/program", "--background"])
    kept = plistlib.loads(agent.file.read_bytes())
    assert (kept["ProgramArguments"], kept["RunAtLoad"]) == (["/a/program", "--background"], True)
    agent.remove()
    assert not agent.exists()
    assert os.environ["HOME"] == str(tmp_path)
