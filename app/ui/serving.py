"""What answers: the model, which is loaded in the background, and what it uses of the nights; told
in the header of the chat."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.engine.catalogue import ModelChoice
from app.engine.client import ModelInfo
from app.services import Reverie
from app.ui import words
from app.ui.chatheader import Header
from app.ui.language import tr
from app.ui.nightmodel import NightModel
from app.ui.runner import Problem, Runner


class Serving(QObject):
    started = Signal(object)  # ModelChoice: it answers now
    failed = Signal(object)  # Problem

    def __init__(
        self,
        services: Reverie,
        runner: Runner,
        nights: NightModel,
        header: Header,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._nights = nights
        self._header = header
        self._running: tuple[ModelChoice, ModelInfo] | None = None

    def start(self) -> None:
        """The model that the settings name, instead of the one that answers now."""
        self._running = None
        self._header.show_model(tr("Loading the model …"), tr("The model is being loaded"))
        self._runner.call(self._load, self._done, self._not_done)

    def show(self) -> None:
        """The model by its name, and whether it answers with something learned."""
        if self._running is None:
            return
        choice, info = self._running
        learned = self._nights.state.learned
        chosen = self._services.settings.arm
        uses = learned is not None and (chosen is None or chosen.uses_adapter)
        if uses and learned:
            state = tr("learned {on_day}", on_day=words.on_day(learned))
        else:
            state = tr("base", "after the name of the model: nothing learned is used")
        name = words.model_name(choice.path.name)
        tip = tr("{name}\nClick to change it", name=info.name)
        self._header.show_model(f"{name} · {state}", tip)

    def _load(self) -> tuple[ModelChoice, ModelInfo]:
        models = self._services.models
        choice = models.current()
        size = choice.path.stat().st_size
        self._runner.post(lambda: self._show_loading(choice, size))
        return choice, models.start()

    def _show_loading(self, choice: ModelChoice, size: int) -> None:
        if self._running is None:
            name = words.model_name(choice.path.name)
            told = tr("Loading {name} ({size}) …", name=name, size=words.size(size))
            self._header.show_model(told, tr("The model is being loaded"))

    def _done(self, running: tuple[ModelChoice, ModelInfo]) -> None:
        self._running = running
        self.started.emit(running[0])
        self.show()

    def _not_done(self, problem: Problem) -> None:
        self._header.show_model(tr("No model"), problem.sentence)
        self.failed.emit(problem)
