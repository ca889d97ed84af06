"""A few rows that can be learned and forgotten, and the receipt of that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from app.domain.ledger import Adapter, Night, Signal, utc_now
from app.domain.receipts import Statement
from app.domain.simulated import corrections
from app.services import Reverie

ROWS = corrections([f"Write at some length about the harbour number {n}." for n in range(4)])


def with_rows(profile: Path) -> Iterator[Reverie]:
    """Opened, with the rows in it."""
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        opened.store.signals.add_many(ROWS)
        yield opened


def learn(reverie: Reverie, name: str, rows: list[Signal]) -> Adapter:
    """A night that promotes an adapter of that name, which saw `rows`."""
    ids = tuple(row.id for row in rows)
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    made = Adapter(name, f"night-{name}", "ba5e", sha256, ids, active=True)
    night = Night(made.night, utc_now(), base="ba5e", rows=ids)
    reverie.store.promote(night, made, name.encode())
    kept = reverie.store.nights.get(night.id)
    assert kept is not None
    reverie.receipts.night_ended(kept, made)
    return made


def only(reverie: Reverie) -> Statement:
    (statement,) = reverie.receipts.all()
    return statement
