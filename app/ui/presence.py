"""Reverie outside of its window: the quick prompt, its key, and the tray."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.domain.attachments import Attachment
from app.domain.schedule import Pause
from app.services import Reverie
from app.services.drafts import NEW
from app.ui.draftkeeper import joined
from app.ui.globalkey import GlobalKey
from app.ui.quickmodel import QuickModel
from app.ui.quickprompt import QuickPrompt
from app.ui.runner import Problem, Runner
from app.ui.settingslines import DesktopLines
from app.ui.tray import Doing, Tray
from app.ui.window import Window
from app.ui.workspace import Workspace


class Presence(QObject):
    """Needs an open profile. `quitted` when the person wants all of it to end."""

    quitted = Signal()

    def __init__(
        self, services: Reverie, runner: Runner, window: Window, workspace: Workspace
    ) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._window = window
        self._workspace = workspace
        self._trouble = False
        self._chatting = False
        self._key_problem: Problem | None = None
        self.quick = QuickModel(services, runner, self)
        self.prompt = QuickPrompt(self.quick)
        self.key = GlobalKey(self)
        self.tray = Tray(self)
        workspace.more_settings = self._settings_lines
        self._connect()
        self.key.use(services.settings.quick_key)
        self._show_doing()

    @property
    def stays(self) -> bool:
        """Whether closing the window leaves Reverie in the tray."""
        return self._services.settings.close_to_tray and self.tray.present

    def close(self) -> None:
        """The key is free, the tray icon gone. What still runs tells of itself until `delete`."""
        self.key.release()
        self.tray.close()
        self.prompt.hide()

    def delete(self) -> None:
        self.prompt.deleteLater()
        self.tray.menu.deleteLater()

    def _connect(self) -> None:
        workspace, tray = self._workspace, self.tray
        self.key.pressed.connect(self.prompt.toggle)
        self.key.changed.connect(self._key_changed)
        self.prompt.continued.connect(self._open_conversation)
        self.prompt.moved.connect(self._go_on_with)
        self.quick.written.connect(workspace.chat.read_again)
        self.quick.busy.connect(self._show_doing)
        workspace.chat.opened.connect(self._hand_over)
        workspace.chat.busy.connect(self._chat_is)
        workspace.nights.changed.connect(self._show_doing)
        workspace.settings.changed.connect(lambda now: self.key.use(now.quick_key))
        for source in (workspace.chat, workspace.nights, self._runner, self.quick):
            source.problem.connect(self._in_trouble)
        tray.toggled.connect(self._toggle_window)
        tray.opened.connect(self._window.come_to_front)
        tray.prompted.connect(self.prompt.appear)
        tray.paused.connect(self._pause)
        tray.resumed.connect(self._resume)
        tray.quitted.connect(self.quitted)
        workspace.quitted.connect(self.quitted)
        self._window.looked_at.connect(self._seen)

    def _key_changed(self) -> None:
        """A key that is not held is told, unless the settings are open and tell it themselves."""
        if self._key_problem is not None:
            self._workspace.banner.withdraw(self._key_problem)
        self._key_problem = problem = self.key.state.problem
        if problem is not None and QApplication.activeModalWidget() is None:
            self._workspace.show_problem(problem)

    # the window

    def _toggle_window(self) -> None:
        if self._window.isVisible() and not self._window.isMinimized():
            self._window.hide()
        else:
            self._window.come_to_front()

    def _open_conversation(self, conversation_id: str) -> None:
        self._workspace.open_conversation(conversation_id)
        self._window.come_to_front()

    def _hand_over(self) -> None:
        """What is still being written in the conversation that is shown: nothing else may be sent
        there before it is stored. The chat follows one reply at a time."""
        chat = self._workspace.chat
        if chat.live is None and chat.now.conversation is not None:
            self.quick.hand_over(chat.now.conversation.id, chat.follow)

    def _go_on_with(self, text: str, files: tuple[Attachment, ...]) -> None:
        self._workspace.new_conversation()
        composer = self._workspace.chat_page.composer
        composer.set_text(joined(composer.text(), text))
        self._workspace.chat.files.put_back(NEW, files)
        self._window.come_to_front()

    def _settings_lines(self) -> DesktopLines:
        return DesktopLines(
            self._services.profile, self._workspace.settings, self._runner, self.key, self.tray
        )

    # the tray

    def _chat_is(self, busy: bool) -> None:
        self._chatting = busy
        if not busy:
            self._hand_over()
        self._show_doing()

    def _in_trouble(self) -> None:
        """Until the person has looked."""
        self._trouble = not self._window.isActiveWindow()
        self._show_doing()

    def _seen(self) -> None:
        self._trouble = False
        self._show_doing()

    def _show_doing(self) -> None:
        state = self._workspace.nights.state
        doing = Doing.IDLE
        if self._trouble:
            doing = Doing.PROBLEM
        elif self._chatting or self.quick.running:
            doing = Doing.ANSWERING
        elif self._workspace.nights.running:
            doing = Doing.LEARNING
        elif state.paused_until is not None:
            doing = Doing.PAUSED
        self.tray.show_doing(doing)
        self.tray.show_schedule(state.next_due, state.paused_until)

    def _pause(self, pause: Pause) -> None:
        self._change(lambda: self._services.pause_learning(pause))

    def _resume(self) -> None:
        self._change(self._services.resume_learning)

    def _change(self, work: Callable[[], object]) -> None:
        self._runner.in_turn("privacy", work, lambda _: self._workspace.nights.refresh())
