"""A key of the Windows desktop: RegisterHotKey, heard as WM_HOTKEY in the thread's messages."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from app.domain.phrases import phrase
from app.ui.globalkey.combination import Combination, Ear, KeyTaken, NoGlobalKeys

_ID = 1
_WM_HOTKEY = 0x0312
_NO_REPEAT = 0x4000
_ALREADY_REGISTERED = 1409
_MODIFIERS = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Meta": 0x8}


def modifiers(key: Combination) -> int:
    return sum(_MODIFIERS[name] for name in key.modifiers)


def virtual_key(key: Combination) -> int:
    """Letters and digits are their own code."""
    if key.key == "Space":
        return 0x20
    return ord(key.key) if len(key.key) == 1 else 0x6F + int(key.key[1:])


if sys.platform == "win32":

    class WindowsKey:
        """See `Backend`."""

        def __init__(self) -> None:
            self._filter: _Filter | None = None

        def hold(self, key: Combination, ear: Ear) -> bool:
            user32 = ctypes.WinDLL("user32", use_last_error=True)
            if not user32.RegisterHotKey(None, _ID, modifiers(key) | _NO_REPEAT, virtual_key(key)):
                error = ctypes.get_last_error()
                if error == _ALREADY_REGISTERED:
                    raise KeyTaken(key)
                raise NoGlobalKeys(phrase("Windows refused the key (error {code}).", code=error))
            self._filter = _Filter(ear.pressed)
            _application().installNativeEventFilter(self._filter)
            return True

        def release(self) -> None:
            if self._filter is not None:
                _application().removeNativeEventFilter(self._filter)
                self._filter = None
                ctypes.WinDLL("user32").UnregisterHotKey(None, _ID)

    class _Message(ctypes.Structure):
        """MSG, as far as it is read."""

        _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("w", ctypes.c_size_t))

    class _Filter(QAbstractNativeEventFilter):
        def __init__(self, pressed: Callable[[], object]) -> None:
            super().__init__()
            self._pressed = pressed

        def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:
            if bytes(kind) == b"windows_generic_MSG":
                told = _Message.from_address(int(message))
                if told.message == _WM_HOTKEY and told.w == _ID:
                    self._pressed()
            return False, 0

    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101
        return application
