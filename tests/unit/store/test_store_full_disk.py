"""A disk without room: a known error, nothing half done, and work goes on when there is room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from store_support import KEY, adapter, night, run, signal, tree

from app.store import Store, open_store
from app.store.errors import DiskFullError

SCRIPT = """
import resource, sys
from pathlib import Path
from store_support import KEY, adapter, night, signal
from app.store import open_store
from app.store.errors import StoreError
profile = Path(sys.argv[1])
def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
def attempt(action):
    try:
        action()
    except StoreError as error:
        print(type(error).__name__, bool(error.title and error.sentence and error.remedy))
    else:
        print("done")
"""


@pytest.fixture
def small(store: Store) -> Store:
    """A store whose file may not grow: SQLite itself reports a full disk."""
    pages = store._handle.rows("PRAGMA page_count")[0]["page_count"]
    store._handle.rows(f"PRAGMA max_page_count = {pages + 2}")
    return store


def test_a_batch_that_does_not_fit_is_not_begun(small: Store) -> None:
    small.signals.add(signal("before"))
    with pytest.raises(DiskFullError) as caught:
        small.signals.add_many([signal(f"s{i}", "words " * 500) for i in range(50)])
    assert caught.value.remedy
    assert [one.id for one in small.signals.all()] == ["before"]
    small._handle.rows("PRAGMA max_page_count = 100000")
    assert small.signals.add_many([signal(f"s{i}", "words " * 500) for i in range(50)]) == 50


def test_a_promotion_that_does_not_fit_keeps_the_old_adapter(small: Store, profile: Path) -> None:
    small.promote(night("night-old"), adapter("old", b"old"), b"old")
    small.signals.add_many([signal(str(i)) for i in range(3)])
    rows = tuple(str(i % 3) for i in range(20_000))
    with pytest.raises(DiskFullError):
        small.promote(night("night-new"), adapter("new", b"new", rows), b"new")
    active = small.adapters.active()
    assert active is not None
    assert active.id == "old"
    assert small.nights.get("night-new") is None
    assert [path.name for path in (profile / "adapters").iterdir()] == ["old.bin"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no RLIMIT_FSIZE")
class TestFileSizeLimit:
    """The operating system refuses to let files grow: real write faults below SQLite."""

    def test_writing(self, profile: Path) -> None:
        script = """
store = open_store(profile, KEY)
store.signals.add(signal("before"))
limit(120_000)
attempt(lambda: store.signals.add_many([signal(f"s{i}", "words " * 500) for i in range(99)]))
attempt(lambda: store.promote(night("n"), adapter("a", bytes(200_000), night="n"), bytes(200_000)))
limit(resource.RLIM_INFINITY)
attempt(lambda: store.signals.add(signal("after")))
store.close()
"""
        lines = run(SCRIPT + script, profile).splitlines()
        assert lines[0] in ("DiskFaultError True", "DiskFullError True")
        assert lines[1:] == ["DiskFullError True", "done"]
        with open_store(profile, KEY) as store:
            assert {one.id for one in store.signals.all()} == {"before", "after"}
            assert store.adapters.all() == []
        assert not list((profile / "adapters").iterdir())

    def test_first_start(self, profile: Path) -> None:
        script = """
limit(5_000)
attempt(lambda: open_store(profile, KEY))
limit(resource.RLIM_INFINITY)
attempt(lambda: open_store(profile, KEY))
"""
        lines = run(SCRIPT + script, profile).splitlines()
        assert lines[0] in ("DiskFaultError True", "DiskFullError True")
        assert lines[1] == "done"

    def test_a_backup_before_a_migration(self, profile: Path) -> None:
        with open_store(profile, KEY) as store:
            store.signals.add_many([signal(f"s{i}", "words " * 100) for i in range(99)])
        before = tree(profile)
        script = """
from app.store.schema import MIGRATIONS, Migration
limit(50_000)
step = Migration(MIGRATIONS[-1].version + 1, ())
attempt(lambda: open_store(profile, KEY, migrations=[*MIGRATIONS, step]))
"""
        (line,) = run(SCRIPT + script, profile).splitlines()
        assert line in ("DiskFaultError True", "DiskFullError True")
        after = tree(profile)
        assert after.pop("backups") == "folder"
        assert after == before
