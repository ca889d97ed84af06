"""Nights and the rows of the adapters they made. The adapters' bytes are in the vault."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from app.domain.errors import KnownError
from app.domain.ledger import Adapter, Night, Outcome
from app.domain.phrases import Phrase, as_said, phrase, restored
from app.store.codec import json_text, time_from, time_or_none, time_text, time_text_or_none
from app.store.connection import Handle
from app.store.errors import ForgottenRowsError, NightEndedError, NotFoundError
from app.store.quotes import FORGOTTEN, blanked, recalled, without_examples
from app.store.vault import Vault

_TO_THE_END = (Outcome.PROMOTED, Outcome.KEPT, Outcome.SKIPPED)
_CUT_OFF = phrase("Reverie was stopped before this night was over.")
_WIPED = phrase("What was learned was wiped while this night ran.")
_SAID = "reason"
"""Beside a night's metrics: what its reason was made from, to be said in any language."""

_CLEAN = (
    "NOT EXISTS (SELECT 1 FROM json_each(adapters.rows) AS seen"
    " WHERE seen.value NOT IN (SELECT id FROM signals UNION ALL SELECT id FROM memories))"
)
_SAW = (
    "EXISTS (SELECT 1 FROM json_each(adapters.rows) AS seen"
    " WHERE seen.value IN (SELECT value FROM json_each(?)))"
)


class Nights:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def begin(self, night: Night) -> None:
        with self._handle.transaction() as db:
            db.table("nights").insert(_night_row(self.without_forgotten(night)))

    def finish(self, night: Night) -> Night:
        """Replaces what `begin` stored; as it stands there then. One that was ended from elsewhere
        stays as it is. Raises NotFoundError."""
        with self._handle.transaction() as db:
            begun = self.get(night.id)
            if begun is None:
                raise NotFoundError("night", night.id)
            if begun.outcome is not None:
                return begun
            done = self.without_forgotten(night)
            save_night(db, done)
            return done

    def require_open(self, identity: str) -> None:
        """Raises NightEndedError if that night was ended from elsewhere."""
        begun = self.get(identity)
        if begun is not None and begun.outcome is not None:
            raise NightEndedError

    def without_forgotten(self, night: Night) -> Night:
        """Rows may be forgotten while a night is planned, and while it runs."""
        metrics = night.metrics
        missing = self._handle.rows(
            "SELECT value FROM json_each(?)"
            " WHERE value NOT IN (SELECT id FROM signals UNION ALL SELECT id FROM memories)",
            [json_text([*night.rows, *recalled(metrics)])],
        )
        gone = {row["value"] for row in missing}
        if not gone:
            return night
        return replace(
            night,
            rows=tuple(FORGOTTEN if row in gone else row for row in night.rows),
            metrics=None if metrics is None else blanked(without_examples(metrics), gone),
        )

    def get(self, identity: str) -> Night | None:
        row = self._handle.row("SELECT * FROM nights WHERE id = ?", [identity])
        return _night(row) if row else None

    def all(self) -> list[Night]:
        """Newest first."""
        found = self._handle.rows("SELECT * FROM nights ORDER BY started DESC, seq DESC")
        return [_night(row) for row in found]

    def of_row(self, identity: str) -> list[Night]:
        """Those that used this signal or memory, newest first."""
        found = self._handle.rows(
            "SELECT * FROM nights WHERE EXISTS"
            " (SELECT 1 FROM json_each(nights.rows) WHERE value = ?)"
            " ORDER BY started DESC, seq DESC",
            [identity],
        )
        return [_night(row) for row in found]

    def last_success(self) -> datetime | None:
        """When the last night that ran to its end was finished; None if there was none."""
        row = self._handle.row(
            "SELECT max(finished) AS last FROM nights WHERE outcome IN (?, ?, ?)",
            [outcome.value for outcome in _TO_THE_END],
        )
        return time_or_none(row["last"]) if row else None

    def close_interrupted(self) -> None:
        """Gives an outcome to the nights that a crash or a kill left without one."""
        with self._handle.transaction() as db:
            _end_open(db, _CUT_OFF)


