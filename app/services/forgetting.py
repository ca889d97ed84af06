"""Forgetting, all the way down: rows, memories, and every adapter that saw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.ledger import Adapter, Memory, Signal
from app.store import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased, in memory alone, so that it can be undone as long as somebody holds this.
    `switched_off` was the adapter in use; `in_use` is the one that took over, None the base."""

    signals: tuple[Signal, ...] = ()
    memories: tuple[Memory, ...] = ()
    switched_off: Adapter | None = None
    in_use: Adapter | None = None


class Forgetting:
    """Thread-safe as its store is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def forget(self, *, signals: Sequence[str] = (), memories: Sequence[str] = ()) -> Forgotten:
        """All of them or none; ids that are gone are passed over."""
        with self._store.transaction():
            known = [self._store.signals.get(one) for one in signals]
            kept = [self._store.memories.get(one) for one in memories]
            before = self._store.adapters.active()
            if signals:
                self._store.signals.forget(signals)
            if memories:
                self._store.memories.forget(memories)
            after = self._store.adapters.active()
        return Forgotten(
            tuple(one for one in known if one),
            tuple(one for one in kept if one),
            before if before != after else None,
            after,
        )

    def undo(self, forgotten: Forgotten) -> None:
        """The rows are there again, under their ids. Adapters are not: the next night makes one."""
        with self._store.transaction():
            self._store.signals.add_many(forgotten.signals)
            for memory in forgotten.memories:
                self._store.memories.add(memory)
