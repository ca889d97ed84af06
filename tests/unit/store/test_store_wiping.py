"""A wipe of everything: key first, then all that it opened; without key or sound store; after a
kill at any of its steps; and nothing that is somebody else's."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import keyring
import pytest
from key_support import ForgetfulKeyring, MemoryKeyring, declared_secure
from keyring.errors import PasswordDeleteError
from store_support import KEY, OTHER_KEY, adapter, night, run, signal, tree

from app.store import open_key, open_store
from app.store.errors import (
    KeyringLockedError,
    KeyringUnavailableError,
    ReadOnlyStoreError,
    StoreInUseError,
)
from app.store.layout import Layout
from app.store.lock import ProfileLock
from app.store.migrations import back_up
from app.store.wiping import Part, destroy, held, is_begun


def fill(profile: Path) -> None:
    """All that a profile may hold, also what a crash leaves, and a stranger's files."""
    open_key(profile, lambda: "words", secure=lambda _: False)
    with open_store(profile, KEY) as store:
        store.signals.add(signal("s", "words " * 900))
        store.promote(night("n"), adapter("a", b"weights", night="n"), b"weights")
        back_up(store._handle, Layout(profile), KEY, "store-v1")
    for name in (
        "store.db-wal",
        "store.new",
        "adapters/b.bin.tmp",
        "backups/half.db.tmp",
        "settings.json",
        ".settings-x1",
        "window.json",
    ):
        (profile / name).write_bytes(b"something")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    profile = tmp_path_factory.mktemp("full") / "profile"
    fill(profile)
    return profile


@pytest.fixture
def filled(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(full, tmp_path / "filled"))


def test_nothing_is_left_and_the_parts_come_in_order(filled: Path) -> None:
    assert held(filled)[Part.STORE].files == 3
    assert all(part.files and part.bytes for part in held(filled).values())
    parts: list[Part] = []
    seen: list[bool] = []

    def on_part(part: Part) -> None:
        parts.append(part)
        seen.append((filled / "key.json").exists())

    assert destroy(filled, on_part) is None
    assert parts == list(Part)
    assert seen == [True, False, False, False, False], "the key goes first"
    assert not filled.exists()
    assert destroy(filled) is None  # once more harms nobody


