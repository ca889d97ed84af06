"""The open profile: sidebar and pages, and what happens between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ledger import Night, Role
from app.engine.catalogue import ModelChoice
from app.engine.client import ModelInfo
from app.services import Reverie
from app.settings import Settings
from app.ui import theme, words
from app.ui.chatmodel import ChatModel
from app.ui.chatpage import ChatPage
from app.ui.controls import column, row
from app.ui.dialogs import LinkDialog, ShortcutsDialog
from app.ui.nightmodel import NightModel
from app.ui.nightspage import NightsPage
from app.ui.notice import Banner, Toast
from app.ui.report import ReportPage
from app.ui.runner import Problem, Runner
from app.ui.settingsdialog import SettingsDialog
from app.ui.settingsmodel import SettingsModel
from app.ui.sidebar import Sidebar

SMALL_HINT = "The starter model is tiny: good at style, often wrong about facts."
LEARNING = "Edit a reply until it is the one you wanted. At night Reverie learns from it."


class Workspace(QWidget):
    """Everything that needs an open profile."""

    def __init__(self, services: Reverie, runner: Runner, *, sidebar: bool = True) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._running: tuple[ModelChoice, ModelInfo] | None = None
        self.more_settings: Callable[[], QWidget | None] = lambda: None
        self.chat = ChatModel(services, runner, self)
        self.nights = NightModel(services, runner, self)
        self.settings = SettingsModel(services, runner, self)
        self.sidebar = Sidebar()
        self.chat_page = ChatPage(self.chat)
        self.nights_page = NightsPage(self.nights)
        self.report = ReportPage(self.nights)
        self.banner = Banner()
        self.pages = QStackedWidget()
        for page in (self.chat_page, self.nights_page, self.report):
            self.pages.addWidget(page)
        content = column(self._held_banner(), self.pages, space=0)
        content.setStretch(1, 1)
        whole = row(self.sidebar, space=0)
        whole.addLayout(content, 1)
        self.setLayout(whole)
        self.toast = Toast(self)
        self.show_sidebar(sidebar)
        self._connect()
        self._shortcuts()
        self._begin()

    # pages

    def show_chat(self) -> None:
        self.pages.setCurrentWidget(self.chat_page)
        self.chat_page.composer.field.setFocus()

    def show_nights(self) -> None:
        self.nights.refresh()
        self.pages.setCurrentWidget(self.nights_page)
        self.sidebar.list.mark(None)

    def show_report(self, night_id: str) -> None:
        night = next((n for n in self.nights.state.nights if n.id == night_id), None)
        if night is not None:
            self.report.show_night(night)
            self.pages.setCurrentWidget(self.report)
            self.sidebar.list.mark(None)

    def new_conversation(self) -> None:
        self.chat.start_new()
        self.show_chat()

    def open_conversation(self, conversation_id: str) -> None:
        self.chat.open(conversation_id)
        self.show_chat()
        self.sidebar.list.mark(conversation_id)

    def show_sidebar(self, shown: bool) -> None:
        self.sidebar.setVisible(shown)
        self.chat_page.header.unfold.setVisible(not shown)

    def show_settings(self) -> SettingsDialog:
        dialog = SettingsDialog(self, self.settings, self.more_settings())
        dialog.open()
        return dialog

    def show_problem(self, problem: Problem) -> None:
        messages = self.chat.now.messages
        unanswered = bool(messages) and messages[-1].role is Role.USER and not self.chat.live
        self.banner.show_problem(problem, self.chat.regenerate if unanswered else None)

    def ask_link(self, url: QUrl) -> None:
        LinkDialog(self, url).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toast.place()

    # wiring

    def _connect(self) -> None:
        header, sidebar = self.chat_page.header, self.sidebar
        self.chat.listed.connect(self._list)
        self.chat.opened.connect(self._list)
        self.chat.marked.connect(lambda *_: self.nights.refresh())
        self.nights.changed.connect(self._show_night_state)
        self.nights.progressed.connect(self._show_night_state)
        self.nights.finished.connect(self._night_finished)
        self.settings.changed.connect(self._settings_changed)
        self.settings.model_changed.connect(self._start_model)
        for source in (self.chat, self.nights, self._runner):
            source.problem.connect(self.show_problem)
        for links in (self.chat_page.transcript, self.report):
            links.link.connect(self.ask_link)
        sidebar.new.clicked.connect(self.new_conversation)
        sidebar.fold.clicked.connect(lambda: self.show_sidebar(False))
        sidebar.nights.clicked.connect(self.show_nights)
        sidebar.settings.clicked.connect(self.show_settings)
        sidebar.list.chosen.connect(self.open_conversation)
        sidebar.list.deleted.connect(self._delete)
        sidebar.list.rows.renamed.connect(self.chat.rename)
        header.unfold.clicked.connect(lambda: self.show_sidebar(True))
        header.model.clicked.connect(self.show_settings)
        header.night.clicked.connect(self._night_button)
        self.nights_page.chosen.connect(self.show_report)
        self.report.back.connect(self.show_nights)
        self.chat_page.composer.touched.connect(self._services.nights.touch)

    def _shortcuts(self) -> None:
        for keys, action in (
            ("Ctrl+N", self.new_conversation),
            ("Ctrl+B", lambda: self.show_sidebar(self.sidebar.isHidden())),
            ("Ctrl+,", self.show_settings),
            ("Ctrl+/", lambda: ShortcutsDialog(self).open()),
            ("Ctrl+E", self.chat_page.edit_last),
            ("Ctrl+Shift+C", self.chat_page.copy_last),
            ("Esc", self.chat.stop),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _begin(self) -> None:
        self.chat.refresh()
        self.nights.refresh()
        self._start_model()

    def _held_banner(self) -> QWidget:
        holder = QWidget()
        holder.setMaximumWidth(theme.current().px(720 + 48))
        holder.setLayout(column(self.banner, margins=(24, 12, 24, 0)))
        outer = QWidget()
        layout = row(None, holder, None)
        layout.setStretch(1, 1000)
        outer.setLayout(layout)
        return outer

    # conversations

    def _list(self) -> None:
        here = self.chat.now.conversation
        shown = here.id if here and self.pages.currentWidget() is self.chat_page else None
        self.sidebar.show_conversations(self.chat.visible(), shown)

    def _delete(self, conversation_id: str) -> None:
        self.chat.hide(conversation_id)
        self.toast.announce(
            "Conversation deleted",
            "Undo",
            lambda: self.chat.unhide(conversation_id),
            lambda: self.chat.delete(conversation_id),
        )

    # the model

    def _start_model(self) -> None:
        self._running = None
        self.chat_page.header.show_model("Loading the model …", "The model is being loaded")
        self._runner.call(self._load_model, self._model_started, self._model_failed)

    def _load_model(self) -> tuple[ModelChoice, ModelInfo]:
        models = self._services.models
        return models.current(), models.start()

    def _model_started(self, running: tuple[ModelChoice, ModelInfo]) -> None:
        self._running = running
        entry = running[0].entry
        small = entry is not None and entry.small
        self.chat_page.composer.set_hint(SMALL_HINT if small else "")
        self._show_model()

    def _model_failed(self, problem: Problem) -> None:
        self.chat_page.header.show_model("No model", problem.sentence)
        self.banner.show_problem(problem, self._start_model)

    def _show_model(self) -> None:
        if self._running is None:
            return
        choice, info = self._running
        learned = self.nights.state.learned
        chosen = self._services.settings.arm
        uses = learned is not None and (chosen is None or chosen.uses_adapter)
        state = f"learned {_on(words.day(learned))}" if uses and learned else "base"
        name = words.model_name(choice.path.name)
        self.chat_page.header.show_model(f"{name} · {state}", f"{info.name}\nClick to change it")

    def _settings_changed(self, settings: Settings) -> None:
        theme.current().choose(settings.theme.value)
        self.nights.refresh()
        self._show_model()

    # nights

    def _show_night_state(self) -> None:
        state, button = self.nights.state, self.chat_page.header.night
        if self.nights.running:
            progress = self.nights.progress
            share = f" {words.progress_share(progress):.0%}" if progress else ""
            button.setText(f"Learning{share}")
            button.setToolTip("Show the night that is running")
        else:
            button.setText("Sleep now")
            button.setToolTip(state.missing)
        button.setAccessibleName(button.text())
        button.setAccessibleDescription(state.missing)
        self.chat_page.empty.learning.setText(LEARNING)
        self._show_model()

    def _night_button(self) -> None:
        if not self.nights.running and self.nights.state.ready:
            self.nights.sleep_now()
        self.show_nights()

    def _night_finished(self, night: Night) -> None:
        if self.pages.currentWidget() is self.nights_page and night.metrics:
            self.report.show_night(night)
            self.pages.setCurrentWidget(self.report)
        else:
            told = words.verdict(night)
            self.toast.announce(told, "Report", lambda: self.show_report(night.id))


def _on(day: str) -> str:
    """`on 23 Nov`, but `today`."""
    return day if day in ("today", "yesterday") else f"on {day}"
