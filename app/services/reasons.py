"""Why a reply is as it is: what it was made from, as far as that is still there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.errors import KnownError
from app.domain.ledger import (
    Arm,
    Memory,
    MemoryState,
    Message,
    Night,
    Origin,
    Signal,
    State,
    Summary,
)
from app.domain.phrases import phrase
from app.services.chat import Chat
from app.services.conversations import Conversations
from app.services.models import Models
from app.store import Store

NOTHING_LEARNED = phrase("Nothing is learned for this model yet.")
NOTHING_KNOWN = phrase("There are no corrections and nothing that it should remember yet.")


@dataclass(frozen=True, slots=True)
class Reason:
    """None among `memories` and `examples` stands for what is forgotten since. `night` taught the
    adapter that answered. `arms`: why one cannot answer now, empty where it can."""

    message: Message
    memories: tuple[Memory | None, ...]
    examples: tuple[Signal | None, ...]
    night: Night | None
    summary: Summary | None
    is_of_this_base: bool
    arms: Mapping[Arm, str]


class Reasons:
    """Thread-safe as its store is; only reads."""

    def __init__(
        self, store: Store, conversations: Conversations, models: Models, chat: Chat
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._models = models
        self._chat = chat

    def of(self, message_id: str) -> Reason:
        """KnownError when the reply is gone."""
        message = self._conversations.message(message_id)
        if message is None:
            raise ReplyGone
        origin = message.origin or Origin()
        return Reason(
            message,
            tuple(self._memory(key) for key in origin.memories),
            tuple(self._store.signals.get(key) for key in origin.examples),
            self._night(message.adapter),
            self._summary(message, origin.summary),
            message.base in (None, self._models.base_sha256()),
            {arm: self._hindrance(arm) for arm in Arm},
        )

    def _memory(self, key: str) -> Memory | None:
        found = self._store.memories.get(key)
        return found if found and found.state is not MemoryState.FORGOTTEN else None

    def _night(self, adapter_id: str | None) -> Night | None:
        adapter = self._store.adapters.get(adapter_id) if adapter_id else None
        return self._store.nights.get(adapter.night) if adapter else None

    def _summary(self, message: Message, until: str | None) -> Summary | None:
        if until is None:
            return None
        notebook = self._conversations.notebook(message.conversation)
        return notebook.summaries.of(message.conversation).get(until)

    def _hindrance(self, arm: Arm) -> str:
        if arm.uses_adapter and self._chat.adapter_for(arm) is None:
            return NOTHING_LEARNED
        if arm is Arm.MEMORY and not self._is_anything_known():
            return NOTHING_KNOWN
        return ""

    def _is_anything_known(self) -> bool:
        corrected = any(signal.edited for signal in self._store.signals.all(State.ACTIVE))
        return corrected or bool(self._store.memories.all(MemoryState.ACTIVE))


class ReplyGone(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("That reply is gone"),
            phrase("It was deleted in the meantime."),
            phrase("Choose a reply that is still shown."),
        )
