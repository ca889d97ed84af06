"""Where the person writes: grows with the text, sends on Enter, stops a reply."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.controls import Button, ElidedLabel, Panel, column, repolish, row
from app.ui.filechips import FileRow
from app.ui.growingtext import GrowingText
from app.ui.language import mark, tr
from app.ui.meter import Meter

MOST_LINES = 9
PLACEHOLDER = mark("Write to Reverie")
WAITING = mark("This goes out as soon as the file is read. Esc keeps it here.")
QUEUED = mark("This goes out as soon as the reply is done. Esc keeps it here.")


class Composer(QWidget):
    """`sent` with the text (it stays until `clear`), `stopped`, `edit_last` on the up key, `attach`
    for the button, `files` for what is pasted. While it is `waiting`, the text goes out as soon as
    its files are read and no other reply is being written."""

    sent = Signal(str)
    stopped = Signal()
    edit_last = Signal()
    touched = Signal()
    attach = Signal()
    files = Signal(list)  # of Path

    def __init__(self) -> None:
        super().__init__()
        self._replying = False
        self.waiting = False
        self._place = self._notice = self._hint = ""
        self.field = GrowingText(tr("Message"), most_lines=MOST_LINES, enter_breaks=False)
        self.field.setPlaceholderText(tr(PLACEHOLDER))
        self.field.setAccessibleDescription(tr("Enter sends, Shift and Enter breaks the line"))
        self.button = Button("round", icon="send", name=tr("Send"), on=self._pressed)
        self.clip = Button("icon", icon="attach", name=tr("Attach files"), on=self.attach.emit)
        self.file_row = FileRow()
        self._surface = Panel("composer")
        inner = row(space=8)
        inner.addLayout(column(None, self.clip, space=0))
        inner.addWidget(self.field, 1, Qt.AlignmentFlag.AlignVCenter)
        inner.addLayout(column(None, self.button, space=0))
        whole = column(self.file_row, inner, space=8, margins=(12, 10, 10, 10))
        self._surface.setLayout(whole)
        self.hint = ElidedLabel("", "caption")
        self.meter = Meter()
        self._middle = QWidget()
        self._middle.setMaximumWidth(theme.current().px(720 + 24))
        below = row(self.hint, self.meter, space=12, margins=(18, 0, 18, 0))
        below.setStretch(0, 1)
        self._middle.setLayout(column(self._surface, below, space=8))
        layout = row(None, self._middle, None, margins=(12, 0, 12, 12))
        layout.setStretch(1, 1000)
        self.setLayout(layout)
        self.setFocusProxy(self.field)
        self.field.submitted.connect(self._submit)
        self.field.cancelled.connect(self._stop)
        self.field.up_in_empty.connect(self.edit_last)
        self.field.textChanged.connect(self._changed)
        self.field.files.connect(self.files)
        self.field.installEventFilter(self)
        self._changed()

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str) -> None:
        self.field.set_text(text)

    def show_draft(self, place: str, text: str) -> None:
        """What is being written there. Undo must not bring back what was written elsewhere."""
        if text != self.text():
            self.set_text(text)
        if place != self._place:
            self._place = place
            self.field.document().clearUndoRedoStacks()

    def clear(self) -> None:
        self.field.clear()

    def set_replying(self, replying: bool) -> None:
        """While a reply is written the button stops it, and what is typed waits."""
        self._replying = replying
        self.button.set_icon("stop" if replying else "send")
        self.button.setAccessibleName(tr("Stop the reply") if replying else tr("Send"))
        self.button.setToolTip(tr("Stop (Esc)") if replying else tr("Send (Enter)"))
        self.set_notice(self._notice)
        self._changed()

    def set_hint(self, text: str) -> None:
        self._hint = text
        self.set_notice(self._notice)

    def set_notice(self, text: str) -> None:
        """What is worth knowing about this message, in the place of the hint."""
        self._notice = text
        waits_for = tr(QUEUED) if self._replying else tr(WAITING)
        told = waits_for if self.waiting else text or self._hint
        self.hint.set_full(told or " ")  # keeps its place, so that nothing jumps

    def set_waiting(self, waiting: bool) -> None:
        self.waiting = waiting
        self.set_notice(self._notice)
        self._changed()

    def set_dropping(self, dropping: bool) -> None:
        """A file hovers over the window."""
        self._surface.setProperty("dropping", dropping)
        here = tr("Drop it to attach it") if dropping else tr(PLACEHOLDER)
        self.field.setPlaceholderText(here)
        repolish(self._surface)

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if event.type() in (event.Type.FocusIn, event.Type.FocusOut):
            self._surface.setProperty("focused", event.type() == event.Type.FocusIn)
            repolish(self._surface)
        return super().eventFilter(watched, event)

    def _pressed(self) -> None:
        self.stopped.emit() if self._replying else self._submit()

    def _submit(self) -> None:
        if not self.waiting and self.text().strip():
            self.sent.emit(self.text())

    def _stop(self) -> None:
        if self.waiting:
            self.set_waiting(False)
        elif self._replying:
            self.stopped.emit()

    def _changed(self) -> None:
        ready = bool(self.text().strip()) and not self.waiting
        self.button.setEnabled(self._replying or ready)
        self.touched.emit()
