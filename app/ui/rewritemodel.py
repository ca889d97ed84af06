"""Passages that the model rewrites while a reply is corrected. One at a time; the last one wins."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

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
        self._stopped = threading.Event()

    def ask(self, message_id: str, request: Request) -> None:
        self.stop()
        self._nights.touch()
        stopped = self._stopped = threading.Event()
        proposal: list[Proposal] = []

        def source() -> Iterator[str]:
            start, end = request.passage
            passage = request.text[start:end]
            written = self._rewriting.rewrite(
                request.text, request.passage, request.wish, stopped.is_set
            )
            for piece in written:
                if piece.done:
                    proposal.append(Proposal(start, passage, hunks(passage, piece.text)))
                else:
                    yield piece.text

        def grow(text: str) -> None:
            if not stopped.is_set():
                self.grew.emit(message_id, text)

        def end() -> None:
            if not stopped.is_set():
                self.proposed.emit(message_id, proposal[0] if proposal else None)

        def fail(problem: Problem) -> None:
            if not stopped.is_set():
                self.proposed.emit(message_id, None)
                self.problem.emit(problem)

        self._runner.stream(source, grow, end, fail)

    def stop(self) -> None:
        """Nobody waits for it any more; the engine ends with its next word."""
        self._stopped.set()
