"""Which characters of a text each of its tokens stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.runtime import Base


def character_ranges(text: str, tokens: Sequence[int], base: Base) -> list[tuple[int, int]]:
    """The characters [start, end) of `text` that each of its tokens covers.

    Tokens that share a character (an emoji in pieces) share a range. A tokenizer that changes the
    text gives no such ranges: then every token covers all of it.
    """
    groups = _readable_groups(tokens, base)
    written = "".join(piece for piece, _ in groups)
    shift = len(written) - len(text)  # some vocabularies write a space before the first word
    if shift < 0 or written[shift:] != text or written[:shift].strip():
        return [(0, len(text))] * len(tokens)
    ranges: list[tuple[int, int]] = []
    at = -shift
    for piece, count in groups:
        start, at = at, at + len(piece)
        ranges += [(min(max(start, 0), max(at, 1) - 1), max(at, 1))] * count
    return ranges


def _readable_groups(tokens: Sequence[int], base: Base) -> list[tuple[str, int]]:
    """(text, number of tokens) of the shortest runs that are whole characters."""
    groups: list[tuple[str, int]] = []
    pending: list[int] = []
    for token in tokens:
        pending.append(token)
        piece = base.detokenize(pending)
        if "\ufffd" not in piece:
            groups.append((piece, len(pending)))
            pending = []
    if pending:
        groups.append((base.detokenize(pending), len(pending)))
    return groups
