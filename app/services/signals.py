"""The signals as a ledger to be read, judged and thinned out by the user."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.ledger import Signal, State
from app.store import Store


class Signals:
    """Thread-safe as its store is. To make one is `Gestures`', to forget one is `Forgetting`'s."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Signal]:
        """Oldest first."""
        return self._store.signals.all()

    def set_state(self, signal_ids: Collection[str], state: State) -> None:
        """All of them or none: leave out (EXCLUDED), or learn from (ACTIVE), which also judges one
        that was quarantined. Raises NotFoundError."""
        with self._store.transaction():
            for signal_id in signal_ids:
                self._store.signals.set_state(signal_id, state)

    def pin(self, signal_ids: Collection[str], pinned: bool) -> None:
        """All of them or none. A pinned one is shown as an example before those that are nearer,
        and no night leaves it out for others. Raises NotFoundError."""
        with self._store.transaction():
            for signal_id in signal_ids:
                self._store.signals.pin(signal_id, pinned)
