"""Opening: never plaintext, one writer, private files, and a typed error that changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from store_support import (
    KEY,
    OTHER_KEY,
    PAGE,
    assert_refused,
    is_sealed,
    run,
    signal,
    tree,
)

from app.domain.ledger import Outcome
from app.store import Store, open_store
from app.store.connection import connect
from app.store.errors import (
    DamagedStoreError,
    EmptyStoreError,
    ForeignStoreError,
    MissingStoreError,
    NewerStoreError,
    PlaintextStoreError,
    StoreError,
    StoreInUseError,
    TruncatedStoreError,
    WrongKeyError,
)
from app.store.pages import decrypted_pages


class TestHeader:
    def test_is_the_keys_salt_after_every_open(self, profile: Path) -> None:
        for _ in range(3):
            with open_store(profile, KEY) as store:
                assert is_sealed(profile / "store.db")
                store.signals.add(signal("s"))
                assert is_sealed(profile / "store.db")
            assert is_sealed(profile / "store.db")

    def test_no_text_is_readable_in_any_file(self, profile: Path) -> None:
        with open_store(profile, KEY) as store:
            store.signals.add(signal("s", "canary-in-the-mine"))
            open_files = [path.read_bytes() for path in profile.rglob("*") if path.is_file()]
            assert any(b"canary" in page for page in decrypted_pages(profile, KEY))
        closed_files = [path.read_bytes() for path in profile.rglob("*") if path.is_file()]
        for content in open_files + closed_files:
            assert b"canary" not in content
            assert b"CREATE TABLE" not in content


class TestRefused:
    def test_wrong_key(self, copy: Path) -> None:
        assert_refused(copy, WrongKeyError, OTHER_KEY)

    def test_wrong_key_after_a_crash(self, profile: Path) -> None:
        crash_with_full_log(profile)
        assert_refused(profile, WrongKeyError, OTHER_KEY)
        with open_store(profile, KEY) as store:
            assert len(store.signals.all()) == 50

    def test_empty(self, copy: Path) -> None:
        (copy / "store.db").write_bytes(b"")
        assert_refused(copy, EmptyStoreError)

    @pytest.mark.parametrize(
        "size", [1, 15, 16, 100, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, -PAGE, -1]
    )
    def test_truncated(self, copy: Path, size: int) -> None:
        content = (copy / "store.db").read_bytes()
        (copy / "store.db").write_bytes(content[:size])
        assert_refused(copy, TruncatedStoreError)

    @pytest.mark.parametrize(
        "content",
        [b"x", b"hello", b"%PDF-1.7 text " * 600, b"\x89PNG\r\n" + bytes(9000), bytes(PAGE * 4)],
    )
    def test_foreign(self, copy: Path, content: bytes) -> None:
        (copy / "store.db").write_bytes(content)
        assert_refused(copy, ForeignStoreError)

    def test_plaintext(self, copy: Path) -> None:
        (copy / "store.db").unlink()
        with sqlite3.connect(copy / "store.db") as plain:
            plain.execute("CREATE TABLE t (x)")
        plain.close()
        assert_refused(copy, PlaintextStoreError)

    def test_another_programs_database_under_the_same_key(self, copy: Path) -> None:
        connection = connect(copy / "store.db", KEY)
        connection.execute("PRAGMA application_id = 7")
        connection.close()
        assert_refused(copy, ForeignStoreError)

    def test_newer_schema(self, copy: Path) -> None:
        connection = connect(copy / "store.db", KEY)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        assert "99" in assert_refused(copy, NewerStoreError).sentence

    def test_a_page_of_zeros(self, copy: Path) -> None:
        content = bytearray((copy / "store.db").read_bytes())
        content[2 * PAGE : 3 * PAGE] = bytes(PAGE)
        (copy / "store.db").write_bytes(content)
        assert_refused(copy, DamagedStoreError)

    def test_two_pages_exchanged(self, copy: Path) -> None:
        content = bytearray((copy / "store.db").read_bytes())
        third, fourth = content[2 * PAGE : 3 * PAGE], content[3 * PAGE : 4 * PAGE]
        content[2 * PAGE : 4 * PAGE] = fourth + third
        (copy / "store.db").write_bytes(content)
        assert_refused(copy, DamagedStoreError)

    def test_a_missing_store_is_not_replaced_while_its_adapters_are_there(self, copy: Path) -> None:
        (copy / "store.db").unlink()
        assert_refused(copy, MissingStoreError)

    def test_the_key_shows_in_no_error(self, copy: Path, capfd: pytest.CaptureFixture[str]) -> None:
        secrets = [OTHER_KEY.reveal_text(), OTHER_KEY.subkey("store").hex()]
        error = assert_refused(copy, WrongKeyError, OTHER_KEY)
        told = str(error) + repr(error) + repr(OTHER_KEY) + "".join(capfd.readouterr())
        assert not any(secret in told for secret in secrets)

    def test_refusal_makes_no_noise(self, copy: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert_refused(copy, WrongKeyError, OTHER_KEY)
        out, err = capfd.readouterr()
        assert out == err == ""


@pytest.fixture(scope="module")
def scratch(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(sample, tmp_path_factory.mktemp("scratch") / "profile"))


@settings(max_examples=60, deadline=None)
@given(place=some.floats(0, 1, exclude_max=True), flip=some.integers(1, 255))
def test_any_altered_byte_is_found(sample: Path, scratch: Path, place: float, flip: int) -> None:
    content = bytearray((sample / "store.db").read_bytes())
    at = int(place * len(content))
    content[at] ^= flip
    (scratch / "store.db").write_bytes(content)
    assert_refused(scratch, DamagedStoreError)


@settings(max_examples=40, deadline=None)
@given(place=some.floats(0, 1, exclude_max=True))
def test_any_cut_is_found(sample: Path, scratch: Path, place: float) -> None:
    content = (sample / "store.db").read_bytes()
    size = int(place * len(content))
    (scratch / "store.db").write_bytes(content[:size])
    assert_refused(scratch, TruncatedStoreError if size else EmptyStoreError)


@settings(max_examples=40, deadline=None)
@given(content=some.binary(min_size=1, max_size=3 * PAGE))
def test_any_foreign_file_is_refused(scratch: Path, content: bytes) -> None:
    (scratch / "store.db").write_bytes(content)
    before = tree(scratch)
    with pytest.raises(StoreError):
        open_store(scratch, KEY)
    assert tree(scratch) == before


def crash_with_full_log(profile: Path) -> None:
    """Leaves a store whose newest rows are only in the write-ahead log."""
    script = """
