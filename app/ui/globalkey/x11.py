"""A key of the X11 desktop: a passive grab of that key alone, on a connection of its own.

The grab is made for each state of Caps Lock and Num Lock, which X counts as modifiers. The server
frees it by itself should the program die. Another keyboard layout comes in many steps, between
which a letter may sit on two keys or on none: it is looked at once they are over.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import xcffib
import xcffib.xproto as x
from PySide6.QtCore import QSocketNotifier, QTimer

from app.domain.errors import KnownError
from app.domain.phrases import phrase
from app.ui.globalkey.combination import Combination, Ear, KeyTaken, NoGlobalKeys

_KEYSYMS = {"Space": 0x20, **{f"F{n}": 0xFFBD + n for n in range(1, 13)}}
_MODIFIER_KEYSYMS = {"Alt": (0xFFE9, 0xFFEA), "Meta": (0xFFEB, 0xFFEC)}
_USUAL = {"Alt": x.ModMask._1, "Meta": x.ModMask._4}
_NUM_LOCK = (0xFF7F,)
SETTLED_MS = 200
"""So long after its last step a layout counts as whole."""
Grab = tuple[int, int]  # keycode and modifiers


class X11Key:
    """See `Backend`."""

    def __init__(self) -> None:
        self._connection: xcffib.Connection | None = None
        self._notifier: QSocketNotifier | None = None
        self._key: Combination | None = None
        self._ear: Ear | None = None
        self._grabs: set[Grab] = set()
        self._released_at = -1
        self._settling = QTimer(singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self._grab_anew)

    def hold(self, key: Combination, ear: Ear) -> bool:
        try:
            connection = xcffib.connect()
        except xcffib.ConnectionException:
            raise NoGlobalKeys(phrase("The X11 display cannot be reached.")) from None
        self._connection, self._key, self._ear = connection, key, ear
        try:
            self._grab(connection, key)
        except KnownError:
            self.release()
            raise
        notifier = QSocketNotifier(connection.get_file_descriptor(), QSocketNotifier.Type.Read)
        notifier.activated.connect(self._read)
        self._notifier = notifier
        self._read()  # what came with the answers does not wake the notifier any more
        return True

    def release(self) -> None:
        self._settling.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._connection is not None:
            self._connection.disconnect()
            self._connection = None

    def _read(self) -> None:
        """All that has come. `pressed` may release this key, so it is told last."""
        pressed = False
        try:
            while self._connection and (event := self._connection.poll_for_event()) is not None:
                pressed |= self._is_press(event)
        except xcffib.ConnectionException:
            self.release()
        if pressed and self._ear is not None:
            self._ear.pressed()

    def _is_press(self, event: object) -> bool:
        """A key that is kept down repeats as release and press at the same moment: no new press."""
        match event:
            case x.KeyPressEvent():
                return bool(event.time != self._released_at)
            case x.KeyReleaseEvent():
                self._released_at = event.time
            case x.MappingNotifyEvent() if event.request != x.Mapping.Pointer:
                self._settling.start()
        return False

    def _grab_anew(self) -> None:
        """Another keyboard, or another layout: the same letter may sit on another key. Where there
        is none, or it is taken, the next layout may have it."""
        if self._connection is None or self._key is None or self._ear is None:
            return
        lost = not self._grabs
        try:
            self._grab(self._connection, self._key)
        except xcffib.ConnectionException:
            self.release()
        except KnownError as error:
            self._ungrab(self._connection)
            self._ear.lost(error)
        else:
            if lost:
                self._ear.granted(str(self._key))
        self._read()

    def _grab(self, connection: xcffib.Connection, key: Combination) -> None:
        """KeyTaken where another program has it; NoGlobalKeys where the keyboard lacks it. What
        is held and still wanted is not touched: a press in between would be lost."""
        wanted = _grabs(connection, key)
        root = _root(connection)
        asked = [
            connection.core.GrabKeyChecked(
                False, root, mask, code, x.GrabMode.Async, x.GrabMode.Async
            )
            for code, mask in wanted - self._grabs
        ]
        refused = [answer for answer in asked if not _granted(answer)]
        if refused:
            raise KeyTaken(key)
        for code, mask in self._grabs - wanted:
            connection.core.UngrabKey(code, root, mask)
        connection.flush()
        self._grabs = wanted

    def _ungrab(self, connection: xcffib.Connection) -> None:
        connection.core.UngrabKey(x.Grab.Any, _root(connection), x.ModMask.Any)
        connection.flush()
        self._grabs = set()


def _granted(answer: xcffib.VoidCookie) -> bool:
    try:
        answer.check()
    except x.AccessError:
        return False
    return True


def _grabs(connection: xcffib.Connection, key: Combination) -> set[Grab]:
    """The key under each state of the locks."""
    codes = list(_keycodes(connection, _keysym(key.key)))
    if not codes:
        raise NoGlobalKeys(phrase("The keyboard in use has no key {key}.", key=key.key))
    modifiers = _modifier_mask(connection, key)
    num_lock = _mask_of(connection, _NUM_LOCK)
    return {
        (code, modifiers | caps | num)
        for code, caps, num in itertools.product(codes, (0, x.ModMask.Lock), (0, num_lock))
    }


def _modifier_mask(connection: xcffib.Connection, key: Combination) -> int:
    mask = 0
    for name in key.modifiers:
        if name in ("Ctrl", "Shift"):
            mask |= x.ModMask.Control if name == "Ctrl" else x.ModMask.Shift
        else:
            mask |= _mask_of(connection, _MODIFIER_KEYSYMS[name]) or _USUAL[name]
    return mask


def _mask_of(connection: xcffib.Connection, keysyms: tuple[int, ...]) -> int:
    """The modifier that these keys are, 0 if none."""
    wanted = {code for keysym in keysyms for code in _keycodes(connection, keysym)}
    mapping = connection.core.GetModifierMapping().reply()
    width = mapping.keycodes_per_modifier
    for position in range(8):
        if wanted & set(mapping.keycodes[position * width : (position + 1) * width]):
            return 1 << position
    return 0


def _keycodes(connection: xcffib.Connection, keysym: int) -> Iterator[int]:
    """The keys that give `keysym` without any modifier."""
    setup = connection.get_setup()
    first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
    mapping = connection.core.GetKeyboardMapping(first, count).reply()
    width = mapping.keysyms_per_keycode
    for position in range(count):
        if mapping.keysyms[position * width] == keysym:
            yield first + position


def _keysym(key: str) -> int:
    """Letters and digits are their own code, letters in the lower case."""
    return _KEYSYMS.get(key) or ord(key.lower())


def _root(connection: xcffib.Connection) -> int:
    return int(connection.get_setup().roots[0].root)
