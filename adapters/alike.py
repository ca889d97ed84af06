"""Which prompts are of one kind: how many of their words they share."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from statistics import median

ALIKE = 0.5
"""A prompt is of a kind where it is at least half as near to one of them as they are to each other:
what was never asked again since, nobody has changed."""

Words = frozenset[Hashable]


def jaccard(one: Words, other: Words) -> float:
    return len(one & other) / max(len(one | other), 1)


def nearest(one: Words, others: Sequence[Words]) -> float:
    """How alike it is to the likest of the others, in [0, 1]; itself is none of them."""
    return max((jaccard(one, other) for other in others if other is not one), default=0.0)


def least_alike(prompts: Sequence[Words]) -> float:
    """How near a prompt must be to one of these to be of their kind; `prompts` is not empty."""
    return ALIKE * median(nearest(one, prompts) for one in prompts)
