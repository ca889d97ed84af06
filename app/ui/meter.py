"""How full the context will be with what is typed: a small bar, and a word where it matters."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from app.services.context import Weight
from app.ui import reasonwords, theme
from app.ui.controls import Label, repolish, row
from app.ui.language import tr

WIDTH = 56  # design pixels


class Meter(QWidget):
    """A small bar, and a word beside it where something will happen on sending."""

    def __init__(self) -> None:
        super().__init__()
        self.warning = Label("", "notice")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.current().px(WIDTH))
        self.bar.setAccessibleName(tr("Room in the context"))
        self.setLayout(row(self.warning, self.bar, space=8))
        self.show_weight(None)

    def show_weight(self, weight: Weight | None) -> None:
        """None: nothing is known yet. Its place is kept, so that nothing jumps."""
        self.bar.setVisible(weight is not None)
        self.warning.setText(reasonwords.warning(weight) if weight else "")
        self.warning.setVisible(bool(self.warning.text()))
        if weight is None:
            return
        told = reasonwords.fullness(weight)
        self.bar.setRange(0, weight.room)
        self.bar.setValue(min(weight.tokens, weight.room))
        self.bar.setToolTip(told)
        self.bar.setAccessibleDescription(told)
        self.bar.setProperty("tone", "warn" if self.warning.text() else "calm")
        repolish(self.bar)
