"""All words that are in an index, in memory: what a word may go on to, and what it may have meant.

Reading it whole takes as long as a search may, so it is kept. A message that was added brings its
own words; once a text is changed or deleted, all is read anew, so that no word outlives its text.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.domain.searching import cut
from app.store.connection import Handle

MOST_NEAR = 12
MOST_AT_ONCE = 500  # texts that were added; reading more costs more than reading all words
ONE_ERROR_FROM, TWO_ERRORS_FROM = 4, 8  # characters
LONGEST_TYPED = 40  # characters; longer words are not typed, they are pasted
_BETWEEN = "\n"  # in no word

_Pool = tuple[int, str]  # the words with that letter at that place, 0 or 1


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts of a table, their index and its words."""

    table: str
    column: str
    words: str


MESSAGES = Corpus("messages", "text", "messages_words")
TITLES = Corpus("conversations", "title", "titles_words")


class Vocabulary:
    """Of one corpus. Whoever uses it keeps the other threads out of the handle."""

    def __init__(self, handle: Handle, corpus: Corpus) -> None:
        self._handle = handle
        self._corpus = corpus
        self._texts: dict[str, int] = {}
        self._sorted: list[str] = []
        self._joined = _BETWEEN
        self._by_letter: dict[_Pool, list[str]] = {}
        self._beginnings: dict[tuple[_Pool, int], list[str]] = {}
        self._seen: tuple[int, int] | None = None  # texts lost, and the last one that came
        self._watch()

    def refresh(self) -> None:
        """Cheap while nothing happened."""
        lost, last = self._state()
        if (lost, last) == self._seen:
            return
        new = None if self._seen is None or self._seen[0] != lost else last - self._seen[1]
        if new is None or not 0 < new <= MOST_AT_ONCE:
            self._read()
        else:
            self._add(self._seen[1] if self._seen else 0)
        self._seen = (lost, last)

    def texts_with(self, word: str) -> int:
        """How many texts have it."""
        return self._texts.get(word, 0)

    def completions(self, beginning: str) -> Sequence[str]:
        """The words that begin so, in the order of the alphabet."""
        first = bisect_left(self._sorted, beginning)
        after = bisect_left(self._sorted, beginning + chr(0x10FFFF), first)
        return self._sorted[first:after]

    def commonest(self, words: Iterable[str], most: int) -> list[str]:
        return sorted(words, key=lambda word: -self._texts[word])[:most]

    def near(self, word: str, *, open_: bool) -> list[str]:
        """What was meant by a word that may have typing errors, likeliest first; with `open_` it
        may go on. The first letter is trusted unless that finds nothing."""
        errors = (len(word) >= ONE_ERROR_FROM) + (len(word) >= TWO_ERRORS_FROM)
        if not errors or len(word) > LONGEST_TYPED:
            return []
        look = self._near_beginnings if open_ else self._near_words
        # The first letter may be too much or exchanged with the second, wrong, or lost.
        other = [(0, word[1]), (1, word[1]), (1, word[0])]
        return look(word, [(0, word[0])], errors) or look(word, other, errors)

    def holding(self, part: str, most: int) -> list[str]:
        """The commonest words with `part` in their middle or at their end: compounds, and writing
        that puts no spaces between its words."""
        if len(part) < ONE_ERROR_FROM and part.isascii():
            return []
        found, at = [], self._joined.find(part)
        while at >= 0:
            begin, end = self._joined.rfind(_BETWEEN, 0, at) + 1, self._joined.find(_BETWEEN, at)
            if begin < at:
                found.append(self._joined[begin:end])
            at = self._joined.find(part, end)
        return self.commonest(found, most)

    def _near_words(self, word: str, pools: Sequence[_Pool], errors: int) -> list[str]:
        others = chain.from_iterable(self._by_letter.get(pool, ()) for pool in pools)
        found = self._by_distance(word, list(others), errors)
        return [other for other in found if other != word][:MOST_NEAR]

    def _near_beginnings(self, word: str, pools: Sequence[_Pool], errors: int) -> list[str]:
        """Words that begin with something like it, but not with itself."""
        sizes = (len(word) - 1, len(word), len(word) + 1)
        beginnings = [self._cut_off(pool, size) for pool in pools for size in sizes]
        found: dict[str, None] = {}
        for beginning in self._by_distance(word, list(chain(*beginnings)), errors):
            going_on = [w for w in self.completions(beginning) if not w.startswith(word)]
            found |= dict.fromkeys(self.commonest(going_on, MOST_NEAR))
            if len(found) >= MOST_NEAR:
                break
        return list(found)[:MOST_NEAR]

    def _cut_off(self, pool: _Pool, size: int) -> list[str]:
        """The words of a pool, as far as that; kept, as one key after the other is pressed."""
        if (pool, size) not in self._beginnings:
            cut_off = dict.fromkeys(word[:size] for word in self._by_letter.get(pool, ()))
            self._beginnings[pool, size] = list(cut_off)
        return self._beginnings[pool, size]

    def _by_distance(self, word: str, others: Collection[str], errors: int) -> list[str]:
        found = process.extract(word, others, scorer=OSA.distance, score_cutoff=errors, limit=None)
        found.sort(key=lambda hit: (hit[1], -self._texts.get(hit[0], 0), hit[0]))
        return [other for other, _, _ in found]

    # keeping it

    def _watch(self) -> None:
        """Counts texts that are changed or deleted, within this connection and in memory alone;
        what is rolled back is not counted."""
        table, column, words = self._corpus.table, self._corpus.column, self._corpus.words
        counts = f"UPDATE {words}_lost SET texts = texts + 1; END"  # noqa: S608 - our own names
        with self._handle.transaction() as db:
            db.execute(f"CREATE TEMP TABLE {words}_lost (texts INTEGER NOT NULL)")
            db.execute(f"INSERT INTO {words}_lost VALUES (0)")  # noqa: S608
            db.execute(
                f"CREATE TEMP TRIGGER {words}_out AFTER DELETE ON main.{table} BEGIN {counts}"
            )
            db.execute(
                f"CREATE TEMP TRIGGER {words}_new AFTER UPDATE OF {column} ON main.{table}"
                f" WHEN old.{column} IS NOT new.{column} BEGIN {counts}"
            )

    def _state(self) -> tuple[int, int]:
        row = self._handle.rows(
            f"SELECT texts, (SELECT coalesce(max(seq), 0) FROM {self._corpus.table}) AS last"  # noqa: S608
            f" FROM {self._corpus.words}_lost"
        )[0]
        return row["texts"], row["last"]

    def _read(self) -> None:
        rows = self._handle.rows(f"SELECT term, doc FROM {self._corpus.words}")  # noqa: S608
        self._texts = {row["term"]: row["doc"] for row in rows}
        self._sorted = sorted(self._texts)
        self._joined = _BETWEEN + "".join(word + _BETWEEN for word in self._sorted)
        self._by_letter.clear()
        self._beginnings.clear()
        for word in self._sorted:
            self._sort_in(word)

    def _add(self, after: int) -> None:
        rows = self._handle.rows(
            f"SELECT {self._corpus.column} AS text FROM {self._corpus.table} WHERE seq > ?",  # noqa: S608
            [after],
        )
        self._beginnings.clear()
        for row in rows:
            for word in {word for word, _, _ in cut(row["text"])}:
                if word not in self._texts:
                    self._texts[word] = 0
                    self._joined += word + _BETWEEN
                    insort(self._sorted, word)
                    self._sort_in(word)
                self._texts[word] += 1

    def _sort_in(self, word: str) -> None:
        for place, letter in enumerate(word[:2]):
            self._by_letter.setdefault((place, letter), []).append(word)
