"""Where everything of a profile is, how much of it there is, and where its key lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.services.wipe import Item, Scope, Wipe
from app.store.keyfile import KeyringEntry, read_record
from app.store.layout import Layout


@dataclass(frozen=True, slots=True)
class Kept:
    """`keyring` is the name of what holds the key; None where a passphrase unlocks it."""

    folder: Path
    items: tuple[Item, ...]
    keyring: str | None

    @property
    def bytes(self) -> int:
        return sum(item.bytes for item in self.items)


class Privacy:
    """Thread-safe as its parts are; only reads."""

    def __init__(self, profile: Path, wipe: Wipe) -> None:
        self._profile = profile
        self._wipe = wipe

    def look(self) -> Kept:
        """*Slow.* KnownError where the folder or the key file cannot be read."""
        record = read_record(Layout(self._profile).key_file)
        keyring = record.backend if isinstance(record, KeyringEntry) else None
        return Kept(self._profile, self._wipe.describe(Scope.EVERYTHING), keyring)
