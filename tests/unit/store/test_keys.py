"""The master key: where it is kept, who is trusted with it, and every way of not getting it."""

from __future__ import annotations

import json
import pickle
import sys
import traceback
from pathlib import Path

import keyring
import pytest
from key_support import (
    ForgetfulKeyring,
    MemoryKeyring,
    OtherKeyring,
    PlaintextKeyring,
    declared_secure,
    refused,
)
from keyring import errors as keyring_errors
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from store_support import KEY, run

from app.domain.errors import KnownError
from app.store import Key, keyrings, open_key, open_store
from app.store.errors import (
    BackendChangedError,
    KeyAbsentError,
    KeyEntryDamagedError,
    KeyFileMissingError,
    KeyringDeniedError,
    KeyringLockedError,
    KeyringUnavailableError,
    PassphraseNeededError,
    StoreInUseError,
)
from app.store.lock import ProfileLock


def never_asked() -> str:
    raise AssertionError("a passphrase was asked for without need")


@pytest.fixture
def memory() -> MemoryKeyring:
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


def key_in(profile: Path) -> Key:
    return open_key(profile, None, secure=declared_secure)


class TestKey:
    def test_it_shows_nowhere(self) -> None:
        canary = Key(b"canary-key-bytes" * 2)
        shown = f"{canary} {canary!r} {[canary]} {vars(type(canary)).get('__doc__')}"
        assert "canary" not in shown
        assert canary.reveal_text() not in shown
        with pytest.raises(TypeError):
            pickle.dumps(canary)

    def test_a_bad_text_is_not_quoted(self) -> None:
        text = "".join(["can", "ary"]) * 8  # A traceback shows the source, too.
        with pytest.raises(ValueError, match="not a key") as caught:
            Key.from_text(text)
        assert "canary" not in "".join(traceback.format_exception(caught.value))

    def test_text_round_trip(self) -> None:
        key = Key.generate()
        assert Key.from_text(key.reveal_text()) == key
        assert Key.generate() != key

    def test_each_use_has_its_own_subkey(self) -> None:
        assert KEY.subkey("a") != KEY.subkey("b")
        assert KEY.subkey("a") == Key(bytes(range(32))).subkey("a")
        assert len(KEY.subkey("a", 16)) == 16

    @pytest.mark.parametrize("size", [0, 16, 31, 33])
    def test_only_32_bytes(self, size: int) -> None:
        with pytest.raises(ValueError, match="32"):
            Key(bytes(size))


class TestKeyringMode:
    def test_made_once_then_found(self, profile: Path, memory: MemoryKeyring) -> None:
        first = open_key(profile, never_asked, secure=declared_secure)
        assert open_key(profile, never_asked, secure=declared_secure) == first
        record = json.loads((profile / "key.json").read_text())
        assert record["mode"] == "keyring"
        assert record["backend"] == keyrings.name_of(memory)
        ((service, account),) = memory.entries
        assert (service, account) == ("reverie", record["account"])
        for path in profile.rglob("*"):
            assert first.reveal_text().encode() not in path.read_bytes()
            assert first.reveal_bytes() not in path.read_bytes()

    def test_two_profiles_have_two_keys(self, tmp_path: Path, memory: MemoryKeyring) -> None:
        assert key_in(tmp_path / "a") != key_in(tmp_path / "b")
        assert len(memory.entries) == 2

    def test_an_absent_entry_never_makes_a_new_key_over_data(
        self, profile: Path, memory: MemoryKeyring
    ) -> None:
        key = key_in(profile)
        open_store(profile, key).close()
        saved = dict(memory.entries)
        memory.entries.clear()
        refused(profile, KeyAbsentError, lambda: key_in(profile))
        assert not memory.entries
        memory.entries.update(saved)
        assert key_in(profile) == key

    @pytest.mark.parametrize("data", ["store.db", "store.db-wal", "adapters/a.bin", "backups/b.db"])
    def test_any_of_store_adapter_and_backup_forbids_a_new_key(
        self, profile: Path, memory: MemoryKeyring, data: str
    ) -> None:
        key_in(profile)
        (profile / data).parent.mkdir(exist_ok=True)
        (profile / data).write_bytes(b"")
        memory.entries.clear()
        refused(profile, KeyAbsentError, lambda: key_in(profile))
        (profile / "key.json").unlink()
        refused(profile, KeyFileMissingError, lambda: key_in(profile))
        assert not memory.entries

    def test_without_data_a_lost_entry_is_made_anew(
        self, profile: Path, memory: MemoryKeyring
    ) -> None:
        first = key_in(profile)
        memory.entries.clear()
        second = key_in(profile)
        assert second != first
        assert key_in(profile) == second

    def test_another_backend_has_its_own_message(
        self, profile: Path, memory: MemoryKeyring
    ) -> None:
        key = key_in(profile)
        keyring.set_keyring(OtherKeyring())
        error = refused(profile, BackendChangedError, lambda: key_in(profile))
        assert keyrings.name_of(memory) in error.remedy
        keyring.set_keyring(memory)
        assert key_in(profile) == key

    def test_no_keyring_any_more(self, profile: Path, memory: MemoryKeyring) -> None:
        key = key_in(profile)
        keyring.set_keyring(fail.Keyring())
        refused(profile, KeyringUnavailableError, lambda: key_in(profile))
        # It never falls to the passphrase by itself, and works again without a restart.
        with pytest.raises(KeyringUnavailableError):
            open_key(profile, never_asked, secure=declared_secure)
        keyring.set_keyring(memory)
        assert key_in(profile) == key

    @pytest.mark.parametrize(
        ("fault", "kind"),
        [
            (keyring_errors.KeyringLocked("x"), KeyringLockedError),
            (keyring_errors.InitError("x"), KeyringUnavailableError),
            (keyring_errors.NoKeyringError("x"), KeyringUnavailableError),
            (ConnectionRefusedError("x"), KeyringUnavailableError),
            (keyring_errors.KeyringError("x"), KeyringDeniedError),
            (PermissionError("x"), KeyringDeniedError),
        ],
    )
    def test_failures_are_told_apart_and_can_be_retried(
        self, profile: Path, memory: MemoryKeyring, fault: Exception, kind: type[KnownError]
    ) -> None:
        memory.fault = fault
        with pytest.raises(kind):
            key_in(profile)
        assert not (profile / "key.json").exists()
        memory.fault = None
        key = key_in(profile)
        memory.fault = fault
        refused(profile, kind, lambda: key_in(profile))
        memory.fault = None
        assert key_in(profile) == key

    @pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service's own errors")
    def test_what_the_secret_service_lets_through(
        self, profile: Path, memory: MemoryKeyring
    ) -> None:
        from secretstorage import exceptions

        for fault, kind in (
            (exceptions.LockedException("x"), KeyringLockedError),
            (exceptions.PromptDismissedException("x"), KeyringDeniedError),
            (exceptions.SecretServiceNotAvailableException("x"), KeyringUnavailableError),
        ):
            memory.fault = fault
            with pytest.raises(kind):
                key_in(profile)

    def test_a_damaged_entry_is_not_replaced(self, profile: Path, memory: MemoryKeyring) -> None:
        key_in(profile)
        (place,) = memory.entries
        memory.entries[place] = "canary-not-a-key"
        error = refused(profile, KeyEntryDamagedError, lambda: key_in(profile))
        assert "canary" not in "".join(traceback.format_exception(error))

    def test_a_keyring_that_does_not_keep_the_key_is_refused(self, profile: Path) -> None:
        keyring.set_keyring(ForgetfulKeyring())
        with pytest.raises(KeyringDeniedError):
            key_in(profile)
        assert not (profile / "key.json").exists()

    def test_of_a_chain_only_the_secure_member_is_used(
        self, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        plain, good = PlaintextKeyring(), MemoryKeyring()
        monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, good])
        keyring.set_keyring(chainer.ChainerBackend())
        key = key_in(profile)
        assert not plain.entries
        assert list(good.entries.values()) == [key.reveal_text()]


