"""Receipts of erasures, signed with a key that is derived from the profile's own.

Ed25519 (RFC 8032) over the receipt's canonical JSON. The public key is part of what is exported:
who keeps it can check a receipt without the profile.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.ledger import Receipt
from app.store.codec import time_from, time_text
from app.store.connection import Handle
from app.store.key import Key


class Receipts:
    def __init__(self, handle: Handle, key: Key) -> None:
        self._handle = handle
        self._signer = Ed25519PrivateKey.from_private_bytes(key.subkey("erasure receipts"))
        self._names = key.subkey("erased ids")

    @property
    def public_key(self) -> str:
        """Hex of the 32 bytes that check every receipt of this profile."""
        return self._signer.public_key().public_bytes_raw().hex()

    def pseudonym(self, identity: str) -> str:
        """Stands for a row in receipts. The id of a signal is a hash of its content, and anybody
        could try guesses against it; against this, only who has the profile's key."""
        return hmac.new(self._names, identity.encode(), hashlib.sha256).hexdigest()[:24]

    def keep(self, receipt: Receipt) -> Receipt:
        """Signed as it is now; the one with its id is replaced."""
        signed = Receipt(
            receipt.id, receipt.at, receipt.body, self._signer.sign(receipt.body.encode()).hex()
        )
        with self._handle.transaction() as db:
            db.table("receipts").upsert(
                {
                    "id": signed.id,
                    "at": time_text(signed.at),
                    "body": signed.body,
                    "signature": signed.signature,
                },
                pk="id",
            )
        return signed

    def all(self) -> list[Receipt]:
        """Newest first."""
        found = self._handle.rows("SELECT * FROM receipts ORDER BY at DESC, seq DESC")
        return [_receipt(row) for row in found]

    def get(self, identity: str) -> Receipt | None:
        row = self._handle.row("SELECT * FROM receipts WHERE id = ?", [identity])
        return _receipt(row) if row else None

    def is_genuine(self, receipt: Receipt) -> bool:
        """Whether this profile signed it, and nothing was changed since."""
        return is_signed(receipt.body, receipt.signature, self.public_key)


def is_signed(body: str, signature: str, public_key: str) -> bool:
    """Ed25519 over `body`; both in hex. False too where they are not even hex."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), body.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _receipt(row: Mapping[str, Any]) -> Receipt:
    return Receipt(row["id"], time_from(row["at"]), row["body"], row["signature"])
