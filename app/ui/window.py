"""The main window: first the way into the profile, then the profile."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from app.ui.farewell import FarewellPage
from app.ui.foreground import bring_forward
from app.ui.startpage import StartPage
from app.ui.theme import current
from app.ui.workspace import Workspace


class Window(QStackedWidget):
    """`closing` when the person closes it."""

    closing = Signal()
    looked_at = Signal()  # it has become the window that the person works in

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Reverie")
        self.setMinimumSize(current().px(560), current().px(420))
        self.start = StartPage()
        self.workspace: Workspace | None = None
        self.farewell = FarewellPage()
        self.addWidget(self.start)
        self.addWidget(self.farewell)

    def enter(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.addWidget(workspace)
        self.setCurrentWidget(workspace)
        workspace.show_chat()

    def leave(self) -> FarewellPage:
        """The profile goes: its workspace is no more, and the last page is shown."""
        if self.workspace is not None:
            self.removeWidget(self.workspace)
            self.workspace.hide()
            self.workspace.deleteLater()
            self.workspace = None
        self.setCurrentWidget(self.farewell)
        self.farewell.begin()
        return self.farewell

    def come_to_front(self) -> None:
        bring_forward(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.looked_at.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit()
