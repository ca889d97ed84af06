"""The mark of a corrected reply: unfolds the word-level diff, and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Signal as LedgerSignal
from app.ui import theme, worddiff
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.textview import TextView


class Correction(QWidget):
    """`Corrected`, with what was changed folded underneath."""

    taken_back = Signal(str)  # the id of the edit signal

    def __init__(self) -> None:
        super().__init__()
        self._edit: LedgerSignal | None = None
        self.mark = Button("mark", "Corrected", icon="chevron-right", on=self.toggle)
        self.back = Button("quiet", "Take back", icon="undo", on=self._take_back)
        self.mark.setAccessibleDescription("Shows or hides what you changed in this reply")
        self.back.setToolTip("Forget this correction and show what the model wrote")
        self._diff = TextView("What you changed")
        self._legend = Label(
            f"{worddiff.MINUS} written by the model    + written by you", "caption", wrap=True
        )
        self._panel = Panel("inset")
        self._panel.setLayout(column(self._diff, self._legend, margins=(16, 14, 16, 12)))
        self._panel.hide()
        head = row(self.mark, self.back, None, space=4)
        outer = column(space=8)
        outer.addLayout(head)
        outer.addWidget(self._panel)
        self.setLayout(outer)
        theme.current().changed.connect(self._paint)

    def show_edit(self, edit: LedgerSignal) -> None:
        self._edit = edit
        self._paint()

    @property
    def unfolded(self) -> bool:
        return not self._panel.isHidden()

    def toggle(self) -> None:
        self._panel.setVisible(not self.unfolded)
        self.mark.set_icon("chevron-down" if self.unfolded else "chevron-right")
        self._paint()

    def _paint(self) -> None:
        if self._edit is None or not self.unfolded:
            return
        parts = worddiff.diff(self._edit.reply, self._edit.edited or "")
        self._diff.set_html(f"<p>{worddiff.to_html(worddiff.fold(parts))}</p>")
        self._diff.setAccessibleDescription(worddiff.spoken(parts))

    def _take_back(self) -> None:
        if self._edit is not None:
            self.taken_back.emit(self._edit.id)
