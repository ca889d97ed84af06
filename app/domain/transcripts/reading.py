"""Finds out what a file of conversations is, and reads it: all of it, or a KnownError."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO

from app.domain.errors import KnownError
from app.domain.phrases import phrase
from app.domain.transcripts import chatgpt, openwebui, ours
from app.domain.transcripts.archive import MAGIC, MOST_BYTES, TooBig, members
from app.domain.transcripts.transcript import BrokenConversation, BrokenFile, Transcript

_READABLE = phrase(
    "Reverie reads its own JSON files, ChatGPT's export (the .zip as it came, or the "
    "conversations.json in it) and Open WebUI's."
)

_CUT_SHORT = phrase("it ends too early, at line {line}, column {column}")
_NOT_JSON = phrase("it is not JSON ({fault}), at line {line}, column {column}")


def read(stream: BinaryIO, name: str, now: datetime) -> list[Transcript]:
    """Every conversation in it that has something said. `name` is for people; `now` stands where a
    conversation has no time."""
    found = []
    for label, content in _documents(stream, name):
        try:
            found += _conversations(_json(content, label), label, now)
        except RecursionError:
            raise BrokenFile(label, phrase("it is nested too deeply"), _READABLE) from None
    spoken = [transcript for transcript in found if transcript.messages]
    if not spoken:
        raise KnownError(
            phrase("Nothing to import"),
            phrase("{name} holds no conversations.", name=name),
            phrase("{readable} Check the file.", readable=_READABLE),
        )
    return spoken


def _documents(stream: BinaryIO, name: str) -> Iterable[tuple[str, bytes]]:
    head = stream.read(4)
    stream.seek(0)
    if head in MAGIC:
        return members(stream, name)
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooBig(name)
    return [(name, content)]


def _json(content: bytes, name: str) -> Any:
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        raise BrokenFile(
            name,
            (_CUT_SHORT if cut else _NOT_JSON).filled(
                fault=error.msg, line=error.lineno, column=error.colno
            ),
            phrase("Export or download it again; it may be cut short.") if cut else _READABLE,
        ) from None
    except ValueError:  # no text in any encoding of JSON, or a number without end
        raise BrokenFile(name, phrase("it is not JSON text"), _READABLE) from None


def _conversations(data: Any, name: str, now: datetime) -> list[Transcript]:
    if ours.is_ours(data):
        return ours.parse(data, name)
    items = data if isinstance(data, list) else [data]
    if not items:
        return []
    form = next((form for form in (chatgpt, openwebui) if any(map(form.is_one, items))), None)
    if form is None:
        raise BrokenFile(name, phrase("it holds no conversations that Reverie knows"), _READABLE)
    found = []
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            raise BrokenConversation(name, number, phrase("it is not an object"))
        found.append(form.read_one(item, name, number, now))
    return found
