"""The one way to the engine for whatever is to be answered: first its adapter, then the words."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from app.domain.events import StopReason
from app.domain.ledger import Adapter
from app.engine.client import Engine, EngineDone, EngineEvent, SamplingSettings, Stop
from app.services.context import Question
from app.services.models import Models
from app.store import Store

NOTHING = EngineDone("", StopReason.STOPPED, 0, 0, 0.0, 0.0)


class Serving:
    """Thread-safe; one reply at a time. Which adapter is in use for good is not decided here: a
    question brings its own, and the next one brings another."""

    def __init__(self, store: Store, models: Models) -> None:
        self._store = store
        self._models = models
        self._turn = threading.Condition()
        self._answering = False

    def answer(
        self,
        question: Question,
        sampling: SamplingSettings,
        begun: str = "",
        stop: Stop | None = None,
    ) -> Iterator[EngineEvent]:
        """*Slow*. EngineDone alone where `stop` was asked before its turn came. Raises
        ForgottenRowsError and AdapterFileError where there is no adapter."""
        stop = stop or Stop()
        if not self._wait(stop, take=True):
            yield NOTHING
            return
        try:  # no other reply may change the adapter before this one begins
            engine = self._take_on(question.adapter)
            yield from engine.generate(question.prompt(), sampling, begun, stop)
        finally:
            self._give_turn()

    def wait(self, stop: Stop) -> bool:
        """*Slow*. Until nothing is being answered; false where it was to `stop` before. Whoever
        asks the engine for something else first waits here, where a stop is heard."""
        return self._wait(stop, take=False)

    def read_ahead(self, question: Question, most: int | None) -> None:
        """Unless something is being answered."""
        with self._turn:
            if self._answering:
                return
            self._answering = True
        try:
            self._take_on(question.adapter).read_ahead(question.prompt(), most)
        finally:
            self._give_turn()

    def _wait(self, stop: Stop, *, take: bool) -> bool:
        with stop.heard_by(self._look_up), self._turn:
            self._turn.wait_for(lambda: not self._answering or stop.is_asked)
            if stop.is_asked:
                return False
            self._answering = self._answering or take
            return True

    def _give_turn(self) -> None:
        with self._turn:
            self._answering = False
            self._turn.notify_all()

    def _look_up(self) -> None:
        with self._turn:
            self._turn.notify_all()

    def _take_on(self, adapter: Adapter | None) -> Engine:
        engine = self._models.engine()
        if adapter is None:
            engine.set_adapter(None, None)
        elif engine.adapter != adapter.id:
            engine.set_adapter(adapter.id, self._store.adapters.bytes_of(adapter))
        return engine
