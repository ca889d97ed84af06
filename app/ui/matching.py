"""Finding what was meant by what was typed: case and accents do not matter. Pure: no Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

LEAST_LIKENESS = 80  # of 100, below which two words are no typing error of each other
LEAST_FOR_TYPOS = 3  # characters; fewer are like anything


class Grade(IntEnum):
    """How a title fits what was typed, best first."""

    BEGINNING = 0
    WORDS = 1  # everything typed begins a word
    PART = 2
    TYPO = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """A title that fits: its place among the titles that were given."""

    at: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Folded:
    """Text without case and accents. `origin[i]`: the character that `text[i]` comes from."""

    text: str
    origin: Sequence[int]


def folded(text: str) -> Folded:
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    pieces, origin = [], []
    for place, character in enumerate(text):
        piece = _bare(character)
        pieces.append(piece)
        origin += [place] * len(piece)
    return Folded("".join(pieces), [*origin, len(text)])


def plain(text: str) -> str:
    """For comparing: `Émile` and `emile` are the same."""
    return folded(text).text


def spans(text: str, needle: str) -> list[tuple[int, int]]:
    """Where `needle` stands in `text`, from the front, never overlapping."""
    wanted = plain(needle)
    if not wanted:
        return []
    here, found, start = folded(text), [], 0
    while (start := here.text.find(wanted, start)) >= 0:
        end = start + len(wanted)
        found.append((here.origin[start], max(here.origin[end], here.origin[end - 1] + 1)))
        start = end
        while start < len(here.text) and here.origin[start] < found[-1][1]:
            start += 1  # the rest of a character that became several
    return found


def best(typed: str, titles: Sequence[str], limit: int) -> list[Fit]:
    """The titles that fit, best first; among equals in the order given."""
    query = " ".join(plain(typed).split())
    if not query:
        return []
    words = re.compile("".join(rf"(?=.*\b{re.escape(word)})" for word in query.split()), re.DOTALL)
    fits = []
    for at, title in enumerate(titles):
        grade, likeness = _grade(query, words, _title(title))
        if grade is not None:
            fits.append((grade, -likeness, at))
    return [Fit(at, grade) for grade, _, at in sorted(fits)[:limit]]


def _grade(query: str, words: re.Pattern[str], title: str) -> tuple[Grade | None, float]:
    if title.startswith(query):
        return Grade.BEGINNING, 100
    if words.match(title):
        return Grade.WORDS, 100
    if query in title:
        return Grade.PART, 100
    if len(query) < LEAST_FOR_TYPOS:
        return None, 0
    measure = fuzz.partial_ratio if len(query) <= len(title) else fuzz.ratio
    likeness = measure(query, title, score_cutoff=LEAST_LIKENESS)
    return (Grade.TYPO if likeness else None), likeness


@lru_cache(maxsize=8192)
def _title(title: str) -> str:
    return " ".join(plain(title).split())


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    once = unicodedata.normalize("NFKD", character).casefold()
    parts = unicodedata.normalize("NFKD", once)
    return "".join(part for part in parts if not unicodedata.combining(part))
