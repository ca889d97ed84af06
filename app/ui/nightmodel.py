"""Nights without a single widget: what could run, what runs, what was learned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.events import NightProgress
from app.domain.ledger import Adapter, Night
from app.services import Reverie
from app.ui import words
from app.ui.language import told, tr
from app.ui.nightseries import Point, points
from app.ui.runner import Problem, Runner


@dataclass(frozen=True, slots=True)
class NightState:
    """A snapshot. `missing` is the plain sentence that says whether a night could run now, or that
    there is `nothing_new` for it; `usable` are the ids of the adapters that may be used with the
    model that is there; `series` are the nights as figures."""

    ready: bool = False
    missing: str = ""
    next_due: datetime | None = None
    adapter: Adapter | None = None
    nights: list[Night] = field(default_factory=list)
    paused_until: datetime | None = None
    usable: frozenset[str] = frozenset()
    series: tuple[Point, ...] = ()
    nothing_new: bool = False

    def can_use(self, night: Night) -> bool:
        return night.adapter in self.usable

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
    exported = Signal(str)  # a sentence about the file
    put_aside = Signal(str, str)  # id of a night, and a sentence; `destroy` or `put_back` is next

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._nights = services.nights
        self._going: dict[str, bool] = {}  # nights whose adapters go: was it the one in use
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
        self._runner.in_turn("night", self._nights.pause)

    def resume(self) -> None:
        self._runner.in_turn("night", self._nights.resume)

    def stop(self) -> None:
        self._runner.in_turn("night", self._nights.cancel)

    def use(self, night_id: str) -> None:
        self._change(lambda: self._nights.use(night_id))

    def rollback(self) -> None:
        self._change(self._nights.rollback)

    # what a night left

    def put_out(self, night: Night) -> None:
        """What it learned is no longer used, and goes for good with `destroy`."""
        was_used = self.state.in_use(night)
        self._going[night.id] = was_used
        self.changed.emit()
        if not was_used:
            self.put_aside.emit(night.id, tr("What this night learned is deleted."))
            return
        self._runner.in_turn(
            "adapters",
            self._nights.rollback,
            lambda earlier: self._put_out(night.id, earlier),
            lambda problem: self._not_put_out(night.id, problem),
        )

    def put_back(self, night_id: str) -> None:
        if self._going.pop(night_id, False):
            self.use(night_id)
        else:
            self.changed.emit()

    def destroy(self, night_id: str) -> None:
        def gone(_: object) -> None:
            self._going.pop(night_id, None)
            self.refresh()

        self._runner.in_turn("adapters", lambda: self._nights.delete(night_id), gone)

    def about_to_go(self) -> frozenset[str]:
        """Nights whose adapters are being deleted, as long as that can be undone."""
        return frozenset(self._going)

    def export(self, night_id: str, file: Path) -> None:
        """Over the file of that name, if there is one: the dialog has asked."""
        told = tr("Saved as {name}. It is personal, and not encrypted.", name=file.name)
        self._runner.call(
            lambda: self._nights.export(night_id, file, replace=True),
            lambda _: self.exported.emit(told),
            self.problem.emit,
        )

    def _put_out(self, night_id: str, earlier: Night | None) -> None:
        self.refresh()
        said = (
            tr("Deleted. In use again: {night}.", night=words.when(earlier.started))
            if earlier
            else tr("Deleted. The bare model answers.")
        )
        self.put_aside.emit(night_id, said)

    def _not_put_out(self, night_id: str, problem: Problem) -> None:
        self._going.pop(night_id, None)
        self.refresh()
        self.problem.emit(problem)

    # how they are looked at

    @property
    def as_table(self) -> bool:
        return self._services.settings.nights_as_table

    def keep_as_table(self, as_table: bool) -> None:
        self._runner.in_turn(
            "look", lambda: self._services.change_settings(nights_as_table=as_table)
        )

    def load_plots(self, done: Callable[[Any], object]) -> None:
        """`done` with pyqtgraph, which takes a second to load the first time."""
        self._runner.call(lambda: import_module("pyqtgraph"), done)

    # inside

    def _change(self, work: Callable[[], object]) -> None:
        self._runner.in_turn("adapters", work, lambda _: self.refresh())

    def _read(self) -> NightState:
        readiness = self._nights.readiness()
        nights = self._nights.all()
        return NightState(
            readiness.ready,
            str(told(readiness.why)),
            self._nights.next_due(),
            self._nights.active_adapter(),
            nights,
            self._nights.paused_until(),
            self._nights.usable(),
            points(nights),
            readiness.nothing_new,
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
