"""Receipts of what was forgotten: written with it, completed by the night and the proof that
follow, read, checked against what is there now, and handed out."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Set
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.errors import KnownError
from app.domain.ledger import Adapter, Night, Outcome, Receipt, utc_now
from app.domain.phrases import phrase
from app.domain.receipts import Proved, Rebuilt, Statement, body_of, canonical, statement_of
from app.store import Store
from app.store.errors import AdapterFileError, StoreError
from app.store.receipts import is_signed

_LARGEST = 4_000_000


class Receipts:
    """Thread-safe as its store is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # reading

    def all(self) -> list[Statement]:
        """Newest first; also those that are not genuine, which say so."""
        return [self._read(receipt) for receipt in self._store.receipts.all()]

    def get(self, wanted: str) -> Statement:
        """By its id or an unambiguous beginning of it, or by the id of a row that it erased, the
        newest first. KnownError when there is none."""
        listed = self.all()
        found = [one for one in listed if wanted and one.id.startswith(wanted)]
        if len(found) != 1:
            named = self._store.receipts.pseudonym(wanted)
            found = [one for one in listed if named in one.pseudonyms][:1]
        if not found:
            raise KnownError(
                phrase("No such receipt"),
                phrase("No receipt has the id {id}, nor does one name a row of it.", id=wanted),
                phrase("`reverie erasure receipts` lists them."),
            )
        return found[0]

    # handing out

    def export(self, wanted: str, path: Path) -> Path:
        """A JSON file that can be checked without Reverie. KnownError where it cannot be written,
        or is there."""
        receipt = self._store.receipts.get(self.get(wanted).id)
        if receipt is None:
            raise KeyError(wanted)
        content = {
            "receipt": json.loads(receipt.body),
            "signature": receipt.signature,
            "public_key": self._store.receipts.public_key,
            "algorithm": "Ed25519 over the receipt as ASCII JSON, keys sorted, no white space",
        }
        try:
            with open(path, "x", encoding="utf-8", opener=_private) as file:
                file.write(json.dumps(content, indent=2) + "\n")
        except OSError as error:
            raise KnownError(
                phrase("The receipt could not be written"),
                phrase("{path} cannot be written ({reason}).", path=path, reason=error.strerror),
                phrase("Choose a new name in a folder that you may write to."),
            ) from None
        return path

    def read_file(self, path: Path) -> Statement:
        """An exported receipt; `genuine` if this profile signed it and nothing was changed since.
        KnownError where it is none."""
        try:
            with path.open("rb") as file:
                content = json.loads(file.read(_LARGEST))
            body = canonical(content["receipt"])
            ours = content["public_key"] == self._store.receipts.public_key
            genuine = ours and is_signed(body, content["signature"], content["public_key"])
            return statement_of(body, genuine=genuine)
        except OSError as error:
            why = phrase("{path} cannot be read ({reason}).", path=path, reason=error.strerror)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            why = phrase("{path} does not hold a receipt.", path=path)
        raise KnownError(
            phrase("This is not a receipt"),
            why,
            phrase("Choose a file that `reverie erasure receipts export` wrote."),
        )

    # checking

    def checked(self) -> list[tuple[Statement, list[str]]]:
        """All of them, newest first, each with its `faults`. *Slow* where there are many rows."""
        there = self._names_of_rows()
        return [(one, self._faults(one, there)) for one in self.all()]

    def faults(self, statement: Statement) -> list[str]:
        """What of it does not hold today, in sentences; empty if all does. Of one that was undone
        only the signature is checked."""
        return self._faults(statement, self._names_of_rows())

    def _faults(self, statement: Statement, there: Set[str]) -> list[str]:
        if not statement.genuine:
            return [phrase("Its signature is not this profile's, or it was changed since.")]
        if statement.undone is not None:
            return []
        found: list[str] = []
        back = statement.pseudonyms & there
        if back:
            found.append(phrase("{count} of the erased rows are there again.", count=len(back)))
        found += [
            phrase("Adapter {adapter} is not gone.", adapter=gone.adapter)
            for gone in statement.destroyed
            if self._is_there(gone.adapter)
        ]
        if statement.looked is not None and statement.looked.found:
            places = ", ".join(statement.looked.found)
            found.append(phrase("Traces were found after forgetting: {places}.", places=places))
        return found + self._faults_of_rebuilt(statement)

    def _faults_of_rebuilt(self, statement: Statement) -> list[str]:
        made = statement.rebuilt
        adapter = self._store.adapters.get(made.adapter) if made and made.adapter else None
        if made is None or adapter is None:  # gone since, which takes nothing from the receipt
            return []
        if adapter.sha256 != made.sha256:
            return [phrase("Adapter {adapter} is not the one that was made.", adapter=adapter.id)]
        try:
            self._store.adapters.bytes_of(adapter)
        except StoreError:  # it saw something that was forgotten later
            return []
        except AdapterFileError as error:
            return [error.sentence]
        return []

    def _names_of_rows(self) -> set[str]:
        """The pseudonyms of all rows that are there."""
        return set(map(self._store.receipts.pseudonym, self._store.backups.live()))

    def _is_there(self, adapter_id: str) -> bool:
        known = self._store.adapters.get(adapter_id)
        if known is not None and (known.active or adapter_id in self._store.adapters.kept()):
            return True
        return self._store.adapters.has_file(adapter_id)

    # writing

    def keep(self, statement: Statement) -> Statement:
        self._store.receipts.keep(Receipt(statement.id, statement.at, body_of(statement), ""))
        return statement

    def change(self, receipt_id: str, **values: Any) -> None:
        """Signed anew with these values. Nothing happens to one that is gone or not genuine: what
        somebody else wrote is not signed."""
        with self._store.transaction():
            receipt = self._store.receipts.get(receipt_id)
            if receipt is None or not self._store.receipts.is_genuine(receipt):
                return
            self.keep(replace(statement_of(receipt.body), **values))

    def rebuild_due(self) -> bool:
        """Whether adapters went with what was forgotten, and no night has learned since. Also where
        that was undone: the rows came back, the adapters did not."""
        return any(one.waits and one.genuine for one in self.all())

    def unlearned_since(self, moment: datetime) -> bool:
        """Whether all that was learned was wiped then or later."""
        return any(one.genuine and not one.erased and one.at >= moment for one in self.all())

    def night_ended(self, night: Night, adapter: Adapter | None) -> None:
        """A night that ran to its verdict completes the receipts that waited for one."""
        if night.outcome not in (Outcome.PROMOTED, Outcome.KEPT):
            return
        made = Rebuilt(
            at=night.finished or utc_now(),
            night=night.id,
            rows=len(night.rows),
            adapter=adapter.id if adapter else None,
            sha256=adapter.sha256 if adapter else None,
        )
        for one in self.all():
            if one.waits and one.at <= night.started:
                self.change(one.id, rebuilt=made)

    def proof_ended(self, proved: Proved) -> None:
        """Goes into the receipts that have no proof yet, or one that did not hold."""
        for one in self.all():
            if one.undone is None and (one.proved is None or one.proved.verdict != "holds"):
                self.change(one.id, proved=proved)

    def backups_deleted(self, names: Collection[str]) -> None:
        for one in self.all():
            gone = [n for n in one.backups if n in names and n not in one.backups_deleted]
            if gone:
                self.change(one.id, backups_deleted=(*one.backups_deleted, *gone))

    def _read(self, receipt: Receipt) -> Statement:
        genuine = self._store.receipts.is_genuine(receipt)
        try:
            return statement_of(receipt.body, genuine=genuine)
        except ValueError:
            return Statement(receipt.id, receipt.at, {}, genuine=False)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
