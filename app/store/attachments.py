"""The text of files that were attached to messages; goes with its message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from app.domain.attachments import Attachment, FileKind
from app.store.connection import Handle


class Attachments:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add_many(self, attachments: Sequence[Attachment]) -> None:
        """All or none. Each names a message that is there."""
        with self._handle.transaction() as db:
            db.table("attachments").insert_all(map(_row, attachments))

    def of_conversation(self, conversation: str) -> dict[str, tuple[Attachment, ...]]:
        """By message id, each message's in the order in which they were attached."""
        found = self._handle.rows(
            "SELECT attachments.* FROM attachments JOIN messages"
            " ON messages.id = attachments.message WHERE messages.conversation = ?"
            " ORDER BY attachments.seq",
            [conversation],
        )
        by_message: dict[str, tuple[Attachment, ...]] = {}
        for row in found:
            by_message[row["message"]] = (*by_message.get(row["message"], ()), _attachment(row))
        return by_message


def _row(attachment: Attachment) -> dict[str, Any]:
    return {**asdict(attachment), "kind": attachment.kind.value}


def _attachment(row: Mapping[str, Any]) -> Attachment:
    return Attachment(row["id"], row["name"], FileKind(row["kind"]), row["text"], row["message"])
