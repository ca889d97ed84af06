"""Search over the texts of all messages and titles: what fits exactly first, then what goes on from
it, then what may have been meant.

What was typed reaches the index only as quoted words. How well a text fits is bm25, blended with
how new it is; where a word is nearly everywhere, bm25 tells nothing, so the newest come first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from itertools import chain
from typing import Any

from app.domain.ledger import Role, utc_now
from app.domain.searching import Term
from app.store.codec import json_text, time_from
from app.store.connection import Handle
from app.store.vocabulary import MESSAGES, TITLES, Vocabulary

ENOUGH = 200  # hits that are ranked; more are not looked for
FEW = 10  # hits that do not keep from looking for what was meant
RANKED = 2000  # the newest hits, of which bm25 chooses
EVERYWHERE = 60_000  # texts that have one of the words: too many to be worth counting for bm25
MOST_WORDS = 32  # that a word may go on to, where there are too many to look for all
INDEXED_BEGINNINGS = (2, 3)  # lengths; the schema's prefix indexes
HALF_LIFE_DAYS = 30.0
RECENCY = 0.5  # what a text of today has over an old one, when the best fit is 1


class Fit(IntEnum):
    """How a text fits what was typed, best first."""

    EXACT = 0
    GOES_ON = 1
    MEANT = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A message, or without one a title, that fits. A higher score is better."""

    conversation: str
    message: str | None
    role: Role | None
    at: datetime
    fit: Fit
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """The places, best first, and every term that was looked for, to be marked in them."""

    places: tuple[Place, ...]
    terms: tuple[Term, ...]


# One choice of terms for each term that was typed; a text must have one of each.
_Question = tuple[tuple[Term, ...], ...]


