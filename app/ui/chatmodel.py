"""The conversation that is open, without a single widget: what is shown, and what was asked for.

Every call to the services runs in the background; the signals below tell the views what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted, StopReason
from app.domain.ledger import Conversation, Kind, Message, Via
from app.domain.ledger import Signal as LedgerSignal
from app.services import Reverie
from app.ui import words
from app.ui.runner import Problem, Runner

CRASHED = Problem(
    "The model stopped in mid-reply",
    "Its process ended unexpectedly. What it had written is kept.",
    "Write the reply again; the model starts anew by itself.",
)


@dataclass(slots=True)
class Live:
    """A reply in the making. `asked` is the new user text, None when a reply is written again."""

    conversation: str | None
    asked: str | None
    text: str = ""
    reading: bool = True
    dropped_turns: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation as it is stored."""

    conversation: Conversation | None
    messages: list[Message] = field(default_factory=list)
    signals: dict[str, list[LedgerSignal]] = field(default_factory=dict)


class ChatModel(QObject):
    """State and commands of the chat. Lives on the UI thread."""

    listed = Signal()  # the list of conversations changed
    opened = Signal()  # another conversation is shown, or the same one anew
    asked = Signal(object)  # Live: a reply begins
    grew = Signal()  # the live reply has more text
    answered = Signal(object, str)  # Message: the stored reply; a note on how it ended
    marked = Signal(object, object)  # Message, its signals
    busy = Signal(bool)  # a reply is being written, or no more
    problem = Signal(object)  # Problem
    refused = Signal(str, object)  # message id, Problem: a correction was not stored
    unsent = Signal(str)  # text that was not taken: back to where it was written

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = services.chat
        self._nights = services.nights
        self._runner = runner
        self.conversations: list[Conversation] = []
        self.now = Opened(None)
        self.live: Live | None = None
        self._hidden: set[str] = set()

    # conversations

    def refresh(self) -> None:
        self._runner.latest("list", self._chat.conversations, self._list)

    def visible(self) -> list[Conversation]:
        """Newest first, without those that are about to be deleted."""
        return [c for c in self.conversations if c.id not in self._hidden]

    def open(self, conversation_id: str) -> None:
        if self.now.conversation is None or self.now.conversation.id != conversation_id:
            self._reload(conversation_id)

    def read_again(self, conversation_id: str) -> None:
        """Something else wrote to the store: the list, and the conversation if it is shown."""
        self.refresh()
        here = self.now.conversation
        if self.live is None and here is not None and here.id == conversation_id:
            self._reload(conversation_id)

    def start_new(self) -> None:
        """An empty page; it is stored once something is sent."""
        self._runner.overtake("open")
        self._show(Opened(None))

    def rename(self, conversation_id: str, title: str) -> None:
        title = title.strip()
        if not title:
            return

        self._runner.call(
            lambda: self._chat.rename(conversation_id, title), lambda _: self.refresh()
        )

    def hide(self, conversation_id: str) -> None:
        """Out of sight, until `delete` or `unhide`. A reply that is being written there ends."""
        if self.live and self.live.conversation == conversation_id:
            self.stop()
        self._hidden.add(conversation_id)
        self.listed.emit()
        if self.now.conversation and self.now.conversation.id == conversation_id:
            self.start_new()

    def unhide(self, conversation_id: str) -> None:
        self._hidden.discard(conversation_id)
        self.listed.emit()
        self.open(conversation_id)

    def about_to_go(self) -> frozenset[str]:
        """Conversations that were deleted and can still be undone."""
        return frozenset(self._hidden) & {c.id for c in self.conversations}

    def delete(self, conversation_id: str) -> None:
        """For good."""
        self._runner.call(lambda: self._chat.delete(conversation_id), lambda _: self.refresh())

    # replies

    def send(self, text: str) -> bool:
        """False when a reply is being written already; then nothing happened."""
        if self.live is not None or not text.strip():
            return False
        known = self.now.conversation
        self._begin(Live(known.id if known else None, text.strip()))

        def source() -> Iterator[Conversation | ReplyEvent]:
            conversation = known or self._chat.new()
            yield conversation
            yield from self._chat.send(conversation.id, text)

        self._stream(source)
        return True

    def regenerate(self) -> bool:
        conversation = self.now.conversation
        if self.live is not None or conversation is None:
            return False
        self._begin(Live(conversation.id, None))
        self._stream(lambda: self._chat.regenerate(conversation.id))
        return True

    def stop(self) -> None:
        if self.live is not None:
            self._chat.stop()

    @property
    def live_here(self) -> Live | None:
        """The live reply, if it belongs to the conversation that is shown."""
        here = self.now.conversation.id if self.now.conversation else None
        return self.live if self.live and self.live.conversation == here else None

    # signals

    def correct(self, message_id: str, text: str) -> None:
        """The person's version of a reply. `refused` when it could not be stored."""
        self._change(
            lambda: self._chat.edit(message_id, text),
            lambda problem: self.refused.emit(message_id, problem),
        )

    def judge(self, message_id: str, up: bool) -> None:
        judge = self._chat.accept if up else self._chat.reject
        self._change(lambda: judge(message_id, Via.THUMB))

    def copied(self, message_id: str) -> None:
        """Copying a reply is a quiet way to accept it; of a corrected one the correction counts."""
        given = self.now.signals.get(message_id, [])
        if not any(s.via is Via.COPY or s.kind is Kind.EDIT for s in given):
            self._change(lambda: self._chat.accept(message_id, Via.COPY))

    def take_back(self, signal_id: str) -> None:
        self._change(lambda: self._chat.take_back(signal_id))

    # inside

    def _list(self, conversations: list[Conversation]) -> None:
        self.conversations = conversations
        shown = self.now.conversation
        if shown is not None:
            fresh = next((c for c in conversations if c.id == shown.id), shown)
            self.now = Opened(fresh, self.now.messages, self.now.signals)
        self.listed.emit()

    def _load(self, conversation_id: str) -> Opened:
        conversation = next(
            (c for c in self._chat.conversations() if c.id == conversation_id), None
        )
        if conversation is None:
            return Opened(None)
        return Opened(
            conversation,
            self._chat.messages(conversation_id),
            self._chat.signals_of(conversation_id),
        )

    def _reload(self, conversation_id: str) -> None:
        self._runner.latest("open", lambda: self._load(conversation_id), self._show)

    def _show(self, opened: Opened) -> None:
        self.now = opened
        self.opened.emit()

    def _begin(self, live: Live) -> None:
        self.live = live
        self._nights.touch()
        self.asked.emit(live)
        self.busy.emit(True)

    def _stream(self, source: Callable[[], Iterator[Conversation | ReplyEvent]]) -> None:
        self._runner.stream(source, self._event, self._ended, self._failed)

    def _event(self, event: Conversation | ReplyEvent) -> None:
        live = self.live
        if live is None:
            return
        match event:
            case Conversation():
                self._place(live, event)
            case ReplyStarted():
                live.reading = False
                live.dropped_turns = event.dropped_turns
                self.grew.emit()
                self.refresh()  # a first message gives the conversation its title
            case ReplyPiece():
                live.text += event.text
                self.grew.emit()
            case ReplyDone():
                self._done(event)

    def _place(self, live: Live, conversation: Conversation) -> None:
        """The services have a conversation for what was asked on the empty page."""
        if self.now.conversation is None and live.conversation is None:
            self.now = Opened(conversation)
        live.conversation = conversation.id

    def _done(self, event: ReplyDone) -> None:
        message = event.message
        shown = self.live_here
        self.live = None
        if shown is not None:
            # Before the store is read anew: a gesture may follow at once.
            self.now = replace(self.now, messages=[*self.now.messages, message])
            self.answered.emit(message, words.reply_note(event.stop_reason, shown.dropped_turns))
        if event.stop_reason is StopReason.CRASHED:
            self.problem.emit(CRASHED)
        self.busy.emit(False)
        self._synchronize()
        self.refresh()

    def _synchronize(self) -> None:
        """Reads anew what is on the screen, and tells which replies differ from it."""
        here = self.now.conversation
        if here is not None:
            self._runner.latest("state", lambda: self._load(here.id), self._compare)

    def _compare(self, stored: Opened) -> None:
        here, shown = self.now.conversation, self.now
        if here is None or stored.conversation is None or stored.conversation.id != here.id:
            return
        self.now = stored
        before = {message.id: message for message in shown.messages}
        for message in stored.messages:
            old = before.get(message.id)
            signals = stored.signals.get(message.id, [])
            if old is not None and (old, shown.signals.get(old.id, [])) != (message, signals):
                self.marked.emit(message, signals)

    def _ended(self) -> None:
        if self.live is not None:  # the engine ended before it said anything
            self._leave(self.live)

    def _failed(self, problem: Problem) -> None:
        if self.live is not None:
            self._leave(self.live)
        self.problem.emit(problem)

    def _leave(self, live: Live) -> None:
        """No reply came: show what is stored, and give back what is not."""
        self.live = None
        self.busy.emit(False)
        here = self.now.conversation
        if live.conversation is None or (here and here.id != live.conversation):
            self._give_back(live, Opened(None))
            return
        conversation_id = live.conversation

        def show(opened: Opened) -> None:
            self._show(opened)
            self._give_back(live, opened)

        self._runner.latest("open", lambda: self._load(conversation_id), show)
        self.refresh()

    def _give_back(self, live: Live, stored: Opened) -> None:
        last = stored.messages[-1].text if stored.messages else None
        if live.asked is not None and live.asked != last:
            self.unsent.emit(live.asked)

    def _change(
        self, work: Callable[[], object], failed: Callable[[Problem], object] | None = None
    ) -> None:
        """One gesture on one reply, and then what is shown is made to agree with the store."""
        self._runner.call(work, lambda _: self._synchronize(), failed)
