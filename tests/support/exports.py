"""Files of conversations as their programs write them, and ways to read one."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any

from app.domain.branches import branch
from app.domain.ledger import Arm, Conversation, Message, Role
from app.domain.transcripts.ours import dump
from app.domain.transcripts.reading import read
from app.domain.transcripts.transcript import Transcript

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def read_bytes(content: bytes) -> list[Transcript]:
    return read(io.BytesIO(content), "file.json", NOW)


def read_json(data: object) -> list[Transcript]:
    return read_bytes(json.dumps(data).encode())


def spoken(transcript: Transcript) -> list[tuple[str, str]]:
    """The branch that is shown."""
    shown = branch(transcript.messages, transcript.conversation.leaf)
    return [(message.role.value, message.text) for message in shown]


def one(text: str = "Hello", **fields: Any) -> Transcript:
    asked = Message("m0", "c", 0, Role.USER, text, NOW)
    reply = Message("m1", "c", 1, Role.ASSISTANT, "Hi.", NOW, "m0", base="b", arm=Arm.BOTH)
    conversation = Conversation(
        "c", fields.pop("title", "A talk"), NOW, NOW, fields.pop("leaf", "m1"), **fields
    )
    return Transcript(conversation, (asked, reply))


def ours(change: dict[str, Any], message: dict[str, Any] | None = None) -> dict[str, Any]:
    data = json.loads(dump([one()]))
    data["conversations"][0].update(change)
    data["conversations"][0]["messages"][1].update(message or {})
    return data


def gpt(role: str, text: object, parent: str | None, at: float = 0, **fields: Any) -> Any:
    content = text if isinstance(text, dict) else {"content_type": "text", "parts": [text]}
    message = {"author": {"role": role}, "content": content, "create_time": at, **fields}
    return {"message": message, "parent": parent, "children": []}


def chatgpt(mapping: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": "g1",
        "title": "Bread",
        "create_time": 1700000000.5,
        "update_time": 1700000100,
        "mapping": mapping,
        **fields,
    }


BAKING = {
    "root": {"message": None, "parent": None, "children": ["s"]},
    "s": gpt("system", "You are ChatGPT", "root"),
    "u": gpt("user", "How is bread baked?", "s", 1700000001),
    "a": gpt("assistant", "In an oven.", "u", 1700000002),
    "b": gpt("assistant", "Hot.", "u", 1700000050),
    "u2": gpt("user", "How long?", "a", 1700000060),
    "call": gpt("assistant", "search()", "u2", 1700000061, recipient="web"),
    "tool": gpt("tool", "results", "call", 1700000062),
    "t": gpt("assistant", {"content_type": "thoughts", "thoughts": []}, "tool", 1700000063),
    "c": gpt("assistant", "Forty minutes \ue200cite\ue202turn0\ue201.", "t", 1700000064),
}


def owui(role: str, text: object, parent: str | None, at: int = 0, **fields: Any) -> Any:
    return {"role": role, "content": text, "parentId": parent, "timestamp": at, **fields}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return held.getvalue()


def bread(identity: str) -> bytes:
    return json.dumps([chatgpt(BAKING, id=identity)]).encode()
