"""A real workspace for each test over one open profile: the real store, the real engine."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import Reverie
from app.services.drafts import NEW, QUICK
from app.ui import language
from app.ui.desktop import Desktop
from app.ui.garbage import Collector
from app.ui.message import ReplyMessage
from app.ui.runner import Runner
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from tests.support.watchdog import Watchdog

HERE = Path(__file__).parent
OFFSCREEN_NOISE = "This plugin does not support"  # window hints, raise(): no window manager here
PASSPHRASE = "correct horse battery staple"
PATIENCE_MS = 60_000
SHORT_REPLY = 24  # tokens
Open = Callable[..., Desktop]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE))


@pytest.fixture(scope="package", autouse=True)
def collector(qapp: QApplication) -> Iterator[Collector]:
    """As in the program: what a test leaves is collected on this thread, never on a worker."""
    made = Collector()
    yield made
    made.end()


@pytest.fixture(scope="module", autouse=True)
def nothing_left(collector: Collector) -> Iterator[None]:
    """The windows of one file are gone before those of the next are made."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def german() -> Iterator[None]:
    assert language.choose("de") == "de"
    yield
    language.choose("en")


@pytest.fixture
def watchdog(look: Theme) -> Watchdog:
    """`with watchdog: …` fails when the UI thread is busy for more than 100 ms at a stretch."""
    return Watchdog()


@pytest.fixture(scope="session")
def services(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reverie]:
    """One profile for all tests of the window; each test begins a conversation of its own."""
    with Reverie.open(tmp_path_factory.mktemp("gui") / "profile", lambda: PASSPHRASE) as opened:
        opened.change_settings(max_tokens=SHORT_REPLY, temperature=0.0)
        opened.models.start()
        yield opened


@pytest.fixture
def workspace(qtbot: QtBot, look: Theme, services: Reverie) -> Iterator[Workspace]:
    runner = Runner()
    for place in (NEW, QUICK):  # of the test before; what it corrected would be an example, too
        services.drafts.write(place, "")
    services.store.signals.forget([signal.id for signal in services.signals.all()])
    services.store.memories.forget([memory.id for memory in services.memories.all()])
    with services.store._handle.transaction() as db:
        for table in ("receipts", "adapters", "nights"):
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - one of the names above
    made = Workspace(services, runner)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(lambda: made.chat_page.header.model.text().startswith("SmolLM2"))
    yield made
    qtbot.waitUntil(lambda: made.chat.live is None, timeout=PATIENCE_MS)
    runner.close()


@pytest.fixture
def ask(qtbot: QtBot, workspace: Workspace) -> Callable[[str], ReplyMessage]:
    """Sends through the composer and waits for the stored reply."""

    def send(text: str) -> ReplyMessage:
        workspace.chat_page.composer.set_text(text)
        workspace.chat_page.composer.button.click()
        qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=PATIENCE_MS)
        found = workspace.chat_page.transcript.last_reply()
        assert found is not None, workspace.banner.problem
        key = found.message.id
        qtbot.waitUntil(lambda: any(m.id == key for m in workspace.chat.now.messages))
        return found

    return send


@pytest.fixture
def open_desktop(
    qtbot: QtBot, look: object, starter: Path, profile: Path
) -> Iterator[Callable[..., Desktop]]:
    made: list[Desktop] = []

    def open_one(passphrase: Callable[[], str] | None = None) -> Desktop:
        desktop = Desktop(profile, passphrase)
        made.append(desktop)
        desktop.open()
        return desktop

    yield open_one
    for desktop in made:
        leave(qtbot, desktop)
        desktop.window.deleteLater()


def leave(qtbot: QtBot, desktop: Desktop) -> None:
    if not desktop._closing:
        with qtbot.waitSignal(desktop.ended, timeout=PATIENCE_MS):
            desktop.window.close()


def arrive(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: desktop.window.workspace is not None, timeout=PATIENCE_MS)
