"""Conversations as people have them, of any length, the same each time."""

from __future__ import annotations

from app.domain.ledger import Message, Role, utc_now

SENTENCE = "Some words of a paragraph that is long enough to take a line or two. "
_REPLIES = (
    "\n\n".join([SENTENCE * 4] * 3),
    "# Steps\n\n- one\n- two\n  - nested\n\n```python\n" + "x = f(1)  # why\n" * 15 + "```\n\nEnd.",
    SENTENCE,
    "| case | roots |\n|-|-:|\n" + "| a case | $x_1$ |\n" * 8,
    "> " + SENTENCE * 2 + "\n\n$$x = \\frac{a}{b}$$\n\n" + SENTENCE * 6,
)


def message(position: int, text: str) -> Message:
    role = (Role.USER, Role.ASSISTANT)[position % 2]
    return Message(f"m{position}", "c", position, role, text, utc_now())


def conversation(count: int) -> list[Message]:
    """Questions and replies in turn, each beginning with its number."""
    return [
        message(i, f"Message {i}. {_REPLIES[i // 2 % len(_REPLIES)] if i % 2 else SENTENCE}")
        for i in range(count)
    ]


def long_reply(characters: int = 9000) -> str:
    """One reply with something of everything."""
    text = ""
    number = 0
    while len(text) < characters:
        text += f"## Part {number}\n\n{_REPLIES[number % len(_REPLIES)]}\n\n"
        number += 1
    return text[:characters]
