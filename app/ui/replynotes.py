"""What there is to say about a reply: how it ended, and what the person made of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Signal as LedgerSignal
from app.domain.ledger import State
from app.ui.controls import Button, Label, column, row
from app.ui.correction import Correction
from app.ui.language import mark, tr
from app.ui.later import Later
from app.ui.marks import Marks, has_mark

WAITS = mark("Waits for your judgement: this chat holds a file")


class ReplyNotes(QWidget):
    """Most replies have none of these: each comes when there is something to it."""

    taken_back = Signal(str)  # signal id
    learning = Signal(str, bool)  # signal id, whether nights may learn from it
    resumed = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = Later(lambda: Label("", "caption", wrap=True), self.grown.emit)
        self._resume = Later(self._make_resume, self.grown.emit)
        self._correction = Later(self._make_correction, self.grown.emit)
        self._marks = Later(self._make_marks, self.grown.emit)
        self._waits = Later(lambda: Label(tr(WAITS), "caption", wrap=True), self.grown.emit)
        resume = row(self._resume.room, None)
        marks = self._correction.room, self._marks.room, self._waits.room
        self.setLayout(column(self._state.room, resume, *marks, space=8))
        self._wanted = True
        self.hide()

    @property
    def state(self) -> Label:
        return self._state.get()

    @property
    def resume(self) -> Button:
        return self._resume.get()

    @property
    def correction(self) -> Correction:
        return self._correction.get()

    @property
    def marks(self) -> Marks:
        return self._marks.get()

    @property
    def waits(self) -> Label:
        return self._waits.get()

    def show_state(self, said: str, *, resumable: bool) -> None:
        """How the reply ended, or what is going on, in words."""
        if said:
            self.state.setText(said)
        self._state.show_if(bool(said))
        self._resume.show_if(resumable)
        self._show()

    def show_signals(self, edit: LedgerSignal | None, signals: Sequence[LedgerSignal]) -> None:
        """The correction, if there is one, among what the person did with the reply."""
        if edit is not None:
            self.correction.show_edit(edit)
        self._correction.show_if(edit is not None)
        self._marks.show_if(any(map(has_mark, signals)))
        if self._marks.made is not None:
            self._marks.made.show_signals(signals)
        self._waits.show_if(any(signal.state is State.QUARANTINED for signal in signals))
        self._show()

    def want(self, wanted: bool) -> None:
        """Not while the reply is corrected."""
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        parts = self._state, self._resume, self._correction, self._marks, self._waits
        there = any(part.made is not None and not part.made.isHidden() for part in parts)
        self.setVisible(there and self._wanted)

    def _make_resume(self) -> Button:
        return Button("plain", tr("Continue"), name=tr("Continue this reply"), on=self.resumed.emit)

    def _make_correction(self) -> Correction:
        correction = Correction()
        correction.taken_back.connect(self.taken_back)
        correction.learning.connect(self.learning)
        return correction

    def _make_marks(self) -> Marks:
        marks = Marks()
        marks.taken_back.connect(self.taken_back)
        return marks
