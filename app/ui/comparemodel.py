"""Two answers to one prompt, by the bare model or by what a night learned, without a widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from app.engine.client import EngineDone, EngineEvent, EnginePiece, Stop
from app.services import Reverie
from app.ui.runner import Problem, Runner


class CompareModel(QObject):
    """One after the other: there is one engine. Nothing is stored. Lives on the UI thread."""

    began = Signal()
    grew = Signal(int, str)  # which answer, its next piece
    answered = Signal(int, object)  # which answer, EngineDone
    ended = Signal()  # all have answered, or it was stopped
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._stop = Stop()
        self.running = False

    def ask(self, nights: Sequence[str | None], text: str) -> None:
        """Each answers in turn; None is the bare model."""
        if self.running:
            return
        self.running = True
        self._stop = stop = Stop()
        self._services.nights.touch()
        self.began.emit()

        def source() -> Iterator[tuple[int, EngineEvent]]:
            for at, night in enumerate(nights):
                if stop.is_asked:
                    return
                for event in self._services.comparing.answer(night, text, stop):
                    yield at, event

        self._runner.stream(source, self._hear, self._end, self._fail)

    def stop(self) -> None:
        self._stop.ask()

    def _hear(self, said: tuple[int, EngineEvent]) -> None:
        at, event = said
        if isinstance(event, EnginePiece):
            self.grew.emit(at, event.text)
        elif isinstance(event, EngineDone):
            self.answered.emit(at, event)

    def _end(self) -> None:
        self.running = False
        self.ended.emit()

    def _fail(self, problem: Problem) -> None:
        self._end()
        self.problem.emit(problem)
