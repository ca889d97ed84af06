"""The way in and out: passphrase, second start, geometry, and processes that end."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store.layout import Layout
from app.ui.geometry import FILE
from app.ui.single import SingleInstance, server_name, tell_running
from tests.gui.conftest import PASSPHRASE, PATIENCE_MS, Open, arrive, leave
from tests.support.story import LONG_STORY


def test_first_run_asks_twice_and_the_next_run_once(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    first = open_desktop()
    lock = first.window.start.lock
    qtbot.waitUntil(lock.isVisible)
    assert lock.second.isVisible()
    qtbot.keyClicks(lock.first, PASSPHRASE)
    qtbot.keyClicks(lock.second, "something else")
    lock.ok.click()
    assert "not the same" in lock.told.text()
    assert not Layout(profile).key_file.exists()
    lock.second.clear()
    qtbot.keyClicks(lock.second, PASSPHRASE)
    qtbot.keyClick(lock.second, Qt.Key.Key_Return)
    arrive(qtbot, first)
    leave(qtbot, first)

    again = open_desktop()
    lock = again.window.start.lock
    qtbot.waitUntil(lock.isVisible)
    assert not lock.second.isVisible()
    qtbot.keyClicks(lock.first, "a wrong passphrase")
    lock.ok.click()
    qtbot.waitUntil(lambda: lock.isVisible() and lock.told.isVisible(), timeout=PATIENCE_MS)
    assert again.window.workspace is None
    qtbot.keyClicks(lock.first, PASSPHRASE)
    lock.ok.click()
    arrive(qtbot, again)


def test_a_window_closed_before_the_passphrase_leaves_nothing(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    desktop = open_desktop()
    qtbot.waitUntil(desktop.window.start.lock.isVisible)
    leave(qtbot, desktop)
    assert not Layout(profile).key_file.exists()


def test_closing_ends_the_engine_and_frees_the_profile(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    desktop = open_desktop(lambda: PASSPHRASE)
    arrive(qtbot, desktop)
    shown = desktop.window.workspace
    qtbot.waitUntil(lambda: shown.serving._running is not None, timeout=PATIENCE_MS)
    child = psutil.Process(desktop.services.models.engine().pid)
    shown.chat.send(LONG_STORY)
    qtbot.waitUntil(lambda: bool(shown.chat.live and shown.chat.live.text), timeout=PATIENCE_MS)
    desktop.window.resize(777, 555)
    leave(qtbot, desktop)
    child.wait(5)
    kept = profile / FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    again = open_desktop(lambda: PASSPHRASE)
    arrive(qtbot, again)
    assert (again.window.width(), again.window.height()) == (777, 555)
    (conversation,) = again.services.conversations.all()
    question, answer = again.services.conversations.messages(conversation.id)
    assert question.text == LONG_STORY
    assert answer.partial
    assert answer.text


def test_a_profile_that_cannot_be_opened_is_told_in_the_window(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text("{")
    desktop = open_desktop(lambda: PASSPHRASE)
    banner = desktop.window.start.banner
    qtbot.waitUntil(banner.isVisible)
    assert banner.problem.known
    assert banner.again.isVisible()
    (profile / "settings.json").unlink()
    banner.again.click()
    arrive(qtbot, desktop)


def test_a_missing_model_is_offered_with_its_size(
    qtbot: QtBot,
    open_desktop: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REVERIE_MODELS", str(tmp_path / "empty"))
    desktop = open_desktop(lambda: PASSPHRASE)
    card = desktop.window.start.model
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE_MS)
    assert "98 MB" in card.get.text()
    not_a_model = tmp_path / "x.gguf"
    not_a_model.write_text("no")
    card.own_file.emit(str(not_a_model))
    banner = desktop.window.start.banner
    qtbot.waitUntil(banner.isVisible)
    assert banner.problem.known
    card.own_file.emit(str(Path(os.environ["STARTER"])))
    arrive(qtbot, desktop)


@pytest.fixture(autouse=True)
def starter_path(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STARTER", str(starter))


def test_a_second_start_raises_the_first(qtbot: QtBot, look: object, profile: Path) -> None:
    assert not tell_running(profile)
    first = SingleInstance(profile)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = (
        "import sys; from pathlib import Path; from app.ui.app import run;"
        f"sys.exit(run(Path({str(profile)!r}), None))"
    )
    with qtbot.waitSignal(first.told, timeout=PATIENCE_MS):
        second = subprocess.Popen([sys.executable, "-c", code], env=environment)
    until = time.monotonic() + 20
    while second.poll() is None and time.monotonic() < until:
        qtbot.wait(20)
    assert second.poll() == 0
    first.close()
    assert not tell_running(profile)
    assert not profile.exists()


def test_the_name_of_a_running_window_hides_its_path(profile: Path) -> None:
    assert str(profile) not in server_name(profile)
    assert server_name(profile) != server_name(profile / "other")


class Program:
    """The real one, in a process of its own; see `tests.support.real_desktop`."""

    def __init__(self, profile: Path, passphrase_file: Path) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.support.real_desktop",
                str(profile),
                str(passphrase_file),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    def ask(self, expression: str) -> object:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(expression + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def until(self, expression: str) -> None:
        until = time.monotonic() + PATIENCE_MS / 1000
        while self.ask(expression) is not True:
            assert time.monotonic() < until, expression
            time.sleep(0.05)


def test_a_start_while_another_window_closes_waits_for_it(
    starter: Path, profile: Path, passphrase_file: Path
) -> None:
    """Real processes. The first one cannot close its store before it is let."""
    lock = "desktop.services.store._handle._lock"
    first = Program(profile, passphrase_file)
    first.until("desktop.window.workspace is not None")
    first.ask(f"{lock}.acquire() and None")
    first.ask("desktop.close()")
    second = Program(profile, passphrase_file)
    with first.process, second.process:
        second.until("'elsewhere' in desktop.window.start.waiting.text()")
        assert first.ask("desktop.window.isVisible()") is False
        first.ask(f"{lock}.release()")
        second.until("desktop.window.workspace is not None")
        second.ask("desktop.close()")
    assert (first.process.returncode, second.process.returncode) == (0, 0)
