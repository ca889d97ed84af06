"""Reverie's own file: everything that is known of a conversation, and read back exactly.

    {"format": "reverie-conversations", "version": 1, "conversations": [
      {"id", "title", "created", "updated", "leaf", "pinned", "folder",
       "setup": {"system", "arm", "temperature", "top_p", "max_tokens", "seed"},
       "messages": [{"id", "position", "role", "text", "at", "parent", "base", "adapter", "arm",
                     "partial", "origin", "files": [{"id", "name", "kind", "text"}]}]}]}

The names are the ledger's, times are ISO 8601 in UTC. Messages stand in the order of arrival, each
after its `parent`; `leaf` ends the branch that is shown; of files it is the text that is kept.
Readers leave aside what they do not know; `version` grows when a reader of the old one would go
wrong.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    Field,
    FiniteFloat,
    ValidationError,
    model_validator,
)

from app.domain.attachments import Attachment, FileKind
from app.domain.ledger import Arm, Conversation, Message, Origin, Role, Setup, to_json
from app.domain.phrases import Phrase, phrase
from app.domain.transcripts.transcript import BrokenFile, Transcript, in_utc, plain

FORMAT, VERSION = "reverie-conversations", 1
_MEND = phrase("Mend the file, or export it again.")


def _writable(text: str) -> str:
    """JSON may spell halves of characters, which the ledger could not store."""
    if plain(text) != text.replace("\0", ""):
        raise ValueError("there is half a character in it")
    return text


Time = Annotated[datetime, AfterValidator(in_utc)]
Text = Annotated[str, AfterValidator(_writable)]
Identity = Annotated[Text, Field(min_length=1, max_length=64)]
Count = Annotated[int, Field(ge=0, lt=2**63)]


class _Setup(BaseModel):
    system: Text | None = None
    arm: Arm | None = None
    temperature: float | None = Field(default=None, ge=0, le=2)
    top_p: float | None = Field(default=None, ge=0, le=1)
    max_tokens: int | None = Field(default=None, ge=1, lt=2**31)
    seed: int | None = Field(default=None, ge=-(2**63), lt=2**63)


class _Origin(BaseModel):
    memories: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    prompt_tokens: Count = 0
    reused_tokens: Count = 0
    dropped_turns: Count = 0
    completion_tokens: Count = 0
    ttft_s: FiniteFloat = 0.0
    tokens_per_s: FiniteFloat = 0.0


class _Attached(BaseModel):
    id: Identity
    name: Text
    kind: FileKind
    text: Text


class _Message(BaseModel):
    id: Identity
    position: Count
    role: Role
    text: Text
    at: Time
    parent: Identity | None = None
    base: Text | None = None
    adapter: Text | None = None
    arm: Arm | None = None
    partial: bool = False
    origin: _Origin | None = None
    files: list[_Attached] = []


class _Conversation(BaseModel):
    id: Identity
    title: Text
    created: Time
    updated: Time
    leaf: Identity | None = None
    pinned: bool = False
    folder: Text | None = None
    setup: _Setup = _Setup()
    messages: list[_Message]

    @model_validator(mode="after")
    def _is_a_tree(self) -> _Conversation:
        seen: set[str] = set()
        for message in self.messages:
            if message.parent is not None and message.parent not in seen:
                raise ValueError(f"message {message.id} stands before the one that it follows")
            seen.add(message.id)
        if any(one.position >= other.position for one, other in itertools.pairwise(self.messages)):
            raise ValueError("the positions do not grow from message to message")
        if self.leaf is not None and self.leaf not in seen:
            raise ValueError("its leaf is none of its messages")
        return self


class _File(BaseModel):
    conversations: list[_Conversation]


def is_ours(data: object) -> bool:
    return isinstance(data, dict) and data.get("format") == FORMAT


def dump(transcripts: Iterable[Transcript]) -> str:
    listed = [_fields(transcript) for transcript in transcripts]
    whole = {"format": FORMAT, "version": VERSION, "conversations": listed}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _fields(transcript: Transcript) -> dict[str, Any]:
    messages = [to_json(message) for message in transcript.messages]
    for message in messages:
        del message["conversation"]
        files = [to_json(file) for file in transcript.files_of(message["id"])]
        if files:
            message["files"] = [{key: one[key] for key in _Attached.model_fields} for one in files]
    return {**to_json(transcript.conversation), "messages": messages}


def parse(data: dict[str, Any], name: str) -> list[Transcript]:
    """KnownError with the place of the first thing that is wrong."""
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BrokenFile(
            name,
            phrase("it was written by a newer Reverie"),
            phrase("Update Reverie first."),
        )
    try:
        file = _File.model_validate(data)
    except ValidationError as error:
        raise BrokenFile(name, _told(error), _MEND) from None
    ids = [c.id for c in file.conversations]
    _require_unlike(ids, name, phrase("{times} conversations have the id {identity}"))
    ids = [m.id for c in file.conversations for m in c.messages]
    _require_unlike(ids, name, phrase("{times} messages have the id {identity}"))
    return [_transcript(conversation) for conversation in file.conversations]


def _told(error: ValidationError) -> str:
    """`conversation 3, message 12, role: input should be …`, counted as people count."""
    first = error.errors(include_url=False, include_input=False)[0]
    why = first["msg"].removeprefix("Value error, ")
    place: list[str] = []
    for part in first["loc"]:
        if isinstance(part, int) and place:
            place[-1] = f"{place[-1].removesuffix('s')} {part + 1}"
        else:
            place.append(str(part))
    return f"{', '.join(place)}: {why[:1].lower()}{why[1:]}"


def _require_unlike(ids: list[str], name: str, why: Phrase) -> None:
    identity, times = next(iter(Counter(ids).most_common(1)), ("", 0))
    if times > 1:
        raise BrokenFile(name, why.filled(times=times, identity=identity), _MEND)


def _transcript(read: _Conversation) -> Transcript:
    conversation = Conversation(
        id=read.id,
        title=read.title,
        created=read.created,
        updated=read.updated,
        leaf=read.leaf,
        pinned=read.pinned,
        folder=read.folder,
        setup=Setup(**dict(read.setup)),
    )
    messages = tuple(_message(one, read.id) for one in read.messages)
    files = (Attachment(**dict(f), message=m.id) for m in read.messages for f in m.files)
    return Transcript(conversation, messages, tuple(files))


def _message(read: _Message, conversation: str) -> Message:
    fields = dict(read)
    origin, _ = fields.pop("origin"), fields.pop("files")
    made_from = Origin(**dict(origin)) if origin else None
    return Message(conversation=conversation, origin=made_from, **fields)