import os, sys
from pathlib import Path
from store_support import assert_refused, is_sealed, KEY, signal
from app.store import open_store
store = open_store(Path(sys.argv[1]), KEY)
for i in range(50):
    store.signals.add(signal(f"s{i}"))
os._exit(0)
"""
    run(script, profile)
    assert (profile / "store.db-wal").stat().st_size > 50 * PAGE


def test_a_page_torn_by_a_crash_in_a_checkpoint_is_healed_from_the_log(profile: Path) -> None:
    crash_with_full_log(profile)
    content = bytearray((profile / "store.db").read_bytes())
    content[100:200] = bytes(100)  # Page 1 is in the log too: it is written by every insert.
    (profile / "store.db").write_bytes(content)
    with open_store(profile, KEY) as store:
        assert len(store.signals.all()) == 50


class TestOneWriter:
    def test_in_the_same_process(self, store: Store, profile: Path) -> None:
        with pytest.raises(StoreInUseError):
            open_store(profile, KEY)
        store.signals.add(signal("s"))

    @pytest.mark.usefixtures("store")
    def test_in_a_second_process(self, profile: Path) -> None:
        script = """
import sys
from pathlib import Path
from store_support import assert_refused, is_sealed, KEY
from app.store import open_store
from app.store.errors import StoreInUseError
try:
    open_store(Path(sys.argv[1]), KEY)
except StoreInUseError as error:
    print(error.title)
"""
        assert run(script, profile).strip() == "The store is open elsewhere"

    def test_free_again_after_close_and_after_refusal(self, profile: Path) -> None:
        open_store(profile, KEY).close()
        with pytest.raises(WrongKeyError):
            open_store(profile, OTHER_KEY)
        with open_store(profile, KEY) as store:
            store.close()
            store.close()
        open_store(profile, KEY).close()


def test_nights_cut_off_are_closed_after_a_crash(profile: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from store_support import assert_refused, is_sealed, KEY, night
from app.store import open_store
open_store(Path(sys.argv[1]), KEY).nights.begin(night("n"))
os._exit(0)
"""
    run(script, profile)
    with open_store(profile, KEY) as store:
        found = store.nights.get("n")
    assert found is not None
    assert found.outcome is Outcome.INTERRUPTED
