"""What the chat model holds: a conversation as it is stored, and a reply in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.attachments import Attachment
from app.domain.errors import KnownError
from app.domain.events import Heard, ReplyEvent, ReplyPiece, ReplyStarted, ReplySummarising
from app.domain.ledger import Conversation, Message, Summary
from app.domain.ledger import Signal as LedgerSignal
from app.services import Reverie
from app.services.drafts import NEW

TEMPORARY = "temporary"
"""The place of what is written on the empty page of a temporary chat; never stored."""


@dataclass(slots=True)
class Live:
    """A reply in the making. `asked` is the new user text, None when a reply is written again;
    `instead_of` the message whose place it takes, `goes_on` the reply that is written on."""

    conversation: str | None
    asked: str | None
    text: str = ""
    instead_of: str | None = None
    goes_on: str | None = None
    reading: bool = True
    dropped_turns: int = 0
    summarising: int = 0  # older messages that are made into a summary first
    files: tuple[Attachment, ...] = ()
    heard: Heard | None = None  # what became of what it tells about the person
    temporary: bool = False

    def is_missing_in(self, stored: Opened) -> bool:
        """Whether what was asked was not taken. Of a conversation that is gone, nothing is."""
        if stored.conversation is None:
            return self.conversation is None
        return not stored.messages or stored.messages[-1].text != self.asked

    def hear(self, event: ReplyEvent) -> None:
        match event:
            case ReplySummarising():
                self.summarising = event.messages
            case ReplyStarted():
                self.summarising = 0
                self.reading = False
                self.dropped_turns = event.dropped_turns
            case ReplyPiece():
                self.text += event.text
            case Heard():
                self.heard = event


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation as it is stored."""

    conversation: Conversation | None
    messages: list[Message] = field(default_factory=list)
    signals: dict[str, list[LedgerSignal]] = field(default_factory=dict)
    versions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    temporary: bool = False
    summary: Summary | None = None
    files: dict[str, tuple[Attachment, ...]] = field(default_factory=dict)
    heard: dict[str, tuple[Heard, ...]] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Of what is being written here: drafts, and files beside them."""
        if self.conversation is not None:
            return self.conversation.id
        return TEMPORARY if self.temporary else NEW

    def holds(self, message_id: str) -> bool:
        return any(message.id == message_id for message in self.messages)


def read(services: Reverie, conversation_id: str) -> Opened:
    """Slow. The empty page where it is gone."""
    try:
        reading = services.conversations.read(conversation_id)
    except KnownError:
        return Opened(None)
    return Opened(
        reading.conversation,
        list(reading.messages),
        services.gestures.signals_of(conversation_id),
        reading.versions,
        reading.temporary,
        reading.summary,
        reading.files,
        services.listening.heard(conversation_id),
    )
