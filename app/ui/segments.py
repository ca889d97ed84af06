"""One of a few, side by side: the arrow keys move, as among radio buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.ui.controls import Button, row


class Segments(QWidget):
    """`chosen` with the number of the one that the person has chosen."""

    chosen = Signal(int)

    def __init__(self, name: str, labels: Sequence[str], chosen: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons = [Button("segment", label, name=f"{name}: {label}") for label in labels]
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            self._group.addButton(button, number)
        self.buttons[chosen].setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.setLayout(row(*self.buttons, space=2))

    @property
    def choice(self) -> int:
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        self.buttons[number].setChecked(True)
