"""After a reply: what the user's message tells about them is proposed as a memory, never more than
once, and kept without asking only where the user has said so."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Sequence

from app.domain.finding import Found, find
from app.domain.ledger import (
    Memory,
    MemoryOrigin,
    MemoryState,
    Message,
    Role,
)
from app.domain.redaction import redacted
from app.domain.telling import told
from app.services.conversations import Conversations
from app.services.memories import Memories
from app.services.pasted import Pasted
from app.settings import Settings
from app.store import Store

log = logging.getLogger(__name__)
_SECRET = re.compile(
    r"\b(?:pass(?:word|code|phrase|wort)s?|pin|puk|secrets?|kennw(?:ort|örter)|geheim\w*)\b",
    re.IGNORECASE,
)


class Noticing:
    """Thread-safe. What patterns find is proposed at once: it takes milliseconds."""

    def __init__(
        self,
        store: Store,
        conversations: Conversations,
        memories: Memories,
        settings: Callable[[], Settings],
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._memories = memories
        self._settings = settings
        self.pasted = Pasted()
        self._one = threading.Lock()

    def notice(self, message: Message) -> tuple[Memory, ...]:
        """What `message`, a stored one of the user's, gives occasion to propose."""
        if not self.is_wanted or not self.is_open(message):
            return ()
        before = self.before(message)
        if told(message.text, before) is not None:
            return ()  # it was said what is to be remembered
        return self.propose(message, find(message.text, before), ask=self._asks())

    def propose(self, message: Message, found: Sequence[Found], *, ask: bool) -> tuple[Memory, ...]:
        """As memories, those of `found` that are new. With `ask` they wait for approval; what was
        pasted always does."""
        made = []
        with self._one:  # two replies at once must not propose the same
            for one in found:
                if self._is_new(one.text):
                    asked = ask or self.pasted.holds(one.text)
                    state = MemoryState.PROPOSED if asked else MemoryState.ACTIVE
                    memory = self._memories.add(
                        one.text,
                        one.kind,
                        origin=MemoryOrigin.FOUND,
                        source=message.id,
                        state=state,
                    )
                    if not asked:
                        self._memories.replace_older(memory)
                    made.append(memory)
        return tuple(made)

    @property
    def is_wanted(self) -> bool:
        return self._settings().notice_memories

    def is_open(self, message: Message) -> bool:
        """Whether anything may be taken from it: it is the user's, stored, and still there."""
        return message.role is Role.USER and self._store.messages.get(message.id) is not None

    def before(self, message: Message) -> list[str]:
        """What the user said earlier on the same branch."""
        return [m.text for m in self._conversations.before(message) if m.role is Role.USER]

    def _asks(self) -> bool:
        return self._settings().approve_memories

    def _is_new(self, text: str) -> bool:
        """Neither there in whatever state, nor forgotten, nor a secret."""
        return not (
            holds_secret(text)
            or self._store.memories.was_forgotten(text)
            or self._memories.is_said(text)
        )


def holds_secret(text: str) -> bool:
    """Whether a text has something in it that nights may not learn, and so is not proposed either:
    a password, a number of an account or of a telephone."""
    return _SECRET.search(text) is not None or bool(redacted(text).found)