class Search:
    """Reads the index and its words; thread-safe."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._words = Vocabulary(handle, MESSAGES)
        self._titles = Vocabulary(handle, TITLES)

    def prepare(self) -> None:
        """Takes the words into memory: the first search does it, or whoever knows that one is to
        come. Words of texts that are gone leave it."""
        with self._handle.exclusive():
            self._words.refresh()
            self._titles.refresh()

    def find(self, terms: Sequence[Term]) -> Findings:
        places: dict[str, Place] = {}
        asked: dict[Term, None] = {}
        with self._handle.exclusive():
            self.prepare()
            for fit, question in self._questions(terms):
                if len(places) >= (FEW if fit is Fit.MEANT else ENOUGH):
                    break
                for place in chain(self._in_titles(question, fit), self._in_texts(question, fit)):
                    places.setdefault(place.message or place.conversation, place)
                asked |= dict.fromkeys(chain.from_iterable(question))
        ranked = sorted(places.values(), key=lambda place: (place.fit, -place.score))
        return Findings(tuple(ranked), tuple(asked))

    def texts(self, messages: Sequence[str]) -> dict[str, str]:
        """By message id; one that is gone meanwhile is missing."""
        rows = self._handle.rows(
            "SELECT id, text FROM messages WHERE id IN (SELECT value FROM json_each(?))",
            [json_text(list(messages))],
        )
        return {row["id"]: row["text"] for row in rows}

    def titles(self, conversations: Sequence[str]) -> dict[str, str]:
        """By conversation id."""
        rows = self._handle.rows(
            "SELECT id, title FROM conversations WHERE id IN (SELECT value FROM json_each(?))",
            [json_text(list(conversations))],
        )
        return {row["id"]: row["title"] for row in rows}

    # what to ask

    def _questions(self, terms: Sequence[Term]) -> Iterator[tuple[Fit, _Question]]:
        if not terms:
            return
        yield Fit.EXACT, tuple((Term(term.words),) for term in terms)
        as_typed = tuple(self._going_on(term) for term in terms)
        if terms[-1].open:
            yield Fit.GOES_ON, as_typed
        meant = tuple(
            (*choice, *self._meant(term)) for term, choice in zip(terms, as_typed, strict=True)
        )
        if meant != as_typed:
            yield Fit.MEANT, meant

    def _going_on(self, term: Term) -> tuple[Term, ...]:
        """As the index can look for it at once: a beginning that too many words share, and that
        is in no prefix index, stands for the commonest of them."""
        if not term.open or len(term.words) > 1:
            return (term,)
        (beginning,) = term.words
        if len(beginning) in INDEXED_BEGINNINGS:
            return (term,)
        longer = self._words.completions(beginning)
        if sum(map(self._words.texts_with, longer)) <= EVERYWHERE:
            return (term,)
        commonest = self._words.commonest(longer, MOST_WORDS)
        return tuple(Term((word,)) for word in dict.fromkeys((beginning, *commonest)))

    def _meant(self, term: Term) -> list[Term]:
        if len(term.words) > 1:
            return []
        (word,) = term.words
        near = [
            *self._words.near(word, open_=term.open),
            *self._titles.near(word, open_=term.open),
            *self._words.holding(word, MOST_WORDS),
        ]
        return [Term((other,)) for other in dict.fromkeys(near)]

    # asking

    def _in_texts(self, question: _Question, fit: Fit) -> list[Place]:
        scores = self._best_texts(question)
        found = self._handle.rows(
            "SELECT seq, id, conversation, role, at FROM messages"
            " WHERE seq IN (SELECT value FROM json_each(?))",
            [json.dumps(list(scores))],
        )
        now = utc_now()
        return [_place(row, fit, scores[row["seq"]], now) for row in found]

    def _best_texts(self, question: _Question) -> dict[int, float]:
        """How well the candidates fit, 1 for the best, by their place in the store."""
        if self._texts_with(question) > EVERYWHERE:
            newest = self._handle.rows(
                "SELECT rowid AS seq FROM messages_text WHERE messages_text MATCH ?"
                " ORDER BY rowid DESC LIMIT ?",
                [_match(question), ENOUGH],
            )
            return {row["seq"]: 0.0 for row in newest}
        rows = self._handle.rows(
            "SELECT rowid AS seq, bm25(messages_text) AS distance FROM messages_text"
            " WHERE messages_text MATCH ? ORDER BY rowid DESC LIMIT ?",
            [_match(question), RANKED],
        )
        best = min((row["distance"] for row in rows), default=0.0) or -1.0
        newest, rest = rows[: ENOUGH // 4], rows[ENOUGH // 4 :]
        rest.sort(key=lambda row: row["distance"])
        chosen = [*newest, *rest[: ENOUGH - len(newest)]]
        return {row["seq"]: row["distance"] / best for row in chosen}

    def _texts_with(self, question: _Question) -> int:
        """At most so many texts have any of the words: what the index has to count for bm25."""
        terms = list(chain.from_iterable(question))
        words = [word for term in terms for word in term.words]
        longer = [self._words.completions(term.words[-1]) for term in terms if term.open]
        return sum(map(self._words.texts_with, chain(words, *longer)))

    def _in_titles(self, question: _Question, fit: Fit) -> list[Place]:
        found = self._handle.rows(
            "SELECT id AS conversation, NULL AS id, NULL AS role, updated AS at FROM titles_text"
            " JOIN conversations ON conversations.seq = titles_text.rowid"
            " WHERE titles_text MATCH ? ORDER BY titles_text.rowid DESC LIMIT ?",
            [_match(question), ENOUGH],
        )
        now = utc_now()
        return [_place(row, fit, 1.0, now) for row in found]


def _place(row: dict[str, Any], fit: Fit, relevance: float, now: datetime) -> Place:
    at = time_from(row["at"])
    age = max(0.0, (now - at).total_seconds() / 86_400)
    score = relevance + RECENCY * 0.5 ** (age / HALF_LIFE_DAYS)
    role = Role(row["role"]) if row["role"] else None
    return Place(row["conversation"], row["id"], role, at, fit, score)


def _match(question: _Question) -> str:
    """In the index's own syntax, of which nothing comes from outside: only words, in quotes."""
    return " AND ".join(f"({' OR '.join(map(_quoted, choice))})" for choice in question)


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.open else ""}'
