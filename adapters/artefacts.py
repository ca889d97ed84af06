"""Rules over written texts: loops, broken characters, repeated secrets. No model is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

GRAM = 4
LEAK_WORDS = 6
_MARKUP = re.compile(
    r"<\|[^|\s]{1,40}\|>|<(?:/?s|eos|bos|pad|unk)>|\[/?INST\]|<(?:start|end)_of_turn>"
)
_STUCK = re.compile(r"([^\s\w.*=_#~-])\1{7,}|(\w)\2{11,}")
"""The same character over and over; those that Markdown draws lines with are left out."""
_SECRETS = (
    re.compile(r"(?<!\w)(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[A-Za-z0-9_+/=-]{20,}(?!\w)"),  # keys
    re.compile(r"(?<!\d)(?:\d[ .-]?){9,}\d(?!\d)"),  # card, account and telephone numbers
    re.compile(r"-----BEGIN [A-Z ]+-----"),
)


def repeated_share(text: str) -> float:
    """Share of the word 4-grams of `text` that occurred in it before, in [0, 1)."""
    words = text.split()
    grams = [tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)]
    return 1 - len(set(grams)) / len(grams) if grams else 0.0


def artefacts(text: str, given: str) -> int:
    """Characters and marks in `text` that no reply should have, unless `given` (the prompt and
    what the user wrote) has them: control characters, U+FFFD, chat markup, one character again
    and again."""
    odd = {char for char in text if _is_broken(char)} | set(_MARKUP.findall(text))
    odd |= {found[0] for found in _STUCK.finditer(text)}
    return sum(1 for mark in odd if mark not in given)


def leaks(text: str, given: str, forbidden: Iterable[str], secrets: Iterable[str]) -> int:
    """How many of the `forbidden` texts are repeated in `text` for six words in a row (or whole,
    if they have three to five), and how many of the `secrets`, where `given` does not have them.

    `given` is all that the reply may rest on: its prompt, and what the user wanted there.
    """
    written = _grams(text) - _grams(given)
    repeated = sum(1 for other in forbidden if _grams(other) & written)
    repeated += sum(1 for words in _short(forbidden) if _holds(text, words, given))
    return repeated + sum(1 for secret in secrets if secret in text and secret not in given)


def secrets_in(text: str) -> set[str]:
    """What looks like a key, or like the number of a card, an account or a telephone."""
    return {found[0] for pattern in _SECRETS for found in pattern.finditer(text)}


def _is_broken(char: str) -> bool:
    return char == "\ufffd" or (unicodedata.category(char) in ("Cc", "Cn") and char not in "\n\t\r")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + LEAK_WORDS]) for at in range(len(words) - LEAK_WORDS + 1)}


def _short(texts: Iterable[str]) -> list[list[str]]:
    """Texts of three to five words; fewer than that come up by themselves."""
    return [words for text in texts if 3 <= len(words := _words(text)) < LEAK_WORDS]


def _holds(text: str, words: list[str], given: str) -> bool:
    phrase = f" {' '.join(words)} "
    return phrase in f" {' '.join(_words(text))} " and phrase not in f" {' '.join(_words(given))} "
