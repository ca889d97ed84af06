"""Files as small chips: beside what is being written, and under a message that was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.attachments import Attachment
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, row
from app.ui.files import Pending
from app.ui.flow import Flow
from app.ui.language import tr


class FileChip(Panel):
    """Name and size of one file; its name shows the text."""

    opened = Signal(object)  # Attachment
    removed = Signal()

    def __init__(self, name: str, file: Attachment | None, *, removable: bool) -> None:
        super().__init__("file")
        self.file = file
        self.open = Button("file", words.short_name(name), icon="file", on=self._open)
        self.amount = Label(words.file_size(file) if file else tr("Reading …"), "caption")
        self.open.setEnabled(file is not None)
        self.open.setAccessibleName(tr("{file}, {amount}", file=name, amount=self.amount.text()))
        self.open.setToolTip(name)
        self.open.setAccessibleDescription(tr("Shows the text that the model reads"))
        layout = row(self.open, self.amount, space=2, margins=(2, 2, 10, 2))
        self.remove: Button | None = None
        if removable:
            away = tr("Remove {file}", file=name)
            self.remove = Button("small", icon="cross", name=away, on=self.removed.emit)
            layout.addWidget(self.remove)
            layout.setContentsMargins(*(theme.current().px(m) for m in (2, 2, 4, 2)))
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _open(self) -> None:
        if self.file is not None:
            self.opened.emit(self.file)


class FileRow(QWidget):
    """Chips, as many to a line as there is room for; not there while there is none."""

    opened = Signal(object)  # Attachment
    removed = Signal(object)  # Pending

    def __init__(self, *, to_right: bool = False) -> None:
        super().__init__()
        self.chips: list[FileChip] = []
        self._flow = Flow(theme.current().px(6), to_right=to_right)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_sent(self, files: Sequence[Attachment]) -> None:
        self._show([FileChip(file.name, file, removable=False) for file in files])

    def show_pending(self, files: Sequence[Pending]) -> None:
        chips = []
        for pending in files:
            chip = FileChip(pending.name, pending.file, removable=True)
            chip.removed.connect(lambda pending=pending: self.removed.emit(pending))
            chips.append(chip)
        self._show(chips)

    def _show(self, chips: list[FileChip]) -> None:
        for old in self.chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = chips
        for chip in chips:
            chip.opened.connect(self.opened)
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))
        self.updateGeometry()
