"""Prompt assembly: what the model reads before it answers, by arm.

System prompt, then (memory arms) what is known about the user and the nearest past edits as
example turns, then the conversation. The adapter is trained on the same prompt without the
memory part: what is trained is what is served.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ledger import Arm, Memory, MemoryState, Role, Signal, Turn
from app.domain.nearest import nearest_edits

EXAMPLES = 3


def assemble(
    conversation: Sequence[Turn],
    *,
    system: str,
    arm: Arm,
    memories: Sequence[Memory] = (),
    signals: Sequence[Signal] = (),
) -> tuple[Turn, ...]:
    """Turns for the engine. `conversation` ends with the user's turn.

    Examples are chosen by the *first* user turn, so that the prompt's beginning, and with it the
    engine's KV cache, stays the same through a conversation.
    """
    opening = next((t.content for t in conversation if t.role is Role.USER), "")
    known = tuple(memories) if arm.uses_memory else ()
    examples = nearest_edits(opening, signals, EXAMPLES) if arm.uses_memory else []
    turns = [Turn(Role.SYSTEM, system_with(system, known))]
    for example in examples:
        turns.append(Turn(Role.USER, example.prompt))
        turns.append(Turn(Role.ASSISTANT, example.edited or ""))
    return (*turns, *(t for t in conversation if t.role is not Role.SYSTEM))


def system_with(system: str, memories: Sequence[Memory]) -> str:
    """The system prompt with what is known about the user."""
    lines = [memory.text for memory in memories if in_force(memory)]
    if not lines:
        return system
    return "\n".join([system, "About the user:", *(f"- {line}" for line in lines)])


def in_force(memory: Memory) -> bool:
    """Whether it is used: neither waiting for approval, nor forgotten, nor replaced."""
    return memory.state is MemoryState.ACTIVE and memory.superseded_by is None
