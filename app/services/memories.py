"""What is known about the user, in words: read, add, correct, replace, pin, leave out."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.contradiction import contradicted, contradictions
from app.domain.errors import KnownError
from app.domain.finding import kind_of, slot_of
from app.domain.finding.pattern import fold
from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState, utc_now
from app.domain.likeness import likeness
from app.domain.phrases import phrase
from app.domain.recall import in_force, is_history
from app.domain.topics import words
from app.services.forgetting import Forgetting, Forgotten
from app.store import Store

LONGEST = 600
"""Characters. A memory is a sentence or two; it is read before every reply."""
LOOKED_AT = 250
"""Memories of each kind, the newest, among which one that disagrees is looked for at once."""
SIMILAR = 50
LIKELY = 75.0
SAME = 96.0


@dataclass(frozen=True, slots=True)
class Remembered:
    """`before`: as it stood when it was known already, in whatever state; None where it is new.
    `replaced` are those that it disagreed with."""

    memory: Memory
    before: Memory | None = None
    replaced: tuple[Memory, ...] = ()

    @property
    def was_known(self) -> bool:
        """Whether nothing had to be done."""
        return self.memory == self.before


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

    def remember(
        self,
        text: str,
        kind: MemoryKind | None = None,
        *,
        origin: MemoryOrigin = MemoryOrigin.TYPED,
        source: str | None = None,
    ) -> Remembered:
        """What the user says outright, wherever: once, in force, and instead of what disagrees with
        it. `kind` None: by its words."""
        text = _checked(text)
        with self._store.transaction():
            known = self.known(text)
            if known is None:
                made = self.add(text, kind or kind_of(text), origin=origin, source=source)
            elif known.state is MemoryState.ACTIVE:
                return Remembered(known, known)
            else:
                made = replace(known, state=MemoryState.ACTIVE, from_=utc_now())
                self._store.memories.save(made)
            replaced = self.replace_older(made)
            return Remembered(self.get(made.id), known, tuple(replaced))

    def take_back(self, memory_id: str, before: Memory | None = None) -> None:
        """It was not meant to be remembered: it stands as `before`, or is forgotten, and what it
        had replaced is in force again."""
        with self._store.transaction():
            self.restore_replaced(memory_id)
            if before is None:
                self._forgetting.forget(memories=[memory_id])
            elif self._store.memories.get(memory_id) is not None:
                self._store.memories.save(before)

    def correct(self, memory_id: str, text: str) -> tuple[Memory, Forgotten]:
        """It was wrong: a new one stands in its place, and the old one is forgotten, also by the
        adapters that it was taught to. A proposed one is approved by that."""
        old = self.get(memory_id)
        text = _checked(text)
        if text == old.text:
            return old, Forgotten()
        proposed = old.state is MemoryState.PROPOSED
        new = replace(
            old, id=uuid.uuid4().hex[:16], text=text, origin=MemoryOrigin.TYPED,
            state=MemoryState.ACTIVE if proposed else old.state,
        )  # fmt: skip
        with self._store.transaction():
            self._store.memories.add(new)
            self._store.memories.hand_over(old.id, new.id)
            forgotten = self._forgetting.forget(memories=[old.id])
            if proposed:
                self.replace_older(new)
        return new, forgotten

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

    def restore(self, old: Memory, new_id: str, forgotten: Forgotten | None = None) -> None:
        """Takes back what `correct`, with what it had `forgotten`, or `supersede` made of `old`: it
        stands as it was."""
        with self._store.transaction():
            if old.state is MemoryState.PROPOSED:
                self.restore_replaced(new_id)
            if forgotten is not None:
                self._forgetting.undo(forgotten)
            self._store.memories.save(old)
            self._store.memories.hand_over(new_id, old.id)
            self._forgetting.forget(memories=[new_id])

    def pin(self, memory_ids: Collection[str], pinned: bool) -> None:
        with self._store.transaction():
            for memory_id in memory_ids:
                self._store.memories.save(replace(self.get(memory_id), pinned=pinned))

    def set_state(self, memory_ids: Collection[str], state: MemoryState) -> None:
        """Approves a proposed one (ACTIVE), leaves one out (EXCLUDED) or takes it in again."""
        with self._store.transaction():
            for memory_id in memory_ids:
                before = self.get(memory_id)
                proposed = state is MemoryState.PROPOSED
                pinned = before.pinned and not proposed
                self._store.memories.save(replace(before, state=state, pinned=pinned))
                if state is MemoryState.ACTIVE and before.state is MemoryState.PROPOSED:
                    self.replace_older(self.get(memory_id))
                if proposed:
                    self.restore_replaced(memory_id)

    # finding

    def matching(self, text: str) -> list[Memory]:
        """What is in force and may be meant by `text` ("my sister", "that I live in Bonn"), the
        likeliest first."""
        return [memory for memory, _ in self.ranked(text)]

    def ranked(self, text: str) -> list[tuple[Memory, float]]:
        """The same with how likely each one is meant, up to 100."""
        found = self._store.memories.matching(words(text), utc_now(), SIMILAR)
        slot = slot_of(text)
        scored = [
            (m, 100.0 if slot and slot == slot_of(m.text) else likeness(text, m.text))
            for m in found
        ]
        likely = [pair for pair in scored if pair[1] >= LIKELY]
        return sorted(likely, key=lambda pair: (-pair[1], pair[0].pinned, pair[0].id))

    def search(self, text: str) -> list[Memory]:
        """Those that have any of the words, in whatever state; best first."""
        return self._store.memories.similar(words(text), SIMILAR)

    def known(self, text: str) -> Memory | None:
        """The one that says the same already, in force or proposed; also one that is left out."""
        same = fold(text)
        similar = self._store.memories.similar(words(text), SIMILAR)
        alike = (m for m in similar if fold(m.text) == same and not is_history(m))
        return next(alike, None)

    def is_said(self, text: str) -> bool:
        """Whether a memory that is no history says this, approved or not, in nearly these words."""
        similar = self._store.memories.similar(words(text), SIMILAR)
        return any(_same(text, m.text) for m in similar if not is_history(m))

    # what disagrees

    def contradictions(self) -> list[tuple[Memory, Memory]]:
        """Pairs in force that cannot both be true, the older first. Slow with thousands."""
        active = self._store.memories.all(MemoryState.ACTIVE)
        return contradictions([memory for memory in active if in_force(memory)])

    def would_replace(self, memory: Memory) -> list[Memory]:
        """What approving `memory` supersedes: those in force, no newer, that disagree with it."""
        now = utc_now()
        near = {m.id: m for m in self._store.memories.matching(words(memory.text), now, SIMILAR)}
        for kind in MemoryKind:
            near |= {m.id: m for m in self._store.memories.newest(now, LOOKED_AT, kind)}
        others = [m for m in near.values() if m.id != memory.id and m.from_ <= memory.from_]
        return contradicted(memory.text, others)

    def replace_older(self, memory: Memory) -> list[Memory]:
        """The newer one wins: those that it disagrees with stay as history, pinned as they were:
        it may be undone."""
        older = self.would_replace(memory)
        with self._store.transaction():
            for old in older:
                self._store.memories.save(replace(old, until=memory.from_, superseded_by=memory.id))
            if any(old.pinned for old in older):
                self._store.memories.save(replace(memory, pinned=True))
        return older

    def restore_replaced(self, memory_id: str) -> None:
        """What that one had replaced is in force again: it is not approved any more."""
        with self._store.transaction():
            for old in self._store.memories.replaced_by(memory_id):
                self._store.memories.save(replace(old, until=None, superseded_by=None))


def _same(text: str, other: str) -> bool:
    if fold(text) == fold(other):
        return True
    alike = min(likeness(text, other), likeness(other, text)) >= SAME
    slot = slot_of(text)
    return alike and (slot is None or slot == slot_of(other))


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
