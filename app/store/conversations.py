"""Conversations, their messages, drafts and presets: in the ledger, or for a while in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from app.domain.ledger import Arm, Conversation, Message, Origin, Role, Setup, Summary
from app.store.attachments import Attachments
from app.store.codec import json_text, time_from, time_text
from app.store.connection import Handle, MemoryHandle
from app.store.errors import NotFoundError
from app.store.schema import MIGRATIONS


class Conversations:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, conversation: Conversation) -> None:
        with self._handle.transaction() as db:
            db.table("conversations").insert(_conversation_row(conversation))

    def all(self) -> list[Conversation]:
        """The one that was updated last comes first."""
        found = self._handle.rows("SELECT * FROM conversations ORDER BY updated DESC, seq DESC")
        return [_conversation(row) for row in found]

    def get(self, identity: str) -> Conversation | None:
        row = self._handle.row("SELECT * FROM conversations WHERE id = ?", [identity])
        return _conversation(row) if row else None

    def save(self, conversation: Conversation) -> None:
        """Everything but the time of its making as it stands in `conversation`. Raises
        NotFoundError."""
        row = _conversation_row(conversation)
        with self._handle.transaction() as db:
            changed = db.execute(
                "UPDATE conversations SET title = :title, updated = :updated, leaf = :leaf,"
                " pinned = :pinned, folder = :folder, setup = :setup WHERE id = :id",
                row,
            )
            if not changed.rowcount:
                raise NotFoundError("conversation", conversation.id)

    def delete(self, identity: str) -> None:
        """Its messages go too, down to their last byte. No error if it is gone already."""
        with self._handle.transaction() as db:
            db.execute("DELETE FROM conversations WHERE id = ?", [identity])
            self._handle.want_scrub(db)
        self._handle.scrub()


class Messages:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add_many(self, messages: Sequence[Message]) -> None:
        """All or none, each where it says. Raises NotFoundError if a conversation is gone."""
        with self._handle.transaction() as db:
            for identity in {message.conversation for message in messages}:
                self._require_conversation(identity)
            db.table("messages").insert_all(map(_message_row, messages))

    def append(self, message: Message) -> Message:
        """Stores `message` at its conversation's next position, which the result carries, and
        makes it the end of the branch that is shown. Raises NotFoundError."""
        with self._handle.transaction() as db:
            last = self._handle.row(
                "SELECT max(position) AS position FROM messages WHERE conversation = ?",
                [message.conversation],
            )
            before = last["position"] if last else None
            placed = replace(message, position=0 if before is None else before + 1)
            self.add_many([placed])
            db.execute(
                "UPDATE conversations SET leaf = ?, updated = ? WHERE id = ?",
                [placed.id, time_text(placed.at), placed.conversation],
            )
        return placed

    def of(self, conversation: str) -> list[Message]:
        """Of all branches, in the order of arrival."""
        found = self._handle.rows(
            "SELECT * FROM messages WHERE conversation = ? ORDER BY position", [conversation]
        )
        return [_message(row) for row in found]

    def known(self, identities: Sequence[str]) -> set[str]:
        """Those of them that are taken, in whatever conversation."""
        found = self._handle.rows(
            "SELECT id FROM messages WHERE id IN (SELECT value FROM json_each(?))",
            [json_text(identities)],
        )
        return {row["id"] for row in found}

    def places(self, identities: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        """By id of a message, or of a signal about one: the message, the conversation that it
        stands in, and its title. One that is gone is missing."""
        rows = self._handle.rows(
            "SELECT wanted.value AS wanted, messages.id, conversation, title"
            " FROM json_each(?) AS wanted LEFT JOIN signals ON signals.id = wanted.value"
            " JOIN messages ON messages.id IN (wanted.value, signals.message)"
            " JOIN conversations ON conversations.id = messages.conversation",
            [json_text(list(identities))],
        )
        return {row["wanted"]: (row["id"], row["conversation"], row["title"]) for row in rows}

    def get(self, identity: str) -> Message | None:
        row = self._handle.row("SELECT * FROM messages WHERE id = ?", [identity])
        return _message(row) if row else None

    def save(self, message: Message) -> None:
        """Its text, whether it is whole, and where it came from. What it said before is overwritten
        at the next scrub; summaries that may tell of it go. Raises NotFoundError."""
        row = _message_row(message)
        with self._handle.transaction() as db:
            before = self.get(message.id)
            if before is None:
                raise NotFoundError("message", message.id)
            db.execute(
                "DELETE FROM summaries WHERE until IN (SELECT later.id FROM messages AS later"
                " JOIN messages AS this ON this.conversation = later.conversation"
                " AND this.position <= later.position WHERE this.id = :id AND this.text <> :text)",
                row,
            )
            db.execute(
                "UPDATE messages SET text = :text, partial = :partial, origin = :origin,"
                " written = :written WHERE id = :id",
                row,
            )
            if not message.text.startswith(before.text):
                self._handle.want_scrub(db)

    def _require_conversation(self, identity: str) -> None:
        if not self._handle.row("SELECT id FROM conversations WHERE id = ?", [identity]):
            raise NotFoundError("conversation", identity)


class Summaries:
    """They go with the message that they reach to, and so with its conversation."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def keep(self, summary: Summary) -> None:
        """One for each message, the newest. Raises NotFoundError if the message is gone."""
        with self._handle.transaction() as db:
            if not self._handle.row("SELECT id FROM messages WHERE id = ?", [summary.until]):
                raise NotFoundError("message", summary.until)
            db.table("summaries").upsert(asdict(summary), pk="until")

    def of(self, conversation: str) -> dict[str, Summary]:
        """By the message that they reach to."""
        found = self._handle.rows(
            "SELECT summaries.* FROM summaries JOIN messages ON messages.id = summaries.until"
            " WHERE messages.conversation = ?",
            [conversation],
        )
        return {row["until"]: Summary(**row) for row in found}


