"""Esc, where a part of the window wants it before a shortcut of the window takes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def claimed(event: QEvent) -> bool:
    """Qt asks the focused widget before it runs a shortcut: answers that Esc is its own, so that
    it comes as a key. False for every other event."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    ):
        event.accept()
        return True
    return False
