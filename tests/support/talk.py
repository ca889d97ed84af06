"""A conversation in which only the user speaks, and what is remembered of it."""

from __future__ import annotations

import uuid

from app.domain.attachments import Attachment
from app.domain.events import Heard
from app.domain.ledger import MemoryState, Message, Role, utc_now
from app.services import Reverie


class Talk:
    """One conversation, in which only the user speaks."""

    def __init__(self, reverie: Reverie, *, temporary: bool = False) -> None:
        self.reverie = reverie
        self.id = reverie.conversations.new(temporary=temporary).id

    def say(self, text: str, *files: Attachment) -> Message:
        leaf = self.reverie.conversations.get(self.id).leaf
        key = uuid.uuid4().hex
        return self.reverie.conversations.append(
            Message(key, self.id, 0, Role.USER, text, utc_now(), leaf), files
        )

    def tell(self, text: str, *files: Attachment) -> Heard | None:
        message = self.say(text, *files)
        return self.reverie.listening.hear(message, self.reverie.noticing.before(message))

    def notice(self, text: str) -> list[str]:
        return [memory.text for memory in self.reverie.noticing.notice(self.say(text))]


def texts(reverie: Reverie, state: MemoryState = MemoryState.ACTIVE) -> list[str]:
    found = reverie.memories.all()
    return [m.text for m in found if m.state is state and m.superseded_by is None]
