"""ChatGPT's export (`conversations.json`): each conversation a `mapping` of nodes.

What people saw is kept, on every branch. System texts, tools and what was said to them, thoughts
and hidden messages are passed over; a picture or a recording leaves a short word in its place.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from app.domain.ledger import Conversation, Role
from app.domain.phrases import phrase
from app.domain.transcripts.transcript import BrokenConversation, Transcript, line, moment, plain
from app.domain.transcripts.tree import Node, TooLong, derived_id, grow

_SPOKEN = ("text", "multimodal_text", "code")
_CITATION = re.compile("\ue200[^\ue200\ue201]{0,400}\ue201")
"""Marks between private characters that only ChatGPT's own page can show."""


def is_one(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("mapping"), dict)


def read_one(item: dict[str, Any], name: str, number: int, now: datetime) -> Transcript:
    """KnownError where it is damaged; one without a word in it has no messages."""
    begun = moment(item.get("create_time")) or now
    source = plain(item.get("conversation_id")) or plain(item.get("id"))
    identity = derived_id("chatgpt", source or json.dumps(item, sort_keys=True))
    if not is_one(item):
        raise BrokenConversation(name, number, phrase("it has no mapping of messages"))
    try:
        messages, leaf = grow(
            _nodes(item["mapping"]), identity, plain(item.get("current_node")), begun
        )
    except TooLong:
        raise BrokenConversation(
            name, number, phrase("it is longer than any that was held")
        ) from None
    conversation = Conversation(
        id=identity,
        title=line(plain(item.get("title"))) or "ChatGPT conversation",
        created=begun,
        updated=moment(item.get("update_time")) or (messages[-1].at if messages else begun),
        leaf=leaf,
        pinned=item.get("is_starred") is True,
    )
    return Transcript(conversation, messages)


def _nodes(mapping: dict[str, Any]) -> list[Node]:
    """A node names its parent; where it does not, the parent that lists it as a child."""
    parents: dict[str, str] = {}
    for key, node in mapping.items():
        children = node.get("children") if isinstance(node, dict) else None
        for child in children if isinstance(children, list) else ():
            parents.setdefault(plain(child), key)
    whole = ((key, node) for key, node in mapping.items() if isinstance(node, dict))
    return [_node(key, node, parents.get(key)) for key, node in whole]


def _node(key: str, node: dict[str, Any], listed_by: str | None) -> Node:
    message = node.get("message")
    parent = node["parent"] if isinstance(node.get("parent"), str) else listed_by
    if not isinstance(message, dict):
        return Node(key, parent)
    author = message.get("author")
    role = author.get("role") if isinstance(author, dict) else None
    if role not in (Role.USER, Role.ASSISTANT) or not _is_seen(message):
        return Node(key, parent)
    text = _text(message.get("content"))
    return Node(key, parent, Role(role), text, moment(message.get("create_time")))


def _is_seen(message: dict[str, Any]) -> bool:
    metadata = message.get("metadata")
    hidden = isinstance(metadata, dict) and metadata.get("is_visually_hidden_from_conversation")
    return not hidden and message.get("recipient") in (None, "", "all")


def _text(content: object) -> str:
    if not isinstance(content, dict) or content.get("content_type", "text") not in _SPOKEN:
        return ""
    parts = content.get("parts")
    if not isinstance(parts, list):
        parts = [content.get("text")]
    said = "\n\n".join(filter(None, (_part(part).strip() for part in parts)))
    return _CITATION.sub("", said).strip()


def _part(part: object) -> str:
    if not isinstance(part, dict):
        return plain(part)
    if written := plain(part.get("text")):
        return written
    kind = plain(part.get("content_type"))
    known = {"image": "[Image]", "audio": "[Audio]", "video": "[Video]"}
    return next((word for start, word in known.items() if kind.startswith(start)), "[Attachment]")