class Adapters:
    def __init__(self, handle: Handle, vault: Vault) -> None:
        self._handle = handle
        self._vault = vault

    def all(self) -> list[Adapter]:
        """Newest first."""
        return [
            _adapter(row) for row in self._handle.rows("SELECT * FROM adapters ORDER BY seq DESC")
        ]

    def active(self) -> Adapter | None:
        row = self._handle.row("SELECT * FROM adapters WHERE active = 1")
        return _adapter(row) if row else None

    def get(self, identity: str) -> Adapter | None:
        row = self._handle.row("SELECT * FROM adapters WHERE id = ?", [identity])
        return _adapter(row) if row else None

    def activate(self, identity: str | None) -> None:
        """Makes this adapter the only active one; None switches all off.

        Raises NotFoundError, and ForgottenRowsError if it saw what is forgotten.
        """
        with self._handle.transaction() as db:
            switch_all_off(db)
            if identity is None:
                return
            adapter = self.get(identity)
            if adapter is None:
                raise NotFoundError("adapter", identity)
            self.require_rows(adapter)
            db.execute("UPDATE adapters SET active = 1 WHERE id = ?", [identity])

    def delete(self, identity: str) -> None:
        """Its night stays, without it. The file goes with the next tidying up. No error if it is
        gone already."""
        with self._handle.transaction() as db:
            db.execute("UPDATE nights SET adapter = NULL WHERE adapter = ?", [identity])
            db.execute("DELETE FROM adapters WHERE id = ?", [identity])
            self._handle.want_scrub(db)

    def kept(self) -> set[str]:
        """Ids of the adapters that saw no signal or memory that is forgotten by now."""
        found = self._handle.rows(f"SELECT id FROM adapters WHERE {_CLEAN}")  # noqa: S608
        return {row["id"] for row in found}

    def that_saw(self, rows: Collection[str]) -> list[Adapter]:
        """Newest first, those that are still usable."""
        found = self._handle.rows(
            f"SELECT * FROM adapters WHERE {_CLEAN} AND {_SAW} ORDER BY seq DESC",  # noqa: S608
            [json_text(list(rows))],
        )
        return [_adapter(row) for row in found]

    def that_ever_saw(self, rows: Collection[str]) -> list[Adapter]:
        """Newest first, also those that went with what was forgotten before."""
        found = self._handle.rows(
            f"SELECT * FROM adapters WHERE {_SAW} ORDER BY seq DESC",  # noqa: S608
            [json_text(list(rows))],
        )
        return [_adapter(row) for row in found]

    def leave(self, rows: str) -> None:
        """Switches off the adapter in use if it saw one of `rows`, a JSON list of ids that are
        about to be forgotten. The newest one before it that saw none of them takes over, if its
        file is sound; else the base. One that came later was rolled back from: it stays off."""
        with self._handle.transaction() as db:
            active = self.active()
            if active is None or active.id not in self._saw(rows):
                return
            switch_all_off(db)
            older = self._handle.rows(
                f"SELECT * FROM adapters WHERE base = ? AND {_CLEAN} AND NOT {_SAW}"  # noqa: S608
                " AND seq < (SELECT seq FROM adapters WHERE id = ?) ORDER BY seq DESC",
                [active.base, rows, active.id],
            )
            heir = next((one for one in map(_adapter, older) if self._is_sound(one)), None)
            if heir is not None:
                db.execute("UPDATE adapters SET active = 1 WHERE id = ?", [heir.id])

    def delete_all(self) -> None:
        """Also out of the nights that made them, with what these quote; a night that runs ends
        without one. Files go with the next tidying up, as those of any adapter that is not known.
        """
        with self._handle.transaction() as db:
            db.execute("DELETE FROM adapters")
            db.execute(
                "UPDATE nights SET adapter = NULL, metrics = json_remove(metrics, '$.examples')"
            )
            _end_open(db, _WIPED)
            self._handle.want_scrub(db)

    def has_file(self, identity: str) -> bool:
        return self._vault.holds(identity)

    def size_of(self, identity: str) -> int:
        """Of its file, in bytes; 0 if that is gone."""
        return self._vault.size_of(identity)

    def _saw(self, rows: str) -> set[str]:
        found = self._handle.rows(f"SELECT id FROM adapters WHERE {_SAW}", [rows])  # noqa: S608
        return {row["id"] for row in found}

    def _is_sound(self, adapter: Adapter) -> bool:
        try:
            self._vault.read(adapter)
        except KnownError:
            return False
        return True

    def require_rows(self, adapter: Adapter) -> None:
        """Raises ForgottenRowsError unless all that `adapter` saw is still there."""
        missing = self._handle.rows(
            "SELECT value FROM json_each(?)"
            " WHERE value NOT IN (SELECT id FROM signals UNION ALL SELECT id FROM memories)",
            [json_text(adapter.rows)],
        )
        if missing:
            raise ForgottenRowsError(adapter.id, len(missing))

    def bytes_of(self, adapter: Adapter) -> bytes:
        """The plain GGUF, only ever in memory.

        Raises ForgottenRowsError (its file is deleted then) and AdapterFileError.
        """
        self.require_rows(adapter)
        return self._vault.read(adapter)


