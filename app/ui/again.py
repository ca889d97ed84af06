"""The same reply by other layers, side by side where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.events import ReplyDone, StopReason
from app.domain.ledger import Arm, Message
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, column, repolish, row
from app.ui.language import mark, told, tr
from app.ui.prose import ProseView
from app.ui.reasonwords import ARMS

FRAME_MS = 40
NARROWEST = 200  # design pixels of a column
WAITING, WRITING = mark("Waits for its turn"), mark("Writing …")


class Attempt(Panel):
    """The reply of one arm, in the making or done; `taken` with the message that is not stored."""

    taken = Signal(object)

    def __init__(self, arm: Arm) -> None:
        super().__init__("card")
        self._text = ""
        self._reply: Message | None = None
        by = tr(ARMS[arm])
        self.prose = ProseView(tr("Reply: {by}", by=by))
        self.state = Label(tr(WAITING), "caption", wrap=True)
        name = tr("Use this one: {by}", by=by)
        self.use = Button("plain", tr("Use this one"), name=name, on=self._take)
        self.use.setToolTip(tr("It becomes another version of the reply; the old one is kept"))
        self.use.hide()
        self.setLayout(
            column(
                Label(by, "label"),
                self.prose,
                self.state,
                row(self.use, None),
                None,
                margins=(14, 12, 14, 12),
            )
        )
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint)

    def grow(self, piece: str) -> None:
        self._text += piece
        self.state.setText(tr(WRITING))
        if not self._frame.isActive():
            self._frame.start()

    def finish(self, done: ReplyDone) -> None:
        self._reply = done.message
        self._text = done.message.text
        self._paint()
        said = [_ended(done)]
        if done.tokens_per_s:
            said.append(tr("{count} a second", count=words.number(round(done.tokens_per_s))))
        self.state.setText(" · ".join(said))
        self.use.setVisible(bool(self._text))

    def give_up(self) -> None:
        """Nothing more comes."""
        if self._reply is None:
            self.state.setText(tr("Stopped"))

    def _paint(self) -> None:
        self.prose.show_text(self._text)

    def _take(self) -> None:
        if self._reply is not None:
            self.use.setEnabled(False)  # once is enough
            self.taken.emit(self._reply)


class Attempts(QWidget):
    """As many columns as are good to read, else one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Attempt] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().px(10))

    def show_attempts(self, attempts: Sequence[Attempt]) -> None:
        for old in self._shown:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = list(attempts)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def columns(self) -> int:
        fit = max(1, self.width() // theme.current().px(NARROWEST))
        count = max(1, len(self._shown))
        return 2 if count == 4 and fit == 3 else min(fit, count)

    def _place(self) -> None:
        columns = self.columns
        for at, attempt in enumerate(self._shown):
            self._grid.addWidget(attempt, at // columns, at % columns)
        for at in range(len(ARMS)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


class Choice(Button):
    """One arm, chosen or not."""

    def __init__(self, arm: Arm, hindrance: str) -> None:
        by, why_not = tr(ARMS[arm]), str(told(hindrance))
        super().__init__("choice", by, icon="plus", name=tr("Answer again: {by}", by=by))
        self.setCheckable(True)
        self.setEnabled(not hindrance)
        self.setToolTip(why_not)
        self.setAccessibleDescription(why_not)
        self.toggled.connect(lambda on: self.set_icon("check" if on else "plus"))


class Again(QWidget):
    """Chooses the arms and shows what they say."""

    asked = Signal(object)  # list of Arm: as `list` they would arrive as plain text
    stopped = Signal()
    taken = Signal(object)  # Message

    def __init__(self, hindrances: Mapping[Arm, str], by: Arm | None) -> None:
        super().__init__()
        self._by_arm: dict[Arm, Attempt] = {}
        self.boxes = {arm: Choice(arm, hindrances[arm]) for arm in Arm}
        for arm, box in self.boxes.items():
            box.setChecked(box.isEnabled() and arm is not by)
            box.toggled.connect(lambda _: self._show_buttons())
        self.ask = Button("plain", tr("Answer again"), icon="redo", on=self._ask)
        self.stop = Button("plain", tr("Stop"), icon="stop", on=self.stopped.emit)
        self.stop.setAccessibleName(tr("Stop answering again"))
        self.stop.hide()
        self._taken = False
        boxes = QGridLayout()
        boxes.setSpacing(theme.current().px(6))
        for at, box in enumerate(self.boxes.values()):
            boxes.addWidget(box, at // 2, at % 2)
        boxes.setColumnStretch(2, 1)
        self.attempts = Attempts()
        self.attempts.hide()
        outer = column(space=8)
        outer.addWidget(Label(tr("Answer again as"), "label"))
        outer.addLayout(boxes)
        for text in dict.fromkeys(filter(None, hindrances.values())):
            outer.addWidget(Label(_explained(text, hindrances), "caption", wrap=True))
        outer.addLayout(row(self.ask, self.stop, None))
        outer.addWidget(self.attempts)
        self.setLayout(outer)
        self._show_buttons()

    @property
    def chosen(self) -> list[Arm]:
        return [arm for arm, box in self.boxes.items() if box.isChecked()]

    def begin(self) -> None:
        self._by_arm = {arm: Attempt(arm) for arm in self.chosen}
        for attempt in self._by_arm.values():
            attempt.taken.connect(self.taken)
        self.attempts.show_attempts(list(self._by_arm.values()))
        self.attempts.show()
        self.stop.show()

    def grow(self, arm: Arm, piece: str) -> None:
        self._by_arm[arm].grow(piece)

    def finish(self, arm: Arm, done: ReplyDone) -> None:
        self._by_arm[arm].finish(done)

    def end(self) -> None:
        self.stop.hide()
        for attempt in self._by_arm.values():
            attempt.give_up()

    def set_busy(self, busy: bool) -> None:
        """While something else is being written."""
        self._taken = busy
        self._show_buttons()

    def _ask(self) -> None:
        self.asked.emit(self.chosen)

    def _show_buttons(self) -> None:
        self.ask.setEnabled(bool(self.chosen) and not self._taken)
        self.ask.setToolTip(
            tr("A reply is being written") if self._taken else tr("Nothing is stored")
        )
        repolish(self.ask)


def _explained(text: str, hindrances: Mapping[Arm, str]) -> str:
    """`With what it learned, with both: nothing is learned yet.`"""
    names = [tr(ARMS[arm]) for arm, said in hindrances.items() if said == text]
    first, *others = names
    named = ", ".join([first, *map(words.inside, others)])
    return tr("{layers}: {why_not}", layers=named, why_not=words.inside(str(told(text))))


def _ended(done: ReplyDone) -> str:
    match done.stop_reason:
        case StopReason.STOPPED:
            return tr("Stopped")
        case StopReason.CRASHED:
            return tr("Cut off")
        case _:
            return tr("%n token(s)", "", done.completion_tokens)
