"""A night of the simulated fortnight, as its results keep it."""

from __future__ import annotations

from typing import Any

from benchmarks.arms import BASE, MEMORY
from benchmarks.tasks import EMAIL, NOTE, QUESTION


def line(user: str = "terse", seed: int = 1, arm: str = BASE, night: int = 1) -> dict[str, Any]:
    costs = {EMAIL: [0.5, 0.7], NOTE: [0.4], QUESTION: [0.0]}
    forgotten = {"kl": None, "perplexity_rise": None} if arm in (BASE, MEMORY) else {}
    return {
        "user": user,
        "seed": seed,
        "arm": arm,
        "night": night,
        "costs": costs,
        "advertised": 0.0,
        "kl": 0.02,
        "perplexity_rise": 1.0,
        **forgotten,
    }
