"""Which memories stand in a prompt: those that fit into a budget of characters, best first. Pure.

Pinned ones always; then preferences, which hold for every reply; then facts that the conversation
begins with; then what is newest. Each of the middle two has a share that the other cannot take.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.ledger import Memory, MemoryState, utc_now

CHARACTERS_A_TOKEN = 4
SHARE = 8
"""Of the context: one part in so many is for memories."""
LEAST, MOST = 600, 4000
PREFERENCES = 0.4
"""Of the budget at most, where relevant facts want the rest."""
_AROUND = 4
"""Characters that a line costs beside its text."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """In force, each list best first; a memory may stand in several."""

    pinned: Sequence[Memory] = ()
    preferences: Sequence[Memory] = ()
    relevant: Sequence[Memory] = ()
    recent: Sequence[Memory] = ()


def budget(context_tokens: int) -> int:
    """Characters of memories beside a context of so many tokens."""
    return max(LEAST, min(MOST, context_tokens * CHARACTERS_A_TOKEN // SHARE))


def chosen(candidates: Candidates, characters: int) -> tuple[Memory, ...]:
    """No more than `characters` of them, in the order in which they became valid, the pinned last:
    a model heeds most what stands nearest to the conversation."""
    taken: dict[str, Memory] = {}
    left = _take(taken, candidates.pinned, characters)
    for_preferences = int(left * PREFERENCES) if candidates.relevant else left
    left -= for_preferences - _take(taken, candidates.preferences, for_preferences)
    for rest in (candidates.relevant, candidates.recent, candidates.preferences):
        left = _take(taken, rest, left)
    return tuple(sorted(taken.values(), key=lambda m: (m.pinned, m.from_, m.id)))


def in_force(memory: Memory, now: datetime | None = None) -> bool:
    """Whether it is used: approved, neither left out nor forgotten, and no history."""
    return memory.state is MemoryState.ACTIVE and not is_history(memory, now)


def is_history(memory: Memory, now: datetime | None = None) -> bool:
    """Whether it was replaced or is over."""
    over = memory.until is not None and memory.until <= (now or utc_now())
    return over or memory.superseded_by is not None


def _take(taken: dict[str, Memory], more: Iterable[Memory], characters: int) -> int:
    """Puts as many as fit beside those that are there; returns what is left of the budget."""
    for memory in more:
        cost = len(memory.text) + _AROUND
        if memory.id not in taken and cost <= characters:
            taken[memory.id] = memory
            characters -= cost
    return characters
