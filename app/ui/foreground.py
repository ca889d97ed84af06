"""Brings a window to the front with the focus, also when the wish came from outside of Qt.

X11 window managers hold back a window whose program was not the last that the person used, which
after a global key or a second start it never is. So they are told that the person asked for it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_AFTER_MAPPING_MS = 20  # Qt's own requests go by another connection and must come first
_BY_THE_PERSON = 2  # EWMH's source indication


def bring_forward(window: QWidget) -> None:
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
    if sys.platform.startswith("linux") and QGuiApplication.platformName() == "xcb":
        QTimer.singleShot(_AFTER_MAPPING_MS, window, lambda: _ask_for_focus(window))


def _ask_for_focus(window: QWidget) -> None:
    import xcffib  # noqa: PLC0415 - only where there is X11
    import xcffib.xproto as x  # noqa: PLC0415

    if not window.isVisible() or window.isActiveWindow():
        return
    connection = xcffib.connect()
    name = b"_NET_ACTIVE_WINDOW"
    kind = connection.core.InternAtom(False, len(name), name).reply().atom
    data = x.ClientMessageData.synthetic([_BY_THE_PERSON, 0, 0, 0, 0], "IIIII")
    event = x.ClientMessageEvent.synthetic(32, int(window.winId()), kind, data)
    mask = x.EventMask.SubstructureNotify | x.EventMask.SubstructureRedirect
    root = connection.get_setup().roots[0].root
    connection.core.SendEventChecked(False, root, mask, event.pack()).check()
    connection.disconnect()
