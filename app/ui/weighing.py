"""Weighs what is typed, before it is sent; the engine reads it ahead meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.services import Reverie
from app.services.context import Weight
from app.ui.chatmodel import ChatModel
from app.ui.composer import Composer
from app.ui.runner import Runner

PAUSE_MS = 300


class Weighing(QObject):
    """Asks for the weight a moment after a change, and so again and again while somebody types;
    keeps the last answer while the engine is busy."""

    def __init__(
        self, services: Reverie, runner: Runner, chat: ChatModel, composer: Composer
    ) -> None:
        super().__init__(composer)
        self._services = services
        self._runner = runner
        self._chat = chat
        self._composer = composer
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        composer.touched.connect(self.soon)
        chat.opened.connect(self._opened)
        chat.answered.connect(lambda *_: self.soon())
        chat.files.changed.connect(lambda _: self.soon())

    def soon(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _opened(self) -> None:
        """What is known is of another conversation."""
        self._runner.overtake("weight")
        self._composer.meter.show_weight(None)
        self.soon()

    def _ask(self) -> None:
        here, text = self._chat.now.conversation, self._composer.text().strip()
        conversation_id, setup = (here.id, here.setup) if here else (None, self._chat.setup)
        files = self._chat.files.ready(self._chat.place)
        self._runner.latest(
            "weight",
            lambda: self._services.chat.weigh(conversation_id, text, setup, files),
            self._show,
        )

    def _show(self, weight: Weight | None) -> None:
        if weight is not None:
            self._composer.meter.show_weight(weight)
