"""How much of a text the user would still have to change: 0 nothing, 1 every word."""

from __future__ import annotations


def edit_cost(written: str, wanted: str) -> float:
    """Word-level Levenshtein distance over the longer length, in [0, 1]; 0 for two empty texts.

    Words are what whitespace separates, so case and punctuation count and layout does not.
    Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966);
    two rows of Wagner and Fischer's table (1974) are kept at a time.
    """
    left, right = written.split(), wanted.split()
    if not left and not right:
        return 0.0
    above = list(range(len(right) + 1))
    for row, word in enumerate(left, start=1):
        current = [row]
        for column, other in enumerate(right, start=1):
            replaced = above[column - 1] + (word != other)
            current.append(min(above[column] + 1, current[column - 1] + 1, replaced))
        above = current
    return above[-1] / max(len(left), len(right))
