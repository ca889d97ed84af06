"""Migrations: a checked backup first, then all steps or none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from store_support import KEY, assert_refused, is_sealed

from app.domain.ledger import Setup
from app.store import open_store
from app.store.errors import NewerStoreError
from app.store.schema import MIGRATIONS, Migration

NOW = MIGRATIONS[-1].version


class TestMigrations:
    NEXT = Migration(
        NOW + 1, ("ALTER TABLE signals ADD COLUMN note TEXT", "CREATE TABLE extra (x)")
    )
    BROKEN = Migration(NOW + 2, ("CREATE TABLE half (x)", "INSERT INTO nowhere VALUES (1)"))

    def test_a_backup_first_then_the_new_schema(self, copy: Path) -> None:
        with open_store(copy, KEY, migrations=[*MIGRATIONS, self.NEXT]) as store:
            assert store._handle.schema_version() == NOW + 1
            assert len(store.signals.all()) == 40
        (backup,) = (copy / "backups").iterdir()
        assert is_sealed(backup)
        old = copy.parent / "restored"
        old.mkdir(mode=0o700)
        shutil.copy(backup, old / "store.db")
        with open_store(old, KEY) as store:
            assert store._handle.schema_version() == NOW
            assert len(store.signals.all()) == 40

    def test_a_failing_step_leaves_the_old_schema(self, copy: Path) -> None:
        with pytest.raises(dbapi2.OperationalError):
            open_store(copy, KEY, migrations=[*MIGRATIONS, self.NEXT, self.BROKEN])
        with open_store(copy, KEY) as store:
            assert store._handle.schema_version() == NOW
            tables = store._handle.db.table_names()
            assert "half" not in tables
            assert "extra" not in tables

    def test_no_backup_without_need(self, copy: Path) -> None:
        open_store(copy, KEY).close()
        assert not (copy / "backups").exists()

    def test_an_older_reverie_refuses_the_newer_store(self, copy: Path) -> None:
        open_store(copy, KEY, migrations=[*MIGRATIONS, self.NEXT]).close()
        assert_refused(copy, NewerStoreError)


def test_what_the_first_schema_held_is_a_tree_of_one_branch_now(profile: Path) -> None:
    with open_store(profile, KEY, migrations=MIGRATIONS[:1]) as store, store.transaction():
        db = store._handle.db
        db.execute("INSERT INTO conversations VALUES (1, 'c', 'Old', 't', 't')")
        db.execute("INSERT INTO conversations VALUES (2, 'empty', 'Empty', 't', 't')")
        for position, (identity, role) in enumerate((("a", "user"), ("b", "assistant"))):
            db.execute(
                "INSERT INTO messages (id, conversation, position, role, text, at, partial)"
                " VALUES (?, 'c', ?, ?, 'Grüße', '2026-11-01T00:00:00.000000+00:00', 0)",
                [identity, position, role],
            )
        db.execute("UPDATE conversations SET created = '2026-11-01', updated = '2026-11-01'")
    with open_store(profile, KEY) as store:
        old, empty = store.conversations.get("c"), store.conversations.get("empty")
        assert old is not None and (old.leaf, old.pinned, old.setup) == ("b", False, Setup())
        assert empty is not None and empty.leaf is None
        assert [(m.id, m.parent) for m in store.messages.of("c")] == [("a", None), ("b", "a")]
        found = "SELECT count(*) AS n FROM messages_text WHERE messages_text MATCH 'gruß*'"
        assert store._handle.rows(found) == [{"n": 2}]


def test_corrections_from_before_there_were_pins_have_none(profile: Path) -> None:
    with open_store(profile, KEY, migrations=MIGRATIONS[:3]) as store, store.transaction():
        store._handle.db.execute(
            "INSERT INTO signals (id, at, session, source, kind, messages, reply, edited, spans,"
            " state, via) VALUES ('a', '2026-11-01T00:00:00.000000+00:00', 's', 'chat', 'edit',"
            """ '[{"role": "user", "content": "Hi"}]', 'Hello', 'hi', '[]', 'active', 'edit')"""
        )
    with open_store(profile, KEY) as store:
        (old,) = store.signals.all()
        assert not old.pinned
        assert not store.signals.asked()[0].pinned
        store.signals.pin("a", True)
        assert store.signals.get("a") == replace(old, pinned=True)
        assert store.signals.asked()[0].pinned
    assert len(list((profile / "backups").iterdir())) == 1
