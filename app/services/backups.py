"""Copies of the store from before migrations, and what they still hold of what is forgotten."""

from __future__ import annotations

from collections.abc import Collection

from app.services.receipts import Receipts
from app.store import Store
from app.store.backups import Backup

__all__ = ["Backup", "Backups"]


class Backups:
    """Thread-safe as its store is. *Slow*: each file is opened to look into it."""

    def __init__(self, store: Store, receipts: Receipts) -> None:
        self._store = store
        self._receipts = receipts

    def all(self) -> list[Backup]:
        """Newest first. Raises StoreError."""
        return self._store.backups.all()

    def delete(self, names: Collection[str]) -> int:
        """For good; returns how many. Their bytes may survive on the disk for a while, encrypted
        under the profile's key. Receipts that name them say so from now on."""
        count = self._store.backups.delete(names)
        self._receipts.backups_deleted(names)
        return count
