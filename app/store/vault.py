"""Adapter files: personal data in another form, so never on disk in the clear.

`adapters/<id>.bin` is a magic word, a random nonce and the AES-256-GCM ciphertext of the GGUF
(NIST SP 800-38D). The associated data binds the file to its adapter, night and base model, so
that one file put in another's place, or an older one under the same name, is refused.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.ledger import Adapter
from app.store.codec import json_text
from app.store.errors import AdapterAlteredError, AdapterMissingError
from app.store.faults import told
from app.store.key import Key
from app.store.layout import make_folder, write_file

_FORMAT = 1
_MAGIC = b"RVA" + bytes([_FORMAT])
_NONCE_BYTES = 12
_SAFE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,127}")


class Vault:
    def __init__(self, folder: Path, key: Key) -> None:
        self._folder = folder
        self._cipher = AESGCM(key.subkey("adapter files"))

    def write(self, adapter: Adapter, data: bytes) -> None:
        """Seals the plain GGUF. Raises AdapterAlteredError if it is not `adapter.sha256`."""
        _check_hash(adapter, data)
        path = self._path(adapter.id)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, data, _bound_to(adapter))
        with told(path):
            make_folder(self._folder)
            write_file(path, _MAGIC + nonce + sealed)

    def read(self, adapter: Adapter) -> bytes:
        """The plain GGUF. Raises AdapterMissingError or AdapterAlteredError."""
        path = self._path(adapter.id)
        with told(path):
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                raise AdapterMissingError(adapter.id) from None
        if not content.startswith(_MAGIC):
            raise AdapterAlteredError(adapter.id)
        nonce = content[len(_MAGIC) : len(_MAGIC) + _NONCE_BYTES]
        sealed = content[len(_MAGIC) + _NONCE_BYTES :]
        try:
            data = self._cipher.decrypt(nonce, sealed, _bound_to(adapter))
        except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce.
            raise AdapterAlteredError(adapter.id) from None
        _check_hash(adapter, data)
        return data

    def holds(self, identity: str) -> bool:
        """Whether there is a file of that adapter, whole or half written."""
        path = self._path(identity)
        return path.exists() or path.with_name(path.name + ".tmp").exists()

    def size_of(self, identity: str) -> int:
        """In bytes, as it lies on the disk; 0 if there is none."""
        path = self._path(identity)
        return path.stat().st_size if path.exists() else 0

    def remove_orphans(self, known: Collection[str]) -> None:
        """Deletes files of ours other than the `known`: what a killed promotion left behind, and
        adapters that saw what is forgotten."""
        if not self._folder.is_dir():
            return
        with told(self._folder):
            for path in self._folder.iterdir():
                unknown = path.suffix == ".bin" and path.stem not in known
                if unknown or path.name.endswith(".bin.tmp"):
                    path.unlink()

    def _path(self, identity: str) -> Path:
        if not _SAFE_ID.fullmatch(identity):
            raise ValueError("an adapter's id must be fit for a file name")
        return self._folder / f"{identity}.bin"


def _bound_to(adapter: Adapter) -> bytes:
    return json_text([_FORMAT, adapter.id, adapter.night, adapter.base]).encode()


def _check_hash(adapter: Adapter, data: bytes) -> None:
    if hashlib.sha256(data).hexdigest() != adapter.sha256:
        raise AdapterAlteredError(adapter.id)
