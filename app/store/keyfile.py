"""`key.json`: how the master key of a profile is kept. It never holds the key itself.

In keyring mode it names the backend and the account there. In passphrase mode it holds the
key wrapped by AES-256-GCM under a key that scrypt (RFC 7914) derives from the passphrase.
"""

from __future__ import annotations

import base64
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.store.codec import json_text
from app.store.errors import KeyFileDamagedError, WrongPassphraseError
from app.store.faults import told
from app.store.key import KEY_BYTES, Key
from app.store.layout import write_file

_FORMAT = 1
_LARGEST_FILE = 16_384


@dataclass(frozen=True, slots=True)
class Cost:
    """scrypt's parameters. 128 * n * r bytes of memory: 32 MiB, 0.1 to 0.2 s."""

    n: int = 2**15
    r: int = 8
    p: int = 1


DEFAULT_COST = Cost()

# A crafted file must not be able to ask for all memory.
_DEAREST = Cost(n=2**20, r=16, p=4)


@dataclass(frozen=True, slots=True)
class KeyringEntry:
    """Where in the keyring the key is."""

    backend: str
    account: str


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """The key under a passphrase."""

    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


KeyRecord = KeyringEntry | WrappedKey


def wrap(key: Key, passphrase: str, cost: Cost | None = None) -> WrappedKey:
    cost = cost or DEFAULT_COST
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    cipher = AESGCM(_derive(passphrase, salt, cost))
    return WrappedKey(cost, salt, nonce, cipher.encrypt(nonce, key.reveal_bytes(), _bound_to(cost)))


def unwrap(record: WrappedKey, passphrase: str) -> Key:
    """Raises WrongPassphraseError, also when the wrapped bytes were altered."""
    cipher = AESGCM(_derive(passphrase, record.salt, record.cost))
    try:
        return Key(cipher.decrypt(record.nonce, record.wrapped, _bound_to(record.cost)))
    except InvalidTag:
        raise WrongPassphraseError from None


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same passphrase may be typed on keyboards that compose letters differently.
    text = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost.n, r=cost.r, p=cost.p).derive(text)


def _bound_to(cost: Cost) -> bytes:
    return json_text(["reverie key", _FORMAT, cost.n, cost.r, cost.p]).encode()


def write_record(path: Path, record: KeyRecord) -> None:
    fields: dict[str, Any] = {"format": _FORMAT}
    if isinstance(record, KeyringEntry):
        fields |= {"mode": "keyring", **asdict(record)}
    else:
        fields |= {"mode": "passphrase", "backend": None, "scrypt": asdict(record.cost)}
        for name in ("salt", "nonce", "wrapped"):
            fields[name] = base64.b64encode(getattr(record, name)).decode()
    with told(path):
        write_file(path, (json.dumps(fields, indent=2) + "\n").encode())


def read_record(path: Path) -> KeyRecord | None:
    """None if there is no such file. Raises KeyFileDamagedError if it makes no sense."""
    with told(path):
        try:
            with path.open("rb") as stream:
                content = stream.read(_LARGEST_FILE + 1)
        except FileNotFoundError:
            return None
    try:
        return _parse(content)
    except (ValueError, KeyError, TypeError, RecursionError):  # Whatever nonsense is in it.
        raise KeyFileDamagedError(path) from None


def _parse(content: bytes) -> KeyRecord:
    fields = json.loads(content)
    if fields["format"] != _FORMAT:
        raise ValueError("unknown format")
    if fields["mode"] == "keyring":
        return KeyringEntry(_text(fields["backend"]), _text(fields["account"]))
    if fields["mode"] != "passphrase":
        raise ValueError("unknown mode")
    salt, nonce, wrapped = (
        base64.b64decode(_text(fields[name]), validate=True)
        for name in ("salt", "nonce", "wrapped")
    )
    if (len(salt), len(nonce), len(wrapped)) != (16, 12, KEY_BYTES + 16):
        raise ValueError("wrong length")
    return WrappedKey(_cost(fields["scrypt"]), salt, nonce, wrapped)


def _cost(fields: dict[str, Any]) -> Cost:
    cost = Cost(**fields)
    for value, most in ((cost.n, _DEAREST.n), (cost.r, _DEAREST.r), (cost.p, _DEAREST.p)):
        if type(value) is not int or not 1 <= value <= most:
            raise ValueError("scrypt cost out of range")
    if cost.n < 2 or cost.n & (cost.n - 1):
        raise ValueError("scrypt's n is a power of two")
    return cost


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("not a text")
    return value
