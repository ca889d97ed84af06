"""Prompt assembly: what the model reads before it answers, by arm.

System prompt, then (memory arms) what is known about the user and the nearest past edits as
example turns, then the conversation, whose beginning may be a summary. The adapter is trained on
the same prompt without the memory part: what is trained is what is served.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.attachments import own_words
from app.domain.ledger import Arm, Memory, MemoryKind, Role, Signal, Turn
from app.domain.nearest import nearest_edits
from app.domain.recall import in_force

EXAMPLES = 3
_FIRST_PERSON = re.compile(
    r"\b(?:i|i'm|i've|my|me|we|our|ich|mein\w*|mir|mich|wir|unser\w*)\b", re.IGNORECASE
)
_COUNTS_FROM = re.compile(
    r"\b(?:\d+ (?:years?|months?) old|\d+ (?:jahre|monate) alt|(?:i am|i'm|ich bin) \d{1,3}$|ago"
    r"|for (?:\w+ )?(?:years?|months?)|next|last|this (?:year|month)|soon"
    r"|seit \w+ (?:jahren|monaten)|vor \w+ (?:jahren|monaten)|nächste\w*|letzte\w*|bald)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Material:
    """What stands beside the conversation: memories in force, and past edits, the nearest last."""

    memories: tuple[Memory, ...] = ()
    examples: tuple[Signal, ...] = ()


def material(
    conversation: Sequence[Turn], arm: Arm, memories: Sequence[Memory], signals: Sequence[Signal]
) -> Material:
    """`memories`: those that were chosen for this conversation (see `app.domain.recall`)."""
    if not arm.uses_memory:
        return Material()
    examples = nearest_edits(opening(conversation), signals, EXAMPLES)
    return Material(tuple(filter(in_force, memories)), tuple(examples))


def opening(conversation: Sequence[Turn]) -> str:
    """What memories and examples are chosen by: the *first* user turn, so that the prompt's
    beginning, and with it the engine's KV cache, stays the same through a conversation; and the
    user's own words in it, so that no file has a say in them."""
    return next((own_words(t.content) for t in conversation if t.role is Role.USER), "")


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
    """The system prompt with what is known about the user, a memory a line."""
    lines = [line_of(memory) for memory in memories if in_force(memory)]
    if not lines:
        return system
    return "\n".join([system, "About the user:", *(f"- {line}" for line in lines)])


def line_of(memory: Memory) -> str:
    """A memory as the model reads it. What is in the first person is quoted, so that "I" is the
    user and nobody else. A fact has its date where its words count from the day they were said:
    elsewhere a date tells nothing, since of two that disagree only the newer is there."""
    text = memory.text
    if _FIRST_PERSON.search(text):
        quoted = text.replace('"', "'")
        text = f'"{quoted}"'
    if memory.kind is MemoryKind.FACT and _COUNTS_FROM.search(memory.text):
        text = f"{text} (said in {memory.from_:%B %Y})"
    return text
