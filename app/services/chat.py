"""Replies: what the model is asked, and what of its answer is kept."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from app.domain.attachments import Attachment, with_files
from app.domain.errors import KnownError
from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted, StopReason
from app.domain.ledger import (
    Adapter,
    Arm,
    Message,
    Role,
    Setup,
    Turn,
    Via,
    utc_now,
)
from app.domain.phrases import phrase
from app.domain.prompt import Material
from app.engine.client import (
    EngineCrashed,
    EngineDone,
    EngineEvent,
    EnginePiece,
    EngineStarted,
    SamplingSettings,
    Stop,
)
from app.services.context import Context, Question, Weight
from app.services.conversations import Conversations
from app.services.gestures import Gestures
from app.services.models import Models
from app.services.remembering import Remembering
from app.services.serving import NOTHING, Serving
from app.services.unanswerable import EmptyPrompt, NoAdapter, NothingToContinue
from app.services.underway import Underway
from app.settings import Settings
from app.store import Store

TURN_END_TOKENS = 32
"""More than a chat template puts between a reply and what follows it."""


class Chat:
    """Thread-safe as its store and engine are. All methods that give events are *slow*: they
    stream from the model, until it ends or is to `stop`. A reply that was stopped before its first
    word is not stored, and has no ReplyDone."""

    def __init__(
        self,
        store: Store,
        conversations: Conversations,
        gestures: Gestures,
        models: Models,
        *,
        serving: Serving,
        settings: Callable[[], Settings],
        remembering: Remembering,
    ) -> None:
        self._remembering = remembering
        self._store = store
        self._conversations = conversations
        self._gestures = gestures
        self._models = models
        self._serving = serving
        self._settings = settings
        self._context = Context(conversations, models, serving.answer)
        self._stood_before = Material()
        self.underway = Underway()

    def send(
        self,
        conversation_id: str,
        text: str,
        arm: Arm | None = None,
        attachments: Sequence[Attachment] = (),
        stop: Stop | None = None,
    ) -> Iterator[ReplyEvent]:
        """At the end of the branch that is shown. The user's message is stored, with what is
        attached to it, before the first event."""
        conversation = self._conversations.get(conversation_id)
        asked = self._ask(conversation_id, text, conversation.leaf, attachments)
        if conversation.leaf is None and not self._conversations.is_temporary(conversation_id):
            self._conversations.rename(conversation_id, asked.text)
        yield from self._answered(asked, arm, stop)

    def send_again(
        self, message_id: str, text: str, arm: Arm | None = None, stop: Stop | None = None
    ) -> Iterator[ReplyEvent]:
        """The user's message once more, in other words and with the same files: a branch beside
        the old one."""
        message = self._conversations.message(message_id)
        if message is None or message.role is not Role.USER:
            raise EmptyPrompt
        files = self._conversations.files(message.conversation).get(message_id, ())
        asked = self._ask(message.conversation, text, message.parent, files)
        yield from self._answered(asked, arm, stop)

    def regenerate(
        self, conversation_id: str, arm: Arm | None = None, stop: Stop | None = None
    ) -> Iterator[ReplyEvent]:
        """Answers the last user message of the branch that is shown anew. The old reply stays as
        another version. It counts as rejected, unless the user had corrected it: then the
        correction stays the signal."""
        messages = self._conversations.messages(conversation_id)
        while messages and messages[-1].role is Role.ASSISTANT:
            last = messages.pop()
            if last.text.strip() and not last.partial and self._gestures.edit_of(last) is None:
                self._gestures.reject(last.id, Via.REGENERATE)
        if not messages:
            raise EmptyPrompt
        yield from self._reply(messages[-1], arm, stop)

    def go_on(self, message_id: str, stop: Stop | None = None) -> Iterator[ReplyEvent]:
        """Writes a reply that ended early to its end, in its own place."""
        message = self._conversations.message(message_id)
        if message is None or not message.partial or self._gestures.edit_of(message):
            raise NothingToContinue
        asked = self._conversations.before(message)
        if not asked:
            raise EmptyPrompt
        yield from self._reply(asked[-1], message.arm, stop, begun=message)

    def answer_again(
        self, message_id: str, arm: Arm, stop: Stop | None = None
    ) -> Iterator[ReplyEvent]:
        """A reply once more, by that arm. Nothing is stored, and nothing counts as a signal, unless
        the message that it ends with is then taken by `take`."""
        message = self._conversations.message(message_id)
        asked = self._conversations.before(message) if message else []
        if not asked:
            raise EmptyPrompt
        if arm.uses_adapter and self.adapter_for(arm) is None:
            raise NoAdapter
        yield from self._reply(asked[-1], arm, stop, keep=lambda reply: reply)

    def take(self, reply: Message) -> Message:
        """It becomes another version of what it was written beside, and the one that is shown."""
        return self._conversations.append(replace(reply, at=utc_now()))

    def weigh(
        self,
        conversation_id: str | None,
        text: str,
        setup: Setup,
        attachments: Sequence[Attachment] = (),
    ) -> Weight | None:
        """How full the context would be with `text` and what is attached to it sent next, in a new
        conversation where there is none. None where the engine cannot tell at once.

        It also lets the engine read what would be sent, so that the first word of the reply comes
        sooner; without a text no more than a turn's end."""
        try:
            path = self._conversations.messages(conversation_id) if conversation_id else []
            asked = Turn(Role.USER, with_files(text or " ", attachments))
            turns = (*self._conversations.turns(path), asked)
            question = self._made(turns, setup.arm, setup.system, {message.id for message in path})
            weight = self._context.weight(question, path, self._sampling(setup).max_tokens)
            if not weight.older and not weight.is_too_long:
                whole = self._context.shortened(question, path)
                self._read_ahead(whole, None if text else TURN_END_TOKENS)
        except KnownError:
            return None
        return weight

    def _read_ahead(self, question: Question, most: int | None) -> None:
        """Not while what stands before the question still changes from word to word."""
        before, self._stood_before = self._stood_before, question.material
        if question.material == before and not question.is_forgotten_in(self._store):
            self._serving.read_ahead(question, most)

    def forget(self) -> None:
        """What was read ahead, and the adapter in use, leave the engine's memory and this one."""
        self._stood_before = Material()
        self._models.forget()

    def answer(
        self,
        turns: Sequence[Turn],
        arm: Arm | None,
        sampling: SamplingSettings,
        system: str | None = None,
        stop: Stop | None = None,
    ) -> Iterator[EngineEvent]:
        """One reply of one arm to a conversation that ends with the user's turn; stores nothing.
        KnownError where the adapter alone is asked for and there is none."""
        question = self._question(turns, arm, system)
        yield from self._serving.answer(question, sampling, stop=stop)

    # which layers answer

    def serving_arm(self) -> Arm:
        """What answers where nothing is chosen: the adapter if there is one, and memory."""
        return self._settings().arm or (Arm.BOTH if self.adapter_for(Arm.BOTH) else Arm.MEMORY)

    def adapter_for(self, arm: Arm) -> Adapter | None:
        """The active adapter, if the arm uses it and it was made for the base in use."""
        if not arm.uses_adapter:
            return None
        active = self._store.adapters.active()
        if active is None or active.base != self._models.base_sha256():
            return None
        return active

    def _question(
        self,
        turns: Sequence[Turn],
        arm: Arm | None,
        system: str | None = None,
        present: Collection[str] = (),
    ) -> Question:
        if not turns or not turns[-1].content.strip():
            raise EmptyPrompt
        return self._made(turns, arm, system, present)

    def _made(
        self,
        turns: Sequence[Turn],
        arm: Arm | None,
        system: str | None,
        present: Collection[str] = (),
    ) -> Question:
        arm = arm or self.serving_arm()
        adapter = self.adapter_for(arm)
        if arm is Arm.ADAPTER and adapter is None:
            raise NoAdapter
        recall = self._remembering.recall
        beside = recall.material(turns, adapter, present) if arm.uses_memory else Material()
        told = system or self._models.system_prompt()
        return Question(tuple(turns), arm, adapter, beside, told)

    # writing

    def _answered(self, asked: Message, arm: Arm | None, stop: Stop | None) -> Iterator[ReplyEvent]:
        """A new message, with what it tells about the user."""
        with self.underway.written():
            heard = self._remembering.hear(asked)
            if heard is not None:
                yield heard
            yield from self._reply(asked, arm, stop)
            self._remembering.notice(asked)

    def _ask(
        self,
        conversation_id: str,
        text: str,
        parent: str | None,
        attachments: Sequence[Attachment] = (),
    ) -> Message:
        text = text.strip()
        if not text:
            raise EmptyPrompt
        return self._conversations.append(
            Message(uuid.uuid4().hex, conversation_id, 0, Role.USER, text, utc_now(), parent),
            attachments,
        )

    def _reply(
        self,
        asked: Message,
        arm: Arm | None,
        stop: Stop | None,
        begun: Message | None = None,
        keep: Callable[[Message], Message] | None = None,
    ) -> Iterator[ReplyEvent]:
        """`keep` stores the reply, as a new message unless it was `begun`."""
        self._remembering.judging.make_way()
        keep = keep or (self._save if begun else self.take)
        stop = stop or Stop()
        with self.underway.written(), self.underway.stopped_by(stop):
            if self._serving.wait(stop):
                yield from self._written(asked, arm, begun, keep, stop)

    def _written(
        self,
        asked: Message,
        arm: Arm | None,
        begun: Message | None,
        keep: Callable[[Message], Message],
        stop: Stop,
    ) -> Iterator[ReplyEvent]:
        setup = self._conversations.get(asked.conversation).setup
        path = [*self._conversations.before(asked), asked]
        turns = self._conversations.turns(path)
        present = {message.id for message in path}
        sampling = self._sampling(setup)
        for _ in range(2):
            whole = self._question(turns, arm or setup.arm, setup.system, present)
            question = yield from self._context.fitted(whole, path, sampling.max_tokens, stop)
            if not question.is_forgotten_in(self._store):  # a summary takes long enough for that
                break
        draft = begun or self._draft(asked, question)
        text, done, started = "", NOTHING, None
        try:
            before = begun.text if begun else ""
            for event in self._serving.answer(question, sampling, before, stop):
                match event:
                    case EngineStarted():
                        started = event
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
            message = None
            if started is not None and (text or begun or done.stop_reason is StopReason.END):
                with self._store.transaction():  # nothing is forgotten between the two lines
                    origin = question.origin(started, done, self._store)
                    message = keep(
                        replace(
                            draft,
                            text=(draft.text + text).strip(),
                            partial=done.stop_reason is not StopReason.END,
                            origin=origin,
                        )
                    )
        if message is None and done.stop_reason is StopReason.CRASHED:
            raise EngineCrashed(phrase("before its first word"))
        if message is not None:
            yield ReplyDone(
                message=message,
                stop_reason=done.stop_reason,
                prompt_tokens=done.prompt_tokens,
                completion_tokens=done.completion_tokens,
                ttft_s=done.ttft_s,
                tokens_per_s=done.tokens_per_s,
            )

    def _draft(self, asked: Message, question: Question) -> Message:
        """The reply before its first word."""
        return Message(
            id=uuid.uuid4().hex,
            conversation=asked.conversation,
            position=0,  # the store gives it the next one
            role=Role.ASSISTANT,
            text="",
            at=utc_now(),
            parent=asked.id,
            base=self._models.base_sha256(),
            adapter=question.adapter.id if question.adapter else None,
            arm=question.arm,
        )

    def _sampling(self, setup: Setup) -> SamplingSettings:
        return self._models.sampling(
            seed=setup.seed,
            temperature=setup.temperature,
            top_p=setup.top_p,
            max_tokens=setup.max_tokens,
        )

    def _save(self, message: Message) -> Message:
        self._conversations.save_message(message)
        return message
