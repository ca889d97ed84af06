"""What a person looks for, and where it stands in a text. Pure.

Words are cut and folded as the index does it (SQLite's unicode61 with remove_diacritics 2): case
and the accents of Latin letters do not matter. What was typed is never the index's own syntax.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

MOST_TERMS = 16  # more in one question make it slower, and nobody types them
LONGEST = 160  # characters of an excerpt
LEAD = 24  # characters of an excerpt before the first hit
MOST_MARKS = 64
_QUOTES = re.compile('["“”„«»]')
# The combining marks that the index drops from within a word; all others end it.
_ACCENTS = "".join(chr(0x300 + i) for i in range(50) if 0x000361F808029FDF >> i & 1)
_ACCENT = re.compile(f"[{_ACCENTS}]")
_WORD = re.compile(f"[^\\W_](?:[^\\W_]|[{_ACCENTS}])*")
# Line breaks and other wide space, with the sign of Markdown that begins a line; emphasis, code.
_NOISE = re.compile(r"(?:[^\S ]\s*| \s+)(?:(?:#+|>|[-*+]) )?|\*\*+|__+|`+")

Range = tuple[int, int]
Word = tuple[str, int, int]  # folded; begin and end
Found = tuple[int, int, int]  # begin, end, number of the term


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that follow each other. `open`: the last one may go on."""

    words: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text on one line, and the half-open ranges in it that were looked for."""

    text: str
    marks: tuple[Range, ...] = ()


def parse(text: str) -> tuple[Term, ...]:
    """Every word on its own; "in quotes", or held-together ones, as they follow each other. What
    one is still typing may go on."""
    pieces = _QUOTES.split(text)
    chunks: list[str] = []
    for place, piece in enumerate(pieces):
        chunks += [piece] if place % 2 else piece.split()
    still_typing = len(pieces) % 2 == 0 or bool(pieces[-1].strip())
    terms = [Term(words) for chunk in chunks if (words := tuple(w for w, _, _ in cut(chunk)))]
    if terms and still_typing:
        terms[-1] = Term(terms[-1].words, open=True)
    return tuple(dict.fromkeys(terms))[-MOST_TERMS:]


def cut(text: str) -> list[Word]:
    """The words of a text, folded, with where they begin and end in it."""
    return [(_bare(found.group()), *found.span()) for found in _WORD.finditer(flat(text))]


def excerpt(text: str, terms: Sequence[Term], *, whole: bool = False) -> Excerpt:
    """Where most of the terms stand close together; the beginning where none is found. `whole`:
    all of a text, which is short."""
    if _ACCENT.search(text):
        text = unicodedata.normalize("NFC", text)
    found = _find(flat(text), terms)
    if whole:
        return _one_line(text, 0, len(text), [(start, end) for start, end, _ in found])
    start = _line_start(text, found[_densest(found)][0]) if found else 0
    end = _line_end(text, start + LONGEST)
    marks = [(a, b) for a, b, _ in found if start <= a and b <= end]
    return _one_line(text, start, end, marks)


def _find(flat: str, terms: Sequence[Term]) -> list[Found]:
    """In the order of reading; where they overlap, the first and longest counts."""
    places = [
        (start, -end, number)
        for number, term in enumerate(terms)
        for start, end in _standing(flat, term)
    ]
    found: list[Found] = []
    for start, end, number in sorted(places):
        if not found or start >= found[-1][1]:
            found.append((start, -end, number))
    return found[:MOST_MARKS]


def _standing(flat: str, term: Term) -> Iterator[Range]:
    """Where a term stands. Looks for its first word alone: a long text is not cut for nothing."""
    first = term.words[0]
    start = flat.find(first)
    while start >= 0:
        end = start + len(first)
        if not (start and flat[start - 1].isalnum()):
            if len(term.words) > 1 or term.open:
                end = _end(flat, term, start)
            elif flat[end : end + 1].isalnum():
                end = 0
            if end:
                yield start, end
        start = flat.find(first, start + len(first))


def _end(flat: str, term: Term, start: int) -> int:
    """0 if the term does not stand there."""
    following = islice(_WORD.finditer(flat, start), len(term.words))
    here = list(following)
    words = tuple(found.group() for found in here)
    if len(words) < len(term.words) or words[:-1] != term.words[:-1]:
        return 0
    last = term.words[-1]
    return here[-1].end() if words[-1] == last or (term.open and words[-1].startswith(last)) else 0


def _densest(found: Sequence[Found]) -> int:
    """The hit after which most of the terms stand within one excerpt."""

    def kinds(at: int) -> int:
        until = found[at][0] + LONGEST - LEAD
        return len({number for _, end, number in found[at:] if end <= until})

    return max(range(len(found)), key=kinds, default=0)


def _line_start(text: str, hit: int) -> int:
    """A little before a hit, at the beginning of a word."""
    start = max(0, hit - LEAD)
    if start == 0:
        return 0
    space = re.compile(r"\s").search(text, start, hit)
    return space.end() if space else hit


def _line_end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", end - LEAD, end), text.rfind("\n", end - LEAD, end))
    return space if space > 0 else end


def _one_line(text: str, start: int, end: int, marks: Sequence[Range]) -> Excerpt:
    """Without line breaks and signs of Markdown; the marks move along."""
    line = "…" if text[:start].strip() else ""
    kept: list[tuple[int, int]] = []  # where a piece began in the text, and begins in the line
    at = start
    for noise in _NOISE.finditer(text, start, end):
        kept.append((at, len(line)))
        line += text[at : noise.start()]
        if noise.group()[0].isspace() and line[-1:] not in ("", " "):
            line += " "
        at = noise.end()
    kept.append((at, len(line)))
    line += text[at:end]
    if text[end:].strip():
        line += "…"

    def moved(edge: int) -> int:
        piece, place = kept[bisect_right(kept, edge, key=lambda begins: begins[0]) - 1]
        return place + edge - piece

    return Excerpt(line, tuple((moved(begin), moved(stop - 1) + 1) for begin, stop in marks))


def flat(text: str) -> str:
    """Folded, with every character where it was."""
    return text.lower() if text.isascii() else text.translate(_FLAT)


def _bare(word: str) -> str:
    """Without the accents that are signs of their own."""
    return word if word.isascii() else word.translate(_NO_ACCENTS)


class _Flat(dict[int, str]):
    """Folds character by character, so that every place stays where it is."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


_FLAT = _Flat()
_NO_ACCENTS = dict.fromkeys(map(ord, _ACCENTS))


def _folded(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii():
        return base.lower()
    ways = (character.casefold(), character.lower())
    return next((folded for folded in ways if len(folded) == 1), character)
