"""The quick prompt over an open workspace: it appears, is asked, and what it taught is read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Signal
from app.services import Reverie
from app.ui.presence import Presence
from app.ui.quickprompt import QuickPrompt
from app.ui.window import Window
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS


def presence_over(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[Presence]:
    """A tray, a key and a quick prompt beside the workspace, until nothing runs any more."""
    window = Window()
    qtbot.addWidget(window)
    made = Presence(services, workspace._runner, window, workspace)
    yield made
    qtbot.waitUntil(lambda: not made.quick.running, timeout=PATIENCE_MS)
    made.close()
    made.delete()


def prompt_of(qtbot: QtBot, presence: Presence) -> QuickPrompt:
    presence.prompt.appear()
    qtbot.waitUntil(presence.prompt.isActiveWindow)
    return presence.prompt


def ask(qtbot: QtBot, prompt: QuickPrompt, text: str) -> None:
    qtbot.keyClicks(prompt.field, text)
    qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not prompt._model.answering, timeout=PATIENCE_MS)


def signals_of(services: Reverie, prompt: QuickPrompt) -> list[Signal]:
    asked = prompt._model.now
    return services.gestures.signals_of(asked.conversation).get(asked.message.id, [])
