"""Conversations, replies, and the signals that the user's gestures leave behind."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.domain.errors import KnownError
from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted, StopReason
from app.domain.ledger import (
    Adapter,
    Arm,
    Conversation,
    Kind,
    MemoryState,
    Message,
    Role,
    Signal,
    Source,
    State,
    Turn,
    Via,
    signal_id,
    utc_now,
)
from app.domain.prompt import assemble
from app.domain.provenance import spans_of_edit
from app.engine.client import EngineDone, EngineEvent, EnginePiece, EngineStarted, SamplingSettings
from app.services.models import Models
from app.settings import Settings
from app.store import Store

NEW_TITLE = "New conversation"
_TITLE_LENGTH = 48


class Chat:
    """Thread-safe as its store and engine are. Methods marked *slow* stream from the model."""

    def __init__(self, store: Store, models: Models, settings: Callable[[], Settings]) -> None:
        self._store = store
        self._models = models
        self._settings = settings
        self._answering = threading.Lock()
        self._writing: set[int] = set()
        self._ended = threading.Condition()

    # conversations

    def conversations(self) -> list[Conversation]:
        """Newest first."""
        return self._store.conversations.all()

    def new(self) -> Conversation:
        now = utc_now()
        conversation = Conversation(uuid.uuid4().hex, NEW_TITLE, now, now)
        self._store.conversations.add(conversation)
        return conversation

    def rename(self, conversation_id: str, title: str) -> None:
        self._store.conversations.rename(conversation_id, _title(title))

    def delete(self, conversation_id: str) -> None:
        """Signals stay: they are listed, and forgotten, on their own."""
        self._store.conversations.delete(conversation_id)

    def messages(self, conversation_id: str) -> list[Message]:
        return self._store.messages.of(conversation_id)

    # replies

    def send(self, conversation_id: str, text: str, arm: Arm | None = None) -> Iterator[ReplyEvent]:
        """Slow. The user's message is stored before the first event."""
        text = text.strip()
        if not text:
            raise EmptyPrompt
        earlier = self.messages(conversation_id)
        self._append(conversation_id, Role.USER, text)
        if not earlier:
            self.rename(conversation_id, text)
        yield from self._reply(conversation_id, arm)

    def regenerate(self, conversation_id: str, arm: Arm | None = None) -> Iterator[ReplyEvent]:
        """Slow. Answers the last user message anew. A reply thrown away for it is a reject, unless
        the user had corrected it: then the correction stays the signal."""
        messages = self.messages(conversation_id)
        while messages and messages[-1].role is Role.ASSISTANT:
            last = messages.pop()
            if last.text.strip() and not last.partial and self._edit_of(last) is None:
                self.reject(last.id, Via.REGENERATE)
            self._store.messages.delete(last.id)
        if not messages:
            raise EmptyPrompt
        yield from self._reply(conversation_id, arm)

    def stop(self) -> None:
        self._models.stop_reply()

    def settle(self, timeout_s: float) -> None:
        """Wait until what other threads have of a reply is stored. They end by themselves once the
        engine has; to close the store before would lose the half that was written."""
        mine = {threading.get_ident()}
        with self._ended:
            self._ended.wait_for(lambda: self._writing <= mine, timeout_s)

    def serving_arm(self) -> Arm:
        """What answers where nothing is chosen: the adapter if there is one, and memory."""
        return self._settings().arm or (Arm.BOTH if self.adapter_for(Arm.BOTH) else Arm.MEMORY)

    def answer(
        self, turns: Sequence[Turn], arm: Arm | None, sampling: SamplingSettings
    ) -> Iterator[EngineEvent]:
        """Slow. One reply of one arm to a conversation that ends with the user's turn; stores
        nothing. Beside an adapter, edits that its night knew are no longer shown as examples: they
        are learned, and the prompt stays short. KnownError where the adapter alone is asked for and
        there is none."""
        if not turns or not turns[-1].content.strip():
            raise EmptyPrompt
        arm = arm or self.serving_arm()
        adapter = self.adapter_for(arm)
        if arm is Arm.ADAPTER and adapter is None:
            raise NoAdapter
        prompt = assemble(
            turns,
            system=self._models.system_prompt(),
            arm=arm,
            memories=self._store.memories.all(MemoryState.ACTIVE) if arm.uses_memory else (),
            signals=self._examples(adapter) if arm.uses_memory else (),
        )
        engine = self._models.engine()
        with self._answering:  # no other reply may change the adapter before this one begins
            if adapter is None:
                engine.set_adapter(None, None)
            elif engine.adapter != adapter.id:
                engine.set_adapter(adapter.id, self._store.adapters.bytes_of(adapter))
            yield from engine.generate(prompt, sampling)

    def _examples(self, adapter: Adapter | None) -> list[Signal]:
        """Active signals, without those that the night of `adapter` trained on or measured with."""
        night = self._store.nights.get(adapter.night) if adapter else None
        known = frozenset(night.rows) if night else frozenset()
        return [s for s in self._store.signals.all(State.ACTIVE) if s.id not in known]

    def adapter_for(self, arm: Arm) -> Adapter | None:
        """The active adapter, if the arm uses it and it was made for the base in use."""
        if not arm.uses_adapter:
            return None
        active = self._store.adapters.active()
        if active is None or active.base != self._models.base_sha256():
            return None
        return active

    def _reply(self, conversation_id: str, arm: Arm | None) -> Iterator[ReplyEvent]:
        thread = threading.get_ident()
        with self._ended:
            self._writing.add(thread)
        try:
            yield from self._written(conversation_id, arm)
        finally:
            with self._ended:
                self._writing.discard(thread)
                self._ended.notify_all()

    def _written(self, conversation_id: str, arm: Arm | None) -> Iterator[ReplyEvent]:
        served = arm or self.serving_arm()
        turns = [Turn(m.role, m.text) for m in self.messages(conversation_id)]
        text = ""
        done = EngineDone("", StopReason.STOPPED, 0, 0, 0.0, 0.0)
        answered = False
        try:
            for event in self.answer(turns, arm, self._models.sampling()):
                match event:
                    case EngineStarted():
                        answered = True
                        yield ReplyStarted(
                            event.prompt_tokens, event.reused_tokens, event.dropped_turns
                        )
                    case EnginePiece():
                        text += event.text
                        yield ReplyPiece(event.text)
                    case EngineDone():
                        done = event
        finally:
            # Also when the reader walks away in mid-reply: what was written is kept.
            message = self._keep(conversation_id, served, text, done) if answered else None
        if message is not None:
            yield ReplyDone(
                message=message,
                stop_reason=done.stop_reason,
                prompt_tokens=done.prompt_tokens,
                completion_tokens=done.completion_tokens,
                ttft_s=done.ttft_s,
                tokens_per_s=done.tokens_per_s,
            )

    def _keep(self, conversation_id: str, arm: Arm, text: str, done: EngineDone) -> Message:
        adapter = self.adapter_for(arm)
        return self._append(
            conversation_id,
            Role.ASSISTANT,
            text.strip(),
            base=self._models.base_sha256(),
            adapter=adapter.id if adapter else None,
            arm=arm,
            partial=done.stop_reason is not StopReason.END,
        )

    def _append(
        self,
        conversation_id: str,
        role: Role,
        text: str,
        *,
        base: str | None = None,
        adapter: str | None = None,
        arm: Arm | None = None,
        partial: bool = False,
    ) -> Message:
        now = utc_now()
        message = Message(
            id=uuid.uuid4().hex,
            conversation=conversation_id,
            position=0,  # the store gives it the next one
            role=role,
            text=text,
            at=now,
            base=base,
            adapter=adapter,
            arm=arm,
            partial=partial,
        )
        with self._store.transaction():
            stored = self._store.messages.append(message)
            self._store.conversations.touch(conversation_id, now)
        return stored

    # signals

    def edit(self, message_id: str, text: str, source: Source = Source.CHAT) -> Signal | None:
        """The user rewrote a reply. A second edit of it replaces the first; the signal keeps what
        the model wrote. Back to the model's own words takes the first edit back (None)."""
        message = self._assistant(message_id)
        text = text.strip()
        if not text:
            raise EmptyEdit
        before = self._edit_of(message)
        reply = before.reply if before else message.text
        if text == message.text:
            raise NothingChanged
        if text == reply and before is not None:
            self.take_back(before.id)
            return None
        signal = self._signal(message, Kind.EDIT, Via.EDIT, source, reply=reply, edited=text)
        with self._store.transaction():
            if before:
                self._store.signals.forget([before.id])
            self._store.signals.add(signal)
            self._store.messages.set_text(message.id, text)
        return signal

    def accept(self, message_id: str, via: Via = Via.THUMB, source: Source = Source.CHAT) -> Signal:
        return self._judge(message_id, Kind.ACCEPT, via, source)

    def reject(self, message_id: str, via: Via = Via.THUMB) -> Signal:
        return self._judge(message_id, Kind.REJECT, via, Source.CHAT)

    def take_back(self, signal_id_: str) -> None:
        """The gesture never happened: the signal goes, an edited text is restored."""
        signal = self._store.signals.get(signal_id_)
        if signal is None:
            return
        with self._store.transaction():
            self._store.signals.forget([signal.id])
            if signal.kind is Kind.EDIT and signal.message is not None:
                self._store.messages.set_text(signal.message, signal.reply)

    def signals(self) -> list[Signal]:
        return self._store.signals.all()

    def signals_of(self, conversation_id: str) -> dict[str, list[Signal]]:
        """By message id."""
        by_message: dict[str, list[Signal]] = {}
        for signal in self._store.signals.of_conversation(conversation_id):
            by_message.setdefault(signal.message or "", []).append(signal)
        return by_message

    def _judge(self, message_id: str, kind: Kind, via: Via, source: Source) -> Signal:
        """Thumbs exclude each other; the same gesture twice is one signal."""
        message = self._assistant(message_id)
        present = self._of_message(message)
        same = next((s for s in present if s.kind is kind and s.via is via), None)
        if same:
            return same
        opposite = [
            s.id for s in present if via is Via.THUMB and s.via is via and s.kind is not kind
        ]
        signal = self._signal(message, kind, via, source, reply=message.text, edited=None)
        with self._store.transaction():
            self._store.signals.forget(opposite)
            self._store.signals.add(signal)
        return signal

    def _signal(
        self,
        message: Message,
        kind: Kind,
        via: Via,
        source: Source,
        *,
        reply: str,
        edited: str | None,
    ) -> Signal:
        before = self.messages(message.conversation)[: message.position]
        turns = tuple(Turn(m.role, m.text) for m in before)
        bare = Signal(
            id="",
            at=utc_now(),
            session=message.conversation,
            source=source,
            kind=kind,
            messages=turns,
            reply=reply,
            edited=edited,
            spans=spans_of_edit(reply, edited) if edited is not None else (),
            base=message.base,
            adapter=message.adapter,
            via=via,
            message=message.id,
        )
        return replace(
            bare,
            id=signal_id(
                session=bare.session,
                at=bare.at,
                kind=kind,
                messages=turns,
                reply=reply,
                edited=edited,
            ),
        )

    def _of_message(self, message: Message) -> list[Signal]:
        return self.signals_of(message.conversation).get(message.id, [])

    def _edit_of(self, message: Message) -> Signal | None:
        return next((s for s in self._of_message(message) if s.kind is Kind.EDIT), None)

    def _assistant(self, message_id: str) -> Message:
        message = self._store.messages.get(message_id)
        if message is None or message.role is not Role.ASSISTANT:
            raise KnownError(
                "That reply is gone",
                "The reply was deleted or replaced in the meantime.",
                "Choose a reply that is still shown.",
            )
        return message


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1].rstrip() + "…"


class EmptyPrompt(KnownError):
    def __init__(self) -> None:
        super().__init__(
            "Nothing to answer", "The message is empty.", "Type a question or a request first."
        )


class EmptyEdit(KnownError):
    def __init__(self) -> None:
        super().__init__(
            "An empty correction",
            "The corrected reply has no text, so there is nothing to learn from it.",
            "Write what the reply should have been, or use thumbs down to reject it.",
        )


class NothingChanged(KnownError):
    def __init__(self) -> None:
        super().__init__(
            "Nothing changed",
            "The text is the same as before.",
            "Change the reply and save again, or cancel.",
        )


class NoAdapter(KnownError):
    def __init__(self) -> None:
        super().__init__(
            "Nothing learned yet",
            "There is no adapter for this model.",
            "Correct some replies and run `reverie sleep --now`, or ask with --arm memory.",
        )