class TestInsecureBackends:
    """All are refused: the passphrase is asked for, and nothing is put into them."""

    @pytest.mark.parametrize(
        "backend",
        [fail.Keyring, null.Keyring, chainer.ChainerBackend, PlaintextKeyring, MemoryKeyring],
    )
    def test_is_refused(
        self, profile: Path, backend: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            chainer.ChainerBackend, "backends", [PlaintextKeyring(), null.Keyring()]
        )
        current = backend()
        keyring.set_keyring(current)
        with pytest.raises(PassphraseNeededError) as caught:
            open_key(profile, None)
        assert "--passphrase-file" in caught.value.remedy
        assert not (profile / "key.json").exists()
        open_key(profile, lambda: "words")
        assert json.loads((profile / "key.json").read_text())["mode"] == "passphrase"
        assert not getattr(current, "entries", None)

    @pytest.mark.parametrize(
        "name",
        [
            "keyrings.alt.file.PlaintextKeyring",
            "keyrings.alt.file.EncryptedKeyring",
            "keyrings.alt.Windows.EncryptedKeyring",
            "keyring.backends.libsecret.Keyring.Child",
            "keyring.backends.null.Keyring",
        ],
    )
    def test_names_that_are_not_trusted(self, name: str) -> None:
        module, _, cls = name.rpartition(".")
        pretender = type(cls, (MemoryKeyring,), {"__module__": module, "priority": 0.1})
        assert not keyrings.is_secure(pretender())

    @pytest.mark.parametrize("name", sorted(keyrings.SECURE_BACKENDS))
    def test_trusted_names_are_real(self, name: str) -> None:
        module, _, cls = name.rpartition(".")
        assert hasattr(__import__(module, fromlist=[cls]), cls)

    def test_a_setting_that_cannot_be_loaded(
        self, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Backend")
        with pytest.raises(PassphraseNeededError):
            open_key(profile, None)

    def test_a_service_that_came_up_late_is_found(
        self, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(PassphraseNeededError):
            key_in(profile)
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.MemoryKeyring")
        key_in(profile)
        assert json.loads((profile / "key.json").read_text())["mode"] == "keyring"


def test_no_key_is_made_while_another_process_holds_the_profile(
    profile: Path, memory: MemoryKeyring
) -> None:
    profile.mkdir()
    with ProfileLock(profile / "lock"):
        refused(profile, StoreInUseError, lambda: key_in(profile))
    assert not memory.entries


def test_the_key_reaches_neither_arguments_nor_environment_nor_output(profile: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from app.store import open_key, open_store
profile = Path(sys.argv[1])
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
key = open_key(profile, lambda: "canary-words")
open_store(profile, key).close()
secrets = [key.reveal_text(), key.subkey("store").hex(), "canary-words"]
places = [" ".join(sys.argv), str(dict(os.environ)), repr(key), str(key)]
places += [path.read_bytes().decode("latin-1") for path in profile.rglob("*") if path.is_file()]
print(any(secret in place for secret in secrets for place in places))
"""
    assert run(script, profile).strip() == "False"
