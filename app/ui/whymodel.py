"""Why a reply is as it is, and the same reply by other layers, without a single widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece
from app.domain.ledger import Arm, Message
from app.engine.client import Stop
from app.services import Reverie
from app.ui.chatmodel import ChatModel
from app.ui.runner import Problem, Runner


class WhyModel(QObject):
    """One comparison at a time, one arm after the other: there is one engine, and what is asked in
    the chat goes before. Lives on the UI thread."""

    explained = Signal(object)  # Reason
    grew = Signal(str, object, str)  # message id, Arm, the next piece
    answered = Signal(str, object, object)  # message id, Arm, ReplyDone: nothing is stored
    ended = Signal(str)  # message id: all its arms answered, or it was stopped
    busy = Signal(bool)  # the engine is taken, by a comparison or by the chat
    problem = Signal(object)  # Problem

    def __init__(
        self, services: Reverie, runner: Runner, chat: ChatModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._chat = chat
        self._stop = Stop()
        self.comparing: str | None = None
        chat.asked.connect(self.stop)
        chat.busy.connect(lambda _: self.busy.emit(self.is_busy))

    @property
    def is_busy(self) -> bool:
        return self.comparing is not None or self._chat.live is not None

    def explain(self, message_id: str) -> None:
        self._runner.call(lambda: self._services.reasons.of(message_id), self.explained.emit)

    def compare(self, message_id: str, arms: Sequence[Arm]) -> bool:
        """False when the engine is taken; then nothing happened."""
        if self.is_busy or not arms:
            return False
        self.comparing = message_id
        self._stop = stop = Stop()
        self._services.nights.touch()
        self.busy.emit(True)

        def source() -> Iterator[tuple[Arm, ReplyEvent]]:
            for arm in arms:
                if stop.is_asked:
                    return
                for event in self._services.chat.answer_again(message_id, arm, stop):
                    yield arm, event

        def failed(problem: Problem) -> None:
            self._end(message_id)
            self.problem.emit(problem)

        def each(said: tuple[Arm, ReplyEvent]) -> None:
            self._hear(message_id, *said)

        self._runner.stream(source, each, lambda: self._end(message_id), failed)
        return True

    def stop(self) -> None:
        """The arm that answers, and those that wait for their turn."""
        self._stop.ask()

    def take(self, reply: Message) -> None:
        """It becomes the version of the reply that is shown."""
        self._runner.call(lambda: self._services.chat.take(reply), lambda _: self._chat.reload())

    def _hear(self, message_id: str, arm: Arm, event: ReplyEvent) -> None:
        if isinstance(event, ReplyPiece):
            self.grew.emit(message_id, arm, event.text)
        elif isinstance(event, ReplyDone):
            self.answered.emit(message_id, arm, event)

    def _end(self, message_id: str) -> None:
        self.comparing = None
        self.ended.emit(message_id)
        self.busy.emit(self.is_busy)
