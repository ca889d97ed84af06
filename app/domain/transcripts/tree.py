"""A foreign tree of messages made into one of ours.

Other programs keep nodes that say nothing here (system, tools, hidden ones), and several replies
in a row. What is passed over lets its children move up, and turns of one role become one turn:
many models' chat templates refuse two of them after each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.ledger import Message, Role

MOST_CHARACTERS = 32_000_000
"""Of one conversation: joined turns may repeat what stands before them."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node of a foreign tree; without a text it is passed over."""

    key: str
    parent: str | None
    role: Role = Role.USER
    text: str = ""
    at: datetime | None = None


class TooLong(ValueError):
    """More text than one conversation may have."""


@dataclass(slots=True)
class _Turn:
    """A turn in the making: `text` comes after that of `joined`, a turn of the same role."""

    node: Node
    at: datetime
    above: _Turn | None
    joined: _Turn | None
    length: int
    answered: bool = False
    continued: bool = False

    @property
    def stays(self) -> bool:
        return self.answered or not self.continued

    def text(self) -> str:
        pieces, before = [self.node.text], self.joined
        while before is not None:
            pieces.append(before.node.text)
            before = before.joined
        return "\n\n".join(reversed(pieces))


def derived_id(*parts: str) -> str:
    """The same for the same source on every machine: importing twice adds nothing."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:32]


def grow(
    nodes: Sequence[Node], conversation: str, shown: str | None, begun: datetime
) -> tuple[tuple[Message, ...], str | None]:
    """The messages in an order in which nothing comes before what it answers, and the end of the
    branch that was shown. Nodes in a circle are nobody's answer and are left out. Raises TooLong.
    """
    turns, stands = _walk(nodes, begun)
    kept = sorted((turn for turn in turns if turn.stays), key=lambda turn: turn.at)
    if sum(turn.length for turn in kept) > MOST_CHARACTERS:
        raise TooLong
    ids = {turn.node.key: derived_id(conversation, turn.node.key) for turn in kept}
    messages = tuple(
        Message(
            id=ids[turn.node.key],
            conversation=conversation,
            position=position,
            role=turn.node.role,
            text=turn.text(),
            at=turn.at,
            parent=ids[turn.above.node.key] if turn.above else None,
        )
        for position, turn in enumerate(kept)
    )
    end = stands.get(shown or "")
    newest = messages[-1].id if messages else None
    return messages, ids[end.node.key] if end and end.stays else newest


def _walk(nodes: Sequence[Node], begun: datetime) -> tuple[list[_Turn], dict[str, _Turn | None]]:
    """All turns, those above first, and by key the turn that speaks for each node."""
    known = {node.key for node in nodes}
    children: dict[str | None, list[Node]] = {}
    for node in nodes:
        parent = node.parent if node.parent in known else None
        children.setdefault(parent, []).append(node)
    turns: list[_Turn] = []
    stands: dict[str, _Turn | None] = {}
    waiting: list[tuple[Node, _Turn | None]] = []
    waiting.extend((node, None) for node in reversed(children.get(None, ())))
    while waiting:
        node, above = waiting.pop()
        here = above
        if node.text:
            here = _turn(node, above, begun)
            turns.append(here)
        stands[node.key] = here
        waiting.extend((child, here) for child in reversed(children.get(node.key, ())))
    return turns, stands


def _turn(node: Node, above: _Turn | None, begun: datetime) -> _Turn:
    at = max(node.at or begun, above.at) if above else node.at or begun
    if above is not None and above.node.role is node.role:
        above.continued = True
        return _Turn(node, at, above.above, above, above.length + len(node.text))
    if above is not None:
        above.answered = True
    return _Turn(node, at, above, None, len(node.text))
