"""Prompt assembly: what the model reads before it answers, by arm.

System prompt, then (memory arms) what is known about the user and the nearest past edits as
example turns, then the conversation, whose beginning may be a summary. The adapter is trained on
the same prompt without the memory part: what is trained is what is served.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.attachments import own_words
from app.domain.ledger import Arm, Memory, MemoryState, Role, Signal, Turn
from app.domain.nearest import nearest_edits

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Material:
    """What stands beside the conversation: memories in force, and past edits, the nearest last."""

    memories: tuple[Memory, ...] = ()
    examples: tuple[Signal, ...] = ()


def material(
    conversation: Sequence[Turn], arm: Arm, memories: Sequence[Memory], signals: Sequence[Signal]
) -> Material:
    """Examples are chosen by the *first* user turn, so that the prompt's beginning, and with it
    the engine's KV cache, stays the same through a conversation; and by the user's own words in
    it, so that no file has a say in them."""
    if not arm.uses_memory:
        return Material()
    opening = next((own_words(t.content) for t in conversation if t.role is Role.USER), "")
    examples = nearest_edits(opening, signals, EXAMPLES)
    return Material(tuple(filter(in_force, memories)), tuple(examples))


def write_prompt(
    conversation: Sequence[Turn], system: str, material: Material, earlier: str = ""
) -> tuple[Turn, ...]:
    """Turns for the engine. `conversation` ends with the user's turn; `earlier` tells what came
    before it."""
    opening = system_with(system, material.memories)
    if earlier:
        opening = f"{opening}\nEarlier in this conversation: {earlier}"
    turns = [Turn(Role.SYSTEM, opening)]
    for example in material.examples:
        turns.append(Turn(Role.USER, example.prompt))
        turns.append(Turn(Role.ASSISTANT, example.edited or ""))
    return (*turns, *(t for t in conversation if t.role is not Role.SYSTEM))


def assemble(
    conversation: Sequence[Turn],
    *,
    system: str,
    arm: Arm,
    memories: Sequence[Memory] = (),
    signals: Sequence[Signal] = (),
) -> tuple[Turn, ...]:
    """The whole prompt of an arm, as `material` and `write_prompt` make it."""
    return write_prompt(conversation, system, material(conversation, arm, memories, signals))


def system_with(system: str, memories: Sequence[Memory]) -> str:
    """The system prompt with what is known about the user."""
    lines = [memory.text for memory in memories if in_force(memory)]
    if not lines:
        return system
    return "\n".join([system, "About the user:", *(f"- {line}" for line in lines)])


def in_force(memory: Memory) -> bool:
    """Whether it is used: neither waiting for approval, nor forgotten, nor replaced, nor over."""
    is_last = memory.superseded_by is None and memory.until is None
    return memory.state is MemoryState.ACTIVE and is_last
