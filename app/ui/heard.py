"""What became of something that the person told about themselves: a small mark under their message,
with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.events import Heard, Hearing
from app.services.listening import Listening
from app.ui.controls import Button, ElidedLabel, clear, column, row
from app.ui.language import mark, tr
from app.ui.runner import Runner

SAID = {
    Hearing.REMEMBERED: mark("Remembered: {text}"),
    Hearing.KNOWN: mark("Already remembered: {text}"),
    Hearing.PROPOSED: mark("Remember this? {text}"),
    Hearing.FORGOTTEN: mark("Forgotten, also by what the nights learned from it"),
    Hearing.SEVERAL: mark("Several memories may be meant"),
    Hearing.UNKNOWN: mark("Nothing like that is remembered"),
    Hearing.TEMPORARY: mark("Nothing is remembered or forgotten in a temporary chat"),
}
LONGEST = 80
"""Characters of a memory in its mark; all of it is in the tip."""


class HearingModel(QObject):
    """Takes back and approves in the background; `done`: what is shown is to be read anew."""

    done = Signal()

    def __init__(self, listening: Listening, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._listening = listening
        self._runner = runner

    def pasted(self, text: str) -> None:
        """Into a message: nothing in it is taken for the person's own wish."""
        self._listening.pasted.note(text)

    def undo(self, heard: Heard) -> None:
        self._change(lambda: self._listening.undo(heard))

    def approve(self, heard: Heard) -> None:
        self._change(lambda: self._listening.approve(heard))

    def _change(self, work: Callable[[], object]) -> None:
        self._runner.in_turn("heard", work, lambda _: self.done.emit())


class HeardMarks(QWidget):
    """`undone` and `approved` with what was Heard, `wanted` with the words whose memories are to be
    shown."""

    undone = Signal(object)
    approved = Signal(object)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Heard, ...] = ()
        self.buttons: list[Button] = []
        self._lines = column(space=2)
        self.setLayout(self._lines)

    def show_heard(self, heard: Sequence[Heard]) -> None:
        if tuple(heard) == self.shown:
            return
        self.shown = tuple(heard)
        clear(self._lines)
        self.buttons = []
        for one in heard:
            self._lines.addWidget(self._line(one))

    def _line(self, heard: Heard) -> QWidget:
        said = tr(SAID[heard.hearing], text=f"“{_short(heard.text)}”")
        label = ElidedLabel("", "caption")
        label.set_full(said)
        label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        made = self._ways(heard, said)
        self.buttons += made
        line = QWidget()
        layout = row(label, *made, space=6)
        layout.setStretch(0, 1)
        line.setLayout(layout)
        return line

    def _ways(self, heard: Heard, said: str) -> list[Button]:
        """What can be done about it."""
        match heard.hearing:
            case Hearing.PROPOSED:
                return [
                    self._button(tr("Remember"), "check", said, lambda: self.approved.emit(heard)),
                    self._button(tr("No"), "cross", said, lambda: self.undone.emit(heard)),
                ]
            case Hearing.SEVERAL:
                return [
                    self._button(
                        tr("Show them"), "search", said, lambda: self.wanted.emit(heard.text)
                    )
                ]
            case _ if heard.can_undo:
                return [self._button(tr("Undo"), "undo", said, lambda: self.undone.emit(heard))]
        return []

    def _button(self, text: str, icon: str, of: str, on: Callable[[], object]) -> Button:
        def act() -> None:
            for button in self.buttons:
                button.setEnabled(False)  # until the answer is here
            on()

        return Button("sign", text, icon=icon, name=f"{text}: {of}", on=act)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
