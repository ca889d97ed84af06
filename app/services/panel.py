"""What the pages of memories and corrections show: each row with where it came from and what used
it, and both as files."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.exchange import dump_lines
from app.domain.guard import doubts, untaught
from app.domain.ledger import (
    Memory,
    MemoryKind,
    MemoryState,
    Night,
    Provenance,
    Signal,
    to_json,
)
from app.domain.provenance import stands_for
from app.domain.searching import flat
from app.services.conversations import NEW_TITLE
from app.services.memories import Memories
from app.services.models import Models
from app.services.transcripts import write_file
from app.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """A message, and the conversation that it stands in."""

    conversation: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class KnownMemory:
    """A memory with what it replaced, newest first. `place`: where it was taken from, while that
    is still there. `learned`: the adapter in use was taught it. `others`: memories in force that
    say something else about the same. `words`: what a search looks through."""

    memory: Memory
    earlier: tuple[Memory, ...] = ()
    place: Place | None = None
    learned: bool = False
    others: tuple[Memory, ...] = ()
    words: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        return self.memory.id

    @property
    def chain(self) -> tuple[str, ...]:
        """The ids of all of it: who forgets a memory forgets what it replaced, too."""
        return (self.memory.id, *(one.id for one in self.earlier))


@dataclass(frozen=True, slots=True)
class KnownSignal:
    """A signal with where it was made; the fields as in `KnownMemory`. `text`: what is written on
    when it is put right, with what the conversation keeps in place of placeholders."""

    signal: Signal
    place: Place | None = None
    learned: bool = False
    words: str = field(default="", repr=False)
    text: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        return self.signal.id


@dataclass(frozen=True, slots=True)
class Use:
    """What is told of one row when it is opened: the nights that learned from it, newest first; of
    a signal the model that wrote the reply, the night that had taught that model, and sentences
    that say why it waits to be judged; of a memory why no night teaches it, if none may."""

    nights: tuple[Night, ...] = ()
    model: str = ""
    taught: Night | None = None
    doubts: tuple[str, ...] = ()
    untaught: str = ""


class Panel:
    """Thread-safe as its store is; only reads, but for the files that it writes."""

    def __init__(self, store: Store, models: Models, memories: Memories) -> None:
        self._store = store
        self._models = models
        self._memories = memories

    def memories(self, most: int | None = None) -> list[KnownMemory]:
        """In the order in which they became valid. A replaced one stands under its successor.
        `most`: so many of those that come first to people, without what they replaced or
        disagree with."""
        store = self._store.memories
        read = store.all() if most is None else store.foremost(most)
        everything = [one for one in read if one.state is not MemoryState.FORGOTTEN]
        by_id = {one.id: one for one in everything}
        replaced: dict[str, list[Memory]] = {}
        for one in everything:
            if one.superseded_by in by_id:
                replaced.setdefault(one.superseded_by or "", []).append(one)
        places = self._places(one.source for one in everything)
        learned = self._learned()
        others = self._disagreeing() if most is None else {}
        return [
            KnownMemory(
                one,
                tuple(_before(one.id, replaced)),
                places.get(one.source or ""),
                one.id in learned,
                tuple(others.get(one.id, ())),
                flat(one.text),
            )
            for one in everything
            if one.superseded_by not in by_id
        ]

    def signals(self, most: int | None = None) -> list[KnownSignal]:
        """Oldest first. `most`: so many, pinned ones before the newest."""
        store = self._store.signals
        signals = store.all() if most is None else store.foremost(most)
        places = self._places(one.message for one in signals)
        learned = self._learned()
        return [
            KnownSignal(
                one,
                places.get(one.message or ""),
                one.id in learned,
                flat("\n".join((one.prompt, one.reply, one.edited or ""))),
                self._text(one),
            )
            for one in signals
        ]

    def rows_of_night(self, night_id: str) -> frozenset[str]:
        """Ids of the signals and memories that it learned from."""
        night = self._store.nights.get(night_id)
        return frozenset(night.rows) if night else frozenset()

    def use_of(self, row_id: str) -> Use:
        """Of a memory or a signal."""
        nights = tuple(self._store.nights.of_row(row_id))
        signal = self._store.signals.get(row_id)
        if signal is None:
            return Use(nights, untaught=self._untaught(row_id))
        adapter = self._store.adapters.get(signal.adapter) if signal.adapter else None
        taught = self._store.nights.get(adapter.night) if adapter else None
        reasons = tuple(doubt.words for doubt in doubts(signal))
        return Use(nights, self._model_name(signal.base), taught, reasons)

    def export_memories(self, file: Path, ids: Collection[str]) -> None:
        """Over the file of that name, if there is one. One JSON object a line, oldest first."""
        chosen = (one for one in self._store.memories.all() if one.id in ids)
        lines = (json.dumps(to_json(one), ensure_ascii=False) + "\n" for one in chosen)
        write_file(file, "".join(lines), replace=True)

    def export_signals(self, file: Path, ids: Collection[str]) -> None:
        """As `export_memories`; Reverie can import the file again."""
        chosen = (one for one in self._store.signals.all() if one.id in ids)
        write_file(file, "".join(dump_lines(chosen)), replace=True)

    def _text(self, signal: Signal) -> str:
        text = signal.reply if signal.edited is None else signal.edited
        hidden = any(span.provenance is Provenance.PLACEHOLDER for span in signal.spans)
        message = self._store.messages.get(signal.message) if hidden and signal.message else None
        return message.text if message and stands_for(text, message.text) else text

    def _places(self, sources: Iterable[str | None]) -> dict[str, Place]:
        """By message or signal id."""
        wanted = {source for source in sources if source}
        places = self._store.messages.places([*wanted])
        return {
            source: Place(conversation, NEW_TITLE if title == NEW_TITLE else title, message)
            for source, (message, conversation, title) in places.items()
        }

    def _disagreeing(self) -> dict[str, list[Memory]]:
        """By memory id: what else is in force and cannot be true beside it."""
        found: dict[str, list[Memory]] = {}
        for one, other in self._memories.contradictions():
            found.setdefault(one.id, []).append(other)
            found.setdefault(other.id, []).append(one)
        return found

    def _untaught(self, memory_id: str) -> str:
        memory = self._store.memories.get(memory_id)
        if memory is None or memory.kind is not MemoryKind.PREFERENCE:
            return ""
        reason = untaught(memory.text)
        return reason.words if reason else ""

    def _learned(self) -> frozenset[str]:
        adapter = self._store.adapters.active()
        return frozenset(adapter.rows) if adapter else frozenset()

    def _model_name(self, base: str | None) -> str:
        names = {entry.sha256: entry.title for entry in self._models.all()}
        with suppress(KnownError):  # no model is here: then none is in use
            names.setdefault(self._models.base_sha256(), self._models.current().name)
        return names.get(base or "", "")


def _before(memory_id: str, replaced: dict[str, list[Memory]]) -> Iterator[Memory]:
    """What it replaced, and what that had replaced, newest first; a circle is gone round once."""
    seen = {memory_id}
    waiting = list(replaced.get(memory_id, ()))
    while waiting:
        waiting.sort(key=lambda one: one.from_)
        one = waiting.pop()
        if one.id not in seen:
            seen.add(one.id)
            yield one
            waiting += replaced.get(one.id, ())
