"""Work in small steps: as much of it as a frame takes is done at once, the rest in the next turns
of the event loop, so that nothing holds up the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

COST = 4000  # of a turn, in characters of prose to lay out


class Gradual(QObject):
    """One piece of work at a time; another takes the place of what is not done yet."""

    went_on = Signal()  # more is done than what was done at once

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[int] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._later)

    @property
    def busy(self) -> bool:
        return self._next.isActive()

    def begin(self, steps: Iterator[int]) -> None:
        """Each step tells what it cost."""
        self._next.stop()
        self._steps = steps
        self._turn()

    def _later(self) -> None:
        self._turn()
        self.went_on.emit()

    def _turn(self) -> None:
        spent = 0
        for cost in self._steps:
            spent += cost
            if spent >= COST:
                self._next.start()
                return
        self._next.stop()
