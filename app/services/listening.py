"""What the user tells to remember or to forget in a chat: done at once, and undone there."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domain.events import Heard, Hearing
from app.domain.finding import Found, kind_of
from app.domain.ledger import Memory, MemoryOrigin, MemoryState, Message, Role
from app.domain.telling import Telling, Wish, told
from app.services.conversations import Conversations
from app.services.forgetting import Forgetting, Forgotten
from app.services.memories import Memories
from app.services.noticing import Noticing
from app.store import Store

CLEARLY = 90.0
AHEAD = 8.0
"""How much likelier than the next one a memory must be to be the one that is meant."""
UNDONE = 8
"""So many of the last messages that had something forgotten can still be undone."""


@dataclass(frozen=True, slots=True)
class _Lately:
    """What takes it back: what was forgotten, or the memory as it stood `before`."""

    conversation: str
    heard: Heard
    forgotten: Forgotten | None = None
    before: Memory | None = None


class Listening:
    """Thread-safe. What the last few messages changed is held in memory, so that it can be undone;
    nothing of it is stored."""

    def __init__(
        self,
        store: Store,
        conversations: Conversations,
        memories: Memories,
        forgetting: Forgetting,
        noticing: Noticing,
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._memories = memories
        self._forgetting = forgetting
        self._noticing = noticing
        self.pasted = noticing.pasted
        self._lock = threading.Lock()
        self._lately: OrderedDict[str, _Lately] = OrderedDict()

    def hear(self, message: Message, before: Sequence[str] = ()) -> Heard | None:
        """Does what the user's `message` tells, if it tells something. `before`: what they said
        earlier in the conversation."""
        turn = self._conversations.turns([message])[0].content
        telling = told(turn, before)
        if telling is None:
            return None
        sure = telling.sure and not self.pasted.holds(telling.said)
        if self._conversations.is_temporary(message.conversation):
            return self._keep(message, Heard(message.id, Hearing.TEMPORARY, telling.text))
        if telling.wish is Wish.FORGET:
            return self._forget(message, telling, sure=sure)
        return self._remember(message, telling) if sure else self._propose(message, telling)

    def heard(self, conversation_id: str) -> dict[str, tuple[Heard, ...]]:
        """What became of what was told, and of what was noticed, by message id."""
        if self._conversations.is_temporary(conversation_id):
            messages = self._conversations.messages(conversation_id)
        else:
            messages = self._store.messages.of(conversation_id)
        told_by = [message.id for message in messages if message.role is Role.USER]
        heard: dict[str, tuple[Heard, ...]] = {}
        for memory in self._store.memories.of_sources(told_by):
            shown = _shown(memory)
            if shown is not None and memory.source is not None:
                heard[memory.source] = (*heard.get(memory.source, ()), shown)
        with self._lock:
            lately = [self._lately[one].heard for one in told_by if one in self._lately]
        for one in lately:
            heard[one.message] = (*heard.get(one.message, ()), one)
        return heard

    def undo(self, heard: Heard) -> None:
        """It was not meant: what was remembered stands as before or is forgotten, with what it had
        replaced in force again, and what was forgotten is there again."""
        with self._lock:
            lately = self._lately.pop(heard.message, None)
        if lately is not None and lately.forgotten is not None:
            self._forgetting.undo(lately.forgotten)
        elif heard.memory is not None:
            memory = self._store.memories.get(heard.memory)
            before = lately.before if lately else None
            if memory is not None and (before or memory.source == heard.message):
                self._memories.take_back(memory.id, before)

    def leave(self, gone: Collection[str]) -> None:
        """Nothing is said or undone any more of memories and conversations with these ids."""
        with self._lock:
            for message, lately in list(self._lately.items()):
                if lately.conversation in gone or lately.heard.memory in gone:
                    del self._lately[message]

    def clear(self) -> None:
        """After a wipe there is no way back."""
        with self._lock:
            self._lately.clear()
        self.pasted.clear()

    def approve(self, heard: Heard) -> None:
        """What was noticed may be remembered."""
        if heard.memory is not None:
            self._memories.set_state([heard.memory], MemoryState.ACTIVE)

    def _remember(self, message: Message, telling: Telling) -> Heard:
        done = self._memories.remember(telling.text, origin=MemoryOrigin.STATED, source=message.id)
        memory = done.memory
        if done.was_known:
            return self._keep(message, Heard(message.id, Hearing.KNOWN, memory.text, memory.id))
        heard = Heard(message.id, Hearing.REMEMBERED, memory.text, memory.id, can_undo=True)
        return heard if done.before is None else self._keep(message, heard, before=done.before)

    def _propose(self, message: Message, telling: Telling) -> Heard | None:
        """Somebody else may have said it: it waits for approval."""
        wanted = Found(telling.text, kind_of(telling.text))
        for memory in self._noticing.propose(message, [wanted], ask=True):
            return _shown(memory)
        known = self._memories.known(telling.text)
        if known is None or known.state is not MemoryState.ACTIVE:
            return None
        return self._keep(message, Heard(message.id, Hearing.KNOWN, known.text, known.id))

    def _forget(self, message: Message, telling: Telling, *, sure: bool) -> Heard:
        """One that is clearly meant is forgotten; among several the user chooses, and where it may
        be another who says it."""
        if not telling.text:
            return self._keep(message, Heard(message.id, Hearing.SEVERAL))
        ranked = self._memories.ranked(telling.text)
        if not ranked:
            return self._keep(message, Heard(message.id, Hearing.UNKNOWN, telling.text))
        (best, score), *others = ranked
        if not sure or score < CLEARLY or (others and others[0][1] > score - AHEAD):
            return self._keep(message, Heard(message.id, Hearing.SEVERAL, telling.text))
        forgotten = self._forgetting.forget(memories=[best.id])
        done = Heard(message.id, Hearing.FORGOTTEN, can_undo=True)
        return self._keep(message, done, forgotten)

    def _keep(
        self,
        message: Message,
        heard: Heard,
        forgotten: Forgotten | None = None,
        before: Memory | None = None,
    ) -> Heard:
        with self._lock:
            self._lately[message.id] = _Lately(message.conversation, heard, forgotten, before)
            while len(self._lately) > UNDONE:
                self._lately.popitem(last=False)
        return heard


def _shown(memory: Memory) -> Heard | None:
    """How a memory shows on the message that it was taken from; None once it is history."""
    if memory.source is None or memory.superseded_by is not None:
        return None
    match memory.state:
        case MemoryState.PROPOSED:
            hearing = Hearing.PROPOSED
        case MemoryState.ACTIVE:
            hearing = Hearing.REMEMBERED
        case _:
            return None
    return Heard(memory.source, hearing, memory.text, memory.id, can_undo=True)