def save_night(db: Database, night: Night) -> None:
    """Inserts the night or replaces the one with its id."""
    db.table("nights").upsert(_night_row(night), pk="id")


def _end_open(db: Database, why: Phrase) -> None:
    """Nights without an outcome: stopped, for that reason."""
    db.execute(
        "UPDATE nights SET outcome = ?, reason = ?,"
        " metrics = json_set(coalesce(metrics, '{}'), '$.' || ?, json(?))"
        " WHERE outcome IS NULL",
        [Outcome.INTERRUPTED.value, str(why), _SAID, json_text(as_said(why))],
    )


def switch_all_off(db: Database) -> None:
    db.execute("UPDATE adapters SET active = 0 WHERE active = 1")


def forget_ids(db: Database, seen: str) -> None:
    """Blanks the ids in `seen`, a JSON list, wherever nights, adapters and replies name them.

    The id of a signal is made of its content, so it would confirm a guess of what was forgotten.
    The blank still counts as something that was seen: an adapter with one can never be used again,
    and the next night has something new to do.
    """
    for table in ("nights", "adapters"):
        db.execute(
            f"UPDATE {table} SET rows = ("  # noqa: S608 - one of the two names above
            " SELECT json_group_array(iif(seen.value IN (SELECT value FROM json_each(:ids)),"
            f" :blank, seen.value)) FROM json_each({table}.rows) AS seen)"
            f" WHERE EXISTS (SELECT 1 FROM json_each({table}.rows) AS seen"
            " WHERE seen.value IN (SELECT value FROM json_each(:ids)))",
            {"ids": seen, "blank": FORGOTTEN},
        )
    # A memory that was taken from it no longer says so.
    db.execute(
        "UPDATE memories SET source = NULL WHERE source IN (SELECT value FROM json_each(?))", [seen]
    )
    for field in ("memories", "examples"):
        db.execute(
            f"UPDATE messages SET origin = json_set(origin, '$.{field}', ("  # noqa: S608 - as above
            " SELECT json(json_group_array(iif(used.value IN (SELECT value FROM json_each(:ids)),"
            f" :blank, used.value))) FROM json_each(origin, '$.{field}') AS used))"
            " WHERE origin IS NOT NULL AND EXISTS ("
            f" SELECT 1 FROM json_each(origin, '$.{field}') AS used"
            " WHERE used.value IN (SELECT value FROM json_each(:ids)))",
            {"ids": seen, "blank": FORGOTTEN},
        )


def insert_adapter(db: Database, adapter: Adapter) -> None:
    db.table("adapters").insert(
        {
            "id": adapter.id,
            "night": adapter.night,
            "base": adapter.base,
            "sha256": adapter.sha256,
            "rows": json_text(adapter.rows),
            "active": int(adapter.active),
        }
    )


def _night_row(night: Night) -> dict[str, Any]:
    return {
        "id": night.id,
        "started": time_text(night.started),
        "finished": time_text_or_none(night.finished),
        "outcome": night.outcome.value if night.outcome else None,
        "reason": str(night.reason),
        "base": night.base,
        "recipe": night.recipe,
        "rows": json_text(night.rows),
        "metrics": _metrics_text(night),
        "adapter": night.adapter,
    }


def _metrics_text(night: Night) -> str | None:
    said = as_said(night.reason)
    metrics = night.metrics if said is None else {**(night.metrics or {}), _SAID: said}
    return None if metrics is None else json_text(metrics)


def _night(row: Mapping[str, Any]) -> Night:
    metrics = None if row["metrics"] is None else json.loads(row["metrics"])
    said = metrics.pop(_SAID, None) if metrics else None
    return Night(
        id=row["id"],
        started=time_from(row["started"]),
        finished=time_or_none(row["finished"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        reason=restored(row["reason"], said),
        base=row["base"],
        recipe=row["recipe"],
        rows=tuple(json.loads(row["rows"])),
        metrics=None if said is not None and not metrics else metrics,
        adapter=row["adapter"],
    )


def _adapter(row: Mapping[str, Any]) -> Adapter:
    return Adapter(
        id=row["id"],
        night=row["night"],
        base=row["base"],
        sha256=row["sha256"],
        rows=tuple(json.loads(row["rows"])),
        active=bool(row["active"]),
    )
