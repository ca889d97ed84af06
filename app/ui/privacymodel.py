"""What is kept where, what was forgotten and how it goes, without a widget."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.events import NightProgress
from app.domain.ledger import Conversation
from app.domain.receipts import Statement
from app.domain.schedule import Pause
from app.services import Reverie
from app.services.backups import Backup
from app.services.privacy import Kept
from app.services.proof import Proof
from app.services.wipe import Scope
from app.sleep.process import NightCancelled
from app.ui.language import tr
from app.ui.runner import Problem, Runner

_STAGE = re.compile(r"(\d) of 3\b")


@dataclass(frozen=True, slots=True)
class PrivacyState:
    kept: Kept | None = None
    receipts: tuple[tuple[Statement, list[str]], ...] = ()
    """Each with what of it does not hold."""
    backups: tuple[Backup, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    nightly: bool = False
    paused_until: datetime | None = None


class PrivacyModel(QObject):
    """State and commands of the page. Lives on the UI thread."""

    changed = Signal()  # `state` is new
    proving = Signal(int, object)  # the training that runs, 1 to 3, and NightProgress or None
    proved = Signal(object)  # Proof, or None where it was stopped or could not be tried
    described = Signal(object, object)  # Scope, tuple of Item
    stepped = Signal(object)  # Step of a wipe
    wiped = Signal(object, str)  # Scope that is gone, id of a conversation or ""
    not_wiped = Signal()
    everything_wanted = Signal()  # the window must end for that
    altered = Signal()  # the settings of learning
    said = Signal(str)
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._stage = 0
        self.state = PrivacyState()
        self.is_proving = False

    def refresh(self) -> None:
        self._runner.latest("privacy", self._read, self._show)

    # learning

    def learn_nightly(self, nightly: bool) -> None:
        self._change(lambda: self._services.change_settings(nightly=nightly))

    def pause(self, pause: Pause) -> None:
        self._change(lambda: self._services.pause_learning(pause))

    def resume(self) -> None:
        self._change(self._services.resume_learning)

    # what was forgotten

    def export_receipt(self, receipt_id: str, file: Path) -> None:
        self._runner.call(
            lambda: self._services.receipts.export(receipt_id, file),
            lambda path: self.said.emit(tr("Saved as {name}.", name=path.name)),
            self.problem.emit,
        )

    def delete_backups(self, names: Collection[str]) -> None:
        self._runner.call(
            lambda: self._services.backups.delete(names), lambda _: self.refresh(), self._failed
        )

    def prove(self) -> None:
        if self.is_proving:
            return
        self.is_proving, self._stage = True, 0
        self.proving.emit(1, None)
        self._runner.call(self._prove, self._proved, self._not_proved)

    def stop_proof(self) -> None:
        self._runner.call(self._services.erasure.cancel)

    def _prove(self) -> Proof | None:
        def stage(told: str) -> None:
            found = _STAGE.match(told)
            if found is not None:
                number = int(found.group(1))
                self._runner.post(lambda: self._begin_stage(number))

        def progress(at: NightProgress) -> None:
            self._runner.post(lambda: self.proving.emit(max(1, self._stage), at))

        try:
            return self._services.erasure.prove(stage, progress)
        except NightCancelled:
            return None

    def _begin_stage(self, number: int) -> None:
        self._stage = number
        self.proving.emit(number, None)

    def _proved(self, proof: Proof | None) -> None:
        self.is_proving = False
        self.proved.emit(proof)
        self.refresh()

    def _not_proved(self, problem: Problem) -> None:
        self.is_proving = False
        self.proved.emit(None)
        self.problem.emit(problem)

    # wiping

    def describe(self, scope: Scope, conversation: str) -> None:
        self._runner.latest(
            "wipe",
            lambda: self._services.wipe.describe(scope, conversation or None),
            lambda items: self.described.emit(scope, items),
        )

    def wipe(self, scope: Scope, conversation: str) -> None:
        if scope is Scope.EVERYTHING:
            self.everything_wanted.emit()
            return

        def work() -> None:
            self._services.wipe.carry_out(
                scope,
                conversation or None,
                lambda step: self._runner.post(lambda: self.stepped.emit(step)),
            )

        def done(_: None) -> None:
            self.wiped.emit(scope, conversation)
            self.refresh()

        def failed(problem: Problem) -> None:
            self.not_wiped.emit()
            self._failed(problem)

        self._runner.call(work, done, failed)

    # inside

    def _change(self, work: Callable[[], object]) -> None:
        def done(_: object) -> None:
            self.altered.emit()
            self.refresh()

        self._runner.in_turn("privacy", work, done, self._failed)

    def _failed(self, problem: Problem) -> None:
        self.refresh()
        self.problem.emit(problem)

    def _read(self) -> PrivacyState:
        services = self._services
        return PrivacyState(
            services.privacy.look(),
            tuple(services.receipts.checked()),
            tuple(services.backups.all()),
            tuple(services.conversations.all()),
            services.settings.nightly,
            services.nights.paused_until(),
        )

    def _show(self, state: PrivacyState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
