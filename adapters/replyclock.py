"""What one reply took, from its prompt to its last token."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

EndReason = Literal["end", "length", "stopped"]


@dataclass(frozen=True, slots=True)
class GenerationStats:
    """What one reply took. `tokens_per_s` counts from the first token on."""

    prompt_tokens: int
    reused_tokens: int
    completion_tokens: int
    ttft_s: float
    tokens_per_s: float
    stop_reason: EndReason


class ReplyClock:
    """Times one reply from its prompt to its last token."""

    def __init__(self) -> None:
        self.tokens = 0
        self._began = time.perf_counter()
        self._first: float | None = None

    def count(self, is_text: bool) -> None:
        """A token was sampled; the end token is not one of the reply's."""
        if self._first is None:
            self._first = time.perf_counter()
        self.tokens += is_text

    def stats(self, prompt_tokens: int, reused: int, reason: EndReason) -> GenerationStats:
        now = time.perf_counter()
        first = now if self._first is None else self._first
        after_first = max(now - first, 1e-9)
        return GenerationStats(
            prompt_tokens=prompt_tokens,
            reused_tokens=reused,
            completion_tokens=self.tokens,
            ttft_s=first - self._began,
            tokens_per_s=(self.tokens - 1) / after_first if self.tokens > 1 else 0.0,
            stop_reason=reason,
        )
