"""Short replies of the real engine, each in a conversation of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.domain.events import ReplyDone, ReplyEvent
from app.domain.ledger import Message
from app.services import Reverie

OPEN = {"passphrase": lambda: "words", "insist": True}


def brief(profile: Path) -> Iterator[Reverie]:
    """Opened, to write short replies that are the same each time."""
    with Reverie.open(profile, **OPEN) as opened:
        opened.change_settings(max_tokens=24, temperature=0.0)
        yield opened


def done(events: Iterator[ReplyEvent]) -> ReplyDone:
    *_, last = events
    assert isinstance(last, ReplyDone)
    return last


def talk(reverie: Reverie, text: str = "Say hello.") -> Message:
    return done(reverie.chat.send(reverie.conversations.new().id, text)).message