class Drafts:
    """What was being written when the window closed. `place` is an id, or a word of the window."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def all(self) -> dict[str, str]:
        """By place."""
        return {row["place"]: row["text"] for row in self._handle.rows("SELECT * FROM drafts")}

    def keep(self, place: str, text: str) -> None:
        """Nothing is kept of an empty one."""
        with self._handle.transaction() as db:
            if text:
                db.table("drafts").upsert({"place": place, "text": text}, pk="place")
            else:
                db.execute("DELETE FROM drafts WHERE place = ?", [place])


class Presets:
    """Setups by the name that the user gave them."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def all(self) -> dict[str, Setup]:
        """In the order of their names."""
        found = self._handle.rows("SELECT * FROM presets ORDER BY name")
        return {row["name"]: _setup(row["setup"]) for row in found}

    def save(self, name: str, setup: Setup) -> None:
        with self._handle.transaction() as db:
            row = {"name": name, "setup": json_text(asdict(setup))}
            db.table("presets").upsert(row, pk="name")

    def delete(self, name: str) -> None:
        """No error if it is gone already."""
        with self._handle.transaction() as db:
            db.execute("DELETE FROM presets WHERE name = ?", [name])


class Notebook:
    """The tables that a conversation lives in."""

    def __init__(self, handle: Handle) -> None:
        self.transaction = handle.transaction
        self.conversations = Conversations(handle)
        self.messages = Messages(handle)
        self.summaries = Summaries(handle)
        self.attachments = Attachments(handle)


def temporary_notebook() -> Notebook:
    """In memory alone: for conversations that are neither stored nor learned from."""
    handle = MemoryHandle()
    for step in MIGRATIONS:
        for statement in step.statements:
            handle.db.execute(statement)
    return Notebook(handle)


def _conversation_row(conversation: Conversation) -> dict[str, Any]:
    return {
        "id": conversation.id,
        "title": conversation.title,
        "created": time_text(conversation.created),
        "updated": time_text(conversation.updated),
        "leaf": conversation.leaf,
        "pinned": int(conversation.pinned),
        "folder": conversation.folder,
        "setup": json_text(asdict(conversation.setup)),
    }


def _conversation(row: Mapping[str, Any]) -> Conversation:
    return Conversation(
        id=row["id"],
        title=row["title"],
        created=time_from(row["created"]),
        updated=time_from(row["updated"]),
        leaf=row["leaf"],
        pinned=bool(row["pinned"]),
        folder=row["folder"],
        setup=_setup(row["setup"]),
    )


def _setup(text: str) -> Setup:
    stored = json.loads(text)
    arm = stored.pop("arm", None)
    return Setup(**stored, arm=Arm(arm) if arm else None)


def _message_row(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "conversation": message.conversation,
        "position": message.position,
        "role": message.role.value,
        "text": message.text,
        "at": time_text(message.at),
        "parent": message.parent,
        "base": message.base,
        "adapter": message.adapter,
        "arm": message.arm.value if message.arm else None,
        "partial": int(message.partial),
        "origin": json_text(asdict(message.origin)) if message.origin else None,
        "written": message.written,
    }


def _message(row: Mapping[str, Any]) -> Message:
    return Message(
        id=row["id"],
        conversation=row["conversation"],
        position=row["position"],
        role=Role(row["role"]),
        text=row["text"],
        at=time_from(row["at"]),
        parent=row["parent"],
        base=row["base"],
        adapter=row["adapter"],
        arm=Arm(row["arm"]) if row["arm"] else None,
        partial=bool(row["partial"]),
        origin=_origin(json.loads(row["origin"])) if row["origin"] else None,
        written=row["written"],
    )


def _origin(stored: dict[str, Any]) -> Origin:
    memories, examples = (tuple(stored.pop(name)) for name in ("memories", "examples"))
    return Origin(memories, examples, **stored)
