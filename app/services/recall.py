"""Which memories a conversation is answered with: chosen in the store, packed into the budget."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.ledger import Memory, MemoryKind, utc_now
from app.domain.recall import Candidates, budget, chosen
from app.domain.topics import related, words
from app.settings import Settings
from app.store import Store

MOST = 48
"""Of each list; more than the largest budget holds."""


class Recall:
    """Thread-safe as its store is; only reads. The same store and opening give the same memories:
    they stand at the beginning of the prompt, which the engine must not read twice."""

    def __init__(self, store: Store, settings: Callable[[], Settings]) -> None:
        self._store = store
        self._settings = settings

    def choose(self, opening: str) -> tuple[Memory, ...]:
        """For a conversation that begins with these words of the user."""
        return chosen(self._candidates(opening), budget(self._settings().context_tokens))

    def _candidates(self, opening: str) -> Candidates:
        memories, now = self._store.memories, utc_now()
        asked = words(opening)
        return Candidates(
            pinned=memories.pinned(now, MOST),
            preferences=memories.newest(now, MOST, MemoryKind.PREFERENCE),
            relevant=(
                *memories.matching(asked, now, MOST // 2),
                *memories.matching(related(asked), now, MOST),
            ),
            recent=memories.newest(now, MOST, MemoryKind.FACT),
        )
