"""The plain bytes of a store's pages, read past SQLite: what a search for remnants has to see.

A query shows live rows only. A deleted text may outlive them on free pages, in the gaps of pages
and in the write-ahead log, and none of that can be reached through a connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.store.connection import PAGE_BYTES, SALT_BYTES
from app.store.key import Key
from app.store.layout import Layout

# SQLCipher 4 ends each page with a 16-byte initialisation vector and a 64-byte HMAC
# (https://www.zetetic.net/sqlcipher/design/); AES-256-CBC is its only cipher.
_VECTOR_AT = PAGE_BYTES - 80
_WAL_HEADER, _FRAME_HEADER = 32, 24


def decrypted_pages(profile: Path, key: Key) -> Iterator[bytes]:
    """Every page of the store and of every frame of its log, in use or not. The store may be open.

    Seals are not checked: this only reads, and a damaged page decrypts to noise. Raises OSError.
    """
    layout = Layout(profile)
    secret = key.subkey("store")
    content = layout.store.read_bytes()
    for at in range(0, len(content), PAGE_BYTES):
        yield _decrypted(content[at : at + PAGE_BYTES], secret, first=at == 0)
    frames = layout.wal.read_bytes() if layout.wal.exists() else b""
    for at in range(_WAL_HEADER, len(frames), _FRAME_HEADER + PAGE_BYTES):
        first = int.from_bytes(frames[at : at + 4], "big") == 1
        page = frames[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE_BYTES]
        yield _decrypted(page, secret, first=first)


def _decrypted(page: bytes, secret: bytes, *, first: bool) -> bytes:
    """A page without its salt, vector and seal. A full disk cuts the log's last one short: without
    its vector the first 16 bytes of it stay noise."""
    vector = page[_VECTOR_AT : _VECTOR_AT + 16].ljust(16, b"\0")
    cipher = Cipher(AES(secret), CBC(vector)).decryptor()
    return cipher.update(page[SALT_BYTES if first else 0 : _VECTOR_AT])
