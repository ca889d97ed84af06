"""Where each character of an edited reply came from: kept from the model, typed by the user,
pasted, or rewritten by the model at the user's wish.

Words are the unit: a style is a matter of words, and a character diff would call the shared
letters of two different words "kept". Each word is mapped to one character, so that Myers'
algorithm (1986, by diff-match-patch, which stops refining after a second) compares words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from diff_match_patch import diff_match_patch

from app.domain.ledger import Provenance, Signal, Span
from app.domain.redaction import placeholders
from app.domain.repeats import repeats

Range = tuple[int, int]
"""Half-open, in characters of a text."""

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


@dataclass(frozen=True, slots=True)
class Draft:
    """The user's version of a reply, and the parts of it that the editor saw come in other ways
    than by typing."""

    text: str
    pasted: tuple[Range, ...] = ()
    rewritten: tuple[Range, ...] = ()

    @classmethod
    def of(cls, edit: Signal, text: str) -> Draft:
        """As it was saved, to be written on: `text`, of which the signal has placeholders in place
        of what is private."""
        starts = _places(edit, text)
        return cls(
            text,
            _ranges(edit.spans, Provenance.PASTED, starts),
            _ranges(edit.spans, Provenance.REWRITTEN, starts),
        )


def spans_of_edit(
    reply: str,
    edited: str,
    pasted: Sequence[Range] = (),
    rewritten: Sequence[Range] = (),
    untrusted: Sequence[str] = (),
) -> tuple[Span, ...]:
    """Provenance of every character of `edited`: half-open, adjacent, in order, no gaps.

    What repeats a long run of an `untrusted` text is untrusted, whoever put it there. What the
    model had written stays kept, however it came into the text. Of the rest, what was both pasted
    and rewritten counts as pasted, which is trusted less."""
    spans: list[Span] = []
    position = 0
    for piece in word_diff(reply, edited):
        if piece.change is Change.REMOVED:
            continue
        end = position + len(piece.text)
        if piece.change is Change.SAME:
            spans.append(Span(position, end, Provenance.KEPT))
        else:
            spans += _new_text(position, end, pasted, rewritten)
        position = end
    doubtful = [Span(*found, Provenance.UNTRUSTED) for found in repeats(edited, untrusted)]
    return overlaid(spans, doubtful)


def overlaid(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` with `others`, which are in order and apart, in place of what they cover."""
    return tuple(_joined(_overlaid(spans, others)))


def still_untrusted(signal: Signal, text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` of `text`, with what nobody vouched for in the signal: it stays so where it was not
    touched since, and wherever a long run of it has gone."""
    doubtful = [span for span in signal.spans if span.provenance is Provenance.UNTRUSTED]
    if not doubtful:
        return tuple(spans)
    before = signal.reply if signal.edited is None else signal.edited
    moved = repeats(text, [before[span.start : span.end] for span in doubtful])
    for ranges in (tuple(_untouched(doubtful, before, text)), moved):
        spans = overlaid(spans, [Span(*place, Provenance.UNTRUSTED) for place in ranges])
    return tuple(spans)


def stands_for(redacted: str, text: str) -> bool:
    """Whether the one is the other with placeholders in place of what is private."""
    places = placeholders(redacted)
    starts, ends = [0, *(end for _, end in places)], [*(s for s, _ in places), len(redacted)]
    told = 0
    for start, end in zip(starts, ends, strict=True):
        at = text.find(redacted[start:end], told)
        if at < 0:
            return False
        told = at + end - start
    return bool(places) or redacted == text


def shifted(ranges: Iterable[Range], by: int, length: int) -> tuple[Range, ...]:
    """The same parts of a text that lost its first `by` characters and has `length` left."""
    moved = ((max(0, start - by), min(length, end - by)) for start, end in ranges)
    return tuple((start, end) for start, end in moved if start < end)


def _new_text(
    start: int, end: int, pasted: Sequence[Range], rewritten: Sequence[Range]
) -> Iterator[Span]:
    """Spans of [start, end), cut where one of the ranges begins or ends."""
    edges = {edge for part in (*pasted, *rewritten) for edge in part if start < edge < end}
    places = [start, *sorted(edges), end]
    for here, there in pairwise(places):
        if _within(here, pasted):
            yield Span(here, there, Provenance.PASTED)
        elif _within(here, rewritten):
            yield Span(here, there, Provenance.REWRITTEN)
        else:
            yield Span(here, there, Provenance.TYPED)


def _overlaid(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    told = 0  # all before is done
    for other in others:
        yield from _between(spans, told, other.start)
        yield other
        told = other.end
    yield from _between(spans, told, spans[-1].end if spans else 0)


def _untouched(spans: Sequence[Span], before: str, after: str) -> Iterator[Range]:
    """Where what is left of `spans`, of the one text, stands in the other."""
    here = there = 0
    for piece in word_diff(before, after):
        length = len(piece.text)
        if piece.change is Change.SAME:
            for span in _between(spans, here, here + length):
                yield there + span.start - here, there + span.end - here
        here += length if piece.change is not Change.ADDED else 0
        there += length if piece.change is not Change.REMOVED else 0


def _between(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for span in spans:
        left, right = max(span.start, start), min(span.end, end)
        if left < right:
            yield Span(left, right, span.provenance)


def _within(place: int, ranges: Sequence[Range]) -> bool:
    return any(start <= place < end for start, end in ranges)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].provenance is span.provenance:
            joined[-1] = Span(joined[-1].start, span.end, span.provenance)
        else:
            joined.append(span)
    return joined


def _places(edit: Signal, text: str) -> dict[Span, int]:
    """Where the spans of an edit begin in `text`, which has others for its placeholders. Those that
    do not stand there in this order are left out."""
    edited, places, told = edit.edited or "", {}, 0
    for span in edit.spans:
        if span.provenance is Provenance.PLACEHOLDER and edited != text:
            continue
        at = text.find(edited[span.start : span.end], told)
        if at >= 0:
            places[span] = at
            told = at + span.end - span.start
    return places


def _ranges(
    spans: Sequence[Span], origin: Provenance, places: Mapping[Span, int]
) -> tuple[Range, ...]:
    return tuple(
        (places[span], places[span] + span.end - span.start)
        for span in spans
        if span.provenance is origin and span in places
    )
