"""The quick prompt without a single widget: one question, one answer, and what was made of it.

Each question is a conversation of its own, listed with the others: to go on, it is opened there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted, StopReason
from app.domain.ledger import Conversation, Kind, Message, Source, Via
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.engine.client import Stop
from app.services import Reverie
from app.ui import words
from app.ui.chatstate import Follower, Live
from app.ui.draftkeeper import DraftKeeper
from app.ui.language import tr
from app.ui.quickcontext import as_file
from app.ui.runner import Problem, Runner


@dataclass(slots=True, eq=False)
class Asked:
    """One question and what has come of it. `message` is the answer as it is stored, `edit` the
    correction of it."""

    question: str
    context: str
    conversation: str | None = None
    text: str = ""
    reading: bool = True
    stop: Stop = field(default_factory=Stop)
    follower: Follower | None = None  # the chat, where it shows the conversation
    message: Message | None = None
    edit: LedgerSignal | None = None
    note: str = ""


class QuickModel(QObject):
    """State and commands of the quick prompt. Lives on the UI thread."""

    changed = Signal()  # another question, or another state of its answer
    grew = Signal()  # the answer has more text
    unsent = Signal(object)  # Asked: no answer came, and none will
    refused = Signal(object)  # Problem: a correction was not stored
    problem = Signal(object)  # Problem
    busy = Signal(bool)  # an answer is being written, or no more
    written = Signal(str)  # the id of a conversation that the store has more of

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = services.chat
        self._conversations = services.conversations
        self._gestures = services.gestures
        self._nights = services.nights
        self._pasted = services.listening.pasted
        self._runner = runner
        self.drafts = DraftKeeper(services.drafts, runner, self)
        self._running: list[Asked] = []
        self.now: Asked | None = None

    @property
    def answering(self) -> bool:
        """Whether the answer that is shown is still being written."""
        return self.now is not None and self.now in self._running

    @property
    def running(self) -> bool:
        """Whether any answer is being written, shown or not."""
        return bool(self._running)

    def ask(self, question: str, context: str = "") -> bool:
        """False when an answer is being written already; then nothing happened."""
        if self.answering or not question.strip():
            return False
        asked = self.now = Asked(question.strip(), context)
        files = as_file(context)

        def source() -> Iterator[Conversation | ReplyEvent]:
            conversation = self._conversations.new()
            yield conversation
            yield from self._chat.send(
                conversation.id, asked.question, attachments=files, stop=asked.stop
            )

        self._running.append(asked)
        self._nights.touch()
        self._runner.stream(
            source,
            lambda event: self._event(asked, event),
            lambda: self._ended(asked),
            lambda problem: self._failed(asked, problem),
        )
        self.changed.emit()
        self.busy.emit(True)
        return True

    def stop(self) -> None:
        if self.now is not None and self.answering:
            self.now.stop.ask()

    def hand_over(self, conversation_id: str, follow: Callable[[Live], Follower]) -> None:
        """The chat shows that conversation: an answer that is still being written in it grows and
        ends there, too."""
        for asked in self._running:
            if asked.conversation == conversation_id and asked.follower is None:
                files = as_file(asked.context)
                live = Live(conversation_id, asked.question, text=asked.text, files=files)
                live.stop, live.reading = asked.stop, asked.reading
                asked.follower = follow(live)

    def leave(self) -> str | None:
        """The conversation of what is shown, which is shown no longer. Its answer goes on."""
        left, self.now = self.now, None
        self.changed.emit()
        return left.conversation if left else None

    def touch(self) -> None:
        """The person is here: a due night waits."""
        self._nights.touch()

    def pasted(self, text: str) -> None:
        """Into the question: nothing in it is taken for the person's own wish."""
        self._pasted.note(text)

    # what is made of the answer

    def copied(self) -> None:
        self._accept(Via.COPY)

    def inserted(self) -> None:
        self._accept(Via.INSERT)

    def correct(self, draft: Draft, learn: bool) -> None:
        """The person's version of the answer. `refused` when it could not be stored."""
        asked = self.now
        if asked is None or asked.message is None:
            return
        message_id = asked.message.id
        self._runner.in_turn(
            "gestures",
            lambda: self._gestures.edit(
                message_id,
                draft.text,
                learn=learn,
                pasted=draft.pasted,
                rewritten=draft.rewritten,
                source=Source.QUICK,
            ),
            lambda edit: self._corrected(asked, edit, learn=learn),
            self.refused.emit,
        )

    def _corrected(self, asked: Asked, edit: LedgerSignal | None, *, learn: bool) -> None:
        asked.edit = edit
        self._read(asked, learn=learn)

    def _accept(self, via: Via) -> None:
        """Of a corrected answer the correction counts, and that is a signal already."""
        asked = self.now
        if asked is None or asked.message is None:
            return
        message = asked.message

        def work() -> None:
            given = self._gestures.signals_of(message.conversation).get(message.id, [])
            if not any(s.kind is Kind.EDIT for s in given):
                self._gestures.accept(message.id, via, Source.QUICK)

        self._runner.in_turn("gestures", work, lambda _: self.written.emit(message.conversation))

    def _read(self, asked: Asked, *, learn: bool) -> None:
        """The answer as it is stored now."""
        conversation, message = asked.conversation, asked.message
        if conversation is None or message is None:
            return

        def show(stored: list[Message]) -> None:
            asked.message = next((m for m in stored if m.id == message.id), message)
            asked.note = _saved_note(asked, learn=learn)
            self.changed.emit()
            self.written.emit(conversation)

        self._runner.call(lambda: self._conversations.messages(conversation), show)

    # while it is written

    def _event(self, asked: Asked, event: Conversation | ReplyEvent) -> None:
        if asked.follower is not None:
            asked.follower.each(event)
        match event:
            case Conversation():
                asked.conversation = event.id
            case ReplyStarted():
                asked.reading = False
                self._tell(asked, self.grew.emit)
                self._written(asked)
            case ReplyPiece():
                asked.text += event.text
                self._tell(asked, self.grew.emit)
            case ReplyDone():
                asked.message = event.message
                asked.note = words.reply_note(event.stop_reason, 0)
                self._finish(asked)
                if event.stop_reason is StopReason.CRASHED and asked.follower is None:
                    self.problem.emit(words.crashed())

    def _ended(self, asked: Asked) -> None:
        if asked.follower is not None:
            asked.follower.ended()
        if asked in self._running:  # it was stopped, or the engine ended, before its first word
            self._drop(asked)

    def _failed(self, asked: Asked, problem: Problem) -> None:
        if asked.follower is not None:
            asked.follower.failed(problem)
        else:
            self.problem.emit(problem)
        self._drop(asked)

    def _drop(self, asked: Asked) -> None:
        """The question goes back to where it was written, unless the chat shows it by now."""
        shown, here = self.now is asked, asked.conversation
        if shown:
            self.now = None
        if shown and asked.follower is None:
            self.unsent.emit(asked)
            if here is not None:
                self._runner.call(partial(self._conversations.delete, here))
        self._finish(asked)

    def _finish(self, asked: Asked) -> None:
        if asked in self._running:
            self._running.remove(asked)
        self.changed.emit()
        self.busy.emit(bool(self._running))
        self._written(asked)

    def _written(self, asked: Asked) -> None:
        if asked.conversation is not None:
            self.written.emit(asked.conversation)

    def _tell(self, asked: Asked, tell: Callable[[], object]) -> None:
        if self.now is asked:
            tell()


def _saved_note(asked: Asked, *, learn: bool) -> str:
    if not learn:
        return tr("Saved.")
    if asked.context:
        return tr("Saved. It waits for your judgement, because of the quoted text.")
    return tr("Saved. The difference is what Reverie learns.")
