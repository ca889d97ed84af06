"""Two nights, or a night and the bare model, answer one prompt of the person's side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.domain.ledger import Night
from app.engine.client import EngineDone
from app.ui import theme, words
from app.ui.answer import Answer, Answers
from app.ui.comparemodel import CompareModel
from app.ui.controls import Button, Label, Panel, column, repolish, row
from app.ui.flow import Flow
from app.ui.growingtext import GrowingText
from app.ui.language import mark, tr
from app.ui.nightmodel import NightModel
from app.ui.page import Page

WIDTH = 940
MOST_LINES = 8
SAID = mark(
    "Only what was learned answers here: no memories and no past corrections stand in the prompt. "
    "Nothing is stored, and nothing is learned from it."
)


class ComparePage(Page):
    """`back` to the list of nights."""

    back = Signal()

    def __init__(self, nights: NightModel, model: CompareModel) -> None:
        super().__init__(tr("Compare nights"), WIDTH)
        self._nights = nights
        self._model = model
        self._listed: list[tuple[str | None, str]] = []
        self._answers: list[Answer] = []
        self.first, self.second = _choice(tr("First")), _choice(tr("Second"))
        self.field = GrowingText(tr("Prompt"), most_lines=MOST_LINES, enter_breaks=False)
        self.field.setPlaceholderText(tr("Ask what you often ask …"))
        self.ask = Button("primary", tr("Ask both"), icon="send", on=self._ask)
        self.stop = Button("plain", tr("Stop"), icon="stop", name=tr("Stop both"), on=model.stop)
        self.answers = Answers()
        self._make()
        self.field.submitted.connect(self._ask)
        self.field.cancelled.connect(model.stop)
        self.field.textChanged.connect(self._show_buttons)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(lambda _: self._show_buttons())
        nights.changed.connect(self._list)
        model.grew.connect(lambda at, piece: self._answers[at].grow(piece))
        model.answered.connect(self._answered)
        model.ended.connect(self._ended)
        self._list()

    def begin(self, night: Night | None = None) -> None:
        """`night` against the one before it, or against the bare model."""
        self._list()
        ids = [identity for identity, _ in self._listed]
        newest = ids.index(night.id) if night and night.id in ids else min(1, len(ids) - 1)
        self.second.setCurrentIndex(newest)
        self.first.setCurrentIndex(newest + 1 if newest + 1 < len(ids) and newest else 0)
        self.field.setFocus()

    def _make(self) -> None:
        back = Button("quiet", tr("All nights"), icon="chevron-left", on=self.back.emit)
        self.column.addLayout(row(back, None))
        self.column.addWidget(Label(tr("Compare nights"), "display"))
        self.column.addWidget(Label(tr(SAID), "muted", wrap=True))
        sides = Flow(theme.current().px(10))
        for part in (self.first, Label(tr("beside", "between two that are compared")), self.second):
            sides.addWidget(part)
        surface = Panel("composer")
        inner = column(space=8, margins=(16, 10, 10, 10))
        inner.addWidget(self.field)
        inner.addLayout(row(None, self.stop, self.ask))
        surface.setLayout(inner)
        self.column.addLayout(sides)
        self.column.addWidget(surface)
        self.column.addWidget(self.answers)
        self.column.addStretch(1)
        self.stop.hide()
        self.answers.hide()

    def _list(self) -> None:
        state = self._nights.state
        going = self._nights.about_to_go()
        listed: list[tuple[str | None, str]] = [(None, tr("The bare model"))]
        for night in state.nights:
            if state.can_use(night) and night.id not in going:
                name = words.sentence(words.when(night.started))
                used = tr("{night}, in use", night=name) if state.in_use(night) else name
                listed.append((night.id, used))
        if listed == self._listed:
            return
        kept = self._chosen()
        self._listed = listed
        ids = [identity for identity, _ in listed]
        for box, chosen in zip((self.first, self.second), kept, strict=True):
            box.clear()
            box.addItems([name for _, name in listed])
            box.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self._show_buttons()

    def _chosen(self) -> tuple[str | None, str | None]:
        def of(box: QComboBox) -> str | None:
            at = box.currentIndex()
            return self._listed[at][0] if 0 <= at < len(self._listed) else None

        return of(self.first), of(self.second)

    def _ask(self) -> None:
        if not self.ask.isEnabled():
            return
        self._answers = [Answer(box.currentText()) for box in (self.first, self.second)]
        self.answers.show_answers(self._answers)
        self.answers.show()
        self.stop.show()
        self._model.ask(self._chosen(), self.field.text())
        self._show_buttons()

    def _answered(self, at: int, done: EngineDone) -> None:
        self._answers[at].end(
            done.text.strip(), done.stop_reason, done.completion_tokens, done.tokens_per_s
        )

    def _ended(self) -> None:
        self.stop.hide()
        for answer in self._answers:
            answer.give_up()
        self._show_buttons()

    def _show_buttons(self) -> None:
        first, second = self._chosen()
        same = first == second
        ready = bool(self.field.text().strip()) and not same and not self._model.running
        self.ask.setEnabled(ready)
        self.ask.setToolTip(tr("Choose two that differ") if same else "")
        repolish(self.ask)


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
