"""How the conversation that is open is to be answered, and the presets, without a single widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.ledger import Setup
from app.services import Reverie
from app.ui.chatmodel import ChatModel
from app.ui.runner import Problem, Runner

LONGEST_NAME = 60


class SetupModel(QObject):
    """Each change is in force at once and stored in the background, one after the other."""

    changed = Signal()  # `now` or `presets` is new
    problem = Signal(object)  # Problem: the change is not stored

    def __init__(
        self, services: Reverie, runner: Runner, chat: ChatModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._conversations = services.conversations
        self._models = services.models
        self._stored = services.store.presets
        self._runner = runner
        self._chat = chat
        self._waiting: dict[str, Setup] = {}
        self._writing = False
        self.presets: dict[str, Setup] = {}
        chat.opened.connect(self.changed)
        self.refresh()

    @property
    def now(self) -> Setup:
        here = self._chat.now.conversation
        if here is None:
            return self._chat.setup
        return self._waiting.get(here.id, here.setup)

    @property
    def is_own(self) -> bool:
        return self.now != Setup()

    def usual_system(self) -> str:
        """What the model is told where the conversation has no words of its own."""
        return self._models.system_prompt()

    def change(self, **values: Any) -> None:
        self.use(replace(self.now, **values))

    def use(self, setup: Setup) -> None:
        if setup == self.now:
            return
        here = self._chat.now.conversation
        if here is None:
            self._chat.setup = setup
        else:
            self._waiting[here.id] = setup
            self._chat.now = replace(self._chat.now, conversation=replace(here, setup=setup))
            self._write()
        self.changed.emit()

    # presets

    def refresh(self) -> None:
        self._runner.latest("presets", self._stored.all, self._show)

    def save_preset(self, name: str) -> None:
        """What is set now, under that name, which may be there already."""
        name, setup = " ".join(name.split())[:LONGEST_NAME], self.now
        if name:
            self._change(lambda: self._stored.save(name, setup))

    def delete_preset(self, name: str) -> None:
        self._change(lambda: self._stored.delete(name))

    def _change(self, work: Callable[[], object]) -> None:
        self._runner.in_turn("presets", work, lambda _: self.refresh())

    def _show(self, presets: dict[str, Setup]) -> None:
        self.presets = presets
        self.changed.emit()

    # storing

    def _write(self) -> None:
        if self._writing or not self._waiting:
            return
        self._writing = True
        key, setup = next(iter(self._waiting.items()))

        def written() -> None:
            self._writing = False
            if self._waiting.get(key) == setup:
                del self._waiting[key]
            self._chat.listing.refresh()
            self._write()

        def failed(problem: Problem) -> None:
            self._waiting.pop(key, None)
            written()
            self.problem.emit(problem)

        self._runner.call(
            lambda: self._conversations.set_up(key, setup), lambda _: written(), failed
        )
