"""Secrets and private numbers in a text, and the same text with placeholders in their place.

What a stranger should not read must not be learned either: a model repeats what it was trained on
(Carlini et al. 2019, arXiv 1802.08232). The finders are `app.domain.credentials` and
`app.domain.private_numbers`; here their finds become a text without them. No value, no repr and no
error of this module holds what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.domain.blocks import blocks
from app.domain.credentials import credentials, private_keys
from app.domain.ledger import Provenance, Span
from app.domain.private import Found, Private
from app.domain.private_numbers import numbers

REGIONS = ("US", "GB", "DE")
"""Where a telephone number without a country code is looked for, wherever the program runs: what a
night learns from must not depend on the machine's language."""
_REPEATED = 6
"""Characters from which a secret is known again without the words that gave it away."""


_PLACEHOLDER = re.compile("|".join(re.escape(kind.placeholder) for kind in Private))


@dataclass(frozen=True, slots=True)
class Redacted:
    """`text` has placeholders where `found`, in order and apart, stood in the original."""

    text: str
    found: tuple[Found, ...] = ()

    @property
    def placed(self) -> tuple[Found, ...]:
        """The same in the places of `text`."""
        changes = (len(one.kind.placeholder) - (one.end - one.start) for one in self.found)
        return tuple(
            Found(one.start + moved, one.start + moved + len(one.kind.placeholder), one.kind)
            for one, moved in zip(self.found, accumulate(changes, initial=0), strict=False)
        )

    def spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Provenance of the original's characters as that of `text`, which every placeholder in it
        says of itself, those of the original as well."""
        placed = self.placed
        moved = [
            Span(*ends, span.provenance)
            for span in spans
            if (ends := (self._moved(span.start, placed), self._moved(span.end, placed)))
            and ends[0] < ends[1]
        ]
        return tuple(_overlaid(moved, placeholders(self.text)))

    def original(self, found: Found) -> Found:
        """Where something that is found in `text`, beside the placeholders, stood before."""
        pairs = list(zip(self.placed, self.found, strict=True))

        def back(place: int) -> int:
            ends = [old.end - new.end for new, old in pairs if new.end <= place]
            return place + (ends[-1] if ends else 0)

        return Found(back(found.start), back(found.end), found.kind)

    def _moved(self, place: int, placed: Sequence[Found]) -> int:
        by = 0
        for before, after in zip(self.found, placed, strict=True):
            if place <= before.start:
                break
            if place < before.end:
                return after.end
            by = after.end - before.end
        return place + by


def redacted(text: str, regions: Sequence[str] = REGIONS) -> Redacted:
    """Slow the first time (a fifth of a second, for tables), and then for a long text some
    milliseconds a page: not for the thread of a window. A second time it finds nothing."""
    (one,) = redacted_together([text], regions)
    return one


def redacted_together(texts: Sequence[str], regions: Sequence[str] = REGIONS) -> list[Redacted]:
    """Texts of one signal: what one of them gives away is found in the others, too."""
    results = [Redacted(text) for text in texts]
    while any(more := _found([one.text for one in results], regions)):
        # What is gone may have hidden the beginning of another.
        results = [
            _replaced(text, (*one.found, *map(one.original, found)))
            for text, one, found in zip(texts, results, more, strict=True)
        ]
    return results


def _found(texts: Sequence[str], regions: Sequence[str]) -> list[list[Found]]:
    results = [_search(text, regions) for text in texts]
    known = {
        text[one.start : one.end]: one.kind
        for text, found in zip(texts, results, strict=True)
        for one in found
        if one.end - one.start >= _REPEATED
    }
    return [_with_repeated(text, found, known) for text, found in zip(texts, results, strict=True)]


def placeholders(text: str) -> list[tuple[int, int]]:
    """Where placeholders stand in a text, in order."""
    return [found.span() for found in _PLACEHOLDER.finditer(text)] if "[" in text else []


def kinds_in(text: str) -> frozenset[Private]:
    """What the placeholders in a text stand for."""
    return frozenset(Private(text[start + 1 : end - 1]) for start, end in placeholders(text))


def _search(text: str, regions: Sequence[str]) -> list[Found]:
    taken = _Taken(placeholders(text))
    taken.add(private_keys(text))
    for start, block in blocks(text):
        for find in (credentials(block), numbers(block, regions)):
            taken.add(Found(start + one.start, start + one.end, one.kind) for one in find)
    return taken.found


class _Taken:
    """The first find of a place holds it."""

    def __init__(self, closed: Iterable[tuple[int, int]]) -> None:
        self._closed = list(closed)
        self.found: list[Found] = []

    def add(self, found: Iterable[Found]) -> None:
        for one in found:
            if not any(one.start < end and start < one.end for start, end in self._closed):
                self._closed.append((one.start, one.end))
                self.found.append(one)


def _with_repeated(text: str, found: Sequence[Found], known: dict[str, Private]) -> list[Found]:
    taken = _Taken(placeholders(text))
    for secret in sorted(known, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(secret)}(?!\w)"
        taken.add(Found(*hit.span(), known[secret]) for hit in re.finditer(pattern, text))
    taken.add(found)
    return taken.found


def _replaced(text: str, found: Iterable[Found]) -> Redacted:
    ordered = sorted(found, key=lambda one: one.start)
    parts, told = [], 0
    for one in ordered:
        parts += [text[told : one.start], one.kind.placeholder]
        told = one.end
    return Redacted("".join([*parts, text[told:]]), tuple(ordered))


def _overlaid(spans: Sequence[Span], places: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """`spans` with the `places`, which are in order and apart, made placeholders."""
    edges = sorted({edge for place in places for edge in place})
    for span in spans:
        inner = [edge for edge in edges if span.start < edge < span.end]
        for start, end in zip([span.start, *inner], [*inner, span.end], strict=True):
            hidden = any(left <= start and end <= right for left, right in places)
            yield Span(start, end, Provenance.PLACEHOLDER if hidden else span.provenance)
