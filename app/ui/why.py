"""The panel under a reply that says what it was made from, and lets other layers answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.events import ReplyEvent
from app.domain.ledger import Arm, Memory
from app.domain.ledger import Signal as LedgerSignal
from app.services.reasons import Reason
from app.ui import reasonwords, theme, worddiff, words
from app.ui.again import Again
from app.ui.controls import Button, ElidedLabel, Label, Panel, column, row
from app.ui.language import tr
from app.ui.message import ReplyMessage
from app.ui.textview import TextView
from app.ui.transcript import Transcript
from app.ui.whymodel import WhyModel


class Explainer(QObject):
    """Unfolds the panel under a reply and folds it again."""

    night = Signal(str)  # id of a night whose report is asked for

    def __init__(self, model: WhyModel, transcript: Transcript) -> None:
        super().__init__(transcript)
        self._model = model
        transcript.why.connect(self.toggle)

    def toggle(self, view: ReplyMessage) -> None:
        if view.panel is not None or view.message is None:
            view.show_panel(None)
            return
        panel = WhyPanel(view.message.id, self._model)
        panel.night.connect(self.night)
        view.show_panel(panel)


class WhyPanel(Panel):
    """Empty until its reason has come."""

    night = Signal(str)

    def __init__(self, message_id: str, model: WhyModel) -> None:
        super().__init__("inset")
        self._id = message_id
        self._model = model
        self.again: Again | None = None
        self._inner = column(space=14, margins=(18, 16, 18, 16))
        self.setLayout(self._inner)
        model.explained.connect(self._explain)
        model.said.connect(self._hear)
        model.ended.connect(self._ended)
        model.busy.connect(self._busy)
        model.explain(message_id)

    def _explain(self, reason: Reason) -> None:
        if reason.message.id != self._id or self.again is not None:
            return
        self._inner.addWidget(Label(reasonwords.layers(reason), "body", wrap=True))
        if reason.memories:
            self._add(tr("What it knows about you"), *map(_memory, reason.memories))
        if reason.examples:
            self._add(tr("Corrections that stood as examples"), *map(Example, reason.examples))
        if reason.night is not None:
            night = reason.night.id
            show = Button("quiet", tr("Report of that night"), icon="moon")
            show.clicked.connect(lambda: self.night.emit(night))
            self._inner.addLayout(row(show, None))
        told = reasonwords.figures(reason.message)
        if told:
            self._inner.addWidget(Label(told, "caption", wrap=True))
        self._offer(Again(reason.arms, reason.message.arm))

    def _offer(self, again: Again) -> None:
        self.again = again
        again.asked.connect(self._ask)
        again.stopped.connect(self._model.stop)
        again.taken.connect(self._model.take)
        again.set_busy(self._model.is_busy)
        self._inner.addWidget(again)
        self._replay()

    def _replay(self) -> None:
        """What was said while the panel was closed, or in the one before it."""
        last = self._model.last(self._id)
        if self.again is None or last is None:
            return
        self.again.begin(last.arms)
        for arm, event in last.said:
            self.again.hear(arm, event)
        if last.over:
            self.again.end()

    def _add(self, title: str, *lines: QWidget | QBoxLayout) -> None:
        self._inner.addLayout(column(Label(title, "label"), *lines, space=4))

    # answering again

    def _ask(self, arms: list[Arm]) -> None:
        if self.again is not None and self._model.compare(self._id, arms):
            self.again.begin(arms)

    def _hear(self, message_id: str, arm: Arm, event: ReplyEvent) -> None:
        if self.again is not None and message_id == self._id:
            self.again.hear(arm, event)

    def _ended(self, message_id: str) -> None:
        if self.again is not None and message_id == self._id:
            self.again.end()

    def _busy(self, busy: bool) -> None:
        if self.again is not None:
            self.again.set_busy(busy)


class Example(QWidget):
    """A past correction: what was asked, and folded under it what the person changed."""

    def __init__(self, signal: LedgerSignal | None) -> None:
        super().__init__()
        self._signal = signal
        if signal is None:
            self.setLayout(row(Label(tr("A correction, forgotten since"), "muted")))
            return
        asked = " ".join(signal.prompt.split())
        self.unfold = Button("icon", icon="chevron-right", on=self._toggle)
        self.unfold.setAccessibleName(tr("Show what you changed: {asked}", asked=asked))
        self.unfold.setToolTip(tr("Show what you changed"))
        head = row(self.unfold, ElidedLabel(asked), Label(words.day(signal.at), "caption"), space=4)
        head.setStretch(1, 1)
        self.diff = TextView(tr("What you changed"))
        self.diff.hide()
        outer = column(space=4)
        outer.addLayout(head)
        outer.addLayout(row(30, self.diff, space=0))
        self.setLayout(outer)
        theme.current().changed.connect(self._paint)

    def _toggle(self) -> None:
        self.diff.setVisible(self.diff.isHidden())
        self.unfold.set_icon("chevron-right" if self.diff.isHidden() else "chevron-down")
        self._paint()

    def _paint(self) -> None:
        if self._signal is not None and not self.diff.isHidden():
            parts = worddiff.diff(self._signal.reply, self._signal.edited or "")
            self.diff.set_html(f"<p>{worddiff.to_html(worddiff.fold(parts))}</p>")
            self.diff.setAccessibleDescription(worddiff.spoken(parts))


def _memory(memory: Memory | None) -> QBoxLayout:
    if memory is None:
        return row(Label(tr("Something, forgotten since"), "muted"), None)
    since = tr("since {day}", day=words.day(memory.from_))
    line = row(Label(memory.text, wrap=True), Label(since, "caption"))
    line.setStretch(0, 1)
    return line
