"""The pages of the window: which one is shown, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QStackedWidget, QWidget

from app.domain.ledger import Night
from app.services import Reverie
from app.ui import words
from app.ui.comparemodel import CompareModel
from app.ui.comparepage import ComparePage
from app.ui.correctionspage import CorrectionsPage
from app.ui.language import tr
from app.ui.ledgerpage import LedgerPage
from app.ui.memoriespage import MemoriesPage
from app.ui.memorymodel import MemoryModel
from app.ui.morningcard import MorningCard
from app.ui.morningmodel import MorningModel
from app.ui.nightmodel import NightModel
from app.ui.nightspage import NightsPage
from app.ui.notice import Toast
from app.ui.privacymodel import PrivacyModel
from app.ui.privacypage import PrivacyPage
from app.ui.report import ReportPage
from app.ui.runner import Runner
from app.ui.sidebar import Sidebar
from app.ui.signalmodel import SignalModel

P = TypeVar("P", bound=LedgerPage)


class Pages(QStackedWidget):
    """The chat, and beside it what was learned. The sidebar marks the page that is shown."""

    problem = Signal(object)  # Problem
    link = Signal(QUrl)
    sought = Signal(str, str)  # a conversation, and the message in it that is asked for
    altered = Signal()  # memories or corrections are others
    wiped = Signal(object)  # Scope: a part of the profile is gone
    everything_wanted = Signal()  # all of it shall go
    asked = Signal()  # something in the chat, which goes before all comparisons

    def __init__(
        self, services: Reverie, runner: Runner, chat: QWidget, sidebar: Sidebar, toast: Toast
    ) -> None:
        super().__init__()
        self._sidebar = sidebar
        self._services, self._runner = services, runner
        self._toast = toast
        self.chat = chat
        self.nights = NightModel(services, runner, self)
        self.morning = MorningModel(services, runner, self)
        self.nights_page = NightsPage(self.nights, self.morning)
        self.report = ReportPage(self.nights)
        for page in (chat, self.nights_page, self.report):
            self.addWidget(page)
        self.currentChanged.connect(lambda _: self._mark())
        for model in (self.nights, self.morning):
            model.problem.connect(self.problem)
        self.nights.finished.connect(self._night_finished)
        self.nights.exported.connect(toast.announce)
        self.nights.put_aside.connect(self._say_put_aside)
        self.morning.approved.connect(self.altered)
        self.report.link.connect(self.link)
        self.report.back.connect(self.show_nights)
        self.report.rows_wanted.connect(self._show_rows)
        self.report.compare_wanted.connect(self.show_comparison)
        self.report.export_wanted.connect(self.ask_export)
        self.nights_page.chosen.connect(self.show_report)
        self.nights_page.compare_wanted.connect(lambda: self.show_comparison())  # noqa: PLW0108
        self.bind_morning(self.nights_page.morning)
        sidebar.nights.clicked.connect(self.show_nights)
        sidebar.privacy.clicked.connect(self.show_privacy)
        sidebar.memories.clicked.connect(lambda: self.show_memories())  # noqa: PLW0108
        sidebar.corrections.clicked.connect(lambda: self.show_corrections())  # noqa: PLW0108

    def show_chat(self) -> None:
        self.setCurrentWidget(self.chat)

    def show_nights(self) -> None:
        self.nights.refresh()
        self._show(self.nights_page)

    def bind_morning(self, card: MorningCard) -> None:
        card.report_wanted.connect(self.show_report)
        card.memories_wanted.connect(lambda: self.show_memories(waiting=True))
        card.corrections_wanted.connect(lambda: self.show_corrections(waiting=True))
        card.sleep_wanted.connect(self.sleep_now)

    def show_comparison(self, night: Night | None = None) -> None:
        """`night` against the one before it."""
        self._show(self.comparison)
        self.comparison.begin(night)

    def show_privacy(self) -> None:
        self.privacy.model.refresh()
        self._show(self.privacy)

    @cached_property
    def privacy(self) -> PrivacyPage:
        """As `memories_page`."""
        model = PrivacyModel(self._services, self._runner, self)
        model.problem.connect(self.problem)
        model.said.connect(self._toast.announce)
        model.altered.connect(self.nights.refresh)
        model.wiped.connect(lambda scope, _: self.wiped.emit(scope))
        model.everything_wanted.connect(self.everything_wanted)
        page = PrivacyPage(model)
        page.night.connect(self.show_report)
        self.addWidget(page)
        return page

    @cached_property
    def comparison(self) -> ComparePage:
        """As `memories_page`."""
        model = CompareModel(self._services, self._runner, self)
        model.problem.connect(self.problem)
        self.asked.connect(model.stop)
        page = ComparePage(self.nights, model)
        page.back.connect(self.show_nights)
        self.addWidget(page)
        return page

    def ask_export(self, night: Night) -> QFileDialog:
        """Where to; the title says that the file is not protected."""
        title = tr("Export what was learned (personal, not encrypted)")
        dialog = QFileDialog(self, title, str(Path.home()), "GGUF (*.gguf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("gguf")
        dialog.selectFile(f"reverie-{night.started:%Y-%m-%d}.gguf")
        dialog.fileSelected.connect(lambda path: self.nights.export(night.id, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _show_rows(self, night_id: str) -> None:
        night = next((n for n in self.nights.state.nights if n.id == night_id), None)
        self.show_corrections(night=night)

    def _say_put_aside(self, night_id: str, told: str) -> None:
        self._toast.announce(
            told,
            tr("Undo"),
            lambda: self.nights.put_back(night_id),
            lambda: self.nights.destroy(night_id),
        )

    def show_memories(self, *, waiting: bool = False, meant: str | None = None) -> None:
        """`waiting`: what was proposed alone; `meant`: what these words may mean, all without."""
        page = self.memories_page
        if waiting:
            page.show_waiting()
        elif meant is not None:
            page.show_meant(meant)
        self._show(page)
        page.begin()

    def show_corrections(self, *, waiting: bool = False, night: Night | None = None) -> None:
        """`waiting`: what is to be judged alone; `night`: what that one learned from."""
        page = self.corrections_page
        if waiting:
            page.show_waiting()
        elif night is not None:
            day = words.on_day(night.started)
            page.show_night(night.id, tr("Learned from {on_day}", on_day=day))
        self._show(page)
        page.begin()

    @cached_property
    def corrections_page(self) -> CorrectionsPage:
        """As `memories_page`."""
        return self._added(CorrectionsPage(SignalModel(self._services, self._runner, self)))

    @cached_property
    def memories_page(self) -> MemoriesPage:
        """Made when it is first turned to."""
        return self._added(MemoriesPage(MemoryModel(self._services, self._runner, self)))

    def show_report(self, night_id: str) -> None:
        night = next((n for n in self.nights.state.nights if n.id == night_id), None)
        if night is not None:
            self.report.show_night(night)
            self._show(self.report)
            if self.morning.morning is not None and self.morning.morning.night == night:
                self.morning.see()

    def sleep_now(self) -> None:
        """Where a night cannot begin, the page says why."""
        if not self.nights.running and self.nights.state.ready:
            self.nights.sleep_now()
        self.show_nights()

    def _added(self, page: P) -> P:
        """A page of what is known or was taught."""
        model = page.model
        model.said.connect(self._say)
        model.problem.connect(self.problem)
        model.altered.connect(self.altered)
        model.altered.connect(self.nights.refresh)
        page.sought.connect(self.sought)
        page.night.connect(self.show_report)
        self.addWidget(page)
        return page

    def _say(self, told: str, back: Callable[[], object] | None) -> None:
        self._toast.announce(told, tr("Undo") if back else "", back)

    def _show(self, page: QWidget) -> None:
        """Not the chat: no conversation is the one that is shown. The keyboard goes along."""
        self.setCurrentWidget(page)
        page.setFocus()
        self._sidebar.list.mark(None)

    def _ways(self) -> Mapping[QWidget | None, QAbstractButton]:
        """By page: the button of the sidebar that leads there."""
        nights = self._sidebar.nights
        made: dict[QWidget | None, QAbstractButton] = {
            self.nights_page: nights,
            self.report: nights,
        }
        if "privacy" in vars(self):
            made[self.privacy] = self._sidebar.privacy
        if "comparison" in vars(self):
            made[self.comparison] = nights
        if "memories_page" in vars(self):
            made[self.memories_page] = self._sidebar.memories
        if "corrections_page" in vars(self):
            made[self.corrections_page] = self._sidebar.corrections
        return made

    def _mark(self) -> None:
        shown = self.currentWidget()
        ways = self._ways()
        for button in set(ways.values()):
            button.setChecked(button is ways.get(shown))

    def _night_finished(self, night: Night) -> None:
        if self.currentWidget() is self.nights_page and night.metrics and self.isVisible():
            self.report.show_night(night)
            self.setCurrentWidget(self.report)
            self.morning.see()
        else:
            told = words.verdict(night)
            self._toast.announce(told, tr("Report"), lambda: self.show_report(night.id))
            self.morning.refresh()
