"""The settings without a single widget: one change after the other, none lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.engine.catalogue import ModelEntry
from app.services import Reverie
from app.settings import Settings
from app.ui.runner import Problem, Runner


class SettingsModel(QObject):
    """Outlives the dialog, so that a change made just before it closes still arrives."""

    changed = Signal(object)  # Settings as they are now
    refused = Signal(object)  # Problem: the old values stay
    model_changed = Signal()  # another model is chosen
    model_refused = Signal(object)  # Problem: the old model stays

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._waiting: dict[str, object] = {}
        self._writing = False

    @property
    def now(self) -> Settings:
        return self._services.settings

    def models(self) -> list[ModelEntry]:
        return self._services.models.all()

    def change(self, **values: object) -> None:
        """What comes while an earlier change is written waits, and the newest value wins."""
        self._waiting.update(values)
        self._write()

    def use_model(self, name_or_path: str) -> None:
        """Checked in the background before it is chosen."""
        self._runner.call(
            lambda: self._services.use_model(name_or_path),
            lambda _: self._model_chosen(),
            self.model_refused.emit,
        )

    def _write(self) -> None:
        if self._writing or not self._waiting:
            return
        values, self._waiting = self._waiting, {}
        self._writing = True
        self._runner.call(
            lambda: self._services.change_settings(**values), self._written, self._failed
        )

    def _written(self, settings: Settings) -> None:
        self._writing = False
        self.changed.emit(settings)
        self._write()

    def _failed(self, problem: Problem) -> None:
        self._writing = False
        self.refused.emit(problem)
        self._write()

    def _model_chosen(self) -> None:
        self.changed.emit(self.now)
        self.model_changed.emit()
