"""A card for the morning: what the night came to, and what waits for the person's word."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.ledger import Memory, MemoryState, Night, Outcome
from app.ui import reportrows, theme, words
from app.ui.controls import Button, ElidedLabel, Label, Panel, Picture, clear, column, row
from app.ui.flow import Flow
from app.ui.language import told, tr
from app.ui.morningmodel import MorningModel

SEEN_MS = 2500  # on the screen; less is a glimpse
MOST_PROPOSALS = 3
LONGEST = 140  # characters of an example


class MorningCard(Panel):
    """Hidden while there is nothing to tell; never over anything, never in the way."""

    report_wanted = Signal(str)  # id of a night
    memories_wanted = Signal()
    corrections_wanted = Signal()
    sleep_wanted = Signal()

    def __init__(self, model: MorningModel) -> None:
        super().__init__("card")
        self._model = model
        self.title = Label("", "title", wrap=True)
        close = Button("icon", icon="cross", name=tr("Close the morning card"), on=model.dismiss)
        head = row(Picture("moon", colour="accent", side=18), self.title, close, space=10)
        head.setStretch(1, 1)
        self._body = column(space=12)
        inner = column(space=10, margins=(20, 14, 14, 18))
        inner.addLayout(head)
        holder = QWidget()
        holder.setLayout(self._body)
        inner.addWidget(holder)
        self.setLayout(inner)
        self.setAccessibleName(tr("Morning card"))
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(SEEN_MS)
        self._seen.timeout.connect(self._look)
        model.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._seen.stop()

    def _look(self) -> None:
        if self._model.morning is not None and self.isVisible():
            self._model.see()

    def _show(self) -> None:
        morning = self._model.morning
        clear(self._body)
        self.setVisible(morning is not None)
        if morning is None:
            return
        self.title.setText(_title(morning.night))
        if morning.night is not None:
            self._add_night(morning.night)
        if morning.missed is not None:
            self._add_missed(morning.missed.nights, str(told(morning.missed.reason)))
        if morning.proposals:
            self._add_proposals(morning.proposals)
        if morning.waiting:
            self._body.addLayout(
                _line(
                    tr("%n correction(s) wait for your judgement.", "", morning.waiting),
                    Button("link", tr("Judge them"), on=self.corrections_wanted.emit),
                )
            )
        if self.isVisible():
            self._seen.start()

    def _add_night(self, night: Night) -> None:
        self._body.addWidget(Label(words.verdict(night), "body", wrap=True))
        example = next((e for e in reportrows.examples(night) if e.before != e.after), None)
        if example is not None and night.outcome is Outcome.PROMOTED:
            self._body.addWidget(_example(example))
        buttons = Flow(theme.current().px(8))
        report = Button("plain", tr("Report of that night"), icon="moon")
        report.clicked.connect(lambda: self.report_wanted.emit(night.id))
        buttons.addWidget(report)
        if night.outcome in (Outcome.INTERRUPTED, Outcome.FAILED):
            buttons.addWidget(self._run_now())
        self._body.addLayout(buttons)

    def _add_missed(self, nights: int, reason: str) -> None:
        said = tr("%n night(s) did not come.", "", nights)
        self._body.addLayout(_line(f"{said} {reason}", self._run_now()))

    def _run_now(self) -> Button:
        return Button("plain", tr("Sleep now"), icon="moon", on=self.sleep_wanted.emit)

    def _add_proposals(self, proposals: tuple[Memory, ...]) -> None:
        lines: list[QWidget | QBoxLayout] = [
            Label(tr("Shall Reverie remember this?"), "label"),
            *(self._proposal(memory) for memory in proposals[:MOST_PROPOSALS]),
        ]
        more = len(proposals) - MOST_PROPOSALS
        if more > 0:
            text = tr("%n more on the page Memories", "", more)
            lines.append(row(Button("link", text, on=self.memories_wanted.emit), None))
        self._body.addLayout(column(*lines, space=6))

    def _proposal(self, memory: Memory) -> QBoxLayout:
        def button(look: str, text: str, name: str, state: MemoryState) -> Button:
            made = Button(look, text, name=name)
            made.clicked.connect(lambda: self._model.decide(memory, state))
            return made

        keep = button("plain", tr("Keep"), tr("Keep: {text}", text=memory.text), MemoryState.ACTIVE)
        leave = button(
            "quiet", tr("Not this"), tr("Not this: {text}", text=memory.text), MemoryState.EXCLUDED
        )
        line = row(Label(memory.text, wrap=True), keep, leave, space=8)
        line.setStretch(0, 1)
        return line


def _title(night: Night | None) -> str:
    if night is None:
        return tr("Since you were last here")
    match night.outcome:
        case Outcome.PROMOTED:
            return tr("Reverie learned something")
        case Outcome.KEPT:
            return tr("The old one stays")
        case _:
            return tr("The night did not come to its end")


def _line(text: str, button: Button) -> QBoxLayout:
    line = row(Label(text, "body", wrap=True), button, space=12)
    line.setStretch(0, 1)
    return line


def _example(example: reportrows.Example) -> QWidget:
    """One prompt, before and after."""
    inset = Panel("inset")
    lines = column(space=8, margins=(14, 10, 14, 12))
    lines.addWidget(ElidedLabel(" ".join(example.prompt.split()), "strong"))
    for title, text in ((tr("Before"), example.before), (tr("After"), example.after)):
        words_shown = Label(_short(text), "body", wrap=True)
        lines.addLayout(column(Label(title, "label"), words_shown, space=2))
    inset.setLayout(lines)
    return inset


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1].rstrip()}…"
