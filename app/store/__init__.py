"""The encrypted ledger: `open_key` and `open_store` are the way in."""

from __future__ import annotations

from app.store.key import Key
from app.store.keys import open_key
from app.store.store import Store, open_store

__all__ = ["Key", "Store", "open_key", "open_store"]
