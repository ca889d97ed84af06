"""Gets the master key of a profile, and makes one when nothing could be lost by it.

The key lives in the operating system's keyring when that is a secure one, else wrapped under a
passphrase in `key.json`. There is no silent way from the first to the second: once a profile
has a keeper, only that keeper is asked, and every failure is told with its own error.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from app.domain.phrases import phrase
from app.store import keyrings
from app.store.errors import (
    BackendChangedError,
    KeyAbsentError,
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyringUnavailableError,
    PassphraseNeededError,
)
from app.store.faults import told
from app.store.key import Key
from app.store.keyfile import (
    KeyRecord,
    KeyringEntry,
    WrappedKey,
    read_record,
    unwrap,
    wrap,
    write_record,
)
from app.store.keyrings import IsSecure
from app.store.layout import Layout, overwrite_and_unlink
from app.store.lock import ProfileLock

Passphrase = Callable[[], str]


def open_key(
    profile: Path,
    passphrase: Passphrase | None,
    *,
    insist: bool = False,
    secure: IsSecure = keyrings.is_secure,
) -> Key:
    """The profile's master key.

    `passphrase` is called only when one is needed: in passphrase mode, or at the first start
    of a profile where no `secure` keyring is found, or where the caller does `insist` on it.
    A new key is made only if the profile has no store, no adapter and no backup. Raises
    MasterKeyError (each kind can be retried in the same process) or a StoreError from the
    disk; then nothing was changed.
    """
    layout = Layout(profile)
    record = read_record(layout.key_file)
    if record is None:
        return _first_key(layout, passphrase, _never if insist else secure)
    if isinstance(record, WrappedKey):
        return unwrap(
            record, _ask(passphrase, phrase("This profile is protected by a passphrase."))
        )
    return _from_keyring(layout, record, secure)


def _from_keyring(layout: Layout, record: KeyringEntry, secure: IsSecure) -> Key:
    backend, name = keyrings.find(secure)
    if backend is None:
        raise KeyringUnavailableError(record.backend, name)
    if name != record.backend:
        raise BackendChangedError(record.backend, name)
    key = keyrings.load(backend, record.account)
    if key is not None:
        return key
    with _locked(layout):
        if layout.holds_data():
            raise KeyAbsentError(name)
        key = keyrings.load(backend, record.account) or Key.generate()
        keyrings.save(backend, record.account, key)
    return key


def _first_key(layout: Layout, passphrase: Passphrase | None, secure: IsSecure) -> Key:
    """A new key and its record, unless somebody else has just made one."""
    if layout.holds_data():
        raise KeyFileMissingError(layout.key_file)
    backend, name = keyrings.find(secure)
    words = None
    if backend is None:
        why = phrase(
            "No secure keyring was found here (only {found}), so a passphrase protects the key.",
            found=name,
        )
        words = _ask(passphrase, why)
    with _locked(layout):
        if layout.key_file.exists():
            return open_key(layout.profile, lambda: words or "", secure=secure)
        if layout.holds_data():
            raise KeyFileMissingError(layout.key_file)
        key = Key.generate()
        record: KeyRecord
        if backend is not None:
            record = KeyringEntry(name, secrets.token_hex(16))
            keyrings.save(backend, record.account, key)
        else:
            record = wrap(key, words or "")
        write_record(layout.key_file, record)
    return key


def destroy_key(profile: Path, *, secure: IsSecure = keyrings.is_secure) -> None:
    """No later start can have the key again, and whatever was encrypted with it is lost. Needs
    no passphrase, and no error if there is none. The caller holds the profile's lock.

    Raises MasterKeyError where the keyring that has it cannot be asked, and then what names the
    entry there stays; and a StoreError from the disk.
    """
    path = Layout(profile).key_file
    try:
        record = read_record(path)
    except KeyFileDamagedError:
        record = None
    if isinstance(record, KeyringEntry):
        backend, name = keyrings.find(secure)
        if backend is None:
            raise KeyringUnavailableError(record.backend, name)
        if name != record.backend:
            raise BackendChangedError(record.backend, name)
        keyrings.delete(backend, record.account)
    with told(path):
        for held in (path, path.with_name(path.name + ".tmp")):
            overwrite_and_unlink(held)


def _never(_backend: object) -> bool:
    return False


def _locked(layout: Layout) -> ProfileLock:
    """Two first starts at once must not make two keys."""
    with told(layout.profile):
        layout.prepare()
        return ProfileLock(layout.lock)


def _ask(passphrase: Passphrase | None, why: str) -> str:
    words = passphrase() if passphrase is not None else ""
    if not words:
        raise PassphraseNeededError(why)
    return words
