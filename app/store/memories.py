"""Memories: facts and preferences in plain words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState
from app.store.codec import json_text, time_from, time_or_none, time_text, time_text_or_none
from app.store.connection import Handle
from app.store.errors import NotFoundError
from app.store.nights import Adapters, forget_ids, forget_texts


class Memories:
    def __init__(self, handle: Handle, adapters: Adapters, tidy: Callable[[], None]) -> None:
        """`tidy` deletes and overwrites what a deletion left behind."""
        self._handle = handle
        self._adapters = adapters
        self._tidy = tidy

    def add(self, memory: Memory) -> None:
        with self._handle.transaction() as db:
            db.table("memories").insert(_memory_row(memory))

    def all(self, state: MemoryState | None = None) -> list[Memory]:
        """In the order in which they became valid."""
        if state is None:
            found = self._handle.rows('SELECT * FROM memories ORDER BY "from", seq')
        else:
            found = self._handle.rows(
                'SELECT * FROM memories WHERE state = ? ORDER BY "from", seq', [state.value]
            )
        return [_memory(row) for row in found]

    def get(self, identity: str) -> Memory | None:
        row = self._handle.row("SELECT * FROM memories WHERE id = ?", [identity])
        return _memory(row) if row else None

    def save(self, memory: Memory) -> None:
        """All of it but its id. Raises NotFoundError."""
        row = _memory_row(memory)
        places = ", ".join(f'"{name}" = :{name}' for name in row if name != "id")
        with self._handle.transaction() as db:
            changed = db.execute(f"UPDATE memories SET {places} WHERE id = :id", row)  # noqa: S608
            if not changed.rowcount:
                raise NotFoundError("memory", memory.id)

    def hand_over(self, old: str, new: str) -> None:
        """What the one had replaced, the other has replaced from now on."""
        with self._handle.transaction() as db:
            db.execute(
                "UPDATE memories SET superseded_by = ? WHERE superseded_by = ? AND id <> ?",
                [new, old, new],
            )

    def of_sources(self, sources: Sequence[str]) -> list[Memory]:
        """Those that were taken from one of these messages or signals."""
        found = self._handle.rows(
            "SELECT * FROM memories WHERE source IN (SELECT value FROM json_each(?))"
            ' ORDER BY "from", seq',
            [json_text(list(sources))],
        )
        return [_memory(row) for row in found]

    def forget(self, identities: Sequence[str]) -> int:
        """Deletes them down to the last byte; returns how many there were.

        Every adapter that was taught one of them is switched off in the same transaction and its
        file deleted afterwards, as when a signal is forgotten.
        """
        wanted = json_text(list(identities))
        with self._handle.transaction() as db:
            chosen = self._handle.rows(
                "SELECT id, text FROM memories WHERE id IN (SELECT value FROM json_each(?))",
                [wanted],
            )
            self._adapters.leave(wanted)
            forget_texts(db, {row["text"] for row in chosen}, {row["id"] for row in chosen})
            forget_ids(db, wanted)
            _close_the_chain(db, wanted)
            gone = db.execute(
                "DELETE FROM memories WHERE id IN (SELECT value FROM json_each(?))", [wanted]
            ).rowcount
            self._handle.want_scrub(db)
        self._tidy()
        return int(gone)


def _close_the_chain(db: Database, gone: str) -> None:
    """What one of `gone`, a JSON list, had replaced is replaced by what replaced that in turn."""
    for _ in json.loads(gone):  # a chain is no longer than what is forgotten of it
        changed = db.execute(
            "UPDATE memories SET superseded_by = (SELECT next.superseded_by FROM memories AS next"
            " WHERE next.id = memories.superseded_by) WHERE superseded_by IN"
            " (SELECT value FROM json_each(?))",
            [gone],
        )
        if not changed.rowcount:
            break


def _memory_row(memory: Memory) -> dict[str, Any]:
    return {
        "id": memory.id,
        "text": memory.text,
        "kind": memory.kind.value,
        "from": time_text(memory.from_),
        "until": time_text_or_none(memory.until),
        "superseded_by": memory.superseded_by,
        "source": memory.source,
        "state": memory.state.value,
        "pinned": int(memory.pinned),
        "origin": memory.origin.value,
    }


def _memory(row: Mapping[str, Any]) -> Memory:
    return Memory(
        id=row["id"],
        text=row["text"],
        kind=MemoryKind(row["kind"]),
        from_=time_from(row["from"]),
        until=time_or_none(row["until"]),
        superseded_by=row["superseded_by"],
        source=row["source"],
        state=MemoryState(row["state"]),
        pinned=bool(row["pinned"]),
        origin=MemoryOrigin(row["origin"]),
    )
