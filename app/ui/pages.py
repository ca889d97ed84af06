"""The pages of the window: which one is shown, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from app.domain.ledger import Night
from app.services import Reverie
from app.ui import words
from app.ui.correctionspage import CorrectionsPage
from app.ui.language import tr
from app.ui.ledgerpage import LedgerPage
from app.ui.memoriespage import MemoriesPage
from app.ui.memorymodel import MemoryModel
from app.ui.nightmodel import NightModel
from app.ui.nightspage import NightsPage
from app.ui.notice import Toast
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

    def __init__(
        self, services: Reverie, runner: Runner, chat: QWidget, sidebar: Sidebar, toast: Toast
    ) -> None:
        super().__init__()
        self._sidebar = sidebar
        self._services, self._runner = services, runner
        self._toast = toast
        self.chat = chat
        self.nights = NightModel(services, runner, self)
        self.nights_page = NightsPage(self.nights)
        self.report = ReportPage(self.nights)
        for page in (chat, self.nights_page, self.report):
            self.addWidget(page)
        self.currentChanged.connect(lambda _: self._mark())
        self.nights.problem.connect(self.problem)
        self.nights.finished.connect(self._night_finished)
        self.report.link.connect(self.link)
        self.report.back.connect(self.show_nights)
        self.nights_page.chosen.connect(self.show_report)
        sidebar.nights.clicked.connect(self.show_nights)
        sidebar.memories.clicked.connect(lambda: self.show_memories())  # noqa: PLW0108
        sidebar.corrections.clicked.connect(lambda: self.show_corrections())  # noqa: PLW0108

    def show_chat(self) -> None:
        self.setCurrentWidget(self.chat)

    def show_nights(self) -> None:
        self.nights.refresh()
        self._show(self.nights_page)

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
        """Not the chat: no conversation is the one that is shown."""
        self.setCurrentWidget(page)
        self._sidebar.list.mark(None)

    def _ways(self) -> Mapping[QWidget | None, QAbstractButton]:
        """By page: the button of the sidebar that leads there."""
        nights = self._sidebar.nights
        made: dict[QWidget | None, QAbstractButton] = {
            self.nights_page: nights,
            self.report: nights,
        }
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
        if self.currentWidget() is self.nights_page and night.metrics:
            self.report.show_night(night)
            self.setCurrentWidget(self.report)
        else:
            told = words.verdict(night)
            self._toast.announce(told, tr("Report"), lambda: self.show_report(night.id))
