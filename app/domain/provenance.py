"""Where each character of an edited reply came from: kept from the model, or typed by the user.

Words are the unit: a style is a matter of words, and a character diff would call the shared
letters of two different words "kept".
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.ledger import Provenance, Span

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def words(text: str) -> list[str]:
    """Words, runs of white space and single marks; joined again they are the text."""
    return _WORD.findall(text)


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in a word-level diff."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """The shortest way from `before` to `after` in whole words, as runs in reading order."""
    a, b = words(before), words(after)
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    pieces: list[Piece] = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.SAME, "".join(a[a0:a1])))
            continue
        if a1 > a0:
            pieces.append(Piece(Change.REMOVED, "".join(a[a0:a1])))
        if b1 > b0:
            pieces.append(Piece(Change.ADDED, "".join(b[b0:b1])))
    return pieces


def spans_of_edit(reply: str, edited: str) -> tuple[Span, ...]:
    """Provenance of every character of `edited`: half-open, adjacent, in order, no gaps."""
    spans: list[Span] = []
    position = 0
    for piece in word_diff(reply, edited):
        if piece.change is Change.REMOVED:
            continue
        origin = Provenance.KEPT if piece.change is Change.SAME else Provenance.TYPED
        spans.append(Span(position, position + len(piece.text), origin))
        position += len(piece.text)
    return tuple(spans)
