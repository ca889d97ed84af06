"""Where each character of an edited reply came from: kept from the model, or typed by the user.

Words are the unit: a style is a matter of words, and a character diff would call the shared
letters of two different words "kept". Each word is mapped to one character, so that Myers'
algorithm (1986, by diff-match-patch, which stops refining after a second) compares words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diff_match_patch import diff_match_patch

from app.domain.ledger import Provenance, Span
from app.domain.repeats import repeats

_WORD = re.compile(r"\s+|\w+(?:['\u2019]\w+)*|[^\w\s]")
_FIRST = 0xE000  # a private-use area: no letter that the algorithm could take for a separator
_PRIVATE = 0x1900  # how many there are before the planes above, which come next


def words(text: str) -> list[str]:
    """Words, runs of white space and single marks; joined again they are the text."""
    return _WORD.findall(text)


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


_CHANGES = {0: Change.SAME, 1: Change.ADDED, -1: Change.REMOVED}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in a word-level diff."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """A short way from `before` to `after` in whole words, as runs in reading order."""
    known: dict[str, str] = {}
    coded = [
        "".join(known.setdefault(word, _character(len(known))) for word in words(text))
        for text in (before, after)
    ]
    spelled = {character: word for word, character in known.items()}
    runs = diff_match_patch().diff_main(*coded, False)
    return [Piece(_CHANGES[op], "".join(spelled[c] for c in code)) for op, code in runs]


def _character(position: int) -> str:
    """Never a surrogate: private-use characters first, then the planes above."""
    return chr(_FIRST + position if position < _PRIVATE else 0x10000 + position - _PRIVATE)


def spans_of_edit(reply: str, edited: str, untrusted: Sequence[str] = ()) -> tuple[Span, ...]:
    """Provenance of every character of `edited`: half-open, adjacent, in order, no gaps. What
    repeats a long run of an `untrusted` text is untrusted, whoever put it there."""
    spans: list[Span] = []
    position = 0
    for piece in word_diff(reply, edited):
        if piece.change is Change.REMOVED:
            continue
        origin = Provenance.KEPT if piece.change is Change.SAME else Provenance.TYPED
        spans.append(Span(position, position + len(piece.text), origin))
        position += len(piece.text)
    return tuple(_overlaid(spans, repeats(edited, untrusted)))


def _overlaid(spans: Sequence[Span], doubtful: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """`spans` with the ranges of `doubtful`, which are in order and apart, made untrusted."""
    told = 0  # all before is done
    for start, end in doubtful:
        yield from _between(spans, told, start)
        yield Span(start, end, Provenance.UNTRUSTED)
        told = end
    yield from _between(spans, told, spans[-1].end if spans else 0)


def _between(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for span in spans:
        left, right = max(span.start, start), min(span.end, end)
        if left < right:
            yield Span(left, right, span.provenance)
