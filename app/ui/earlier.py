"""The quiet line where the model's view of a conversation begins: before it, a summary stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.controls import Button, Panel, column, row
from app.ui.language import mark, tr
from app.ui.textview import TextView

TEXT = mark("Earlier messages reach the model as a summary")


class EarlierLine(QWidget):
    """Unfolds to the summary."""

    def __init__(self, summary: str) -> None:
        super().__init__()
        self.unfold = Button("quiet", tr(TEXT), icon="chevron-right", on=self._toggle)
        self.unfold.setAccessibleDescription(tr("Shows or hides the summary that the model reads"))
        self.summary = TextView(tr("Summary of the earlier messages"))
        self.summary.set_plain(summary)
        self._panel = Panel("inset")
        self._panel.setLayout(column(self.summary, margins=(16, 14, 16, 12)))
        self._panel.hide()
        outer = column(space=8, margins=(0, 12, 0, 0))
        outer.addLayout(row(None, self.unfold, None))
        outer.addWidget(self._panel)
        self.setLayout(outer)

    def _toggle(self) -> None:
        self._panel.setVisible(self._panel.isHidden())
        self.unfold.set_icon("chevron-right" if self._panel.isHidden() else "chevron-down")
