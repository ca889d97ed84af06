"""Small marks of what the person did with a reply, each with how much it says. A click takes back.

Thumbs are marked by the buttons themselves and corrections by their own mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Kind, State, Via
from app.domain.ledger import Signal as LedgerSignal
from app.ui.controls import Button, clear, row

NOT_LEARNED = {
    State.EXCLUDED: " It is left out of learning.",
    State.QUARANTINED: " It waits for your judgement.",
}
BACK = " Click to take it back."


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a gesture is called, and how much it says."""

    name: str
    strength: str
    icon: str = "check"


MEANINGS = {
    (Kind.ACCEPT, Via.THUMB): Meaning("Good reply", "The strongest way to say that it is good."),
    (Kind.ACCEPT, Via.COPY): Meaning(
        "Copied", "Counts as a good reply, a little less than a thumb up."
    ),
    (Kind.ACCEPT, Via.INSERT): Meaning(
        "Inserted", "Counts as a good reply, a little less than copying it."
    ),
    (Kind.REJECT, Via.THUMB): Meaning("Bad reply", "The strongest way to say that it is bad."),
    (Kind.REJECT, Via.REGENERATE): Meaning(
        "Written again", "Counts as a bad reply, a little less than a thumb down.", "redo"
    ),
}


def explained(signal: LedgerSignal) -> str:
    """The tooltip of a mark."""
    state = NOT_LEARNED.get(signal.state, "")
    return MEANINGS[signal.kind, signal.via].strength + state + BACK


def has_mark(signal: LedgerSignal) -> bool:
    return signal.via is not Via.THUMB and (signal.kind, signal.via) in MEANINGS


class Marks(QWidget):
    """`taken_back` with the id of a signal."""

    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._row = row(space=6)
        self.setLayout(self._row)

    def show_signals(self, signals: Sequence[LedgerSignal]) -> None:
        clear(self._row)
        self.buttons = [self._mark(signal) for signal in signals if has_mark(signal)]
        for button in self.buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _mark(self, signal: LedgerSignal) -> Button:
        meaning = MEANINGS[signal.kind, signal.via]
        return Button(
            "sign",
            meaning.name,
            icon=meaning.icon,
            name=f"{meaning.name}. Take back",
            tip=explained(signal),
            on=lambda: self.taken_back.emit(signal.id),
        )
