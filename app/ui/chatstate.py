"""What the chat model holds: a conversation as it is stored, and a reply in the making."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from app.domain.attachments import Attachment
from app.domain.errors import KnownError
from app.domain.events import Heard, ReplyEvent, ReplyPiece, ReplyStarted, ReplySummarising
from app.domain.ledger import Conversation, Message, Summary
from app.domain.ledger import Signal as LedgerSignal
from app.engine.client import Stop
from app.services import Reverie
from app.services.drafts import NEW
from app.ui.runner import Problem

TEMPORARY = "temporary"
"""The place of what is written on the empty page of a temporary chat; never stored."""


@dataclass(slots=True)
class Live:
    """A reply in the making. `asked` is the new user text, None when a reply is written again;
    `instead_of` the message whose place it takes, `goes_on` the reply that is written on, `page`
    what was shown when it was asked for."""

    conversation: str | None
    asked: str | None
    page: Opened | None = None
    text: str = ""
    instead_of: str | None = None
    goes_on: str | None = None
    reading: bool = True
    dropped_turns: int = 0
    summarising: int = 0  # older messages that are made into a summary first
    files: tuple[Attachment, ...] = ()
    heard: Heard | None = None  # what became of what it tells about the person
    stop: Stop = field(default_factory=Stop)

    def belongs_to(self, shown: Opened) -> bool:
        """The services may have no conversation for it yet, and an empty page need not be the one
        that it was asked on."""
        if self.conversation is None:
            return self.page is shown
        return shown.conversation is not None and shown.conversation.id == self.conversation

    @property
    def is_temporary(self) -> bool:
        return self.page is not None and self.page.temporary

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
class Follower:
    """Who is told of a stream: of each item, and of how it ended."""

    each: Callable[[Conversation | ReplyEvent], None]
    ended: Callable[[], None]
    failed: Callable[[Problem], None]


Source = Callable[[], Iterator[Conversation | ReplyEvent]]


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

    @property
    def ids(self) -> list[str]:
        return [message.id for message in self.messages]

    def holds(self, message_id: str) -> bool:
        return message_id in self.ids

    def changed(self, stored: Opened) -> Iterator[tuple[Message, list[LedgerSignal]]]:
        """Messages of it that are stored otherwise by now, or have other signals."""
        before = {message.id: message for message in self.messages}
        for message in stored.messages:
            old, signals = before.get(message.id), stored.signals.get(message.id, [])
            if old is not None and (old, self.signals.get(old.id, [])) != (message, signals):
                yield message, signals


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
