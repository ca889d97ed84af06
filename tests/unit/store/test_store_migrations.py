"""Migrations: a checked backup first, then all steps or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from store_support import KEY, assert_refused, is_sealed

from app.store import open_store
from app.store.errors import NewerStoreError
from app.store.migrations import MIGRATIONS, Migration


class TestMigrations:
    SECOND = Migration(2, ("ALTER TABLE signals ADD COLUMN note TEXT", "CREATE TABLE extra (x)"))
    BROKEN = Migration(3, ("CREATE TABLE half (x)", "INSERT INTO nowhere VALUES (1)"))

    def test_a_backup_first_then_the_new_schema(self, copy: Path) -> None:
        with open_store(copy, KEY, migrations=[*MIGRATIONS, self.SECOND]) as store:
            assert store._handle.schema_version() == 2
            assert len(store.signals.all()) == 40
        (backup,) = (copy / "backups").iterdir()
        assert is_sealed(backup)
        old = copy.parent / "restored"
        old.mkdir(mode=0o700)
        shutil.copy(backup, old / "store.db")
        with open_store(old, KEY) as store:
            assert store._handle.schema_version() == 1
            assert len(store.signals.all()) == 40

    def test_a_failing_step_leaves_the_old_schema(self, copy: Path) -> None:
        with pytest.raises(dbapi2.OperationalError):
            open_store(copy, KEY, migrations=[*MIGRATIONS, self.SECOND, self.BROKEN])
        with open_store(copy, KEY) as store:
            assert store._handle.schema_version() == 1
            tables = store._handle.db.table_names()
            assert "half" not in tables
            assert "extra" not in tables

    def test_no_backup_without_need(self, copy: Path) -> None:
        open_store(copy, KEY).close()
        assert not (copy / "backups").exists()

    def test_an_older_reverie_refuses_the_newer_store(self, copy: Path) -> None:
        open_store(copy, KEY, migrations=[*MIGRATIONS, self.SECOND]).close()
        assert_refused(copy, NewerStoreError)
