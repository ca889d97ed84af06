"""Everything that can be done by key or by name: one list, and the keys in force.

Nothing else in the window makes shortcuts of its own. Keys that belong to a kind of field, such
as Enter in the composer, live in that field; they are listed here and cannot be changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui import keymap
from app.ui.keymap import Keymap, Keys
from app.ui.language import mark


class Place(StrEnum):
    """Where a key works; what people read as a heading, in English."""

    WINDOW = mark("Everywhere")
    CHAT = mark("In a conversation")
    COMPOSER = mark("While you write")
    CORRECTION = mark("While you correct a reply")
    LIST = mark("In the list of conversations")
    LEDGER = mark("In memories and corrections")
    QUICK = mark("In the quick prompt")


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do. `offered`: whether it can do anything just now; a key may ask anyway."""

    id: str
    title: str
    place: Place
    run: Callable[[], object]
    keys: Keys = ()
    icon: str = "chevron-right"
    offered: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class FixedKey:
    """A key that a field or a list has by its nature. `title` is English."""

    title: str
    place: Place
    keys: Keys


FIXED = (
    FixedKey(mark("Send the message"), Place.COMPOSER, ("Enter",)),
    FixedKey(mark("New line"), Place.COMPOSER, ("Shift+Enter",)),
    FixedKey(mark("Edit the last reply, in an empty box"), Place.COMPOSER, ("Up",)),
    FixedKey(mark("Stop the reply"), Place.COMPOSER, ("Esc",)),
    FixedKey(mark("Keep the correction for learning"), Place.CORRECTION, ("Ctrl+Enter",)),
    FixedKey(mark("Keep it only here"), Place.CORRECTION, ("Ctrl+Shift+Enter",)),
    FixedKey(mark("Discard it"), Place.CORRECTION, ("Esc",)),
    FixedKey(mark("Rewrite what is selected"), Place.CORRECTION, ("Ctrl+R",)),
    FixedKey(mark("Next or previous suggested change"), Place.CORRECTION, ("Tab", "Shift+Tab")),
    FixedKey(mark("Take or leave a suggested change"), Place.CORRECTION, ("Enter", "Backspace")),
    FixedKey(mark("Undo a correction that was saved"), Place.CHAT, ("Ctrl+Z",)),
    FixedKey(mark("Open"), Place.LIST, ("Enter",)),
    FixedKey(mark("Rename a conversation or a folder"), Place.LIST, ("F2",)),
    FixedKey(mark("Delete what is chosen"), Place.LIST, ("Del",)),
    FixedKey(mark("Choose several"), Place.LIST, ("Shift+Up", "Shift+Down", "Ctrl+A")),
    FixedKey(mark("Open or close a folder"), Place.LIST, ("Enter", "Left", "Right")),
    FixedKey(mark("Menu"), Place.LIST, ("Shift+F10",)),
    FixedKey(mark("Search in this list"), Place.LEDGER, ("Ctrl+F",)),
    FixedKey(mark("Open, or edit"), Place.LEDGER, ("Enter", "F2")),
    FixedKey(mark("Close, choose none, show all"), Place.LEDGER, ("Esc",)),
    FixedKey(mark("Choose several"), Place.LEDGER, ("Space", "Shift+Up", "Shift+Down", "Ctrl+A")),
    FixedKey(mark("Forget what is chosen"), Place.LEDGER, ("Del",)),
    FixedKey(mark("Ask"), Place.QUICK, ("Enter",)),
    FixedKey(mark("Add what you selected or copied"), Place.QUICK, ("Ctrl+I",)),
    FixedKey(mark("Edit the answer"), Place.QUICK, ("Ctrl+E",)),
    FixedKey(mark("Copy the answer"), Place.QUICK, ("Ctrl+Shift+C",)),
    FixedKey(mark("Copy the answer and hide"), Place.QUICK, ("Ctrl+Shift+Enter",)),
    FixedKey(mark("Continue in the chat"), Place.QUICK, ("Ctrl+Enter",)),
    FixedKey(mark("Page through the answer"), Place.QUICK, ("PgUp", "PgDown")),
    FixedKey(mark("Hide"), Place.QUICK, ("Esc",)),
)


class Actions(QObject):
    """The actions and their keys. An action of a place works while that place is on the screen."""

    changed = Signal()  # other keys are in force
    chosen = Signal(object)  # what the person chose, to be kept

    def __init__(
        self,
        actions: Sequence[Action],
        places: Mapping[Place, QWidget],
        chosen: Mapping[str, str | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.all = {action.id: action for action in actions}
        self.map = Keymap({action.id: action.keys for action in actions}, chosen)
        self._keys = self.map.in_force()
        self._made = {action.id: self._make(action, places[action.place]) for action in actions}
        self._explained: list[tuple[QWidget, str, str]] = []
        self._apply()

    def keys(self, action: str) -> Keys:
        return self._keys[action]

    def key_shown(self, action: str) -> str:
        """The first key of an action as this desktop writes it; empty where there is none."""
        return next((keymap.shown(key) for key in self._keys[action]), "")

    def run(self, action: str) -> None:
        self.all[action].run()

    def explain(self, button: QWidget, action: str, text: str) -> None:
        """A tooltip that always names the key in force."""
        self._explained.append((button, action, text))
        self._say(button, action, text)

    def choose(self, new: Keymap) -> None:
        """The person wants other keys: from now on, and kept."""
        self.restore(new.chosen)
        self.chosen.emit(dict(new.chosen))

    def restore(self, chosen: Mapping[str, str | None]) -> None:
        """The keys as they are kept."""
        self.map = Keymap(self.map.defaults, chosen)
        self._apply()
        self.changed.emit()

    def _make(self, action: Action, place: QWidget) -> QAction:
        made = QAction(action.title, self)
        made.setAutoRepeat(False)
        made.triggered.connect(lambda: action.run())  # noqa: PLW0108  (drops the checked state)
        place.addAction(made)
        return made

    def _apply(self) -> None:
        self._keys = self.map.in_force()
        for action, made in self._made.items():
            made.setShortcuts([QKeySequence(key) for key in self._keys[action]])
        for button, action, text in self._explained:
            self._say(button, action, text)

    def _say(self, button: QWidget, action: str, text: str) -> None:
        key = self.key_shown(action)
        button.setToolTip(f"{text} ({key})" if key else text)
