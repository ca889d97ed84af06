"""The open profile: sidebar and pages, and what happens between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Role
from app.engine.catalogue import ModelChoice
from app.services import Reverie
from app.services.search import Hit
from app.settings import Settings
from app.ui import highlight, theme, words
from app.ui.actions import Actions, Place
from app.ui.chatmodel import ChatModel
from app.ui.chatpage import ChatPage
from app.ui.commandpalette import CommandPalette
from app.ui.commands import commands
from app.ui.controls import column, row
from app.ui.conversationmenu import Format
from app.ui.deleting import Deleting
from app.ui.dialogs import LinkDialog
from app.ui.exchange import Exchange
from app.ui.files import FileDrops
from app.ui.finding import Finding
from app.ui.language import mark, tr
from app.ui.librarymodel import LibraryModel
from app.ui.messagesource import Messages
from app.ui.notice import Banner, Toast, over_pages
from app.ui.pages import Pages
from app.ui.runner import Problem, Runner
from app.ui.searchmodel import SearchModel
from app.ui.serving import Serving
from app.ui.settingsdialog import SettingsDialog
from app.ui.settingsmodel import SettingsModel
from app.ui.setupmodel import SetupModel
from app.ui.shortcutsdialog import ShortcutsDialog
from app.ui.sidebar import Sidebar
from app.ui.sources import Commands, Conversations
from app.ui.weighing import Weighing
from app.ui.why import Explainer
from app.ui.whymodel import WhyModel

SMALL_HINT = mark("The starter model is tiny: good at style, often wrong about facts.")


class Workspace(QWidget):
    """Everything that needs an open profile."""

    quitted = Signal()  # the person wants all of it to end

    def __init__(self, services: Reverie, runner: Runner, *, sidebar: bool = True) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self.more_settings: Callable[[], QWidget | None] = lambda: None
        self.chat = ChatModel(services, runner, self)
        self.library = LibraryModel(services, runner, self)
        self.settings = SettingsModel(services, runner, self)
        self.search = SearchModel(services.search, runner, self)
        self.sidebar = Sidebar()
        self.chat_page = ChatPage(self.chat)
        self.finding = Finding(self.chat, self.chat_page, runner, self)
        self.why = WhyModel(services, runner, self.chat, self)
        self.explainer = Explainer(self.why, self.chat_page.transcript)
        self.weighing = Weighing(services, runner, self.chat, self.chat_page.composer)
        self.setup = SetupModel(services, runner, self.chat, self)
        self.chat_page.bind_setup(self.setup)
        self.banner = Banner()
        self.toast = Toast(self)
        self.pages = Pages(services, runner, self.chat_page, self.sidebar, self.toast)
        self.nights, self.nights_page = self.pages.nights, self.pages.nights_page
        self.report = self.pages.report
        self.serving = Serving(services, runner, self.nights, self.chat_page.header, self)
        self.pages.bind_morning(self.chat_page.empty.bind_morning(self.pages.morning))
        content = column(over_pages(self.banner), self.pages, space=0)
        content.setStretch(1, 1)
        whole = row(self.sidebar, space=0)
        whole.addLayout(content, 1)
        self.setLayout(whole)
        self.deleting = Deleting(services, runner, self.chat, self.toast, self)
        self.drops = FileDrops(self)
        self.commands = self._commands()
        self.command_palette = self._palette()
        self.exchange = Exchange(self, self.library, self.sidebar.progress, self.toast)
        self.show_sidebar(sidebar)
        self._connect()
        self._explain()
        self._begin()

    # pages

    def show_chat(self) -> None:
        self.pages.show_chat()
        self.chat_page.composer.field.setFocus()

    def show_nights(self) -> None:
        self.pages.show_nights()

    def show_report(self, night_id: str) -> None:
        self.pages.show_report(night_id)

    def new_conversation(self) -> None:
        self.chat.start_new()
        self.show_chat()

    def temporary_chat(self) -> None:
        """A conversation that is neither stored nor learned from."""
        self.chat.start_new(temporary=True)
        self.show_chat()

    def open_conversation(self, conversation_id: str) -> None:
        self.chat.open(conversation_id)
        self.show_chat()
        self.sidebar.list.mark(conversation_id)

    def open_message(self, conversation_id: str, message_id: str) -> None:
        self.chat.open_at(conversation_id, message_id)
        self.show_chat()

    def open_hit(self, hit: Hit) -> None:
        """A conversation at the place that was found; the list of hits stays."""
        if hit.message is None:
            self.open_conversation(hit.conversation)
        else:
            marks = (hit.snippet.text[start:end] for start, end in hit.snippet.marks)
            self.finding.expect(hit.message, tuple(dict.fromkeys(marks)))
            self.open_message(hit.conversation, hit.message)

    def search_conversations(self) -> None:
        self.show_sidebar(True)
        self.sidebar.search.start()

    def step_conversation(self, by: int) -> None:
        """The next one down the list, or up; nothing happens at its ends."""
        beside = self.sidebar.list.beside(by)
        if beside is not None:
            self.open_conversation(beside)

    def show_sidebar(self, shown: bool) -> None:
        self.sidebar.setVisible(shown)
        self.chat_page.header.unfold.setVisible(not shown)

    def show_settings(self) -> SettingsDialog:
        dialog = SettingsDialog(self, self.settings, self.more_settings())
        dialog.shortcuts.clicked.connect(self.show_shortcuts)
        dialog.open()
        return dialog

    def show_shortcuts(self) -> ShortcutsDialog:
        dialog = ShortcutsDialog(self, self.commands, self.settings)
        dialog.open()
        return dialog

    def toggle_palette(self) -> None:
        self.command_palette.toggle()

    def show_problem(self, problem: Problem) -> None:
        messages = self.chat.now.messages
        unanswered = bool(messages) and messages[-1].role is Role.USER and not self.chat.live
        self.banner.show_problem(problem, self.chat.regenerate if unanswered else None)

    def ask_link(self, url: QUrl) -> None:
        LinkDialog(self, url).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toast.place()

    def attach_files(self) -> None:
        self.show_chat()
        self.chat_page.choose_files()

    def _dropped(self, paths: list[Path]) -> None:
        self.show_chat()
        self.chat_page.attach(paths)

    # wiring

    def _connect(self) -> None:
        told_by = self.chat, self.library, self.pages, self.why, self.setup, self.search
        for source in (*told_by, self._runner):
            source.problem.connect(self.show_problem)
        self._connect_chat()
        self._connect_sidebar()
        self._connect_pages()
        self._connect_model()

    def _connect_chat(self) -> None:
        page = self.chat_page
        self.chat.listing.changed.connect(self._list)
        self.chat.opened.connect(self._list)
        self.chat.listing.changed.connect(self.search.again)
        self.chat.asked.connect(self.pages.asked)
        self.chat.marked.connect(lambda *_: self.nights.refresh())
        self.setup.changed.connect(self.weighing.soon)
        page.composer.field.cancelled.connect(self.why.stop)
        page.composer.touched.connect(self._services.nights.touch)
        page.transcript.memories_wanted.connect(lambda meant: self.pages.show_memories(meant=meant))
        page.empty.temporary.clicked.connect(self.temporary_chat)
        page.discarded.connect(self._discarded)
        page.header.unfold.clicked.connect(lambda: self.show_sidebar(True))
        page.header.model.clicked.connect(self.show_settings)
        page.header.night.clicked.connect(self.pages.sleep_now)
        self.explainer.night.connect(self.show_report)
        self.drops.hovering.connect(page.composer.set_dropping)
        self.drops.dropped.connect(self._dropped)

    def _connect_sidebar(self) -> None:
        sidebar, conversations = self.sidebar, self.sidebar.list
        sidebar.new.clicked.connect(self.new_conversation)
        sidebar.fold.clicked.connect(lambda: self.show_sidebar(False))
        sidebar.settings.clicked.connect(self.show_settings)
        sidebar.bring_in.triggered.connect(self.exchange.ask_import)
        sidebar.take_out.triggered.connect(
            lambda: self.exchange.ask_export(self.chat.listing.visible(), Format.JSON)
        )
        sidebar.search.begun.connect(self.search.prepare)
        sidebar.search.typed.connect(self.search.ask)
        sidebar.search.left.connect(self.show_chat)
        sidebar.found.chosen.connect(self.open_hit)
        self.search.answered.connect(self._show_found)
        conversations.chosen.connect(self.open_conversation)
        conversations.toggled.connect(self.library.toggle)
        conversations.rows.renamed.connect(self.chat.listing.rename)
        conversations.rows.folder_renamed.connect(self._rename_folder)
        conversations.asked.pinned.connect(self.library.pin)
        conversations.asked.moved.connect(self._move)
        conversations.asked.exported.connect(self._export)
        conversations.asked.deleted.connect(self.deleting.delete)
        self.library.folded.connect(self._list)
        self.library.arranged.connect(self.chat.listing.refresh)

    def _connect_pages(self) -> None:
        for links in (self.chat_page.transcript, self.pages):
            links.link.connect(self.ask_link)
        self.pages.sought.connect(self.open_message)
        self.pages.altered.connect(self.chat.synchronize)
        self.pages.wiped.connect(self._wiped)
        self.deleting.forgotten.connect(self._forgotten)
        self.deleting.learn_again.connect(self.pages.sleep_now)

    def _connect_model(self) -> None:
        self.nights.changed.connect(self._show_night_state)
        self.nights.progressed.connect(self._show_night_state)
        self.settings.changed.connect(self._settings_changed)
        self.settings.refused.connect(lambda _: self._keys_as_kept())
        self.settings.model_changed.connect(self.serving.start)
        self.serving.started.connect(self._model_started)
        self.serving.failed.connect(
            lambda problem: self.banner.show_problem(problem, self.serving.start)
        )

    def _commands(self) -> Actions:
        places = {Place.WINDOW: self, Place.CHAT: self.chat_page}
        kept = self._services.settings.shortcuts
        made = Actions(commands(self), places, kept, self)
        made.chosen.connect(lambda chosen: self.settings.change(shortcuts=chosen))
        return made

    def _palette(self) -> CommandPalette:
        conversations = Conversations(self.chat.listing.visible, self.open_conversation)
        search, hidden = self._services.search, self.chat.listing.about_to_go
        messages = Messages(search, self._runner, self.open_hit, hidden)
        return CommandPalette(self, (Commands(self.commands), conversations, messages))

    def _explain(self) -> None:
        sidebar, unfold = self.sidebar, self.chat_page.header.unfold
        for button, action, text in (
            (sidebar.new, "new-conversation", tr("New conversation")),
            (sidebar.fold, "sidebar", tr("Hide the sidebar")),
            (sidebar.search, "search-conversations", tr("Search all conversations")),
            (unfold, "sidebar", tr("Show the sidebar")),
            (sidebar.memories, "memories", tr("Memories")),
            (sidebar.corrections, "corrections", tr("Corrections")),
            (sidebar.nights, "nights", tr("Nights")),
            (sidebar.privacy, "privacy", tr("Privacy")),
            (sidebar.settings, "settings", tr("Settings")),
        ):
            self.commands.explain(button, action, text)

    def _keys_as_kept(self) -> None:
        """What could not be written does not hold either."""
        self.commands.restore(self._services.settings.shortcuts)

    def stop(self) -> None:
        """The reply that is being written, and the arms that answer it again."""
        self.chat.stop()
        self.why.stop()

    def _begin(self) -> None:
        self.library.refresh()
        self.chat.listing.refresh()
        self.nights.refresh()
        self.pages.morning.refresh()
        self.serving.start()
        self._runner.call(highlight.prepare)

    # conversations

    def _list(self) -> None:
        here = self.chat.now.conversation
        shown = here.id if here and self.pages.currentWidget() is self.chat_page else None
        self.sidebar.show_conversations(self.chat.listing.visible(), shown, self.library.closed)

    def _show_found(self) -> None:
        gone = self.chat.listing.about_to_go()
        hits = [hit for hit in self.search.hits if hit.conversation not in gone]
        self.sidebar.show_found(self.search.typed, hits)

    def _wiped(self) -> None:
        """A part of the profile is gone: nothing shows it any more, and no undo brings it back."""
        self.toast.finish()
        self.nights.refresh()
        self.chat.listing.refresh()
        self.chat.start_new()

    def _forgotten(self) -> None:
        """Another adapter answers now, or none."""
        self.nights.refresh()
        self.chat.synchronize()

    def _discarded(self, bring_back: Callable[[], object]) -> None:
        def back() -> None:
            self.show_chat()
            bring_back()

        self.toast.announce(tr("Discarded"), tr("Undo"), back)

    def _move(self, ids: tuple[str, ...], folder: str | None) -> None:
        before = {c.id: c.folder for c in self.chat.listing.visible() if c.id in ids}
        self.library.move(dict.fromkeys(before, folder))
        if folder:
            told = tr("%n conversation(s) moved to {folder}", "", len(before), folder=folder)
        else:
            told = tr("%n conversation(s) moved out of the folder", "", len(before))
        self.toast.announce(told, tr("Undo"), lambda: self.library.move(before))

    def _rename_folder(self, old: str, new: str) -> None:
        inside = [c.id for c in self.chat.listing.visible() if c.folder == old]
        self.library.rename_folder(old, new, inside)

    def _export(self, ids: tuple[str, ...], form: Format) -> None:
        chosen = [c for c in self.chat.listing.visible() if c.id in ids]
        self.exchange.ask_export(chosen, form)

    # the model

    def _model_started(self, choice: ModelChoice) -> None:
        self.weighing.soon()
        small = choice.entry is not None and choice.entry.small
        self.chat_page.composer.set_hint(tr(SMALL_HINT) if small else "")

    def _settings_changed(self, settings: Settings) -> None:
        theme.current().choose(settings.theme.value)
        self.nights.refresh()
        self.serving.show()

    # nights

    def _show_night_state(self) -> None:
        missing, header = self.nights.state.missing, self.chat_page.header
        if self.nights.running:
            progress = self.nights.progress
            share = round(100 * words.progress_share(progress)) if progress else None
            learning = tr("Learning", "a night is running")
            said = learning if share is None else tr("Learning {share}%", share=share)
            header.show_night(said, tr("Show the night that is running"), missing)
        else:
            header.show_night(tr("Sleep now"), missing, missing)
        self.serving.show()
