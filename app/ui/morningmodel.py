"""What is told in the morning, without a widget; seen once, it is not told again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ledger import Memory, MemoryState
from app.services import Reverie
from app.services.mornings import Morning
from app.ui.runner import Problem, Runner

LOOK_AGAIN_MS = 15 * 60 * 1000


class MorningModel(QObject):
    """`morning` is None when there is nothing to tell. Lives on the UI thread."""

    changed = Signal()
    approved = Signal()  # what was proposed is decided: memories are others
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.morning: Morning | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN_MS)
        self._look.timeout.connect(self.refresh)
        self._look.start()

    def refresh(self) -> None:
        """What is shown already stays shown until it is dismissed, with what has changed."""
        read = self._services.mornings.read
        self._runner.latest("morning", lambda: read(_now()), self._show, lane="morning")

    def see(self) -> None:
        """It was on the screen: the next start does not tell it again."""
        self._runner.in_turn("morning", lambda: self._services.mornings.see(_now()))

    def dismiss(self) -> None:
        self._runner.overtake("morning")
        self.morning = None
        self.changed.emit()
        self.see()

    def decide(self, memory: Memory, state: MemoryState) -> None:
        """A proposed one is approved (ACTIVE) or left out (EXCLUDED)."""
        self._change(lambda: self._services.memories.set_state([memory.id], state))

    def _change(self, work: Callable[[], object]) -> None:
        def done(_: object) -> None:
            self.refresh()
            self.approved.emit()

        def failed(problem: Problem) -> None:
            self.refresh()
            self.problem.emit(problem)

        self._runner.in_turn("morning", work, done, failed)

    def _show(self, morning: Morning) -> None:
        if self.morning is None and not morning.is_news:
            return
        shown = self.morning
        if shown is not None and not morning.is_news:  # seen by now: its night is no news any more
            morning = Morning(
                shown.night,
                morning.proposals,
                morning.waiting,
                morning.missed,
                is_news=False,
            )
        if morning != shown:
            self.morning = morning
            self.changed.emit()


def _now() -> datetime:
    return datetime.now().astimezone()
