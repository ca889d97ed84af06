"""A long text piece by piece, so that no single search keeps other threads waiting."""

from __future__ import annotations

from collections.abc import Iterator

LENGTH = 2_000
"""Characters: a few milliseconds for the slowest of our patterns."""


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """(where it begins, the piece): whole lines, `LENGTH` characters at most; a longer line is cut
    at a space."""
    start = 0
    while start < len(text):
        end = start + LENGTH
        if end < len(text):
            cuts = (text.rfind(mark, start, end) for mark in ("\n", ". ", " "))
            end = next((cut + 1 for cut in cuts if cut > start), end)
        yield start, text[start:end]
        start = end
