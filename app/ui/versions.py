"""Which version of a message is shown, and the way to its siblings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.controls import Button, Label, row
from app.ui.language import tr


class Versions(QWidget):
    """`2 of 3` between two arrows; hidden while there is one version only. `chosen` with an id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[str] = ()
        self._at = 0
        self.back = Button(
            "icon", icon="chevron-left", name=tr("Earlier version"), on=lambda: self._go(-1)
        )
        self.forth = Button(
            "icon", icon="chevron-right", name=tr("Later version"), on=lambda: self._go(1)
        )
        self.told = Label("", "caption")
        self.setLayout(row(self.back, self.told, self.forth, space=0))
        self.hide()

    def show_versions(self, shown: str, ids: Sequence[str]) -> None:
        """`ids` in the order of arrival, `shown` among them."""
        self._ids = ids if shown in ids else (shown,)
        self._at = list(self._ids).index(shown)
        at, total = self._at + 1, len(self._ids)
        self.told.setText(tr("{at} of {total}", at=at, total=total))
        self.told.setAccessibleName(tr("Version {at} of {total}", at=at, total=total))
        self.back.setEnabled(self._at > 0)
        self.forth.setEnabled(self._at < len(self._ids) - 1)
        self.setVisible(len(self._ids) > 1)

    def _go(self, step: int) -> None:
        self.chosen.emit(self._ids[self._at + step])
