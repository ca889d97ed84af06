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
from app.ui.language import mark, tr

NOT_LEARNED = {
    State.EXCLUDED: mark("It is left out of learning."),
    State.QUARANTINED: mark("It waits for your judgement."),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a gesture is called, and how much it says."""

    name: str
    strength: str
    icon: str = "check"

    def told(self) -> str:
        return f"{tr(self.name)}. {tr(self.strength)}"


MEANINGS = {
    (Kind.ACCEPT, Via.THUMB): Meaning(
        mark("Good reply"), mark("The strongest way to say that it is good.")
    ),
    (Kind.ACCEPT, Via.COPY): Meaning(
        mark("Copied"), mark("Counts as a good reply, a little less than a thumb up.")
    ),
    (Kind.ACCEPT, Via.INSERT): Meaning(
        mark("Inserted"), mark("Counts as a good reply, a little less than copying it.")
    ),
    (Kind.REJECT, Via.THUMB): Meaning(
        mark("Bad reply"), mark("The strongest way to say that it is bad.")
    ),
    (Kind.REJECT, Via.REGENERATE): Meaning(
        mark("Written again"),
        mark("Counts as a bad reply, a little less than a thumb down."),
        "redo",
    ),
}


def explained(signal: LedgerSignal) -> str:
    """The tooltip of a mark."""
    said = [tr(MEANINGS[signal.kind, signal.via].strength)]
    if signal.state in NOT_LEARNED:
        said.append(tr(NOT_LEARNED[signal.state]))
    return " ".join([*said, tr("Click to take it back.")])


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
            tr(meaning.name),
            icon=meaning.icon,
            name=tr("{sign}. Take back", sign=tr(meaning.name)),
            tip=explained(signal),
            on=lambda: self.taken_back.emit(signal.id),
        )
