"""Folders 0700 and files 0600 from their first moment; a profile that cannot be written."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_support import KEY, run, tree

from app.store import open_store
from app.store.errors import ReadOnlyStoreError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX permissions")


@posix_only
class TestPermissions:
    SCRIPT = """
import os, sys
from pathlib import Path
os.umask(0)
from store_support import KEY, adapter, night, signal
from app.store import open_key, open_store
from app.store.migrations import back_up
from app.store.layout import Layout
seen = {}
def note():
    for path in [profile, *profile.rglob("*")]:
        seen[path.name] = seen.get(path.name, 0) | path.stat().st_mode & 0o777
profile = Path(sys.argv[1])
sys.addaudithook(lambda event, args: event in ("open", "os.rename", "os.remove") and
                 profile.exists() and note())
open_key(profile, lambda: "words", secure=lambda backend: False)
with open_store(profile, KEY) as store:
    store.signals.add(signal("s"))
    store.promote(night("n"), adapter("a", b"weights", night="n"), b"weights")
    back_up(store._handle, Layout(profile), KEY, "copy")
    note()
for name, mode in sorted(seen.items()):
    print(oct(mode), name)
"""

    def test_nobody_else_may_read_even_under_umask_000(self, profile: Path) -> None:
        modes = [line.split(" ", 1) for line in run(self.SCRIPT, profile).splitlines()]
        names = {name for _, name in modes}
        expected = {
            "store.db",
            "store.db-wal",
            "store.new",
            "lock",
            "key.json",
            "a.bin",
            "a.bin.tmp",
        }
        assert expected <= names
        for mode, name in modes:
            folder = name in ("profile", "adapters", "backups")
            assert mode == ("0o700" if folder else "0o600"), name

    def test_a_profile_that_others_could_read_is_narrowed(self, copy: Path) -> None:
        copy.chmod(0o755)
        for path in copy.rglob("*"):
            path.chmod(0o777 if path.is_dir() else 0o666)
        open_store(copy, KEY).close()
        for path in [copy, *copy.rglob("*")]:
            assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path

    @pytest.fixture
    def reachable(self, sample: Path) -> Iterator[Path]:
        """A copy where a user without special rights can reach it."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            copied = Path(shutil.copytree(sample, Path(folder) / "profile"))
            if os.geteuid() == 0:
                for path in [copied, *copied.rglob("*")]:
                    os.chown(path, 65534, 65534)
            yield copied
            copied.chmod(0o700)

    @pytest.mark.parametrize("what", ["profile", "store.db"])
    def test_read_only_is_a_known_error(self, reachable: Path, what: str) -> None:
        # Root may write anywhere, so as root the child becomes nobody.
        script = """
import os, sys
from pathlib import Path
from store_support import KEY
from app.store import open_store
from app.store.errors import StoreError
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    open_store(Path(sys.argv[1]), KEY)
except StoreError as error:
    print(type(error).__name__, error.remedy)
"""
        if what == "profile":
            (reachable / "lock").unlink()
        path = reachable if what == "profile" else reachable / what
        path.chmod(0o500 if path.is_dir() else 0o400)
        before = tree(reachable)
        out = run(script, reachable)
        assert out.startswith(ReadOnlyStoreError.__name__)
        assert tree(reachable) == before
