"""The nights: what could run, what runs, and what came of the earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.domain.events import Phase
from app.domain.ledger import Night, Outcome
from app.ui import words
from app.ui.controls import Button, ElidedLabel, Label, Panel, Picture, clear, column, row
from app.ui.language import tr
from app.ui.morningcard import MorningCard
from app.ui.morningmodel import MorningModel
from app.ui.nightchart import NightChart
from app.ui.nightmodel import NightModel
from app.ui.page import TONES, CardButton, Page, badge

WIDTH = 860
STEPS = 1000
AT_FIRST, MORE = 8, 20  # past nights that are listed, and how many at a time after them


def entries(nights: Iterable[Night]) -> list[tuple[Night, int]]:
    """The nights that ended. Those in a row that were skipped for the same reason are one entry:
    the first of them, and how many more there are. Weeks without anything new to learn must not
    hide what was learned before."""

    def apart(night: Night) -> str:
        return night.reason if night.outcome is Outcome.SKIPPED else night.id

    ended = (night for night in nights if night.outcome is not None)
    runs = (list(run) for _, run in groupby(ended, key=apart))
    return [(first, len(rest)) for first, *rest in runs]


class NightsPage(Page):
    """`chosen` with the id of a night whose report is wanted."""

    chosen = Signal(str)
    compare_wanted = Signal()

    def __init__(self, model: NightModel, morning: MorningModel) -> None:
        super().__init__(tr("Nights"), WIDTH)
        self._model = model
        self._most = AT_FIRST
        self._listed: tuple[object, ...] = ()
        self.morning = MorningCard(morning)
        self.chart = NightChart(model)
        self.compare = Button("plain", tr("Compare two …"), icon="compare")
        self.more = Button("quiet", "", icon="chevron-down", on=self._list_more)
        self.ready = ReadyCard(model)
        self.running = RunningCard(model)
        self._list = column(space=8)
        self._heading = Label(tr("Past nights"), "heading")
        self.column.addWidget(Label(tr("Nights"), "display"))
        self.column.addWidget(
            Label(
                tr(
                    "Your corrections become a small adapter of your own while you are away. "
                    "It is used only if it proves better and has forgotten nothing."
                ),
                "muted",
                wrap=True,
            )
        )
        self.column.addSpacing(4)
        self.column.addWidget(self.morning)
        self.column.addWidget(self.ready)
        self.column.addWidget(self.running)
        self.column.addSpacing(8)
        self.column.addWidget(self.chart)
        self.column.addSpacing(8)
        self.column.addLayout(row(self._heading, None, self.compare))
        self.column.addLayout(self._list)
        self.column.addLayout(row(None, self.more, None))
        self.column.addStretch(1)
        self.chart.chosen.connect(self.chosen)
        self.compare.clicked.connect(self.compare_wanted)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.ready.setVisible(not self._model.running)
        self.running.setVisible(self._model.running)
        state = self._model.state
        nights = entries(state.nights)
        self._heading.setVisible(bool(nights))
        self.compare.setVisible(any(state.can_use(night) for night, _ in nights))
        rest = len(nights) - self._most
        self.more.setText(tr("Show %n older night(s)", "", min(rest, MORE)))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(rest > 0)
        listed = (*nights[: self._most], state.adapter)
        if listed != self._listed:
            self._listed = listed
            clear(self._list)
            for night, more in nights[: self._most]:
                self._list.addWidget(self._card(night, more))

    def _list_more(self) -> None:
        self._most += MORE
        self._show()

    def _card(self, night: Night, more: int) -> CardButton:
        assert night.outcome is not None  # noqa: S101
        title = words.sentence(words.when(night.started))
        before = tr("and %n night(s) before it", "", more) if more else ""
        head: QHBoxLayout = row(
            Label(title, "strong"),
            badge(tr(words.OUTCOMES[night.outcome]), TONES[night.outcome]),
            *([badge(tr("In use"), "accent")] if self._model.state.in_use(night) else []),
            *([Label(before, "caption")] if before else []),
            None,
            Picture("chevron-right", side=16),
        )
        sentence = ElidedLabel(words.verdict(night), "muted")
        inner = column(space=6, margins=(18, 14, 14, 14))
        inner.addLayout(head)
        inner.addWidget(sentence)
        name = f"{title} {before}".strip()
        card = CardButton(f"{name}: {words.verdict(night)}", inner)
        card.clicked.connect(lambda: self.chosen.emit(night.id))
        return card


class ReadyCard(Panel):
    """Whether there is enough to learn from, and the way to learn now."""

    def __init__(self, model: NightModel) -> None:
        super().__init__("card")
        self._model = model
        self._title = Label("", "title", wrap=True)
        self._sentence = Label("", "body", wrap=True)
        self._next = Label("", "caption", wrap=True)
        self.button = Button("primary", tr("Sleep now"), icon="moon", on=model.sleep_now)
        text = column(self._title, self._sentence, self._next, space=6)
        whole = row(space=20, margins=(22, 20, 20, 20))
        whole.addLayout(text, 1)
        whole.addWidget(self.button)
        self.setLayout(whole)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._model.state
        short = (
            tr("Nothing new to learn") if state.nothing_new else tr("Not enough to learn from yet")
        )
        self._title.setText(tr("Ready to learn") if state.ready else short)
        self._sentence.setText(state.missing)
        self._next.setText(words.next_night(state.next_due, state.paused_until))
        self.button.setEnabled(state.ready)
        self.button.setAccessibleDescription(state.missing)


class RunningCard(Panel):
    """Phase, share done, time left; pause and stop are always live."""

    def __init__(self, model: NightModel) -> None:
        super().__init__("card")
        self._model = model
        self._phase = Label("", "title")
        self._left = Label("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the night"))
        self.pause = Button("plain", tr("Pause"), icon="pause", on=self._pause)
        self.stop = Button(
            "plain", tr("Stop"), icon="stop", name=tr("Stop this night"), on=self._stop
        )
        self._steps: dict[Phase, tuple[Picture, Label]] = {
            phase: (Picture("circle", side=16), Label(tr(text), "muted"))
            for phase, text in words.PHASES.items()
        }
        head = row(space=12)
        head.addLayout(column(self._phase, self._left, space=4), 1)
        head.addWidget(self.pause)
        head.addWidget(self.stop)
        whole = column(space=16, margins=(22, 20, 20, 22))
        whole.addLayout(head)
        whole.addWidget(self.bar)
        whole.addLayout(self._step_list())
        whole.addWidget(
            Label(tr("You can go on writing. Nothing changes before the last step."), "caption")
        )
        self.setLayout(whole)
        model.changed.connect(self._show)
        model.progressed.connect(self._show)
        self._show()

    def _step_list(self) -> QHBoxLayout:
        holder = QWidget()
        holder.setLayout(column(*(row(p, t, None, space=10) for p, t in self._steps.values())))
        return row(holder, None)

    def _show(self) -> None:
        progress = self._model.progress
        if progress is None:
            self.stop.setEnabled(True)
            self._phase.setText(tr("Falling asleep"))
            self._left.setText(tr("Collecting your corrections"))
            self.bar.setValue(0)
            self.pause.setEnabled(False)
        else:
            self._phase.setText(tr(words.PHASES[progress.phase]))
            stopping = not self.stop.isEnabled()
            self._left.setText(tr("Stopping …") if stopping else words.time_left(progress))
            self.bar.setValue(round(words.progress_share(progress) * STEPS))
            self.pause.setEnabled(True)
            self.pause.setText(tr("Resume") if progress.paused else tr("Pause"))
            self.pause.setAccessibleName(
                tr("Resume this night") if progress.paused else tr("Pause this night")
            )
            self.pause.set_icon("play" if progress.paused else "pause")
        self._mark_steps(progress.phase if progress else None)

    def _mark_steps(self, now: Phase | None) -> None:
        phases = list(self._steps)
        at = phases.index(now) if now else -1
        for position, (picture, label) in enumerate(self._steps.values()):
            if position < at:
                picture.show_icon("check", "good")
            else:
                now_here = position == at
                picture.show_icon(*(("moon", "accent") if now_here else ("circle", "muted")))
            label.set_role("strong" if position == at else "muted")

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._left.setText(tr("Stopping …"))
        self._model.stop()

    def _pause(self) -> None:
        progress = self._model.progress
        if progress and progress.paused:
            self._model.resume()
        else:
            self._model.pause()
