"""How much a memory is what somebody means by a few words of it. Pure."""

from __future__ import annotations

from rapidfuzz import fuzz

from app.domain.topics import words

_LABELS = frozenset(("name", "names", "called", "heißt", "heisst", "heiße", "age", "alter", "fact"))
"""What one calls a memory by, though its text need not have the word."""
_SAME_WORD = 80.0


def meant_by(text: str) -> tuple[str, ...]:
    """The words of it that a memory must have."""
    return tuple(word for word in words(text) if word not in _LABELS) or words(text)


def likeness(meant: str, text: str) -> float:
    """0 to 100. 100 where all words that tell something stand in the text, in whatever order."""
    asked = meant_by(meant)
    said = words(text)
    if not asked or not said:
        return 0.0
    best = (max(fuzz.ratio(word, other) for other in said) for word in asked)
    return sum(score for score in best if score >= _SAME_WORD) / len(asked)
