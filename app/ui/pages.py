"""The pages of the window: which one is shown, and the ways between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from app.domain.ledger import Night
from app.services import Reverie
from app.ui import words
from app.ui.language import tr
from app.ui.nightmodel import NightModel
from app.ui.nightspage import NightsPage
from app.ui.notice import Toast
from app.ui.report import ReportPage
from app.ui.runner import Runner
from app.ui.sidebar import Sidebar


class Pages(QStackedWidget):
    """The chat, and beside it what was learned. The sidebar marks the page that is shown."""

    problem = Signal(object)  # Problem
    link = Signal(QUrl)

    def __init__(
        self, services: Reverie, runner: Runner, chat: QWidget, sidebar: Sidebar, toast: Toast
    ) -> None:
        super().__init__()
        self._sidebar = sidebar
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

    def show_chat(self) -> None:
        self.setCurrentWidget(self.chat)

    def show_nights(self) -> None:
        self.nights.refresh()
        self._show(self.nights_page)

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

    def _show(self, page: QWidget) -> None:
        """Not the chat: no conversation is the one that is shown."""
        self.setCurrentWidget(page)
        self._sidebar.list.mark(None)

    def _ways(self) -> Mapping[QWidget | None, QAbstractButton]:
        """By page: the button of the sidebar that leads there."""
        nights = self._sidebar.nights
        return {self.nights_page: nights, self.report: nights}

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
