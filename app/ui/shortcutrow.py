"""One shortcut in the list of all: its key, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui import keymap
from app.ui.actions import FixedKey
from app.ui.controls import Button, Label, column, row
from app.ui.keymap import Keys
from app.ui.language import mark, tr

NO_KEY = mark("No key")
CHOOSE = mark("Press to choose another key")


class KeyButton(Button):
    """Shows a key; pressed, it waits for another. `heard` with that key, `none_wanted` on the
    backspace key."""

    heard = Signal(str)
    none_wanted = Signal()
    listening = False

    def __init__(self, title: str) -> None:
        super().__init__("key", tr(NO_KEY), on=self.listen)
        self._title = title
        self._text = tr(NO_KEY)
        self.setAccessibleDescription(tr(CHOOSE))

    def show_keys(self, keys: Keys) -> None:
        self._text = _either(keys) or tr(NO_KEY)
        self._end()

    def listen(self) -> None:
        self.listening = True
        self.set_look("key-listening")
        self._say(tr("Press a key …"))

    def event(self, event: QEvent) -> bool:
        """While it waits every key is its own, before any shortcut."""
        if self.listening and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.listening:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.listen()
            else:
                super().keyPressEvent(event)
            return
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = keymap.pressed(event)
        if bare and event.key() == Qt.Key.Key_Escape:
            self._end()
        elif bare and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._end()
            self.none_wanted.emit()
        elif key is not None:
            self._end()
            self.heard.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end()
        super().focusOutEvent(event)

    def _end(self) -> None:
        self.listening = False
        self.set_look("key")
        self._say(self._text)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(f"{self._title}: {text}")


class ShortcutRow(QWidget):
    """`wanted` with other keys, none of them to switch the shortcut off; `reset_wanted`."""

    wanted = Signal(tuple)
    reset_wanted = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._agreed: Callable[[], object] | None = None
        self.key = KeyButton(title)
        self.key.heard.connect(lambda key: self.wanted.emit((key,)))
        self.key.none_wanted.connect(lambda: self.wanted.emit(()))
        self.off = Button(
            "icon", icon="cross", name=tr("Switch off: {title}", title=title), tip=tr("Switch off")
        )
        self.off.clicked.connect(lambda: self.wanted.emit(()))
        self.reset = Button(
            "icon", icon="undo", name=tr("Reset: {title}", title=title), tip=tr("Reset")
        )
        self.reset.clicked.connect(self.reset_wanted)
        policy = self.off.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the keys stay in one line
        self.off.setSizePolicy(policy)
        self.told = Label("", "error", wrap=True)
        self.use = Button(
            "plain", tr("Use it here"), name=tr("Use it for: {title}", title=title), on=self._use
        )
        self.leave = Button(
            "quiet", tr("Leave it"), name=tr("Leave it: {title}", title=title), on=self._quiet
        )
        self._question = QWidget()
        question = row(self.told, self.use, self.leave, margins=(0, 0, 0, 6))
        question.setStretch(0, 1)
        self._question.setLayout(question)
        head = row(Label(title), None, self.reset, self.key, self.off, space=4)
        self.setLayout(column(head, self._question, space=0))
        self._question.hide()

    def text(self) -> str:
        """What a search looks through."""
        return f"{self._title} {self.key.text()}"

    def show_keys(self, keys: Keys, *, changed: bool) -> None:
        self.key.show_keys(keys)
        self.off.setVisible(bool(keys))
        self.reset.setVisible(changed)
        self._question.hide()

    def tell(self, why: str) -> None:
        """Why a key cannot be taken."""
        self._agreed = None
        self._show_question(why)
        self.use.hide()
        self.leave.hide()

    def ask(self, taken: str, agreed: Callable[[], object]) -> None:
        """Somebody else has the key: shall it move here?"""
        self._agreed = agreed
        self._show_question(taken)
        self.use.show()
        self.leave.show()
        self.use.setFocus()

    def _show_question(self, text: str) -> None:
        self.told.setText(text)
        self.use.setAccessibleDescription(text)
        self.key.setAccessibleDescription(text)
        self._question.show()

    def _use(self) -> None:
        agreed, self._agreed = self._agreed, None
        self._quiet()
        if agreed is not None:
            agreed()

    def _quiet(self) -> None:
        self._question.hide()
        self.key.setAccessibleDescription(tr(CHOOSE))
        self.key.setFocus()


class FixedRow(QWidget):
    """A key that a field or a list has by its nature."""

    def __init__(self, fixed: FixedKey) -> None:
        super().__init__()
        title = tr(fixed.title)
        self._text = f"{title} {' '.join(map(keymap.shown, fixed.keys))}"
        keys = Label(_either(fixed.keys), "caption")
        keys.setToolTip(tr("This key is fixed"))
        self.setLayout(row(Label(title), None, keys, margins=(0, 7, 45, 7)))

    def text(self) -> str:
        return self._text


def _either(keys: Keys) -> str:
    between = tr("or", "between two keys")
    return f"  {between}  ".join(map(keymap.shown, keys))
