"""Which stretches of a text repeat another's.

Only letters and digits are compared, in their plain form: a line that a PDF broke, a curly quote or
a ligature must not hide that a passage was taken over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

RUN = 30
"""Letters in a row that are no accident: five or six words."""


def repeats(text: str, sources: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open ranges of `text` that stand in one of `sources`, in order, apart, each with at
    least `RUN` letters."""
    letters, places = _letters(text)
    own = set(_runs(letters))
    shared = {run for source in sources for run in _runs(_letters(source)[0]) if run in own}
    found: list[tuple[int, int]] = []
    for at, run in enumerate(_runs(letters)):
        if run not in shared:
            continue
        start, end = places[at], places[at + RUN - 1] + 1
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _runs(letters: str) -> Iterator[str]:
    return (letters[at : at + RUN] for at in range(len(letters) - RUN + 1))


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of `text`, and for each where it stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = character
        if not character.isascii():
            plain = unicodedata.normalize("NFKD", character).casefold()
        kept = [part.lower() for part in plain if part.isalnum()]
        letters += kept
        places += [place] * len(kept)
    return "".join(letters), places
