"""Which rows a night trains on and which it keeps apart to measure itself.

One session in five is held out, by a hash of the session: deleting a row never moves another
row across the split (docs/decisions/0004). A ledger with few sessions may get no usable split
that way; then single rows are hashed instead. Only when even that leaves too few on either side
is there nothing to gate with, and the night is skipped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.ledger import Kind, Signal

MIN_TRAIN = 8
MIN_HELD_OUT = 5
_ONE_IN = 5


@dataclass(frozen=True, slots=True)
class Split:
    """`aside` are the other signals of sessions that are held out: nothing can be checked with
    them, and they are learned when everything is. `unit` says what was hashed: "session" or "row".
    """

    train: tuple[Signal, ...]
    held_out: tuple[Signal, ...]
    aside: tuple[Signal, ...]
    unit: str

    @property
    def enough(self) -> bool:
        return len(self.train) >= MIN_TRAIN and len(self.held_out) >= MIN_HELD_OUT


def is_held_out(session: str) -> bool:
    """Whether a split by sessions keeps this one apart."""
    digest = hashlib.sha256(b"reverie hold-out\0" + session.encode()).digest()
    return int.from_bytes(digest[:8], "big") % _ONE_IN == 0


def split(signals: Sequence[Signal]) -> Split:
    """Only edits can be held out: they alone say what the user wanted instead."""
    by_session = _split(signals, "session", lambda s: is_held_out(s.session))
    if by_session.enough:
        return by_session
    return _by_row(signals)


def _split(signals: Sequence[Signal], unit: str, held: Callable[[Signal], bool]) -> Split:
    ordered = sorted(signals, key=lambda s: s.id)
    apart = [s for s in ordered if held(s)]
    held_out = tuple(s for s in apart if s.kind is Kind.EDIT and s.edited)
    return Split(
        train=tuple(s for s in ordered if not held(s)),
        held_out=held_out,
        aside=tuple(s for s in apart if s not in held_out),
        unit=unit,
    )


def _by_row(signals: Sequence[Signal]) -> Split:
    """At least `MIN_HELD_OUT` edits with the smallest hashes: a row that leaves moves at most one
    other across, and most of the time none."""
    edits = [s for s in signals if s.kind is Kind.EDIT and s.edited]
    ranked = sorted(edits, key=lambda s: hashlib.sha256(f"hold-out\0{s.id}".encode()).digest())
    wanted = max(MIN_HELD_OUT, len(edits) // _ONE_IN)
    apart = {s.id for s in ranked[:wanted]}
    return _split(signals, "row", lambda s: s.id in apart)
