"""Brings a store to the schema of today: all pending steps in one transaction, after an encrypted
backup of what is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.domain.phrases import phrase
from app.store.connection import Handle, check_header, connect, failing_pages
from app.store.errors import DamagedStoreError
from app.store.faults import told
from app.store.key import Key
from app.store.layout import Layout, create_file, make_folder, move_into_place
from app.store.schema import Migration


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
        raise DamagedStoreError(path, phrase("{count} of its pages", count=len(broken)))
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
