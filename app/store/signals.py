"""Signals: what learning is made of, and what must vanish without a trace when forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from app.domain.guard import guarded
from app.domain.ledger import Kind, Provenance, Role, Signal, Source, Span, State, Turn, Via
from app.domain.nearest import Asked
from app.store.codec import json_text, time_from, time_text
from app.store.connection import Handle
from app.store.errors import NotFoundError
from app.store.nights import Adapters, forget_ids
from app.store.quotes import forget_texts


class Signals:
    def __init__(self, handle: Handle, adapters: Adapters, tidy: Callable[[], None]) -> None:
        """`tidy` deletes and overwrites what a deletion left behind."""
        self._handle = handle
        self._adapters = adapters
        self._tidy = tidy

    def add(self, signal: Signal) -> bool:
        """False if a signal of this id is there already; that one is left as it is."""
        return self.add_many([signal]) == 1

    def add_many(self, signals: Sequence[Signal]) -> int:
        """Adds all or none; returns how many were new. Ids that exist are passed over."""
        with self._handle.transaction() as db:
            before = _count(db)
            db.table("signals").insert_all(map(_signal_row, signals), ignore=True)
            return _count(db) - before

    def all(self, state: State | None = None) -> list[Signal]:
        """Oldest first."""
        if state is None:
            found = self._handle.rows("SELECT * FROM signals ORDER BY at, seq")
        else:
            found = self._handle.rows(
                "SELECT * FROM signals WHERE state = ? ORDER BY at, seq", [state.value]
            )
        return [_signal(row) for row in found]

    def foremost(self, count: int) -> list[Signal]:
        """So many, pinned ones before the newest; oldest first."""
        found = self._handle.rows(
            "SELECT * FROM signals ORDER BY pinned DESC, at DESC, seq DESC LIMIT ?", [count]
        )
        return sorted(map(_signal, reversed(found)), key=lambda signal: signal.at)

    def get(self, identity: str) -> Signal | None:
        row = self._handle.row("SELECT * FROM signals WHERE id = ?", [identity])
        return _signal(row) if row else None

    def of_conversation(self, conversation: str) -> list[Signal]:
        """Those about the conversation's messages, oldest first."""
        found = self._handle.rows(
            "SELECT signals.* FROM signals JOIN messages ON messages.id = signals.message"
            " WHERE messages.conversation = ? ORDER BY signals.at, signals.seq",
            [conversation],
        )
        return [_signal(row) for row in found]

    def asked(self) -> list[Asked]:
        """What the active edits are found by; all of them would take long to read."""
        found = self._handle.rows(
            "SELECT id, at, message, pinned, json_extract(messages, '$[#-1].content') AS prompt"
            " FROM signals WHERE kind = ? AND state = ? AND edited <> '' ORDER BY at, seq",
            [Kind.EDIT.value, State.ACTIVE.value],
        )
        return [
            Asked(
                row["id"],
                time_from(row["at"]),
                row["prompt"] or "",
                row["message"],
                bool(row["pinned"]),
            )
            for row in found
        ]

    def of_session(self, conversation: str) -> list[Signal]:
        """The same, and those that were given in it about messages that are gone by now."""
        found = self._handle.rows(
            "SELECT * FROM signals WHERE session = :id OR message IN"
            " (SELECT id FROM messages WHERE conversation = :id) ORDER BY at, seq",
            {"id": conversation},
        )
        return [_signal(row) for row in found]

    def set_state(self, identity: str, state: State) -> None:
        """Raises NotFoundError."""
        self._set(identity, "state", state.value)

    def pin(self, identity: str, pinned: bool) -> None:
        """Raises NotFoundError."""
        self._set(identity, "pinned", int(pinned))

    def _set(self, identity: str, column: str, value: str | int) -> None:
        with self._handle.transaction() as db:
            changed = db.execute(
                f"UPDATE signals SET {column} = ? WHERE id = ?",  # noqa: S608
                [value, identity],
            )
            if not changed.rowcount:
                raise NotFoundError("signal", identity)

    def forget(self, identities: Sequence[str]) -> int:
        """Deletes the signals for good; returns how many there were.

        In the same transaction every adapter that saw one of them is switched off (see
        `Adapters.leave`), and their texts and ids leave the nights. Afterwards those adapters'
        files are deleted and the old bytes overwritten; if that fails (ScrubUnfinishedError, or
        another StoreError from the disk) the signals are deleted all the same, and the next start
        goes on.
        """
        wanted = json_text(list(identities))
        with self._handle.transaction() as db:
            chosen = self._handle.rows(
                "SELECT * FROM signals WHERE id IN (SELECT value FROM json_each(?))", [wanted]
            )
            self._adapters.leave(wanted)
            texts = {text for row in chosen for text in _texts(_signal(row))}
            forget_texts(db, texts, {row["id"] for row in chosen})
            forget_ids(db, wanted)
            db.execute("DELETE FROM signals WHERE id IN (SELECT value FROM json_each(?))", [wanted])
            self._handle.want_scrub(db)
        self._tidy()
        return len(chosen)


_PROVENANCES = {one.value: one for one in Provenance}  # many spans to a row, thousands of rows


def _count(db: Database) -> int:
    return int(db.table("signals").count)


def _texts(signal: Signal) -> list[str]:
    """The personal texts of a signal, as a report of a night may quote them: without what a guard
    takes out of rows that are older than it."""
    shown = (signal, guarded(signal))
    return [text for one in shown for text in (one.prompt, one.reply, one.edited) if text]


def _signal_row(signal: Signal) -> dict[str, Any]:
    return {
        "id": signal.id,
        "at": time_text(signal.at),
        "session": signal.session,
        "source": signal.source.value,
        "kind": signal.kind.value,
        "messages": json_text([turn.as_dict() for turn in signal.messages]),
        "reply": signal.reply,
        "edited": signal.edited,
        "spans": json_text([[span.start, span.end, span.provenance] for span in signal.spans]),
        "base": signal.base,
        "adapter": signal.adapter,
        "state": signal.state.value,
        "via": signal.via.value,
        "message": signal.message,
        "pinned": int(signal.pinned),
    }


def _signal(row: Mapping[str, Any]) -> Signal:
    turns = json.loads(row["messages"])
    spans = json.loads(row["spans"])
    return Signal(
        id=row["id"],
        at=time_from(row["at"]),
        session=row["session"],
        source=Source(row["source"]),
        kind=Kind(row["kind"]),
        messages=tuple(Turn(Role(turn["role"]), turn["content"]) for turn in turns),
        reply=row["reply"],
        edited=row["edited"],
        spans=tuple(Span(start, end, _PROVENANCES[origin]) for start, end, origin in spans),
        base=row["base"],
        adapter=row["adapter"],
        state=State(row["state"]),
        via=Via(row["via"]),
        message=row["message"],
        pinned=bool(row["pinned"]),
    )
