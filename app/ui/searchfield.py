"""The field over the list of conversations that searches them all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from app.ui import escape
from app.ui.controls import Button, Panel, Picture, repolish, row
from app.ui.language import tr

PAGE = 5  # hits that a page key passes
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class SearchField(Panel):
    """Keeps the focus while the arrows go through what was found."""

    typed = Signal(str)
    begun = Signal()  # the person is about to type
    stepped = Signal(int)
    entered = Signal()
    left = Signal()  # and nobody has the focus who had it before

    def __init__(self, name: str = "", hint: str = "") -> None:
        """Without a name: the one that searches all conversations."""
        super().__init__("search")
        self._before: QWidget | None = None
        self.line = _Line()
        self.line.setProperty("look", "bare")
        self.line.setAccessibleName(name or tr("Search all conversations"))
        self.line.setPlaceholderText(hint or tr("Search"))
        self.line.setMaxLength(400)
        self.clear = Button("icon", icon="cross", name=tr("Clear the search"), on=self._clear)
        self.clear.hide()
        self.setLayout(
            row(Picture("search", side=16), self.line, self.clear, margins=(10, 1, 2, 1))
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line.textChanged.connect(self._changed)
        self.line.focused.connect(self._show_focus)
        self.line.pressed.connect(self._press)

    def start(self) -> None:
        """From wherever the person is; Esc leads back there."""
        here = QApplication.focusWidget()
        if here is not self.line:
            self._before = here
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        before, self._before = self._before, None
        self.line.clear()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self.left.emit()

    def _clear(self) -> None:
        self.line.clear()
        self.line.setFocus()

    def _changed(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self.typed.emit(text)

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            self.entered.emit()

    def _show_focus(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        repolish(self)
        if focused:
            self.begun.emit()


class _Line(QLineEdit):
    """Tells the keys that are not typing."""

    pressed = Signal(int)
    focused = Signal(bool)

    def event(self, event: QEvent) -> bool:
        """Esc clears, before any shortcut of the window."""
        return escape.claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, *_STEPS):
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)
