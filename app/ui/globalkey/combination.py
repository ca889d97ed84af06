"""A key that can be taken from the whole desktop: one key with modifiers. Pure: no Qt.

Only letters, digits, the space bar and F1 to F12: they exist on every keyboard and every platform
names them the same way. Names are those of Qt's portable key sequences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import KnownError
from app.domain.phrases import phrase

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
KEYS = (
    "Space",
    *(chr(code) for code in range(ord("A"), ord("Z") + 1)),
    *(str(digit) for digit in range(10)),
    *(f"F{number}" for number in range(1, 13)),
)


@dataclass(frozen=True, slots=True)
class Combination:
    """`modifiers` in the order of MODIFIERS; `key` is one of KEYS."""

    modifiers: tuple[str, ...]
    key: str

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))


@dataclass(frozen=True, slots=True)
class Ear:
    """What a platform tells of a key, on the UI thread."""

    pressed: Callable[[], object]
    lost: Callable[[KnownError], object]  # once held or asked for, and not now
    granted: Callable[[str], object]  # held since: what the desktop says that it gave, or the key


def parse(text: str) -> Combination:
    """`Ctrl+Alt+Space`. KnownError where the desktop could not give it, or never should: a key
    that was taken alone, or with Shift, could no longer be typed anywhere."""
    *modifiers, key = text.split("+")
    usable = (
        key in KEYS
        and len(set(modifiers)) == len(modifiers)
        and set(modifiers) <= set(MODIFIERS)
        and set(modifiers) - {"Shift"}
    )
    if not usable:
        raise UnusableKey(text)
    return Combination(tuple(m for m in MODIFIERS if m in modifiers), key)


class UnusableKey(KnownError):
    def __init__(self, text: str) -> None:
        super().__init__(
            phrase("That key cannot be used"),
            phrase(
                "{key} is not a combination that every desktop can give to one program.",
                key=text[:40],
            ),
            phrase(
                "Use a letter, a digit, Space or a function key together with Ctrl, Alt or Meta."
            ),
        )


class KeyTaken(KnownError):
    """Said only where the platform itself refused the key."""

    def __init__(self, key: Combination) -> None:
        super().__init__(
            phrase("That key is taken"),
            phrase("Another program on this desktop already has {key}.", key=key),
            phrase("Choose another key, or free this one in the settings of the other program."),
        )


class NoGlobalKeys(KnownError):
    """`why` is one plain sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(
            phrase("No key can be taken here"),
            why,
            phrase(
                "In the keyboard settings of your desktop, bind a key to the command: "
                "reverie --prompt"
            ),
        )
