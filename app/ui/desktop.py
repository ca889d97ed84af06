"""The life of the window: open the profile, find a model, work, and end everything cleanly."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from app.engine import catalogue
from app.services import Reverie, default_profile
from app.services.wipe import Scope, Wipe
from app.store.errors import WrongPassphraseError
from app.store.layout import Layout
from app.store.lock import is_held
from app.ui import geometry, theme
from app.ui.language import tr
from app.ui.presence import Presence
from app.ui.runner import Problem, Runner, problem_of
from app.ui.window import Window
from app.ui.workspace import Workspace

FIRST_SIZE = (1180, 800)
LAST_RESORT_MS = 30_000
LOOK_S = 0.2


class Desktop(QObject):
    """One profile and its window. `ended` when all processes are gone and the store is closed."""

    ended = Signal()
    entered = Signal()
    closing = Signal()  # nothing brings the window back from now on

    def __init__(self, profile: Path, passphrase: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._profile = profile
        self._given = passphrase
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._left = threading.Event()
        self.services: Reverie | None = None
        self.presence: Presence | None = None
        self._prompt_wanted = False
        self._closing = self._wiping = False
        self.runner = Runner(self)
        self.window = Window()
        size = QSize(*(theme.current().px(side) for side in FIRST_SIZE))
        self._sidebar = geometry.restore(self.window, profile, size)
        start = self.window.start
        start.passphrase.connect(self._answers.put)
        start.fetch.connect(self._fetch)
        start.own_file.connect(self._use_file)
        start.asked.connect(lambda *_: self._describe())
        start.wanted.connect(lambda *_: self.wipe())
        self.window.farewell.quitted.connect(self.close)
        self.window.farewell.begun.connect(self._begin_anew)
        self.window.closing.connect(self._window_closed)
        self.runner.problem.connect(self._told)

    def open(self, *, shown: bool = True) -> None:
        """Open the profile, behind the window or without it. What must be asked shows it."""
        if shown:
            self.window.show()
        self.window.start.show_waiting(tr("Opening your profile …"))
        self.runner.call(self._open_services, self._opened, self._not_opened)

    def show_prompt(self) -> None:
        """As soon as there is a profile to ask in."""
        self._prompt_wanted = self.presence is None
        if self.presence is not None:
            self.presence.prompt.appear()

    def close(self) -> None:
        """Reply and night end, the store closes; then `ended`."""
        if self._closing:
            return
        self._closing = True
        self.closing.emit()
        self._left.set()
        self._answers.put("")
        if self.presence is not None:
            self.presence.close()
        shown = self.window.workspace
        self._keep_place()
        self.window.hide()
        going = shown.chat.listing.about_to_go() if shown else frozenset()
        also = shown.deleting.wanted_with(going) if shown else frozenset()
        nights = shown.nights.about_to_go() if shown else frozenset()
        self.runner.call(
            lambda: self._end(going - also, also, nights),
            lambda _: self._finish(),
            self._end_failed,
        )
        QTimer.singleShot(LAST_RESORT_MS, self, self._finish)

    # everything goes

    def wipe(self) -> None:
        """All of the profile, open or not. Whatever still runs for it is heard no more."""
        wipe = self._wipe()
        self._wiping = True
        self._answers.put("")
        if self.presence is not None:
            self.presence.close()
            self.presence.delete()
            self.presence = None
        self.services = None
        self._renew_runner()
        page, runner = self.window.leave(), self.runner

        def work() -> None:
            wipe.carry_out(
                Scope.EVERYTHING, on_step=lambda at: runner.post(lambda: page.show_step(at))
            )

        runner.call(work, lambda _: page.end(None), page.end)

    def _wipe(self) -> Wipe:
        if self.services is not None:
            return self.services.wipe
        return Wipe(self._profile, is_default=self._profile == default_profile())

    def _describe(self) -> None:
        wipe, panel = self._wipe(), self.window.start.wipe
        self.runner.call(
            lambda: wipe.describe(Scope.EVERYTHING),
            lambda items: panel.show_items(Scope.EVERYTHING, items),
        )

    def _renew_runner(self) -> None:
        self.runner.close()
        self.runner = Runner(self)
        self.runner.problem.connect(self._told)

    def _begin_anew(self) -> None:
        self._wiping = False
        self._answers = queue.SimpleQueue()
        self.window.start.passphrase.disconnect()
        self.window.start.passphrase.connect(self._answers.put)
        self.window.setCurrentWidget(self.window.start)
        self.open()

    def _window_closed(self) -> None:
        if self.presence is not None and self.presence.stays:
            self._keep_place()
        else:
            self.close()

    def _keep_place(self) -> None:
        shown = self.window.workspace
        if shown is not None:
            sidebar = not shown.sidebar.isHidden()
            geometry.save(self.window, self._profile, sidebar=sidebar)

    # opening

    def _open_services(self) -> Reverie:
        """In the background; asks in the window until the passphrase is right."""
        self._wait_for_profile()
        if self._given is not None:
            return Reverie.open(self._profile, self._given)
        told = ""
        while True:
            try:
                return Reverie.open(self._profile, partial(self._ask, told))
            except WrongPassphraseError as error:
                if self._wiping:
                    raise
                problem = problem_of(error)
                told = f"{problem.sentence} {problem.remedy}"

    def _wait_for_profile(self) -> None:
        """A window that was just closed may still have it: it stops a night, or stores a reply."""
        lock, until = Layout(self._profile).lock, time.monotonic() + LAST_RESORT_MS / 1000
        if not is_held(lock):
            return
        start = self.window.start
        self.runner.post(lambda: start.show_waiting(tr("Waiting for Reverie to end elsewhere …")))
        while is_held(lock) and time.monotonic() < until and not self._left.wait(LOOK_S):
            pass
        self.runner.post(lambda: start.show_waiting(tr("Opening your profile …")))

    def _ask(self, told: str) -> str:
        """In the background: waits for the person. Empty when the window was closed instead."""
        new = not Layout(self._profile).key_file.exists()
        self.runner.post(lambda: self._show_question(told, new=new))
        answer = self._answers.get()
        if self._wiping:
            raise WrongPassphraseError
        self.runner.post(lambda: self.window.start.show_waiting(tr("Opening your profile …")))
        return answer

    def _show_question(self, told: str, *, new: bool) -> None:
        self.window.start.ask_passphrase(new=new)
        self.window.come_to_front()
        if told:
            self.window.start.lock.tell(told)

    def _opened(self, services: Reverie) -> None:
        self.services = services
        theme.current().choose(services.settings.theme.value)
        services.nights.start_clock()
        self._find_model()

    def _not_opened(self, problem: Problem) -> None:
        self.window.start.show_nothing()
        self.window.start.banner.show_problem(problem, self.open)
        self.window.show()

    # the model

    def _find_model(self) -> None:
        services = self._opened_services()
        self.window.start.show_waiting(tr("Looking for a model …"))
        self.runner.call(services.models.current, lambda _: self._enter(), self._no_model)

    def _no_model(self, problem: Problem) -> None:
        services, start = self._opened_services(), self.window.start
        start.ask_model(catalogue.entry(catalogue.STARTER))
        self.window.show()
        if services.settings.model is not None:
            start.banner.show_problem(problem, self._find_model)

    def _fetch(self, name: str) -> None:
        services, start = self._opened_services(), self.window.start
        start.banner.hide()

        def progress(done: int, total: int) -> None:
            self.runner.post(lambda: start.model.show_progress(done, total))

        def work() -> None:
            services.models.pull(name, progress)
            services.use_model(name)

        self.runner.call(work, lambda _: self._enter(), self._not_fetched)

    def _use_file(self, path: str) -> None:
        services = self._opened_services()
        self.runner.call(
            lambda: services.use_model(path), lambda _: self._enter(), self._not_fetched
        )

    def _not_fetched(self, problem: Problem) -> None:
        start = self.window.start
        start.ask_model(catalogue.entry(catalogue.STARTER))
        start.banner.show_problem(problem)

    def _enter(self) -> None:
        services = self._opened_services()
        workspace = Workspace(services, self.runner, sidebar=self._sidebar)
        self.window.enter(workspace)
        self.presence = Presence(services, self.runner, self.window, workspace)
        self.presence.quitted.connect(self.close)
        workspace.pages.everything_wanted.connect(self.wipe)
        if self._prompt_wanted:
            self.show_prompt()
        self.entered.emit()

    def _told(self, problem: Problem) -> None:
        """A problem before there is a workspace to show it."""
        if self.window.workspace is None:
            self.window.start.banner.show_problem(problem)

    def _opened_services(self) -> Reverie:
        assert self.services is not None, "the profile is open"  # noqa: S101
        return self.services

    # closing

    def _end(
        self, deleted: frozenset[str], forgotten: frozenset[str], nights: frozenset[str]
    ) -> None:
        """In the background: the reply stops, the night stops and records that it did. What was
        deleted goes for good, some of it with all that it taught, and what `nights` learned."""
        services = self.services
        if services is None:
            return
        try:
            services.chat.underway.stop()
            if deleted:
                services.forgetting.forget_conversations(tuple(deleted), also=False)
            if forgotten:
                services.forgetting.forget_conversations(tuple(forgotten), also=True)
            for night in nights:
                services.nights.delete(night)
        finally:
            services.close()

    def _end_failed(self, problem: Problem) -> None:  # noqa: ARG002  (nobody is left to read it)
        self._finish()

    def _finish(self) -> None:
        self.runner.close()
        if self.presence is not None:
            self.presence.delete()
            self.presence = None
        self.ended.emit()
