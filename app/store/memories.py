"""Memories: facts and preferences in plain words."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState
from app.store.codec import json_text, time_from, time_or_none, time_text, time_text_or_none
from app.store.connection import Handle
from app.store.errors import NotFoundError
from app.store.key import Key
from app.store.nights import Adapters, forget_ids
from app.store.quotes import forget_texts

_SPARE = 4
"""So many times as many as are wanted are looked at: some may not be in force."""
_IN_FORCE = "state = 'active' AND superseded_by IS NULL AND (until IS NULL OR until > ?)"


class Memories:
    def __init__(
        self, handle: Handle, adapters: Adapters, tidy: Callable[[], None], key: Key
    ) -> None:
        """`tidy` deletes and overwrites what a deletion left behind."""
        self._handle = handle
        self._adapters = adapters
        self._tidy = tidy
        self._sealing = key.subkey("dismissed memories")

    def add(self, memory: Memory) -> None:
        """What is there again may be proposed again."""
        with self._handle.transaction() as db:
            db.table("memories").insert(_memory_row(memory))
            db.execute("DELETE FROM dismissed WHERE seal = ?", [self._seal(memory.text)])

    def all(self, state: MemoryState | None = None) -> list[Memory]:
        """In the order in which they became valid."""
        if state is None:
            found = self._handle.rows('SELECT * FROM memories ORDER BY "from", seq')
        else:
            found = self._handle.rows(
                'SELECT * FROM memories WHERE state = ? ORDER BY "from", seq', [state.value]
            )
        return [_memory(row) for row in found]

    def foremost(self, count: int) -> list[Memory]:
        """So many of those that nothing has replaced, in the order in which they became valid:
        proposed ones before pinned ones, those before the newest."""
        found = self._handle.rows(
            "SELECT * FROM memories WHERE superseded_by IS NULL"
            ' ORDER BY state = ? DESC, pinned DESC, "from" DESC, seq DESC LIMIT ?',
            [MemoryState.PROPOSED.value, count],
        )
        return sorted(map(_memory, reversed(found)), key=lambda memory: memory.from_)

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

    def successors(self) -> dict[str, str]:
        """What replaced each one that was replaced, by id."""
        found = self._handle.rows(
            "SELECT id, superseded_by FROM memories"
            " WHERE superseded_by IN (SELECT id FROM memories)"
        )
        return {row["id"]: row["superseded_by"] for row in found}

    def replaced_by(self, identity: str) -> list[Memory]:
        found = self._handle.rows("SELECT * FROM memories WHERE superseded_by = ?", [identity])
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
            for row in chosen:
                seal = self._seal(row["text"])
                db.execute("INSERT OR IGNORE INTO dismissed (seal) VALUES (?)", [seal])
            _close_the_chain(db, wanted)
            gone = db.execute(
                "DELETE FROM memories WHERE id IN (SELECT value FROM json_each(?))", [wanted]
            ).rowcount
            self._handle.want_scrub(db)
        self._tidy()
        return int(gone)

    def was_forgotten(self, text: str) -> bool:
        """Whether the user has had a memory of these words forgotten. Of the words there is nothing
        but a keyed hash: who cannot open the store can neither read nor guess them."""
        return bool(
            self._handle.row("SELECT seal FROM dismissed WHERE seal = ?", [self._seal(text)])
        )

    def similar(self, words: Sequence[str], most: int) -> list[Memory]:
        """As `matching`, in whatever state they are."""
        return self._found(words, "1", [], most)

    # those in force, best first

    def pinned(self, now: datetime, most: int) -> list[Memory]:
        """Newest first."""
        return self._chosen(f"pinned = 1 AND {_IN_FORCE}", now, most)

    def newest(self, now: datetime, most: int, kind: MemoryKind) -> list[Memory]:
        return self._chosen(f"kind = ? AND {_IN_FORCE}", now, most, kind.value)

    def matching(self, words: Sequence[str], now: datetime, most: int) -> list[Memory]:
        """Those that have any of the words, in whatever form; best first by bm25."""
        return self._found(words, _IN_FORCE, [time_text(now)], most)

    def _found(
        self, words: Sequence[str], where: str, values: Sequence[str], most: int
    ) -> list[Memory]:
        if not words:
            return []
        match = " OR ".join(f'"{word}"' for word in words)
        # The best are found in the index alone, then looked at.
        found = self._handle.rows(
            "WITH best AS (SELECT rowid AS seq, rank AS distance FROM memories_text"  # noqa: S608
            " WHERE memories_text MATCH ? ORDER BY rank LIMIT ?)"
            f" SELECT memories.* FROM best JOIN memories USING (seq) WHERE {where}"
            " ORDER BY best.distance, memories.seq DESC LIMIT ?",
            [match, _SPARE * most, *values, most],
        )
        return [_memory(row) for row in found]

    def _chosen(self, where: str, now: datetime, most: int, *values: str) -> list[Memory]:
        found = self._handle.rows(
            f'SELECT * FROM memories WHERE {where} ORDER BY "from" DESC, seq DESC LIMIT ?',  # noqa: S608
            [*values, time_text(now), most],
        )
        return [_memory(row) for row in found]

    def _seal(self, text: str) -> str:
        words = " ".join(re.findall(r"\w+", text.casefold()))
        return hmac.digest(self._sealing, words.encode(), "sha256").hex()


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
