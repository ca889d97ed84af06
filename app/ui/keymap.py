"""Which key means which action: the defaults, and what the person chose instead.

A key is portable text as Qt writes it, "Ctrl+Shift+C". No key ever means two things.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.ui.language import tr

SEPARATOR = "; "  # between the keys of one action
Keys = tuple[str, ...]

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_MODIFIERS = (_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta)
_FIXED = (_Key.Key_Escape, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_Backtab)
_MOVING = (
    _Key.Key_Left,
    _Key.Key_Right,
    _Key.Key_Up,
    _Key.Key_Down,
    _Key.Key_Home,
    _Key.Key_End,
    _Key.Key_Backspace,
    _Key.Key_Delete,
    _Key.Key_Insert,
)
_IN_PLACES = ("F2", "Shift+F10", "Ctrl+R")  # of lists, and of a reply: see actions.FIXED
_EDITING = {f"Ctrl+{letter}" for letter in "ACVXYZ"} | {"Ctrl+Shift+Z"}


def readable(text: str) -> str | None:
    """The key as Qt writes it; None for what is not one key."""
    sequence = QKeySequence.fromString(text, _PORTABLE)
    written = sequence.toString(_PORTABLE)
    if sequence.count() != 1 or not written or _combination(written).key() in _MODIFIERS:
        return None
    return written


def shown(key: str) -> str:
    """A key as this desktop writes it."""
    return QKeySequence.fromString(key, _PORTABLE).toString(_NATIVE)


def why_not(key: str) -> str:
    """Why a readable key cannot be chosen, in a sentence; empty when it can."""
    combination = _combination(key)
    code, held = combination.key(), combination.keyboardModifiers() & ~_Modifier.ShiftModifier
    if code in _FIXED or key in _IN_PLACES:
        return tr("{key} has a fixed meaning.", key=shown(key))
    if held == _Modifier.NoModifier and not _Key.Key_F1 <= code <= _Key.Key_F35:
        return tr(
            "{key} is needed for writing. Hold Ctrl or Alt, or take a function key.", key=shown(key)
        )
    if key in _EDITING or (held == _Modifier.ControlModifier and code in _MOVING):
        return tr("{key} is needed for editing text.", key=shown(key))
    return ""


def for_the_window(event: QKeyEvent) -> bool:
    """Whether a text field lets this key go: a letter with Ctrl that edits nothing."""
    letter = _Key.Key_A <= event.key() <= _Key.Key_Z
    control = event.modifiers() & ~_Modifier.ShiftModifier == _Modifier.ControlModifier
    return letter and control and pressed(event) not in _EDITING


def pressed(event: QKeyEvent) -> str | None:
    """The key that was pressed, as it would be chosen; None for Ctrl and the like alone."""
    held = event.modifiers() & ~_Modifier.KeypadModifier
    if _is_sign(event.key()):
        held &= ~_Modifier.ShiftModifier  # Shift made the sign: "?" is not "Shift+?"
    return readable(QKeySequence(QKeyCombination(held, _Key(event.key()))).toString(_PORTABLE))


def _combination(key: str) -> QKeyCombination:
    return QKeySequence.fromString(key, _PORTABLE)[0]  # type: ignore[index]  # not in the stubs


def _is_sign(code: int) -> bool:
    """Keys that are no characters have codes beyond all characters."""
    return code <= sys.maxunicode and not (chr(code).isalnum() or chr(code).isspace())


@dataclass(frozen=True, slots=True)
class Keymap:
    """`chosen` is what the settings keep: action to its keys, None where it is switched off.
    Actions that are not known here stay in it, for the version that knows them."""

    defaults: Mapping[str, Keys]
    chosen: Mapping[str, str | None] = field(default_factory=dict)

    def in_force(self) -> dict[str, Keys]:
        """What was chosen comes before defaults; of two claims on a key the first counts."""
        own = {action: keys for action in self.defaults if (keys := self._own(action)) is not None}
        taken: set[str] = set()
        found: dict[str, Keys] = {}
        for action, keys in [*own.items(), *self.defaults.items()]:
            if action not in found:
                found[action] = tuple(key for key in keys if key not in taken)
                taken.update(found[action])
        return found

    def holders(self, keys: Sequence[str], action: str) -> dict[str, str]:
        """Which of `keys` another action has: key to that action."""
        return {
            key: other
            for other, has in self.in_force().items()
            for key in has
            if key in keys and other != action
        }

    def give(self, action: str, keys: Keys) -> Keymap:
        """`action` has these keys, and nobody else has; no keys switch it off. What others chose
        is written down as it is in force, so that no old claim comes back later."""
        before = self.in_force()
        losing = set(self.holders(keys, action).values())
        after = {
            other: tuple(key for key in before[other] if key not in keys)
            for other in self.defaults
            if other in self.chosen or other in losing
        }
        chosen = dict(self.chosen)
        for changed, has in {**after, action: keys}.items():
            chosen.pop(changed, None)
            if has != self.defaults[changed]:
                chosen[changed] = SEPARATOR.join(has) or None
        return Keymap(self.defaults, chosen)

    def _own(self, action: str) -> Keys | None:
        """The person's choice for an action, None where there is none that can be read."""
        if action not in self.chosen:
            return None
        text = self.chosen[action]
        if text is None:
            return ()
        keys = [readable(part) for part in text.split(SEPARATOR)]
        usable = [key for key in keys if key is not None and not self._refused(action, key)]
        return tuple(dict.fromkeys(usable)) or None

    def _refused(self, action: str, key: str) -> bool:
        return key not in self.defaults[action] and bool(why_not(key))
