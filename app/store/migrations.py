"""The schema, as the ordered steps that led to it.

Released steps are never edited, only followed by new ones. All pending steps run in one
transaction, after an encrypted backup of what is there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.store.connection import Handle, check_header, connect, failing_pages
from app.store.errors import DamagedStoreError
from app.store.faults import told
from app.store.inspection import APPLICATION_ID
from app.store.key import Key
from app.store.layout import Layout, create_file, make_folder, move_into_place


@dataclass(frozen=True, slots=True)
class Migration:
    """Leads from schema `version` - 1 to `version`."""

    version: int
    statements: tuple[str, ...]


# `seq` keeps the order of arrival: an implicit rowid may change when the file is rebuilt.
_FIRST = Migration(
    version=1,
    statements=(
        f"PRAGMA application_id = {APPLICATION_ID}",
        """CREATE TABLE conversations (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            created TEXT NOT NULL, updated TEXT NOT NULL) STRICT""",
        """CREATE TABLE messages (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
            position INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
            base TEXT, adapter TEXT, arm TEXT, partial INTEGER NOT NULL,
            UNIQUE (conversation, position)) STRICT""",
        """CREATE TABLE signals (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
            session TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
            messages TEXT NOT NULL, reply TEXT NOT NULL, edited TEXT, spans TEXT NOT NULL,
            base TEXT, adapter TEXT, state TEXT NOT NULL, via TEXT NOT NULL,
            message TEXT) STRICT""",
        "CREATE INDEX signals_message ON signals (message)",
        """CREATE TABLE memories (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL,
            kind TEXT NOT NULL, "from" TEXT NOT NULL, until TEXT, superseded_by TEXT,
            source TEXT, state TEXT NOT NULL, pinned INTEGER NOT NULL) STRICT""",
        """CREATE TABLE nights (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, started TEXT NOT NULL,
            finished TEXT, outcome TEXT, reason TEXT NOT NULL, base TEXT NOT NULL,
            recipe TEXT NOT NULL, rows TEXT NOT NULL, metrics TEXT, adapter TEXT) STRICT""",
        """CREATE TABLE adapters (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            night TEXT NOT NULL REFERENCES nights(id), base TEXT NOT NULL,
            sha256 TEXT NOT NULL, rows TEXT NOT NULL, active INTEGER NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX adapters_one_active ON adapters (active) WHERE active = 1",
        "CREATE TABLE housekeeping (task TEXT PRIMARY KEY) STRICT",
    ),
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST,)


def migrate(handle: Handle, layout: Layout, key: Key, steps: Sequence[Migration]) -> None:
    """Brings an open store to the last of `steps`; on any failure it stays as it was."""
    version = handle.schema_version()
    pending = [step for step in steps if step.version > version]
    if not pending:
        return
    if version:
        back_up(handle, layout, key, f"store-v{version}")
    with handle.transaction() as db:
        for step in pending:
            for statement in step.statements:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {step.version}")
    # The version must be in the file itself, where an older Reverie looks for it.
    handle.checkpoint()


def back_up(handle: Handle, layout: Layout, key: Key, name: str) -> Path:
    """Writes `backups/<name>-<time>.db`, checks every page of it, and returns its path."""
    make_folder(layout.backups)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    path = layout.backups / f"{name}-{stamp}.db"
    draft = path.with_name(path.name + ".tmp")
    with told(draft):
        try:
            os.close(create_file(draft))
            handle.copy_to(draft)
            _check_copy(draft, key)
            move_into_place(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    return path


def _check_copy(path: Path, key: Key) -> None:
    check_header(path, key)
    connection = connect(path, key, inspect_only=True)
    try:
        broken = failing_pages(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    finally:
        connection.close()
    if broken:
        raise DamagedStoreError(path, f"{len(broken)} of its pages")
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