def test_the_key_file_is_written_over_before_it_goes(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, at_the_end = (filled / "key.json").read_bytes(), []
    unlink = Path.unlink

    def watched(path: Path, **options: bool) -> None:
        if path.name == "key.json" and path.exists():
            at_the_end.append(path.read_bytes())
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", watched)
    destroy(filled)
    assert len(at_the_end[0]) == len(before)
    assert at_the_end[0] != before
    assert b"wrapped" not in at_the_end[0]


def test_a_strangers_files_stay(filled: Path) -> None:
    mine = [filled / "notes.txt", filled / "adapters" / "mine.gguf", filled / "backups" / "x.txt"]
    for path in mine:
        path.write_text("not Reverie's")
    destroy(filled)
    assert sorted(path for path in filled.rglob("*") if path.is_file()) == sorted(mine)


@pytest.mark.parametrize("harm", ["empty", "noise", "missing", "other key", "no key file"])
def test_a_damaged_store_and_a_lost_key_are_no_hindrance(filled: Path, harm: str) -> None:
    store, key = filled / "store.db", filled / "key.json"
    match harm:
        case "empty":
            store.write_bytes(b"")
        case "noise":
            store.write_bytes(os.urandom(9000))
        case "missing":
            store.unlink()
        case "other key":
            shutil.rmtree(filled)
            open_store(filled, OTHER_KEY).close()
            key.write_text("{}")
        case "no key file":
            key.unlink()
    destroy(filled)
    assert not filled.exists()


def test_one_that_is_open_is_left_alone(filled: Path) -> None:
    with ProfileLock(filled / "lock"):
        before = tree(filled)
        with pytest.raises(StoreInUseError):
            destroy(filled)
        assert tree(filled) == before


KILLED = """
import os, signal, shutil, sys
from pathlib import Path
from store_support import KEY, tree
from app.store.errors import StoreError
from app.store.wiping import destroy, is_begun
full, here = Path(sys.argv[1]), Path(sys.argv[2])
whole = tree(full)
whole.pop("lock")

def wipe_and_die(at):
    left = at
    def watch(event, arguments):
        nonlocal left
        touched = event in ("open", "os.remove", "os.rmdir", "os.rename")
        if touched and arguments and str(arguments[0]).startswith(str(here)):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(watch)
    destroy(here)
    os._exit(7)

rounds, begun = 0, 0
while True:
    shutil.copytree(full, here)
    child = os.fork()
    if not child:
        wipe_and_die(rounds)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 7 and not here.exists()
        break
    if is_begun(here):
        begun += 1
        destroy(here)
        assert not here.exists(), sorted(here.rglob("*"))
    else:
        left = tree(here) if here.exists() else {}
        left.pop("lock", None)
        untouched = left == whole
        assert untouched or not left, (rounds, left)
        shutil.rmtree(here, ignore_errors=True)
    rounds += 1
print(rounds, begun)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_before_any_of_its_steps_it_is_not_begun_or_is_finished(
    full: Path, tmp_path: Path
) -> None:
    rounds, begun = map(int, run(KILLED, full, tmp_path / "here").split())
    assert rounds > 15
    assert begun > 12


def test_the_marker_comes_before_anything_goes(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(part: Part) -> None:
        assert is_begun(filled)
        if part is Part.BACKUPS:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        destroy(filled, cut_off)
    assert is_begun(filled)
    assert not (filled / "key.json").exists()
    assert list((filled / "backups").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX permissions")
@pytest.mark.parametrize("place", [".", "adapters"])
def test_a_folder_that_cannot_be_written_is_told(full: Path, place: str) -> None:
    """Nothing is destroyed if nothing can be; what was begun goes on once it can."""
    script = """
import os, sys
from pathlib import Path
from app.store.errors import StoreError
from app.store.wiping import destroy
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    destroy(Path(sys.argv[1]))
except StoreError as error:
    print(type(error).__name__, error.remedy)
"""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        profile = Path(shutil.copytree(full, Path(folder) / "profile"))
        for path in [profile, *profile.rglob("*")] if os.geteuid() == 0 else ():
            os.chown(path, 65534, 65534)
        (profile / place).chmod(0o500)
        before = tree(profile)
        assert run(script, profile).startswith(ReadOnlyStoreError.__name__)
        assert (tree(profile) == before) is (place == ".")
        assert is_begun(profile) is (place != ".")
        (profile / place).chmod(0o700)
        run(script, profile)
        assert not profile.exists()


class TestKeyring:
    @pytest.fixture
    def backend(self, monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
        backend = DeletingKeyring()
        monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
        return backend

    @pytest.fixture
    def in_keyring(self, profile: Path, backend: MemoryKeyring) -> Path:
        key = open_key(profile, None, secure=secure)
        open_store(profile, key).close()
        assert backend.entries
        return profile

    def test_its_entry_goes(self, in_keyring: Path, backend: MemoryKeyring) -> None:
        assert destroy(in_keyring, secure=secure) is None
        assert backend.entries == {}
        assert not in_keyring.exists()

    def test_one_that_is_gone_already_is_no_fault(
        self, in_keyring: Path, backend: MemoryKeyring
    ) -> None:
        backend.entries.clear()
        assert destroy(in_keyring, secure=secure) is None

    def test_one_that_is_locked_is_told_and_all_else_goes(
        self, in_keyring: Path, backend: MemoryKeyring
    ) -> None:
        from keyring.errors import KeyringLocked

        backend.fault = KeyringLocked("locked")
        assert isinstance(destroy(in_keyring, secure=secure), KeyringLockedError)
        assert not in_keyring.exists()

    def test_no_keyring_any_more(self, in_keyring: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from keyring.backends.fail import Keyring

        monkeypatch.setattr(keyring.core, "_keyring_backend", Keyring())
        assert isinstance(destroy(in_keyring, secure=secure), KeyringUnavailableError)
        assert not in_keyring.exists()


class DeletingKeyring(ForgetfulKeyring):
    priority = 0.1
    set_password = MemoryKeyring.set_password

    def delete_password(self, service: str, username: str) -> None:
        if self.fault:
            raise self.fault
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("no such entry")


def secure(backend: object) -> bool:
    return declared_secure(backend) or type(backend) is DeletingKeyring  # type: ignore[arg-type]


def test_a_lock_whose_file_is_gone_is_none(tmp_path: Path) -> None:
    """Else two processes could each hold the lock of the profile."""
    path = tmp_path / "lock"
    first = ProfileLock(path)
    waiting = os.open(path, os.O_RDWR)
    first.remove(path)
    with ProfileLock(path), pytest.raises(StoreInUseError):
        ProfileLock(path)
    os.close(waiting)
