"""Makes a conversation fit the context window by leaving out its oldest turns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adapters.errors import LearnerError
from app.domain.phrases import phrase

Message = dict[str, str]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What the model will read: `tokens` of it, without `dropped` turns of the conversation."""

    tokens: list[int]
    dropped: int


def room_for_prompt(n_ctx: int, max_tokens: int) -> int:
    """The reply gets `max_tokens`, but at most half the context."""
    return n_ctx - min(max_tokens, n_ctx // 2)


def fit(
    turns: Sequence[Message],
    tokenize: Callable[[list[Message]], list[int]],
    *,
    n_ctx: int,
    max_tokens: int,
) -> Fitted:
    """The longest end of the conversation that leaves room for the reply.

    System turns and the last user turn stay, and what is kept starts with a user turn, as chat
    templates want. LearnerError when there is nothing to answer, or when even the last user turn
    is too long.
    """
    _require_question(turns)
    budget = room_for_prompt(n_ctx, max_tokens)
    everything = tokenize(list(turns))
    if len(everything) <= budget:
        return Fitted(everything, 0)
    system = [turn for turn in turns if turn["role"] == "system"]
    spoken = [turn for turn in turns if turn["role"] != "system"]
    starts = [at for at, turn in enumerate(spoken) if turn["role"] == "user"]
    shortest = tokenize(system + spoken[starts[-1] :])
    if len(shortest) > budget:
        raise LearnerError(
            phrase("Prompt too long"),
            phrase(
                "The last message alone takes {tokens} tokens with its instructions; "
                "{budget} fit into this model's context of {n_ctx} beside the reply.",
                tokens=len(shortest),
                budget=budget,
                n_ctx=n_ctx,
            ),
            phrase(
                "Shorten the message, split it, or choose a longer context or a shorter answer."
            ),
        )
    first = bisect_left(
        starts, True, key=lambda start: len(tokenize(system + spoken[start:])) <= budget
    )
    return Fitted(tokenize(system + spoken[starts[first] :]), starts[first])


def _require_question(turns: Sequence[Message]) -> None:
    asked = [turn["content"] for turn in turns if turn["role"] == "user"]
    if not asked or not asked[-1].strip():
        raise LearnerError(
            phrase("Nothing to answer"),
            phrase("The message is empty."),
            phrase("Write something first."),
        )
