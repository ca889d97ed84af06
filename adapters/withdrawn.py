"""What the user once wrote and has since taken out again is not learned from older rows either.

A night reads the whole ledger. Where something got into it that the user does not want any more (a
signature of old, or an advertisement that somebody slipped into what they pasted), the adapter
repeats it, and the user takes it out again and again, while the older rows teach it anew every
night. One correction says what this reply should have been; a second one says that the passage is
not wanted. From then on it is not learned where it stands in older rows: there it weighs nothing.

A passage is three words in a row, where the ends of lines and of the text count as words. It counts
as withdrawn in a row if the user put it in themselves once (with a word that was new to the reply),
and since that row, or any later text that they wanted so, has taken it out of replies at least
twice and at least half as often as they had put it in. Each text that they wanted without it since
makes up for one in which they had put it. The prompts must be of one kind: what is unwanted to one
reader may be a habit to another. Pinned rows say that what stands in them holds. Of what a passage
stands beside every time, a word or two go with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from math import ceil

from adapters.alike import Words, least_alike, nearest
from adapters.examples import WITHDRAWN, Row, Span
from adapters.heldout import wanted_text

LEAST = 2
SHARE = 0.5
LENGTH = 3
MOST_PROMPTS = 12
"""The newest are kept to compare prompts with: enough to know a kind by."""
_PIECE = re.compile(r"\n\W*|\w+[^\w\n]*")
_WORD = re.compile(r"\w+")
_BEGIN, _BREAK, _END = "<", "\n", ">"
_MARKS = {_BEGIN, _BREAK, _END}

Passage = tuple[str, ...]


@dataclass(slots=True)
class _TakenOut:
    """How often a passage was taken out of replies, and what had been asked there."""

    times: int = 0
    prompts: list[Words] = field(default_factory=list)

    def add(self, asked: Words) -> None:
        self.times += 1
        if len(self.prompts) < MOST_PROMPTS:
            self.prompts.append(asked)

    def is_for(self, asked: Words) -> bool:
        return nearest(asked, self.prompts) >= least_alike(self.prompts)

    def outweighs(self, put_in: int, done_without: Iterable[Words]) -> bool:
        """`done_without`: what was asked for the texts that were wanted without it since."""
        if put_in == 0 or self.times < LEAST:
            return False
        missing = max(ceil(put_in - self.times / SHARE), 0)
        alike = filter(self.is_for, done_without)
        return sum(1 for _ in islice(alike, missing)) == missing


@dataclass(frozen=True, slots=True)
class _Read:
    """A row's passages: in the text that was wanted, those that the user `added` to the reply with
    a word that it did not have (to break its lines elsewhere is to say nothing new), and those that
    they `cut`."""

    row: Row
    asked: Words
    wanted: set[Passage]
    added: set[Passage]
    cut: set[Passage]

    @classmethod
    def of(cls, row: Row) -> _Read:
        asked, wanted = _words(row.prompt[-1]["content"]), _passages(wanted_text(row))
        if row.kind != "edit":
            return cls(row, asked, wanted, set(), set())
        had, reply = _words(row.reply), _passages(row.reply)
        added = {it for it in wanted - reply if not had.issuperset(set(it) - _MARKS)}
        return cls(row, asked, wanted, added, reply - wanted)

    def does_without(self, passage: Passage) -> bool:
        """Whether a text was wanted that does not have it, and it was not cut from the reply."""
        return bool(self.wanted) and passage not in self.wanted and passage not in self.cut


def mark_withdrawn(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows in their order; what they hold of withdrawn passages is marked as such by spans."""
    newest_first = [_Read.of(row) for row in sorted(rows, key=lambda row: (row.age, row.id))]
    put_in = Counter(passage for read in newest_first for passage in read.added)
    held = {passage for read in newest_first if read.row.pinned for passage in read.wanted}
    taken_out: defaultdict[Passage, _TakenOut] = defaultdict(_TakenOut)
    marked: dict[str, Row] = {}
    since: list[_Read] = []
    withdrawn: set[Passage] = set()
    for read in newest_first:
        candidates = {
            it for it in (read.wanted & taken_out.keys()) - held if taken_out[it].is_for(read.asked)
        }
        withdrawn |= {
            it
            for it in candidates - withdrawn  # what outweighs once does so in all older rows
            if taken_out[it].outweighs(
                put_in[it], (newer.asked for newer in since if newer.does_without(it))
            )
        }
        gone = candidates & withdrawn
        held |= read.wanted - gone
        if gone:
            marked[read.row.id] = _marked(read.row, gone)
        for passage in read.cut:
            taken_out[passage].add(read.asked)
        since.append(read)
    return tuple(marked.get(row.id, row) for row in rows)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _passages(text: str) -> set[Passage]:
    return {passage for passage, _, _ in _spans(text)}


def _spans(text: str) -> Iterable[tuple[Passage, int, int]]:
    """Every passage with the characters [start, end) that it stands in."""
    pieces = [(_normal(found.group()), *found.span()) for found in _PIECE.finditer(text)]
    pieces = [(_BEGIN, 0, 0), *pieces, (_END, len(text), len(text))]
    for first in range(len(pieces) - LENGTH + 1):
        run = pieces[first : first + LENGTH]
        yield tuple(piece for piece, _, _ in run), run[0][1], run[-1][2]


def _normal(piece: str) -> str:
    """The word in small letters, or a line break."""
    word = _WORD.match(piece)
    return word.group().lower() if word else _BREAK


def _marked(row: Row, gone: set[Passage]) -> Row:
    places = [place for place in _spans(wanted_text(row)) if place[0] in gone]
    spans = [Span(start, end, WITHDRAWN) for _, start, end in places]
    return replace(row, spans=(*row.spans, *spans))
