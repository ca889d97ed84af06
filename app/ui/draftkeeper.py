"""Keeps what is being written: at once in memory, and in the store when the person pauses."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.services.drafts import Drafts
from app.ui.runner import Runner

PAUSE_MS = 1000


class DraftKeeper(QObject):
    """Drafts by place (see `app.services.drafts`). Closing the services saves what is left."""

    def __init__(self, drafts: Drafts, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: runner.call(drafts.save))

    def text(self, place: str) -> str:
        return self._drafts.text(place)

    def write(self, place: str, text: str) -> None:
        if self._drafts.write(place, text):
            self._pause.start()

    def move(self, place: str, to: str) -> None:
        self.write(to, self.text(place))
        self.write(place, "")
