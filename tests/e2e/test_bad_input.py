"""Bad input at the command line: a title, a sentence, a remedy; exit code 3; nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def reverie(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *args],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def options(models_folder: Path, profile: Path, passphrase_file: Path) -> list[str]:
    return ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]


def assert_told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 3, (done.returncode, done.stderr)
    assert done.stdout == ""
    title, sentence, remedy = done.stderr.strip().split("\n")[:3]
    assert title
    assert sentence
    assert remedy
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


def test_help_needs_none_of_the_heavy_parts() -> None:
    code = (
        "import sys; import app.cli, app.domain.ledger, app.store, app.services;"
        "bad = {'torch', 'llama_cpp', 'PySide6', 'transformers'} & set(sys.modules);"
        "sys.exit(repr(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    shown = reverie("--help")
    assert shown.returncode == 0
    assert "sleep" in shown.stdout


@pytest.mark.parametrize("args", [["ask"], ["ask", "x", "--arm", "magic"], ["sleep"], ["dance"]])
def test_wrong_usage_is_two(args: list[str]) -> None:
    assert reverie(*args).returncode == 2


def test_empty_prompt(options: list[str]) -> None:
    assert_told(reverie(*options, "ask", "   "), "empty")


def test_prompt_longer_than_the_context(options: list[str]) -> None:
    assert_told(reverie(*options, "ask", "-", stdin="word " * 9000), "context")


def test_adapter_before_any_night(options: list[str]) -> None:
    assert_told(reverie(*options, "ask", "--arm", "adapter", "hello"), "sleep")


def test_a_broken_line_imports_nothing(options: list[str], tmp_path: Path) -> None:
    good = json.dumps({"prompt": "p", "reply": "r", "edited": "e", "kind": "edit"})
    file = tmp_path / "signals.jsonl"
    file.write_text(f"{good}\n{good[:-5]}\n")
    assert_told(reverie(*options, "signals", "import", str(file)), "Line 2", "Nothing was imported")
    listed = reverie(*options, "--json", "signals")
    assert json.loads(listed.stdout) == {"signals": []}


def test_missing_import_file(options: list[str], tmp_path: Path) -> None:
    assert_told(reverie(*options, "signals", "import", str(tmp_path / "none")), "none")


def test_too_few_signals_for_a_night(options: list[str], tmp_path: Path) -> None:
    file = tmp_path / "signals.jsonl"
    file.write_text(json.dumps({"prompt": "p", "reply": "r", "edited": "e", "kind": "edit"}))
    reverie(*options, "signals", "import", str(file))
    night = json.loads(reverie(*options, "--json", "sleep", "--now").stdout)
    assert night["outcome"] == "skipped"
    assert "1 correction so far" in night["reason"]
    assert "12 more" in night["reason"]


@pytest.mark.parametrize("content", [None, b"", b"GGUF", b"PK\x03\x04" + bytes(4000)])
def test_files_that_are_no_model(options: list[str], tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "model.gguf"
    if content is not None:
        file.write_bytes(content)
    assert_told(reverie(*options, "models", "use", str(file)), "model.gguf")


def test_a_truncated_model(options: list[str], tmp_path: Path, starter: Path) -> None:
    file = tmp_path / "cut.gguf"
    file.write_bytes(starter.read_bytes()[:20_000_000])
    assert_told(reverie(*options, "models", "use", str(file)), "cut.gguf")


def test_wrong_passphrase_changes_nothing(
    options: list[str], tmp_path: Path, profile: Path
) -> None:
    assert reverie(*options, "signals").returncode == 0
    before = {p: p.read_bytes() for p in profile.rglob("*") if p.is_file()}
    wrong = tmp_path / "wrong"
    wrong.write_text("not it\n")
    done = reverie("--profile", str(profile), "--passphrase-file", str(wrong), "signals")
    assert_told(done, "passphrase")
    assert {p: p.read_bytes() for p in profile.rglob("*") if p.is_file()} == before


def test_a_profile_where_nothing_can_be_written(passphrase_file: Path, models_folder: Path) -> None:
    done = reverie(
        "--profile", "/proc/reverie", "--passphrase-file", str(passphrase_file), "signals"
    )
    assert_told(done)


def test_no_display_says_what_to_do_instead() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert_told(done, "make demo")
