"""Why a reply is as it is, and the same reply by other layers, without a single widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.domain.events import ReplyEvent
from app.domain.ledger import Arm, Message
from app.engine.client import Stop
from app.services import Reverie
from app.ui.chatmodel import ChatModel
from app.ui.runner import Problem, Runner


@dataclass(slots=True, eq=False)
class Comparison:
    """What has been said so far, for a panel that is opened again."""

    message: str
    arms: tuple[Arm, ...]
    stop: Stop = field(default_factory=Stop)
    said: list[tuple[Arm, ReplyEvent]] = field(default_factory=list)
    over: bool = False


class WhyModel(QObject):
    """One comparison at a time, one arm after the other: there is one engine, and what is asked in
    the chat goes before. Lives on the UI thread."""

    explained = Signal(object)  # Reason
    said = Signal(str, object, object)  # message id, Arm, ReplyEvent: nothing is stored
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
        self._last: Comparison | None = None
        chat.asked.connect(self.stop)
        chat.opened.connect(self._opened)
        chat.busy.connect(lambda _: self.busy.emit(self.is_busy))

    @property
    def comparing(self) -> str | None:
        """The message that is being answered again."""
        return self._last.message if self._last is not None and not self._last.over else None

    @property
    def is_busy(self) -> bool:
        return self.comparing is not None or self._chat.live is not None

    def last(self, message_id: str) -> Comparison | None:
        """The last comparison, if it was of that message, and the conversation is still shown."""
        return self._last if self._last is not None and self._last.message == message_id else None

    def explain(self, message_id: str) -> None:
        self._runner.call(lambda: self._services.reasons.of(message_id), self.explained.emit)

    def compare(self, message_id: str, arms: Sequence[Arm]) -> bool:
        """False when the engine is taken; then nothing happened."""
        if self.is_busy or not arms:
            return False
        now = self._last = Comparison(message_id, tuple(arms))
        self._services.nights.touch()
        self.busy.emit(True)

        def source() -> Iterator[tuple[Arm, ReplyEvent]]:
            for arm in arms:
                if now.stop.is_asked:
                    return
                for event in self._services.chat.answer_again(message_id, arm, now.stop):
                    yield arm, event

        def each(said: tuple[Arm, ReplyEvent]) -> None:
            now.said.append(said)
            self.said.emit(message_id, *said)

        def failed(problem: Problem) -> None:
            self._end(now)
            self.problem.emit(problem)

        self._runner.stream(source, each, lambda: self._end(now), failed)
        return True

    def stop(self) -> None:
        """The arm that answers, and those that wait for their turn."""
        if self._last is not None:
            self._last.stop.ask()

    def take(self, reply: Message) -> None:
        """It becomes the version of the reply that is shown."""
        self._runner.call(lambda: self._services.chat.take(reply), lambda _: self._chat.reload())

    def _end(self, now: Comparison) -> None:
        now.over = True
        self.ended.emit(now.message)
        self.busy.emit(self.is_busy)

    def _opened(self) -> None:
        """What nobody can look at any more is not kept."""
        last = self._last
        if last is not None and last.over and not self._chat.now.holds(last.message):
            self._last = None
