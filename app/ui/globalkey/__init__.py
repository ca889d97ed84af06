"""One key of the whole desktop, for the quick prompt: at most one, none while it is off.

A key counts as held only when the platform has confirmed it, and only that is ever told.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.errors import KnownError
from app.domain.phrases import phrase
from app.ui.globalkey.combination import Combination, Ear, NoGlobalKeys, parse
from app.ui.runner import Problem, problem_of


class Backend(Protocol):
    """One platform's way to hold one key."""

    def hold(self, key: Combination, ear: Ear) -> bool:
        """True: the platform has confirmed it. False: it asks the person, and tells. KnownError
        where it refused."""

    def release(self) -> None:
        """The key is free again; nothing happens where none is held."""


@dataclass(frozen=True, slots=True)
class KeyState:
    """`held` is what the platform confirmed, which may be another key than was wanted; `problem`
    why none is. Neither, and one is wanted: the desktop asks the person."""

    wanted: str | None = None
    held: str | None = None
    problem: Problem | None = None


class GlobalKey(QObject):
    """`pressed` wherever the focus is; `changed` with every new `state`."""

    pressed = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = KeyState()
        self._backend: Backend | None = None

    def use(self, wanted: str | None) -> None:
        """Hold this key instead of the one before. Empty: none."""
        if (wanted or None) == self.state.wanted and self.state.problem is None:
            return
        self.release()
        if wanted:
            self.state = self._hold(wanted)
            self.changed.emit()

    def release(self) -> None:
        if self._backend is not None:
            self._backend.release()
            self._backend = None
        if self.state != KeyState():
            self.state = KeyState()
            self.changed.emit()

    def _hold(self, wanted: str) -> KeyState:
        ear = Ear(self.pressed.emit, self._lost, self._granted)
        try:
            key = parse(wanted)
            backend = backend_here()
            held = backend.hold(key, ear)
        except KnownError as error:
            return KeyState(wanted, problem=problem_of(error))
        self._backend = backend
        return KeyState(wanted, held=str(key) if held else None)

    def _granted(self, held: str) -> None:
        self.state = KeyState(self.state.wanted, held)
        self.changed.emit()

    def _lost(self, error: KnownError) -> None:
        self.state = KeyState(self.state.wanted, problem=problem_of(error))
        self.changed.emit()


def backend_here() -> Backend:
    """The way of this platform. KnownError where there is none."""
    platform = QGuiApplication.platformName()
    if platform == "xcb" and "WAYLAND_DISPLAY" not in os.environ:
        from app.ui.globalkey.x11 import X11Key  # noqa: PLC0415 - each platform loads its own

        return X11Key()
    if sys.platform == "win32":
        from app.ui.globalkey.windows import WindowsKey  # noqa: PLC0415

        return WindowsKey()
    if platform == "cocoa":
        from app.ui.globalkey.macos import MacKey  # noqa: PLC0415

        return MacKey()
    if sys.platform.startswith("linux") and platform in ("xcb", "wayland"):
        # Under Wayland an X11 grab holds only while an X11 window has the focus.
        from app.ui.globalkey.portal import PortalKey  # noqa: PLC0415

        return PortalKey()
    raise NoGlobalKeys(phrase("This desktop offers no way to take a key."))
