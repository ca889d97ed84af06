"""A conversation is a tree of messages: the branch that is shown, and what else was said there.

Writing again and sending again add a sibling; nothing that was said is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ledger import Message, Role


def branch(messages: Sequence[Message], leaf: str | None) -> list[Message]:
    """From the first message to `leaf`, in the order of reading; empty where there is no such."""
    known = {message.id: message for message in messages}
    path = []
    at = known.get(leaf) if leaf else None
    while at is not None:
        path.append(at)
        at = known.get(at.parent) if at.parent else None
    return path[::-1]


def siblings(messages: Sequence[Message]) -> dict[str, tuple[str, ...]]:
    """By message id: all versions of that message, itself among them, in the order of arrival."""
    versions: dict[tuple[str | None, Role], list[str]] = {}
    for message in sorted(messages, key=lambda m: m.position):
        versions.setdefault((message.parent, message.role), []).append(message.id)
    return {m.id: tuple(versions[m.parent, m.role]) for m in messages}


def newest_leaf(messages: Sequence[Message], under: str) -> str:
    """Where the branch through `under` was left last: the end of its latest message's branch."""
    children: dict[str | None, list[Message]] = {}
    for message in messages:
        children.setdefault(message.parent, []).append(message)
    newest, position = under, -1
    waiting = [under]
    while waiting:
        here = waiting.pop()
        for child in children.get(here, ()):
            waiting.append(child.id)
            if child.position > position:
                newest, position = child.id, child.position
    return newest
