"""The one way to the engine for whatever is to be answered: first its adapter, then the words."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from app.domain.ledger import Adapter
from app.engine.client import Engine, EngineEvent, SamplingSettings
from app.services.context import Question
from app.services.models import Models
from app.store import Store


class Serving:
    """Thread-safe; one reply at a time. Which adapter is in use for good is not decided here: a
    question brings its own, and the next one brings another."""

    def __init__(self, store: Store, models: Models) -> None:
        self._store = store
        self._models = models
        self._answering = threading.Lock()

    def answer(
        self, question: Question, sampling: SamplingSettings, begun: str = ""
    ) -> Iterator[EngineEvent]:
        """*Slow*. Raises ForgottenRowsError and AdapterFileError where there is no adapter."""
        with self._answering:  # no other reply may change the adapter before this one begins
            engine = self._take_on(question.adapter)
            yield from engine.generate(question.prompt(), sampling, begun)

    def read_ahead(self, question: Question, most: int | None) -> None:
        """Unless something is being answered."""
        if self._answering.acquire(blocking=False):
            try:
                self._take_on(question.adapter).read_ahead(question.prompt(), most)
            finally:
                self._answering.release()

    def _take_on(self, adapter: Adapter | None) -> Engine:
        engine = self._models.engine()
        if adapter is None:
            engine.set_adapter(None, None)
        elif engine.adapter != adapter.id:
            engine.set_adapter(adapter.id, self._store.adapters.bytes_of(adapter))
        return engine
