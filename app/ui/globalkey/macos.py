"""A key of the macOS desktop: Carbon's RegisterEventHotKey, which needs no extra permission.

Asked for exclusively, so that a key of another program is refused and not shared.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any

from app.domain.phrases import phrase
from app.ui.globalkey.combination import Combination, Ear, KeyTaken, NoGlobalKeys

_ANSI = {  # virtual key codes are places on the keyboard
    **dict(zip("ASDFHGZXCV", range(10), strict=True)),
    **dict(zip("BQWERYT123465", range(11, 24), strict=True)),
    **{"9": 25, "7": 26, "8": 28, "0": 29, "O": 31, "U": 32, "I": 34, "P": 35, "L": 37},
    **{"J": 38, "K": 40, "N": 45, "M": 46, "Space": 49},
    **{"F1": 122, "F2": 120, "F3": 99, "F4": 118, "F5": 96, "F6": 97, "F7": 98, "F8": 100},
    **{"F9": 101, "F10": 109, "F11": 103, "F12": 111},
}
# Qt calls the command key Ctrl and the control key Meta.
_MODIFIERS = {"Ctrl": 1 << 8, "Shift": 1 << 9, "Alt": 1 << 11, "Meta": 1 << 12}
_EXCLUSIVE = 1
_EXISTS = -9878
_KEYBOARD, _HOT_KEY_PRESSED = 0x6B657962, 5  # 'keyb'
_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class _Pair(ctypes.Structure):
    """EventTypeSpec and EventHotKeyID: two 32-bit numbers."""

    _fields_ = (("first", ctypes.c_uint32), ("second", ctypes.c_uint32))


class MacKey:
    """See `Backend`."""

    def __init__(self) -> None:
        self._carbon: Any = None
        self._key = ctypes.c_void_p()
        self._handler = ctypes.c_void_p()
        self._called: Any = None

    def hold(self, key: Combination, ear: Ear) -> bool:
        carbon = _carbon()
        target = carbon.GetApplicationEventTarget()

        def called(_call: int, _event: int, _data: int) -> int:
            ear.pressed()
            return 0

        self._carbon, self._called = carbon, _HANDLER(called)
        kind = _Pair(_KEYBOARD, _HOT_KEY_PRESSED)
        status = carbon.InstallEventHandler(
            target, self._called, 1, ctypes.byref(kind), None, ctypes.byref(self._handler)
        )
        if status == 0:
            status = carbon.RegisterEventHotKey(
                virtual_key(key),
                modifiers(key),
                _Pair(0x52564552, 1),  # 'RVER'
                target,
                _EXCLUSIVE,
                ctypes.byref(self._key),
            )
        if status != 0:
            self.release()
            raise (
                KeyTaken(key)
                if status == _EXISTS
                else NoGlobalKeys(phrase("macOS refused the key (error {code}).", code=status))
            )
        return True

    def release(self) -> None:
        if self._key:
            self._carbon.UnregisterEventHotKey(self._key)
        if self._handler:
            self._carbon.RemoveEventHandler(self._handler)
        self._key, self._handler = ctypes.c_void_p(), ctypes.c_void_p()


def modifiers(key: Combination) -> int:
    return sum(_MODIFIERS[name] for name in key.modifiers)


def virtual_key(key: Combination) -> int:
    return _ANSI[key.key]


def _carbon() -> Any:
    """The framework, with the types of what is called: pointers are wider than C's int."""
    path = ctypes.util.find_library("Carbon")
    if path is None:
        raise NoGlobalKeys(phrase("The Carbon framework is not there."))
    carbon = ctypes.CDLL(path)
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    carbon.GetApplicationEventTarget.restype = pointer
    carbon.InstallEventHandler.argtypes = (
        pointer,
        _HANDLER,
        ctypes.c_ulong,
        pointer,
        pointer,
        pointer,
    )
    carbon.RegisterEventHotKey.argtypes = (number, number, _Pair, pointer, number, pointer)
    carbon.UnregisterEventHotKey.argtypes = (pointer,)
    carbon.RemoveEventHandler.argtypes = (pointer,)
    return carbon
