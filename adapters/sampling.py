"""How the next token is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sampling:
    """Sampling settings of one reply.

    `temperature` 0 takes the likeliest token. `top_k` 0, `top_p` 1, `min_p` 0 and
    `repeat_penalty` 1 switch their filter off. The same `seed`, any integer, gives the same
    text for the same prompt; None draws a fresh one. `max_tokens` bounds the reply, in tokens.
    `grammar`: llama.cpp's GBNF with a rule `root`; the reply, up to where it is cut, is a beginning
    of one of its sentences. Empty: anything may be said.
    """

    temperature: float = 0.2
    top_p: float = 0.9
    top_k: int = 40
    min_p: float = 0.05
    repeat_penalty: float = 1.1
    seed: int | None = None
    max_tokens: int = 512
    grammar: str = ""

    def __post_init__(self) -> None:
        """Refuse what llama.cpp would take and turn into nonsense (also NaN: it fails these)."""
        checks = {
            "temperature": 0 <= self.temperature < float("inf"),
            "top_p": 0 < self.top_p <= 1,
            "top_k": self.top_k >= 0,
            "min_p": 0 <= self.min_p <= 1,
            "repeat_penalty": 0 < self.repeat_penalty <= 10,
            "max_tokens": self.max_tokens >= 1,
        }
        wrong = [name for name, fine in checks.items() if not fine]
        if wrong:
            raise ValueError(f"sampling out of range: {', '.join(wrong)}")
