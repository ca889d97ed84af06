"""Conversations and their messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.ledger import Arm, Conversation, Message, Role
from app.store.codec import time_from, time_text
from app.store.connection import Handle
from app.store.errors import NotFoundError


class Conversations:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, conversation: Conversation) -> None:
        with self._handle.transaction() as db:
            db.table("conversations").insert(
                {
                    "id": conversation.id,
                    "title": conversation.title,
                    "created": time_text(conversation.created),
                    "updated": time_text(conversation.updated),
                }
            )

    def all(self) -> list[Conversation]:
        """The one that was updated last comes first."""
        found = self._handle.rows("SELECT * FROM conversations ORDER BY updated DESC, seq DESC")
        return [_conversation(row) for row in found]

    def get(self, identity: str) -> Conversation | None:
        row = self._handle.row("SELECT * FROM conversations WHERE id = ?", [identity])
        return _conversation(row) if row else None

    def rename(self, identity: str, title: str) -> None:
        """Raises NotFoundError."""
        self._set(identity, "title", title)

    def touch(self, identity: str, at: datetime) -> None:
        """Sets `updated`. Raises NotFoundError."""
        self._set(identity, "updated", time_text(at))

    def delete(self, identity: str) -> None:
        """Its messages go too, down to their last byte. No error if it is gone already."""
        with self._handle.transaction() as db:
            db.execute("DELETE FROM conversations WHERE id = ?", [identity])
            self._handle.want_scrub(db)
        self._handle.scrub()

    def _set(self, identity: str, column: str, value: str) -> None:
        with self._handle.transaction() as db:
            # `column` is one of our own words, never input.
            sql = f"UPDATE conversations SET {column} = ? WHERE id = ?"  # noqa: S608
            if not db.execute(sql, [value, identity]).rowcount:
                raise NotFoundError("conversation", identity)


class Messages:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, message: Message) -> None:
        """Raises NotFoundError if the conversation is gone."""
        with self._handle.transaction() as db:
            self._require_conversation(message.conversation)
            db.table("messages").insert(_message_row(message))

    def append(self, message: Message) -> Message:
        """Stores `message` at its conversation's next position, which the result carries."""
        with self._handle.transaction():
            last = self._handle.row(
                "SELECT max(position) AS position FROM messages WHERE conversation = ?",
                [message.conversation],
            )
            before = last["position"] if last else None
            placed = replace(message, position=0 if before is None else before + 1)
            self.add(placed)
        return placed

    def of(self, conversation: str) -> list[Message]:
        """In the order of their positions."""
        found = self._handle.rows(
            "SELECT * FROM messages WHERE conversation = ? ORDER BY position", [conversation]
        )
        return [_message(row) for row in found]

    def get(self, identity: str) -> Message | None:
        row = self._handle.row("SELECT * FROM messages WHERE id = ?", [identity])
        return _message(row) if row else None

    def set_text(self, identity: str, text: str, *, partial: bool = False) -> None:
        """Raises NotFoundError."""
        with self._handle.transaction() as db:
            changed = db.execute(
                "UPDATE messages SET text = ?, partial = ? WHERE id = ?",
                [text, int(partial), identity],
            )
            if not changed.rowcount:
                raise NotFoundError("message", identity)

    def delete(self, identity: str) -> None:
        """No error if it is gone already. Remnants are overwritten at the next scrub or close."""
        with self._handle.transaction() as db:
            db.execute("DELETE FROM messages WHERE id = ?", [identity])
            self._handle.want_scrub(db)

    def _require_conversation(self, identity: str) -> None:
        if not self._handle.row("SELECT id FROM conversations WHERE id = ?", [identity]):
            raise NotFoundError("conversation", identity)


def _conversation(row: Mapping[str, Any]) -> Conversation:
    return Conversation(
        id=row["id"],
        title=row["title"],
        created=time_from(row["created"]),
        updated=time_from(row["updated"]),
    )


def _message_row(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "conversation": message.conversation,
        "position": message.position,
        "role": message.role.value,
        "text": message.text,
        "at": time_text(message.at),
        "base": message.base,
        "adapter": message.adapter,
        "arm": message.arm.value if message.arm else None,
        "partial": int(message.partial),
    }


def _message(row: Mapping[str, Any]) -> Message:
    return Message(
        id=row["id"],
        conversation=row["conversation"],
        position=row["position"],
        role=Role(row["role"]),
        text=row["text"],
        at=time_from(row["at"]),
        base=row["base"],
        adapter=row["adapter"],
        arm=Arm(row["arm"]) if row["arm"] else None,
        partial=bool(row["partial"]),
    )
