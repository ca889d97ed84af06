"""The operating system's keyring: which backends are trusted, and what their failures mean.

A keyring library happily stores secrets in plain files when nothing better is there. Only the
backends named here are used; all others, known or not, are refused.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import keyring
from keyring import backend as registry
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
)

from app.domain.phrases import phrase
from app.store.errors import (
    KeyEntryDamagedError,
    KeyringDeniedError,
    KeyringLockedError,
    KeyringUnavailableError,
    MasterKeyError,
)
from app.store.key import Key

SERVICE = "reverie"

SECURE_BACKENDS = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)

IsSecure = Callable[[KeyringBackend], bool]


def name_of(backend: KeyringBackend) -> str:
    """The name under which keyring itself can load the backend."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def is_secure(backend: KeyringBackend) -> bool:
    """By exact name: a subclass may do anything, so it is not its parent."""
    return name_of(backend) in SECURE_BACKENDS


def find(secure: IsSecure) -> tuple[KeyringBackend | None, str]:
    """The secure backend to use, if any, and the name of what was found."""
    try:
        current = _current()
    except (ImportError, AttributeError, ValueError, RuntimeError, TypeError) as error:
        # PYTHON_KEYRING_BACKEND or keyringrc.cfg names something that cannot be loaded.
        kind = type(error).__name__
        return None, phrase("a keyring setting that fails ({kind})", kind=kind)
    # The chain would write to whichever of its members takes the secret first.
    members = current.backends if isinstance(current, ChainerBackend) else [current]
    for member in members:
        if secure(member):
            return member, name_of(member)
    return None, name_of(current)


def _current() -> KeyringBackend:
    """keyring's choice, made anew if it had found nothing: a service may have come up since."""
    current = keyring.get_keyring()
    empty_chain = isinstance(current, ChainerBackend) and not current.backends
    if isinstance(current, NoKeyring) or empty_chain:
        with suppress(KeyError):  # It has not looked yet.
            registry.get_all_keyring.reset()
        keyring.core.init_backend()
        current = keyring.get_keyring()
    return current


def load(backend: KeyringBackend, account: str) -> Key | None:
    """The key stored for `account`; None if the keyring answers but has none.

    Raises MasterKeyError: locked, denied, unavailable or not a key.
    """
    with _explained(backend):
        text = backend.get_password(SERVICE, account)
    if text is None:
        return None
    try:
        return Key.from_text(text)
    except ValueError:
        raise KeyEntryDamagedError(name_of(backend)) from None


def save(backend: KeyringBackend, account: str, key: Key) -> None:
    """Stores the key and reads it back. Raises MasterKeyError."""
    with _explained(backend):
        backend.set_password(SERVICE, account, key.reveal_text())
    if load(backend, account) != key:
        raise KeyringDeniedError(name_of(backend))


def delete(backend: KeyringBackend, account: str) -> None:
    """No error if there is none. Raises MasterKeyError where the keyring does not let go of it."""
    with _explained(backend):
        with suppress(PasswordDeleteError):  # Also raised where there is no such entry.
            backend.delete_password(SERVICE, account)
        left = backend.get_password(SERVICE, account)
    if left is not None:
        raise KeyringDeniedError(name_of(backend))


@contextmanager
def _explained(backend: KeyringBackend) -> Iterator[None]:
    try:
        yield
    except _failure_types() as error:
        # Without the cause: a backend's own message may quote what it was given.
        raise _explain(error, name_of(backend)) from None


def _failure_types() -> tuple[type[BaseException], ...]:
    """keyring's errors, and those of the libraries below it that it lets through."""
    below = (
        ("secretstorage.exceptions", "SecretStorageException"),
        ("jeepney.wrappers", "DBusErrorResponse"),
        ("dbus.exceptions", "DBusException"),
        ("pywintypes", "error"),
    )
    loaded = (getattr(sys.modules.get(module), name, None) for module, name in below)
    return (KeyringError, OSError, *(kind for kind in loaded if isinstance(kind, type)))


def _explain(error: BaseException, name: str) -> MasterKeyError:
    """Locked, denied or unavailable, as far as the backend tells them apart."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    detail = str(getattr(error, "name", "") or "")
    if isinstance(error, KeyringLocked) or "LockedException" in kinds or "IsLocked" in detail:
        return KeyringLockedError(name)
    if (
        isinstance(error, InitError | NoKeyringError | ConnectionError | FileNotFoundError)
        or "SecretServiceNotAvailableException" in kinds
        or any(word in detail for word in ("ServiceUnknown", "NoReply", "Disconnected"))
    ):
        return KeyringUnavailableError(name, phrase("no service that answers"))
    return KeyringDeniedError(name)
