"""Passages that the model rewrites while a reply is corrected. One at a time; the last one wins."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from app.engine.client import Stop
from app.services import Reverie
from app.ui.hunks import Proposal, hunks
from app.ui.replyeditor import Request
from app.ui.runner import Problem, Runner


class RewriteModel(QObject):
    """Every request ends with `proposed`, with None where nothing came of it."""

    grew = Signal(str, str)  # message id, the passage so far
    proposed = Signal(str, object)  # message id, Proposal or None
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._rewriting = services.rewriting
        self._nights = services.nights
        self._runner = runner
        self._stop = Stop()
        self._asked: str | None = None  # the message whose passage is being rewritten

    def ask(self, message_id: str, request: Request) -> None:
        stop = self._begin(message_id)
        self._nights.touch()
        proposal: list[Proposal] = []

        def source() -> Iterator[str]:
            start, end = request.passage
            passage = request.text[start:end]
            written = self._rewriting.rewrite(request.text, request.passage, request.wish, stop)
            for piece in written:
                if piece.done:
                    proposal.append(Proposal(start, passage, hunks(passage, piece.text)))
                else:
                    yield piece.text

        def grow(text: str) -> None:
            if not stop.is_asked:
                self.grew.emit(message_id, text)

        def end() -> None:
            if not stop.is_asked:
                self._asked = None
                self.proposed.emit(message_id, proposal[0] if proposal else None)

        def fail(problem: Problem) -> None:
            if not stop.is_asked:
                self._asked = None
                self.proposed.emit(message_id, None)
                self.problem.emit(problem)

        self._runner.stream(source, grow, end, fail)

    def _begin(self, message_id: str) -> Stop:
        overtaken = self._asked
        self._stop.ask()
        if overtaken is not None and overtaken != message_id:
            self.proposed.emit(overtaken, None)
        self._asked, self._stop = message_id, Stop()
        return self._stop

    def stop(self, message_id: str) -> None:
        """Nobody waits for that message's passage any more."""
        if self._asked == message_id:
            self.stop_any()

    def stop_any(self) -> None:
        self._stop.ask()
        self._asked = None
