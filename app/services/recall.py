"""Which memories and past edits a conversation is answered with: chosen in the store, so that
thousands of them cost some milliseconds, and packed into the budget."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from app.domain.ledger import Adapter, Memory, MemoryKind, Turn, utc_now
from app.domain.nearest import nearest
from app.domain.prompt import EXAMPLES, Material, opening
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

    def material(
        self, turns: Sequence[Turn], adapter: Adapter | None, present: Collection[str]
    ) -> Material:
        """Beside an adapter, edits that its night knew are no longer shown as examples unless they
        are pinned: they are learned, and the prompt stays short. Nor are those of messages that are
        `present` in the conversation: the prompt's beginning, and with it what is computed of it,
        stays."""
        begun = opening(turns)
        night = self._store.nights.get(adapter.night) if adapter else None
        known = frozenset(night.rows) if night else frozenset()
        asked = [
            edit
            for edit in self._store.signals.asked()
            if (edit.pinned or edit.id not in known) and edit.message not in present
        ]
        found = (self._store.signals.get(edit.id) for edit in nearest(begun, asked, EXAMPLES))
        return Material(self.choose(begun), tuple(signal for signal in found if signal))

    def _candidates(self, opening: str) -> Candidates:
        memories, now = self._store.memories, utc_now()
        asked = words(opening)
        return Candidates(
            pinned=memories.pinned(now, MOST),
            preferences=memories.newest(now, MOST, MemoryKind.PREFERENCE),
            relevant=(
                *memories.matching(asked, now, MOST // 2),
                *memories.matching(related(asked), now, MOST // 2),
            ),
            recent=memories.newest(now, MOST, MemoryKind.FACT),
        )
