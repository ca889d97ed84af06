"""What no pattern knows is judged by the model, where it is able, once nobody has done anything for
a while: what it reads takes the place of the conversation in its memory, and the next reply must
not wait for that. What it finds always waits for approval."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from importlib import resources

from app.domain.errors import KnownError
from app.domain.events import StopReason
from app.domain.finding.judged import candidates, grammar, judged, longest, question
from app.domain.ledger import Arm, Memory, Message, Role, Turn
from app.engine import catalogue
from app.engine.client import EngineDone, EngineEvent, SamplingSettings, Stop
from app.services.models import Models
from app.services.noticing import Noticing

log = logging.getLogger(__name__)

ABLE = 1_000_000_000
"""Parameters from which a model of one's own is thought able to judge; smaller ones guess."""
IDLE = timedelta(minutes=5)
LOOK_S = 30.0
MOST = 64
"""Messages that wait to be read; beyond that the oldest are let go."""

Answer = Callable[[Sequence[Turn], Arm, SamplingSettings, str, Stop], Iterator[EngineEvent]]


class Judging:
    """Thread-safe. Its thread begins with the first message that is offered."""

    def __init__(
        self,
        models: Models,
        noticing: Noticing,
        answer: Answer,
        idle: Callable[[], timedelta],
    ) -> None:
        """`answer`: one reply of the base, as `Chat.answer` gives it."""
        self._models = models
        self._noticing = noticing
        self._answer = answer
        self._idle = idle
        self._lock = threading.Lock()
        self._waiting: deque[Message] = deque(maxlen=MOST)
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._reading: Stop | None = None

    def offer(self, message: Message) -> None:
        """To be read later, if the model in use is able to and there is something to judge."""
        if not self._noticing.is_wanted or not self.is_able():
            return
        if not candidates(message.text, self._noticing.before(message)):
            return
        with self._lock:
            self._waiting.append(message)
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._run, name="judging", daemon=True)
                self._thread.start()

    def is_able(self) -> bool:
        try:
            choice = self._models.current()
            if choice.entry is not None:
                return not choice.entry.small
            return catalogue.identify(choice.path).parameters >= ABLE
        except KnownError:
            return False

    def judge(self, message: Message) -> tuple[Memory, ...]:
        """*Slow*. Reads `message` now, whatever the model; KnownError where it cannot answer."""
        if not self._noticing.is_open(message):
            return ()
        clauses = candidates(message.text, self._noticing.before(message))
        if not clauses:
            return ()
        found = judged(clauses, self._asked(clauses))
        return self._noticing.propose(message, found, ask=True)

    def make_way(self) -> None:
        """The user wants a reply: what is being read is let go until later."""
        reading = self._reading
        if reading is not None:
            reading.ask()

    def close(self) -> None:
        """Does not wait for what is being read: closing the engine ends that."""
        self._closing.set()

    def _asked(self, clauses: Sequence[str]) -> str:
        """The model's answer; empty where it was stopped."""
        stop = self._reading or Stop()
        sampling = SamplingSettings(
            temperature=0.0,
            repeat_penalty=1.0,
            max_tokens=longest(clauses),
            grammar=grammar(clauses),
        )
        system = resources.files("resources").joinpath("prompts/memories.txt").read_text("utf-8")
        turns = (Turn(Role.USER, question(clauses)),)
        for event in self._answer(turns, Arm.BASE, sampling, system.strip(), stop):
            if isinstance(event, EngineDone) and event.stop_reason is StopReason.END:
                return event.text
        return ""

    def _run(self) -> None:
        while not self._closing.wait(LOOK_S):
            self.look()

    def look(self) -> None:
        """Reads what waits, as long as nobody does anything."""
        while self._waiting and self._idle() >= IDLE and not self._closing.is_set():
            with self._lock:
                message = self._waiting.popleft()
            self._reading = Stop()
            try:
                self.judge(message)
            except Exception as error:  # the thread is there for all messages that come
                known = isinstance(error, KnownError)
                log.log(
                    logging.WARNING if known else logging.ERROR,
                    "nothing was judged: %s",
                    type(error).__name__,
                    exc_info=not known,
                )
            finally:
                self._reading = None
