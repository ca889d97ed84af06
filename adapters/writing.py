"""Lets a model write a whole reply, one interruptible token at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adapters.runtime import Base, Sampling


@dataclass(frozen=True, slots=True)
class Written:
    """A reply: its tokens (the end token included if it `ended` by itself) and its text."""

    tokens: tuple[int, ...]
    text: str
    ended: bool


NOTHING = Written((), "", ended=False)


def write(
    base: Base, prompt: Sequence[int], sampling: Sampling, checkpoint: Callable[[], None]
) -> Written:
    """What the model, with whatever is attached to it, answers to `prompt`. `checkpoint` is
    called before each token: it may block, or raise to stop."""
    tokens, parts = [], []
    checkpoint()
    for piece in base.generate(prompt, sampling):
        tokens.append(piece.token)
        parts.append(piece.text)
        checkpoint()
    ended = base.last is not None and base.last.stop_reason == "end"
    return Written((*tokens, *([base.end_token] if ended else ())), "".join(parts), ended)


def greedy(max_tokens: int) -> Sampling:
    """The likeliest words; everything else as the day samples."""
    return Sampling(temperature=0.0, max_tokens=max_tokens)
