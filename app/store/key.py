"""The master key of a profile, and the subkeys that are used in its place."""

from __future__ import annotations

import hmac
import secrets
from typing import NoReturn

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


class Key:
    """32 random bytes that never show: not in a repr, a message or a pickle.

    The master key encrypts nothing itself. Each use has its own subkey (HKDF-SHA-256,
    RFC 5869, with the use as `info`), so that no two uses can be played against each other.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        self._secret = bytes(secret)

    @classmethod
    def generate(cls) -> Key:
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def from_text(cls, text: str) -> Key:
        """The inverse of `reveal_text`. Raises ValueError, without the text, if it is no key."""
        try:
            return cls(bytes.fromhex(text))
        except ValueError:
            raise ValueError("not a key") from None

    def reveal_text(self) -> str:
        """64 hex digits, for the operating system's keyring and nothing else."""
        return self._secret.hex()

    def reveal_bytes(self) -> bytes:
        """The key itself, to be wrapped under a passphrase and nothing else."""
        return self._secret

    def subkey(self, use: str, length: int = KEY_BYTES) -> bytes:
        info = f"reverie/1/{use}".encode()
        return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(self._secret)

    def __repr__(self) -> str:
        return "Key(hidden)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and hmac.compare_digest(self._secret, other._secret)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not pickled or copied")
