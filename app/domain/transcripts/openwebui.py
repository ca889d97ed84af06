"""Open WebUI's export: a list of chats, each with a tree in `history` or a plain list of messages.

Tags that hold a model's thoughts or its tools' output are left out of the text.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from app.domain.ledger import Conversation, Role
from app.domain.phrases import phrase
from app.domain.transcripts.transcript import BrokenConversation, Transcript, line, moment, plain
from app.domain.transcripts.tree import Node, TooLong, derived_id, grow

_FOLDED = ('<details type="', "</details>")


def is_one(item: object) -> bool:
    """Chats come wrapped in what the server knows of them, or bare."""
    chat = _chat(item)
    return isinstance(chat.get("history"), dict) or isinstance(chat.get("messages"), list)


def read_one(item: dict[str, Any], name: str, number: int, now: datetime) -> Transcript:
    """KnownError where it is damaged; one without a word in it has no messages."""
    chat = _chat(item)
    begun = moment(item.get("created_at")) or moment(chat.get("timestamp")) or now
    source = plain(item.get("id")) or plain(chat.get("id"))
    identity = derived_id("open-webui", source or json.dumps(item, sort_keys=True))
    nodes, shown = _nodes(chat, name, number)
    try:
        messages, leaf = grow(nodes, identity, shown, begun)
    except TooLong:
        raise BrokenConversation(
            name, number, phrase("it is longer than any that was held")
        ) from None
    conversation = Conversation(
        id=identity,
        title=line(plain(item.get("title")) or plain(chat.get("title"))) or "Open WebUI chat",
        created=begun,
        updated=moment(item.get("updated_at")) or (messages[-1].at if messages else begun),
        leaf=leaf,
        pinned=item.get("pinned") is True,
    )
    return Transcript(conversation, messages)


def _chat(item: object) -> dict[str, Any]:
    if not isinstance(item, dict):
        return {}
    inner = item.get("chat")
    return inner if isinstance(inner, dict) else item


def _nodes(chat: dict[str, Any], name: str, number: int) -> tuple[list[Node], str | None]:
    """And the key of the one that was shown last."""
    history = chat.get("history")
    tree = history.get("messages") if isinstance(history, dict) else None
    if isinstance(history, dict) and isinstance(tree, dict):
        nodes = [_node(key, one, plain(one.get("parentId"))) for key, one in _whole(tree.items())]
        return nodes, plain(history.get("currentId"))
    listed = chat.get("messages")
    if not isinstance(listed, list):
        raise BrokenConversation(
            name, number, phrase("it has neither a history nor a list of messages")
        )
    keyed = _whole((str(at), one) for at, one in enumerate(listed))
    return [_node(key, one, str(int(key) - 1)) for key, one in keyed], None


def _whole(pairs: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(key, one) for key, one in pairs if isinstance(one, dict)]


def _node(key: str, message: dict[str, Any], parent: str) -> Node:
    role = message.get("role")
    if role not in (Role.USER, Role.ASSISTANT):
        return Node(key, parent)
    content = message.get("content")
    parts = content if isinstance(content, list) else [content]
    text = "\n\n".join(filter(None, (_part(part).strip() for part in parts)))
    pictures = "\n".join("[Image]" for file in _files(message) if file.get("type") == "image")
    said = "\n\n".join(filter(None, (text, pictures)))
    return Node(key, parent, Role(role), said, moment(message.get("timestamp")))


def _files(message: dict[str, Any]) -> list[dict[str, Any]]:
    files = message.get("files")
    return [f for f in files if isinstance(f, dict)] if isinstance(files, list) else []


def _part(part: object) -> str:
    if isinstance(part, dict):
        return plain(part.get("text")) or "[Image]"
    return _unfolded(plain(part))


def _unfolded(text: str) -> str:
    """Without what the page folds away; one that is not closed is kept, as the page shows it."""
    kept, at = [], 0
    while (start := text.find(_FOLDED[0], at)) >= 0:
        end = text.find(_FOLDED[1], start)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len(_FOLDED[1])
    return "".join([*kept, text[at:]])
