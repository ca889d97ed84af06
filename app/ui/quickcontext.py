"""What was selected or copied elsewhere, taken on one key; shown as a chip that can be removed."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from app.domain.attachments import Attachment, FileKind, visible
from app.ui.controls import Button, ElidedLabel, Label, Panel, row
from app.ui.language import tr

MOST = 6000
"""Characters that are taken; more would not leave room for the answer."""


def taken() -> tuple[str, str]:
    """The text that is selected in another program where the desktop tells it, else what is on the
    clipboard; and where it is from."""
    clipboard = QApplication.clipboard()
    if clipboard.supportsSelection() and not clipboard.ownsSelection():
        selected = clipboard.text(QClipboard.Mode.Selection)
        if selected.strip():
            return selected, tr("From the selection")
    return clipboard.text(), tr("From the clipboard")


def as_file(text: str) -> tuple[Attachment, ...]:
    """What goes along with a question: somebody else may have written it, so it is quoted, and what
    is done with the answer waits for judgement, as with any file."""
    return (Attachment(uuid.uuid4().hex, tr("Quoted text"), FileKind.TEXT, text),) if text else ()


class ContextChip(Panel):
    """Holds the text; `removed` when the person took it away."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__("context")
        self.text = ""
        self._origin = Label("", "label")
        self._shown = ElidedLabel("", "muted")
        self.close_button = Button(
            "icon", icon="cross", name=tr("Remove this text"), on=self.removed.emit
        )
        layout = row(self._origin, self._shown, self.close_button, space=10, margins=(12, 2, 2, 2))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def show_text(self, text: str, origin: str) -> None:
        self.text = visible(text).strip()[:MOST]
        cut = len(text.strip()) > MOST
        self._origin.setText(
            tr("{origin}, first %n character(s)", "", MOST, origin=origin)
            if cut
            else tr("{origin}, %n character(s)", "", len(self.text), origin=origin)
        )
        self._shown.set_full(" ".join(self.text.split()))
        self.setAccessibleName(f"{origin}: {self.text[:200]}")
        self.show()

    def clear(self) -> None:
        self.text = ""
        self.hide()
