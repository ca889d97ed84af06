"""Cyclic garbage is collected on the UI thread, between events, and nowhere else.

CPython collects on whichever thread allocates when the time has come. A timer that dies on a
worker thread cannot be stopped there and stays in the list of the thread that it ran on, which
then delivers an event to freed memory; a text cursor leaves its document while that is laid out.
Seen with PySide6 6.12: a segmentation fault in `QTimerInfoList::activateTimers`.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000


class Collector(QObject):
    """In place of automatic collection, for as long as it lives: looks every second whether as
    much was allocated as would have begun one (`gc.get_threshold`)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """As CPython does when the youngest generation has grown: collects the oldest that is due,
        and with it all that are younger."""
        counts, most = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > most[generation]]
        if most[0] and 0 in due:
            gc.collect(due[-1])

    def settle(self) -> None:
        """What stands now stays until the end: a full collection, which holds up the window, need
        not look through it each time (158 ms at worst with 200,000 objects)."""
        gc.freeze()

    def end(self) -> None:
        """Collects what is left, and leaves the rest to the interpreter again."""
        self._timer.stop()
        gc.collect()
        gc.enable()
