"""Small dialogs: may this link be opened?"""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.language import tr


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
        super().__init__(parent, tr("Open this link?"))
        self._url = url
        address = Label(url.toString(), "code", wrap=True)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = Panel("inset")
        box.setLayout(column(address, margins=(14, 12, 14, 12)))
        self.content.addWidget(
            Label(
                tr("The model wrote it. It opens in your browser, outside of Reverie."),
                "muted",
                wrap=True,
            )
        )
        self.content.addWidget(box)
        self.open_button = Button("plain", tr("Open"), on=self._open_link)
        self.copy_button = Button("plain", tr("Copy"), name=tr("Copy the link"), on=self._copy)
        self.cancel_button = Button("primary", tr("Cancel"), on=self.reject)
        self.content.addLayout(row(None, self.copy_button, self.open_button, self.cancel_button))
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def _open_link(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._url.toString())
        self.accept()
