"""The encrypted ledger of one profile, opened in one place and used through its tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from app.domain.ledger import Adapter, Night, Outcome, utc_now
from app.store.backups import Backups
from app.store.connection import Handle, check_header
from app.store.conversations import Drafts, Notebook, Presets
from app.store.errors import MissingStoreError, ScrubUnfinishedError, StoreError
from app.store.faults import told
from app.store.inspection import inspect, inspect_replayed
from app.store.key import Key
from app.store.layout import Layout, create_file, move_into_place
from app.store.lock import ProfileLock
from app.store.memories import Memories
from app.store.migrations import migrate
from app.store.nights import Adapters, Nights, insert_adapter, save_night, switch_all_off
from app.store.pages import decrypted_pages
from app.store.receipts import Receipts
from app.store.schema import MIGRATIONS, Migration
from app.store.search import Search
from app.store.signals import Signals
from app.store.vault import Vault


class Store:
    """The tables of an open ledger. Thread-safe; made by `open_store`, a context manager."""

    def __init__(
        self, profile: Path, handle: Handle, vault: Vault, lock: ProfileLock, key: Key
    ) -> None:
        self.profile = profile
        self._handle = handle
        self._vault = vault
        self._lock = lock
        self._key = key
        self._open = True
        self._afterwards: list[Callable[[], object]] = []
        self.notebook = Notebook(handle)
        self.conversations = self.notebook.conversations
        self.messages = self.notebook.messages
        self.drafts = Drafts(handle)
        self.presets = Presets(handle)
        self.nights = Nights(handle)
        self.adapters = Adapters(handle, vault)
        self.signals = Signals(handle, self.adapters, self._tidy)
        self.memories = Memories(handle, self.adapters, self._tidy, key)
        self.search = Search(handle)
        self.receipts = Receipts(handle, key)
        self.backups = Backups(profile, key, handle)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several writes as one: all of them, or none. Raises StoreError; that is a
        ScrubUnfinishedError where they are made, and what follows them was called, but the disk
        could not be tidied up."""
        with ExitStack() as afterwards, self._handle.exclusive():
            try:
                with self._handle.transaction():
                    yield
            except BaseException:
                self._after_the_last()
                raise
            for call in reversed(self._after_the_last()):
                afterwards.callback(call)
            self._tidy()

    def when_done(self, call: Callable[[], object]) -> None:
        """`call` follows the end of the transaction that is under way, and what that deleted is
        gone from the disk then; without a transaction it is called at once."""
        with self._handle.exclusive():
            if self._handle.in_transaction:
                self._afterwards.append(call)
                return
        call()

    def promote(self, night: Night, adapter: Adapter, data: bytes) -> None:
        """Makes `adapter`, whose plain GGUF is `data`, the active one and ends its night.

        The encrypted file comes first, then one transaction: killed anywhere in between,
        the old adapter is still the active one, and the new file is removed at the next start.
        Raises ForgottenRowsError if a signal that it saw was forgotten while the night ran,
        NightEndedError if all that was learned was wiped meanwhile, AdapterAlteredError if `data`
        is not what `adapter.sha256` says, or a StoreError.
        """
        done = replace(
            night,
            outcome=Outcome.PROMOTED,
            finished=night.finished or utc_now(),
            adapter=adapter.id,
        )
        with self._handle.exclusive():
            if self.adapters.get(adapter.id):
                raise ValueError(f"adapter {adapter.id} was promoted before")
            self._vault.write(adapter, data)
            try:
                self._record_promotion(done, replace(adapter, active=True))
            except BaseException:
                # The rows decide: an interrupt may come just after the commit went through.
                with suppress(StoreError):
                    self._remove_orphans()
                raise

    def _record_promotion(self, night: Night, adapter: Adapter) -> None:
        with self._handle.transaction() as db:
            self.nights.require_open(night.id)
            self.adapters.require_rows(adapter)
            save_night(db, self.nights.without_forgotten(night))
            switch_all_off(db)
            insert_adapter(db, adapter)

    def dump(self) -> Iterator[str]:
        """Every value of every row of every table as text, for whoever looks for remnants."""
        for table in self.tables():
            for row in self._rows_of(table):
                yield from map(str, row.values())

    def tables(self) -> list[str]:
        found = self._handle.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [row["name"] for row in found]

    def texts_of(self, table: str) -> Iterator[str]:
        """Every text in every row of a table; `table` is one of `tables()`."""
        for row in self._rows_of(table):
            yield from (value for value in row.values() if isinstance(value, str))

    def _rows_of(self, table: str) -> list[dict[str, Any]]:
        return self._handle.rows(f'SELECT * FROM "{table}"')  # noqa: S608 - our own name

    def is_sealed(self, path: Path) -> bool:
        """Whether it is one of the files that hold nothing in the clear: the store and its log,
        adapters, backups."""
        layout = Layout(self.profile)
        return path in (layout.store, layout.wal) or path.parent in (
            layout.adapters,
            layout.backups,
        )

    def pages(self) -> Iterator[bytes]:
        """Every page and every frame of the log, decrypted, as they lie on the disk."""
        with self._handle.exclusive():
            yield from decrypted_pages(self.profile, self._key)

    def recover(self) -> None:
        """Puts right what the last process left undone. Called once, at opening."""
        self.nights.close_interrupted()
        self._remove_orphans()
        self._scrub_if_possible()

    def _after_the_last(self) -> list[Callable[[], object]]:
        if self._handle.in_transaction:
            return []
        calls, self._afterwards = self._afterwards, []
        return calls

    def _tidy(self) -> None:
        """After a deletion: no file of an adapter that saw what is forgotten, no old bytes. Within
        a transaction nothing happens: whoever began it tidies up after its end."""
        with self._handle.exclusive():
            if self._handle.in_transaction:
                return
            try:
                self._remove_orphans()
            except StoreError as error:
                raise ScrubUnfinishedError(error) from error
            finally:
                self._handle.scrub()

    def _remove_orphans(self) -> None:
        self._vault.remove_orphans(self.adapters.kept())

    def close(self) -> None:
        """Empties the write-ahead log and lets the profile go. Harmless when done twice."""
        with self._handle.exclusive():
            if not self._open:
                return
            self._open = False
            try:
                self._scrub_if_possible()
                self._handle.close()
            finally:
                self._lock.release()

    def _scrub_if_possible(self) -> None:
        # On a full disk the note that asks for it stays, and the next start tries again.
        with suppress(StoreError):
            self._handle.scrub()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(profile: Path, key: Key, *, migrations: Sequence[Migration] = MIGRATIONS) -> Store:
    """Opens the ledger of `profile`, or makes it if nothing of one is there.

    Raises a StoreError for everything foreseen (see `app.store.errors`); then the files are as
    they were and the profile is free again.
    """
    layout = Layout(profile)
    with ExitStack() as undo:
        with told(profile):
            layout.prepare()
            lock = ProfileLock(layout.lock)
            undo.callback(lock.release)
            if not layout.store.exists():
                _create(layout, key, migrations)
        newest = migrations[-1].version
        crashed = inspect(layout.store, key, newest)
        handle = Handle(layout.store, key)
        undo.callback(handle.close)
        if crashed:
            inspect_replayed(handle, layout.store, newest)
        migrate(handle, layout, key, migrations)
        store = Store(profile, handle, Vault(layout.adapters, key), lock, key)
        store.recover()
        check_header(layout.store, key)
        undo.pop_all()
    return store


def _create(layout: Layout, key: Key, migrations: Sequence[Migration]) -> None:
    """Makes a whole store beside its place, then renames it: never half a store."""
    if layout.holds_more_than_the_store():
        raise MissingStoreError(layout.store)
    draft = layout.store.with_name("store.new")
    for leftover in layout.profile.glob("store.new*"):
        leftover.unlink()
    os.close(create_file(draft))
    handle = Handle(draft, key)
    try:
        migrate(handle, layout, key, migrations)
    finally:
        handle.close()
    check_header(draft, key)
    move_into_place(draft, layout.store)
