"""Looks at widgets as a person does: by what stands on them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def said(root: QWidget) -> str:
    """All labels and buttons in it, also of what is folded."""
    labels = [label.text() for label in root.findChildren(QLabel)]
    return "\n".join([*labels, *(button.text() for button in root.findChildren(QAbstractButton))])


def button(root: QWidget, text: str) -> QAbstractButton:
    """The one with that text that nobody has hidden; it may be about to be shown."""
    explicit = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    found = [
        one
        for one in root.findChildren(QAbstractButton)
        if one.text() == text and not (one.isHidden() and one.testAttribute(explicit))
    ]
    assert len(found) == 1, (text, said(root))
    return found[0]
