"""What the user does with a reply, and the signals that this leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.errors import KnownError
from app.domain.guard import first_state, guarded
from app.domain.ledger import (
    Kind,
    Message,
    Role,
    Signal,
    Source,
    Span,
    State,
    Via,
    signal_id,
    utc_now,
)
from app.domain.phrases import phrase
from app.domain.provenance import Draft, Range, shifted, spans_of_edit, still_untrusted
from app.services.conversations import Conversations
from app.services.forgetting import Forgetting, Forgotten
from app.services.locality import regions
from app.store import Store
from app.store.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Corrected:
    """The id of a correction that took the place of what was `forgotten`, and the message as it was
    before, if it went along."""

    id: str
    forgotten: Forgotten
    message: Message | None = None


class Gestures:
    """Thread-safe as its store is. In a temporary conversation nothing is kept: None. Of secrets a
    signal keeps that they were there (`app.domain.guard`); the message stays as it is. A signal
    that raises a doubt is quarantined: it waits to be judged."""

    def __init__(self, store: Store, conversations: Conversations, forgetting: Forgetting) -> None:
        self._store = store
        self._conversations = conversations
        self._forgetting = forgetting

    def edit(
        self,
        message_id: str,
        text: str,
        *,
        learn: bool = True,
        pasted: Sequence[Range] = (),
        rewritten: Sequence[Range] = (),
        source: Source = Source.CHAT,
    ) -> Signal | None:
        """The user rewrote a reply. A second edit of it replaces the first; the signal keeps what
        the model wrote. Back to the model's own words takes the first edit back (None). Without
        `learn` the signal is there, to be seen and undone, and excluded from learning. `pasted` and
        `rewritten` are the parts of `text` that the user did not type."""
        message = self._reply(message_id)
        draft = _stripped(text, pasted, rewritten)
        text = draft.text
        if not text:
            raise EmptyEdit
        before = self.edit_of(message)
        learned = before is not None and before.state is not State.EXCLUDED
        if text == message.text and (before is None or learned is learn):
            raise NothingChanged
        reply = message.text if message.written is None else message.written
        if text == reply and before is not None:
            self.take_back(before.id)
            return None
        signal = self._signal(message, Kind.EDIT, Via.EDIT, source, reply=reply, edited=draft)
        with self._store.transaction():
            if signal is not None:
                if before:
                    self._forgetting.take_back([before.id])
                kept = signal if learn else replace(signal, state=State.EXCLUDED)
                self._store.signals.add(kept)
            self._conversations.save_message(replace(message, text=text, written=reply))
        return signal

    def accept(
        self, message_id: str, via: Via = Via.THUMB, source: Source = Source.CHAT
    ) -> Signal | None:
        return self._judge(message_id, Kind.ACCEPT, via, source)

    def reject(self, message_id: str, via: Via = Via.THUMB) -> Signal | None:
        return self._judge(message_id, Kind.REJECT, via, Source.CHAT)

    def correct(self, signal_id_: str, draft: Draft, *, learn: bool = True) -> Corrected | None:
        """The user puts right afterwards what they wanted instead of a reply. A correction of the
        same moment, reply and model takes the place of the signal, also of one that accepted or
        rejected; the old one is forgotten, by what was learned, too. The message in its
        conversation goes along. None where nothing is changed. Raises NotFoundError, and KnownError
        where the reply has a correction already."""
        old = self._store.signals.get(signal_id_)
        if old is None:
            raise NotFoundError("signal", signal_id_)
        message = self._store.messages.get(old.message) if old.message else None
        edit = self.edit_of(message) if message else None
        is_own = edit is None or edit.id == old.id
        if not is_own and old.kind is not Kind.EDIT:
            raise CorrectedAlready
        draft = _stripped(draft.text, draft.pasted, draft.rewritten)
        new = self._corrected(old, message, draft)
        if not draft.text or new.edited in (old.edited, old.reply):
            return None
        with self._store.transaction():
            forgotten = self._forgetting.forget(signals=[old.id])
            self._store.signals.add(new if learn else replace(new, state=State.EXCLUDED))
            if message is not None and is_own:
                written = message.text if message.written is None else message.written
                after = replace(message, text=draft.text, written=written)
                self._conversations.save_message(after)
        return Corrected(new.id, forgotten, message if is_own else None)

    def restore(self, corrected: Corrected) -> None:
        """Takes that back: the signal and its message are as they were. What became of the reply
        since then stands."""
        with self._store.transaction():
            if self._store.signals.get(corrected.id) is None:
                return
            self._forgetting.take_back([corrected.id])
            self._forgetting.undo(corrected.forgotten)
            message = corrected.message
            if message is not None and self._store.messages.get(message.id) is not None:
                self._conversations.save_message(message)

    def take_back(self, signal_id_: str) -> None:
        """The gesture never happened: the signal goes, an edited text is restored."""
        signal = self._store.signals.get(signal_id_)
        if signal is None:
            return
        with self._store.transaction():
            self._forgetting.take_back([signal.id])
            message = self._store.messages.get(signal.message) if signal.message else None
            if signal.kind is Kind.EDIT and message is not None:
                written = signal.reply if message.written is None else message.written
                self._conversations.save_message(replace(message, text=written, written=None))

    def set_learning(self, signal_id_: str, learn: bool) -> None:
        """Whether the next nights may learn from the signal. One in quarantine stays there."""
        signal = self._store.signals.get(signal_id_)
        if signal is not None and signal.state is not State.QUARANTINED:
            state = first_state(signal) if learn else State.EXCLUDED
            self._store.signals.set_state(signal.id, state)

    def signals_of(self, conversation_id: str) -> dict[str, list[Signal]]:
        """By message id."""
        by_message: dict[str, list[Signal]] = {}
        for signal in self._store.signals.of_conversation(conversation_id):
            by_message.setdefault(signal.message or "", []).append(signal)
        return by_message

    def edit_of(self, message: Message) -> Signal | None:
        return next((s for s in self._of_message(message) if s.kind is Kind.EDIT), None)

    def _judge(self, message_id: str, kind: Kind, via: Via, source: Source) -> Signal | None:
        """Thumbs exclude each other; the same gesture twice is one signal."""
        message = self._reply(message_id)
        present = self._of_message(message)
        same = next((s for s in present if s.kind is kind and s.via is via), None)
        if same:
            return same
        opposite = [
            s.id for s in present if via is Via.THUMB and s.via is via and s.kind is not kind
        ]
        signal = self._signal(message, kind, via, source, reply=message.text, edited=None)
        if signal is not None:
            with self._store.transaction():
                self._forgetting.take_back(opposite)
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
        edited: Draft | None,
    ) -> Signal | None:
        if self._store.messages.get(message.id) is None:
            return None  # temporary: also if it was left and deleted just now
        path = self._conversations.before(message)
        bare = guarded(
            Signal(
                id="",
                at=utc_now(),
                session=message.conversation,
                source=source,
                kind=kind,
                messages=self._conversations.turns(path),
                reply=reply,
                edited=edited.text if edited else None,
                spans=self._spans(path, reply, edited) if edited else (),
                base=message.base,
                adapter=message.adapter,
                via=via,
                message=message.id,
            ),
            regions(),
        )
        return replace(bare, id=_id_of(bare), state=first_state(bare))

    def _corrected(self, old: Signal, message: Message | None, draft: Draft) -> Signal:
        """What is private in the conversation is so in the new text, too: it is looked at with what
        was said there, of which the old signal has placeholders."""
        path = self._conversations.before(message) if message else ()
        said = self._conversations.turns((*path, message)) if message else ()
        spans = still_untrusted(old, draft.text, self._spans(path, old.reply, draft))
        bare = guarded(
            replace(
                old,
                kind=Kind.EDIT,
                via=Via.EDIT,
                messages=(*said, *old.messages),
                edited=draft.text,
                spans=spans,
            ),
            regions(),
        )
        new = replace(bare, messages=bare.messages[len(said) :])
        return replace(new, id=_id_of(new), state=first_state(new))

    def _spans(self, path: Sequence[Message], reply: str, draft: Draft) -> tuple[Span, ...]:
        files = self._conversations.files(path[0].conversation) if path else {}
        untrusted = [file.text for message in path for file in files.get(message.id, ())]
        return spans_of_edit(reply, draft.text, draft.pasted, draft.rewritten, untrusted)

    def _of_message(self, message: Message) -> Sequence[Signal]:
        return self.signals_of(message.conversation).get(message.id, [])

    def _reply(self, message_id: str) -> Message:
        message = self._conversations.message(message_id)
        if message is None or message.role is not Role.ASSISTANT:
            raise KnownError(
                phrase("That reply is gone"),
                phrase("The reply was deleted or replaced in the meantime."),
                phrase("Choose a reply that is still shown."),
            )
        return message


def _stripped(text: str, pasted: Sequence[Range], rewritten: Sequence[Range]) -> Draft:
    """Without white space around it; the ranges go along."""
    inner = text.strip()
    lost = len(text) - len(text.lstrip())
    return Draft(inner, shifted(pasted, lost, len(inner)), shifted(rewritten, lost, len(inner)))


def _id_of(signal: Signal) -> str:
    return signal_id(
        session=signal.session,
        at=signal.at,
        kind=signal.kind,
        messages=signal.messages,
        reply=signal.reply,
        edited=signal.edited,
    )


class EmptyEdit(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("An empty correction"),
            phrase("The corrected reply has no text, so there is nothing to learn from it."),
            phrase("Write what the reply should have been, or use thumbs down to reject it."),
        )


class CorrectedAlready(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("This reply has a correction"),
            phrase("You have corrected the reply itself; it can be corrected only once."),
            phrase("Open that correction and change its text."),
        )


class NothingChanged(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing changed"),
            phrase("The text is the same as before."),
            phrase("Change the reply and save again, or cancel."),
        )
