"""A rewritten passage in the place of the text: hunk by hunk, taken or not. Nothing is silent."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui import hunks, theme
from app.ui.controls import Button, Label, column, row
from app.ui.growingtext import ENTER
from app.ui.hunks import Hunk, Proposal
from app.ui.language import mark, tr
from app.ui.textview import TextView

KEYS = mark("Enter takes it, Backspace leaves it, Tab goes to the next.")


class HunkView(TextView):
    """The text with its hunks. Keys are reported, for the review to act on."""

    pressed = Signal(object)  # QKeyEvent, accepted by whoever has used it

    def __init__(self) -> None:
        super().__init__(tr("Suggested changes"))
        self.setCursorWidth(0)  # the arrow says where one is

    def event(self, event: QEvent) -> bool:
        """Before shortcuts and before Tab moves the focus."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            event.ignore()
            self.pressed.emit(event)
            if event.isAccepted():
                return True
            event.accept()  # as it came: or the parent moves the focus once more
        return super().event(event)


class HunkReview(QWidget):
    """`decided` with the hunks that were taken, `stopped` while the model still writes."""

    decided = Signal(object)  # list[Hunk]
    stopped = Signal()
    moved = Signal(object, QRect)  # a widget and the part of it to keep in view

    def __init__(self) -> None:
        super().__init__()
        self._text = ("", "", "")  # what stands before the passage, the passage, what follows it
        self._hunks: tuple[Hunk, ...] = ()
        self._answers: dict[int, bool] = {}
        self._current = 0
        self.view = HunkView()
        self.view.pressed.connect(self._key)
        self.state = Label("", "caption", wrap=True)
        self.stop = Button("plain", tr("Stop"), icon="stop", on=self.stopped.emit)
        self.stop.setToolTip(tr("Stop; your text stays as it was (Esc)"))
        self.take = Button(
            "plain", tr("Take", "a suggested change"), icon="check", on=lambda: self._answer(True)
        )
        self.leave = Button(
            "plain",
            tr("Leave", "a suggested change, as it was"),
            icon="cross",
            on=lambda: self._answer(False),
        )
        self.take_all = Button(
            "quiet", tr("Take all", "suggested changes"), on=lambda: self._answer_all(True)
        )
        self.leave_all = Button(
            "quiet",
            tr("Leave all", "suggested changes, as they were"),
            on=lambda: self._answer_all(False),
        )
        for button, tip in (
            (self.take, tr("Take this change (Enter)")),
            (self.leave, tr("Leave it as it was (Backspace)")),
            (self.take_all, tr("Take all that are left (Shift+Enter)")),
            (self.leave_all, tr("Leave all that are left (Esc)")),
        ):
            button.setToolTip(tip)
        self._buttons = (self.take, self.leave, self.take_all, self.leave_all)
        buttons = row(*self._buttons, self.stop, None, space=6)
        self.setLayout(column(self.view, self.state, buttons, space=10))
        self.setFocusProxy(self.view)
        theme.current().changed.connect(self._paint)

    def begin(self, text: str, start: int, end: int) -> None:
        """The model has been asked for another text[start:end]."""
        self._text = (text[:start], text[start:end], text[end:])
        self._hunks, self._answers = (), {}
        self._show_buttons(writing=True)
        self.grow("")

    def grow(self, written: str) -> None:
        self.state.setText(tr("Rewriting …") if written else tr("Waiting for the model …"))
        shown = html.escape(written).replace("\n", "<br>") or "…"
        self._show(f'<span class="added">{shown}</span>')

    def propose(self, proposal: Proposal) -> None:
        """The passage is written: now it is the person's turn."""
        self._hunks = proposal.hunks
        if not self._hunks:
            self.decided.emit([])
            return
        self._current = 0
        self._show_buttons(writing=False)
        self._paint()
        self.view.setFocus()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On a button, Enter is for that button; all else is as in the text."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, Button):
            focused.click()
            return
        event.ignore()
        self._key(event)

    def _key(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        writing = not self._hunks
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.stopped.emit() if writing else self._answer_all(False)
            case _ if writing:
                return
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._answer_all(True) if shift else self._answer(True)
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete:
                self._answer_all(False) if shift else self._answer(False)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                if not self._go(back=event.key() == Qt.Key.Key_Backtab):
                    return
            case _:
                return
        event.accept()

    def _go(self, *, back: bool = False) -> bool:
        """To the next hunk that is open; False where there is none, and the focus may go on."""
        order = [n for n in range(len(self._hunks)) if n not in self._answers]
        ahead = [n for n in order if (n < self._current if back else n > self._current)]
        if not ahead:
            return False
        self._current = ahead[-1] if back else ahead[0]
        self._paint()
        return True

    def _answer(self, taken: bool) -> None:
        self._answers[self._current] = taken
        if len(self._answers) == len(self._hunks):
            self._finish()
        elif not self._go():
            self._go(back=True)

    def _answer_all(self, taken: bool) -> None:
        for number in range(len(self._hunks)):
            self._answers.setdefault(number, taken)
        self._finish()

    def _finish(self) -> None:
        self.decided.emit([hunk for n, hunk in enumerate(self._hunks) if self._answers[n]])

    # looks

    def _show_buttons(self, *, writing: bool) -> None:
        self.stop.setVisible(writing)
        for button in self._buttons:
            button.setVisible(not writing)

    def _paint(self) -> None:
        if not self._hunks:
            return
        left = len(self._hunks) - len(self._answers)
        self.state.setText(" ".join((tr("%n change(s) suggested.", "", left), tr(KEYS))))
        self.view.setAccessibleDescription(hunks.spoken(self._hunks[self._current]))
        self._show(hunks.to_html(self._text[1], self._hunks, self._answers, self._current))
        arrow = self.view.document().find(hunks.ARROW, len(self._text[0]))
        self.moved.emit(self.view, self.view.cursorRect(arrow))

    def _show(self, passage: str) -> None:
        before, _, after = (html.escape(part).replace("\n", "<br>") for part in self._text)
        self.view.set_html(
            f'<p><span class="beside">{before}</span>{passage}'
            f'<span class="beside">{after}</span></p>'
        )
