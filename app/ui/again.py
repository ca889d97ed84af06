"""The same reply by other layers, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece
from app.domain.ledger import Arm, Message
from app.ui import theme, words
from app.ui.answer import Answer, Answers
from app.ui.controls import Button, Label, column, repolish, row
from app.ui.language import told, tr
from app.ui.reasonwords import ARMS


class Attempt(Answer):
    """The reply of one arm; `taken` with the message that is not stored."""

    taken = Signal(object)

    def __init__(self, arm: Arm) -> None:
        by = tr(ARMS[arm])
        super().__init__(by)
        self._reply: Message | None = None
        name = tr("Use this one: {by}", by=by)
        self.use = Button("plain", tr("Use this one"), name=name, on=self._take)
        self.use.setToolTip(tr("It becomes another version of the reply; the old one is kept"))
        self.use.hide()
        self.foot.insertWidget(0, self.use)

    def finish(self, done: ReplyDone) -> None:
        self._reply = done.message
        self.end(done.message.text, done.stop_reason, done.completion_tokens, done.tokens_per_s)
        self.use.setVisible(bool(done.message.text))

    def _take(self) -> None:
        if self._reply is not None:
            self.use.setEnabled(False)  # once is enough
            self.taken.emit(self._reply)


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
        self.attempts = Answers()
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

    def begin(self, arms: Iterable[Arm]) -> None:
        self._by_arm = {arm: Attempt(arm) for arm in arms}
        for attempt in self._by_arm.values():
            attempt.taken.connect(self.taken)
        self.attempts.show_answers(list(self._by_arm.values()))
        self.attempts.show()
        self.stop.show()

    def hear(self, arm: Arm, event: ReplyEvent) -> None:
        if isinstance(event, ReplyPiece):
            self._by_arm[arm].grow(event.text)
        elif isinstance(event, ReplyDone):
            self._by_arm[arm].finish(event)

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
