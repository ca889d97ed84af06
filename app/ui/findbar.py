"""A slim bar over the transcript: what to find, which place of how many, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import escape, theme
from app.ui.controls import Button, Label, Panel, Picture, row
from app.ui.language import tr

WIDTH = 400


class FindBar(Panel):
    """`asked` with what is typed, `moved` by one place (1 or -1), `left` when it closes."""

    asked = Signal(str)
    moved = Signal(int)
    left = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__("find")
        self.setParent(host)
        self._top = 0
        self.field = QLineEdit()
        self.field.setProperty("look", "bare")
        self.field.setAccessibleName(tr("Find in this conversation"))
        self.field.setPlaceholderText(tr("Find in this conversation"))
        self.field.textChanged.connect(self.asked)
        self.count = Label("", "caption")
        back, on, away = (lambda: self.moved.emit(-1)), (lambda: self.moved.emit(1)), self.close_bar
        self.before = Button("icon", icon="chevron-up", name=tr("The place before"), on=back)
        self.after = Button("icon", icon="chevron-down", name=tr("The next place"), on=on)
        self.close_button = Button("icon", icon="cross", name=tr("Close the search"), on=away)
        parts = (Picture("search", side=16), self.field, self.count)
        buttons = (self.before, self.after, self.close_button)
        layout = row(*parts, *buttons, space=4, margins=(14, 5, 6, 5))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        host.installEventFilter(self)
        self.show_count(None, 0)
        self.hide()

    def open_bar(self, top: int) -> None:
        """`top`: how far down from the top of the host it hangs."""
        self._top = top
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def show_count(self, at: int | None, total: int) -> None:
        """`at` counts from 0; None where nothing was found."""
        said = tr("{at} of {total}", at=at + 1, total=total) if at is not None else tr("Not found")
        self.count.setText(said if self.field.text() else "")
        self.field.setAccessibleDescription(self.count.text())
        for button in (self.before, self.after):
            button.setEnabled(total > 0)

    def event(self, event: QEvent) -> bool:
        """Esc closes the bar, before any shortcut of the window."""
        return escape.claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            px = theme.current().px
            gap = px(16)
            self.resize(min(px(WIDTH), host.width() - 2 * gap), self.sizeHint().height())
            self.move(host.width() - self.width() - gap, self._top + px(4))
