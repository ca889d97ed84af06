"""Memories that cannot both be true: the same thing said of the person, with another value. Pure.

"I live in Bonn" and "I live in Kiel"; but not "I live in Kiel" and "We live in a village near
Kiel", where one says more than the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from app.domain.finding import slot_of
from app.domain.finding.pattern import Slot
from app.domain.ledger import Memory


def contradictions(memories: Sequence[Memory]) -> list[tuple[Memory, Memory]]:
    """All pairs that disagree, in the order of `memories`."""
    filled: dict[str, list[tuple[Memory, Slot]]] = defaultdict(list)
    for memory in memories:
        slot = slot_of(memory.text)
        if slot is not None:
            filled[slot.about].append((memory, slot))
    return [
        (one, other)
        for same in filled.values()
        for (one, here), (other, there) in combinations(same, 2)
        if disagree(here, there)
    ]


def contradicted(text: str, memories: Sequence[Memory]) -> list[Memory]:
    """Those of `memories` that cannot be true beside `text`."""
    slot = slot_of(text)
    if slot is None:
        return []
    others = ((memory, slot_of(memory.text)) for memory in memories)
    return [memory for memory, other in others if other is not None and disagree(slot, other)]


def disagree(one: Slot, other: Slot) -> bool:
    if one.about != other.about:
        return False
    here, there = set(one.value.split()), set(other.value.split())
    return not (here <= there or there <= here)
