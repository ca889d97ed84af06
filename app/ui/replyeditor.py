"""A reply turned into an editor, in its own place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from app.ui.controls import Button, Label, Panel, column, row
from app.ui.growingtext import GrowingText


class ReplyEditor(QWidget):
    """`saved` with the new text, `cancelled`, and `caret` whenever the caret moves."""

    saved = Signal(str)
    cancelled = Signal()
    caret = Signal(QRect)

    def __init__(self, text: str) -> None:
        super().__init__()
        self._before = text
        self.field = GrowingText("Your version of the reply", most_lines=None, enter_breaks=True)
        self.field.set_text(text)
        self.field.breathe()
        self.save = Button("primary", "Save", on=self._save)
        self.cancel = Button("plain", "Cancel", on=self.cancelled.emit)
        self.save.setToolTip("Save (Ctrl+Enter)")
        self.cancel.setToolTip("Cancel (Esc)")
        hint = Label(
            "Write it as you would have. The difference is what Reverie learns.",
            "caption",
            wrap=True,
        )
        surface = Panel("editor")
        surface.setLayout(column(self.field, margins=(14, 12, 14, 12)))
        foot = row(hint, self.cancel, self.save, margins=(2, 0, 0, 0))
        foot.setStretch(0, 1)
        outer = column(space=10)
        outer.addWidget(surface)
        outer.addLayout(foot)
        self.setLayout(outer)
        self.setFocusProxy(self.field)
        self.field.submitted.connect(self._save)
        self.field.cancelled.connect(self.cancelled)
        self.field.cursorPositionChanged.connect(self._tell_caret)

    @property
    def changed(self) -> bool:
        return self.field.text() != self._before

    def text(self) -> str:
        return self.field.text()

    def set_busy(self, busy: bool) -> None:
        """While the correction is being stored."""
        self.save.setDisabled(busy)
        self.field.setReadOnly(busy)

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        if self.changed:
            self.saved.emit(self.text())
        else:
            self.cancelled.emit()

    def _tell_caret(self) -> None:
        self.caret.emit(self.field.cursorRect())
