"""Nights without a single widget: what could run, what runs, what was learned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.domain.events import NightProgress
from app.domain.ledger import Adapter, Night
from app.services import Reverie
from app.ui.language import told
from app.ui.runner import Problem, Runner


@dataclass(frozen=True, slots=True)
class NightState:
    """A snapshot. `missing` is the plain sentence that says whether a night could run now."""

    ready: bool = False
    missing: str = ""
    next_due: datetime | None = None
    adapter: Adapter | None = None
    nights: list[Night] = field(default_factory=list)
    paused_until: datetime | None = None

    def in_use(self, night: Night) -> bool:
        return self.adapter is not None and night.adapter == self.adapter.id

    @property
    def learned(self) -> datetime | None:
        """When the adapter in use was learned."""
        night = next((n for n in self.nights if self.in_use(n)), None)
        return (night.finished or night.started) if night else None


class NightModel(QObject):
    """State and commands of the nights. Lives on the UI thread."""

    changed = Signal()  # `state` or `running` is new
    progressed = Signal()  # `progress` is new
    finished = Signal(object)  # Night: one came to its end
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nights = services.nights
        self._runner = runner
        self.state = NightState()
        self.progress: NightProgress | None = None
        self.running = False
        services.nights.on_scheduled = lambda said: runner.post(lambda: self._scheduled(said))

    def refresh(self) -> None:
        self._runner.latest("nights", self._read, self._show)

    def sleep_now(self) -> None:
        if self.running:
            return
        self._set_running(True)
        self._runner.call(
            lambda: self._nights.sleep_now(
                lambda progress: self._runner.post(lambda: self._progress(progress))
            ),
            self._finished,
            self._failed,
        )

    def pause(self) -> None:
        self._runner.call(self._nights.pause)

    def resume(self) -> None:
        self._runner.call(self._nights.resume)

    def stop(self) -> None:
        self._runner.call(self._nights.cancel)

    def use(self, night_id: str) -> None:
        self._change(lambda: self._nights.use(night_id))

    def rollback(self) -> None:
        self._change(self._nights.rollback)

    def _change(self, work: Callable[[], object]) -> None:
        self._runner.call(work, lambda _: self.refresh())

    def _read(self) -> NightState:
        ready, missing = self._nights.readiness()
        return NightState(
            ready,
            str(told(missing)),
            self._nights.next_due(),
            self._nights.active_adapter(),
            self._nights.all(),
            self._nights.paused_until(),
        )

    def _show(self, state: NightState) -> None:
        self.state = state
        self.changed.emit()

    def _set_running(self, running: bool) -> None:
        self.running = running
        self.progress = None
        self.changed.emit()

    def _progress(self, progress: NightProgress) -> None:
        self.progress = progress
        self.progressed.emit()

    def _finished(self, night: Night) -> None:
        self._set_running(False)
        self.refresh()
        self.finished.emit(night)

    def _failed(self, problem: Problem) -> None:
        self._set_running(False)
        self.refresh()
        self.problem.emit(problem)

    def _scheduled(self, said: NightProgress | Night) -> None:
        """A night that the clock began tells of itself."""
        if isinstance(said, Night):
            self._finished(said)
            return
        if not self.running:
            self._set_running(True)
        self._progress(said)
