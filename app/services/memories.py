"""What is known about the user, in words: read, add, correct, replace, pin, leave out."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import replace

from app.domain.errors import KnownError
from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState, Night, utc_now
from app.domain.phrases import phrase
from app.services.forgetting import Forgetting
from app.store import Store

LONGEST = 600
"""Characters. A memory is a sentence or two; it is read before every reply."""


class Memories:
    """Thread-safe as its store is. To forget one is `Forgetting`'s."""

    def __init__(self, store: Store, forgetting: Forgetting) -> None:
        self._store = store
        self._forgetting = forgetting

    def all(self) -> list[Memory]:
        """In the order in which they became valid, also the proposed, excluded and replaced."""
        return self._store.memories.all()

    def get(self, memory_id: str) -> Memory:
        """KnownError when it is gone."""
        found = self._store.memories.get(memory_id)
        if found is None:
            raise KnownError(
                phrase("That memory is gone"),
                phrase("There is no memory {id}.", id=memory_id),
                phrase("`reverie memories` lists them."),
            )
        return found

    def add(
        self,
        text: str,
        kind: MemoryKind = MemoryKind.FACT,
        *,
        origin: MemoryOrigin = MemoryOrigin.TYPED,
        source: str | None = None,
        state: MemoryState = MemoryState.ACTIVE,
    ) -> Memory:
        memory = Memory(
            uuid.uuid4().hex[:16],
            _checked(text),
            kind,
            utc_now(),
            source=source,
            state=state,
            origin=origin,
        )
        self._store.memories.add(memory)
        return memory

    def correct(self, memory_id: str, text: str) -> Memory:
        """It was wrong: a new one stands in its place, and the old one is forgotten, also by the
        adapters that it was taught to. A proposed one is approved by that."""
        old = self.get(memory_id)
        text = _checked(text)
        if text == old.text:
            return old
        proposed = old.state is MemoryState.PROPOSED
        new = replace(
            old, id=uuid.uuid4().hex[:16], text=text, origin=MemoryOrigin.TYPED,
            state=MemoryState.ACTIVE if proposed else old.state,
        )  # fmt: skip
        with self._store.transaction():
            self._store.memories.add(new)
            self._store.memories.hand_over(old.id, new.id)
            self._forgetting.forget(memories=[old.id])
        return new

    def supersede(self, memory_id: str, text: str) -> Memory:
        """It was right until now: it stays as history, and the new one is used."""
        old = self.get(memory_id)
        now = utc_now()
        new = replace(
            old, id=uuid.uuid4().hex[:16], text=_checked(text), from_=now, until=None,
            origin=MemoryOrigin.TYPED,
        )  # fmt: skip
        with self._store.transaction():
            self._store.memories.add(new)
            self._store.memories.save(replace(old, until=now, superseded_by=new.id, pinned=False))
        return new

    def restore(self, old: Memory, new_id: str) -> None:
        """Takes back what `correct` or `supersede` made of `old`: it stands as it was."""
        with self._store.transaction():
            self._store.memories.hand_over(new_id, old.id)
            self._forgetting.forget(memories=[new_id])
            if self._store.memories.get(old.id) is None:
                self._store.memories.add(old)
            else:
                self._store.memories.save(old)

    def pin(self, memory_ids: Collection[str], pinned: bool) -> None:
        with self._store.transaction():
            for memory_id in memory_ids:
                self._store.memories.save(replace(self.get(memory_id), pinned=pinned))

    def set_state(self, memory_ids: Collection[str], state: MemoryState) -> None:
        """Approves a proposed one (ACTIVE), leaves one out (EXCLUDED) or takes it in again."""
        with self._store.transaction():
            for memory_id in memory_ids:
                self._store.memories.save(replace(self.get(memory_id), state=state))

    def nights_of(self, memory_id: str) -> list[Night]:
        """The nights that learned from it, newest first."""
        return [night for night in self._store.nights.all() if memory_id in night.rows]


def _checked(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise KnownError(
            phrase("An empty memory"),
            phrase("There is no text to remember."),
            phrase("Write one sentence about yourself or about how you like replies."),
        )
    if len(text) > LONGEST:
        raise KnownError(
            phrase("Too long for a memory"),
            phrase("The text has {length} characters; a memory has at most {longest}.",
                   length=len(text), longest=LONGEST),
            phrase("Keep one thing to each memory; a long text can be attached to a message."),
        )  # fmt: skip
    return text
