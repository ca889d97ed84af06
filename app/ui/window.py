"""The main window: first the way into the profile, then the profile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from app.ui.startpage import StartPage
from app.ui.theme import current
from app.ui.workspace import Workspace


class Window(QStackedWidget):
    """`closing` once, when the person closes it."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Reverie")
        self.setMinimumSize(current().px(560), current().px(420))
        self.start = StartPage()
        self.workspace: Workspace | None = None
        self.addWidget(self.start)

    def enter(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.addWidget(workspace)
        self.setCurrentWidget(workspace)
        workspace.show_chat()

    def come_to_front(self) -> None:
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit()
