"""The tray icon: what Reverie is doing, and the few things that are wanted without its window.

A tray may come late or never (stock GNOME has none): `present` is asked anew each time.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.domain.schedule import Pause
from app.ui import icons, words
from app.ui.language import mark, tr

LOOK_AGAIN_MS = 3000
SIDE = 64


class Doing(StrEnum):
    """The most important first."""

    PROBLEM = "problem"
    ANSWERING = "answering"
    LEARNING = "learning"
    PAUSED = "paused"
    IDLE = "idle"


SAID = {
    Doing.PROBLEM: mark("Reverie: something needs a look"),
    Doing.ANSWERING: mark("Reverie: answering"),
    Doing.LEARNING: mark("Reverie: learning"),
    Doing.PAUSED: mark("Reverie: learning is paused"),
    Doing.IDLE: mark("Reverie: ready"),
}
PAUSES = (
    (Pause.HOUR, mark("For an hour")),
    (Pause.TODAY, mark("For today: leave out the coming night")),
    (Pause.UNTIL_RESUMED, mark("Until I resume")),
)


class Tray(QObject):
    """Shows what it is told; its signals are what the person wants."""

    toggled = Signal()
    opened = Signal()
    prompted = Signal()
    paused = Signal(object)  # Pause
    resumed = Signal()
    quitted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doing = Doing.IDLE
        self.icon: QSystemTrayIcon | None = None
        self.menu = QMenu()
        self._make_menu()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN_MS)
        self._look.timeout.connect(self._come)
        self._look.start()
        self._come()

    @property
    def present(self) -> bool:
        """Whether the icon can be found by the person now."""
        shown = self.icon is not None and self.icon.isVisible()
        return shown and QSystemTrayIcon.isSystemTrayAvailable()

    def show_doing(self, doing: Doing) -> None:
        self.doing = doing
        if self.icon is not None:
            name = "reverie" if doing is Doing.IDLE else f"tray-{doing.value}"
            self.icon.setIcon(icons.icon(name, "#000000", SIDE))
            self.icon.setToolTip(tr(SAID[doing]))

    def show_schedule(self, due: datetime | None, paused_until: datetime | None) -> None:
        self.night.setText(words.next_night(due, paused_until).removesuffix("."))
        self.resume.setVisible(paused_until is not None)
        self.pauses.menuAction().setVisible(paused_until is None)

    def close(self) -> None:
        self._look.stop()
        if self.icon is not None:
            self.icon.hide()

    def _come(self) -> None:
        if self.icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._look.stop()
            self.icon = QSystemTrayIcon(self)
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._clicked)
            self.show_doing(self.doing)
            self.icon.show()

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()

    def _make_menu(self) -> None:
        menu = self.menu
        menu.addAction(tr("Open Reverie")).triggered.connect(self.opened)
        menu.addAction(tr("Quick prompt")).triggered.connect(self.prompted)
        menu.addSeparator()
        self.night = QAction("", menu)
        self.night.setEnabled(False)
        menu.addAction(self.night)
        self.pauses = menu.addMenu(tr("Pause learning"))
        for pause, text in PAUSES:
            self.pauses.addAction(tr(text)).triggered.connect(
                lambda _=False, pause=pause: self.paused.emit(pause)
            )
        self.resume = menu.addAction(tr("Resume learning"))
        self.resume.triggered.connect(self.resumed)
        menu.addSeparator()
        menu.addAction(tr("Quit")).triggered.connect(self.quitted)
        self.show_schedule(None, None)
