"""Memories and corrections for tests: made up, and put into a real store."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.ledger import (
    Adapter,
    Kind,
    Memory,
    MemoryKind,
    Message,
    Night,
    Outcome,
    Role,
    Signal,
    Source,
    Turn,
    Via,
    utc_now,
)
from app.domain.provenance import spans_of_edit
from app.services import Reverie

REPLY = "Dear Sam, I am writing to you because I will be late."
EDITED = "Sam, I will be late. Thx, R."


def memory(text: str, days: float = 1, **values: Any) -> Memory:
    """So many days old."""
    kind = values.pop("kind", MemoryKind.FACT)
    return Memory(uuid.uuid4().hex[:16], text, kind, utc_now() - timedelta(days=days), **values)


def signal(prompt: str = "Write to Sam.", days: float = 1, **values: Any) -> Signal:
    """A correction, so many days old, unless `kind` says otherwise."""
    kind = values.pop("kind", Kind.EDIT)
    is_edit = kind is Kind.EDIT
    edited = values.pop("edited", EDITED if is_edit else None)
    reply = values.pop("reply", REPLY)
    return Signal(
        uuid.uuid4().hex[:16],
        utc_now() - timedelta(days=days),
        "session",
        values.pop("source", Source.CHAT),
        kind,
        (Turn(Role.USER, prompt),),
        reply,
        edited,
        values.pop("spans", spans_of_edit(reply, edited) if edited else ()),
        via=values.pop("via", Via.EDIT if is_edit else Via.THUMB),
        **values,
    )


def chat(services: Reverie, title: str) -> tuple[Message, Message]:
    """A conversation of two messages, as stored."""
    here = services.conversations.new()
    services.conversations.rename(here.id, title)
    asked = Message(uuid.uuid4().hex, here.id, 0, Role.USER, "I live in Kiel.", utc_now())
    asked = services.conversations.append(asked)
    told = Message(uuid.uuid4().hex, here.id, 1, Role.ASSISTANT, REPLY, utc_now(), parent=asked.id)
    return asked, services.conversations.append(told)


def night(services: Reverie, *rows: str, learned: bool = False) -> Night:
    """One that used these rows; `learned`: its adapter is the one in use."""
    now = utc_now()
    made = Night(
        uuid.uuid4().hex[:12], now - timedelta(hours=9), now, Outcome.PROMOTED, "It is better.",
        "base", "7", rows, {}, "a" * 16 if learned else None,
    )  # fmt: skip
    services.store.nights.begin(replace(made, finished=None, outcome=None) if learned else made)
    if learned:
        data = b"GGUF"
        digest = hashlib.sha256(data).hexdigest()
        adapter = Adapter("a" * 16, made.id, "base", digest, rows, active=False)
        services.store.promote(made, adapter, data)
    return made
