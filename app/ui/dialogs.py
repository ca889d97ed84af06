"""Small dialogs: may this link be opened, and which keys do what."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, row

SHORTCUTS = (
    ("Send the message", "Enter"),
    ("New line", "Shift+Enter"),
    ("Stop the reply", "Esc"),
    ("Edit the last reply", "Ctrl+E, or Up in an empty box"),
    ("Keep a correction for learning", "Ctrl+Enter"),
    ("Save a correction only here", "Ctrl+Shift+Enter"),
    ("Discard a correction", "Esc"),
    ("Undo a correction that was saved", "Ctrl+Z"),
    ("Rewrite what is selected in a reply", "Ctrl+R"),
    ("Next or previous suggested change", "Tab, Shift+Tab"),
    ("Take or leave a suggested change", "Enter, Backspace"),
    ("Copy the last reply", "Ctrl+Shift+C"),
    ("New conversation", "Ctrl+N"),
    ("Rename a conversation", "F2"),
    ("Delete a conversation", "Del"),
    ("Show or hide the sidebar", "Ctrl+B"),
    ("Settings", "Ctrl+,"),
    ("These shortcuts", "Ctrl+/"),
)


class Dialog(QDialog):
    """A dialog of ours: a title, content, and buttons at the end; Esc closes it."""

    def __init__(self, parent: QWidget, title: str, *, width: int = 460) -> None:
        super().__init__(parent)
        px = theme.current().px
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(width))
        self.content = column(Label(title, "title"), space=14, margins=(26, 24, 26, 22))
        self.setLayout(self.content)


class LinkDialog(Dialog):
    """Shows the whole address before anything is opened."""

    def __init__(self, parent: QWidget, url: QUrl) -> None:
        super().__init__(parent, "Open this link?")
        self._url = url
        address = Label(url.toString(), "code", wrap=True)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = Panel("inset")
        box.setLayout(column(address, margins=(14, 12, 14, 12)))
        self.content.addWidget(
            Label(
                "The model wrote it. It opens in your browser, outside of Reverie.",
                "muted",
                wrap=True,
            )
        )
        self.content.addWidget(box)
        self.open_button = Button("plain", "Open", on=self._open_link)
        self.copy_button = Button("plain", "Copy", name="Copy the link", on=self._copy)
        self.cancel_button = Button("primary", "Cancel", on=self.reject)
        self.content.addLayout(row(None, self.copy_button, self.open_button, self.cancel_button))
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def _open_link(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._url.toString())
        self.accept()


class ShortcutsDialog(Dialog):
    """All keys that do something."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Keyboard shortcuts")
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.current().px(10))
        grid.setHorizontalSpacing(theme.current().px(32))
        for line, (what, keys) in enumerate(SHORTCUTS):
            grid.addWidget(Label(what), line, 0)
            grid.addWidget(Label(keys, "muted"), line, 1, Qt.AlignmentFlag.AlignRight)
        self.content.addLayout(grid)
        self.content.addLayout(row(None, Button("primary", "Close", on=self.accept)))
