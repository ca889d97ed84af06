"""What the person wrote, as it is: no wider than its longest line, and a long text in several
views, one right under the other, that come bit by bit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui import cutting, theme
from app.ui.controls import clear, column
from app.ui.gradual import Gradual
from app.ui.textview import TextView

WIDE = 720  # design pixels; a long text takes the room that there is


class PlainText(QWidget):
    """`grown` when more of a long text is there. `watcher` sees the events of its views."""

    grown = Signal()

    def __init__(self, name: str, watcher: QObject) -> None:
        super().__init__()
        self._name = name
        self._watcher = watcher
        self.views: list[TextView] = []
        self._column = column(space=0)
        self.setLayout(self._column)
        self._painting = Gradual(self)
        self._painting.went_on.connect(self.grown)

    @property
    def complete(self) -> bool:
        return not self._painting.busy

    def show_text(self, text: str) -> None:
        clear(self._column)
        self.views = []
        self._painting.begin(self._paint(cutting.lines(text)))

    def _paint(self, pieces: list[str]) -> Iterator[int]:
        width = theme.current().px(WIDE) if len(pieces) > 1 else 0
        for piece in pieces:
            view = TextView(self._name)
            view.installEventFilter(self._watcher)
            view.resize(self.width(), 1)  # it is laid out in this width from the start
            view.set_plain(piece)
            view.hug(width)
            self.views.append(view)
            self._column.addWidget(view)
            yield len(piece)
